"""The state of an item: what it is answered with, by whom and when, against what the register shows."""

from __future__ import annotations

import pytest

from tests.analysis.returns.returning import HEAD, SIRO, pack, register, state, states

BY = "by: siro, on: 2026-10-01"
HELD = "proofs: [{held: siro}]"
"""A proof that holds."""
UNKNOWN = "proofs: [{records: audits}]"
"""One that fails since the register does not know."""
VACANT = "proofs: [{held: ig-lead}]"
"""One that fails since the opposite is shown."""


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        ("input: text", BY, "unanswered"),
        ("input: text", "answer: We do", "unanswered"),
        ("input: text", "answer: We do, by: siro", "unanswered"),
        ("input: text", "answer: We do, on: 2026-10-01", "unanswered"),
        ("input: text", f"answer: We do, {BY}", "met"),
        ("input: text", f"answer: 'No', {BY}", "met"),
        ("input: text", f"answer: false, {BY}", "not-met"),
        ("input: yes-no", f"answer: true, {BY}", "met"),
        ("input: yes-no", f"answer: Yes, {BY}", "met"),
        ("input: yes-no", f"answer: 'no', {BY}", "not-met"),
        ("input: yes-no", f"answer: FALSE, {BY}", "not-met"),
        ("input: yes-no", f"answer: perhaps, {BY}", "unanswered"),
        ("input: document", f"answer: docs/a.pdf, {BY}", "met"),
        ("input: document", f"answer: our policy.docx, {BY}", "met"),
        ("input: document", f"answer: 'https://example.org/a', {BY}", "met"),
        ("input: document", f"answer: We have one in the office, {BY}", "unanswered"),
        ("input: document", f"answer: true, {BY}", "unanswered"),
        ("input: document", f"answer: false, {BY}", "not-met"),
        ("input: document", f"documents: [{{path: docs/a.pdf}}], {BY}", "met"),
        ("input: document", f"documents: [{{path: ../a.pdf}}], {BY}", "unanswered"),
        ("input: document", f"documents: [{{path: ../a.pdf}}, {{url: 'https://example.org/a'}}], {BY}", "met"),
        ("input: document", f"documents: [{{path: /etc/hosts}}], {BY}", "unanswered"),
        ("input: document", f"answer: ../a.pdf, {BY}", "unanswered"),
        ("input: document", f"answer: /etc/hosts, {BY}", "unanswered"),
        ("input: document", f"evidence: [POL-1], {BY}", "met"),
        ("input: document", f"evidence: [POL-2], {BY}", "unanswered"),
        ("input: level", f"answer: achieved, {BY}", "met"),
        ("input: level", f"answer: partially-achieved, {BY}", "not-met"),
        ("input: level", f"answer: true, {BY}", "unanswered"),
        ("input: level, level: partially-achieved", f"answer: partially-achieved, {BY}", "met"),
        ("input: level, level: {category-3: not-achieved}", f"answer: not-achieved, {BY}", "met"),
        ("input: level, level: '2', levels: ['0', '1', '2', '3']", f"answer: 1, {BY}", "not-met"),
        ("input: level, level: '2', levels: ['0', '1', '2', '3']", f"answer: 2, {BY}", "met"),
        ("input: level, level: unknown", f"answer: achieved, {BY}", "met"),
        ("input: level, level: unknown", f"answer: partially-achieved, {BY}", "recorded"),
        ("input: level, level: unknown", f"answer: not-achieved, {BY}", "not-met"),
        ("input: text", f"not_applicable: We have no e-mail, {BY}", "not-applicable"),
        ("input: text", "not_applicable: We have no e-mail", "unanswered"),
    ],
)
def test_what_an_answer_says(item: str, answer: str, expected: str) -> None:
    policies = "- {id: POL-1, title: A, document: {path: docs/p.md}}\n- {id: POL-2, title: B}\n"
    assert state(item, answer, policies=policies) == expected


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        (HELD, "answer: We do", "met"),
        (UNKNOWN, "answer: We do", "contradicted"),
        (f"proofs: [{HELD[9:-1]}, {UNKNOWN[9:-1]}]", "answer: We do", "contradicted"),
        (UNKNOWN, "answer: We do, evidence: [siro]", "met"),
        (UNKNOWN, "answer: We do, evidence: [nobody]", "contradicted"),
        (UNKNOWN, "answer: We do, documents: [{path: docs/there.pdf}]", "met"),
        (UNKNOWN, "answer: We do, documents: [{path: docs/gone.pdf}]", "contradicted"),
        (UNKNOWN, "answer: We do, documents: [{url: 'https://example.org'}]", "met"),
        (VACANT, "answer: We do, evidence: [siro]", "contradicted"),
        (UNKNOWN, "answer: false", "not-met"),
        (UNKNOWN, "not_applicable: We have none", "not-applicable"),
    ],
)
def test_a_yes_that_the_register_does_not_bear_out(item: str, answer: str, expected: str) -> None:
    found = state(f"input: text, {item}", f"{answer}, {BY}", documents=["docs/there.pdf"])
    assert found == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("achieved", "contradicted"), ("partially-achieved", "recorded"), ("not-achieved", "not-met")],
)
def test_only_the_highest_level_can_be_contradicted_where_none_is_known(answer: str, expected: str) -> None:
    assert state(f"input: level, level: unknown, {UNKNOWN}", f"answer: {answer}, {BY}") == expected


