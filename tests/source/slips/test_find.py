"""Which slip explains a text that is no YAML: the mistakes people make, each with its line and its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.findings import Fault
from igreg.source.reading.document import parse
from igreg.source.reading.exact import read
from igreg.source.reading.refusal import stops
from igreg.source.slips import find
from igreg.source.slips.find import find_slip

REGISTER = Path(__file__).parents[3] / "register"

WRITTEN: list[tuple[str, str, int, str]] = [
    ("nbsp indent", "- id: a\n\xa0 title: x\n", 2, "no-break space"),
    ("nbsp after dash", "-\xa0id: a\n  title: x\n", 1, "no-break space"),
    ("nbsp after colon", "- id: a\n  title:\xa0x\n  areas: [risk]\n", 2, "no-break space"),
    ("nbsp indent both", "- id: a\n\xa0\xa0title: x\n\xa0\xa0unit: y\n", 2, "no-break space"),
    ("en dash", "\u2013 id: a\n  title: x\n", 1, "en dash"),
    ("en dash 2nd", "- id: a\n  title: x\n\u2013 id: b\n  title: y\n", 3, "en dash"),
    ("bullet", "\u2022 id: a\n  title: x\n", 1, "bullet"),
    ("asterisk", "* id: a\n  title: x\n", 1, "asterisk"),
    ("no space colon 2", "- id: a\n  title:x\n  unit: u\n", 2, "a space is missing behind the colon"),
    ("no space colon last", "- id: a\n  title:x\n", 2, "a space is missing behind the colon"),
    ("no space dash", "-id: a\n title: x\n", 1, "a space is missing behind the dash"),
    ("no space dash 2", "- id: a\n  title: x\n-id: b\n  title: x\n", 3, "a space is missing behind the dash"),
    ("missing comma", "- id: a\n  holders:\n    - {staff: b from: 2020-01-01}\n", 3, "a comma is missing"),
    (
        "missing comma list",
        "- id: a\n  holders: [{staff: b, from: 2020-01-01} {staff: c, from: 2020-01-01}]\n",
        2,
        "a comma is missing",
    ),
    (
        "missing brace",
        "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01\n    - {staff: c, from: 2020-01-01}\n  title: z\n",
        3,
        "the brace { that opens here is not closed",
    ),
    (
        "missing bracket",
        "- id: a\n  areas: [risk, security\n  title: x\n- id: b\n  title: y\n",
        2,
        "the bracket [ that opens here is not closed",
    ),
    ("missing bracket eof", "- id: a\n  areas: [risk, security\n", 2, "the bracket [ that opens here is not closed"),
    ("extra bracket", "- id: a\n  areas: [risk]]\n  title: x\n", 2, "closes what was not opened"),
    ("wrong closer", "- id: a\n  areas: [risk}\n  title: x\n", 2, "opened with the other sign"),
    ("apostrophe", "- id: a\n  title: 'Carer's lead'\n  unit: u\n", 2, "an apostrophe inside"),
    ("double in double", '- id: a\n  title: "the "red" folder"\n', 2, "a quotation mark inside"),
    ("unclosed dq", '- id: a\n  title: "Head of IG\n  unit: u\n- id: b\n  title: "x"\n', 2, "is not closed"),
    ("unclosed dq eof", '- id: a\n  title: "Head of IG\n  unit: u\n- id: b\n  title: x\n', 2, "is not closed"),
    ("unclosed sq", "- id: a\n  title: 'Head of IG\n  unit: u\n- id: b\n  title: x\n", 2, "is not closed"),
    ("text after quote", '- id: a\n  title: "Carer" lead\n  unit: u\n', 2, "hold only a part"),
    ("colon", "- id: a\n  job_title: Carer: nights\n", 2, "a colon followed by a space"),
    ("colon flow", "- {id: a, job_title: Carer: nights}\n", 1, "a colon followed by a space"),
    ("at", "- id: a\n  title: @home\n", 2, "begins with an at sign"),
    ("percent", "- id: a\n  title: %x\n", 2, "per cent sign"),
    ("backtick", "- id: a\n  title: `x`\n", 2, "the signs around this value (`)"),
    ("star", "- id: a\n  title: *important*\n", 2, "the signs around this value (*)"),
    ("bold name", "- id: a\n  **title**: x\n", 2, "belong to the page"),
    ("quote and apostrophe", "- id: a\n  title: \"x y'\n", 2, "opens here and is not closed"),
    ("apostrophes twice", "- id: a\n  title: ''x y''\n", 2, "two apostrophes"),
    ("remark of C", "- id: a\n  title: x\n// who leads\n- id: b\n  title: y\n", 3, "does not begin a remark"),
    ("line drawn", "- id: a\n----------\n- id: b\n", 2, "a line drawn"),
    ("heading", "- id: a\n  title: x\nLeads of the home:\n- id: b\n", 3, "belongs to no record"),
    ("pluses", "- id: z\n+- id: a\n+  title: x\n", 2, "two versions"),
    ("block at margin", "- id: a\n  notes: >\n    one\ntwo three.\n", 4, "goes on with the text above"),
    ("colon in braces", "- {id: a, title: Spot check: desks}\n", 1, "a colon followed by a space"),
    ("comma before a field", "- {id: a, title: Spot check status: open}\n", 1, "a comma is missing"),
    ("bracket start", "- id: a\n  title: [Draft] policy\n  unit: u\n", 2, "a bracket ([)"),
    ("brace start", "- id: a\n  title: {x} policy\n  unit: u\n", 2, "a brace ({)"),
    ("amp", "- id: a\n  title: & more\n  unit: u\n", 2, "ampersand"),
    ("tab indent", "- id: a\n\ttitle: x\n", 2, "a tab"),
    ("tab indent2", "- id: a\n  title: x\n\tunit: x\n", 3, "a tab"),
    ("tab after spaces", "- id: a\n  holders:\n  \t- {staff: x, from: 2020-01-01}\n", 3, "a tab"),
    ("backslash", '- id: a\n  path: "C:\\Users\\x.docx"\n', 2, "a backslash"),
    ("backslash rel", '- id: a\n  path: "docs\\policies\\x.docx"\n', 2, "a backslash"),
    ("indent more", "- id: a\n  title: x\n   unit: u\n", 3, "too far in"),
    ("indent less", "- id: a\n  title: x\n unit: u\n", 3, "not far enough in"),
    ("no indent", "- id: a\ntitle: x\n", 2, "not far enough in"),
    ("indent key of block", "- id: a\n  duties:\n    - x\n   - y\n", 4, "in"),
    ("no colon", "- id: a\n  title Head\n  unit: u\n", 2, "a colon is missing"),
    ("equals", "- id: a\n  title = Head\n  unit: u\n", 2, "= stands where"),
    ("semicolon", "- id: a\n  title; Head\n  unit: u\n", 2, "a semicolon stands"),
    ("wide colon", "- id: a\n  title\uff1aHead\n  unit: u\n", 2, "a wide colon"),
    ("smart with colon", "- id: a\n  title: \u201cCarer: nights\u201d\n  unit: u\n", 2, "typographic quotation marks"),
    ("question", "- id: a\n  title: ? what\n", 2, "question mark"),
    ("pipe text", "- id: a\n  title: | what\n  unit: u\n", 2, "upright line"),
    ("gt text", "- id: a\n  title: > 18 years\n  unit: u\n", 2, "greater-than"),
    ("block under indented", "- id: a\n  notes: |\n    one\n   two\n  unit: u\n", 4, "not far enough in"),
    ("org no colon", "name: X\ntype care-provider\nods_code: V\n", 2, "a colon is missing"),
    ("org tab", "name: X\n\ttype: care-provider\n", 2, "a tab"),
    ("org quote", 'name: "X\ntype: care-provider\n', 1, "is not closed"),
    ("comma first", "- id: a\n  title: , x\n", 2, "begins with a comma"),
    ("dash dash", "-- id: a\n   title: x\n", 1, "two dashes"),
    (
        "multi flow no comma",
        "- id: a\n  holders: [\n    {staff: b, from: 2020-01-01}\n    {staff: c, from: 2020-01-01}\n  ]\n",
        3,
        "a comma is missing",
    ),
    (
        "multi flow no close",
        "- id: a\n  holders: [\n    {staff: b, from: 2020-01-01},\n    {staff: c, from: 2020-01-01}\n  title: x\n",
        2,
        "is not closed",
    ),
    ("zero width", "- id: a\n\u200b  title: x\n  unit: u\n", 2, "zero-width space"),
]


def first_fault(text: str) -> Fault:
    return read("f.yaml", text).faults[0].fault


@pytest.mark.parametrize(("text", "line", "words"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_a_mistake_is_told_on_its_line_in_plain_words(text: str, line: int, words: str) -> None:
    fault = first_fault(text)
    assert fault.place is not None
    assert (fault.place.line, words in fault.message) == (line, True), fault.message
    assert "valid YAML" not in fault.message


def test_the_line_as_it_should_be_is_told() -> None:
    assert first_fault("- id: a\n  job_title: Carer: nights\n").help.endswith('read: job_title: "Carer: nights"')
    assert first_fault("- id: a\n  title: 'Carer's lead'\n").help.endswith('read: title: "Carer\'s lead"')


def test_a_line_with_a_long_number_is_not_repeated() -> None:
    fault = first_fault("- id: a\n  summary: Letter for 943 476 5919: sent twice\n")
    assert "a colon followed by a space" in fault.message
    assert "943" not in fault.message + fault.help


def test_the_place_is_that_of_the_whole_file() -> None:
    many = "".join(f"- id: r-{n}\n  title: Role {n}\n" for n in range(400))
    broken = many + "- id: x\n  title: 'Carer's lead'\n" + many.replace("r-", "s-")
    fault = first_fault(broken)
    assert fault.place is not None
    assert fault.place.line == 802


def test_a_quote_that_swallows_the_rest_of_the_file_is_told_where_it_opens() -> None:
    many = "".join(f"- id: r-{n}\n  title: Role {n}\n" for n in range(400))
    fault = first_fault('- id: a\n  title: "Head of IG\n' + many)
    assert fault.place is not None
    assert (fault.place.line, "is not closed" in fault.message) == (2, True)


def test_windows_line_ends_do_not_matter() -> None:
    fault = first_fault("- id: a\r\n  job_title: Carer: nights\r\n")
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (2, 14)


@pytest.mark.parametrize(
    "text",
    ["{" * 200, "- [" * 300, '"' * 9_999, "- id: \x01\n", "a: b: c: d\n" * 500],
    ids=["braces", "deep", "quotes", "control", "colons"],
)
def test_what_no_slip_explains_is_refused_all_the_same(text: str) -> None:
    assert parse("f.yaml", text).value is None


_HEAD = r"^( *(?:- +)*)"


def _change(shape: str, into: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda line: line if line.lstrip().startswith("#") else re.sub(shape, into, line, count=1)


MISTAKES: dict[str, Callable[[str], str]] = {
    "no-break spaces set a line in": _change("^ +", lambda found: "\u00a0" * len(found[0])),
    "a no-break space behind a dash": _change(_HEAD + "- ", "\\1-\u00a0"),
    "a no-break space behind a colon": _change(_HEAD + "([a-z_]+): ", "\\1\\2:\u00a0"),
    "an en dash": _change("^( *)- ", "\\1\u2013 "),
    "a bullet": _change("^( *)- ", "\\1\u2022 "),
    "no space behind a colon": _change(_HEAD + "([a-z_]+): (?=[^ ])", r"\1\2:"),
    "no space behind a dash": _change("^( *)- ", r"\1-"),
    "no comma": _change(r"([{\[][^{}\[\]]*), ", r"\1 "),
    "no closing brace": _change(r"\}([\]}]*)( *#.*)?$", r"\1\2"),
    "no closing bracket": _change(r"\]( *#.*)?$", r"\1"),
    "a colon in a text": _change(_HEAD + r"(title|name|what): ([A-Za-z]+) ([^:'\"#]+)$", r"\1\2: \3: \4"),
    "no colon": _change(_HEAD + "([a-z_]+): (?=[a-zA-Z0-9])", r"\1\2 "),
    "an equals sign": _change(_HEAD + "([a-z_]+): (?=[a-zA-Z0-9])", r"\1\2 = "),
    "a double quote left open": _change(_HEAD + r"([a-z_]+): ([A-Za-z][^'\"#]*)$", r'\1\2: "\3'),
    "a single quote left open": _change(_HEAD + r"([a-z_]+): ([A-Za-z][^'\"#]*)$", r"\1\2: '\3"),
    "an apostrophe between single quotes": _change(_HEAD + r"([a-z_]+): ([A-Za-z]{3,})( [^'\"#]*)$", r"\1\2: '\3's\4'"),
    "a tab": _change("^  +", "\t"),
    "one space too many": _change("^( +)(?=[a-z_]+:)", r"\1 "),
    "one space too few": _change("^ ( +)(?=[a-z_]+:)", r"\1"),
    "an at sign": _change(_HEAD + "([a-z_]+): (?=[A-Za-z])", r"\1\2: @"),
    "asterisks around a text": _change(_HEAD + r"(title|name|what): ([A-Za-z][^'\"#]*)$", r"\1\2: *\3*"),
    "a bracket before a text": _change(_HEAD + r"(title|name|what): ([A-Za-z][^'\"#]*)$", r"\1\2: [Draft] \3"),
    "backslashes": _change(r"path: ([^ ,}]+)/([^ ,}]+)", r'path: "\1\\\2"'),
    "a semicolon": _change(_HEAD + "([a-z_]+): (?=[a-zA-Z0-9])", r"\1\2; "),
}


@pytest.mark.thorough
@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_in_a_sound_register_is_found_where_it_was_made(mistake: str) -> None:
    """Every 23rd line of the sample register that a mistake can be made in."""
    made = refused = 0
    for file in sorted(REGISTER.rglob("*.yaml")):
        lines = file.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            changed = MISTAKES[mistake](line)
            if changed == line:
                continue
            made += 1
            if made % 23:
                continue
            found = read(file.name, "\n".join([*lines[:number], changed, *lines[number + 1 :]])).faults
            if not found:  # still YAML, of another meaning: the model speaks of it
                continue
            refused += 1
            fault = found[0].fault
            assert fault.place is not None
            told = (fault.place.line, "valid YAML" in fault.message)
            assert told == (number + 1, False), (file.name, number + 1, changed, fault.place, fault.message)
    assert refused


ITEM = "- a: 1\n  b: 2\n"
LONG_ITEM = ITEM + "  c: 3\n" * 147


@pytest.mark.parametrize(
    ("text", "began", "stopped", "windows"),
    [
        pytest.param(ITEM * 5, 0, 0, [(0, 3)], id="the first record and the next"),
        pytest.param(ITEM * 5, 4, 5, [(4, 7)], id="a record further down"),
        pytest.param(ITEM * 5, 0, 9, [(8, 10), (0, 10)], id="near the stop, then from where it began"),
        pytest.param(ITEM * 5, 3, 9, [(8, 10), (2, 10)], id="from the first line of the record where it began"),
        pytest.param("  " + ITEM.replace("\n", "\n  ") * 3, 0, 3, [(2, 6), (0, 6)], id="a list set in"),
        pytest.param(f"# c\n---\n{ITEM * 3}", 2, 3, [(2, 5)], id="lines above the list"),
        pytest.param("a: 1\nb: 2\nc: 3", 1, 2, [(0, 2)], id="one record"),
        pytest.param("", 0, 0, [(0, 0)], id="nothing"),
        pytest.param("a: 1\n" * 150, 0, 149, [(0, 150)], id="one record as long as is looked at"),
        pytest.param("a: 1\n" * 400, 0, 300, [(0, 150)], id="a longer one, from its beginning"),
        pytest.param("a: 1\n" * 400, 150, 300, [(0, 150)], id="from its beginning up to a bound"),
        pytest.param("a: 1\n" * 400, 151, 300, [(76, 226)], id="and behind it around where it began"),
        pytest.param("a: 1\n" * 400, 310, 310, [(235, 385)], id="and where it stopped"),
        pytest.param(LONG_ITEM + ITEM, 0, 100, [(0, 150)], id="a long record"),
        pytest.param(ITEM + LONG_ITEM + ITEM * 2, 0, 3, [(0, 150)], id="a long record next"),
        pytest.param(ITEM + LONG_ITEM + ITEM * 2, 2, 155, [(153, 155), (2, 152)], id="behind a long record"),
    ],
)
def test_the_lines_in_which_a_mistake_is_looked_for(
    text: str, began: int, stopped: int, windows: list[tuple[int, int]]
) -> None:
    assert list(find._windows(text.split("\n"), began, stopped)) == windows


@pytest.mark.parametrize(("length", "line"), [(12_000, 1), (12_001, None)])
def test_a_record_of_so_many_characters_is_looked_at(length: int, line: int | None) -> None:
    lines = ["- id: a", "  title: @x", "  b: "]
    lines[2] += "c" * (length - sum(map(len, lines)))
    found = find_slip("\n".join(lines), 1, (1, 9), stops)
    assert (found and found.line) == line


def test_so_many_slips_are_tried_and_no_more() -> None:
    """A parser that always stops at the same place; each line could want its colon, and a `#` before it."""
    asked: list[str] = []

    def stops_here(text: str) -> tuple[int, int]:
        asked.append(text)
        return 99, 0

    assert find_slip("a b\n" * 100, 0, (99, 0), stops_here) is None
    assert len(asked) == 121
    assert asked[0] not in asked[1:]


def test_what_helps_gets_the_parser_beyond_the_line_and_the_slip() -> None:
    def stops_at(line: int) -> Callable[[str], tuple[int, int] | None]:
        return lambda text: (1, 0) if "title:x" in text else (line, 0)

    text = "- id: a\n  title:x\n  unit: u\n  areas: []\n"
    assert [find_slip(text, 0, (1, 0), stops_at(line)) is None for line in (0, 1, 2, 3)] == [True, True, False, False]
    assert find_slip(text, 0, (1, 0), lambda text: (1, 0) if "title:x" in text else None) is not None
    assert find_slip(text, 0, (2, 0), lambda text: (1, 0)) is None
