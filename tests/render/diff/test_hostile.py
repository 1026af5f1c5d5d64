"""Text of a register in a difference: data in every format, and shown nowhere where it must not be shown again."""

from __future__ import annotations

import re

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.diff.shown import Shown
from igreg.language.characters import plain
from igreg.render.diff.markdown import UNCHANGED, diff_markdown
from tests.analysis.registers import register
from tests.diff.states import difference
from tests.render.diff.reading import Words, as_github, in_text, page

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table></main><b>x",
    "[link](https://evil.example) ![i](http://evil.example/i.png)",
    "https://evil.example www.evil.example mailto:a@evil.example",
    "| a | b |",
    "`code` ``` ~~~",
    "@team @trust/all",
    "#1 trust/x#2 GH-3 !4",
    "{{ 7*7 }} {% raw %}",
    "1. one",
    "# head",
    "> quote",
    "- item",
    "---",
    "***bold*** __it__ ~~gone~~",
    "/merge",
    "a\x1b[31m\x07\u202eb\u2028c\rd\x00e",
    "&lt;b&gt; &amp; &#35;",
    "<!-- igreg diff: unchanged -->",
    "<details><summary>x",
    "$x$ $$y$$",
    '" onmouseover="x',
    "\\",
    "- [ ] task",
]


def told_of(title: str) -> Shown:
    """A difference in which one text stands wherever a text can."""
    quoted = '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in title) + '"'
    policy = f"- {{id: P-1, title: {quoted}, version: %s, owner: nobody, notes: %s, extra: {{k: %s}}}}\n"
    before = register(policies=policy % ("a", quoted, "x"), organisation=f"{{name: {quoted}, type: other}}\n")
    risk = f"- {{id: R-1, title: {quoted}, owner: nobody, controls: [{quoted}]}}\n"
    after = register(
        policies=policy % (quoted, "b", quoted), risks=risk, organisation=f"{{name: {quoted}, type: other}}\n"
    )
    return Shown(difference(before, after))


def held(shown: Shown, title: str) -> None:
    """The text is shown as it is, and is obeyed by nobody, in each format."""
    text = in_text(shown)
    assert plain(title).strip() in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", text)
    markdown = diff_markdown(shown)
    assert not markdown.startswith(UNCHANGED)
    assert not re.search(r"^\s*/", markdown, re.MULTILINE)
    github = as_github(markdown)
    assert {tag for tag, _ in github.elements} <= {"h2", "h3", "p", "ul", "li", "strong"}
    assert " ".join(plain(title).split()) in github.text
    assert not re.search(r"@\w|[\w/]#\d|\bGH-\d", github_flavored_markdown_to_html(markdown))
    made = Words(page(shown))
    assert " ".join(plain(title).split()) in made.text
    allowed = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "nav", "ul", "li"}
    assert {tag for tag, _ in made.elements} <= allowed | {"a", "span", "table", "thead", "tbody", "tr", "th", "td"}
    known = {"lang", "charset", "name", "content", "id", "class", "href", "role", "scope", "aria-label", "data-label"}
    assert {name for _, given in made.elements for name in given} <= known
    assert all(str(given.get("href", "#")).startswith("#") for _, given in made.elements)


@pytest.mark.parametrize("title", HOSTILE)
def test_text_of_the_register_is_data(title: str) -> None:
    held(told_of(title), title)


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip))
def test_any_text_is_data(title: str) -> None:
    held(told_of(title), title)


SECRETS = {
    "IG801": "999 000 0018",
    "IG802": "born on 3 May 1951",
    "IG811": "the letter for Mrs Example",
}


@pytest.mark.parametrize(("code", "secret"), SECRETS.items())
@pytest.mark.parametrize("gone", [True, False])
def test_what_was_taken_out_is_not_printed_again(code: str, secret: str, gone: bool) -> None:
    risk = "- {id: R-1, title: %s, owner: nobody, controls: [%s], extra: {k: {l: %s}}}\n"
    sides = register(risks=risk % (secret, secret, secret)), register(risks=risk % ("A", "B", "C"))
    shown = Shown(difference(*(sides if gone else reversed(sides))))
    for text in (in_text(shown), diff_markdown(shown, most=10**9), page(shown)):
        assert secret not in text.replace("\u200b", "")
        assert f"not shown: {code}" in text
    assert secret not in str(shown.difference.records)
    assert secret not in "".join(one.text for one in shown.difference.consequences)


def test_a_private_mailbox_and_a_number_as_an_id_are_not_printed_again() -> None:
    person = "- {id: n-rahman, name: Nadia Rahman, email: %s}\n"
    before = register(staff=person % "n@gmail.com", policies='- {id: "9990000018", title: T}\n')
    shown = Shown(difference(before, register(staff=person % "n@example.org")))
    for text in (in_text(shown), diff_markdown(shown), page(shown)):
        assert "n@gmail" not in text.replace("\u200b", "")
        assert "9990000018" not in text
        assert "not shown: IG803" in text
    assert shown.difference.records[-1].record == "(not shown: IG801)"


def test_what_a_sentence_quotes_is_not_printed_again_either() -> None:
    action = "- {id: I-1, title: T, aware: 2026-11-20T09:30, actions: [{id: I-1-A, what: Ring Mrs Example, owner: siro, due: %s}]}\n"
    exception = "- {id: EX-1, rule: overdue-action, record: I-1, reason: 'born on 3 May 1951', until: 2027-01-01, approved_by: siro}\n"
    roles = "- {id: siro, title: SIRO, function: siro}\n"
    before = register(roles=roles, incidents=action % "2026-11-01")
    after = register(roles=roles, incidents=action % "2026-12-10", exceptions=exception)
    for sides in ((before, after), (after, before)):
        shown = Shown(difference(*sides))
        for text in (in_text(shown), diff_markdown(shown), page(shown), str(shown.difference.gone)):
            assert "Mrs Example" not in text
            assert "1951" not in text
    assert "reason: (not shown: IG802)" in in_text(Shown(difference(before, after)))
