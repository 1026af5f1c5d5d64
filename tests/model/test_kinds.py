"""Every kind of record is known everywhere by what its model marks: no list names it.

The samples are made from the models, so a new kind is in these tests as soon as its two files are there.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from igreg.analysis.as_of import AsOf
from igreg.analysis.ownership import Owners, has_to_be_cared_for, named_owner
from igreg.analysis.tenure import Tenure
from igreg.changes.action import done
from igreg.changes.holdings import holdings
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.check.statistics import statistics
from igreg.cli.complete import ids, reviewed
from igreg.due.due_list import Choice, due_list
from igreg.due.item import Row
from igreg.findings import Finding, KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Record, noun
from igreg.model.chronology import events, stretches
from igreg.model.kinds import KINDS, in_order, model_of, page
from igreg.model.leaf import asked, leaf
from igreg.model.marks import Ends, Owner, Ref
from igreg.model.sample import Wish, sample
from igreg.model.schema import schema
from igreg.model.shared import Action
from igreg.model.span import Span
from igreg.model.walk import can_hold, inner_models, plan, references
from igreg.register.read import read
from igreg.register.register import Register
from igreg.render.record.text import record_text
from tests.conftest import Write
from tests.pages import blocks, sources
from tests.pages import moment as moment_of

TODAY = dt.date(2026, 11, 24)
PAST, AHEAD = dt.date(2025, 10, 1), dt.date(2027, 3, 31)
LINES = [kind for kind in in_order() if kind not in ("organisation", "training-records")]
"""Kinds whose records stand in the register as records, and not as lines or alone."""

COMMON = ("notes", "tags", "extra")

Data = dict[str, Any]


def _id(mark: Ref) -> str:
    """What stands where a mark admits it: the sample of the first kind."""
    return f"a-{next(iter(mark.kinds), 'roles')}"


def register_of(kind: str, change: Callable[[Data], object] = lambda _: None) -> dict[str, bytes]:
    """A file for each kind with one sample, and the sample of this kind changed."""
    data: Data = sample(model_of(kind), "it", Wish(_id, PAST, AHEAD))
    change(data)
    also = sample(model_of(kind), f"a-{kind}", Wish(_id, PAST, AHEAD))
    return {**samples(), f"register/{kind}.yaml": json.dumps([data, also]).encode()}


@cache
def samples() -> Mapping[str, bytes]:
    """A file for each kind with one sample."""
    files = {"register/organisation.yaml": b"name: Example\ntype: other\n"}
    for one in LINES:
        data: Data = sample(model_of(one), f"a-{one}", Wish(_id, PAST, AHEAD))
        if one == "staff":
            del data["left"], data["absences"], data["manager"]
        if one == "roles":
            del data["holders"][0]["until"]
        files[f"register/{one}.yaml"] = json.dumps([data]).encode()
    return files


def read_of(kind: str, change: Callable[[Data], object] | None = None) -> Register:
    """The register read; one with nothing changed is read once for all tests."""
    return _unchanged(kind) if change is None else read(sources(register_of(kind, change)))


@cache
def _unchanged(kind: str) -> Register:
    return read(sources(register_of(kind)))


def found(register: Register, code: str, day: dt.date = TODAY) -> list[Finding]:
    """What a rule finds in the record `it`."""
    moment = moment_of(day.isoformat())
    return [one for one in check(register, moment, Config(select=(code,))).findings if one.record == "it"]


def put(data: Any, path: KeyPath, value: object) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def rows(register: Register, day: dt.date = TODAY) -> list[Row]:
    as_of = AsOf(register, moment_of(day.isoformat()))
    return [row for row in due_list(as_of, Choice(within=Span(5, "year"))).rows if row.item.record == "it"]


def it(register: Register) -> Record:
    return register.by_id["it"]


def with_action(kinds: list[str]) -> list[str]:
    return [kind for kind in kinds if can_hold(model_of(kind), Action)]


def action_of(register: Register) -> tuple[str, KeyPath]:
    """The id of the first action of `it`, and where it stands in the record."""
    return next(
        (id, path[:-1])
        for id, path in register.inner_paths.items()
        if register.by_id[id] is it(register) and register.kind_of[id] == "actions"
    )


def test_kinds_are_found_by_their_folder_and_each_by_its_file() -> None:
    assert sorted(KINDS) == sorted(in_order())
    assert [model_of(kind).kind for kind in in_order()] == list(in_order())
    assert len({model_of(kind).order for kind in KINDS}) == len(KINDS), "two kinds at one place of the order"
    assert all(model_of(kind).one and model_of(kind).many for kind in KINDS)


@pytest.mark.parametrize("kind", in_order())
def test_its_page_says_what_it_is_and_its_example_is_right(kind: str) -> None:
    text = page(kind)
    assert text.startswith(f"# {kind}\n\n")
    assert "\n## Example\n" in text and "\n## Notes\n" in text
    examples = {
        f"register/{one}.yaml": block.files[f"register/{one}.yaml"] for one in KINDS for block in blocks(page(one))
    }
    register = read(sources(examples))
    assert kind == "organisation" or any(record.kind == kind for record in register.records()) or register.training
    result = check(register, moment_of("2026-11-22"), Config(select=("IG0", "IG1")))
    assert [f"{one.line}: {one.message}" for one in result.findings if one.file == f"register/{kind}.yaml"] == []


@pytest.mark.parametrize("kind", in_order())
def test_what_it_says_of_its_status_are_words_that_may_stand_there(kind: str) -> None:
    model = model_of(kind)
    said = {name: getattr(model, name) for name in ("pending", "settled", "void")}
    assert [name for name, words in said.items() if not isinstance(words, frozenset)] == [], "give a frozenset"
    assert model.asks is None or isinstance(model.asks, tuple), "give a tuple"
    if any(said.values()):
        assert frozenset().union(*said.values()) <= set(leaf(model, model.status_field).words)


@pytest.mark.parametrize("kind", [kind for kind in in_order() if kind != "organisation"])
def test_what_it_asks_for_is_there_and_need_not_be(kind: str) -> None:
    model = model_of(kind)
    names = asked(model)
    assert len(names) == len(set(names))
    needed = [name for name in names if leaf(model, name).needed and "." not in name]
    assert needed == [], "what must be there is asked for in any case: leave it out of `asks`"


@pytest.mark.parametrize("kind", LINES)
def test_a_sample_is_right(kind: str) -> None:
    register = read_of(kind)
    result = check(register, moment_of(TODAY.isoformat()), Config(select=("IG0", "IG1")))
    wrong = [one.message for one in result.findings if one.file == f"register/{kind}.yaml" and one.rule != "loop"]
    assert wrong == []  # all samples name the same few ids, so that one may point at itself
    Draft202012Validator(schema(kind)).validate(sample(model_of(kind), "it", Wish(_id, PAST, AHEAD)))
    assert set(fields_of(model_of(kind))) == set(schema(kind)["$defs"][model_of(kind).__name__]["properties"])


@pytest.mark.parametrize("kind", LINES)
def test_an_unknown_id_is_found_wherever_it_stands(kind: str) -> None:
    strict = [one.path for one in references(it(read_of(kind))) if not one.ref.or_text]

    def spoil(data: Data) -> None:
        for path in strict:
            put(data, path, "no-such-id")

    assert len(found(read_of(kind, spoil), "IG106")) == len(strict)


@pytest.mark.parametrize("kind", LINES)
def test_show_says_what_it_points_to_and_what_points_to_it(kind: str) -> None:
    register = read_of(kind)
    text = record_text(register, "it")
    assert f"register/{kind}.yaml:1 ({kind})" in text
    assert all(one.target in text for one in references(it(register)))


@pytest.mark.parametrize("kind", with_action(LINES))
def test_its_action_can_be_done_is_overdue_and_is_there_once(kind: str) -> None:
    register = read_of(kind)
    id, path = action_of(register)
    assert done(register, id, TODAY, None).changes.keys() == {f"register/{kind}.yaml"}
    assert [row.item.what for row in rows(register) if row.item.subject == id] == ["action"]
    late = read_of(kind, lambda data: put(data, (*path, "due"), "2026-11-01"))
    assert len(found(late, "IG504")) == 1
    taken = read_of(kind, lambda data: put(data, (*path, "id"), "a-roles"))
    assert len(found(taken, "IG105")) + (kind < "roles") >= 1


@pytest.mark.parametrize("kind", [kind for kind in LINES if list(stretches(it(read_of(kind))))])
def test_an_end_before_its_start_is_found(kind: str) -> None:
    paths = [one.path for one in stretches(it(read_of(kind)))]
    for path in paths:
        spoilt = read_of(kind, lambda data, path=path: put(data, path, "2025-09-30"))  # type: ignore[misc]
        assert len(found(spoilt, "IG108")) == 1


@pytest.mark.parametrize("kind", [kind for kind in LINES if list(events(it(read_of(kind))))])
def test_what_has_happened_may_not_lie_ahead(kind: str) -> None:
    for path, _, at in events(it(read_of(kind))):
        ahead = "2026-11-25T00:01" if isinstance(at, dt.datetime) else "2026-11-25"
        spoilt = read_of(kind, lambda data, path=path, ahead=ahead: put(data, path, ahead))  # type: ignore[misc]
        assert len([one for one in found(spoilt, "IG108") if "which is after" in one.message]) == 1


def owned(kinds: list[str]) -> list[str]:
    return [kind for kind in kinds if plan(model_of(kind), Owner).here]


@pytest.mark.parametrize("kind", owned(LINES))
def test_statistics_the_list_and_leaving_name_one_owner(kind: str) -> None:
    register = read_of(kind)
    owner = named_owner(register, it(register))
    assert owner == ("it" if kind == "roles" else "a-staff" if kind == "staff" else "a-roles")
    wrong = read_of(kind, lambda data: data.update(colour="blue"))
    result = check(wrong, moment_of(TODAY.isoformat()), Config(select=("IG101",)))
    assert statistics(result, wrong).owners == ((owner, 1),)
    assert {row.item.owner for row in rows(register)} <= {owner}
    here = [(getattr(it(register), attribute), many) for attribute, _, _, many in plan(model_of(kind), Owner).here]
    named = {id for value, many in here for id in (value if many else [value])}
    if owner in named - {"it"} and has_to_be_cared_for(it(register), TODAY):
        lines = holdings(register, "a-staff", TODAY)
        assert any(line.endswith(("(it)", " it")) for line in lines)


@pytest.mark.parametrize("kind", [kind for kind in LINES if kind not in owned(LINES)])
def test_what_marks_no_owner_belongs_to_whoever_answers_for_the_organisation(kind: str) -> None:
    wrong = read_of(kind, lambda data: data.update(colour="blue"))
    result = check(wrong, moment_of(TODAY.isoformat()), Config(select=("IG101",)))
    owner = Owners(Tenure(wrong, TODAY)).of_the_organisation
    assert owner is not None
    assert statistics(result, wrong).owners == ((owner, 1),)


@pytest.mark.parametrize("kind", [kind for kind in LINES if "review" in model_of(kind).model_fields])
def test_its_review_comes_up(kind: str) -> None:
    (row,) = [row for row in rows(read_of(kind)) if row.item.what in ("review", "decision-review")]
    assert (row.item.what == "decision-review") == (kind == "decisions")
    assert row.item.due == dt.date(2026, 10, 1)
    assert [one.rule for one in found(read_of(kind), "IG301")] == ["overdue-review"]


def ending(kinds: list[str]) -> Iterator[Any]:
    own = {
        "sharing-agreements": "agreement-ends",
        "delegations": "delegation-ends",
        "exceptions": "exception-ends",
        "contracts": "contract-ends",
    }
    for kind in kinds:
        marks = [mark for _, _, mark, _ in plan(model_of(kind), Ends).here]
        if kind in own or any(mark.due for mark in marks):
            yield pytest.param(kind, own.get(kind, "record-ends"), id=kind)


@pytest.mark.parametrize(("kind", "what"), list(ending(LINES)))
def test_its_end_comes_up(kind: str, what: str) -> None:
    (row,) = [row for row in rows(read_of(kind)) if row.item.what == what]
    assert (row.item.due, row.item.owner) == (AHEAD, "a-roles")


@pytest.mark.parametrize("kind", LINES)
def test_its_ids_are_offered(kind: str, write: Write) -> None:
    folder: Path = write({name.removeprefix("register/"): text.decode() for name, text in register_of(kind).items()})
    at: Any = SimpleNamespace(params={"register": folder})
    assert "it" in [id for id, _ in ids(kind)(at, "")]
    assert "it" in [id for id, _ in ids()(at, "")]
    if "review" in model_of(kind).model_fields:
        assert "it" in [id for id, _ in reviewed(at, "")]
    for what in inner_models(model_of(kind)):
        assert any(id.startswith("it-") for id, _ in ids(what)(at, ""))


@pytest.mark.parametrize("kind", LINES)
def test_the_reference_page_and_the_bench_have_it(kind: str) -> None:
    bench = pytest.importorskip("bench.generate")
    from bench.records import Sizes
    from tools.reference import kind_pages

    (page,) = [text for name, text in kind_pages().items() if name.endswith(f"/{kind}.md")]
    assert all(f"`{key}`" in page or f"**{key}**" in page for key in fields_of(model_of(kind)) if key not in COMMON)
    assert kind in bench.generate(Sizes.trust(0.001)) or kind in bench.WITHOUT


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("policies", "policy"),
        ("audits", "audit"),
        ("organisation", "organisation"),
        ("guidance", "guidance"),
        ("staff", "person (staff)"),
    ],
)
def test_a_record_is_called_without_its_article_whatever_that_is(kind: str, called: str) -> None:
    assert noun(model_of(kind)) == called
