"""A record that is new: where it goes, how it is written, and what is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from igreg.changes.new_record import _is_plain, add, begin, place, place_all
from igreg.changes.plan import Plan
from igreg.errors import IgregError
from igreg.register.read import read
from igreg.register.sources import Sources

ORGANISATION = {"register/organisation.yaml": "name: X\ntype: other\n"}
RISK = {"id": "R-2", "title": "Lost: a laptop", "owner": "lead", "tags": ["a", "b"]}
WRITTEN = ["id: R-2", "title: 'Lost: a laptop'", "owner: lead", "tags: [a, b]"]
IN_LINES = "- " + "\n  ".join(WRITTEN) + "\n"
ON_ONE = "- {" + ", ".join(WRITTEN) + "}\n"


def texts(files: Mapping[str, str], record: Mapping[str, Any] = RISK) -> dict[str, tuple[str | None, str]]:
    """What each file held and will hold, with a risk more."""
    register = read(Sources(ORGANISATION | dict(files), root="register"))
    return add(register, "risks", record).texts(register.sources.texts)


@pytest.mark.parametrize(
    ("files", "file", "after"),
    [
        pytest.param({}, "risks.yaml", IN_LINES, id="no file yet"),
        pytest.param({"risks.yaml": "# none yet\n"}, "risks.yaml", "# none yet\n" + IN_LINES, id="only a comment"),
        pytest.param(
            {"risks.yaml": "- id: R-1\n  title: T\n# end\n"},
            "risks.yaml",
            "- id: R-1\n  title: T\n" + IN_LINES + "# end\n",
            id="a list in lines",
        ),
        pytest.param(
            {"risks.yaml": "- {id: R-1}\n"}, "risks.yaml", "- {id: R-1}\n" + ON_ONE, id="a list on single lines"
        ),
        pytest.param(
            {"risks.yaml": "[{id: R-1}]\n"},
            "risks.yaml",
            "[{id: R-1}, " + ON_ONE[2:-1] + "]\n",
            id="a list in brackets",
        ),
        pytest.param({"risks.yaml": "[]\n"}, "risks.yaml", "[" + ON_ONE[2:-1] + "]\n", id="empty brackets"),
        pytest.param(
            {"risks/2025.yaml": "- {id: R-0}\n", "risks/2026.yaml": "- {id: R-1}\n"},
            "risks/2026.yaml",
            "- {id: R-1}\n" + ON_ONE,
            id="the last of several lists that are as long",
        ),
        pytest.param(
            {"risks/2025.yaml": "- {id: R-0}\n- {id: R-1}\n", "risks/2026.yaml": "- {id: R-9}\n"},
            "risks/2025.yaml",
            "- {id: R-0}\n- {id: R-1}\n" + ON_ONE,
            id="the longest of several lists",
        ),
        pytest.param(
            {"risks/R-1.yaml": "id: R-1\ntitle: T\n"}, "risks/R-2.yaml", "\n".join(WRITTEN) + "\n", id="a file for each"
        ),
        pytest.param(
            {"risks/R-0.yaml": "id: R-0\n", "risks/more.yaml": "- {id: R-1}\n"},
            "risks/more.yaml",
            "- {id: R-1}\n" + ON_ONE,
            id="files for some and a list",
        ),
        pytest.param(
            {"risks.yaml": "- id: R-1\r\n  title: T\r\n"},
            "risks.yaml",
            ("- id: R-1\n  title: T\n" + IN_LINES).replace("\n", "\r\n"),
            id="line ends stay",
        ),
    ],
)
def test_it_goes_where_its_kind_stands(files: dict[str, str], file: str, after: str) -> None:
    before = {f"register/{name}": text for name, text in files.items()}
    assert texts(before) == {f"register/{file}": (before.get(f"register/{file}"), after)}


def test_many_records_are_written_together() -> None:
    register = read(Sources(ORGANISATION | {"register/risks.yaml": "- {id: R-1}\n"}, root="register"))
    plan = Plan("many")
    for number in range(2, 500):
        place(plan, register, "risks", {"id": f"R-{number}"})
    assert [len(changes) for changes in plan.changes.values()] == [1]
    ((before, after),) = plan.texts(register.sources.texts).values()
    assert (before, after.count("\n"), after.splitlines()[-1]) == ("- {id: R-1}\n", 499, "- {id: R-499}")


def test_a_list_of_mappings_has_a_line_for_each() -> None:
    record = {"id": "R-2", "actions": [{"id": "A", "what": "Do it"}, {"id": "B", "what": "And it"}]}
    ((_, after),) = texts({}, record).values()
    assert after == "- id: R-2\n  actions:\n    - {id: A, what: Do it}\n    - {id: B, what: And it}\n"


@pytest.mark.parametrize(
    ("files", "kind", "record", "said"),
    [
        pytest.param({}, "riks", RISK, "there is no kind 'riks'", id="no kind"),
        pytest.param({}, "organisation", RISK, "there is no kind 'organisation'", id="there is one organisation"),
        pytest.param({}, "risks", {"title": "T"}, "a record of risks needs an id", id="no id"),
        pytest.param({}, "risks", {"id": "../R-2"}, "'../R-2' is not an id", id="an id that leads elsewhere"),
        pytest.param({}, "risks", {"id": "R-2\n"}, "is not an id", id="an id with a line end"),
        pytest.param({"roles.yaml": "- {id: R-2, title: T}\n"}, "risks", RISK, "the id 'R-2' is taken", id="taken"),
        pytest.param(
            {"risks.yaml": "- {id: R-1}\n- {id: R-1, title: [}\n"},
            "risks",
            RISK,
            "faults of its own",
            id="a broken file",
        ),
        pytest.param(
            {"risks.yaml": "- id: R-1\n  notes: |\n    x"}, "risks", RISK, "by hand", id="a text with no line end"
        ),
    ],
)
def test_what_cannot_be_added_is_refused(files: dict[str, str], kind: str, record: dict[str, Any], said: str) -> None:
    register = read(Sources(ORGANISATION | {f"register/{name}": text for name, text in files.items()}, root="register"))
    with pytest.raises(IgregError, match=said):
        add(register, kind, record).texts(register.sources.texts)


def test_a_file_that_is_there_is_never_written_over() -> None:
    plan = Plan("new")
    plan.create("register/risks.yaml", "- {id: R-1}\n")
    with pytest.raises(IgregError, match="is there already"):
        plan.texts({"register/risks.yaml": ""})
    with pytest.raises(IgregError, match="written twice"):
        plan.create("register/risks.yaml", "- {id: R-2}\n")


def begun(files: Mapping[str, str], kind: str, id: str | None = None) -> tuple[str, dict[str, tuple[str | None, str]]]:
    """The message of a record to fill in, and what each file held and will hold."""
    register = read(Sources(ORGANISATION | {f"register/{name}": text for name, text in files.items()}, root="register"))
    plan = begin(register, kind, id, dt.date(2026, 11, 24))
    return plan.message, plan.texts(register.sources.texts)


@pytest.mark.parametrize(
    ("files", "kind", "id", "message", "file", "start"),
    [
        pytest.param({}, "risks", None, "New: RSK-001 in risks", "risks.yaml", "- id: RSK-001\n", id="no file yet"),
        pytest.param({}, "risks", "X", "New: X in risks", "risks.yaml", "- id: X\n", id="with an id"),
        pytest.param(
            {"risks.yaml": "- {id: R-1}\n# end\n"}, "risks", None, "New: R-2 in risks", "risks.yaml",
            "- {id: R-1}\n- id: R-2\n", id="at the end of the list",
        ),
        pytest.param(
            {"risks/R-1.yaml": "id: R-1\n"}, "risks", None, "New: R-2 in risks", "risks/R-2.yaml", "id: R-2\n",
            id="a file for each",
        ),
        pytest.param(
            {"risks.yaml": "[{id: R-1}]\n"}, "risks", None, "New: R-2 in risks", "risks/R-2.yaml", "id: R-2\n",
            id="a list that takes no comments",
        ),
        pytest.param(
            {}, "training-records", None, "New: one of the training-records", "training-records.yaml", "- staff:",
            id="a kind without ids",
        ),
        pytest.param(
            {"training-records/a.yaml": "staff: a\n"}, "training-records", None, "New: one of the training-records",
            "training-records/new.yaml", "staff:", id="of which one has a file of its own",
        ),
    ],
)  # fmt: skip
def test_a_record_to_fill_in(
    files: dict[str, str], kind: str, id: str | None, message: str, file: str, start: str
) -> None:
    told, changed = begun(files, kind, id)
    ((path, (before, after)),) = changed.items()
    assert (told, path, before) == (message, f"register/{file}", files.get(file))
    assert after.startswith(start)
    assert after.count("\nid: ") + after.count("- id: ") <= 1 and after.endswith("\n")


DATED = {"meetings.yaml": "- {id: G-2026-11-03, group: g, date: 2026-11-03}\n"}


@pytest.mark.parametrize(
    ("files", "kind", "id", "said", "hint"),
    [
        ({}, "training-records", "X", "training-records have no ids", "leave it out: igreg new training-records"),
        ({}, "roles", None, "roles have no numbers to go on from", "say its id: igreg new roles ID"),
        (
            DATED, "meetings", None, "meetings have their day in their ids here",
            "say its id: igreg new meetings ID; or plan one: igreg plan-meeting GROUP --on DATE",
        ),
        ({}, "risks", "a b", "'a b' is not an id", "letters, digits, '.', '_' and '-', at most 64; a file may bear it"),
        ({}, "risks", "all-staff", "'all-staff' cannot be an id: igreg gives the word a meaning", "choose another"),
        ({"roles.yaml": "- {id: R, title: A role}\n"}, "risks", "R", "the id 'R' is taken, by A role", "see `igreg show R`"),
    ],
)  # fmt: skip
def test_what_is_not_begun(files: dict[str, str], kind: str, id: str | None, said: str, hint: str) -> None:
    with pytest.raises(IgregError) as told:
        begun(files, kind, id)
    assert told.value.sentence.startswith(said)
    assert told.value.hint == hint


def test_with_a_broken_file_nobody_knows_which_ids_are_free() -> None:
    with pytest.raises(IgregError, match="which ids are free"):
        begun({"roles.yaml": "- {id: x\n"}, "risks")


def test_what_a_new_record_without_an_id_is_called() -> None:
    register = read(Sources(ORGANISATION, root="register"))
    plan = add(register, "training-records", {"staff": "ann", "course": "ig", "completed": "2026-01-01"})
    assert plan.message == "New: ann/ig/2026-01-01 in training-records"
    assert add(register, "risks", RISK).message == "New: R-2 in risks"


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({}, ["risks.yaml", "risks.yaml"]),
        ({"risks.yaml": "- {id: R-1}\n"}, ["risks.yaml", "risks.yaml"]),
        ({"risks/R-1.yaml": "id: R-1\n"}, ["risks/A.yaml", "risks/B.yaml"]),
    ],
)
def test_the_file_of_each_of_several(files: dict[str, str], where: list[str]) -> None:
    register = read(Sources(ORGANISATION | {f"register/{name}": text for name, text in files.items()}, root="register"))
    plan = Plan("several")
    assert place_all(plan, register, "risks", [{"id": "A"}, {"id": "B"}]) == [f"register/{file}" for file in where]
    assert place_all(plan, register, "risks", []) == []
    assert len(plan.texts(register.sources.texts)) == len(set(where))


def test_training_goes_where_most_of_it_stands() -> None:
    line = "- {staff: a, course: c, completed: 2026-01-0%d}\n"
    files = {"training-records/b.yaml": line % 1 + line % 2, "training-records/c.yaml": line % 3}
    register = read(Sources({f"register/{name}": text for name, text in files.items()}, root="register"))
    plan = Plan("one")
    assert place_all(plan, register, "training-records", [{"staff": "x"}]) == ["register/training-records/b.yaml"]


LINE = "- {staff: a, course: c, completed: 2026-01-01}\n"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param(LINE, True, id="one record"),
        pytest.param(LINE + LINE.replace("c,", "d,"), True, id="two"),
        pytest.param(LINE + LINE.replace("}", ", notes: late}"), False, id="a note"),
        pytest.param(LINE + LINE.replace("}", ", ours: x}"), False, id="a key of one's own"),
        pytest.param(LINE + LINE.replace("2026-01-01", "soon"), False, id="a day that is none"),
        pytest.param(LINE + "- [\n", False, id="a fault of the text"),
        pytest.param(LINE + "- 7\n", False, id="what is no record"),
        pytest.param("[]\n", False, id="no record yet"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_whether_a_file_has_training_and_nothing_else(text: str, plain: bool) -> None:
    files = ORGANISATION | {"register/training-records.yaml": text, "register/risks.yaml": "- {id: R-1}\n"}
    register = read(Sources(files, root="register"))
    found = [_is_plain(register, f"register/{name}.yaml") for name in ("training-records", "risks", "none")]
    assert found == [plain, False, False]
