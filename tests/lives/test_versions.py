"""Of each version of a file what differs is read, and nothing else; and the whole where that is in doubt."""

from __future__ import annotations

import pytest

from igreg.lives import versions
from igreg.lives.pieces import Pieces, quickly
from igreg.lives.versions import Files, Version, difference

FILE = "register/policies.yaml"


def record(number: int, title: str = "one") -> str:
    return f"- id: P-{number}\n  title: {title}\n"


def text(*changed: int, count: int = 300, title: str = "two") -> str:
    return "".join(record(number, title if number in changed else "one") for number in range(count))


def read(*texts: str) -> list[Version]:
    files = Files()
    return [files.read("policies", FILE, one.encode()) for one in texts]


@pytest.fixture
def lengths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long each text is that is read."""
    out: list[int] = []

    def counting(kind: str, file: str, text: str) -> Pieces:
        out.append(len(text))
        return quickly(kind, file, text)

    monkeypatch.setattr(versions, "quickly", counting)
    return out


@pytest.mark.parametrize("place", [0, 1, 150, 298, 299])
def test_only_the_record_that_differs_is_read(lengths: list[int], place: int) -> None:
    first, second = read(text(), text(place))
    assert list(second.changes) == [f"P-{place}"]
    assert lengths[0] == len(text())
    assert max(lengths[1:]) < 100
    assert difference(first, second) is second.changes


@pytest.mark.parametrize(
    ("new", "came", "went"),
    [
        (text() + record(300), {"P-300"}, set()),
        (record(300) + text(), {"P-300"}, set()),
        (text().replace(record(7), ""), set(), {"P-7"}),
        (text().replace(record(299), ""), set(), {"P-299"}),
        (text().replace("P-7\n", "P-700\n"), {"P-700"}, {"P-7"}),
        ("# a comment\n" + text(), set(), set()),
        ("---\n" + text(), set(), set()),
        ("\ufeff" + text(), set(), set()),
        ("", set(), {f"P-{number}" for number in range(300)}),
        ("[]\n", set(), {f"P-{number}" for number in range(300)}),
        ("id: P-7\ntitle: one\n", set(), {f"P-{number}" for number in range(300) if number != 7}),
    ],
)
def test_what_came_and_went(new: str, came: set[str], went: set[str]) -> None:
    first, second = read(text(), new)
    found = difference(first, second)
    assert {id for id, (before, _) in found.items() if before is None} == came
    assert {id for id, (_, after) in found.items() if after is None} == went


@pytest.mark.parametrize(
    "new",
    [
        text().replace("one", "[", 1),
        text() + "<<<<<<< x\n",
        text().replace(record(7), record(7) + "oops\n"),
        text().replace(record(7), "\tid: P-7\n"),
        text() + "...\nmore: x\n",
        "x: y\n" + text(),
        text().replace("P-7\n", "P-7\n  id: P-8\n") + "- {",
    ],
)
def test_what_is_broken_is_as_before_and_tells_no_lie_of_what_follows(new: str) -> None:
    first, second, third = read(text(), new, text(9))
    assert second.is_broken
    assert list(difference(first, third)) == ["P-9"]


def test_a_quote_that_runs_across_records_is_read_whole() -> None:
    quoted = record(1) + '- id: P-2\n  title: "a\n- id: P-3\n  title: b"\n' + record(4)
    first, second = read(quoted, quoted.replace("title: b", "title: c"))
    assert "P-3" not in first.changes
    assert list(second.changes) == ["P-2"]


def test_an_id_that_is_there_twice_means_the_first() -> None:
    first, second = read(text(), text() + record(7, "another"))
    assert difference(first, second) == {}
    third = read(text(), text() + record(7, "another"), text(7) + record(7, "third"))[2]
    assert [piece.record.label for _, piece in third.changes.values() if piece] == ["two"]


def test_versions_on_two_branches() -> None:
    first, second, third = read(text(), text(7), text(9))
    found = difference(first, third)
    assert list(found) == ["P-9"]
    found = difference(second, third)
    assert set(found) == {"P-7", "P-9"}
    assert difference(third, first).keys() == {"P-9"}
    assert len(difference(None, third)) == len(difference(third, None)) == 300


def test_words_that_are_not_text() -> None:
    first, second = read(text(), text().encode().replace(b"one", b"\xff", 1).decode("latin-1"))
    assert not second.is_broken
    files = Files()
    files.read("policies", FILE, text().encode())
    assert files.read("policies", FILE, text().encode().replace(b"one", b"\xff", 1)).is_broken
    assert first.changes
