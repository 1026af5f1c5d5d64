"""Records under their ids, or all under one key, where a list belongs: what is taken for that, and what is told."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.model.kinds.roles import Role
from igreg.register.keyed import keyed_by_id, written_under
from tests.analysis.registers import register


@pytest.mark.parametrize(
    ("piece", "keys"),
    [
        pytest.param([{"siro": {"title": "SIRO"}, "dpo": {"title": "DPO"}}], ["siro", "dpo"], id="under their ids"),
        pytest.param([{"siro": {"title": "SIRO"}}], ["siro"], id="one"),
        pytest.param([{"roles": [{"id": "siro"}]}], ["roles"], id="a list under the kind's name"),
        pytest.param([{"roles": ["x", {"id": "siro"}]}], ["roles"], id="among which is a record"),
        pytest.param([{"roles": ["x"]}], [], id="a list of words"),
        pytest.param([{"roles": []}], [], id="an empty list"),
        pytest.param([{"roles": [{"id": "siro"}], "more": [{"id": "dpo"}]}], [], id="two lists"),
        pytest.param([{"siro": {"title": "SIRO"}, "dpo": "DPO"}], [], id="one of them is a word"),
        pytest.param([{"siro": {"title": "SIRO"}, "dpo": {}}], [], id="one of them is empty"),
        pytest.param([{"siro": {}}], [], id="nothing under it"),
        pytest.param([{"id": {"title": "SIRO"}}], [], id="a field of the kind"),
        pytest.param([{"title": "SIRO"}], [], id="a record"),
        pytest.param([{}], [], id="an empty one"),
        pytest.param([{"a": {"title": "A"}}, {"b": {"title": "B"}}], [], id="a list"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_under_which_keys_they_stand(piece: list[dict[str, Any]], keys: list[str]) -> None:
    assert keyed_by_id(piece, Role) == keys


@pytest.mark.parametrize(
    ("keys", "message", "help"),
    [
        (["a"], "the records stand under `a`, where the file", "begin with `- id: ...` at the margin; if `a` is an id"),
        (["a", "b"], "the records stand under their ids (a, b)", "write a list: `- id: a`"),
        (["a", "b", "c"], "the records stand under their ids (a, b, c)", "write a list: `- id: a`"),
        (["a", "b", "c", "d"], "the records stand under their ids (a, b, c ...)", "write a list: `- id: a`"),
    ],
)
def test_what_is_told(keys: list[str], message: str, help: str) -> None:
    told = written_under("register/roles.yaml", keys)
    assert told.fault.message.startswith(message)
    assert told.fault.help.startswith(help)
    assert (told.rule, told.fault.path, told.fault.on_key) == ("wrong-shape", ("a",), True)


def test_their_ids_are_known_and_none_of_them_is_a_record() -> None:
    made = register(roles="siro:\n  title: SIRO\ndpo:\n  title: DPO\n  holders: [{staff: ann}]\n")
    assert made.by_id == {}
    assert made.lost_ids >= {"siro", "dpo"}
    assert [fault.message for fault in made.faults["wrong-shape"]] == ["the records stand under their ids (siro, dpo)"]


def test_a_file_of_one_record_is_one() -> None:
    assert set(register(roles="id: siro\ntitle: SIRO\n").by_id) == {"siro"}
