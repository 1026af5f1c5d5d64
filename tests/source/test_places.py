"""Places: where values and keys stand, and how scalars are written."""

from __future__ import annotations

import pytest
import yaml

from igreg.findings import KeyPath
from igreg.source.nodes import compose
from igreg.source.places import Cut, _LineCounter, locate, record_slice

LIST = """# a comment
- id: one
  title: First
  holders:
    - {staff: a, from: 2026-01-01}
    - staff: b
      from: 2026-02-01

# another
- id: 007
  version: 1.10
  "quoted key": |
    - id: not a record
    text
  review:
    every: 12 months
    last:
- {id: three, tags: [x, y]}
"""


@pytest.mark.parametrize(
    ("path", "on_key", "place"),
    [
        pytest.param((), False, (1, 1), id="the file"),
        pytest.param((0,), False, (2, 3), id="a record"),
        pytest.param((0, "title"), False, (3, 10), id="a value"),
        pytest.param((0, "title"), True, (3, 3), id="a key"),
        pytest.param((0, "holders", 0, "from"), False, (5, 24), id="in flow"),
        pytest.param((0, "holders", 1, "from"), False, (7, 13), id="in a list"),
        pytest.param((0, "holders", 1), False, (6, 7), id="an item"),
        pytest.param((1, "id"), False, (10, 7), id="the second record"),
        pytest.param((1, "review", "every"), False, (16, 12), id="nested"),
        pytest.param((1, "review", "last"), False, (17, 5), id="an empty value: its key"),
        pytest.param((1, "review", "next"), False, (16, 5), id="not there: its parent"),
        pytest.param((1, "owner"), False, (10, 3), id="not there: its record"),
        pytest.param((2, "tags", 1), False, (18, 25), id="a record in flow"),
        pytest.param((9, "x"), False, (2, 1), id="no such record: the list"),
    ],
)
def test_places_in_a_list(path: KeyPath, on_key: bool, place: tuple[int, int]) -> None:
    found = locate(LIST, [(path, on_key)])[path, on_key]
    assert (found.line, found.column) == place


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_do_not_matter(ends: str) -> None:
    text = LIST.replace("\n", ends)
    found = locate(text, [((1, "review", "every"), False)])
    assert [(p.line, p.column, p.end_column) for p in found.values()] == [(16, 12, 21)]


