"""A record that is written in lines, comments and all, at the end of a file's list; and a file's first records."""

from __future__ import annotations

import pytest

from igreg.source.editing.edit import Change, EditError, Insert, Written, apply, new_file
from igreg.source.editing.new_record import inserted, written
from igreg.source.reading.document import parse

LINES = ("id: b  # new", "title: B")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("", "- id: b  # new\n  title: B\n", id="nothing there"),
        pytest.param("# ours\n", "# ours\n- id: b  # new\n  title: B\n", id="a remark"),
        pytest.param("# ours", "# ours\n- id: b  # new\n  title: B\n", id="a remark with no line end"),
        pytest.param("# ours\r\n# too", "# ours\r\n# too\r\n- id: b  # new\r\n  title: B\r\n", id="Windows line ends"),
        pytest.param("- id: a\n", "- id: a\n- id: b  # new\n  title: B\n", id="behind another"),
        pytest.param("- id: a", "- id: a\n- id: b  # new\n  title: B", id="behind one with no line end"),
        pytest.param("- id: z\n- {id: a}\n", "- id: z\n- {id: a}\n- id: b  # new\n  title: B\n", id="behind braces"),
        pytest.param("  -  id: a\n", "  -  id: a\n  -  id: b  # new\n     title: B\n", id="set in as the others"),
        pytest.param("- id: a\r\n", "- id: a\r\n- id: b  # new\r\n  title: B\r\n", id="Windows line ends in a list"),
        pytest.param("- id: a\n\n# end\n", "- id: a\n- id: b  # new\n  title: B\n\n# end\n", id="before what follows"),
    ],
)
def test_a_record_in_lines_stands_as_it_is_written(text: str, after: str) -> None:
    assert apply(text, [Written(LINES)]) == after


@pytest.mark.parametrize("text", ["[]\n", "[{id: a}]\n", "# ours\n[ ]"])
def test_a_list_in_brackets_keeps_no_comments(text: str) -> None:
    with pytest.raises(EditError, match="in brackets, where no comments are kept"):
        apply(text, [Written(LINES)])


@pytest.mark.parametrize("change", [Written(LINES), Insert(({"id": "b"},))])
def test_a_file_of_one_record_takes_no_other(change: Change) -> None:
    with pytest.raises(EditError, match="holds a single record; the new one needs a file of its own"):
        apply("id: a\n", [change])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("", "- id: b\n- id: c\n", id="nothing there"),
        pytest.param("# ours", "# ours\n- id: b\n- id: c\n", id="a remark with no line end"),
        pytest.param("# ours\r\n", "# ours\r\n- id: b\r\n- id: c\r\n", id="Windows line ends"),
        pytest.param("[]\n", "[{id: b}, {id: c}]\n", id="an empty list"),
        pytest.param("# ours\n[ ]\n", "# ours\n[{id: b}, {id: c}]\n", id="an empty list with a blank"),
        pytest.param("- id: a\n", "- id: a\n- id: b\n- id: c\n", id="behind another"),
        pytest.param("- id: z\n\n- id: a\n", "- id: z\n\n- id: a\n\n- id: b\n\n- id: c\n", id="apart, as the others"),
        pytest.param(
            '- id: z\n  n: "over\nlines"\n\n- id: a\n',
            '- id: z\n  n: "over\nlines"\n\n- id: a\n\n- id: b\n\n- id: c\n',
            id="apart, where lines do not tell where records begin",
        ),
        pytest.param("# x\n\n- id: a\n", "# x\n\n- id: a\n- id: b\n- id: c\n", id="a remark apart is no record"),
    ],
)
def test_records_at_the_end_of_a_list(text: str, after: str) -> None:
    assert apply(text, [Insert(({"id": "b"}, {"id": "c"}))]) == after
    (first, second) = (Insert(({"id": "b"},)), Insert(({"id": "c"},)))
    assert apply(text, [first, second]) == after


@pytest.mark.parametrize(
    ("records", "single", "text"),
    [
        pytest.param([{"id": "a", "title": "A: b"}], False, "- id: a\n  title: 'A: b'\n", id="one in a list"),
        pytest.param([{"id": "a"}, {"name": "b"}], False, "- id: a\n- name: b\n", id="two"),
        pytest.param([{}, {}, {"id": "a"}], False, "- {}\n- {}\n- id: a\n", id="of nothing"),
        pytest.param([{"name": "X", "type": "other"}], True, "name: X\ntype: other\n", id="one alone"),
        pytest.param(
            [{"name": "X", "mutual": {"a": 1}, "areas": ["b"], "on": "2026-11-24", "parts": [{"c": "d"}]}],
            True,
            "name: X\nmutual: {a: 1}\nareas: [b]\non: 2026-11-24\nparts:\n  - {c: d}\n",
            id="one alone, of every shape",
        ),
    ],
)
def test_a_new_file(records: list[dict[str, object]], single: bool, text: str) -> None:
    assert new_file(records, single=single) == text
    assert parse("f", text).value == records


@pytest.mark.parametrize("single", [False, True])
def test_what_two_readers_do_not_agree_on_is_not_written(single: bool) -> None:
    with pytest.raises(EditError, match="two readers do not agree"):
        new_file([{"id": "a", "when": "2026-02-30"}], single=single)


@pytest.mark.parametrize("text", ["- id: a\n  tags: [x\n", "- id: z\n- id: a\n  tags: [x\n", "id: a\n", "a\n"])
def test_where_the_last_record_cannot_be_read_on_its_own_nothing_is_added(text: str) -> None:
    for add in (lambda: inserted(text, [{"id": "b"}], 2), lambda: written(text, LINES, 2)):
        with pytest.raises(EditError, match="the last record cannot be read on its own"):
            add()
