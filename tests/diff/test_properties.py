"""What holds of any two states: nothing of one and itself, the mirror the other way round, and ids that are other words."""

from __future__ import annotations

import copy
import functools
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from igreg.analysis.record_changes import RecordChange, record_changes
from igreg.findings import Finding
from igreg.model.base import Record
from igreg.model.walk import references
from igreg.register.read import read
from igreg.register.register import Register
from igreg.source.reading.document import parse
from igreg.store.read import read_sources
from tests.diff.states import difference

HOME = Path(__file__).parents[1] / "registers" / "care-home" / "register"
Texts = dict[str, Any]
"""Each file of a register as plain data."""


@functools.cache
def home() -> Register:
    return read(read_sources(HOME))


@functools.cache
def plain() -> Texts:
    out = {}
    for file, text in home().sources.texts.items():
        found = parse(file, text)
        assert found.value is not None
        out[file] = found.value[0] if found.single else found.value
    return out


def made(texts: Texts) -> Register:
    """The register of plain data: JSON is YAML, too."""
    words = {file: json.dumps(value, ensure_ascii=False) for file, value in texts.items()}
    return read(replace(home().sources, texts=words))


def records(texts: Texts) -> list[tuple[Record, dict[str, Any]]]:
    """Every record with its plain data, the organisation's too."""
    out = []
    for record in (home().organisation, *home().records()):
        value = texts[record.where.file]
        out.append((record, value if record.where.item is None else value[record.where.item]))
    return out


def renamed(old: str, new: str) -> Texts:
    """The register with another id in all places."""
    texts = copy.deepcopy(plain())
    for record, data in records(texts):
        if record.identity == old:
            data["id"] = new
        for reference in references(record):
            if reference.target == old:
                put(data, reference.path, new)
    for line in texts[f"{home().sources.root}/training-records.yaml"]:
        for key in ("staff", "course"):
            line[key] = new if line[key] == old else line[key]
    return texts


def put(data: Any, path: tuple[str | int, ...], word: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = word


IDS = sorted(record.identity for record in home().records() if record.identity)


def test_a_state_and_itself() -> None:
    found = difference(home(), made(plain()))
    assert (found.records, found.new, found.gone, found.consequences, found.due_new, found.due_gone) == (
        *([], [], [], []),
        *([], []),
    )


@pytest.mark.parametrize("id", IDS[::7])
def test_another_id_is_another_id(id: str) -> None:
    """Any id is followed; a wrong one would show as a record gone, and findings of it."""
    found = difference(home(), made(renamed(id, "zz-renamed")))
    changes = Counter(one.change for one in found.records)
    assert (changes["renamed"], changes["added"], changes["gone"]) == (1, 0, 0)
    assert [(one.was, one.record, one.fields) for one in found.records if one.change == "renamed"] == [
        (id, "zz-renamed", ())
    ]
    assert all(
        {one.before, one.after} == {id, "zz-renamed"}
        for record in found.records
        if record.change == "changed"
        for one in record.fields
    )
    assert ([one.rule for one in found.new], [one.rule for one in found.gone]) == ([], [])
    assert [one.what for one in found.consequences] == []


def test_every_id_is_followed_among_records() -> None:
    for id in IDS[::3]:
        found = record_changes(home(), made(renamed(id, "zz-renamed")))
        assert [(one.was, one.record) for one in found if one.change != "changed"] == [(id, "zz-renamed")], id


def mixed(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: mixed(one, chance) for key, one in value.items()}
    if isinstance(value, list):
        return chance.sample([mixed(one, chance) for one in value], len(value))
    return value


@pytest.mark.parametrize("seed", range(3))
def test_another_order_is_no_change(seed: int) -> None:
    chance = random.Random(seed)
    found = difference(home(), made({file: mixed(value, chance) for file, value in plain().items()}))
    assert found.records == []
    assert ([one.rule for one in found.new], [one.rule for one in found.gone]) == ([], [])


def other(seed: int) -> Texts:
    """The register with a few records taken out, and a few values."""
    chance = random.Random(seed)
    texts = copy.deepcopy(plain())
    for value in texts.values():
        if isinstance(value, list) and value and chance.random() < 0.5:
            value.pop(chance.randrange(len(value)))
        if isinstance(value, list) and value and chance.random() < 0.5:
            one = chance.choice(value)
            optional = [key for key in one if key not in ("id", "title", "name", "staff", "course", "completed")]
            if optional:
                del one[chance.choice(sorted(optional))]
    return texts


@pytest.mark.parametrize("seed", range(4))
def test_the_other_way_round_is_the_mirror(seed: int) -> None:
    """But for what exceptions silence in one of the two, which is never gone (ruling H24): so they are left out."""
    first, second = without_exceptions(plain()), without_exceptions(other(seed))
    there, back = difference(made(first), made(second)), difference(made(second), made(first))
    mirror = {"added": "gone", "gone": "added"}
    assert there.records
    assert Counter((one.kind, one.record, one.change) for one in there.records) == Counter(
        (one.kind, one.record, mirror.get(one.change, one.change)) for one in back.records
    )
    assert values(there.records, 1) == values(back.records, -1)
    assert (said(there.new), said(there.gone)) == (said(back.gone), said(back.new))


def without_exceptions(texts: Texts) -> Texts:
    return texts | {f"{home().sources.root}/exceptions.yaml": []}


def values(changes: Sequence[RecordChange], way: int) -> Counter[tuple[str, str, str]]:
    return Counter(
        (one.kind, *(repr(value) for value in (field.before, field.after)[::way]))
        for one in changes
        for field in one.fields
    )


def said(findings: Sequence[Finding]) -> Counter[tuple[str, str | None, str]]:
    return Counter((one.code, one.record, one.message) for one in findings)


def test_nothing_comes_to_the_list_for_want_of_training_records() -> None:
    file = f"{home().sources.root}/training-records.yaml"
    without, broken = (
        replace(home().sources, texts={**home().sources.texts, file: text}) for text in ("[]\n", "- {\n")
    )
    assert difference(home(), read(without)).due_new
    found = difference(home(), read(broken))
    assert (found.due_new, found.due_gone, [one.rule for one in found.new]) == ([], [], ["invalid-yaml"])
