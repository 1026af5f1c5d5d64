"""The page of reports: its Word document, filled in as the page says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from igreg.report.catalogue import reports
from igreg.report.kind import FORMATS
from tests.conftest import Ran

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")


def block(mark: str) -> list[str]:
    """The lines of the block below a mark."""
    found = re.search(rf"<!-- {mark} -->\n```text\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1].splitlines()


@pytest.mark.thorough
def test_the_word_document_of_the_page_gives_what_the_page_shows(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    page = Document()
    for line in block("word: templates/leads.docx"):
        page.add_paragraph(line)
    (tmp_path / "templates").mkdir()
    page.save(str(tmp_path / "templates" / "leads.docx"))
    (tmp_path / "igreg.toml").write_text("")
    words = ("--today", "2026-11-24", "--config", tmp_path / "igreg.toml", "--format", "docx")
    ran = igreg("report", "leads", ROOT / "register", *words)
    assert ran.code == 0, ran.err
    made = Document(str(tmp_path / "reports" / "leads-2026-11-24.docx"))
    texts = [one.text for one in made.paragraphs if one.text]
    shown = block("shows")
    assert texts[: len(shown)] == shown and len(shown) > 3
    assert texts[len(shown)] == "The leads"


def test_every_format_is_on_the_page() -> None:
    assert [name for name in FORMATS if f"| `{name}` |" not in PAGE] == []


@pytest.mark.parametrize("option", ["unit", "area"])
def test_the_page_says_which_reports_are_narrowed(option: str) -> None:
    found = re.search(rf"`--{option}` narrows (?:the reports )?(.*?) to an? ", PAGE, re.DOTALL)
    assert found
    assert re.findall(r"`([a-z-]+)`", found[1]) == [name for name, one in reports().items() if option in one.takes]
