"""Who is meant by the rows of a list of staff: keys, names and units, leavers, assignments, managers."""

from __future__ import annotations

import stat
import sys
from typing import Any

import pytest

from tests.cli.test_import import FILES, Igreg, Place
from tests.conftest import Write

STAFF = (
    "- {id: p-lunn, name: Petra Lunn, unit: ash-house, started: 2020-01-01}\n"
    "- {id: p-hollis, name: Pat Hollis, started: 2020-01-01}\n"
    "- {id: o-ody, name: Omar Ody, unit: ash-house, left: 2026-11-21}\n"
)
UNITS = "- {id: ash-house, name: Ash House}\n- {id: oak-lodge, name: Oak Lodge}\n"


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES | {"staff.yaml": STAFF, "units.yaml": UNITS})


def sorts(plan: dict[str, Any]) -> dict[str, list[Any]]:
    """The rows of a plan by what becomes of them."""
    found = {
        "new": [(one["row"], one["id"]) for one in plan["new"]],
        "changed": [one["id"] for one in plan["changed"]],
        "unchanged": plan["unchanged"],
        "refused": [(one["row"], one["field"]) for one in plan["refused"]],
        "left_out": [one["row"] for one in plan["left_out"]],
    }
    return {sort: rows for sort, rows in found.items() if rows}


CASES: list[tuple[str, dict[str, list[Any]]]] = [
    # the same name and unit, or no unit on one side (ruling X08)
    ("Name,Unit\nPetra Lunn,Ash House\n", {"unchanged": ["p-lunn"]}),
    ("Name,Unit,Foo\nPetra Lunn,,x\n", {"unchanged": ["p-lunn"]}),
    ("Name,Unit,Foo\nMrs PETRA  LUNN,,x\n", {"unchanged": ["p-lunn"]}),
    ("Name,Unit\nPat Hollis,Ash House\n", {"changed": ["p-hollis"]}),
    ("Name,Unit\nPetra Lunn,Oak Lodge\n", {"refused": [(2, "name")]}),
    # somebody who left, the day after and with a leaving day (ruling X12)
    ("Name\nOmar Ody\n", {"refused": [(2, "name")]}),
    ("Name,Left\nOmar Ody,21/11/2026\n", {"unchanged": ["o-ody"]}),
    ("Id,Name\no-ody,Omar Ody\n", {"unchanged": ["o-ody"]}),
    ("Name,Left\nPetra Lunn,1/12/2026\n", {"changed": ["p-lunn"]}),
    ("Name,Left\nNora New,21/11/2026\n", {"left_out": [2]}),
    ("Name,Left\nNora New,22/11/2026\n", {"new": [(2, "n-new")]}),
    # a new one, an id that is taken, and one of another kind
    ("Name\nPaul Hollis\n", {"new": [(2, "p-hollis-2")]}),
    ("Name\nAsh-House\n", {"new": [(2, "ash-house-2")]}),
    ("Id,Name\nash-house,Nora New\n", {"refused": [(2, "id")]}),
    ("Id,Name\nno good,Nora New\n", {"refused": [(2, "id")]}),
    ("Id,Name\n17,Nora New\n", {"new": [(2, "n-new")]}),
    ("Id,Name\nP-LUNN,Petra Lunn\n", {"unchanged": ["p-lunn"]}),
    ("Id,Name\np-lunn,Petra Osei\n", {"changed": ["p-lunn"]}),
    ("Name,Unit,Foo\n,Ash House,x\n", {"refused": [(2, "name")]}),
    # twice in the file (ruling X15)
    ("Name,Unit\nNora New,Ash House\nNora New,Ash House\n", {"new": [(2, "n-new")]}),
    ("Name,Job Title\nNora New,Nurse\nNora New,Clerk\n", {"refused": [(2, "name"), (3, "name")]}),
    ("Name,Unit,Foo\nNora New,Ash House,x\nNora New,,x\n", {"refused": [(2, "name"), (3, "name")]}),
    ("Name,Unit\nNora New,Ash House\nNora New,Oak Lodge\n", {"new": [(2, "n-new"), (3, "n-new-2")]}),
    ("Staff Number,Name\nA1,Nora New\nA2,Nora New\n", {"new": [(2, "n-new"), (3, "n-new-2")]}),
    ("Staff Number,Name\nA1,Petra Lunn\nA2,Petra Lunn\n", {"refused": [(2, "name"), (3, "name")]}),
    # several assignments (ruling X16)
    (
        "Employee Number,Full Name,Position Title,Primary Assignment\n"
        '12345678,"New, Nora",Nurse,No\n12345678,"New, Nora",Matron,Yes\n',
        {"new": [(3, "n-new")]},
    ),
    (
        "Assignment Number,Full Name,Position Title\n12345678-2,Nora New,Nurse\n12345678,Nora New,Matron\n",
        {"new": [(3, "n-new")]},
    ),
    (
        "Employee Number,Full Name,Position Title,Latest Start Date\n"
        "12345678,Nora New,Nurse,2/1/2020\n12345678,Nora New,Matron,1/1/2020\n",
        {"new": [(3, "n-new")]},
    ),
    (
        "Employee Number,Full Name,Position Title\n12345678,Nora New,Nurse\n12345678,Nora New,Matron\n",
        {"refused": [(2, "name"), (3, "name")]},
    ),
    # managers (ruling X59)
    ("Name,Manager\nNora New,Petra Lunn\n", {"new": [(2, "n-new")]}),
    ('Name,Manager\nNora New,"Lunn, Petra"\n', {"new": [(2, "n-new")]}),
    ("Name,Manager\nNora New,1 - Petra Lunn\n", {"new": [(2, "n-new")]}),
    ("Name,Manager\nNora New,p-lunn\n", {"new": [(2, "n-new")]}),
    ("Employee Number,Name,Manager\n1,Nora New,2 Moss Mary\n2,Mary Moss,\n", {"new": [(2, "n-new"), (3, "m-moss")]}),
    ("Name,Manager\nNora New,Nobody Atall\n", {"refused": [(2, "manager")]}),
    ("Name,Manager,Foo\nNora New,Mary Moss,x\nMary Moss,,x\n", {"new": [(2, "n-new"), (3, "m-moss")]}),
    (
        "Name,Unit,Manager\nNora New,,Mary Moss\nMary Moss,Ash House,\nMary Moss,Oak Lodge,\n",
        {"new": [(3, "m-moss"), (4, "m-moss-2")], "refused": [(2, "manager")]},
    ),
]


