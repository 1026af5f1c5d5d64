"""--no-names: nobody is named in a chart, a paper, a form or a page for the public, wherever a name was written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
ROOT = Path(__file__).parents[2]
DAY = ("--today", "2026-11-24")
WITH_NAMES = re.compile(r"^(\s*(?:- )?(?:title|task|what|why|purpose|result): )(\w[^\n#{\[]*)$", re.MULTILINE)
"""A text in a line of its own, whichever record it is of."""


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample register with one member of staff more, who is named in every title and wherever else somebody may be."""
    shutil.copytree(ROOT / "register", tmp_path / "register")
    changed = 0
    for file in sorted((tmp_path / "register").rglob("*.yaml")):
        if "staff" not in file.as_posix():
            text, count = WITH_NAMES.subn(r"\1\2 of Wren Xylo", file.read_text(encoding="utf-8"))
            file.write_text(text, encoding="utf-8")
            changed += count
    assert changed > 250
    (tmp_path / "register" / "staff" / "xylo.yaml").write_text("id: w-xylo\nname: Wren Xylo\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "register"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes().decode(errors="replace")


def named(folder: Path) -> list[str]:
    """The files in which she is named, and how."""
    return [
        f"{name}: {found[0]}" for name, text in texts(folder) if (found := re.search(r".{60}xylo.{20}", text, re.I))
    ]


CHARTS = ("all", "structure", "communication", "data-flows", "delegation", "skills")


@pytest.mark.parametrize("chart", CHARTS)
def test_no_chart_names_anybody(igreg: Igreg, register: Path, tmp_path: Path, chart: str) -> None:
    words = ("chart", chart, register, *DAY, "--format", "text,mermaid,dot,svg")
    assert igreg(*words, "--out", "with").code == 0
    assert named(tmp_path / "with") or chart == "skills", "the register has no name in this chart, and proves nothing"
    ran = igreg(*words, "--out", "without", "--no-names", "--risks")
    assert (ran.code, named(tmp_path / "without")) == (0, [])
    assert "ylo" not in ran.out + ran.err


def test_no_drill_names_anybody(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    words = ("chart", "structure", register, "--drill", "incident", *DAY, "--format", "text,svg")
    assert igreg(*words, "--out", "with").code == 0
    assert named(tmp_path / "with")
    ran = igreg(*words, "--out", "without", "--no-names")
    assert (ran.code, named(tmp_path / "without")) == (0, [])
    assert list((tmp_path / "without").iterdir())


@pytest.mark.parametrize("name", ["leads", "delegation", "competence", "data-flows", "board"])
def test_no_paper_names_anybody(igreg: Igreg, register: Path, tmp_path: Path, name: str) -> None:
    """Charts stand in some papers, drawn for them."""
    out = tmp_path / "without" / "paper.html"
    out.parent.mkdir()
    ran = igreg("report", name, register, *DAY, "--format", "html", "--no-names", "--out", out)
    assert (ran.code, named(out.parent)) == (0, [])


def test_no_form_names_anybody(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "without" / "form.html"
    out.parent.mkdir()
    ran = igreg("form", "incident", "--register", register, *DAY, "--out", out, "--no-names")
    assert (ran.code, named(out.parent)) == (0, [])


def test_no_page_for_the_public_names_anybody(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    ran = igreg("site", register, *DAY, "--audience", "public", "--out", tmp_path / "site")
    assert ran.code == 0, ran.err
    charts = {name: text for name, text in texts(tmp_path / "site") if name in ("structure.html", "communication.html")}
    assert len(charts) == 2
    assert not [name for name, text in charts.items() if "xylo" in text.casefold()]


def test_it_is_said_where_a_file_of_staff_cannot_be_read(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(
        {
            "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
            "staff.yaml": "- {id: w-xylo, name: Wren Xylo\n",
            "roles.yaml": "- {id: siro, title: SIRO (Wren Xylo), areas: [risk]}\n",
        }
    )
    said = "warning: a file of staff cannot be read in full, so a name may still stand in a text"
    for words in (
        ("chart", "structure", register, "--out", tmp_path / "charts", "-q"),
        ("report", "leads", register, "--out", tmp_path / "leads.html"),
        ("form", "incident", "--register", register, "--out", tmp_path / "form.html"),
    ):
        assert said in igreg(*words, *DAY, "--no-names").err, words
        assert said not in igreg(*words, *DAY).err, words
