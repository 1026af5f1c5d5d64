"""Any change of a small register: nothing comes of none, on any day, and the way back brings the opposite."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from igreg.analysis.tenure import Tenure
from igreg.register.register import Register
from tests.analysis.consequences.told import compare, mirrored, told
from tests.analysis.registers import register

STAFF = ("ann", "ben", "cat", "dan")
DAYS = ("2025-06-30", "2026-11-23", "2026-11-24", "2026-11-25", "2027-03-31")


def any_register(chance: random.Random) -> Register:
    """Some posts, appointments, flows, a group, a plan, policies and exceptions."""

    def day(*, none: float = 0.4) -> str | None:
        return None if chance.random() < none else chance.choice(DAYS)

    def fields(**values: str | None) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value is not None) + "}"

    def holder() -> str:
        first, last = sorted((chance.choice(DAYS), chance.choice(DAYS)))
        as_ = chance.choice(("substantive", "acting", "deputy"))
        return fields(
            staff=chance.choice(STAFF), **{"from": first}, until=last if chance.random() < 0.4 else None, **{"as": as_}
        )

    def role(id: str, function: str | None) -> str:
        holders = ", ".join(holder() for _ in range(chance.randint(0, 3)))
        areas = chance.choice((None, "[risk]", "[risk, security]"))
        end = day(none=0.8)
        return fields(id=id, title=id.upper(), function=function, areas=areas, end=end, holders=f"[{holders}]")

    def flow(id: str, start: str, end: str) -> str:
        within = f"{chance.choice((1, 5, 80))} hours"
        return fields(
            id=id, title=id, **{"from": start}, to=f"[{end}]", trigger="incident", within=within, end=day(none=0.8)
        )

    def rows(*records: str) -> str:
        return "".join(f"- {one}\n" for one in records if chance.random() < 0.85)

    return register(
        organisation="{name: E, type: other, breach_report_to: ico}\n",
        roles=rows(role("dpo", "dpo"), role("siro", "siro"), role("clerk", None)),
        staff="".join(f"- {fields(id=id, name=id.title(), left=day(none=0.7))}\n" for id in STAFF),
        bodies="- {id: ico, name: ICO}\n",
        flows=rows(flow("F-1", "all-staff", "dpo"), flow("F-2", "dpo", "siro"), flow("F-3", "dpo", "ico")),
        groups=rows(
            fields(id="g", title="G", chair="siro", members="[siro, dpo, dan]", quorum=str(chance.randint(1, 3)))
        ),
        policies=rows(fields(id="P", title="P", owner=chance.choice(("siro", "dpo", "gone")))),
        exceptions=rows(
            fields(id="EX", rule="no-deputy", record="siro", reason="R", approved_by="dpo", until=chance.choice(DAYS))
        ),
        courses="- {id: c, title: C, valid_for: 12 months}\n",
        training_plans="- {id: TP, title: TP, audience: [all-staff], courses: [{course: c}]}\n",
        training_records=rows(*(fields(staff=id, course="c", completed=chance.choice(DAYS)) for id in STAFF)),
    )


@pytest.mark.parametrize("seed", range(40))
def test_there_and_back(seed: int) -> None:
    chance = random.Random(seed)
    one, other = any_register(chance), any_register(chance)
    today = dt.date.fromisoformat(chance.choice(DAYS))
    there, back = told(one, other, today), told(other, one, today)
    assert sorted((row for row in back if row[0] != "ownerless"), key=str) == mirrored(there)
    assert told(one, one, today) == []
    for found in compare(one, other, today):
        assert found.until is None or found.on <= found.until
        assert found.past == (found.until is not None and found.until < today)
        assert found.before != found.after or found.what == "quorum"
        assert isinstance(found.before, tuple) is isinstance(found.after, tuple)


@pytest.mark.parametrize("seed", range(20))
def test_leads_day_by_day(seed: int) -> None:
    """Each day on which the leads of an area differ is in just one run, and no other day is."""
    chance = random.Random(1000 + seed)
    one, other = any_register(chance), any_register(chance)
    found = [each for each in compare(one, other) if each.what.startswith("lead-")]
    for text in DAYS:
        for day in (dt.date.fromisoformat(text) + dt.timedelta(days=by) for by in (-1, 0, 1)):
            for area in ("risk", "security", "governance"):
                was, now = (leads(register, day, area) for register in (one, other))
                runs = [
                    (each.before, each.after)
                    for each in found
                    if each.subject == area and each.on <= day and (each.until is None or day <= each.until)
                ]
                assert runs == ([(was, now)] if was != now else [])


def leads(register: Register, day: dt.date, area: str) -> tuple[str, ...]:
    """Who leads an area on a day, as the rules ask it."""
    tenure = Tenure(register, day)
    return tuple(sorted({staff for role in tenure.leads[area] for staff in tenure.people(role.id)}))
