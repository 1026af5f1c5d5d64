"""Which exceptions are taken out, and which stay and are told."""

from __future__ import annotations

import pytest

from igreg.analysis.as_of import AsOf
from igreg.changes.tidy import tidy
from igreg.errors import IgregError
from igreg.register.register import Register
from tests.analysis.registers import register
from tests.pages import moment

ROLES = "- {id: dpo, title: D}\n- {id: siro, title: S}"


def as_of(found: Register) -> AsOf:
    return AsOf(found, moment("2026-11-24"))


def exception(id: str, record: str) -> str:
    return f"- {{id: {id}, rule: no-deputy, record: {record}, reason: r, approved_by: siro, until: 2027-01-01}}\n"


def test_those_named_are_taken_out() -> None:
    found = register(roles=ROLES, exceptions=exception("E1", "dpo") + exception("E2", "siro") + exception("E3", "dpo"))
    plan = tidy(as_of(found), {"E1", "E3"})
    assert plan.message == "Tidy: 2 exceptions that silence nothing any more: E1, E3"
    ((_, after),) = plan.texts(found.sources.texts).values()
    assert after.strip() == exception("E2", "siro").strip()


def test_one_alone() -> None:
    found = register(roles=ROLES, exceptions=exception("E1", "dpo") + exception("E2", "siro"))
    assert tidy(as_of(found), {"E1"}).message == "Tidy: 1 exception that silences nothing any more: E1"


def test_a_slip_in_the_record_is_told_and_stays() -> None:
    found = register(roles=ROLES, exceptions=exception("E1", "dpoo"))
    plan = tidy(as_of(found), {"E1"})
    assert (plan.changes, plan.remarks) == ({}, ["E1 stays: no record is called 'dpoo'; was 'dpo' meant?"])


def test_of_very_many_that_name_nothing_some_are_looked_at_each_time() -> None:
    ids = [f"E{number}" for number in range(103)]
    found = register(roles=ROLES, exceptions="".join(exception(id, f"{id}-9876543") for id in ids))
    plan = tidy(as_of(found), set(ids))
    assert plan.message.startswith("Tidy: 100 exceptions that silence nothing any more: E0, E1, ")
    assert plan.remarks == [
        f"{id} stays: no record is called '{id}-9876543', as with many before it; look again" for id in ids[100:]
    ]


def test_one_with_a_file_of_its_own_is_told_and_stays() -> None:
    found = register(**{"roles": ROLES, "exceptions/E1": exception("E1", "dpo")[3:-2].replace(", ", "\n")})
    plan = tidy(as_of(found), {"E1"})
    assert plan.changes == {}
    assert plan.remarks == ["E1 stays: it has a file of its own, register/exceptions/E1.yaml; delete that"]


def test_nothing_is_said_while_a_file_cannot_be_read() -> None:
    found = register(roles="- {id: dpo, title: [", exceptions=exception("E1", "dpo"))
    with pytest.raises(IgregError, match="which exceptions silence nothing cannot be said for certain"):
        tidy(as_of(found), {"E1"})
