"""Changes inside brackets, each with the whole text before and after."""

from __future__ import annotations

import pytest

from igreg.source.editing.edit import Append, Change, Delete, EditError, Set, apply


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param("a: [x]\n", Append(("a",), "y"), "a: [x, y]\n", id="an item"),
        pytest.param("a: [x, ]\n", Append(("a",), "y"), "a: [x, y ]\n", id="behind a comma"),
        pytest.param("a: [ ]\n", Append(("a",), "y"), "a: [y]\n", id="into blanks"),
        pytest.param("a: {}\n", Set(("a", "k"), 1), "a: {k: 1}\n", id="into an empty mapping"),
        pytest.param('a: {"k": 1}\n', Set(("a", "l"), "v"), 'a: {"k": 1, "l": "v"}\n', id="like JSON"),
        pytest.param("a: {'k': 1}\n", Set(("a", "l"), "v"), "a: {'k': 1, l: v}\n", id="not like JSON"),
        pytest.param("a: {k: }\n", Set(("a", "l"), 1), "a: {k: , l: 1}\n", id="behind an empty value"),
        pytest.param("a: [\n  x\n]\n", Append(("a",), "y"), "a: [\n  x,\n  y\n]\n", id="a line for each"),
        pytest.param("a: [\n  x,\n]\n", Append(("a",), "y"), "a: [\n  x,\n  y,\n]\n", id="a comma behind the last"),
        pytest.param("a: [\n  x  # c\n]\n", Append(("a",), "y"), "a: [\n  x,  # c\n  y\n]\n", id="a comment behind it"),
        pytest.param(
            "a: [\n  x,  # c\n]\n", Append(("a",), "y"), "a: [\n  x,  # c\n  y,\n]\n", id="a comma and a comment"
        ),
        pytest.param(
            "a: [\n  x\n  # c\n]\n", Append(("a",), "y"), "a: [\n  x,\n  y\n  # c\n]\n", id="a comment below it"
        ),
        pytest.param("a: [x,\n  y]\n", Append(("a",), "z"), "a: [x,\n  y, z]\n", id="closed on the last line"),
        pytest.param("a: [\n  x, y\n]\n", Append(("a",), "z"), "a: [\n  x, y, z\n]\n", id="two on a line"),
        pytest.param(
            "a: [\r\n  x\r\n]\r\n", Append(("a",), "y"), "a: [\r\n  x,\r\n  y\r\n]\r\n", id="line ends of Windows"
        ),
        pytest.param("a: {k: 1, l: 2, m: 3}\n", Delete(("a", "k")), "a: {l: 2, m: 3}\n", id="the first key"),
        pytest.param("a: {k: 1, l: 2, m: 3}\n", Delete(("a", "l")), "a: {k: 1, m: 3}\n", id="one between"),
        pytest.param("a: {k: 1, l: 2, m: 3}\n", Delete(("a", "m")), "a: {k: 1, l: 2}\n", id="the last"),
        pytest.param("a: {k: 1}\n", Delete(("a", "k")), "a: {}\n", id="the only one"),
        pytest.param("a: {k: 1, l: 2, }\n", Delete(("a", "l")), "a: {k: 1, }\n", id="the last, behind it a comma"),
        pytest.param("a: {\n  k: 1,\n  l: 2\n}\n", Delete(("a", "k")), "a: {\n  l: 2\n}\n", id="its line too"),
        pytest.param(
            "a: {\n  k: 1,\n  l: 2\n}\n", Delete(("a", "l")), "a: {\n  k: 1\n}\n", id="the comma before it too"
        ),
        pytest.param("a: {\n  k: 1,\n  l: 2,\n}\n", Delete(("a", "l")), "a: {\n  k: 1,\n}\n", id="a comma behind each"),
        pytest.param(
            "a: {\n  k: 1,  # c\n  l: 2\n}\n",
            Delete(("a", "l")),
            "a: {\n  k: 1  # c\n}\n",
            id="a comment before it stays",
        ),
        pytest.param("a: {\n  l: 2  # c\n}\n", Delete(("a", "l")), "a: {\n}\n", id="its own comment goes"),
        pytest.param(
            "a: {k: 1,\n  l: 2}\n", Delete(("a", "k")), "a: {\n  l: 2}\n", id="the first of a line that goes on"
        ),
        pytest.param("a: {k: 1,\n  l: 2}\n", Delete(("a", "l")), "a: {k: 1}\n", id="the last, closed on its line"),
        pytest.param(
            "a: {k: 1,  # c\n  l: 2}\n", Delete(("a", "l")), "a: {k: 1  # c\n  }\n", id="the last, behind a comment"
        ),
        pytest.param("a: {k: [1, 2], l: {m: 3}}\n", Delete(("a", "k")), "a: {l: {m: 3}}\n", id="one that has brackets"),
    ],
)
def test_brackets(before: str, change: Change, after: str) -> None:
    assert apply(before, [change]) == after


