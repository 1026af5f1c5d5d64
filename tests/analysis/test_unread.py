"""What a file that could not be read may hold, and what is not said because of it."""

from __future__ import annotations

import pytest

from igreg.analysis.unread import Hidden, hidden, refuse_to_call_unknown, refuse_to_count
from igreg.errors import IgregError
from igreg.model.kinds import KINDS
from tests.analysis.registers import register

BROKEN = "- {id: x, title: [}"


@pytest.mark.parametrize(
    ("files", "other", "kinds"),
    [
        pytest.param({"roles": "- {id: x}"}, {}, set(), id="nothing is unread"),
        pytest.param({"roles": BROKEN}, {}, {"roles"}, id="its kind"),
        pytest.param({"roles": BROKEN, "staff": BROKEN}, {}, {"roles", "staff"}, id="each of them"),
        pytest.param({"roles": BROKEN}, {"roles": BROKEN}, set(), id="unread in both, word for word"),
        pytest.param({"roles": BROKEN}, {"roles": BROKEN + " "}, {"roles"}, id="in other words"),
        pytest.param({"rolls": BROKEN}, {}, {"roles"}, id="a name that is nearly one"),
        pytest.param({"zzzzzz": BROKEN}, {}, set(), id="a name that says nothing"),
    ],
)
def test_which_kinds_it_may_hold(files: dict[str, str], other: dict[str, str], kinds: set[str]) -> None:
    assert hidden(register(**files), register(**other)).kinds == kinds
    assert kinds <= set(KINDS)


def test_without_a_fault_nothing_is_hidden() -> None:
    assert hidden(register(), register()) == Hidden()


def test_what_is_not_said() -> None:
    whole, broken = register(), register(roles=BROKEN)
    refuse_to_call_unknown(whole, "x")
    refuse_to_count(whole, "all that x owes")
    with pytest.raises(IgregError) as told:
        refuse_to_call_unknown(broken, "y")
    assert told.value.sentence == "'y' was not found, but register/roles.yaml could not be read in full and may hold it"
    with pytest.raises(IgregError) as told:
        refuse_to_count(broken, "all that x owes")
    assert (
        told.value.sentence
        == "all that x owes cannot be said for certain: register/roles.yaml could not be read in full"
    )
    assert told.value.hint == "mend the file first: `igreg check` says what is wrong with it"
