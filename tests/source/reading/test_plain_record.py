"""What the lines of a plain record tell is what the library would say, or nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.source.nodes import compose
from igreg.source.places import Cut, Slice, _place, locate
from igreg.source.reading.plain_record import plain_record

LINES = [
    *(
        "  title: A title",
        "  title: A: title",
        "  title: a#b",
        "  title: a #b",
        "  title: 'a'",
        "  title:",
        "  title: x:",
        "  title: a:b",
    ),
    *("", "   ", "  # remark", "# remark", "    # remark", "\t", "  title: \té", "  naïve: 1", "  Title: 1"),
    *(
        "  list:",
        "  - one",
        "  - two words",
        "  - one: 1",
        "    two: 2",
        "    - one",
        "    - one: 1",
        "      two: 2",
        "      two:",
    ),
    *(
        "    deeper text",
        "    key: value",
        "    key:",
        "  list: [a, b]",
        "  list: {a: b}",
        "  text: |",
        "    in a block",
        "  a: b: c",
    ),
    *(
        "  when: 2026-11-02T09:30",
        "  when: 2026-11-02 09:30",
        "  many: 12   # of them",
        "  -",
        "  - - a",
        "  ? a",
        "  : b",
        "---",
        "...",
    ),
    *(
        "  <<: *x",
        "  a: &x b",
        "  a: *x",
        "  a: !t b",
        "   odd: 1",
        " odd: 1",
        "  id: again",
        "  e: a 'b' \"c\" (d) {e}, [f]",
        "  e: ~",
    ),
    *(
        "  a: [b, c]",
        "  a: []",
        "  a: [b, {c: d}]",
        "  a: {b: c, d: 'e: f'}",
        "  a: {b: c d,  e: f }",
        "  a: {b:c}",
        "  a: {}",
    ),
    *(
        "  a: 'b: c # d'",
        "  a: 'b''c'",
        '  a: "b"',
        '  a: "b\\t"',
        "  a: 'b' c",
        "  - {a: b}",
        "  - [a]",
        "  - 'a'",
        "  a: [b,c]",
    ),
    *(
        "  a: ['b', \"c\"]",
        "  a: [b c, d.e]  # f",
        "  a: [b",
        "  a: [- b]",
        "  a: [b - c]",
        "  a: [b -]",
        "  a: 'b",
        "  a: {b: c-}",
    ),
    *(
        "- id: b",
        "- {id: b, title: A title, a: [b, c], e: {b: c}}",
        "- {id: b, a: 'b''c', title: \"a, b\"}   # why",
        "- {id: b,title: a}",
        "- {id: b, a: }",
        "- {id: b, }",
        "- {id: b} c",
        "- {}",
        "- {id: b, title: a: b}",
        "- {id: b, a: [b, [c]]}",
        "- {id: b, id: c}",
        "  end: a ",
        "  end:   a",
        "  end: -",
        "  end: a -",
        "  1: a",
        "  yes: a",
        "  e: a % b @ c ` d",
        "  e: a | b > c",
    ),
]
PATHS = [
    *(
        (),
        ("id",),
        ("title",),
        ("list",),
        ("list", 0),
        ("list", 0, "one"),
        ("when",),
        ("many",),
        ("key",),
        ("not_there",),
    ),
    *(
        ("not_there", 0),
        ("title", "x"),
        ("e",),
        ("end",),
        ("a",),
        ("a", 0),
        ("a", "b"),
        ("a", 0),
        ("a", "b"),
        ("yes",),
        ("1",),
    ),
]


@pytest.mark.thorough
@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=6), st.sampled_from(["", "  "]))
def test_agrees_with_the_library(lines: list[str], deep: str) -> None:
    text = "# first\n" + "".join(f"{deep}{line}\n" for line in ["- id: first", *lines])
    cut = Cut(text)
    for index in range(2):
        for path in PATHS:
            for on_key in (False, True):
                want = ((index, *path), on_key)
                told, _ = cut.plainly([want])
                if told:
                    (part,) = cut.slices([want])
                    assert isinstance(part, Slice) and part.node is not None
                    assert told[want] == _place(part, want[0][part.base :], on_key)


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  title: A title\n  when: 2026-11-02T09:30   # noon\n",
        "- id: a\n  holders:\n    - staff: s\n      from: 2026-01-01\n    - staff: t\n  areas:\n  - risk\n  - security\n",
        "- {id: a, title: 'A''s title', areas: [risk, security], review: {every: 12 months}}  # short\n\n",
        "  - id: a\n\n    # remark\n    review:\n      cycle: fixed\n      every: 12 months\n    end: 2026-01-01\n",
    ],
)
def test_tells_of_what_people_write(text: str) -> None:
    assert plain_record(text, 0) is not None
    wanted = [((0,), False), ((0, "id"), False), ((0, "none"), True)]
    assert Cut(text).plainly(wanted)[1] == []
    assert compose(text) is not None


def test_what_lies_deeper_is_left_to_the_library() -> None:
    text = "- id: a\n  areas:\n  - risk\n"
    assert Cut(text).plainly([((0, "areas", 0), False)])[1]
    found = locate(text, [((0, "areas", 0), False), ((0, "id"), True)])
    assert [(one.line, one.column, one.end_column) for one in found.values()] == [(1, 3, 5), (3, 5, 9)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=6))
def test_agrees_on_a_record_alone(lines: list[str]) -> None:
    text = "# first\n" + "".join(f"{line}\n" for line in ["id: first", *(line.removeprefix("  ") for line in lines)])
    cut = Cut(text)
    if cut.starts is not None:
        return
    for path in PATHS:
        for on_key in (False, True):
            told, _ = cut.plainly([(path, on_key), (("id",), False)])
            if told:
                (part,) = cut.slices([(path, on_key), (("id",), False)])
                assert told == {want: _place(part, *want) for want in part.asked}


def test_a_record_alone_as_a_whole_stands_at_the_top() -> None:
    text = "# first\nname: N\ntype: other\n"
    assert list(locate(text, [((), False)]).values()) == [(1, 1, 2)]
    assert list(locate(text, [((), False), (("type",), False)]).values()) == [(2, 1, 5), (3, 7, 12)]


@pytest.mark.parametrize(
    ("below", "plain"),
    [
        ("    every: 1 year\n", True),
        ("   every: 1 year\n", True),
        (" every: 1 year\n", False),
        ("every: 1 year\n", False),
        ("  - every\n", True),
        ("   - every\n", True),
        (" - every\n", False),
        ("- every\n", False),
        ("    a text\n", False),
        ("  a text\n", False),
        ("    every:\n", False),
        ("  - one\n  - two\n", True),
        ("  - one\n    - two\n", False),
        ("  - one: 1\n    two: 2\n", True),
        ("  - one\n    two: 2\n", False),
        ("    one: 1\n   two: 2\n", False),
        ("  - one\n    # said\n\n  - two\n", True),
    ],
)
def test_what_may_stand_below_a_field(below: str, plain: bool) -> None:
    assert (plain_record(f"- id: a\n  review:\n{below}", 0) is not None) is plain
