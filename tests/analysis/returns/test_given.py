"""What an answer says of an item: a yes, a no, a level, a document or nothing; and whether it counts."""

from __future__ import annotations

import pytest

from igreg.analysis.returns.framework_return import Return, pack_of, returns
from igreg.analysis.returns.given import Given, documents_of, looks_like_document, names_document, shows_itself
from igreg.model.kinds.assessments import Assessment
from igreg.rules._rule import Context
from tests.analysis.returns.returning import HEAD, SIRO, pack, register
from tests.pages import moment

ITEMS = """
id: "1", input: yes-no
id: "2", input: text, max_age: 1 year
id: "3", input: document
id: "4", input: level, level: partially-achieved
id: "5", input: level, level: {category-1: achieved}
id: "6", input: level, levels: [low, high], level: {category-1: high}
id: "7", input: text, need: optional, not_applicable_when: never
id: "8", input: text, need: {category-1: mandatory}
"""
NAMED = "by: ada, on: 2026-11-01"
POLICIES = "- {id: P, title: P, document: {path: docs/p.pdf}}\n- {id: Q, title: Q}\n"


def made(*answers: str, more: str = "", today: str = "2026-11-24", head: str = HEAD) -> Return:
    """The return of an assessment with some answers."""
    found = register(pack(ITEMS, head), "\n".join(answers), more=more, policies=POLICIES, documents=["docs/p.pdf"])
    (one,) = returns(Context(found, moment(today)))
    return one


def given(answer: str) -> Given:
    return next(iter(made(answer).given.values()))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("item: '1', answer: true", "yes"),
        ("item: '1', answer: 'Yes'", "yes"),
        ("item: '1', answer: false", "no"),
        ("item: '1', answer: 'NO'", "no"),
        ("item: '1', answer: perhaps", "wrong"),
        ("item: '1'", "nothing"),
        ("item: '2', answer: We do.", "yes"),
        ("item: '2', answer: 'no'", "yes"),
        ("item: '2', answer: 'False'", "no"),
        ("item: '2'", "nothing"),
        ("item: '3', answer: docs/p.pdf", "yes"),
        ("item: '3', answer: 'https://example.org/p'", "yes"),
        ("item: '3', answer: We have one", "nothing"),
        ("item: '3', documents: [{path: docs/x.pdf}]", "yes"),
        ("item: '3', documents: [{url: 'https://example.org/p'}]", "yes"),
        ("item: '3', documents: [{title: A paper}]", "nothing"),
        ("item: '3', evidence: [P]", "yes"),
        ("item: '3', evidence: [Q]", "nothing"),
        ("item: '3', evidence: [Q, P]", "yes"),
        ("item: '3', evidence: [zed]", "nothing"),
        ("item: '3'", "nothing"),
        ("item: '4', answer: not-achieved", "no"),
        ("item: '4', answer: partially-achieved", "yes"),
        ("item: '4', answer: achieved", "yes"),
        ("item: '4', answer: great", "wrong"),
        ("item: '4'", "nothing"),
        ("item: '5', answer: not-achieved", "no"),
        ("item: '5', answer: partially-achieved", "recorded"),
        ("item: '5', answer: achieved", "yes"),
        ("item: '6', answer: low", "no"),
        ("item: '6', answer: high", "yes"),
        ("item: '6', answer: achieved", "wrong"),
    ],
)
def test_what_it_says(answer: str, says: str) -> None:
    assert given(answer).says == says


@pytest.mark.parametrize(
    ("answer", "named", "counts", "draft"),
    [
        (f"item: '2', answer: A, {NAMED}", True, True, False),
        (f"item: '1', answer: false, {NAMED}", True, True, False),
        (f"item: '5', answer: partially-achieved, {NAMED}", True, True, False),
        ("item: '2', answer: A, by: ada", False, False, True),
        ("item: '2', answer: A, on: 2026-11-01", False, False, True),
        ("item: '2', answer: A", False, False, True),
        (f"item: '2', {NAMED}", True, False, False),
        (f"item: '1', answer: perhaps, {NAMED}", True, False, False),
        ("item: '1', answer: perhaps", False, False, False),
        (f"item: '2', not_applicable: No such thing, {NAMED}", True, True, False),
        ("item: '2', not_applicable: No such thing", False, False, True),
        ("item: '2'", False, False, False),
    ],
)
def test_whether_it_counts(answer: str, named: bool, counts: bool, draft: bool) -> None:
    one = given(answer)
    assert (one.named, one.counts, one.is_draft) == (named, counts, draft)


@pytest.mark.parametrize(
    ("text", "looks", "names"),
    [
        ("docs/p.pdf", True, True),
        (" docs/p.pdf ", True, True),
        ("policy.docx", True, True),
        ("The policy.docx", True, True),
        ("https://example.org/a", True, True),
        ("www.example.org", True, True),
        ("We have a policy", False, False),
        ("We have a policy.", False, False),
        ("a\nb.pdf", False, False),
        ("../out.pdf", True, False),
        ("/etc/x.pdf", True, False),
        ("", False, False),
    ],
)
def test_what_reads_like_a_document(text: str, looks: bool, names: bool) -> None:
    assert (looks_like_document(text), names_document(text)) == (looks, names)


