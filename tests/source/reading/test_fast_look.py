"""Which places of a text make the fast reader doubtful, each by its offset."""

from __future__ import annotations

import pytest

from igreg.source.reading import fast_look
from igreg.source.reading.fast_look import doubts, is_plain


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("a: 1\nb: [x, y]\n", [], id="plain"),
        pytest.param("", [], id="nothing"),
        pytest.param("a: &b 1", [3], id="an anchor"),
        pytest.param("&b a: 1", [0], id="an anchor begins the text"),
        pytest.param(" &a b", [1], id="behind a blank"),
        pytest.param("  *a", [2], id="behind two"),
        pytest.param("x *a", [], id="behind a word of one letter"),
        pytest.param("a: & b", [], id="an and"),
        pytest.param("a: b&c", [], id="an and in a word"),
        pytest.param("a: b &c", [], id="an and behind a word"),
        pytest.param("- *a", [2], id="an alias behind a dash"),
        pytest.param("-*a", [], id="no dash of a list"),
        pytest.param("? *a", [0, 2], id="a question mark, and an alias behind it"),
        pytest.param("?*a", [], id="a question mark in a word"),
        pytest.param("[*a,*b]", [1, 4], id="in brackets"),
        pytest.param("{*a:*b}", [1, 4], id="in braces"),
        pytest.param("a:\t*b", [2, 3], id="a tab, and an alias behind it"),
        pytest.param("a: x\n  *b", [7], id="on the next line"),
        pytest.param("a: !", [3], id="a tag of nothing"),
        pytest.param("a: ! b", [3], id="a tag with a blank"),
        pytest.param("a: ?é", [3], id="a question mark before a letter of another script"),
        pytest.param("é: &b\né: *c", [3, 9], id="places are counted in characters"),
        pytest.param("# &a *b !c\n", [], id="in a comment"),
        pytest.param("x # [&a", [], id="in a comment behind a value"),
        pytest.param("x#[&a", [3], id="a hash in a word is no comment"),
        pytest.param("'# [&a", [4], id="a hash behind a quote is one"),
        pytest.param("# ' [&a", [5], id="a quote behind the hash"),
        pytest.param('# " [&a', [5], id="a double one"),
        pytest.param("%YAML 1.2\n", [0], id="a directive"),
        pytest.param("a: 1\n---\nb: 2\n...\n", [5, 14], id="further documents"),
        pytest.param(" ---\na: ---\n", [], id="dashes further in"),
        pytest.param("a: x::y", [4], id="two colons"),
        pytest.param("<<: x", [0], id="a merge key"),
        pytest.param("# ::\na: 1 # <<\n", [], id="in comments"),
        pytest.param("a: \tb # \tc\n", [3], id="a tab outside a comment"),
        pytest.param("a: 1\r\nb: 2\r\n", [], id="line ends of Windows"),
        pytest.param("a: 1\rb: 2\r\n", [4], id="a lone return"),
        pytest.param("a: \x07\n", [3], id="a control character"),
        pytest.param("a: \x7f\x85\u2028\ufeff\ufffe", [3, 4, 5, 6, 7], id="odd characters"),
        pytest.param("a: é\u2027\u202a\ufffd", [], id="characters beside the odd ones"),
        pytest.param("a: 1_0", [3], id="an underscore in a number"),
        pytest.param("a: 1_x", [3], id="and in what begins like one"),
        pytest.param("a: x1_0", [], id="in a word"),
        pytest.param("a: 1 2_0", [], id="in a text"),
        pytest.param("a: -1_0", [3], id="with a sign"),
        pytest.param("a: 1.5e+1_0", [3], id="in an exponent"),
        pytest.param("a: [1_0, 2_0]", [4, 9], id="two numbers"),
        pytest.param("a: 0b1", [3], id="base two"),
        pytest.param("a: 0b2", [], id="no digit of base two"),
        pytest.param("a: 0x1F", [], id="base sixteen"),
        pytest.param("a: 0x1_F", [3, 3], id="base sixteen with an underscore"),
        pytest.param("a: 0o1_7", [3], id="base eight with an underscore"),
        pytest.param("1_0", [0], id="the text begins with it"),
        pytest.param("a: _1", [3], id="an underscore first"),
        pytest.param("a: _x", [], id="and no digit"),
        pytest.param("# 1_0\n", [], id="a number in a comment"),
    ],
)
def test_places(text: str, places: list[int]) -> None:
    assert doubts(text) == places


@pytest.mark.parametrize(("above", "most"), [("", 497), ("\n", 497)])
def test_a_comment_is_looked_for_so_far_back_and_no_further(above: str, most: int) -> None:
    """Behind a longer one the exact reader looks."""
    for more, doubtful in ((0, False), (1, True)):
        text = f"{above}#{'x' * (most + more)},&a"
        assert doubts(text) == [text.index("&")] * doubtful


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# all\n- id: a\n  on: [2026-01-02, 'b']\n- {id: c, n: 10.5}\n", id="usual"),
        pytest.param("- id: a\r\n  title: A - b\r\n", id="line ends of Windows"),
        pytest.param(
            "- title: Zo\u00eb's (\u00a3 5/6) = 100%; x@y.nhs.uk | a+b < c > d ~ e ^ f $ g\n", id="other signs"
        ),
    ],
)
def test_a_plain_text_is_searched_for_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which signs there are at all tells that each of the searches would find nothing."""
    monkeypatch.setattr(fast_look, "_places", None)
    monkeypatch.setattr(fast_look, "_odd_numbers", None)
    assert is_plain(text)
