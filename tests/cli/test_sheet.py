"""igreg sheet: what is changed in a workbook comes back cell by cell, or is refused with its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.power import cut_off
from tests.workbook.places import FILES, Desk, Igreg, column


@pytest.fixture
def whole(igreg: Igreg, tmp_path: Path) -> Desk:
    """A register, and a workbook of all of it."""
    return Desk.made(igreg, tmp_path)


@pytest.fixture
def desk(igreg: Igreg, tmp_path: Path) -> Desk:
    """The same with fewer sheets, which is four times as quick where each test reads and writes them all."""
    return Desk.made(igreg, tmp_path, None, "staff", "roles", "units", "organisation", "training-records")


def test_the_layout_is_one_sheet_a_kind_and_one_a_list(whole: Desk) -> None:
    book = whole.book()
    assert book.sheetnames[0] == "About"
    assert {"staff", "staff.skills", "roles", "roles.holders", "incidents", "organisation.areas"} <= set(
        book.sheetnames
    )
    assert [cell.value for cell in book["staff"][1]][:6] == ["Id", "Name", "Email", "Job title", "Unit", "Manager"]
    heads = [cell.value for cell in book["roles.holders"][1]]
    assert heads[:4] == ["record", "position", "Staff", "From"] and heads[-2:] == ["original id", "fingerprint"]
    roles = [cell.value for cell in book["roles"][1]]
    assert "Review every" in roles and "Notes" in roles and "Tags" in roles and "Extra" not in roles
    assert "Unit (name)" in roles and roles.index("Unit (name)") > roles.index("Tags")
    page = book["staff"]
    hidden = [
        page.cell(1, number).value
        for number in range(1, page.max_column + 1)
        if page.column_dimensions[page.cell(1, number).column_letter].hidden
    ]
    assert "original id" in hidden


def test_cells_say_what_they_are(whole: Desk) -> None:
    book = whole.book()
    staff, roles, incidents = book["staff"], book["roles"], book["incidents"]
    started = staff.cell(2, column(staff, "Started"))
    assert started.value == dt.datetime(2020, 1, 1) and started.number_format == "yyyy-mm-dd"
    assert staff.cell(3, column(staff, "Hours per week")).value == 37.5
    assert roles.cell(2, column(roles, "Areas")).value == "governance; cctv"
    assert incidents.cell(2, column(incidents, "Aware")).value == dt.datetime(2026, 11, 20, 14, 10)
    assert incidents.cell(2, column(incidents, "Near miss")).value == "yes"
    assert staff["A2"].protection.locked and staff.protection.sheet
    assert not staff["B2"].protection.locked
    assert staff["B1"].comment.text.startswith("Required.") and staff["B1"].font.bold and not staff["C1"].font.bold
    lists = {str(one.sqref).split(":")[0]: one.formula1 for one in staff.data_validations.dataValidation}
    assert any(formula and formula.startswith("'Lists'") for formula in lists.values())
    assert book["Lists"]["A1"].value and book["igreg"].sheet_state == "veryHidden"


def test_who_and_which_commit_are_said_only_where_known(desk: Desk) -> None:
    def about() -> dict[str, str]:
        return {row[0]: row[1] for row in desk.book()["About"].iter_rows(min_row=3, values_only=True)}

    assert about()["As at"] == "2026-11-22" and "Exported by" not in about() and "Commit" not in about()
    desk.out("--by", "Jane Osei")
    assert about()["Exported by"] == "Jane Osei"


def test_what_is_chosen_is_what_is_in_it(desk: Desk) -> None:
    desk.out("role", "training_records")
    assert desk.book().sheetnames[1:4] == ["roles", "roles.holders", "roles.requires.skills"]
    ran = desk.igreg("sheet", "--register", desk.register, "--out", desk.file, "staff", "--today", "2026-11-22")
    assert ran.code == 2 and "is there already" in ran.err and "--force" in ran.err
    ran = desk.igreg("sheet", "--register", desk.register, "--out", desk.file, "--force", "stuff")
    assert ran.code == 2 and "staff" in ran.err
    assert desk.igreg("sheet", "--register", desk.register).code == 2
    assert desk.igreg("sheet", "--register", desk.register, "--out", desk.register / "w.xlsx").code == 2
    assert desk.igreg("sheet", "--register", desk.register, "--out", desk.root / "w.csv").code == 2


@pytest.mark.parametrize(
    ("sheet", "row", "head", "value", "before", "after"),
    [
        ("staff", 3, "Job title", "Head of IT", "  job_title: Clerk", "  job_title: Head of IT"),
        ("staff", 3, "Name", "Petra Lund", "  name: 'Petra Lunn'", "  name: 'Petra Lund'"),
        ("staff", 3, "Hours per week", 30, "  hours_per_week: 37.5", "  hours_per_week: 30"),
        ("staff", 3, "Hours per week", None, "  hours_per_week: 37.5", ""),
        ("staff", 3, "Unit", "Ward", "  unit: office", "  unit: ward"),
        ("staff", 3, "Started", dt.date(2026, 2, 1), "", "  started: 2026-02-01"),
        ("staff", 3, "Started", "1/2/2026", "", "  started: 2026-02-01"),
        ("staff.skills", 3, "Level", 2, "    - {skill: Word, level: 3}", "    - {skill: Word, level: 2}"),
        ("roles", 2, "Areas", "governance", "  areas: [governance, cctv]", "  areas: [governance]"),
        ("roles", 2, "Areas", None, "  areas: [governance, cctv]", ""),
        (
            "roles",
            2,
            "Review every",
            "6 months",
            "  review: {every: 12 months, last: 2026-03-01}",
            "  review: {every: 6 months, last: 2026-03-01}",
        ),
        ("incidents", 2, "Near miss", "no", "near_miss: true", "near_miss: false"),
        ("incidents", 2, "Aware", "2026-11-20 15:00", "aware: 2026-11-20T14:10", "aware: 2026-11-20T15:00"),
        ("incidents", 2, "Summary", "n/a", "", "summary: n/a"),
    ],
)
def test_a_cell_changes_its_own_lines_alone(
    igreg: Igreg, tmp_path: Path, sheet: str, row: int, head: str, value: object, before: str, after: str
) -> None:
    desk = Desk.made(igreg, tmp_path, None, sheet.partition(".")[0])
    desk.set(sheet, row, head, value)
    ran = desk.bring()
    assert ran.code == 0, ran.out + ran.err
    assert [lines[1:] for lines in desk.changed()] == [(before, after)]
    assert "0 changed" in desk.bring().out.splitlines()[0], "what it says is there already"


def test_all_of_a_part_emptied_takes_it_out(desk: Desk) -> None:
    desk.set("roles", 2, "Review every", None)
    desk.set("roles", 2, "Review last", None)
    assert desk.bring().code == 0
    assert [lines[1:] for lines in desk.changed()] == [("  review: {every: 12 months, last: 2026-03-01}", "")]


def test_a_required_cell_that_is_empty_in_a_new_row_is_named(desk: Desk) -> None:
    row = desk.add("staff", Id="zz")
    (refused,) = desk.plan()["refused"]
    assert (refused["cell"], refused["field"]) == (f"B{row}", "name") and "IG102" in refused["message"]
    desk.set("staff", 2, "Job title", "Boss")
    assert desk.bring("--accept-partly").code == 0
    assert [lines[0] for lines in desk.changed()] == ["staff.yaml"] and "zz" not in desk.content()["staff.yaml"]


def test_what_a_new_row_lacks_for_an_id_is_named(desk: Desk) -> None:
    row = desk.add("staff", Job_title="Nurse")
    (refused,) = desk.plan()["refused"]
    assert refused["cell"] == f"A{row}" and "nothing stands under `name`" in refused["message"]


def test_lists_in_lines_change_item_by_item(igreg: Igreg, tmp_path: Path) -> None:
    roles = (
        "- id: ig-lead\n  title: IG lead\n  areas:\n    - governance  # g\n    # c\n    - cctv\n  holders:\n"
        "    - staff: p-lunn  # who\n      from: 2024-01-01\n    - staff: t-ames\n      from: 2025-01-01\n"
    )
    desk = Desk.made(igreg, tmp_path, {**FILES, "roles.yaml": roles})
    desk.set("roles", 2, "Areas", "cctv")
    desk.set("roles.holders", 3, "From", "2025-02-02")
    desk.add("roles.holders", record="ig-lead", Staff="Pat Hollis", From="1/6/2026")
    assert desk.bring().code == 0
    assert [lines[1:] for lines in desk.changed()] == [
        ("    - governance  # g", ""),
        ("      from: 2025-01-01", "      from: 2025-02-02\n    - staff: p-hollis\n      from: 2026-06-01"),
    ]


def test_both_sides_changed_are_listed_and_the_others_merge(desk: Desk) -> None:
    cell = desk.set("staff", 3, "Job title", "Head of IT")
    desk.set("staff", 2, "Job title", "Head porter")
    path = desk.register / "staff.yaml"
    path.write_text(
        path.read_text().replace("job_title: Clerk", "job_title: Auditor").replace("unit: office", "unit: ward")
    )
    ran = desk.bring()
    assert ran.code == 1 and "nothing was written" in ran.err
    (refused,) = desk.plan()["refused"]
    assert (refused["sheet"], refused["cell"], refused["field"]) == ("staff", cell, "job_title")
    assert (refused["before"], refused["ours"], refused["theirs"]) == ("Clerk", "Auditor", "Head of IT")
    assert desk.bring("--accept-partly").code == 0
    text = path.read_text()
    assert "job_title: Head porter" in text and "job_title: Auditor" in text and "unit: ward" in text


def test_the_same_on_both_sides_is_no_collision(desk: Desk) -> None:
    desk.set("staff", 3, "Job title", "Auditor")
    path = desk.register / "staff.yaml"
    path.write_text(path.read_text().replace("job_title: Clerk", "job_title: Auditor"))
    plan = desk.plan()
    assert plan["refused"] == [] and plan["changed"] == []


def test_a_record_gone_here_and_changed_there_is_refused(desk: Desk) -> None:
    cell = desk.set("staff", 4, "Job title", "Nurse")
    path = desk.register / "staff.yaml"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if "t-ames" not in line))
    (refused,) = desk.plan()["refused"]
    assert refused["cell"] == cell and "not in the register any more" in refused["message"]
    desk.set("staff", 4, "Job title", None)
    assert desk.bring().code == 0


def test_rows_that_are_new(desk: Desk) -> None:
    row = desk.add("staff", Name="Jane Osei", Unit="ward", Job_title="Nurse")
    desk.add("staff", Id="x-new", Name="Xavi New", Manager="p-lunn")
    desk.add("roles.holders", record="ig-lead", Staff="x-new", From=dt.date(2026, 11, 1), As="deputy")
    desk.add("staff.skills", record="x-new", Skill="Excel", Level=1)
    plan = desk.plan()
    assert [(one["id"], one["row"]) for one in plan["new"]] == [("j-osei", row), ("x-new", row + 1)]
    text = desk.content()
    assert "{id: j-osei, name: Jane Osei, job_title: Nurse, unit: ward}" in text["staff.yaml"]
    assert "skills: [{skill: Excel, level: 1}]" in text["staff.yaml"]
    assert text["roles.yaml"] == FILES["roles.yaml"].replace(
        "# since then\n", "# since then\n    - {staff: x-new, from: 2026-11-01, as: deputy}\n"
    )


@pytest.mark.parametrize(
    ("sheet", "row", "head", "value", "message"),
    [
        ("staff", 2, "Id", "p-other", "the id of a row stays as it is"),
        ("staff", 2, "Id", None, "the id of a row stays as it is"),
        ("roles.holders", 2, "record", "ig-other", "the record of a row stays as it is"),
        ("roles.holders", 2, "position", "2", "the position of a row stays as it is"),
        ("staff", 2, "fingerprint", "0123", "hidden columns"),
        ("staff", 2, "Unit", "wards", "'wards' is not"),
        ("staff", 2, "Started", "31/02/2026", "February 2026 has no day 31"),
        ("staff", 2, "Hours per week", 400, ""),
        ("staff", 2, "Notes", "NHS number 943 476 5919", "NHS number"),
        ("incidents", 2, "Near miss", "perhaps", "neither yes nor no"),
        ("incidents", 2, "Status", "opened", "is not one of the words"),
        ("staff", 1, "Job title", "Post", "no field has this head"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_cell(
    igreg: Igreg, tmp_path: Path, sheet: str, row: int, head: str, value: object, message: str
) -> None:
    desk = Desk.made(igreg, tmp_path, None, sheet.partition(".")[0])
    cell = desk.set(sheet, row, head, value)
    ran = desk.bring()
    assert ran.code == 1 and desk.changed() == []
    (refused,) = desk.plan()["refused"]
    assert refused["sheet"] == sheet and refused["row"] == row
    assert message in refused["message"]
    assert refused["cell"] == (cell if head != "fingerprint" else "A2")
    if "NHS" in message:
        assert refused["value"] == "\u2026" and "943" not in ran.out + ran.err


def test_rows_moved_columns_moved_and_sheets_renamed_are_found(desk: Desk) -> None:
    desk.set("staff", 2, "Job title", "Head porter")
    book = desk.book()
    page = book["staff"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    width = len(rows[0])
    order = [width - 1, *range(1, width - 1), 0]
    for number, row in enumerate([rows[0], *reversed(rows[1:])], 1):
        for place, at in enumerate(order, 1):
            page.cell(number, place).value = row[at]
    page.title, book["roles"].title, book["units"].title = "roles ", "Posts", "staff"
    book.move_sheet("Posts", 3)
    book.save(desk.file)
    ran = desk.bring()
    assert ran.code == 0, ran.out + ran.err
    assert [lines[2] for lines in desk.changed()] == [
        "- {id: p-hollis, name: Pat Hollis, job_title: Head porter, unit: ward, started: 2020-01-01}  # long here"
    ]


def test_a_row_that_was_copied_is_refused(desk: Desk) -> None:
    book = desk.book()
    page = book["staff"]
    for cell in page[2]:
        page.cell(5, cell.column).value = cell.value
    book.save(desk.file)
    (refused,) = desk.plan()["refused"]
    assert refused["cell"] == "A5" and "stands here twice" in refused["message"]


def delete(desk: Desk, sheet: str, row: int) -> None:
    book = desk.book()
    book[sheet].delete_rows(row)
    book.save(desk.file)


def test_rows_that_are_deleted_are_told(desk: Desk) -> None:
    delete(desk, "staff", 4)
    plan = desk.plan()
    assert [(one["id"], one["what"]) for one in plan["gone"]] == [("t-ames", "told")] and desk.changed() == []
    assert desk.plan("--missing", "keep")["gone"] == []


def test_missing_end_takes_out_what_nothing_points_to(desk: Desk) -> None:
    delete(desk, "staff", 4)
    assert desk.bring("--missing", "end").code == 0
    assert [lines[1:] for lines in desk.changed()] == [
        ("- {id: t-ames, name: Tom Ames, unit: ward, extra: {badge: 12}}", "")
    ]


def test_missing_end_refuses_what_something_points_to(desk: Desk) -> None:
    delete(desk, "staff", 3)
    ran = desk.bring("--missing", "end")
    assert ran.code == 1 and "ig-lead" in ran.out and desk.changed() == []


def test_an_item_that_is_deleted_goes_from_its_list(desk: Desk) -> None:
    delete(desk, "staff.skills", 2)
    assert desk.bring("--missing", "end").code == 0
    assert [lines[1:] for lines in desk.changed()] == [("    - {skill: Excel, level: 2}", "")]


def test_training_and_the_organisation_have_no_ids_and_come_back(desk: Desk) -> None:
    desk.set("training-records", 3, "Completed", dt.date(2026, 2, 3))
    desk.set("organisation", 2, "Name", "Ash House Trust")
    desk.add("training-records", Staff="t-ames", Course="dsa", Completed=dt.date(2026, 11, 1))
    ran = desk.bring()
    assert ran.code == 0, ran.out + ran.err
    text = desk.content()
    assert "- {staff: p-hollis, course: dsa, completed: 2026-02-03}\n" in text["training-records.yaml"]
    assert text["training-records.yaml"].endswith("- {staff: t-ames, course: dsa, completed: 2026-11-01}\n")
    assert text["organisation.yaml"].startswith("name: Ash House Trust\ntype: other\n# who we are\n")


def test_a_workbook_of_others_names_import(desk: Desk) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name"])
    book.save(desk.file)
    ran = desk.bring()
    assert ran.code == 2 and "igreg import" in ran.err
    desk.file.write_text("Name\nPat\n")
    assert desk.bring().code == 2


def test_nothing_is_written_without_being_asked(desk: Desk) -> None:
    desk.set("staff", 3, "Job title", "Head of IT")
    words = ("sheet", "--register", desk.register, "--in", desk.file, "--today", "2026-11-22")
    ran = desk.igreg(*words)
    assert ran.code == 2 and "1 changed" in ran.out and desk.changed() == []
    ran = desk.igreg(*words, "--dry-run", "--yes")
    assert ran.code == 0 and "+  job_title: Head of IT" in ran.out and desk.changed() == []


def test_a_plan_without_names_has_ids_and_counts(desk: Desk) -> None:
    desk.set("staff", 3, "Job title", "Head of IT")
    for words in (("--dry-run",), ("--dry-run", "--format", "json")):
        named = desk.bring(*words).out
        assert "p-lunn" in named and "Head of IT" in named
        without = desk.bring(*words, "--no-names").out
        assert "p-lunn" in without and "Head of IT" not in without and "Petra" not in without


def test_a_text_that_looks_like_a_formula_stays_one(desk: Desk) -> None:
    files = {**FILES, "units.yaml": "- {id: ward, name: '=1+1', notes: \"'x\"}\n"}
    other = Desk.made(desk.igreg, desk.root, files)
    cell = other.book()["units"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s") or cell.data_type != "f"
    assert other.bring().code == 0 and other.changed() == []


def test_what_is_killed_is_whole_or_not_at_all(desk: Desk) -> None:
    desk.set("staff", 3, "Job title", "Head of IT")
    desk.set("units", 2, "Name", "The ward")
    assert desk.bring().code == 0
    wanted = desk.content()
    desk.reset()
    cuts = 0
    for _ in cut_off(lambda: desk.bring()):
        cuts += 1
        there = desk.content()
        assert all(text in (FILES[name], wanted[name]) for name, text in there.items())
        desk.bring()
        assert desk.content() == wanted
        desk.reset()
    assert cuts > 4
