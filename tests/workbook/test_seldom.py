"""What is seldom: a commit on the first sheet, ids given twice, merged cells, values that do not fit, very many rows."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from igreg.render.workbook.rows import Rows, filled
from igreg.sheets.read import read_book
from igreg.workbook.columns import tables
from igreg.workbook.kept import Keeping, read_kept
from igreg.workbook.standing import There, rows_of
from tests.workbook.places import Desk, Igreg, column


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def about(desk: Desk) -> dict[Any, Any]:
    return {row[0]: row[1] for row in desk.book()["About"].iter_rows(values_only=True)}


def test_the_first_sheet_names_the_commit_where_all_was_committed(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path, None, "staff")
    assert "Commit" not in about(desk)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "register")
    git(tmp_path, "commit", "-qm", "first")
    desk.out("staff")
    assert about(desk)["Commit"] == git(tmp_path, "rev-parse", "HEAD")
    (desk.register / "units.yaml").write_text("- {id: other, name: Other}\n")
    desk.out("staff")
    assert "Commit" not in about(desk)


def test_an_id_is_given_once(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path)
    desk.add("staff", Id="z-new", Name="Zed New")
    desk.add("staff", Id="Z-new", Name="Zoe New")
    desk.add("staff", Id="ig-lead", Name="Ian Lead")
    plan = desk.plan()
    assert [one["id"] for one in plan["new"]] == ["z-new"]
    assert [(one["column"], one["value"]) for one in plan["refused"]] == [("Id", "Z-new"), ("Id", "ig-lead")]
    assert desk.changed() == []


def test_an_id_that_the_register_gave_meanwhile_is_taken(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path)
    desk.add("staff", Id="z-new", Name="Zed New")
    file = desk.register / "staff.yaml"
    file.write_text(file.read_text() + "- {id: z-new, name: Zara Nuttall}\n")
    (refused,) = desk.plan()["refused"]
    assert refused["value"] == "z-new" and "taken" in refused["message"]


def test_two_people_of_one_name_get_two_ids(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path)
    desk.add("staff", Name="Jane Osei")
    desk.add("staff", Name="Jane Osei")
    assert [one["id"] for one in desk.plan()["new"]] == ["j-osei", "j-osei-2"]


def test_cells_that_were_merged_are_refused_where_that_changed_them(igreg: Igreg, tmp_path: Path) -> None:
    desk = Desk.made(igreg, tmp_path)
    book = desk.book()
    at = openpyxl.utils.get_column_letter(column(book["staff"], "Job title"))
    book["staff"].merge_cells(f"{at}2:{at}3")
    book.save(desk.file)
    (refused,) = desk.plan()["refused"]
    assert refused["cell"] == f"{at}3" and refused["message"] == "the cell is merged with others"
    assert desk.changed() == []


def test_what_does_not_fit_its_field_is_a_text_in_its_cell(igreg: Igreg, tmp_path: Path) -> None:
    files = {
        "organisation.yaml": "name: X\ntype: other\n",
        "staff.yaml": "- {id: a, name: A, started: 31/02/2026, hours_per_week: many, unit: [x, y]}\n",
    }
    page = Desk.made(igreg, tmp_path, files).book()["staff"]
    said = {head: page.cell(2, column(page, head)) for head in ("Started", "Hours per week", "Unit")}
    assert {head: cell.value for head, cell in said.items()} == {
        "Started": "31/02/2026",
        "Hours per week": "many",
        "Unit": "x; y",
    }
    assert all(cell.data_type == "s" for cell in said.values())


def kept_of(records: int, notes: str = "") -> tuple[list[list[str]], int]:
    """The rows of the hidden sheet for so many people, and how many cells lie between its first and its last."""
    table = tables("staff")[0]
    people = [There("staff", "staff.yaml", at, {"id": f"s-{at}", "name": "A", "notes": notes}) for at in range(records)]
    keeping = Keeping([table])
    for row in rows_of(table, people):
        keeping.take(row)
    rows = [list(row) for row in keeping]
    return rows, len(rows) * max(map(len, rows))


def book_of(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("records", "notes"), [(0, ""), (1, ""), (3_000, ""), (3, "x_x0041_" * 12_000)])
def test_what_is_kept_is_a_few_cells_and_read_again(records: int, notes: str) -> None:
    rows, cells = kept_of(records, notes)
    assert cells <= 3 + 3 * (1 + records // 100) + 28
    assert all(len(cell) < 32_767 for row in rows for cell in row)
    names, kept = read_kept("w.xlsx", read_book("w.xlsx", book_of(rows)))
    assert names == ["staff"] and [one.name for one in kept.values()] == [f"s-{at}" for at in range(records)]
    assert all(one.values.get("notes", "") == notes for one in kept.values())


TEXTS = ["plain", " at both ends ", "a\nb\tc", "<&>'\"", "=1+1", "_x0041_", "Zoë \U0001f600", "00123", "]]>"]


def test_texts_stand_in_their_cells_as_they_are() -> None:
    empty = openpyxl.Workbook()
    out = io.BytesIO()
    empty.save(out)
    made = filled(out.getvalue(), {"xl/worksheets/sheet1.xml": Rows([[one, None, 1.5] for one in TEXTS], first=1)})
    rows = list(openpyxl.load_workbook(io.BytesIO(made)).active.iter_rows(values_only=True))
    # Excel takes `_x0041_` for an A, so that it is written as `_x005F_x0041_`, which openpyxl shows as it stands.
    assert [row[0].replace("_x005F", "") for row in rows] == TEXTS
    assert {row[1:] for row in rows} == {(None, 1.5)}
    (sheet,) = read_book("w.xlsx", made).sheets
    assert [row[0] for row in sheet.rows] == TEXTS
