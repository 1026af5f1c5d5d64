"""Who holds which role, out of a table: an appointment is added or its days change, and none is ended (X50)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.test_import import Igreg, Place
from tests.conftest import Write

HELD = "{staff: a-may, from: 2020-01-01, until: 2022-12-31}, {staff: b-ray, from: 2023-01-01}"
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": "- {id: a-may, name: Ann May}\n- {id: b-ray, name: Bo Ray}\n",
    "roles.yaml": f"- id: it\n  title: Head of IT\n  holders: [{HELD}]\n",
}


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES)


def changes(place: Place, *rows: str) -> list[Any]:
    table = "Role,Holder,From,Until,As\n" + "".join(f"{row}\n" for row in rows)
    plan = place.plan("--dry-run", table=table, kind="roles")
    assert plan["refused"] == []
    return [[one["path"], one["after"]] for record in plan["changed"] for one in record["fields"]]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("it,Bo Ray,01/01/2023,,", []),
        ("it,Bo Ray,,,", []),
        ("it,Bo Ray,01/01/2023,30/11/2026,", [[["holders", 1, "until"], "2026-11-30"]]),
        ("it,Bo Ray,02/01/2023,,", [[["holders", 1, "from"], "2023-01-02"]]),
        ("it,Bo Ray,,31/12/9999,", []),
        ("it,Ann May,31/12/2022,,", [[["holders", 0, "from"], "2022-12-31"]]),
        ("it,Ann May,01/01/2023,,", [[["holders", 2], {"staff": "a-may", "from": "2023-01-01"}]]),
        (
            "it,Ann May,01/01/2019,31/12/2019,",
            [[["holders", 2], {"staff": "a-may", "from": "2019-01-01", "until": "2019-12-31"}]],
        ),
        ("it,Bo Ray,01/06/2026,,Deputy", [[["holders", 2], {"staff": "b-ray", "from": "2026-06-01", "as": "deputy"}]]),
    ],
)
def test_an_appointment_is_found_by_its_first_day_or_still_lasts_else_it_is_another(
    place: Place, row: str, wanted: list[Any]
) -> None:
    assert changes(place, row) == wanted


def test_every_row_adds_its_own_and_takes_out_none(place: Place) -> None:
    table = 'Role,Holder,From\nit,Ann May,01/12/2026\nit,Ann May,01/12/2026\nHead of IT,"Ray, Bo",01/01/2023\n'
    table = table.replace("it,Ann May,01/12/2026\nit,", "it,", 1)
    assert place.run("--yes", table=table, kind="roles").code == 0
    text = (place.register / "roles.yaml").read_text(encoding="utf-8")
    assert text == FILES["roles.yaml"].replace("2023-01-01}]", "2023-01-01}, {staff: a-may, from: 2026-12-01}]")


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        ("it,,01/12/2026,,", "holders.staff", "the row names nobody who holds the role"),
        ("it,Zoe May,01/12/2026,,", "holders.staff", "'Zoe May' is not a person (staff) of this register"),
        ("it,Bo Ray,31/02/2026,,", "holders.from", "February 2026 has no day 31"),
    ],
)
def test_a_row_that_appoints_nobody_is_refused(place: Place, row: str, field: str, message: str) -> None:
    plan = place.plan("--dry-run", table=f"Role,Holder,From,Until,As\n{row}\n", kind="roles")
    assert [(one["field"], one["message"]) for one in plan["refused"]] == [(field, message)]


def test_somebody_new_in_a_role_needs_a_first_day(igreg: Igreg, write: Write) -> None:
    place = Place(igreg, write, FILES | {"roles.yaml": "- {id: it, title: Head of IT}\n"})
    plan = place.plan("--dry-run", table="Role,Holder\nit,Bo Ray\n", kind="roles")
    assert [(one["field"], one["message"]) for one in plan["refused"]] == [
        ("holders.from", "an appointment has a first day, and the row has none")
    ]


def test_a_new_role_has_a_row_for_everyone_who_holds_it(place: Place) -> None:
    table = "Role,Holder,From,Until\nChair,Ann May,01/01/2025,31/12/2025\nchair,Bo Ray,01/01/2026,\nchair,Bo Ray,01/01/2026,\n"
    plan = place.plan("--dry-run", table=table, kind="roles")
    assert plan["refused"] == []
    (new,) = plan["new"]
    assert new["values"]["holders"] == [
        {"staff": "a-may", "from": "2025-01-01", "until": "2025-12-31"},
        {"staff": "b-ray", "from": "2026-01-01"},
    ]


def test_two_rows_of_one_person_with_other_first_days_are_two_appointments(igreg: Igreg, write: Write) -> None:
    place = Place(
        igreg, write, FILES | {"roles.yaml": "- id: it\n  title: IT\n  holders: [{staff: b-ray, from: 2020-01-01}]\n"}
    )
    table = "Role,Holder,From,Until\nit,Bo Ray,01/03/2026,01/11/2026\nit,Bo Ray,02/11/2026,\n"
    ran = place.run("--yes", table=table, kind="roles")
    assert ran.code == 0, ran.err
    once = (place.register / "roles.yaml").read_text(encoding="utf-8")
    assert "from: 2026-03-01, until: 2026-11-01" in once and "from: 2026-11-02" in once
    assert place.run("--yes", table=table, kind="roles").code == 0
    assert (place.register / "roles.yaml").read_text(encoding="utf-8") == once