@pytest.mark.parametrize(("table", "wanted"), CASES)
def test_who_is_meant(place: Place, table: str, wanted: dict[str, list[Any]]) -> None:
    assert sorts(place.plan("--dry-run", "--missing", "keep", table=table)) == wanted


def test_a_loop_of_managers_is_refused(place: Place) -> None:
    plan = place.plan("--dry-run", table="Name,Manager\nNora New,Mary Moss\nMary Moss,Nora New\n")
    assert plan["refused"] and all("IG110" in one["message"] for one in plan["refused"])


def test_a_loop_that_a_row_closes_stands_at_its_cell(place: Place) -> None:
    write = "Id,Name,Manager\np-hollis,Pat Hollis,p-lunn\n"
    assert place.run("--yes", "--missing", "keep", table=write).code == 0
    (refused,) = place.plan("--dry-run", table="Id,Name,Manager\np-lunn,Petra Lunn,p-hollis\n")["refused"]
    assert (refused["row"], refused["cell"], refused["field"]) == (2, "C2", "manager")


CHAIN = (
    "Name,Unit,Manager,Started\nAnn Top,,,31/02/2026\nBen Mid,,Ann Top,\nCat Low,,Ben Mid,\nDot Last,,Cat Low,\n"
    "Eve Free,,Petra Lunn,\n"
)


def test_whoever_stands_below_a_row_that_is_refused_is_refused_down_the_chain(place: Place) -> None:
    plan = place.plan("--yes", "--accept-partly", "--missing", "keep", table=CHAIN)
    assert sorts(plan) == {
        "new": [(6, "e-free")],
        "refused": [(2, "started"), (3, "manager"), (4, "manager"), (5, "manager")],
    }
    assert [one["message"] for one in plan["refused"][1:]] == [
        "a-top, which row 2 was to bring, is refused itself",
        "b-mid, which row 3 was to bring, is refused itself",
        "c-low, which row 4 was to bring, is refused itself",
    ]
    assert [one["value"] for one in plan["refused"][1:]] == ["Ann Top", "Ben Mid", "Cat Low"]
    assert place.igreg("check", place.register, "--select", "IG1", "--today", "2026-11-22").code == 0
    assert "Dot Last" not in place.staff and "Eve Free" in place.staff


def test_so_is_whoever_stands_below_a_row_that_check_refuses(place: Place) -> None:
    table = CHAIN.replace("Ann Top,,,31/02/2026", "Ann Top,Ash House,,") + "Fay Ring,,Gil Ring,\nGil Ring,,Fay Ring,\n"
    table += "Hal Below,,Fay Ring,\nIda Low,,Hal Below,\n"
    plan = place.plan("--yes", "--accept-partly", "--missing", "keep", table=table)
    assert [one["id"] for one in plan["new"]] == ["a-top", "b-mid", "c-low", "d-last", "e-free"]
    assert [one["row"] for one in plan["refused"]] == [7, 8, 9, 10]


def test_what_begins_as_a_formula_or_has_no_letters_is_no_name(place: Place) -> None:
    plan = place.plan("--dry-run", table="Name,Unit\n=cmd|x,Ash House\n@here,Ash House\n12345,Ash House\n")
    assert sorted(sorts(plan)["refused"]) == [(2, "name"), (3, "name"), (4, "name")]
    assert list(sorts(plan)) == ["refused"]


