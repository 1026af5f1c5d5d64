"""Building records: every fault of the fields, with its rule and key path, and what the record still says."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterable

import pytest

from igreg.findings import KeyPath, Origin
from igreg.model.anatomy import fields_of
from igreg.model.build import Built, build
from igreg.model.kinds import KINDS, model_of
from igreg.model.lenient import lenient
from igreg.model.marks import Ends, Happened, Involved, Starts

POLICY = {"id": "a", "title": "x", "owner": "o"}
ROLE = {"id": "a", "title": "x"}
RISK = {"id": "a", "title": "x", "owner": "o"}
FLOW = {"id": "a", "title": "x", "from": "y", "to": ["z"]}
DPIA = {"id": "a", "title": "x", "owner": "o"}
AUDIT = {"id": "a", "title": "x"}
INCIDENT = {"id": "a", "title": "x", "aware": "2026-11-01T09:30"}
GROUP = {"id": "a", "title": "x"}
COURSE = {"id": "a", "title": "x"}


def made(kind: str, data: dict[str, object]) -> Built:
    def written(paths: Iterable[KeyPath]) -> dict[KeyPath, str]:
        return dict.fromkeys(paths, "as-written")

    return build(model_of(kind), data, Origin("register/x.yaml"), written)


FAULTS = [
    pytest.param("policies", POLICY | {"owner": None}, "missing-field", ("owner",), id="required and null"),
    pytest.param("policies", POLICY | {"owner": "  "}, "missing-field", ("owner",), id="required and blank"),
    pytest.param("flows", FLOW | {"to": []}, "missing-field", ("to",), id="required and an empty list"),
    pytest.param("flows", FLOW | {"to": [["z"]]}, "invalid-value", ("to", 0), id="required, and its one item wrong"),
    pytest.param("policies", POLICY | {"title": []}, "missing-field", ("title",), id="a required word, and an empty list"),
    pytest.param("policies", POLICY | {"id": []}, "missing-field", ("id",), id="an id, and an empty list"),
    pytest.param("dpias", DPIA | {"dpo_advice": {"by": "dpo"}}, "missing-field", ("dpo_advice", "on"), id="advice, no day"),
    pytest.param("flows", FLOW | {"to": "all-staff"}, "invalid-value", ("to",), id="a word where a list belongs"),
    pytest.param("policies", POLICY | {"with reasons": None}, "unknown-field", ("with reasons",), id="unknown and empty"),
    pytest.param("roles", ROLE | {"holders": [{"staff": "s"}]}, "missing-field", ("holders", 0, "from"), id="nested"),
    pytest.param("roles", ROLE | {"holders": ["s"]}, "invalid-value", ("holders", 0), id="a word where a part belongs"),
    pytest.param("roles", ROLE | {"holders": [{"staff": "s", "from": "2026-01-01", "tags": []}]}, "unknown-field",
                 ("holders", 0, "tags"), id="tags stand in records only"),
    pytest.param("risks", RISK | {"likelihood": 6}, "invalid-value", ("likelihood",), id="6 of 5"),
    pytest.param("risks", RISK | {"likelihood": 0}, "invalid-value", ("likelihood",), id="0 of 5"),
    pytest.param("risks", RISK | {"likelihood": True}, "invalid-value", ("likelihood",), id="true is no number"),
    pytest.param("risks", RISK | {"likelihood": 2.5}, "invalid-value", ("likelihood",), id="half a grade"),
    pytest.param("courses", COURSE | {"target": 120}, "invalid-value", ("target",), id="120 per cent"),
    pytest.param("groups", GROUP | {"quorum": 0}, "invalid-value", ("quorum",), id="a quorum of none"),
    pytest.param("roles", ROLE | {"hours_per_week": 200}, "invalid-value", ("hours_per_week",), id="200 hours a week"),
    pytest.param("incidents", INCIDENT | {"near_miss": "yes"}, "invalid-value", ("near_miss",), id="yes is no flag"),
    pytest.param(
        "incidents",
        INCIDENT | {"contained": {"at": "2026-11-01", "how": "x"}},
        "invalid-value",
        ("contained", "at"),
        id="a day for a moment",
    ),
    pytest.param("incidents", INCIDENT | {"aware": "2026-02-30"}, "invalid-value", ("aware",), id="no day and no moment"),
    pytest.param("incidents", INCIDENT | {"aware": "2026-11-01  09:30"}, "invalid-value", ("aware",), id="two blanks for T"),
    pytest.param("incidents", INCIDENT | {"aware": "0001-01-01T00:00"}, "invalid-value", ("aware",), id="before all clocks"),
    pytest.param("roles", ROLE | {"hours_per_week": 10**5000}, "invalid-value", ("hours_per_week",), id="5,000 digits"),
    pytest.param("policies", POLICY | {"in_force_from": "2026-02-30"}, "invalid-value", ("in_force_from",), id="no day"),
    pytest.param("policies", POLICY | {"in_force_from": "01/02/2026"}, "invalid-value", ("in_force_from",), id="no form"),
    pytest.param("policies", POLICY | {"status": "in force"}, "invalid-value", ("status",), id="none of the words"),
    pytest.param("policies", POLICY | {"id": "a b"}, "invalid-id", ("id",), id="a blank in an id"),
    pytest.param("policies", POLICY | {"id": "public"}, "invalid-id", ("id",), id="an audience as an id"),
    pytest.param("policies", POLICY | {"id": "x" * 65}, "invalid-id", ("id",), id="a long id"),
    pytest.param("policies", POLICY | {"id": "\u00e9"}, "invalid-id", ("id",), id="a letter beyond ASCII"),
    pytest.param("policies", POLICY | {"document": {}}, "missing-field", ("document", "path"), id="a document nowhere"),
    pytest.param("policies", POLICY | {"document": {"path": "/etc/x"}}, "invalid-value", ("document", "path"), id="absolute"),
    pytest.param("policies", POLICY | {"document": {"path": "../x"}}, "invalid-value", ("document", "path"), id="outside"),
    pytest.param("policies", POLICY | {"document": {"path": "C:\\x"}}, "invalid-value", ("document", "path"), id="a drive"),
    pytest.param("policies", POLICY | {"review": {"cycle": "fixed", "every": "1 year"}}, "missing-field",
                 ("review", "anchor"), id="a fixed cycle without anchor"),
    pytest.param("audits", AUDIT | {"sample": {"checked": 1, "compliant": 2}}, "invalid-value", ("sample",), id="2 of 1"),
    pytest.param("audits", AUDIT | {"findings": [{"id": "f", "what": "x", "action": {"id": "b"}}]}, "missing-field",
                 ("findings", 0, "action", "what"), id="an action without what"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data", "rule", "path"), FAULTS)
def test_one_mistake_is_one_fault(kind: str, data: dict[str, object], rule: str, path: KeyPath) -> None:
    assert [(name, fault.path) for name, fault in made(kind, data).faults] == [(rule, path)]


@pytest.mark.parametrize("text", ["12months", "0 months", "-1 day", "30 minutes", "1.5 days", "12  months", "year"])
def test_what_is_no_span(text: str) -> None:
    built = made("policies", POLICY | {"review": {"every": text}})
    assert [(rule, fault.path) for rule, fault in built.faults] == [("invalid-value", ("review", "every"))]


@pytest.mark.parametrize("text", ["1 years", "12 month", "72 hours", "1 hour", "2 weeks", "10 days"])
def test_what_is_a_span(text: str) -> None:
    assert made("policies", POLICY | {"review": {"every": text}}).faults == ()


@pytest.mark.parametrize(
    "text",
    ["2026-11-01T09:30:15", "2026-11-01T09:30Z", "2026-11-01T09:30+01:00", "2026-11-01 09:30", "2026-11-01 09:30:15Z"],
)
def test_what_is_a_moment(text: str) -> None:
    assert made("incidents", INCIDENT | {"aware": text}).faults == ()


def test_empty_optional_fields_are_left_out() -> None:
    data = POLICY | {"version": "", "areas": None, "review": None, "tags": [], "notes": "  ", "document": None}
    built = made("policies", data)
    assert built.faults == ()
    assert built.record.model_dump(exclude_defaults=True) == POLICY


@pytest.mark.parametrize("field", ["version", "approver", "status", "in_force_from", "document", "review", "extra"])
def test_an_empty_list_is_nothing_in_every_optional_field(field: str) -> None:
    built = made("policies", POLICY | {field: []})
    assert built.faults == ()
    assert built.record.model_dump(exclude_defaults=True) == POLICY


def test_an_empty_id_is_called_empty() -> None:
    ((_, fault),) = made("policies", POLICY | {"id": ""}).faults
    assert fault.message == "the field `id` is missing or empty"


@pytest.mark.parametrize("day", ["04-01", "12-31", "01-01"])
def test_a_financial_year_begins_on_a_day_of_every_year(day: str) -> None:
    assert made("organisation", {"name": "E", "type": "other", "fiscal_year_starts": day}).faults == ()


@pytest.mark.parametrize("day", ["02-29", "13-01", "4-1", "1 April", 401, "2026-04-01"])
def test_a_financial_year_begins_on_no_other(day: object) -> None:
    built = made("organisation", {"name": "E", "type": "other", "fiscal_year_starts": day})
    assert [(rule, fault.path) for rule, fault in built.faults] == [("invalid-value", ("fiscal_year_starts",))]


@pytest.mark.parametrize("levels", [["a", "b"], ["a", "b", "c", "d"]])
def test_a_list_of_another_length_says_how_many_belong_there(levels: list[str]) -> None:
    ((rule, fault),) = made("skills", {"id": "s", "title": "S", "levels": levels}).faults
    assert (rule, fault.path) == ("invalid-value", ("levels",))
    assert fault.message == f"`levels` has {len(levels)} entries where 3 belong"


def test_a_sample_of_very_many_digits_is_told_in_plain_words() -> None:
    ((_, fault),) = made("audits", AUDIT | {"sample": {"checked": 1, "compliant": 10**5000}}).faults
    assert fault.message == "a number of very many digits is more than 1,000,000,000"


@pytest.mark.parametrize(
    ("ballot", "message"),
    [
        ({"entitled": 10, "voted": 10, "for": 6, "against": 4}, None),
        ({"entitled": 10, "voted": 11}, "11 voted, where 10 were entitled to"),
        ({"voted": 8, "for": 5, "against": 4}, "5 for and 4 against are 9 votes, where 8 voted"),
        ({"entitled": 8, "for": 9}, "9 for and 0 against are 9 votes, where 8 were entitled to vote"),
    ],
)
def test_a_ballot_of_more_votes_than_people_names_the_numbers(ballot: dict[str, int], message: str | None) -> None:
    data = {"id": "D", "title": "Chair", "asked": "2026-11-20", "by": "r", "ballot": ballot}
    assert [fault.message for _, fault in made("decisions", data).faults] == ([message] if message else [])


def test_numbers_in_text_are_as_written() -> None:
    built = made("policies", POLICY | {"id": 7, "version": 1.1, "title": True})
    assert built.faults == ()
    assert built.record.model_dump(exclude_defaults=True) == {
        "id": "as-written", "title": "as-written", "owner": "o", "version": "as-written"
    }  # fmt: skip


def test_a_faulty_field_is_dropped_and_the_rest_counts() -> None:
    holders = [{"staff": "s", "from": "soon"}, 5, {"staff": "t", "from": "2026-01-01", "colour": 1}]
    built = made("roles", ROLE | {"level": "bord", "holders": holders, "areas": ["risk"]})
    told = {(rule, fault.path) for rule, fault in built.faults}
    assert told == {
        ("invalid-value", ("level",)),
        ("invalid-value", ("holders", 0, "from")),
        ("invalid-value", ("holders", 1)),
        ("unknown-field", ("holders", 2, "colour")),
    }
    record = built.record
    assert [holder.staff for holder in record.holders] == ["s", "t"]  # type: ignore[attr-defined]
    # Key paths still count the dropped item, so that they lead to the right line.
    assert record.fault(("holders", 1, "staff"), "x").path == ("holders", 2, "staff")


def test_a_faulty_id_is_not_repeated() -> None:
    built = made("policies", {"id": "a b", "title": "x"})
    assert {fault.record for _, fault in built.faults} == {None}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_left_of_a_record_with_a_fault_is_still_marked(kind: str) -> None:
    """A record that lacks a required field keeps its start, its end, its owner and what it says has happened."""
    whole, rest = fields_of(model_of(kind)), fields_of(lenient(model_of(kind)))
    for key, field in whole.items():
        for mark in field.marks:
            if isinstance(mark, Involved | Starts | Ends | Happened):
                assert mark in rest[key].marks, key


def test_which_fields_were_given_is_kept_once_for_records_alike() -> None:
    one, other = made("policies", POLICY).record, made("policies", POLICY | {"id": "b"}).record
    assert one.model_fields_set == {"id", "title", "owner"}
    assert one.model_fields_set is other.model_fields_set
    assert made("policies", POLICY | {"tags": []}).record.model_fields_set == {"id", "title", "owner", "tags"}


def test_a_copy_of_a_record_and_what_is_written_of_it_know_which_fields_were_given() -> None:
    """The set is kept once for all records alike: a copy with more fields leaves the others as they were."""
    one, other = made("policies", POLICY).record, made("policies", POLICY | {"id": "b"}).record
    assert other.model_dump(by_alias=True, exclude_unset=True) == POLICY | {"id": "b"}
    more = one.model_copy(update={"notes": "Kept by the practice manager."})
    assert more.model_fields_set == {"id", "title", "owner", "notes"}
    assert one.model_fields_set == other.model_fields_set == {"id", "title", "owner"}
    for copied in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert copied == one
        assert copied.model_fields_set == {"id", "title", "owner"}
        assert copied.model_fields_set is not one.model_fields_set