@pytest.mark.parametrize(
    ("answer", "shows"),
    [
        ("item: '2', evidence: [P]", True),
        ("item: '2', evidence: [zed]", False),
        ("item: '2', evidence: [zed, Q]", True),
        ("item: '2', documents: [{path: docs/p.pdf}]", True),
        ("item: '2', documents: [{path: docs/x.pdf}]", False),
        ("item: '2', documents: [{url: 'https://example.org/p'}]", True),
        ("item: '2', documents: [{path: docs/x.pdf}, {path: docs/p.pdf}]", True),
        ("item: '3', answer: docs/p.pdf", True),
        ("item: '3', answer: docs/x.pdf", False),
        ("item: '3', answer: 'https://example.org/p'", True),
        ("item: '2', answer: docs/p.pdf", False),
        ("item: '2', answer: A", False),
        ("item: '3'", False),
    ],
)
def test_whether_it_shows_itself(answer: str, shows: bool) -> None:
    of = made(answer)
    (one,) = of.given.values()
    item = of.pack.by_item[one.answer.item or ""]
    assert shows_itself(of.as_of.register, item, one.answer) is shows


def test_every_document_of_a_record_however_deep() -> None:
    found = register(
        pack(ITEMS),
        roles=SIRO
        + "- {id: x, title: X, holders: [{staff: ada, document: {path: a.pdf}}, {staff: ada, document: {title: T}}, "
        "{staff: ada, document: {url: 'https://example.org'}}]}\n",
    )
    assert [one.path or one.url for one in documents_of(found.by_id["x"])] == ["a.pdf", "https://example.org"]
    assert list(documents_of(found.by_id["siro"])) == []


def test_items_that_are_asked_and_answered() -> None:
    of = made(
        f"item: '1', answer: true, {NAMED}", "item: '2', answer: A", f"item: '1', answer: false, {NAMED}", "item: '99'"
    )
    assert [item.id for item in of.asked] == list("1234567")
    assert [item.id for item in of.mandatory] == list("123456")
    assert [item.id for item in of.unanswered()] == list("23456")
    assert {id: (one.index, one.says) for id, one in of.given.items()} == {"1": (0, "yes"), "2": (1, "yes")}


@pytest.mark.parametrize(
    ("on", "item", "since"),
    [
        ("2026-11-01", "2", None),
        ("2026-07-01", "2", None),
        ("2026-06-30", "2", "2026-06-30"),
        ("2026-06-30", "1", "2026-06-30"),
        ("2026-07-01", "1", None),
    ],
)
def test_answers_from_before_the_edition_opened_are_too_old(on: str, item: str, since: str | None) -> None:
    of = made(f"item: '{item}', answer: true, by: ada, on: {on}")
    found = of.stale_since(of.pack.by_item[item])
    assert (str(found) if found else None) == since
    assert of.is_stale(of.pack.by_item[item]) is (since is not None)


@pytest.mark.parametrize(
    ("more", "today", "since"),
    [
        ("", "2027-07-01", None),
        ("", "2027-07-02", "2027-07-01"),
        ("  status: published\n  published: 2027-07-01\n", "2028-01-01", None),
        ("  status: published\n  published: 2027-07-02\n", "2028-01-01", "2027-07-01"),
        ("  status: published\n", "2027-07-02", "2027-07-01"),
    ],
)
def test_answers_that_are_older_than_they_may_be(more: str, today: str, since: str | None) -> None:
    of = made("item: '2', answer: A, by: ada, on: 2026-07-01", more=more, today=today)
    found = of.stale_since(of.pack.by_item["2"])
    assert (str(found) if found else None) == since


def test_an_answer_without_a_name_is_never_too_old() -> None:
    of = made("item: '2', answer: A, on: 2020-01-01")
    assert of.stale_since(of.pack.by_item["2"]) is None
    assert of.stale_since(of.pack.by_item["1"]) is None


@pytest.mark.parametrize(
    ("more", "deadline", "days"),
    [("", "2027-06-30", 218), ("  due: 2026-11-24\n", "2026-11-24", 0), ("  due: 2026-11-23\n", "2026-11-23", -1)],
)
def test_the_last_day(more: str, deadline: str, days: int) -> None:
    of = made(more=more)
    assert (str(of.deadline), of.days) == (deadline, days)


def test_a_pack_without_a_last_day() -> None:
    of = made(head=HEAD.replace("deadline: 2027-06-30\n", ""))
    assert (of.deadline, of.days) == (None, None)


@pytest.mark.parametrize(
    ("more", "target"),
    [
        ("", "met"),
        ("  target: exceeded\n", "exceeded"),
        ("  target: Exceeded\n", "exceeded"),
        ("  target: gold\n", "gold"),
    ],
)
def test_the_status_to_reach(more: str, target: str) -> None:
    assert made(more=more).target == target


def test_who_answers_an_item() -> None:
    of = made(f"item: '1', answer: true, owner: lead, {NAMED}")
    assert [of.owner(of.pack.by_item[id]) for id in "12"] == ["lead", "siro"]
    without = Return(of.as_of, of.pack)
    assert without.owner(of.pack.by_item["1"]) == "lead"
    assert (without.is_open, without.given, without.judged_on) == (True, {}, of.as_of.today)


@pytest.mark.parametrize(
    ("answer", "unoffered"),
    [
        (f"item: '2', not_applicable: N, {NAMED}", True),
        (f"item: '7', not_applicable: N, {NAMED}", False),
        ("item: '2', not_applicable: N", False),
        (f"item: '2', answer: A, {NAMED}", False),
    ],
)
def test_what_is_set_aside_though_the_pack_does_not_offer_it(answer: str, unoffered: bool) -> None:
    of = made(answer)
    (one,) = of.given.values()
    assert of.set_aside_unoffered(of.pack.by_item[one.answer.item or ""]) is unoffered


def test_an_assessment_of_no_pack_that_is_known() -> None:
    found = register(pack(ITEMS), assessments="- {id: a, framework: zed, owner: siro}\n- {id: b, owner: siro}\n")
    as_of = Context(found, moment("2026-11-24"))
    assert [pack_of(as_of, one) for one in found.of(Assessment)] == [None, None]
    assert list(returns(as_of)) == []
