"""igreg report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from igreg.report.catalogue import reports
from tests.conftest import Ran

Igreg = Callable[..., Ran]

DAY = ("--today", "2026-11-24")
REGISTER = Path(__file__).parents[2] / "register"


def test_reports_are_listed(igreg: Igreg) -> None:
    ran = igreg("report")
    assert ran.code == 0
    assert "leads " in ran.out and "; for everybody" in ran.out


def test_the_leads(igreg: Igreg, tmp_path: Path) -> None:
    out = tmp_path / "leads.md"
    assert igreg("report", "leads", REGISTER, *DAY, "--format", "markdown", "--out", out).code == 0
    assert "Anita Farrow" in out.read_text(encoding="utf-8")
    ran = igreg("report", "leads", REGISTER, *DAY, "--format", "json", "--out", "-", "--no-names")
    found = json.loads(ran.out)
    assert found["report"] == "leads" and found["areas"][0]["leads"][0]["holders"] == ["a member of staff"]
    assert "Farrow" not in ran.out


def test_the_leads_of_one_area(igreg: Igreg) -> None:
    words = ("report", "leads", REGISTER, *DAY, "--format", "json", "--out", "-", "--area")
    found = json.loads(igreg(*words, "confidentiality").out)
    assert (found["head"]["part"], [one["id"] for one in found["areas"]]) == (
        "area confidentiality",
        ["confidentiality"],
    )


@pytest.mark.parametrize("name", reports())
@pytest.mark.parametrize("option", ["unit", "area"])
def test_a_part_that_is_not_there_is_refused_by_each(igreg: Igreg, name: str, option: Literal["unit", "area"]) -> None:
    ran = igreg("report", name, REGISTER, *DAY, "--out", "-", f"--{option}", "nowhere")
    takes = option in reports()[name].takes
    assert (ran.code, ran.out) == (2, "")
    assert (f"there is no {option} 'nowhere'" if takes else f"--{option}") in ran.err


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "html"])
def test_a_file_is_held_against_the_report(igreg: Igreg, tmp_path: Path, format: str) -> None:
    """The same bytes on the same day; on another day, or with a file that was touched, it says so and ends in 1."""
    (tmp_path / "register").mkdir()
    (tmp_path / "register/organisation.yaml").write_text("name: Ash House\ntype: care-provider\n", encoding="utf-8")
    out = tmp_path / f"leads.{format}"
    words = ("report", "leads", tmp_path / "register", "--format", format, "--out", out)
    assert igreg(*words, *DAY, "--check").code == 1
    assert igreg(*words, *DAY).code == 0
    before = out.read_bytes()
    assert igreg(*words, *DAY, "--check").code == 0
    assert igreg(*words, "--today", "2026-11-25", "--check").code == 1
    assert out.read_bytes() == before
    out.write_bytes(before[:-9])
    assert igreg(*words, *DAY, "--check").code == 1


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("MD", b"# "), ("json", b"{"), ("txt", b"<!DOCTYPE")])
def test_the_name_of_the_file_says_the_format(igreg: Igreg, tmp_path: Path, ending: str, begins: bytes) -> None:
    out = tmp_path / f"leads.{ending}"
    assert igreg("report", "leads", REGISTER, *DAY, "--out", out).code == 0
    assert out.read_bytes().startswith(begins)


def test_a_file_is_not_given_the_name_of_another_format(igreg: Igreg, tmp_path: Path) -> None:
    out = tmp_path / "leads.docx"
    ran = igreg("report", "leads", REGISTER, *DAY, "--format", "html", "--out", out)
    assert ran.code == 2 and not out.exists()
    assert ran.err == (
        f"igreg: --out: the report comes as html, and {out} is the name of another\n"
        "help: for example: --out leads.html\n"
    )
    ran = igreg("report", "group-agenda", REGISTER, *DAY, "--out", tmp_path / "agenda.xlsx")
    assert ran.code == 2 and "does not come as xlsx" in ran.err


def test_a_letter_that_no_font_has_is_told(igreg: Igreg, tmp_path: Path) -> None:
    """It would be an empty box on paper; the PDF is made all the same."""
    (tmp_path / "register").mkdir()
    nobody = "\U000ff8f3"  # a sign of private use: no script has it
    text = f'name: "Ash {nobody} House"\ntype: care-provider\n'
    (tmp_path / "register/organisation.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "leads.pdf"
    ran = igreg("report", "leads", tmp_path / "register", "--format", "pdf", "--out", out, *DAY)
    assert ran.code == 0 and out.read_bytes().startswith(b"%PDF")
    assert "no font on this machine has" in ran.err and "empty box" in ran.err
    (tmp_path / "register/organisation.yaml").write_text("name: Ash House\n", encoding="utf-8")
    assert "no font" not in igreg("report", "leads", tmp_path / "register", "--format", "pdf", "--out", out, *DAY).err
