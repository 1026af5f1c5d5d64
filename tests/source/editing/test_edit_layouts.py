"""Changes in place over generated layouts: a register written in every odd way keeps every byte outside the lines meant."""

from __future__ import annotations

import difflib
import json
import random
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from igreg.source.editing.edit import Append, Change, Delete, EditError, Set, apply
from igreg.source.reading.document import parse

RECORD: dict[str, Any] = {
    "id": "P",
    "title": "Records: kept, shared",
    "areas": ["governance", "risk"],
    "review": {"every": "12 months", "last": "2025-01-01", "next": "2026-12-01"},
    "holders": [{"staff": "a", "from": "2020-01-01"}, {"staff": "b", "from": "2021-01-01", "as": "deputy"}],
    "notes": "one\ntwo\n",
    "owner": "ig-lead",
}
OTHER = {"id": "Q", "title": "Other", "review": {"every": "1 year"}, "notes": "x"}
CHANGES: list[Change] = [
    Set(("review", "last"), "2026-02-03"),
    Set(("review", "outcome"), "unchanged"),
    Set(("holders", 0, "until"), "2026-11-30"),
    Set(("holders", 1, "assigned_by"), "minute 7: agreed"),
    Append(("holders",), {"staff": "c", "from": "2026-12-01", "as": "acting"}),
    Append(("areas",), "security"),
    Append(("present",), "siro"),
    Set(("left",), "2026-12-31"),
    Set(("title",), "it's # new"),
    Delete(("review", "next")),
    Set(("minutes", "path"), "docs/minutes.md"),
]