@pytest.mark.parametrize("inside", [" # c\n", "\n# c\n"])
def test_a_comment_in_empty_brackets_is_left_to_people(inside: str) -> None:
    with pytest.raises(EditError, match="there is a comment in the empty brackets"):
        apply(f"a: [{inside}]\n", [Append(("a",), "x")])


LONG = [f"word-{n:02d}" for n in range(10)]


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param("a: b\n", Set(("c",), ["x", "y"]), "a: b\nc: [x, y]\n", id="a short list takes a line"),
        pytest.param(
            "a: b\n",
            Set(("c",), [*LONG, "123"]),
            f"a: b\nc: [{', '.join(LONG)}, '123']\n",
            id="of 100 characters",
        ),
        pytest.param(
            "a: b\n",
            Set(("c",), [*LONG, "1234"]),
            "a: b\nc:\n" + "".join(f"  - {word}\n" for word in LONG) + "  - '1234'\n",
            id="a longer one a line for each",
        ),
        pytest.param("a: b\n", Set(("c",), [{"x": 1}]), "a: b\nc:\n  - {x: 1}\n", id="mappings a line for each"),
        pytest.param("a:\n-   x\n", Append(("a",), "y"), "a:\n-   x\n-   y\n", id="as far behind the dash"),
        pytest.param("a:\n-        x\n", Append(("a",), "y"), "a:\n-        x\n- y\n", id="but not too far"),
        pytest.param(
            "a:\n-       x\n", Append(("a",), "y"), "a:\n-       x\n-       y\n", id="seven blanks are not too far"
        ),
        pytest.param(
            "a:\n  - k: 1\n    l: 2\n",
            Append(("a",), {"k": 3, "l": 4}),
            "a:\n  - k: 1\n    l: 2\n  - k: 3\n    l: 4\n",
            id="in lines",
        ),
        pytest.param("a:\n  - k: 1\n", Append(("a",), {}), "a:\n  - k: 1\n  - {}\n", id="an empty mapping in lines"),
        pytest.param("a:\n  - {k: 1}\n", Append(("a",), {"k": 3}), "a:\n  - {k: 1}\n  - {k: 3}\n", id="in brackets"),
        pytest.param("a: 1\nb: |\n  t", Set(("c",), 2), "a: 1\nc: 2\nb: |\n  t", id="before a text that has no end"),
        pytest.param("a: 1\nb: |\n  t\n", Set(("c",), 2), "a: 1\nb: |\n  t\nc: 2\n", id="behind one that has"),
        pytest.param("a: 1\nb: t", Set(("c",), 2), "a: 1\nb: t\nc: 2", id="behind a line that has no end"),
        pytest.param("a: 1\nb: 2\nc: 3", Delete(("c",)), "a: 1\nb: 2\n", id="the last line goes"),
        pytest.param("a: 1\nb: 2  # c\nc: 3\n", Delete(("b",)), "a: 1\nc: 3\n", id="with its comment"),
        pytest.param("a: 1\nb:\n  - x\n\nc: 3\n", Delete(("b",)), "a: 1\n\nc: 3\n", id="all its lines, and no others"),
        pytest.param("a: 1\nb: |\n  x\n\nc: 3\n", Delete(("b",)), "a: 1\n\nc: 3\n", id="a block text"),
        pytest.param("a: 1\nb: |+\n  x\n\nc: 3\n", Delete(("b",)), "a: 1\nc: 3\n", id="one that keeps its empty lines"),
        pytest.param('a: "x"\n', Set(("a",), "it's"), 'a: "it\'s"\n', id="double quotes stay"),
        pytest.param("a: 'x'\n", Set(("a",), 5), "a: 5\n", id="a number needs none"),
        pytest.param("a:\nb: 1\n", Set(("a",), "x"), "a: x\nb: 1\n", id="a blank behind the colon"),
        pytest.param("- a: 1\n- b: 2\n", Set((1, "b"), 3), "- a: 1\n- b: 3\n", id="one record of two"),
    ],
)
def test_lines(before: str, change: Change, after: str) -> None:
    assert apply(before, [change]) == after
