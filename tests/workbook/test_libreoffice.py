"""A workbook that LibreOffice opened and saved comes back unchanged, with its dates, drop-downs and notes.

`libreoffice.xlsx` is such a workbook, saved by LibreOffice 7.4 (Calc MS Excel 2007 XML) out of the register below, so
that this is tried where there is no LibreOffice as well. `python -m tests.workbook.test_libreoffice` writes it anew.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import pytest

from tests.workbook.places import Desk, Igreg
from tests.workbook.test_unchanged import ROOT, assert_unchanged, content, soffice

SAVED = Path(__file__).with_name("libreoffice.xlsx")
DAY = "2026-11-22"
KINDS = ("units", "staff", "roles", "incidents", "training-records", "courses")
FILES = {
    "organisation.yaml": "name: Ash House\ntype: care-provider\n",
    "units.yaml": "- {id: ward, name: Ward}\n- {id: office, name: Office}\n",
    "staff.yaml": (
        "# People.\n- {id: z-oneill, name: Zo\u00eb O'Neill, unit: ward, started: 2020-02-29}  # since the move\n"
        "- id: p-lunn\n  name: 'Petra Lunn'\n  unit: office\n  hours_per_week: 37.5\n  job_title: =1+1\n"
        "  skills:\n    - {skill: Excel, level: 2}\n    - {skill: Word, level: 3}\n"
    ),
    "roles.yaml": (
        "- id: ig-lead\n  title: IG lead\n  function: ig-lead\n  areas: [governance, risk]\n  holders:\n"
        "    - {staff: p-lunn, from: 2024-01-01, until: 2026-12-31}\n  review: {every: 12 months, last: 2026-03-01}\n"
    ),
    "incidents.yaml": (
        "- id: INC-001\n  title: A letter went astray\n  aware: 2026-11-20T14:10\n  areas: [governance]\n"
        "  near_miss: true\n  notes: |\n    First line.\n    Second line, with 00123 and a\ttab.\n"
    ),
    "training-records.yaml": "- {staff: p-lunn, course: dsa, completed: 2026-01-02, expires: 2027-01-02}\n",
    "courses.yaml": "- {id: dsa, title: Data security awareness, valid_for: 12 months}\n",
}


@pytest.fixture
def desk(igreg: Igreg, tmp_path: Path) -> Desk:
    return Desk.made(igreg, tmp_path, FILES, *KINDS)


def looked_at(file: Path) -> None:
    """The dates are dates, words of a list are offered, and fields have their descriptions, as LibreOffice saved them."""
    book = openpyxl.load_workbook(file)
    assert book.sheetnames[0] == "About"
    staff = book["staff"]
    heads = {cell.value: cell for cell in staff[1] if cell.value}
    started = next(cell for name, cell in heads.items() if str(name).startswith("Started"))
    assert staff.cell(2, started.column).value == dt.datetime(2020, 2, 29)
    assert staff.cell(2, started.column).is_date
    assert sum(1 for cell in heads.values() if cell.comment is not None) > 5
    lists = [one for one in staff.data_validations.dataValidation if one.type == "list"]
    unit = next(cell for name, cell in heads.items() if str(name).startswith("Unit"))
    assert any(f"{unit.column_letter}2" in one.sqref for one in lists)


def test_what_libre_office_saved_comes_back_unchanged(desk: Desk) -> None:
    before = content(desk.register)
    looked_at(SAVED)
    shutil.copy(SAVED, desk.file)
    assert_unchanged(desk.bring())
    assert content(desk.register) == before


def test_a_cell_that_was_changed_in_it_changes_that_value_alone(desk: Desk) -> None:
    book = openpyxl.load_workbook(SAVED)
    staff = book["staff"]
    started = next(cell.column for cell in staff[1] if str(cell.value).startswith("Started"))
    staff.cell(2, started).value = dt.datetime(2021, 3, 1)
    book.save(desk.file)
    assert desk.bring().code == 0
    text = (desk.register / "staff.yaml").read_text(encoding="utf-8")
    assert text == FILES["staff.yaml"].replace("2020-02-29", "2021-03-01")


@pytest.mark.thorough
def test_libre_office_saves_it_so_today(desk: Desk, tmp_path: Path) -> None:
    # Slow: another program starts; skipped where there is none.
    before, saved = content(desk.register), soffice(desk.file, tmp_path)
    looked_at(saved)
    shutil.copy(saved, desk.file)
    assert_unchanged(desk.bring())
    assert content(desk.register) == before


def write() -> None:
    """Write the workbook anew, by the LibreOffice that is here."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            path = Path(folder) / "register" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        file = Path(folder) / "w.xlsx"
        words = ["sheet", *KINDS, "--register", str(path.parent), "--out", str(file), "--today", DAY, "-q"]
        subprocess.run([sys.executable, "-m", "igreg", *words], check=True, cwd=ROOT)
        shutil.copy(soffice(file, Path(folder)), SAVED)


if __name__ == "__main__":
    write()
