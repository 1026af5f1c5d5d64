"""Records taken out of a list: only their own lines go."""

from __future__ import annotations

import random

import pytest

from igreg.source.editing import removed as module
from igreg.source.editing.edit import EditError, Remove, apply
from igreg.source.editing.removed import removed
from igreg.source.nodes import compose

ROWS = [
    ("in lines", "- id: a\n  x: 1\n- id: b\n", (0,), "- id: b\n"),
    ("the last", "- id: a\n- id: b\n  x: 1\n", (1,), "- id: a\n"),
    ("the last, without a line end", "- id: a\n- id: b", (1,), "- id: a\n"),
    ("two of three", "- id: a\n- id: b\n- id: c\n", (0, 2), "- id: b\n"),
    ("on one line", "- {id: a}  # first\n- {id: b}\n", (0,), "- {id: b}\n"),
    ("its comments", "- id: a\n# of b\n# and more\n- id: b  # here\n  x: 1\n- id: c\n", (1,), "- id: a\n- id: c\n"),
    ("the head of the file stays", "# all of them\n- id: a\n- id: b\n", (0,), "# all of them\n- id: b\n"),
    ("a head apart stays", "- id: a\n\n# part two\n\n- id: b\n- id: c\n", (1,), "- id: a\n\n# part two\n\n- id: c\n"),
    ("what follows stays", "- id: a\n# of b\n- id: b\n", (0,), "# of b\n- id: b\n"),
    ("blank lines do not pile up", "- id: a\n\n- id: b\n\n- id: c\n", (1,), "- id: a\n\n- id: c\n"),
    ("all of them", "- id: a\n- id: b\n", (0, 1), "[]\n"),
    ("all but a comment", "# none\n- id: a\n", (0,), "# none\n"),
    ("a text in lines", "- id: a\n  x: |\n    one\n\n    two\n- id: b\n", (0,), "- id: b\n"),
    ("in brackets", "[{id: a}, {id: b}, {id: c}]\n", (1,), "[{id: a}, {id: c}]\n"),
    ("the last in brackets", "[{id: a}, {id: b}]\n", (1,), "[{id: a}]\n"),
    ("the only one in brackets", "[{id: a}]\n", (0,), "[]\n"),
    ("indented", "  - id: a\n  - id: b\n", (0,), "  - id: b\n"),
    ("line ends stay", "- id: a\r\n  x: 1\r\n- id: b\r\n", (0,), "- id: b\r\n"),
]


@pytest.mark.parametrize(("text", "items", "after"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_records_are_taken_out(text: str, items: tuple[int, ...], after: str) -> None:
    assert apply(text, [Remove(items)]) == after


@pytest.mark.parametrize(
    ("text", "said"),
    [("id: a\n", "delete the file"), ("- id: [\n", "faults of its own"), ("-\n  id: a\n- id: b\n", "by hand")],
)
def test_what_cannot_be_taken_out_is_refused(text: str, said: str) -> None:
    with pytest.raises(EditError, match=said):
        apply(text, [Remove((0,))])


def by_chance(seed: int) -> tuple[str, list[int]]:
    """A list written by somebody: blank lines, comments, texts over lines; and which of its records go."""
    chance = random.Random(seed)
    ends = chance.choice(("\n", "\n", "\r\n"))
    lines: list[str] = []
    count = chance.randrange(1, 8)
    for number in range(count):
        lines += chance.choice(([], [], [""], ["# said"], ["", "# part", ""], ["", "# of it"], ["", ""]))
        lines.append(f"- id: r{number}{chance.choice(('', '  # here'))}")
        lines += chance.choice(([], ["  x: 1"], ["  x: |", "    one", "", "    two"], ["  x: [a,", "    b]"]))
    lines += chance.choice(([""], ["", ""], [], ["# at the end", ""]))
    return ends.join(lines), chance.sample(range(count), chance.randrange(1, count + 1))


@pytest.mark.parametrize("seed", range(300))
def test_many_are_taken_out_as_one_after_the_other(seed: int) -> None:
    text, items = by_chance(seed)
    one_by_one = text
    for number in sorted(items, reverse=True):
        one_by_one = removed(one_by_one, [number])
    assert removed(text, items) == one_by_one


def test_a_list_is_read_once_however_many_go(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str) -> object:
        read.append(text)
        return compose(text)

    monkeypatch.setattr(module, "compose", reading)
    text = "".join(f"- id: r{number}\n" for number in range(200))
    assert removed(text, range(1, 200)) == "- id: r0\n"
    assert read == [text]
