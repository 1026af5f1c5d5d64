"""A file is a value: a register assembled from files of which one is read again is the one read anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register import file as files
from igreg.register.fast_training import Lines
from igreg.register.file import FileRecords, gone_on, read_file
from igreg.register.read import assemble, read, read_files, reread
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.store.read import read_sources

SAMPLE = Path(__file__).parents[2] / "register"
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources(SAMPLE)


def same(one: Register, other: Register) -> None:
    """Whether two registers are equal, and check finds the same in them."""
    assert one == other
    assert check(one, NOW, Config()) == check(other, NOW, Config())


def test_a_register_is_made_of_its_files(sources: Sources) -> None:
    same(assemble(list(read_files(sources)), sources), read(sources))


CHANGES = [
    pytest.param("roles.yaml", lambda text: text.replace("title:", "titel:", 1), id="an unknown field"),
    pytest.param("roles.yaml", lambda text: text + "- {id: new, title: New}\n", id="a record more"),
    pytest.param("roles.yaml", lambda text: "", id="nothing left"),
    pytest.param("roles.yaml", lambda text: text + "\t}", id="no YAML any more"),
    pytest.param("organisation.yaml", lambda text: "name: Other\ntype: trust\n", id="another organisation"),
    pytest.param("organisation.yaml", lambda text: "", id="no organisation"),
    pytest.param("organisation.yaml", lambda text: "- name: A\n- name: B\n", id="a list of organisations"),
    pytest.param("training-records.yaml", lambda text: text[: len(text) // 2], id="half the training"),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_one_file_read_again(sources: Sources, name: str, change: object) -> None:
    before = read(sources)
    file = next((one for one in sources.texts if one.endswith(name)), f"register/{name}")
    texts = {**sources.texts, file: change(sources.texts.get(file, ""))}  # type: ignore[operator]
    same(reread(before, texts), read(replace(sources, texts=texts)))
    same(reread(reread(before, texts), sources.texts), before)


BEGUN = [
    "- {staff: a, course: c, completed: 2026-01-02}\n",
    "# all of them\n---\n- staff: a\n  course: c\n  completed: 2026-01-02\n\n",
    "- {staff: a, course: c, completed: 2026-01-02, notes: x}\n# the last\n",
    "- staff: a\n  course: c\n  completed: 2026-01-02\n  notes: |+\n    one\n\n",
    "  - {staff: a, course: c, completed: 2026-01-02}\n",
    "- {staff: a, course: c, completed: 2026-01-02}\n...\n",
    "- {staff: a, course: c, completed: soon}\n",
    "- &one {staff: a, course: c, completed: 2026-01-02}\n",
    "- {staff: a, course: c, completed: 2026-01-02}",
    "[{staff: a, course: c, completed: 2026-01-02}]\n",
    "staff: a\ncourse: c\ncompleted: 2026-01-02\n",
    "",
]
MORE = [
    "- {staff: b, course: c, completed: 2026-02-03, expires: 2027-02-03}\n- staff: a\n  course: d\n  completed: 2026-02-04\n",
    "- {staff: b, course: c, completed: 2026-02-03, tags: [x]}\n",
    "- {staff: b, course: c, completed: never}\n",
    "- {staff: b, course: c, completed: 2026-02-03}\n---\n- {staff: b}\n",
    "- *one\n",
    "- b\n",
    "- {staff: b, course: c, completed: 2026-02-03}\n<<<<<<< HEAD\n",
    "  - {staff: b, course: c, completed: 2026-02-03}\n",
    "# nothing\n",
    "- {staff: 'null', course: yes, completed: '2026-02-03'}\n",
]


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize("begun", BEGUN)
def test_a_list_of_training_that_goes_on(begun: str, more: str) -> None:
    known = {"register/organisation.yaml": "name: A\ntype: other\n"}
    sources = Sources({**known, "register/training-records.yaml": begun}, root="register")
    texts = {**known, "register/training-records.yaml": begun + more}
    same(reread(read(sources), texts), read(replace(sources, texts=texts)))


def test_of_a_list_that_goes_on_only_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    file, seen = "register/training-records.yaml", list[str]()
    sources = Sources({file: BEGUN[0]}, root="register")
    known, inside = read(sources), files.records_of
    monkeypatch.setattr(files, "records_of", lambda *given: (seen.append(given[2]), inside(*given))[1])
    found = reread(known, {file: BEGUN[0] + MORE[0]})
    assert seen == [MORE[0]]
    assert [line.item for line in found.training] == [0, 1, 2]


@pytest.mark.parametrize(("most", "all_again"), [(3, False), (2, True)])
def test_a_list_that_may_be_too_long_is_read_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, most: int, all_again: bool
) -> None:
    file, lines = "register/training-records.yaml", Lines()
    monkeypatch.setattr(files, "MOST_RECORDS", files._NEAR_THE_MOST + most)
    known = read_file(file, BEGUN[0], lines=lines)
    assert (files.gone_on(known, BEGUN[0], BEGUN[0] + MORE[0], lines) is None) is all_again


@pytest.mark.parametrize(
    ("begun", "more", "goes_on"),
    [
        pytest.param(BEGUN[0], MORE[0], True, id="records"),
        pytest.param(BEGUN[0] * 2, MORE[0], True, id="behind several"),
        pytest.param(BEGUN[0], BEGUN[0], True, id="the same again"),
        pytest.param(BEGUN[0], "- {staff: b, course: c, completed: 2026-02-03, tags: [x]}\n", False, id="with a note"),
        pytest.param(BEGUN[0], "- {staff: b, course: c, completed: never}\n", False, id="with a fault"),
        pytest.param(BEGUN[0], "- b\n", False, id="what is no record"),
        pytest.param(BEGUN[0], "  - {staff: b, course: c, completed: 2026-02-03}\n", False, id="set in"),
        pytest.param(BEGUN[0], "# nothing\n", False, id="a remark"),
        pytest.param(BEGUN[6], MORE[0], False, id="behind a fault"),
        pytest.param(BEGUN[8], MORE[0], False, id="behind a line that has no end"),
        pytest.param(BEGUN[9], MORE[0], False, id="behind a list in brackets"),
        pytest.param(BEGUN[10], MORE[0], False, id="behind a record that stands alone"),
        pytest.param(BEGUN[5], MORE[0], False, id="behind the end of a document"),
        pytest.param("", MORE[0], False, id="behind nothing"),
    ],
)
def test_which_lists_go_on(begun: str, more: str, goes_on: bool) -> None:
    file, lines = "register/training-records.yaml", Lines()
    found = gone_on(read_file(file, begun, lines=lines), begun, begun + more, lines)
    assert found == (read_file(file, begun + more) if goes_on else None)


@pytest.mark.parametrize(("last", "goes_on"), [(1, True), (2, False), (0, False), (None, False)])
def test_a_list_goes_on_where_its_last_record_is_the_last_that_was_counted(last: int | None, goes_on: bool) -> None:
    """Where one of them made no line, or it is no list, places are not to be counted on."""
    file, lines, begun = "register/training-records.yaml", Lines(), BEGUN[0] * 2
    known = read_file(file, begun, lines=lines)
    known = replace(known, training=(known.training[0], known.training[1]._replace(item=last)))
    assert (gone_on(known, begun, begun + MORE[0], lines) is not None) is goes_on


def test_a_file_more_and_a_file_less(sources: Sources) -> None:
    texts = {file: text for file, text in sources.texts.items() if not file.endswith("units.yaml")}
    texts |= {"register/rolls.yaml": "- {id: r}\n", "register/risks/more.yaml": "- {id: new-risk, title: New}\n"}
    same(reread(read(sources), texts), read(replace(sources, texts=texts)))


@pytest.mark.parametrize("file", ["_roles.yaml", ".roles.yaml", "rolls.yaml", "roles.yaml"])
@pytest.mark.parametrize("before", [None, "", "- {id: a, title: A}\n"])
def test_a_file_of_any_name_is_read_again(file: str, before: str | None) -> None:
    """Also of one that is passed over, or that was not there."""
    known = {"register/organisation.yaml": "name: A\ntype: other\n"}
    sources = Sources(known if before is None else {**known, f"register/{file}": before})
    texts = {**known, f"register/{file}": "- {id: a, title: A}\n- {id: b, title: B}\n"}
    same(reread(read(sources), texts), read(replace(sources, texts=texts)))


def test_a_file_that_is_no_kind_is_a_value_too() -> None:
    assert read_file("register/rolls.yaml", "- {id: r}\n") == FileRecords(
        "register/rolls.yaml", None, lost_ids=frozenset({"r"})
    )


def test_two_organisations() -> None:
    texts = {
        "register/organisation.yaml": "name: A\ntype: other\n",
        "register/organisation.yml": "name: B\ncolour: c\n",
    }
    register = read(Sources(texts))
    assert register.organisation.name == "A"
    ((rule, (fault,)),) = register.faults.items()
    assert (rule, fault.message) == ("wrong-shape", "a second organisation; the first is in register/organisation.yaml")
    assert fault.place is not None and fault.place[:2] == (1, 1)


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        pytest.param("name: A\ntype: other\n", ["A"], [], id="one mapping"),
        pytest.param("", [], [], id="nothing"),
        pytest.param(
            "- {name: A, type: other}\n",
            ["A"],
            ["a list of 1 where the organisation's one mapping belongs"],
            id="a list",
        ),
        pytest.param(
            "- {name: A, type: other}\n- {name: B, type: other}\n",
            ["A"],
            ["a list of 2 where the organisation's one mapping belongs"],
            id="a list of two, of which the first counts",
        ),
        pytest.param(
            "trust: {name: A, type: other}\n",
            [None],
            [
                "the field `name` is missing or empty",
                "the field `type` is missing or empty",
                "no field is called 'trust'",
            ],
            id="under a key, which is no id as it would be among records",
        ),
    ],
)
def test_the_file_of_the_organisation(text: str, names: list[str | None], told: list[str]) -> None:
    found = read_file("register/organisation.yaml", text)
    assert [getattr(one, "name", "") for one in found.records] == names
    assert [one.where.item for one in found.records] == [0 if text.startswith("-") else None] * len(names)
    assert [one.fault.message for one in (*found.text_faults, *found.record_faults)] == told
    assert [one.fault.place and one.fault.place[:2] for one in found.text_faults] == [(1, 1)] * len(found.text_faults)
    assert (found.lost_ids, found.is_lost) == (frozenset(), False)


CONFLICT = "<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("file", "text", "ids", "is_lost"),
    [
        pytest.param("roles.yaml", "- id: a\n  title: [\n", {"a"}, False, id="its ids can still be made out"),
        pytest.param("roles.yaml", "- title: [\n", set(), True, id="without an id nobody knows what it holds"),
        pytest.param(
            "organisation.yaml", "id: a\nname: [\n", {"a"}, True, id="with an organisation its areas are lost"
        ),
        pytest.param("organisation.yaml", "name: [\n", set(), True, id="with an organisation, without an id"),
        pytest.param("roles.yaml", CONFLICT, {"a", "b"}, False, id="two versions of a file"),
        pytest.param("training-records.yaml", CONFLICT, {"a", "b"}, False, id="of training"),
        pytest.param("organisation.yaml", CONFLICT, {"a", "b"}, True, id="of the organisation"),
    ],
)
def test_what_is_lost_with_a_file_that_cannot_be_read(file: str, text: str, ids: set[str], is_lost: bool) -> None:
    found = read_file(f"register/{file}", text)
    assert len(found.text_faults) == 1
    assert (found.records, set(found.lost_ids), found.is_lost) == ((), ids, is_lost)


def test_a_training_record_among_roles_is_no_role() -> None:
    """Training records are taken in a way of their own, and only where they belong."""
    text = "- {staff: a, course: b, completed: 2026-01-01}\n"
    among_roles = read_file("register/roles.yaml", text)
    assert {told.rule for told in among_roles.record_faults} == {"unknown-field", "missing-field"}
    assert (len(among_roles.records), among_roles.training) == (1, ())
    where_it_belongs = read_file("register/training-records.yaml", text)
    assert (where_it_belongs.records, len(where_it_belongs.training)) == ((), 1)


@pytest.mark.parametrize(
    ("text", "ids", "rules"),
    [
        pytest.param("- {id: a}\n- {id: b}\n", ["a", "b"], set(), id="all of them"),
        pytest.param("- {id: a}\n- 7\n- {id: b}\n", ["a", "b"], {"wrong-shape"}, id="one between them is none"),
        pytest.param("- 7\n- {id: a}\n- [x]\n", ["a"], {"wrong-shape"}, id="nor is the first or the last"),
        pytest.param("- {id: a, ours: x}\n- {id: b}\n", ["a", "b"], {"unknown-field"}, id="one has a field of its own"),
        pytest.param("- {id: a, end: soon}\n- {id: b}\n", ["a", "b"], {"invalid-value"}, id="one has a fault"),
        pytest.param("a: {title: A}\nb: {title: B}\n", [], {"wrong-shape"}, id="they stand under their ids"),
    ],
)
def test_the_others_are_read_whatever_one_is(text: str, ids: list[str], rules: set[str]) -> None:
    found = read_file("register/roles.yaml", text.replace("{id", "{title: T, id"))
    assert [getattr(one, "id", None) for one in found.records] == ids
    assert {told.rule for told in (*found.text_faults, *found.record_faults)} == rules
