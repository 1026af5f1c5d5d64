"""The days, the owners and the answers of a return; without an assessment, those of the pack alone."""

from __future__ import annotations

import pytest

from igreg.analysis.returns.framework_return import Return, returns
from igreg.rules._rule import Context
from tests.analysis.returns.returning import HEAD, SIRO, pack, register
from tests.pages import moment

ITEMS = """
id: a, input: yes-no, max_age: 3 months
id: b, input: yes-no, need: {category-3: mandatory}
id: c, input: yes-no, need: {category-1: mandatory}
id: d, input: yes-no, not_applicable_when: none are held
"""


def made(more: str = "", answers: str = "", today: str = "2026-11-02", head: str = HEAD, roles: str = SIRO) -> Return:
    (found,) = returns(Context(register(pack(ITEMS, head), answers, roles, more=more), moment(today)))
    return found


def bare(today: str = "2026-11-02", roles: str = SIRO) -> Return:
    context = Context(register(pack(ITEMS), roles=roles, assessments=""), moment(today))
    read = context.register.packs.get("ours")
    assert read is not None and read.sound is not None
    return Return(context, read.sound)


@pytest.mark.parametrize(
    ("more", "head", "today", "deadline", "days"),
    [
        ("", HEAD, "2027-06-29", "2027-06-30", 1),
        ("", HEAD, "2027-06-30", "2027-06-30", 0),
        ("", HEAD, "2027-07-01", "2027-06-30", -1),
        ("  due: 2027-01-31\n", HEAD, "2027-01-01", "2027-01-31", 30),
        ("", HEAD.replace("deadline: 2027-06-30\n", ""), "2027-01-01", None, None),
    ],
)
def test_the_last_day(more: str, head: str, today: str, deadline: str | None, days: int | None) -> None:
    found = made(more, today=today, head=head)
    assert (found.deadline and found.deadline.isoformat(), found.days) == (deadline, days)


@pytest.mark.parametrize(
    ("more", "target"), [("", "met"), ("  target: Exceeded\n", "exceeded"), ("  target: more\n", "more")]
)
def test_the_status_to_reach(more: str, target: str) -> None:
    assert made(more).target == target


PUBLISHED = "  status: published\n  published: 2026-09-30\n"


@pytest.mark.parametrize(
    ("more", "is_open", "judged"),
    [("", True, "2026-11-02"), (PUBLISHED, False, "2026-09-30"), ("  published: 2026-09-30\n", True, "2026-11-02"), ("  status: published\n", False, "2026-11-02")],
)  # fmt: skip
def test_by_which_day_answers_are_judged(more: str, is_open: bool, judged: str) -> None:
    found = made(more)
    assert (found.is_open, found.judged_on.isoformat()) == (is_open, judged)


@pytest.mark.parametrize(
    ("on", "more", "since"),
    [
        pytest.param("2026-08-02", "", None, id="its last day"),
        pytest.param("2026-08-01", "", "2026-11-01", id="the day after"),
        pytest.param("2026-07-01", "", "2026-10-01", id="since the edition opened"),
        pytest.param("2026-06-30", "", "2026-06-30", id="from before it opened"),
        pytest.param("2026-07-01", PUBLISHED, None, id="published in time"),
    ],
)
def test_since_when_an_answer_is_too_old(on: str, more: str, since: str | None) -> None:
    found = made(more, f"item: a, answer: true, by: siro, on: {on}")
    (one,) = (item for item in found.asked if item.id == "a")
    told = found.stale_since(one)
    assert (told and told.isoformat(), found.is_stale(one)) == (since, since is not None)


def test_what_is_asked_and_what_is_answered() -> None:
    found = made(
        "",
        "item: b, answer: true, by: siro, on: 2026-09-01\n item: b, answer: false, by: lead, on: 2026-09-02\n item: x, answer: true\n item: d, answer: true, on: 2026-09-01",
    )
    assert [item.id for item in found.asked] == ["a", "b", "d"]
    assert [item.id for item in found.mandatory] == ["a", "b", "d"]
    assert [item.id for item in found.unanswered()] == ["a", "d"]
    assert {id: given.answer.by for id, given in found.given.items()} == {"b": "siro", "d": None}


def test_who_owns_an_item() -> None:
    found = made("", "item: a, owner: lead\n item: b, answer: true")
    assert {item.id: found.owner(item) for item in found.asked} == {"a": "lead", "b": "siro", "d": "siro"}
    assert {bare().owner(item) for item in bare().asked} == {"lead"}
    assert bare(roles="- {id: siro, title: S}").owner(bare().asked[0]) is None


def test_a_pack_without_an_assessment() -> None:
    found = bare()
    assert (found.is_open, found.given, found.target, found.days) == (True, {}, "met", 240)
    assert list(returns(found.as_of)) == []


def test_the_category_where_the_pack_asks_for_one() -> None:
    assert made().category == 3
    (other,) = returns(
        Context(
            register(pack("id: a, input: yes-no", HEAD.replace(", applies_to: [category-3]", ""))), moment("2026-11-02")
        )
    )
    assert other.category is None


def test_what_is_set_aside_where_the_pack_does_not_offer_it() -> None:
    aside = "not_applicable: None here, by: siro, on: 2026-09-01"
    found = made("", f"item: a, {aside}\n item: b, not_applicable: None here\n item: d, {aside}")
    assert [item.id for item in found.asked if found.set_aside_unoffered(item)] == ["a"]
    silent = register(pack("id: a, input: yes-no"), f"item: a, {aside}")
    (other,) = returns(Context(silent, moment("2026-11-02")))
    assert not other.set_aside_unoffered(other.asked[0])
