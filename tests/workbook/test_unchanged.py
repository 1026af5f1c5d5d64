"""Out and in with nothing touched changes no byte, whichever program wrote the workbook (rulings X31, X64, X66)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Ran
from tests.workbook.places import Desk, Igreg

ROOT = Path(__file__).parents[2]
REGISTERS = [ROOT / "register", *sorted(ROOT.glob("tests/registers/*/register"))]


def brought(igreg: Igreg, register: Path, file: Path) -> Ran:
    return igreg("sheet", "--register", register, "--in", file, "--today", "2026-11-22", "--yes")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.thorough
@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.parent.name)
def test_no_byte_of_a_register_changes(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    here, file = tmp_path / "register", tmp_path / "w.xlsx"
    shutil.copytree(register, here)
    before = content(here)
    ran = igreg("sheet", "--register", here, "--out", file, "--today", "2026-11-22", "-q")
    assert ran.code == 0, ran.err
    first = file.read_bytes()
    igreg("sheet", "--register", here, "--out", file, "--force", "--today", "2026-11-22", "-q")
    assert file.read_bytes() == first
    assert_unchanged(brought(igreg, here, file))
    other = tmp_path / "other.xlsx"
    openpyxl.load_workbook(file).save(other)
    assert_unchanged(brought(igreg, here, other))
    assert content(here) == before


def assert_unchanged(ran: Ran) -> None:
    assert ran.code == 0, ran.err + ran.out
    assert "0 new, 0 changed" in ran.out.splitlines()[0]
    assert "refused" not in ran.out and "To know" not in ran.out


STARTERS = sorted({"care-provider", "nhs-trust", "gp-practice", "other"})


@pytest.mark.parametrize("starter", STARTERS)
def test_no_byte_of_a_register_that_was_begun_changes(igreg: Igreg, starter: str, tmp_path: Path) -> None:
    ran = igreg("init", tmp_path / "new", "--type", starter, "--name", "Ash", "--today", "2026-11-22")
    assert ran.code == 0, ran.err
    here, file = tmp_path / "new" / "register", tmp_path / "w.xlsx"
    before = content(here)
    igreg("sheet", "--register", here, "--out", file, "--today", "2026-11-22", "-q")
    assert_unchanged(brought(igreg, here, file))
    assert content(here) == before


def soffice(file: Path, folder: Path) -> Path:
    """The workbook as LibreOffice writes it; the test is skipped where LibreOffice cannot."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("there is no LibreOffice here")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "lo", file],
        capture_output=True,
        timeout=120,
        check=False,
    )
    made = folder / "lo" / file.name
    if not made.exists():
        pytest.skip("this LibreOffice reads no workbooks")
    return made


@pytest.mark.thorough
def test_libre_office_writes_what_comes_back_unchanged(igreg: Igreg, tmp_path: Path) -> None:
    # Slow: another program starts.
    shutil.copytree(ROOT / "tests" / "registers" / "care-home" / "register", tmp_path / "register")
    before = content(tmp_path / "register")
    file = tmp_path / "w.xlsx"
    igreg("sheet", "--register", tmp_path / "register", "--out", file, "--today", "2026-11-22", "-q")
    assert_unchanged(brought(igreg, tmp_path / "register", soffice(file, tmp_path)))
    assert content(tmp_path / "register") == before


ODD = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": (
        "- {id: a-b, name: '  ', started: 31/02/2026, unit: [x, y], colour: red, email: '', manager: null}\n"
        "- {id: a-b, name: Twice, review: monthly}\n"
        '- {name: =1+1, job_title: _x0041_, notes: "a\\tb\\x07 \\u2028", started: 1850-01-01, skills: none}\n'
        "- {id: 00123, name: 1.10, job_title: 2026-11-22, hours_per_week: many, skills: [{skill: a}, b, {level: 9}]}\n"
        '- {id: long, name: L, notes: "' + "x" * 40_000 + '", tags: ["a;b", "c\\nd", {e: f}]}\n'
    ),
    "incidents.yaml": "- {id: I1, aware: 2026-11-20T00:00, closed: 2026-11-20T14:10:30+01:00, areas: governance, near_miss: maybe}\n",
    "policies.yaml": "- {id: P1, title: \"-x\", review: yearly, document: {path: '@a', public: 12}}\n",
}


def test_what_does_not_fit_its_field_comes_back_untouched(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path, ODD)
    assert_unchanged(desk.bring())
    desk.book().save(desk.file)
    assert_unchanged(desk.bring())
    assert desk.changed() == []


def test_what_does_not_fit_can_be_put_right(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path, {**ODD, "staff.yaml": "- {id: a-b, name: A, started: 31/02/2026, colour: red}\n"})
    desk.set("staff", 2, "Started", "28/02/2026")
    ran = desk.bring()
    assert ran.code == 0, ran.out + ran.err
    assert desk.content()["staff.yaml"] == "- {id: a-b, name: A, started: 2026-02-28, colour: red}\n"


def test_a_file_that_cannot_be_read_is_named(igreg: Igreg, tmp_path: Path) -> None:
    files = {
        "organisation.yaml": "name: X\ntype: other\n",
        "staff.yaml": "- {id: a\n",
        "units.yaml": "- {id: u, name: U}\n",
    }
    desk = Desk(igreg, tmp_path, files)
    desk.reset()
    ran = igreg("sheet", "--register", desk.register, "--out", desk.file, "--today", "2026-11-22")
    assert ran.code == 1 and "register/staff.yaml" in ran.err
    assert desk.book()["units"]["A2"].value == "u"
    ran = desk.bring()
    assert ran.code == 0, "nothing of staff is in it"
    (desk.register / "units.yaml").write_text("- {id: u\n")
    ran = desk.bring()
    assert ran.code == 1 and "register/units.yaml cannot be read" in ran.out