def test_capitals_are_told_and_written_as_people_write(place: Place) -> None:
    plan = place.plan("--dry-run", table="Name\nSIOBHAN O'NEILL\n")
    assert (plan["new"][0]["id"], plan["new"][0]["values"]["name"]) == ("s-oneill", "Siobhan O'Neill")
    assert [one["what"] for one in plan["notes"]] == ["capitals"]


def test_a_name_one_letter_apart_is_somebody_else_and_told(place: Place) -> None:
    plan = place.plan("--dry-run", table="Name,Unit\nPetra Lun,Ash House\n")
    assert sorts(plan) == {"new": [(2, "p-lun")]}
    assert [one["what"] for one in plan["notes"]] == ["by-name"]


# Keys (ruling X09)

ESR = 'Employee Number,Full Name\n20481133,"Lunn, Petra"\n20481134,"Osei, Jane"\n'
MARRIED = ESR.replace("Osei, Jane", "Lunn, Jane")


def test_a_key_is_kept_as_a_hash_and_the_secret_out_of_what_is_committed(place: Place) -> None:
    assert place.run("--yes", table=ESR).code == 0
    text = (place.root / "imports" / "staff.toml").read_text(encoding="utf-8")
    keys = text.partition("[keys]\n")[2].split("\n")[:-1]
    assert sorted(line.partition(" = ")[2] for line in keys) == ['"j-osei"', '"p-lunn"']
    assert all(len(line.partition(" = ")[0]) == 32 for line in keys)
    assert "2048113" not in text + place.staff
    secret = place.root / "imports" / ".key"
    if sys.platform != "win32":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert "imports/.key" in (place.root / ".gitignore").read_text(encoding="utf-8").split("\n")


def test_a_second_time_no_byte_changes_and_a_name_that_changes_keeps_its_id(place: Place) -> None:
    assert place.run("--yes", table=ESR).code == 0
    before = {path: path.read_bytes() for path in place.root.rglob("*") if path.is_file()}
    assert place.run("--yes", table=ESR).code == 0
    assert {path: path.read_bytes() for path in place.root.rglob("*") if path.is_file()} == before
    plan = place.plan("--yes", table=MARRIED)
    assert (plan["new"], [one["id"] for one in plan["changed"]]) == ([], ["j-osei"])
    assert "Jane Lunn" in place.staff


def test_a_lost_secret_is_told_and_people_are_found_by_name_again(place: Place) -> None:
    assert place.run("--yes", table=ESR).code == 0
    path = place.root / "imports" / "staff.toml"
    before, register = path.read_text(encoding="utf-8"), place.staff
    (place.root / "imports" / ".key").unlink()
    plan = place.plan("--yes", table=ESR)
    assert (plan["new"], plan["changed"], sorted(plan["unchanged"])) == ([], [], ["j-osei", "p-lunn"])
    assert any("lost" in one["message"] for one in plan["notes"])
    after = path.read_text(encoding="utf-8")
    assert (place.staff, after != before, after.count('"j-osei"')) == (register, True, 1)


def test_the_secret_of_the_environment_counts(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGREG_IMPORT_KEY", "0123456789abcdef" * 4)
    assert place.run("--yes", table=ESR).code == 0
    assert not (place.root / "imports" / ".key").exists()
    monkeypatch.setenv("IGREG_IMPORT_KEY", "short")
    assert place.run("--yes", table=ESR).code == 2


def test_another_key_of_the_same_name_is_another_person_or_doubtful(place: Place) -> None:
    assert place.run("--yes", table=ESR).code == 0
    plan = place.plan("--dry-run", table=ESR + '20481139,"Osei, Jane"\n')
    assert (sorts(plan)["new"], "refused" in sorts(plan)) == ([(4, "j-osei-2")], False)
    plan = place.plan("--dry-run", table='Employee Number,Full Name\n20481133,"Lunn, Petra"\n7,"Osei, Jane"\n')
    assert sorts(plan)["refused"] == [(3, "name")]


def test_a_dry_run_keeps_no_secret(place: Place) -> None:
    assert place.run("--dry-run", table=ESR).code == 0
    assert not (place.root / "imports").exists() and not (place.root / ".gitignore").exists()


def test_a_return_by_key_is_refused(place: Place) -> None:
    assert place.run("--yes", "--missing", "keep", table=ESR).code == 0
    left = place.staff.replace("name: Jane Osei", "name: Jane Osei, left: 2026-11-21").replace("}, left", ", left")
    (place.register / "staff.yaml").write_text(left, encoding="utf-8")
    assert sorts(place.plan("--dry-run", "--missing", "keep", table=ESR))["refused"] == [(3, "name")]
