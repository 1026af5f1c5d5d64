"""The skeleton of every kind: filled in it has no fault of form, and with nothing filled in it says what is missing."""

from __future__ import annotations

import json

import pytest

from igreg.model.anatomy import fields_of
from igreg.model.kinds import in_order, model_of
from igreg.model.skeleton import skeleton
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from tests.filled import full

KINDS = [kind for kind in in_order() if kind != "organisation"]


def _read(kind: str, lines: list[str]) -> Register:
    item = "\n".join(f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
    return read(Sources({"register/organisation.yaml": "name: N\ntype: other\n", f"register/{kind}.yaml": f"{item}\n"}))


def _faults(register: Register) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(rule, one.path, one.message) for rule, found in register.faults.items() for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_with_every_field_filled_in_has_no_fault_of_form(kind: str) -> None:
    """Each line is filled in where it stands, as whoever edits the file does: behind its colon, its # taken away."""
    model = model_of(kind)
    data = full(model, kind)
    if kind == "decisions":
        data["ballot"] |= {"voted": 2, "entitled": 2}  # one for and one against
    lines, done = [], set()
    for line in skeleton(model, "a-1"):
        key = line.removeprefix("# ").partition(":")[0]
        is_field = not line.startswith("##") and key in fields_of(model) and key in data
        lines.append(f"{key}: {json.dumps(data[key])}" if is_field else line)
        done |= {key} if is_field else set()
    assert done == set(data)
    assert _faults(_read(kind, lines)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_with_nothing_filled_in_says_which_fields_are_missing(kind: str) -> None:
    model = model_of(kind)
    needed = [field.key for field in fields_of(model).values() if field.needed and field.key != "id"]
    found = _faults(_read(kind, skeleton(model, "a-1")))
    assert sorted(found) == sorted(
        ("missing-field", (key,), f"the field `{key}` is missing or empty") for key in needed
    )
