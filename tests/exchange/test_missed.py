"""Who is missing in a table: told, or ended where it is certain that the table should have them (X11, X47)."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.errors import IgregError
from igreg.exchange.missed import Missed, missed, refuse_kind
from tests.exchange.test_plan import register

TODAY = dt.date(2026, 11, 22)
STAFF = """\
- {id: here, name: Here, unit: ash, started: 2020-01-01}
- {id: missing, name: Missing, unit: ash, started: 2020-01-01}
- {id: elsewhere, name: Elsewhere, unit: elm, started: 2020-01-01}
- {id: lent, name: Lent, unit: ash, started: 2020-01-01, employer: icb}
- {id: trustee, name: Trustee, unit: ash, started: 2020-01-01, worker: trustee}
- {id: bank, name: Bank, unit: ash, started: 2020-01-01, worker: bank}
- {id: unknown, name: Unknown, unit: ash}
- {id: gone, name: Gone, unit: ash, started: 2020-01-01, left: 2026-11-21}
- {id: to-come, name: Come, unit: ash, started: 2026-11-23}
"""
ROLES = "- {id: siro, title: Risk owner, holders: [{staff: missing, from: 2020-01-01}]}\n"


def of(how: str, units: tuple[str, ...] = ("ash",), staff: str = STAFF, **terms: bool) -> Missed:
    return missed(register(staff=staff, roles=ROLES), "staff", {"here"}, units, how, TODAY, **terms)


def test_who_is_employed_in_a_unit_of_the_table_is_missed() -> None:
    out = of("end")
    assert [(one.id, one.what, one.roles) for one in out.gone] == [
        ("missing", "ended", ["siro"]),
        ("bank", "ended", []),
    ]
    assert [dict(one.values) for one in out.wanted] == [{("left",): "2026-11-22"}] * 2
    assert [one.value for one in out.notes] == ["lent", "trustee", "unknown"]
    assert {one.what for one in out.notes} == {"external"}


def test_to_report_is_to_tell_and_to_keep_is_not_to_look() -> None:
    out = of("report")
    assert [(one.id, one.what) for one in out.gone] == [("missing", "told"), ("bank", "told"), ("unknown", "told")]
    assert not out.wanted
    assert of("keep") == Missed()


def test_a_table_without_units_ends_nobody() -> None:
    assert not of("end", ()).gone
    assert [one.id for one in of("report", ()).gone] == ["missing", "elsewhere", "bank", "unknown"]


def many(missing: int, all: int) -> str:
    return "".join(
        f"- {{id: p{at}, name: P{at}, unit: ash, started: 2020-01-01}}\n" for at in range(missing)
    ) + "".join(f"- {{id: e{at}, name: E{at}, unit: elm, started: 2020-01-01}}\n" for at in range(all - missing))


@pytest.mark.parametrize(("missing", "all", "refused"), [(5, 6, 0), (6, 24, 0), (6, 23, 1)])
def test_over_a_quarter_and_over_five_is_refused(missing: int, all: int, refused: int) -> None:
    out = of("end", staff=many(missing, all))
    assert (len(out.refused), len(out.wanted)) == (refused, 0 if refused else missing)
    out = of("end", staff=many(missing, all), accept_partly=True)
    assert (len(out.refused), len(out.wanted)) == (refused, missing)


def test_units_and_roles_end_with_their_own_field_and_nothing_else_can() -> None:
    known = register(units="- {id: ash, name: Ash}\n- {id: elm, name: Elm, end: 2026-11-21}\n- {id: oak, name: Oak}\n")
    out = missed(known, "units", {"oak"}, (), "end", TODAY)
    assert [(one.name, dict(one.values)) for one in out.wanted] == [("ash", {("end",): "2026-11-22"})]
    for kind in ("policies", "training-records"):
        with pytest.raises(IgregError) as refused:
            refuse_kind(kind, "end")
        assert refused.value.code == 2
        refuse_kind(kind, "report")


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ("unit: ash", "no `started`"),
        ("started: 2020-01-01", "no `unit`"),
        ("job_title: Carer", "neither `started` nor `unit`"),
    ],
)
def test_what_somebody_lacks_to_be_missed_is_said(fields: str, lacks: str) -> None:
    [note] = of("end", staff=f"- {{id: a, name: A, {fields}}}\n").notes
    assert note.message == f"a is not in the file and has {lacks} in the register, so nothing changes"
