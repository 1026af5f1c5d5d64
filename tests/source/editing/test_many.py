"""Items taken out of lists, and many changes to one text at once: the same as one after the other."""

from __future__ import annotations

import pytest

from igreg.source.editing import edit
from igreg.source.editing.edit import Append, Change, Delete, EditError, Extend, Insert, Remove, Set, Written, apply

LISTS = """\
- id: a
  tags: [x, y, z]   # in brackets
  members:
    - one
    # before two
    - two   # its own word
    - {staff: three}
- id: b
  members: [only]
"""


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ((0, "tags", 0), "x, "),
        ((0, "tags", 2), ", z"),
        ((0, "members", 0), "    - one\n"),
        ((0, "members", 1), "    - two   # its own word\n"),
        ((0, "members", 2), "    - {staff: three}\n"),
        ((1, "members", 0), "only"),
    ],
)
def test_an_item_is_taken_out(path: tuple[str | int, ...], gone: str) -> None:
    assert apply(LISTS, [Delete(path)]) == LISTS.replace(gone, "", 1)


def test_the_last_item_of_lines_stays() -> None:
    with pytest.raises(EditError, match="cannot be taken out of its list"):
        apply("- id: a\n  members:\n    - one\n", [Delete((0, "members", 0))])


def text(end: str = "\n") -> str:
    lines = [f"- id: r{number}{end}  # of {number}{end}  owner: old{end}{end}" for number in range(12)]
    return "# top\n" + "".join(lines) + "- {id: last, owner: old}"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_many_changes_are_as_one_after_the_other(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    before = text(end).replace("# top\n", f"# top{end}")
    changes: list[Change] = [Set((number, "owner"), "new") for number in range(13)]
    changes += [Append((number, "tags"), "moved") for number in range(0, 13, 2)]
    changes += [Delete((3, "owner")), Set((3, "end"), "2027-03-31")]
    at_once = apply(before, changes)
    monkeypatch.setattr(edit, "_at_once", lambda text, changes: None)
    assert apply(before, changes) == at_once
    assert at_once.count("owner: new") == 12
    assert at_once.count("# of") == 12


@pytest.mark.parametrize("many", [2, 3, 12])
def test_for_many_changes_the_text_is_read_twice(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read, inside = list[str](), edit._data
    monkeypatch.setattr(edit, "_data", lambda piece: (read.append(piece), inside(piece))[1])
    before = text()
    after = apply(before, [Set((number, "owner"), "new") for number in range(many)])
    assert [piece for piece in read if len(piece) > len(before) / 2] == [before, after]


def test_many_changes_to_what_lines_cannot_cut() -> None:
    before = "[" + ", ".join(f"{{id: r{number}, owner: old}}" for number in range(12)) + "]\n"
    after = apply(before, [Set((number, "owner"), "new") for number in range(12)])
    assert after == before.replace("old", "new")


@pytest.mark.parametrize(
    "first",
    [
        Insert(({"id": "x", "owner": "y"},)),
        Written(("id: x", "owner: y")),
        Remove((0,)),
        Set((0, "owner"), "old"),
        Delete((0, "none")),
        Extend((0, "owner"), "too"),
        Append((0, "tags"), "moved"),
    ],
)
def test_what_comes_behind_a_change_is_made_too(first: Change) -> None:
    """Be it one that needed nothing."""
    then = Set((1, "owner"), "new")
    after = apply(text("\n") + "\n", [first, then, first])
    assert after == apply(apply(apply(text("\n") + "\n", [first]), [then]), [first])
    assert after.count("owner: new") == 1


def test_one_that_cannot_be_made_stops_them_all() -> None:
    changes = [*(Set((number, "owner"), "new") for number in range(12)), Append((0, "owner"), "x")]
    with pytest.raises(EditError, match="not a list"):
        apply(text(), changes)


def test_changes_and_records_mix() -> None:
    after = apply(text(), [Set((0, "owner"), "new"), Set((1, "owner"), "new"), Insert(({"id": "x", "owner": "y"},))])
    assert after.count("owner: new") == 2
    assert after.endswith("- {id: last, owner: old}\n\n- {id: x, owner: y}")
