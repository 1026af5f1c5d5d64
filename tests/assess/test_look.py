"""A return put together: which items, which owner, which figures of the whole, and what is said first."""

from __future__ import annotations

import json

import pytest

from tests.assess.returns import ANSWERED, DAY, FILES, PACK, RETURN, Igreg, Write, found, states

WHOLE = {
    "met": 1,
    "not-met": 0,
    "unanswered": 1,
    "stale": 0,
    "contradicted": 1,
    "not-applicable": 0,
    "shown": 2,
    "partly": 1,
    "not-shown": 0,
    "ask": 1,
}


def test_the_shape_of_the_whole(igreg: Igreg, write: Write) -> None:
    value = found(igreg, write(ANSWERED), today="2026-11-01")
    first = value["items"][0]
    assert {key: value[key] for key in value if key not in ("items", "summary")} == {
        "version": 1,
        "today": "2026-11-01",
        "framework": "ours",
        "edition": "2026-27",
        "assessment": "ret",
        "category": 3,
        "deadline": "2027-06-30",
        "days": 241,
        "target": "standards-met",
        "reached": "approaching",
        "incomplete": [],
    }
    assert list(value)[:11] == [
        *("version", "today", "framework", "edition", "assessment", "category", "deadline", "days", "target"),
        *("reached", "items"),
    ]
    assert first == {
        "item": "1.1",
        "title": "Who answers for information",
        "group": "1a",
        "input": "text",
        "need": "mandatory",
        "approaching": True,
        "register": "shown",
        "state": "met",
        "answer": "Ann does",
        "by": "lead",
        "on": "2026-08-22",
        "draft": "Ann Ash answers for information risk.",
        "evidence": [{"record": "siro", "why": "held since 2020-01-01"}],
        "missing": [],
        "owner": "lead",
        "source": ["cs"],
        "confidence": "high",
    }
    assert states(value) == {
        "1.1": ("shown", "met"),
        "1.2": ("shown", "met"),
        "1.3": ("partly", "contradicted"),
        "1.10": ("not-shown", "unanswered"),
        "2.1": ("ask", "unanswered"),
    }
    assert value["summary"] == WHOLE | {"met": 2}


@pytest.mark.parametrize(("today", "state"), [("2026-11-22", "met"), ("2026-11-23", "stale")])
def test_an_answer_is_stale_the_day_after(igreg: Igreg, write: Write, today: str, state: str) -> None:
    assert states(found(igreg, write(ANSWERED), today=today))["1.1"] == ("shown", state)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ((), ["1.1", "1.2", "1.3", "1.10", "2.1"]),
        (("--item", "1.10", "--item", "1.1"), ["1.1", "1.10"]),
        (("--gaps",), ["1.3", "1.10", "2.1"]),
        (("--owner", "siro"), ["1.3"]),
        (("--owner", "IG lead", "--gaps"), ["1.10", "2.1"]),
        (("--group", "1"), ["1.1", "1.3"]),
        (("--group", "1a"), ["1.1"]),
    ],
)
def test_what_is_chosen_changes_no_figure(igreg: Igreg, write: Write, words: tuple[str, ...], ids: list[str]) -> None:
    ran = igreg("assess", "ret", write(ANSWERED), *DAY, *words, "--format", "json", "-q")
    value = json.loads(ran.out)
    assert [one["item"] for one in value["items"]] == ids
    assert value["summary"] == found(igreg, write(ANSWERED))["summary"]


def test_of_a_pack_alone_nothing_is_answered(igreg: Igreg, write: Write) -> None:
    value = found(igreg, write(ANSWERED), "ours")
    assert value["assessment"] is None
    assert {one["state"] for one in value["items"]} == {"unanswered"}
    assert {one["owner"] for one in value["items"]} == {"lead"}
    assert value["summary"]["unanswered"] == 4


def test_what_is_mandatory_and_done_reaches_the_target(igreg: Igreg, write: Write) -> None:
    done = RETURN.replace('{item: "2.1", answer: true}', '{item: "2.1", answer: true, by: ben, on: 2026-11-22}')
    done = done.replace("answer: true, by: ben, on: 2026-11-01", "not_applicable: none, by: ben, on: 2026-11-01")
    folder = write(FILES | {"assessments.yaml": done})
    value = found(igreg, folder)
    assert value["reached"] == "standards-met"
    assert value["remarks"] == ["set aside, though the toolkit does not offer this: 1.3"]
    text = igreg("assess", folder, *DAY).out
    assert "Reached: Standards met. Target: Standards met, by 30 June 2027: 220 days left." in text
    assert "Set aside, though the toolkit does not offer this: 1.3." in text
    assert "Nothing stands between here and Standards met." in text


@pytest.mark.parametrize(("today", "closed"), [("2027-06-30", False), ("2027-07-01", True)])
def test_a_closed_edition_is_said_first(igreg: Igreg, write: Write, today: str, closed: bool) -> None:
    text = igreg("assess", "ours", write(FILES), "--today", today).out
    assert ("The edition 2026-27 is closed: its last day was 30 June 2027." in text) is closed
    assert ("frameworks ours --format yaml" in " ".join(text.split())) is closed


def test_what_is_not_established_is_counted_nowhere(igreg: Igreg, write: Write) -> None:
    """Of category 2 no list is known."""
    folder = write(FILES | {"organisation.yaml": "name: ALB\ntype: arms-length-body\ndspt_category: 2\n"})
    value = found(igreg, folder, "dspt-v8")
    assert {one["need"] for one in value["items"]} == {"unknown"}
    assert value["reached"] is None
    assert set(value["summary"].values()) == {0}
    assert any("category 2 is not established" in line for line in value["remarks"])


def test_a_pack_without_dates_has_no_days(igreg: Igreg, write: Write) -> None:
    pack = PACK.replace("opens: 2026-07-01\ndeadline: 2027-06-30\n", "")
    value = found(igreg, write(FILES | {"../frameworks/ours.yaml": pack}), "ours")
    assert (value["deadline"], value["days"]) == (None, None)
    assert (
        "Target: Standards met." in igreg("assess", "ours", write(FILES | {"../frameworks/ours.yaml": pack}), *DAY).out
    )


def test_what_a_broken_file_hides_is_no_contradiction(igreg: Igreg, write: Write) -> None:
    folder = write(ANSWERED | {"courses.yaml": "- id: C\n  title T\n"})
    value = found(igreg, folder, code=1)
    assert value["incomplete"] == ["register/courses.yaml"]
    assert states(value)["1.3"] == ("ask", "met")
    assert found(igreg, folder, "--incomplete-ok")["incomplete"]
    assert "cannot be read" in igreg("assess", folder, *DAY).out


def test_an_answer_s_own_evidence_is_listed_and_proves_nothing(igreg: Igreg, write: Write) -> None:
    more = RETURN + '    - {item: "1.10", evidence: [P1, gone], answer: docs/p1.pdf, by: ben, on: 2026-11-01}\n'
    item = found(igreg, write(FILES | {"assessments.yaml": more}))["items"][3]
    assert item["register"] == "not-shown"
    assert item["evidence"] == [{"record": "P1", "why": "named in the answer"}]


def test_an_organisation_that_cannot_be_read_is_said_first(igreg: Igreg, write: Write) -> None:
    """Its type and category are not known then, and with them which items are asked."""
    value = found(igreg, write(ANSWERED | {"organisation.yaml": "name: [\n"}), code=1)
    assert value["remarks"][0].startswith("What sort of organisation this is cannot be read")
    assert "remarks" not in found(igreg, write(ANSWERED))