class Writer:
    """Writes data as YAML in a layout of chance; each comment is a number of its own."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.comments = chance, 0

    def comment(self, often: float = 0.2) -> str:
        if self.chance.random() > often:
            return ""
        self.comments += 1
        return f"  # c{self.comments}."

    def scalar(self, value: str) -> str:
        if "\n" in value:
            return json.dumps(value)
        plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 -]*", value)
        return self.chance.choice([f"'{value}'", f'"{value}"', *([value, value] if plain else [])])

    def flow(self, value: Any, indent: int) -> str:
        if isinstance(value, str):
            return self.scalar(value)
        items = (
            [f"{self.key(key)}: {self.flow(item, indent + 2)}" for key, item in value.items()]
            if isinstance(value, dict)
            else [self.flow(item, indent + 2) for item in value]
        )
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        match self.chance.randrange(4):
            case 0:
                inner = " " * (indent + 2)
                comma = self.chance.choice(["", ","])
                lines = [f"{inner}{item},{self.comment()}" for item in items[:-1]]
                lines.append(f"{inner}{items[-1]}{comma}{self.comment()}")
                return "\n".join([opening + self.comment(0.1), *lines, " " * indent + closing])
            case 1:
                comment = self.comment(0.3)
                gap = f",{comment}\n{' ' * (indent + 3)}"
                return f"{opening}{gap.join(items)}{closing}"
            case _:
                blank = self.chance.choice(["", " "])
                return f"{opening}{blank}{', '.join(items)}{self.chance.choice(['', ','])}{blank}{closing}"

    def key(self, key: str) -> str:
        return self.chance.choice([key, key, key, f"'{key}'", f'"{key}"'])

    def between(self, indent: int) -> list[str]:
        """Empty lines and comments between two keys."""
        out = []
        while self.chance.random() < 0.15:
            self.comments += 1
            out.append(self.chance.choice(["", " " * indent + f"# c{self.comments}."]))
        return out

    def mapping(self, value: dict[str, Any], indent: int) -> list[str]:
        out: list[str] = []
        for key, item in value.items():
            start = f"{' ' * indent}{self.key(key)}{self.chance.choice([':', ':', ' :'])}"
            if isinstance(item, str) and "\n" in item:
                lines = item.removesuffix("\n").split("\n")
                deep = " " * (indent + self.chance.choice([1, 2, 4]))
                out += [f"{start} |{self.comment()}", *(deep + line for line in lines)]
            elif isinstance(item, str):
                out.append(f"{start} {self.scalar(item)}{self.comment()}")
            elif self.chance.random() < 0.5:
                out.append(f"{start} {self.flow(item, indent + 2)}{self.comment()}")
            elif isinstance(item, dict):
                out += [f"{start}{self.comment()}", *self.mapping(item, indent + self.chance.choice([1, 2, 4]))]
            else:
                out += [f"{start}{self.comment()}", *self.sequence(item, indent + self.chance.choice([0, 2, 4]))]
            out += self.between(indent)
        return out

    def sequence(self, value: list[Any], indent: int) -> list[str]:
        out: list[str] = []
        for item in value:
            dash = "-" + " " * self.chance.choice([1, 1, 3])
            if isinstance(item, dict) and self.chance.random() < 0.6:
                lines = self.mapping(item, indent + len(dash))
                out += [" " * indent + dash + lines[0].lstrip(" "), *lines[1:]]
            else:
                out.append(f"{' ' * indent}{dash}{self.flow(item, indent + 2)}{self.comment()}")
            out += self.between(indent)
        return out

    def file(self) -> tuple[str, int | None]:
        """A file with the record in it, and its index where it is one of a list."""
        keys = list(RECORD)
        self.chance.shuffle(keys)
        keys = ["id", *(key for key in keys if key != "id" and self.chance.random() < 0.9)]
        record = {key: RECORD[key] for key in keys}
        start = self.chance.choice([[], [], ["---"], ["# c0."]])
        if self.chance.random() < 0.5:
            return "\n".join([*start, *self.mapping(record, 0)]), None
        index = self.chance.randrange(3)
        records: list[Any] = [OTHER] * index + [record] + [OTHER] * self.chance.randrange(2)
        return "\n".join([*start, *self.sequence(records, self.chance.choice([0, 0, 0, 2]))]), index


def comments(text: str) -> set[str]:
    return set(re.findall(r"# c\d+\.", text))


@pytest.mark.thorough
@pytest.mark.no_cover
@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9), st.sampled_from(CHANGES), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_layout_keeps_what_was_not_meant(seed: int, change: Change, ends: str, ended: bool) -> None:
    writer = Writer(random.Random(seed))
    text, index = writer.file()
    before = (text + ("\n" if ended else "")).replace("\n", ends)
    document = parse("f", before)
    if document.value is None or document.faults:
        return  # the layout is no YAML: chance put a comment where none may stand
    prefix: tuple[str | int, ...] = () if document.single else (index or 0,)
    record = document.value[index or 0]
    if change.path[0] == "holders" and len(change.path) > 1 and "holders" not in record:
        return
    after = apply(before, [type(change)(prefix + change.path, *([change.value] if hasattr(change, "value") else []))])
    lost = comments(before) - comments(after)
    if isinstance(change, Delete):
        assert len(lost) <= 1, lost
    else:
        assert not lost
    assert after.count("\r") == (after.count("\n") if ends == "\r\n" else 0)
    old, new = before.replace("\r", "").split("\n"), after.replace("\r", "").split("\n")
    ops = [op for op in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    assert len(ops) <= 2, ops
    assert sum(op[2] - op[1] for op in ops) <= 2, "more lines than meant"
    assert all(line.rstrip() == line or line in old for line in new), "blanks at the end of a line"


def test_nearly_every_layout_can_be_changed() -> None:
    refused = total = 0
    for seed in range(300):
        text, index = Writer(random.Random(seed)).file()
        document = parse("f", text)
        if document.value is None or document.faults:
            continue
        total += 1
        path = ("review", "last") if document.single else (index or 0, "review", "last")
        try:
            apply(text, [Set(path, "2026-02-03")])
        except EditError:
            refused += 1
    assert total > 200
    assert refused == 0


NOTES = [
    pytest.param("id: P\nnotes: |\n  one\n  two\nowner: x\n", "one\ntwo\nthree\n", ["+  three"], id="a literal text"),
    pytest.param("id: P\nnotes: |-\n    one", "one\ntwo", ["+    two"], id="without a last line end"),
    pytest.param("id: P\nnotes: >-\n  one\n  two\n", "one two three", ["-  two", "+  two three"], id="a folded text"),
    pytest.param("id: P\nnotes: >\n  one\n", "one\ntwo\n", ["+", "+  two"], id="a new paragraph"),
    pytest.param("- id: P\n  notes: |+\n    one\n\n\n- id: Q\n", "one\ntwo\n\n\n", ["+    two"], id="empty lines kept"),
]


@pytest.mark.parametrize(("text", "value", "lines"), NOTES)
def test_block_texts_grow(text: str, value: str, lines: list[str]) -> None:
    path = ("notes",) if text.startswith("id") else (0, "notes")
    after = apply(text, [Set(path, value)])
    found = list(difflib.unified_diff(text.splitlines(), after.splitlines(), lineterm="", n=0))[2:]
    assert [line for line in found if not line.startswith("@@")] == lines


BLOCK = "- id: a\n  x: |  # why\n    one\n      two\n\n    three\n  # next\n  y: 2\n"
REWRITTEN = [
    pytest.param(BLOCK, "new", "- id: a\n  x: new  # why\n  # next\n  y: 2\n", id="one line"),
    pytest.param(BLOCK, True, "- id: a\n  x: true  # why\n  # next\n  y: 2\n", id="no text"),
    pytest.param(BLOCK, "a: # b", "- id: a\n  x: 'a: # b'  # why\n  # next\n  y: 2\n", id="a text with marks"),
    pytest.param(
        BLOCK, "a\n\n  b", "- id: a\n  x: |-  # why\n    a\n\n      b\n  # next\n  y: 2\n", id="several lines"
    ),
    pytest.param(BLOCK, "a\nb\n", "- id: a\n  x: |  # why\n    a\n    b\n  # next\n  y: 2\n", id="with a line end"),
    pytest.param(BLOCK, "a \nb", '- id: a\n  x: "a \\nb"  # why\n  # next\n  y: 2\n', id="blanks at an end"),
    pytest.param("x: >+\n  one\n\n\n# end\n", "a\nb", "x: |-\n  a\n  b\n# end\n", id="folded, empty lines its own"),
    pytest.param("- x: |\n    one\n    two", "a\nb", "- x: |-\n    a\n    b", id="a last line without an end"),
    pytest.param("- x: |\n    one\n    two", "a\nb\n", '- x: "a\\nb\\n"', id="an end where none stands"),
    pytest.param("- x: |-\r\n    one\r\n  y: 2\r\n", "a\nb", "- x: |-\r\n    a\r\n    b\r\n  y: 2\r\n", id="CRLF"),
    pytest.param("- x: |2\n      deep\n    two\n", "a\nb", "- x: |-\n      a\n      b\n", id="an indent of its own"),
    pytest.param("- x: |\n  y: 1\n", "a\nb", '- x: "a\\nb"\n  y: 1\n', id="an empty one"),
]


@pytest.mark.parametrize(("text", "value", "after"), REWRITTEN)
def test_a_block_text_becomes_another(text: str, value: object, after: str) -> None:
    """Comments, the lines after it and line ends stay."""
    path = (0, "x") if text.startswith("-") else ("x",)
    assert apply(text, [Set(path, value)]) == after


@pytest.mark.parametrize(
    "text", ["id: P\nreview:\nowner: x\n", "id: P\nreview:  # soon\nowner: x\n", "id: P\nreview: ~\nowner: x\n"]
)
def test_an_empty_part_is_filled(text: str) -> None:
    after = apply(text, [Set(("review", "last"), "2026-02-03"), Set(("review", "by"), "dpo")])
    assert "review: {last: 2026-02-03, by: dpo}" in after
    assert comments(after) == comments(text)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        pytest.param("id: P\nreview: soon\n", Set(("review", "last"), "2026-02-03"), id="a word for a mapping"),
        pytest.param("id: P\nreview: [a]\n", Set(("review", "last"), "2026-02-03"), id="a list for a mapping"),
        pytest.param("id: P\nholders: {a: b}\n", Set(("holders", 0, "until"), "2026-02-03"), id="a mapping for a list"),
        pytest.param("id: P\nholders: x\n", Append(("holders",), {"staff": "a"}), id="a word for a list"),
    ],
)
def test_what_is_of_the_wrong_shape_is_refused(text: str, change: Change) -> None:
    with pytest.raises(EditError, match="put that right first"):
        apply(text, [change])
