"""Answers that are drafted and signed: what is written where, what stays, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.analysis.returns.framework_return import Return
from igreg.analysis.returns.states import States
from igreg.changes.answer import Said, answer, item_of
from igreg.changes.drafted import drafted, new_id
from igreg.changes.plan import Plan
from igreg.errors import FINDINGS, IgregError
from igreg.register.register import Register
from igreg.rules._rule import Context
from tests.analysis.registers import day
from tests.analysis.returns.returning import SIRO, pack, register, states
from tests.pages import moment

ITEMS = """
id: "1", input: text, answer: "{{ held('siro') }} leads.", proofs: [{held: siro}]
id: "2", input: yes-no, proofs: [{held: siro}], replaces: ["0"]
id: "3", input: document, answer: See the policy, proofs: [{records: policies}]
id: "4", input: text, proofs: [{held: dpo}]
id: "5", input: level
id: "6", input: text, need: {category-1: mandatory}
"""
POLICIES = "- {id: P, title: P, status: in-force, in_force_from: 2026-01-01, document: {path: docs/p.pdf}}\n"
TODAY = "2026-11-24"


def made(*answers: str, more: str = "", **files: str) -> States:
    return states(register(pack(ITEMS), "\n".join(answers), more=more, policies=POLICIES, **files), TODAY)


def lines(plan: Plan, found: States) -> list[str]:
    """The lines of the return, or of the one that is begun, that were not there before."""
    before: Register = found.of.as_of.register
    ((_, (old, new)),) = plan.texts(before.sources.texts).items()
    known = ("", *((old or "").split("\n")), *(("  answers:",) if old else ()))
    return [line.strip() for line in new.split("\n") if line not in known]


def test_what_the_register_shows_is_drafted_and_all_that_is_answered_stays() -> None:
    found = made("item: '5', answer: achieved")
    plan = drafted(found, {"1", "2", "3", "4", "5"})
    assert plan.message == "Draft 3 answers of ret"
    assert lines(plan, found) == [
        "- {item: '1', answer: Ada Byre leads., evidence: [siro]}",
        "- {item: '2', answer: true, evidence: [siro]}",
        "- {item: '3', answer: See the policy, evidence: [P], documents: [{path: docs/p.pdf}]}",
    ]
    assert plan.remarks == ["none counts before somebody has put their name to it: igreg answer ret ITEM --by WHO"]


@pytest.mark.parametrize(
    ("answers", "chosen", "new"),
    [
        pytest.param([], {"1"}, ["- {item: '1', answer: Ada Byre leads., evidence: [siro]}"], id="only what is chosen"),
        pytest.param(["item: '1', answer: Mine"], {"1"}, [], id="what is answered stays"),
        pytest.param(["item: '1', not_applicable: No"], {"1"}, [], id="what is set aside stays"),
        pytest.param([], {"4", "5"}, [], id="what the register does not show"),
        pytest.param(
            ["item: '1', owner: lead"], {"1"}, ["- {item: '1', owner: lead, answer: Ada Byre leads., evidence: [siro]}"],
            id="an answer that is begun",
        ),
        pytest.param(
            ["item: '1', evidence: [lead]"], {"1"}, ["- {item: '1', evidence: [lead], answer: Ada Byre leads.}"],
            id="what is named for it stays",
        ),
    ],
)  # fmt: skip
def test_what_is_drafted(answers: list[str], chosen: set[str], new: list[str]) -> None:
    found = made(*answers)
    plan = drafted(found, chosen)
    if new:
        assert lines(plan, found) == new
    else:
        assert (plan.texts(found.of.as_of.register.sources.texts), plan.remarks) == ({}, [])
        assert plan.nothing.startswith("nothing to draft")


def test_a_document_that_is_still_to_be_named_is_told() -> None:
    policies = POLICIES.replace(", document: {path: docs/p.pdf}", "")
    for answer_, told in (
        ("item: '1', answer: A", True),
        ("item: '3', documents: [{url: 'https://example.org'}]", False),
    ):
        found = states(register(pack(ITEMS), answer_, policies=policies), TODAY)
        plan = drafted(found, {"3"})
        assert ("a document is still to be named for 3: --document PATH" in plan.remarks) is told


def begun(roles: str = SIRO, **files: str) -> States:
    found = register(pack(ITEMS), roles=roles, policies=POLICIES, **{"assessments": "[]", **files})
    read_pack = found.packs.get("ours")
    assert read_pack is not None and read_pack.sound is not None
    context = Context(found, moment(TODAY))
    return States(Return(context, read_pack.sound, None), context.prover)


def test_without_an_assessment_one_is_begun() -> None:
    found = begun(SIRO.replace("function: ig-lead", "function: ig-lead, holders: [{staff: ada, from: 2024-01-01}]"))
    plan = drafted(found, {"1", "2"})
    assert plan.message == "Draft 2 answers of ours-2026-27"
    assert list(plan.new) == ["register/assessments/ours-2026-27.yaml"]
    assert lines(plan, found) == [
        "id: ours-2026-27",
        "title: 'Ours, 2026-27'",
        "framework: ours",
        "owner: lead",
        "status: in-progress",
        "answers:",
        "- item: '1'", "answer: Ada Byre leads.", "evidence: [siro]",
        "- item: '2'", "answer: true", "evidence: [siro]",
    ]  # fmt: skip
    assert new_id(found) == "ours-2026-27"


def test_what_is_not_begun() -> None:
    with pytest.raises(IgregError, match="nobody would own the new assessment"):
        drafted(begun("- {id: siro, title: S, function: siro, holders: [{staff: ada, from: 2024-01-01}]}\n"), {"1"})
    with pytest.raises(IgregError, match="the id 'ours-2026-27' is taken"):
        drafted(begun(units="- {id: ours-2026-27, name: U}\n"), {"1"})
    with pytest.raises(IgregError):
        drafted(made(risks="- {id: x\n"), {"1"})


def signed(answers: list[str], item: str, **words: Any) -> tuple[list[str], list[str]]:
    """The new lines of the return once an item is answered, and what is told besides."""
    found = made(*answers)
    plan = answer(found, found.of.pack.by_item[item], Said("lead", day(words.pop("on", TODAY)), **words))
    assert plan.message == f"Answered: {item} of ret, by lead on {TODAY}"
    return lines(plan, found), plan.remarks


BY = "by: lead, on: 2026-11-24"


@pytest.mark.parametrize(
    ("answers", "item", "words", "new"),
    [
        pytest.param([], "1", {}, f"item: '1', answer: Ada Byre leads., {BY}, evidence: [siro]", id="the draft"),
        pytest.param([], "1", {"answer": "Ben"}, f"item: '1', answer: Ben, {BY}", id="something else"),
        pytest.param([], "2", {"answer": "NO"}, f"item: '2', answer: false, {BY}", id="no"),
        pytest.param([], "2", {"answer": "True"}, f"item: '2', answer: true, {BY}", id="yes"),
        pytest.param([], "5", {"answer": "achieved"}, f"item: '5', answer: achieved, {BY}", id="a level"),
        pytest.param([], "5", {"answer": "false"}, f"item: '5', answer: false, {BY}", id="false is no"),
        pytest.param([], "4", {"not_applicable": "None"}, f"item: '4', {BY}, not_applicable: None", id="set aside"),
        pytest.param([], "3", {"answer": "a\\b.pdf"}, f"item: '3', answer: a/b.pdf, {BY}", id="a path of Windows"),
        pytest.param(
            [], "3", {"answer": "https://example.org/a\\b"}, f"item: '3', answer: 'https://example.org/a\\b', {BY}",
            id="an address",
        ),
        pytest.param([], "3", {"documents": ("a.pdf",)}, f"item: '3', {BY}, documents: [{{path: a.pdf}}]", id="a document"),
        pytest.param(
            [], "1", {"documents": ("a\\b.pdf", "https://example.org"), "evidence": ("siro", "P")},
            f"item: '1', answer: Ada Byre leads., {BY}, evidence: [siro, P], documents: [{{path: a/b.pdf}}, "
            "{url: 'https://example.org'}]", id="more beside the draft's own, each once",
        ),
        pytest.param(["item: '1', answer: Mine"], "1", {}, f"item: '1', answer: Mine, {BY}", id="what stands there"),
        pytest.param(
            ["item: '1', answer: Mine"], "1", {"answer": "Ours"}, f"item: '1', answer: Ours, {BY}", id="in its place",
        ),
        pytest.param(
            ["item: '1', answer: Mine"], "1", {"not_applicable": "N"}, f"item: '1', {BY}, not_applicable: N",
            id="set aside in the place of an answer",
        ),
        pytest.param(
            ["item: '1', not_applicable: N"], "1", {"answer": "Ours"}, f"item: '1', answer: Ours, {BY}",
            id="an answer in the place of a reason",
        ),
        pytest.param(["item: '1', not_applicable: N"], "1", {}, f"item: '1', not_applicable: N, {BY}", id="a reason"),
        pytest.param(
            ["item: '1', owner: siro"], "1", {}, f"item: '1', owner: siro, answer: Ada Byre leads., {BY}, evidence: [siro]",
            id="an answer that is begun",
        ),
        pytest.param(
            ["item: '1', answer: A, evidence: [P]"], "1", {"evidence": ("P", "siro", "siro")},
            f"item: '1', answer: A, evidence: [P, siro], {BY}", id="records beside those that stand there",
        ),
        pytest.param(
            ["item: '1', answer: A, documents: [{path: a.pdf}]"], "1", {"documents": ("a.pdf", "b.pdf")},
            f"item: '1', answer: A, documents: [{{path: a.pdf}}, {{path: b.pdf}}], {BY}", id="documents, too",
        ),
        pytest.param(
            ["item: '1', answer: A, evidence: [P]"], "1", {"evidence": ("siro",)},
            f"item: '1', answer: A, evidence: [P, siro], {BY}", id="others alone, and those that stand there stay",
        ),
        pytest.param(
            ["item: '1', answer: A, documents: [{url: 'https://a.org'}]"], "1", {"documents": ("b.pdf", "https://a.org")},
            f"item: '1', answer: A, documents: [{{url: 'https://a.org'}}, {{path: b.pdf}}], {BY}", id="addresses, too",
        ),
    ],
)  # fmt: skip
def test_what_is_signed(answers: list[str], item: str, words: dict[str, Any], new: str) -> None:
    def fields(line: str) -> set[str]:
        return set(line.strip("-{} ").split(", "))

    (line,), remarks = signed(answers, item, **words)
    assert fields(line) == fields(new)
    assert remarks == []


@pytest.mark.parametrize(
    ("answers", "item", "words", "said", "hint"),
    [
        ([], "4", {}, "there is no draft of 4, as the register does not show it", "say it: --as TEXT"),
        ([], "5", {}, "there is no draft of 5", "say it: --as not-achieved, partially-achieved or achieved"),
        ([], "1", {"answer": " "}, "--as: nothing is said", "say it: --as TEXT"),
        ([], "2", {"answer": "perhaps"}, "perhaps", ""),
        ([], "5", {"answer": "great"}, "great", ""),
        (
            [],
            "3",
            {"answer": "a paper"},
            "--as: 'a paper' is no path and no address of a document",
            "name it: --as PATH",
        ),
        (
            ["item: '3', answer: a paper"],
            "3",
            {},
            "what stands at 3 names no document that answers it",
            "name it: --as",
        ),
        (["item: '2', answer: perhaps"], "2", {}, "there is no draft of 2", "say it: --as yes or --as no"),
        ([], "1", {"on": "2026-11-25"}, "--on: 2026-11-25 is still to come", "say the day"),
        ([], "1", {"evidence": ("zed",)}, "no record has the id 'zed'", ""),
    ],
)
def test_what_is_not_signed(answers: list[str], item: str, words: dict[str, Any], said: str, hint: str) -> None:
    with pytest.raises(IgregError) as told:
        signed(answers, item, **words)
    assert said in told.value.sentence
    assert told.value.hint.startswith(hint)
    assert (told.value.code == FINDINGS) is ("on" in words)


def test_who_signs_and_what_is_told() -> None:
    found = made(more="  status: planned\n")
    said = Said("ada", day("2026-11-01"), "Ben")
    assert answer(found, found.of.pack.by_item["1"], said).remarks == [
        "ret is still `status: planned`; say so when it is begun: status: in-progress"
    ]
    found = made()
    assert answer(found, found.of.pack.by_item["6"], said).remarks == [
        "6 is not asked of this organisation: the answer is listed nowhere"
    ]
    with pytest.raises(IgregError, match="'P' is none of the roles or staff"):
        answer(found, found.of.pack.by_item["1"], Said("P", day(TODAY)))
    closed = made(more="  status: published\n  published: 2026-11-01\n")
    with pytest.raises(IgregError, match="ret is published"):
        answer(closed, closed.of.pack.by_item["1"], said)


def test_an_item_by_its_number() -> None:
    pack_ = made().of.pack
    assert item_of(pack_, "1") is pack_.by_item["1"]
    for word, hint in (("0", "it is 2 now"), ("zeal", "see the items: igreg frameworks ours")):
        with pytest.raises(IgregError) as told:
            item_of(pack_, word)
        assert told.value.hint == hint


def test_of_very_many_records_and_documents_twenty_are_named() -> None:
    policies = "".join(POLICIES.replace("id: P,", f"id: P-{n:02},").replace("p.pdf", f"{n:02}.pdf") for n in range(21))
    found = states(register(pack(ITEMS), "item: '1', answer: A", policies=policies), TODAY)
    (line,) = lines(drafted(found, {"3"}), found)
    assert "P-19" in line and "docs/19.pdf" in line
    assert "P-20" not in line and "docs/20.pdf" not in line