@pytest.mark.parametrize(
    ("on", "today", "more", "expected"),
    [
        ("2026-08-31", "2027-02-28", "", "met"),
        ("2026-08-31", "2027-03-01", "", "stale"),
        ("2026-07-01", "2026-07-01", "", "met"),
        ("2026-06-30", "2026-07-01", "", "stale"),
        ("2026-08-31", "2028-01-01", "  status: published\n  published: 2027-02-28\n", "met"),
        ("2026-08-31", "2028-01-01", "  status: published\n  published: 2027-03-01\n", "stale"),
        ("2026-08-31", "2028-01-01", "  status: published\n", "stale"),
    ],
)
def test_how_old_an_answer_may_be(on: str, today: str, more: str, expected: str) -> None:
    assert state("input: text, max_age: 6 months", f"answer: We do, by: siro, on: {on}", today, more=more) == expected


def test_what_is_set_aside_grows_old_too() -> None:
    assert state("input: text", "not_applicable: No e-mail, by: siro, on: 2026-06-30") == "stale"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("answer: false, by: siro, on: 2026-06-01, not_applicable: x", "not-met"),
        ("answer: We do, by: siro, on: 2026-06-01, not_applicable: x", "contradicted"),
    ],
)
def test_of_several_states_the_first_counts(answer: str, expected: str) -> None:
    assert state(f"input: text, {UNKNOWN}", answer) == expected


def test_without_dates_nothing_is_stale_for_the_editions_sake() -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(("opens", "deadline")))
    made = register(pack("id: i, input: text", head), "item: i, answer: We do, by: siro, on: 2001-01-01")
    found = states(made)
    assert found.by_item["i"].state == "met"
    assert (found.of.deadline, found.of.days) == (None, None)


def test_a_file_that_cannot_be_read_contradicts_nothing() -> None:
    made = register(pack(f"id: i, input: text, {UNKNOWN}"), f"item: i, answer: We do, {BY}", audits="- {id: [\n")
    assert states(made).by_item["i"].shown.register in ("ask", "not-shown")


DPO = "- {id: dpo, title: DPO, function: dpo, holders: [{staff: ada, from: 2024-01-01}]}\n"
ITEMS = """id: a, input: text, approaching: [category-3]
id: b, input: text
id: c, input: text, need: optional
id: d, input: text, need: unknown
id: e, input: text, need: {category-1: mandatory}
id: f, input: text, need: {category-3: optional, care-provider: mandatory}
"""