@pytest.mark.parametrize("deep", [0, 2, 4])
@pytest.mark.parametrize("opening", ["", "---\n", "# said\n\n---  # so\n"])
def test_a_list_is_cut_wherever_it_stands(deep: int, opening: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = opening + "".join(f"{' ' * deep}{line}\n" if line else "\n" for line in LIST.splitlines())
    composed: list[str] = []
    monkeypatch.setattr("igreg.source.places.compose", lambda part: composed.append(part) or compose(part))
    (place,) = locate(text, [((1, "review", "every"), False)]).values()
    assert (place.line, place.column) == (16 + opening.count("\n"), 12 + deep)
    assert [len(part) < len(text) / 2 for part in composed] == [True]


def test_records_are_found_once_for_all_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Cut("".join(f"- {{id: {i}, version: {i}.10}}\n" for i in range(100)))
    starts = cut.starts
    assert cut.starts is starts
    assert cut.written([(7, "version"), (99, "id")]) == {(7, "version"): "7.10", (99, "id"): "99"}


def test_indented_and_odd_lists_are_read_whole() -> None:
    text = '  - id: a\n    title: "one\n- two"\n  - id: b\n    title: x\n'
    found = locate(text, [((1, "title"), False)])
    assert [(p.line, p.column) for p in found.values()] == [(5, 12)]


def test_single_record() -> None:
    found = locate("id: a\nreview: {every: 1 year}\n", [(("review", "every"), False), (("owner",), False)])
    assert [(p.line, p.column) for p in found.values()] == [(2, 17), (1, 1)]


def test_written_gives_the_text_of_the_file() -> None:
    paths: list[KeyPath] = [(1, "id"), (1, "version"), (0, "title"), (0, "holders"), (5, "id")]
    assert Cut(LIST).written(paths) == {(1, "id"): "007", (1, "version"): "1.10", (0, "title"): "First"}


def test_broken_text_has_places_too() -> None:
    assert locate("a: [", [(("a",), False)])[("a",), False].line == 1


UNCUT = [
    pytest.param('[{"id": "a", "n": {"b": [1, 2]}},\n  {"id": "c",\n   "n": {"b": 3}}, {}]\n', id="brackets"),
    pytest.param("# so\n---\n[ {id: a, x: [ {y: z} ]}, {id: b} ]", id="brackets behind a beginning"),
    pytest.param('- id: a\n  n: "runs\nover"\n  b:\n    - c: 1\n\n# d\n-  id: e\n   n: 5\n', id="a text over lines"),
    pytest.param("-\n    id: a\n    b: [1,\n2]\n-   - x\n    - y: z\n- w\n- {id: c}\n", id="odd indents"),
    pytest.param("id: a\nb: {c: [d]}\n", id="no list"),
]


@pytest.mark.parametrize("text", UNCUT)
def test_long_lists_that_lines_cannot_cut(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    paths: list[KeyPath] = [*_paths(yaml.safe_load(text)), (9,), (0, "?")]
    wanted = [(path, on_key) for path in paths for on_key in (False, True)]
    whole, written = locate(text, wanted), Cut(text).written(paths)
    monkeypatch.setattr("igreg.source.places._WHOLE", 0)
    assert locate(text, wanted) == whole
    assert Cut(text).written(paths) == written


def test_a_long_list_has_places_up_to_where_it_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.source.places._WHOLE", 0)
    places = locate("- id: a\n  b: [\n1]\n- id: [\n", [((0, "b"), False), ((1, "id"), False)])
    assert places == {((0, "b"), False): (2, 6, 7), ((1, "id"), False): (1, 1, 2)}


def _paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    """Every key path of a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, inner in steps for found in _paths(inner, (*path, step)))]


ENDS = """- id: one
  title: "over
    lines"
  tags: [a, b]
  extra: {k: v,
    l: w}
  empty: []
  last:
  review:
    every: 1 year
  list:
    - x
    -
- {id: two, tags: [y]}
"""


@pytest.mark.parametrize(
    ("path", "on_key", "place"),
    [
        pytest.param((0, "id"), False, (1, 7, 10), id="a word"),
        pytest.param((0, "id"), True, (1, 3, 5), id="a key"),
        pytest.param((0, "title"), False, (2, 10, 11), id="a text over lines: where it begins"),
        pytest.param((0, "tags"), False, (4, 9, 15), id="brackets on one line"),
        pytest.param((0, "extra"), False, (5, 10, 11), id="brackets over lines: where they begin"),
        pytest.param((0, "extra", "l"), False, (6, 8, 9), id="within them"),
        pytest.param((0, "empty"), False, (7, 10, 12), id="empty brackets"),
        pytest.param((0, "last"), False, (8, 3, 7), id="an empty value: its key"),
        pytest.param((0, "review"), False, (10, 5, 10), id="a mapping: its first key"),
        pytest.param((0, "list"), False, (12, 5, 6), id="a list: its first dash"),
        pytest.param((0, "list", 1), False, (13, 6, 7), id="an empty item: behind its dash"),
        pytest.param((0,), False, (1, 3, 5), id="a record: its first key"),
        pytest.param((1,), False, (14, 3, 23), id="a record in brackets"),
        pytest.param((1, "tags", 0), False, (14, 20, 21), id="an item in it"),
        pytest.param((1, "tags", 1), False, (14, 19, 22), id="not there: its list"),
        pytest.param((1, "tags", "x"), False, (14, 19, 22), id="no such step: its list"),
        pytest.param((1, "gone"), True, (14, 3, 23), id="a key that is not there: its record"),
        pytest.param((0, "review", "gone"), True, (10, 5, 10), id="a key further in that is not there: its mapping"),
        pytest.param((0, "id", "x"), True, (1, 7, 10), id="a key within a word: the word"),
        pytest.param((2,), False, (1, 1, 2), id="a record that is not there: the list"),
    ],
)
@pytest.mark.parametrize("above", ["", "---\n", "# one\n# two\n"])
def test_where_places_end(path: KeyPath, on_key: bool, place: tuple[int, int, int], above: str) -> None:
    line, column, end = place
    found = locate(above + ENDS, [(path, on_key)])[path, on_key]
    assert (found.line, found.column, found.end_column) == (line + above.count("\n"), column, end)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("- a\n- b\n", [0, 4], id="a list"),
        pytest.param("- a\n-\n-\tc", [0, 4, 6], id="empty, and with a tab"),
        pytest.param("- a\n-", [0, 4], id="a dash ends the text"),
        pytest.param("- a\n  -b\n- c\n", [0, 9], id="what is indented belongs to the item"),
        pytest.param("- a\n-b\n- c\n", None, id="a dash without a blank at the margin"),
        pytest.param("- a\nb\n", None, id="a word at the margin"),
        pytest.param("- a\n# b\n- c\n", [0, 8], id="a comment at the margin"),
        pytest.param("  - a\n  - b\n", [0, 6], id="indented"),
        pytest.param("  - a\n - b\n", None, id="less indented than the first"),
        pytest.param("  - a\n# b\n  - c\n", [0, 10], id="a comment less indented"),
        pytest.param("- a\r\n- b\r\n", [0, 5], id="line ends of Windows"),
        pytest.param("- a\r- b\n", None, id="a lone return"),
        pytest.param("---\n- a\n- b\n", [4, 8], id="behind the line that opens it"),
        pytest.param("a: b\n", None, id="no list"),
        pytest.param("[a, b]\n", None, id="brackets"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_where_records_begin(text: str, starts: list[int] | None) -> None:
    assert Cut(text).starts == starts


@pytest.mark.parametrize(
    ("path", "found"),
    [((0,), (0, 4)), ((1, "x"), (4, 8)), ((2,), None), ((-1,), None), (("a",), None), ((), None)],
)
def test_the_record_of_a_path(path: KeyPath, found: tuple[int, int] | None) -> None:
    assert Cut("- a\n- b\n").record(path) == found


@pytest.mark.parametrize(
    ("text", "path", "found"),
    [
        pytest.param("- {id: a}\n- {id: b}\n", (1, "id"), (10, 20, 1), id="a record"),
        pytest.param("- {id: a}\n- {id: b}\n", (2,), (0, 20, 0), id="none: the whole"),
        pytest.param("id: a\n", ("id",), (0, 6, 0), id="no list: the whole"),
        pytest.param("- {id: a\n- {id: b}\n", (0, "id"), (0, 19, 0), id="broken: the whole"),
    ],
)
def test_the_text_that_a_change_is_made_in(text: str, path: KeyPath, found: tuple[int, int, int]) -> None:
    assert record_slice(text, path) == found


def test_a_long_text_is_read_item_by_item_from_its_bound_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.source.places._WHOLE", 10)
    assert Cut("[" + "a" * 8 + "]").items is None
    assert Cut("[" + "a" * 9 + "]").items is not None
    assert Cut("- aaaaaaaaaa\n").items is None


@pytest.mark.parametrize(("more", "found"), [(0, True), (1, False)])
def test_what_stands_in_no_item_is_looked_for_in_the_whole_up_to_a_bound(
    more: int, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that leads to no item: the list where the text is read whole, else the file's beginning."""
    text = "\n[a, b]\n"
    monkeypatch.setattr("igreg.source.places._WHOLE", 0)
    monkeypatch.setattr("igreg.source.places.MOST_RECORD", len(text) - more)
    places = locate(text, [((5,), False), ((), False)])
    assert tuple(places[(5,), False])[:2] == ((2, 1) if found else (1, 1))
    assert tuple(places[(), False])[:2] == ((2, 1) if found else (1, 1))
    assert tuple(locate(text, [((), False)])[(), False])[:2] == (1, 1)


@pytest.mark.parametrize("more", [0, 1])
def test_scalars_of_a_long_text_are_walked_for_where_nodes_do_not_tell(
    more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[object] = []
    text = "a: 1.10\nb: {c: 2.0}\n"
    monkeypatch.setattr("igreg.source.places._WHOLE", 0)
    monkeypatch.setattr("igreg.source.places.MOST_RECORD", len(text) - more)
    monkeypatch.setattr("igreg.source.places.scalars", lambda text, paths: walked.append(paths) or {})
    written = Cut(text).written([("a",), ("b",), ("b", "c")])
    assert (written, walked) == (
        ({}, [[("a",), ("b",), ("b", "c")]]) if more else ({("a",): "1.10", ("b", "c"): "2.0"}, [])
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("id: a\ntitle: A\n", ("title",), id="a record alone"),
        pytest.param("- {id: a, title: A}\n- id: b\n  title: B\n", (1, "title"), id="a record of a list"),
    ],
)
def test_the_lines_of_a_plain_record_tell_its_places(text: str, path: KeyPath, monkeypatch: pytest.MonkeyPatch) -> None:
    """No nodes are made of it."""
    wanted = [(path, False), (path, True)]
    monkeypatch.setattr("igreg.source.places.plain_record", lambda *given, **named: None)
    expected = locate(text, wanted)
    monkeypatch.undo()
    monkeypatch.setattr("igreg.source.places.compose", None)
    assert locate(text, wanted) == expected


def test_lines_are_counted_on_from_the_place_before() -> None:
    """A long file has very many records; from its top they are counted only for a place further up."""
    counted = list[tuple[int, int]]()

    class Text(str):
        def count(self, sign: str, start: int = 0, end: int = 0) -> int:  # type: ignore[override]
            counted.append((start, end))
            return str(self).count(sign, start, end)

    lines = _LineCounter(Text("a\nb\nc\nd\n"))
    assert [lines.at(offset) for offset in (2, 6, 6, 4)] == [1, 3, 3, 2]
    assert counted == [(0, 2), (2, 6), (6, 6), (0, 4)]


@pytest.mark.parametrize(
    ("written", "width"),
    [
        pytest.param('"one"', 5, id="on its line"),
        pytest.param('"one\n    and a longer line"', 1, id="on two lines"),
        pytest.param("one\n    and a longer line", 1, id="on two without quotes"),
        pytest.param("|\n    one\n    two", 1, id="in lines of its own"),
        pytest.param("[one, two]", 10, id="in brackets"),
        pytest.param("[one,\n    two, three, four]", 1, id="in brackets on two"),
    ],
)
def test_a_value_on_several_lines_is_told_by_its_first_sign(written: str, width: int) -> None:
    ((line, column, end),) = locate(f"- id: a\n  t: {written}\n", [((0, "t"), False)]).values()
    assert (line, column, end - column) == (2, 6, width)
