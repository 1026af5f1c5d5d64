"""What a register says of its files as a whole: names of no kind, the organisation that is not there or twice."""

from __future__ import annotations

import pytest

from igreg.findings import NO_ORGANISATION, UNKNOWN_KIND
from igreg.model.kinds import KINDS
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources

ORGANISATION = {"register/organisation.yaml": "{name: X, type: other}\n"}


def made(texts: dict[str, str], root: str = "register", **more: tuple[str, ...]) -> Register:
    return read(Sources(ORGANISATION | texts if root else texts, root=root, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("texts", "folders", "message", "help"),
    [
        pytest.param({"polices.yaml": ""}, (), "the file 'polices.yaml'", "did you mean 'policies.yaml'?", id="a file"),
        pytest.param({"polices/a.yaml": ""}, (), "the folder 'polices'", "did you mean 'policies'?", id="a folder"),
        pytest.param({}, ("polices",), "the folder 'polices'", "did you mean 'policies'?", id="an empty folder"),
        pytest.param({"zzz.yaml": ""}, (), "the file 'zzz.yaml'", "the kinds are: organisation, ", id="like none"),
        pytest.param(
            {"organisation/a.yaml": ""},
            (),
            "the folder 'organisation'",
            "the organisation stands in one file, organisation.yaml",
            id="the organisation is no folder",
        ),
        pytest.param(
            {},
            ("organisation",),
            "the folder 'organisation'",
            "the organisation stands in one file",
            id="nor an empty one",
        ),
        pytest.param(
            {"organisations.yaml": ""},
            (),
            "the file 'organisations.yaml'",
            "did you mean 'organisation.yaml'?",
            id="one file",
        ),
    ],
)
def test_names_of_no_kind(texts: dict[str, str], folders: tuple[str, ...], message: str, help: str) -> None:
    register = made({f"register/{name}": text for name, text in texts.items()}, folders=folders)
    (fault,) = register.faults[UNKNOWN_KIND]
    assert fault.message == f"{message} is named after no kind of record"
    assert fault.help.startswith(help)


def test_folders_that_are_passed_over_or_named_after_a_kind() -> None:
    assert made({}, folders=("_old", ".git", "roles")).faults == {}


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param({}, "the register has no organisation.yaml", id="none"),
        pytest.param({"organisation.yaml": ""}, "organisation.yaml is empty", id="empty"),
        pytest.param({"organisation.yml": "# x"}, "organisation.yaml is empty", id="empty, and of the short ending"),
        pytest.param({"organisation.yaml": "["}, None, id="broken: that is told already"),
        pytest.param({"organisation.yaml": "- 1"}, None, id="of the wrong shape: told already"),
    ],
)
def test_a_register_without_organisation(texts: dict[str, str], message: str | None) -> None:
    register = made(texts, root="")
    assert [fault.message for fault in register.faults.get(NO_ORGANISATION, ())] == ([message] if message else [])
    assert not register.has_organisation
    assert register.organisation.name == "The organisation"
    assert register.count() == 0


def test_a_second_organisation_is_none() -> None:
    register = made({"register/organisation.yml": "{name: Y, type: other}\n"})
    assert register.organisation.name == "X"
    (fault,) = register.faults["wrong-shape"]
    assert fault.message == "a second organisation; the first is in register/organisation.yaml"
    assert fault.origin.file == "register/organisation.yml"
    assert register.has_organisation
    assert register.count() == 1


def test_what_is_counted() -> None:
    register = made({
        "register/roles.yaml": "- {id: a, title: A}\n- {id: b, title: B}\n",
        "register/training-records.yaml": "- {staff: s, course: c, completed: 2026-01-01}\n",
        "register/rolls.yaml": "- {id: z}\n",
    })  # fmt: skip
    assert (register.count(), register.files) == (4, 3)
    assert register.lost_ids == {"z"}
    assert register.lost_kinds == frozenset()


def test_files_that_could_not_be_decoded_may_hold_anything_of_their_kind() -> None:
    register = made({}, unreadable=("register/roles.yaml", "register/rolls/a.yaml", "register/x.txt"))
    assert register.lost_kinds == {"roles"}
    assert [fault.origin.file for fault in register.faults[UNKNOWN_KIND]] == ["register/rolls"]
    assert register.files == 1


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("register/rolls.yaml", ["register/rolls.yaml"]),
        ("register/roles (1).yaml", []),
        ("register/Copy of roles.yaml", []),
        ("register/roles copy/a.yaml", ["register/roles copy"]),
        ("register/roles/a (1).yaml", []),
    ],
)
def test_a_copy_that_could_not_be_decoded_is_told_as_a_copy_alone(file: str, told: list[str]) -> None:
    register = made({}, unreadable=(file,))
    assert [fault.origin.file for fault in register.faults.get(UNKNOWN_KIND, ())] == told


@pytest.mark.parametrize(
    ("name", "text", "kinds", "ids", "files"),
    [
        ("roles.yaml", "- {id: a, title: [}\n", frozenset(), {"a"}, 2),
        ("roles.yaml", "- {title: [}\n", {"roles"}, set(), 2),
        ("rolls.yaml", "- {id: a}\n", frozenset(), {"a"}, 1),
        ("_roles.yaml", "- {id: a}\n", frozenset(), set(), 1),
        ("roles.yaml", "- {id: a}\n", frozenset(), set(), 2),
    ],
)
def test_what_is_lost_with_a_file(name: str, text: str, kinds: set[str], ids: set[str], files: int) -> None:
    register = made({f"register/{name}": text})
    assert (register.lost_kinds, register.lost_ids, register.files) == (kinds, ids, files)


def test_only_some_kinds() -> None:
    texts = ORGANISATION | {
        "register/roles.yaml": "- {id: a, title: A}\n",
        "register/staff.yaml": "- {id: s, name: S}\n",
    }
    found = read(Sources(texts, root="register"), {"roles"})
    assert set(found.by_id) == {"a"}
    assert found.has_organisation


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (("staff.csv",), {"staff"}),
        (("roles.csv",), set()),
        (("staff.csv", "roles.csv", "units.yaml.txt"), {"staff", "units"}),
        (("notes.txt", "organisation.csv"), set()),
    ],
)
def test_a_name_that_is_not_read_hides_a_kind_of_which_there_is_no_other_file(
    names: tuple[str, ...], kinds: set[str]
) -> None:
    register = made({"register/roles.yaml": "- {id: a, title: A}\n"}, names=tuple(f"register/{one}" for one in names))
    assert register.lost_kinds == kinds


def test_kinds_stand_in_the_order_of_their_models_and_those_without_records_last() -> None:
    made_of = {"register/staff.yaml": "- {id: s, name: S}\n", "register/groups.yaml": "- {id: g, title: G}\n"}
    register = made(made_of | {"register/roles.yaml": "- {id: r, title: R}\n"})
    there = sorted((StaffMember, Group, Role), key=lambda model: model.order)
    assert [model.kind for model in there] != ["groups", "roles", "staff"]
    assert list(register.kinds) == [
        *(model.kind for model in there),
        *(kind for kind in KINDS if kind not in ("groups", "roles", "staff")),
    ]