def test_items_are_listed_in_order_and_mandatory_ones_counted() -> None:
    found = states(register(pack(ITEMS), f"item: a, answer: x, {BY}\nitem: c, answer: x, {BY}"))
    assert [(one.item.id, one.need, one.state) for one in found.items] == [
        ("a", "mandatory", "met"),
        ("b", "mandatory", "unanswered"),
        ("c", "optional", "met"),
        ("d", "unknown", "unanswered"),
        ("f", "mandatory", "unanswered"),
    ]
    assert found.summary == {
        "met": 1,
        "not-met": 0,
        "unanswered": 2,
        "stale": 0,
        "contradicted": 0,
        "not-applicable": 0,
        "shown": 0,
        "partly": 0,
        "not-shown": 0,
        "ask": 3,
    }
    assert [one.item.id for one in found.between()] == ["b", "f"]


def test_recorded_is_counted_where_a_level_is_not_known() -> None:
    found = states(register(pack("id: i, input: level, level: unknown"), f"item: i, answer: partially-achieved, {BY}"))
    assert found.summary["recorded"] == 1
    assert found.reached is None


def test_all_achieved_reaches_nothing_while_no_level_is_known() -> None:
    found = states(register(pack("id: i, input: level, level: unknown"), f"item: i, answer: achieved, {BY}"))
    assert (found.summary["met"], found.reached) == (1, None)


@pytest.mark.parametrize(
    ("answered", "roles", "expected"),
    [
        ("", "", None),
        ("b", "", None),
        ("a", "", "approaching"),
        ("ab", "", "approaching"),
        ("abf", "", "met"),
        ("abf", DPO, "exceeded"),
        ("a", DPO, "approaching"),
    ],
)
def test_the_best_status_that_is_reached(answered: str, roles: str, expected: str | None) -> None:
    answers = "\n".join(f"item: {one}, answer: x, {BY}" for one in answered)
    assert states(register(pack(ITEMS), answers, SIRO + roles)).reached == expected


def test_what_does_not_apply_is_enough_and_what_the_pack_does_not_offer_is_told() -> None:
    items = "id: a, input: text, not_applicable_when: no e-mail\nid: b, input: text"
    answers = f"item: a, not_applicable: none, {BY}\nitem: b, not_applicable: none, {BY}"
    found = states(register(pack(items), answers))
    assert found.reached == "met"
    assert [one.item.id for one in found.set_aside_unoffered()] == ["b"]
    assert not list(
        states(register(pack("id: b, input: text"), f"item: b, not_applicable: none, {BY}")).set_aside_unoffered()
    )


def test_a_better_status_satisfies_a_lesser_one() -> None:
    answers = "\n".join(f"item: {one}, answer: x, {BY}" for one in "abf")
    found = states(register(pack(ITEMS), answers))
    assert [word for word in ("approaching", "met", "exceeded", "none") if found.satisfies(word)] == [
        "approaching",
        "met",
    ]


def test_of_two_statuses_with_no_items_none_is_reached() -> None:
    head = HEAD.replace("applies_to: [category-3]", "applies_to: [category-4]")
    found = states(register(pack("id: c, input: text, need: optional", head), f"item: c, answer: x, {BY}"))
    assert found.reached is None


def test_whose_item_it_is() -> None:
    roles = SIRO + "- {id: nurse, title: Nurse}\n"
    made = register(pack("id: a, input: text\nid: b, input: text"), "item: a, owner: nurse", roles)
    assert [one.owner for one in states(made).items] == ["nurse", "siro"]


def test_days_target_and_category() -> None:
    plain = states(register(pack("id: a, input: text, need: {category-3: mandatory}"))).of
    assert (str(plain.deadline), plain.days, plain.target, plain.category) == ("2027-06-30", 240, "met", 3)
    own = states(register(pack("id: a, input: text"), more="  due: 2026-11-01\n  target: EXCEEDED\n")).of
    assert (own.days, own.target, own.category) == (-1, "exceeded", None)
