"""A report as a file: the charts in it are drawn from the register, without names where none are asked for."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf
import pytest
from docx import Document

from bench.generate import Sizes, generate, write
from igreg.errors import IgregError
from igreg.publish.report import DPI, SHEET, report_bytes
from igreg.render.report.word.package import MOST_UNPACKED
from igreg.report.asked import Asked
from igreg.report.catalogue import reports
from igreg.store.report_templates import Own
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]

ROOT = Path(__file__).parents[2]
REGISTER = Path(__file__).parents[1] / "registers" / "care-home" / "register"
NAME = "Quayle"
DAY = ("--today", "2026-11-24")


def test_a_chart_is_drawn_from_the_register(igreg: Igreg) -> None:
    run = igreg("report", "leads", REGISTER, *DAY, "--format", "html", "--out", "-")
    assert "<svg" in run.out and "<summary>The chart in words</summary>" in run.out


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_nobody_is_named_without_names(igreg: Igreg, format: str) -> None:
    words = ("report", "leads", REGISTER, *DAY, "--format", format, "--out", "-")
    named = igreg(*words)
    without = igreg(*words, "--no-names")
    assert NAME in named.out and NAME not in without.out


def test_a_picture_in_word_has_no_more_dots_than_a_sheet_shows(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    title = "w" * 5000
    roles = f"- {{id: lead, title: {title}, functions: [siro, ig-lead], holders: [{{staff: ann, from: 2020-01-01}}]}}\n"
    register = write({"staff.yaml": "- {id: ann, name: Ann}\n", "roles.yaml": roles})
    out = tmp_path / "leads.docx"
    assert igreg("report", "leads", register, *DAY, "--format", "docx", "--out", out).code == 0
    with ZipFile(out) as found:
        pictures = [found.read(one) for one in found.namelist() if one.endswith(".png")]
    assert pictures
    for one in pictures:
        assert max(struct.unpack(">II", one[16:24])) <= SHEET / 72 * DPI + 2


def pdf_of(ran: Ran, file: Path) -> pypdf.PdfReader:
    assert ran.code == 0, ran.err
    return pypdf.PdfReader(BytesIO(file.read_bytes()))


def test_the_paper_of_the_board_has_three_pages_and_the_first_stands_alone(igreg: Igreg, tmp_path: Path) -> None:
    out = tmp_path / "board.pdf"
    words = ("report", "board", ROOT / "register", *DAY, "--out", out, "--format", "pdf")
    found = pdf_of(igreg(*words), out)
    assert len(found.pages) == 3
    first = " ".join(found.pages[0].extract_text().split())
    for one in ("Board meets on", "Level of assurance", "What the board is asked to do", "To assure the board"):
        assert one in first
    assert " ".join(found.pages[1].extract_text().split()).find("Each area: who leads it") < 100
    whole = pdf_of(igreg(*words, "--appendix"), out)
    assert len(whole.pages) > 3
    assert "Appendix: risks" in "".join(page.extract_text() for page in whole.pages[3:])


def test_the_paper_of_a_large_trust_is_as_short(igreg: Igreg, tmp_path: Path) -> None:
    write(tmp_path / "register", generate(Sizes.trust(0.02)), "few")
    out = tmp_path / "board.pdf"
    ran = igreg("report", "board", tmp_path / "register", *DAY, "--out", out, "--format", "pdf")
    assert len(pdf_of(ran, out).pages) <= 3


def test_a_report_that_is_cut_nowhere_has_no_appendix(igreg: Igreg) -> None:
    ran = igreg("report", "leads", REGISTER, *DAY, "--appendix", "--out", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "the report leads does not take --appendix" in ran.err
    assert "leave it out; board takes it" in ran.err


def test_numbers_of_a_low_plot_stand_across_in_word(igreg: Igreg, tmp_path: Path) -> None:
    out = tmp_path / "board.docx"
    assert igreg("report", "board", ROOT / "register", *DAY, "--out", out, "--format", "docx").code == 0
    tables = Document(str(out)).tables
    [across] = [one for one in tables if "Mar 2026" in [cell.text for cell in one.rows[0].cells]]
    assert [cell.text for cell in across.rows[1].cells][:5] == ["Incidents", "0", "0", "0", "1"]
    facts = [cell.text for cell in tables[0].rows[0].cells]
    assert facts == ["For", "Decision and assurance", "Board meets on", "26 November 2026"]


def test_a_template_that_is_a_bomb_is_refused_before_a_report_is_made_for_it() -> None:
    """Its list says how large it is; nothing is read of the register, drawn or unpacked for it."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/media/x.png", bytes(MOST_UNPACKED + 1))

    def values(asked: Asked) -> None:
        raise AssertionError("a report was made")

    wanted = replace(reports()["leads"], values=values)
    asked = cast(Asked, None)
    with pytest.raises(IgregError, match=r"^the template own\.docx has more than 40 MiB when it is unpacked$"):
        report_bytes("leads", wanted, asked, "docx", Own("own.docx", out.getvalue(), {}))
    with pytest.raises(AssertionError, match="a report was made"):  # what else is wrong is told where it is looked at
        report_bytes("leads", wanted, asked, "docx", Own("own.docx", b"no zip", {}))
