"""The map of an import: written with records or keys alone, found by the file's name, and what it says counts (X22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_import import FILES, STAFF, Igreg, Place
from tests.conftest import Write

HEAD = "version = 1\nkind = 'staff'\n"


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES)


def maps(place: Place, text: str, name: str = "staff.toml") -> Path:
    path = place.root / "imports" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


TABLE = "Full Name,Position Title,Foo,NI Number\nJane Osei,Nurse,x,QQ123456C\n"


def test_a_map_is_written_with_the_records_and_says_which_column_was_which(place: Place) -> None:
    assert place.run("--yes", table=TABLE).code == 0
    text = (place.root / "imports" / "staff.toml").read_text(encoding="utf-8")
    assert '[columns]\n"Full Name" = "name"\n"Position Title" = "job_title"\nFoo = ""\n' in text
    assert text.count("version = 1") == 1 and 'kind = "staff"' in text
    assert "NI Number" not in text and "QQ" not in text


@pytest.mark.parametrize("words", [("--dry-run",), ("--dry-run", "--yes"), ()])
def test_no_map_is_written_where_nothing_else_is(place: Place, words: tuple[str, ...]) -> None:
    place.run(*words, table=TABLE)
    assert not (place.root / "imports").exists()


def test_an_import_that_changes_no_record_does_not_touch_the_map(place: Place) -> None:
    assert place.run("--yes", table="Name\nPat Hollis\n").code == 0
    assert not (place.root / "imports").exists()
    path = maps(place, HEAD)
    assert place.run("--yes", table="Name\nPat Hollis\n").code == 0
    assert path.read_text(encoding="utf-8") == HEAD


def test_the_map_of_the_files_name_counts_and_goes_on_as_it_was_written(place: Place) -> None:
    path = maps(place, f"# ours\n{HEAD}[columns]\nWho = 'name'  # the person\n")
    plan = place.plan("--yes", table="Who,Job Title\nJane Osei,Nurse\n")
    assert [(one["header"], one["field"], one["how"]) for one in plan["columns"]] == [
        ("Who", "name", "map"),
        ("Job Title", "job_title", "title"),
    ]
    assert plan["map"] == "imports/staff.toml"
    text = path.read_text(encoding="utf-8")
    assert text == f'# ours\n{HEAD}[columns]\nWho = \'name\'  # the person\n"Job Title" = "job_title"\n'


def test_a_map_is_named_with_an_option(place: Place) -> None:
    path = maps(place, f"{HEAD}[columns]\nWho = 'name'\n", "other.toml")
    plan = place.plan("--dry-run", "--map", path, table="Who\nJane Osei\n")
    assert (plan["map"], plan["columns"][0]["how"]) == ("imports/other.toml", "map")


def test_heads_that_carried_a_field_and_are_missing_are_wrong_usage(place: Place) -> None:
    maps(place, f"{HEAD}[columns]\nName = 'name'\nTeam = 'unit'\nFoo = ''\n")
    ran = place.run("--yes", table="Name\nJane Osei\n")
    assert (ran.code, place.staff) == (2, STAFF)
    assert "Team" in ran.err and "Foo" not in ran.err


def test_a_map_of_another_kind_is_wrong_usage(place: Place) -> None:
    maps(place, "version = 1\nkind = 'policies'\n")
    assert place.run("--dry-run").code == 2


def test_a_map_of_staff_may_be_given_to_training(place: Place) -> None:
    path = maps(place, f"{HEAD}[columns]\nWho = 'name'\n")
    words = ("import", "training-records", place.file("Name,Course,Completed\n", "t.csv"), "--register", place.register)
    ran = place.igreg(*words, "--map", path, "--dry-run", "--today", "2026-11-22")
    assert ran.code == 0, ran.err


def test_values_and_defaults_of_the_map_count_and_set_goes_before_them(place: Place) -> None:
    maps(place, f"{HEAD}[values.worker]\nCasual = 'bank'\n[defaults]\nunit = 'Ash House'\njob_title = 'Clerk'\n")
    table = "Name,Worker,Job Title\nJane Osei,Casual,\nPetra Lunn,employee,\nAl Mo,,Nurse\n"
    plan = place.plan("--dry-run", table=table)
    assert [dict(one["values"]) for one in plan["new"]] == [
        {"name": "Jane Osei", "job_title": "Clerk", "unit": "ash-house", "worker": "bank"},
        {"name": "Al Mo", "job_title": "Nurse", "unit": "ash-house"},
    ]
    assert [one["fields"][0]["path"] for one in plan["changed"]] == [["worker"]]
    plan = place.plan("--dry-run", "--set", "job_title=Porter", table=table)
    assert [one["values"]["job_title"] for one in plan["new"]] == ["Porter", "Nurse"]


@pytest.mark.parametrize("given", ["unit=nowhere", "foo=1", "unit", "unit=", "id=x"])
def test_what_cannot_be_set_is_wrong_usage(place: Place, given: str) -> None:
    assert place.run("--dry-run", "--set", given).code == 2


def test_columns_to_clear_take_away_what_is_there(place: Place) -> None:
    table = "Id,Name,Job Title\np-lunn,Petra Lunn,\n"
    assert place.plan("--dry-run", table=table)["unchanged"] == ["p-lunn"]
    for clear in ("Job Title", "job_title"):
        maps(place, f"{HEAD}clear = ['{clear}']\n")
        (changed,) = place.plan("--dry-run", table=table)["changed"]
        assert changed["fields"] == [{"path": ["job_title"], "before": "Clerk", "after": None}]


def test_a_map_is_never_written_through_a_link_out_of_the_repository(
    place: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (place.root / "imports").symlink_to(away, target_is_directory=True)
    ran = place.run("--yes", table=TABLE)
    assert (ran.code, place.staff, list(away.iterdir())) == (2, STAFF, [])
    (place.root / "imports").unlink()
    (place.root / "imports").mkdir()
    (place.root / "imports" / "staff.toml").symlink_to(away / "x.toml")
    ran = place.run("--yes", table=TABLE)
    assert (ran.code, place.staff, list(away.iterdir())) == (2, STAFF, [])


def test_levels_of_the_organisation_stay_levels_with_the_map(place: Place) -> None:
    table = "Name,Organisation,Org L5\nJane Osei,Ash House,nowhere\nAl Mo,nowhere,Ash House\n"
    for _ in range(2):
        plan = place.plan("--yes", "--only", "new", table=table)
        assert [one["values"]["unit"] for one in plan["new"]] == ["ash-house"] * len(plan["new"])
        assert plan["summary"]["refused"] == 0
    assert plan["unchanged"] == ["j-osei", "a-mo"]
