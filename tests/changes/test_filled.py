"""A record out of answers: where each goes, what is missing, in which order it stands, and the ids of its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.changes.filled import NotTaken, fill, give_id, missing, ordered, put, put_part, refuse_where_unseen, take
from igreg.errors import IgregError
from igreg.model.kinds import model_of
from igreg.model.leaf import leaf
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"


def filled(kind: str, *given: tuple[str, str]) -> dict[str, Any]:
    out = fill(register(staff=STAFF, roles="- {id: siro, title: SIRO}\n"), kind, given, NOW)
    assert not out.refused
    return out.values


@pytest.mark.parametrize(
    ("kind", "given", "values"),
    [
        pytest.param("risks", [("title", "Loss")], {"title": "Loss"}, id="one field"),
        pytest.param("risks", [("tags", "a; b"), ("tags", "b; c")], {"tags": ["a", "b", "c"]}, id="a list goes on"),
        pytest.param(
            "risks",
            [("review.every", "1 year"), ("review.last", "2026-01-02")],
            {"review": {"every": "1 year", "last": "2026-01-02"}},
            id="fields of one part",
        ),
        pytest.param(
            "roles",
            [("holders.staff", "ann"), ("holders.as", "deputy"), ("holders.staff", "ben")],
            {"holders": [{"staff": "ann", "as": "deputy"}, {"staff": "ben"}]},
            id="a part of a list goes on until a field comes again",
        ),
        pytest.param(
            "roles",
            [("holders.as", "deputy"), ("holders.staff", "ann"), ("holders.as", "acting")],
            {"holders": [{"as": "deputy", "staff": "ann"}, {"as": "acting"}]},
            id="whichever field it is",
        ),
        pytest.param(
            "risks", [("extra.cost", "4"), ("extra.a.b", "c")], {"extra": {"cost": "4", "a.b": "c"}}, id="own keys"
        ),
    ],
)
def test_where_it_goes(kind: str, given: list[tuple[str, str]], values: dict[str, Any]) -> None:
    assert filled(kind, *given) == values


def test_a_list_within_a_part_of_a_list_goes_on_in_it() -> None:
    values: dict[str, Any] = {}
    for field, value in (("item", "1"), ("evidence", ["a"]), ("evidence", ["b", "a"]), ("item", "2")):
        put(values, model_of("assessments"), ("answers", field), value)
    assert values == {"answers": [{"item": "1", "evidence": ["a", "b"]}, {"item": "2"}]}


def test_parts_within_parts_of_a_list_belong_to_the_last() -> None:
    values: dict[str, Any] = {}
    for path, value in (
        (("holders", "staff"), "ann"),
        (("holders", "document", "path"), "a.pdf"),
        (("holders", "document", "title"), "A"),
        (("holders", "staff"), "ben"),
        (("holders", "document", "path"), "b.pdf"),
    ):
        put(values, model_of("roles"), path, value)
    assert values["holders"] == [
        {"staff": "ann", "document": {"path": "a.pdf", "title": "A"}},
        {"staff": "ben", "document": {"path": "b.pdf"}},
    ]


def test_what_is_given_twice() -> None:
    with pytest.raises(IgregError, match="`title` is given twice"):
        filled("risks", ("title", "A"), ("title", "B"))
    with pytest.raises(IgregError, match="`every` is given twice"):
        filled("risks", ("review.every", "1 year"), ("review.every", "2 years"))


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("ownr", "did you mean 'owner'?"),
        ("title.x", "it is a value of its own"),
        ("zzzz", "one of: notes, tags, extra, id, title, areas, owner, "),
    ],
)
def test_a_field_that_there_is_not(field: str, hint: str) -> None:
    with pytest.raises(IgregError, match=f"risks have no field '{field}'") as told:
        filled("risks", (field, "x"))
    assert told.value.hint.startswith(hint)


def test_what_is_refused_is_told_and_the_rest_is_taken() -> None:
    out = fill(
        register(), "risks", [("likelihood", "soon"), ("title", "Loss"), ("notes", "NHS number 943 476 5919")], NOW
    )
    assert out.values == {"title": "Loss"}
    assert [(one.field, one.value) for one in out.refused] == [("likelihood", "soon"), ("notes", None)]
    assert all(isinstance(one, NotTaken) and one.message and one.help for one in out.refused)


@pytest.mark.parametrize(
    ("path", "values", "taken", "left"),
    [
        (("title",), {"title": "A", "id": "x"}, "A", {"id": "x"}),
        (("review", "every"), {"review": {"every": "1 year", "last": "d"}}, "1 year", {"review": {"last": "d"}}),
        (("review", "every"), {"title": "A"}, None, {"title": "A"}),
        (("review", "every"), {"review": "x"}, None, {"review": "x"}),
        (("title",), {}, None, {}),
    ],
)
def test_what_is_taken_out(path: tuple[str, ...], values: dict[str, Any], taken: Any, left: dict[str, Any]) -> None:
    assert take(values, path) == taken
    assert values == left


def test_a_part_as_a_whole() -> None:
    values: dict[str, Any] = {}
    for name, item in (("holders", {"staff": "a"}), ("holders", {"staff": "b"}), ("review", {"every": "1 year"})):
        put_part(values, leaf(model_of("roles"), name), item)
    put_part(values, leaf(model_of("roles"), "requires.skills"), {"skill": "x"})
    assert values == {
        "holders": [{"staff": "a"}, {"staff": "b"}],
        "review": {"every": "1 year"},
        "requires": {"skills": [{"skill": "x"}]},
    }


@pytest.mark.parametrize(
    ("kind", "values", "names"),
    [
        pytest.param("risks", {}, ["id", "title", "owner"], id="nothing is there"),
        pytest.param("risks", {"id": "R", "title": "T", "owner": "o"}, [], id="all is"),
        pytest.param(
            "roles", {"id": "r", "title": "R", "holders": [{"staff": "a", "from": "d"}, {"from": "d"}]}, ["holders.staff"],
            id="in the second of some parts",
        ),
        pytest.param("roles", {"id": "r", "title": "R", "holders": [{}, {}]}, ["holders.staff", "holders.from"], id="named once"),
        pytest.param("roles", {"id": "r", "title": "R", "review": {}}, [], id="a part that needs nothing"),
        pytest.param(
            "incidents", {"id": "I", "title": "T", "aware": "d", "contained": {}}, ["contained.how"], id="a part begun"
        ),
        pytest.param(
            "audits", {"id": "A", "title": "T", "findings": [{"id": "F", "what": "w", "action": {}}]},
            ["findings.action.id", "findings.action.what"], id="a part within one",
        ),
        pytest.param("training-records", {}, ["staff", "course", "completed"], id="a kind without ids"),
        pytest.param(
            "training-plans", {"id": "P", "title": "T"}, ["audience", "courses.course"], id="what a part that must be there needs",
        ),
    ],
)  # fmt: skip
def test_what_is_missing(kind: str, values: dict[str, Any], names: list[str]) -> None:
    assert missing(model_of(kind), values) == names


def test_the_order_of_the_kind_notes_last_and_no_empty_parts() -> None:
    values = {
        "notes": "n",
        "review": {"last": "2026-01-02", "every": "1 year"},
        "tags": ["a"],
        "holders": [{"as": "deputy", "staff": "ann", "document": {}}],
        "title": "T",
        "requires": {},
        "id": "r",
    }
    found = ordered(model_of("roles"), values)
    assert list(found) == ["id", "title", "holders", "review", "notes", "tags"]
    assert list(found["holders"][0]) == ["staff", "as"]
    assert list(found["review"]) == ["every", "last"]


@pytest.mark.parametrize(
    ("kind", "values", "id"),
    [
        pytest.param("staff", {"name": "Ann Pike"}, "a-pike", id="of a name"),
        pytest.param("roles", {"title": "Data lead"}, "data-lead", id="of a title"),
        pytest.param("roles", {"id": "x", "title": "Data lead"}, "x", id="its own"),
        pytest.param("risks", {}, "RSK-001", id="counted"),
        pytest.param("roles", {}, None, id="nothing to make one of"),
        pytest.param("meetings", {"group": "igg", "date": "2026-12-01"}, "igg-2026-12-01", id="of the meeting's day"),
        pytest.param("meetings", {"group": "igg"}, None, id="not before the day is known"),
        pytest.param("training-records", {"staff": "ann"}, None, id="a kind without ids"),
    ],
)
def test_an_id(kind: str, values: dict[str, Any], id: str | None) -> None:
    made = register(meetings="- {id: board-2026-11-03, group: board, date: 2026-11-03}\n")
    give_id(made, kind, values, NOW.date())
    assert ("id" in values, values.get("id")) == (id is not None, id)


@pytest.mark.parametrize(
    ("values", "ids"),
    [
        pytest.param({"id": "INC-1", "actions": [{}, {}]}, ["INC-1-A1", "INC-1-A2"], id="counted"),
        pytest.param({"id": "INC-1", "actions": [{"id": "X"}, {}]}, ["X", "INC-1-A2"], id="one has its own"),
        pytest.param({"id": "INC-9", "actions": [{}]}, [None], id="taken by another"),
        pytest.param({"id": "i" * 56, "actions": [{}]}, ["i" * 56 + "-A1"], id="as long as there is room"),
        pytest.param({"id": "i" * 57, "actions": [{}]}, ["i" * 56 + "-A1"], id="cut to leave room"),
    ],
)
def test_ids_of_actions(values: dict[str, Any], ids: list[str | None]) -> None:
    made = register(risks="- {id: INC-9-A1, title: T, owner: o}\n")
    give_id(made, "incidents", values, NOW.date())
    assert [one.get("id") for one in values["actions"]] == ids


def test_ids_of_findings() -> None:
    values: dict[str, Any] = {"id": "A-1", "findings": [{"what": "x"}, {"id": "F", "what": "y"}]}
    give_id(register(), "audits", values, NOW.date())
    assert [one["id"] for one in values["findings"]] == ["A-1-F1", "F"]


BROKEN = "- {id: x\n"


@pytest.mark.parametrize(
    ("files", "kind", "refused"),
    [
        pytest.param({}, "risks", None, id="all is read"),
        pytest.param({"risks": BROKEN}, "risks", "which ids are free", id="a file of the kind"),
        pytest.param({"assets": BROKEN}, "risks", None, id="of another"),
        pytest.param({"organisation": "{name: "}, "risks", "could not be read in full", id="the organisation's"),
    ],
)
def test_where_not_all_is_seen(files: dict[str, str], kind: str, refused: str | None) -> None:
    made = register(**files)
    if refused is None:
        refuse_where_unseen(made, kind)
        return
    with pytest.raises(IgregError, match=refused):
        refuse_where_unseen(made, kind)
