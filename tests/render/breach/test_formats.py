"""The desk in each format: it says the same everywhere, and text is data wherever it lands."""

from __future__ import annotations

import io
import itertools
import json
import textwrap
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document

from igreg.breach.desk import Desk
from igreg.render.breach.docx import breach_docx
from igreg.render.breach.html import breach_html
from igreg.render.breach.json import breach_json
from igreg.render.breach.markdown import breach_markdown
from igreg.render.breach.text import breach_text
from igreg.render.escape.colour import Style
from tests.breach.desks import AWARE, NO, TRUST, YES, desk

TEMPLATE = (Path(__file__).parents[3] / "templates" / "breach.html.j2").read_text(encoding="utf-8")
HOSTILE = '<script>alert(1)</script> & "x" {{ 7 * 7 }} \\u001b[31m =1+1 **b** [l](http://e.example)'
ROLES = "- {id: dpo, title: DPO, function: dpo, public_contact: 0300 000, holders: [{staff: s, from: 2026-01-01}]}"
STAFF = "- {id: s, name: Sue Ray}"


def small() -> Desk:
    """A desk with a little of everything."""
    fields = f"{AWARE}, effects: [confidentiality], likelihood: 2, impact: 2, summary: A letter went astray."
    return desk(fields, "{name: Ash House, type: it-supplier}\n", roles=ROLES, staff=STAFF)


def hostile() -> Desk:
    """A desk in which every text is hostile."""
    words = json.dumps(HOSTILE).replace("\\\\u", "\\u")
    return desk(
        f"{AWARE}, summary: {words}, consequences: {words}, data_categories: [{words}], contained: {{how: {words}}}, "
        f"timeline: [{{at: 2026-11-21T10:00, what: {words}}}], decision: {{report: true, by: dpo, at: 2026-11-21T10:00, reason: {words}}}, "
        f"notifications: [{{to: ico, at: 2026-11-21T11:00, reference: {words}}}]",
        f"{{name: {words}, type: nhs-trust, ods_code: {words}}}\n",
        roles=f"- {{id: dpo, title: {words}, function: dpo, public_contact: {words}, holders: [{{staff: s, from: 2026-01-01}}]}}",
        staff=f"- {{id: s, name: {words}}}",
        bodies=f"- {{id: ico, name: {words}, contact: {words}}}",
    )


WANTED = """\
I: Letter astray
Now Sun 22 Nov 2026, 09:30 (Europe/London). The incident is
open.
Known since Sat 21 Nov 2026, 09:30, 24 hours ago.

1. RING INSIDE, NOW
   Information governance lead
     nobody: no post has the function
   DPO (data protection officer)
     Sue Ray
     Contact: 0300 000
     Out of hours: no incident flow reaches them
   Senior information risk owner
     nobody: no post has the function
   Caldicott Guardian
     nobody: no post has the function

2. WHO OUTSIDE MUST BE TOLD
   DECIDE, 48 hours left, by Tue 24 Nov 2026, 09:30:
     Information Commission (until its functions have
     passed, the Information Commissioner's Office), as the
     facts had it on 28 November 2026
     Note: Graded below what is reported (likelihood 2,
       impact 2), but somebody has to decide so.
"""


def test_text_for_a_narrow_terminal() -> None:
    assert breach_text(small(), width=60, style=Style()).startswith(WANTED)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_text_keeps_to_its_width(width: int) -> None:
    for found in (small(), desk("status: open", TRUST)):
        lines = breach_text(found, width=width, style=Style()).splitlines()
        assert max(map(len, lines)) <= width


def test_text_is_never_narrower_than_can_be_read() -> None:
    assert breach_text(small(), width=5, style=Style()) == breach_text(small(), width=40, style=Style())


def test_colour_says_nothing_that_the_words_do_not() -> None:
    painted = breach_text(desk("aware: 2026-11-01T09:30"), width=80, style=Style(True))
    assert "\x1b[31m   OVERDUE" in painted
    bare = breach_text(desk("aware: 2026-11-01T09:30"), width=80, style=Style())
    assert "\x1b" not in bare


def test_the_most_pressing_comes_first() -> None:
    text = breach_text(
        desk(f"aware: 2026-11-19T09:29, likelihood: 4, impact: 4, decision: {YES}", TRUST), width=80, style=Style()
    )
    order = ["OVERDUE, 1 hour past Sun 22 Nov 2026, 09:29:", "TELL: Those concerned", "DECIDE: The Department"]
    assert sorted(order, key=text.index) == order


def test_json_is_that_of_version_1() -> None:
    fields = (
        f"aware: 2026-11-19T09:29, decision: {YES}, notifications: [{{to: ico, at: 2026-11-20T10:00, reference: IC-1}}]"
    )
    found = json.loads(
        breach_json(desk(fields, "{name: E, type: it-supplier}\n", bodies="- {id: ico, name: The Commission}"))
    )
    assert list(found) == ["version", "now", "incident", "title", "recipients", "may_wait", "missing"]
    assert (found["version"], found["now"], found["incident"], found["title"]) == (
        1,
        "2026-11-22T09:30+00:00",
        "I",
        "Letter astray",
    )
    ico = found["recipients"][0]
    assert ico | {"how": "", "why": ""} == {
        "to": "ico",
        "name": "The Commission",
        "state": "done",
        "due": "2026-11-22T09:29+00:00",
        "hours": None,
        "how": "",
        "why": "",
        "source": "UK GDPR, Article 33(1)",
        "confidence": ico["confidence"],
        "decision": {"report": True, "by": "dpo", "at": "2026-11-21T10:00+00:00", "reason": "R"},
        "at": "2026-11-20T10:00+00:00",
        "reference": "IC-1",
    }
    assert "contained" in found["missing"]
    assert all(isinstance(text, str) for text in found["may_wait"])


def test_a_decision_against_the_grade_is_said_in_json_too() -> None:
    found = json.loads(breach_json(desk(f"{AWARE}, likelihood: 4, impact: 3, decision: {NO}")))
    assert "against the grade" in found["recipients"][0]["why"]


class Page(HTMLParser):
    """The words of a page, its headings with their ranks, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(found: Desk) -> Page:
    """A desk as a page that was read."""
    out = Page()
    out.feed(breach_html(found, TEMPLATE))
    out.close()
    return out


def test_html_shows_hostile_text_and_never_obeys_it() -> None:
    found = page(hostile())
    assert "script" not in found.tags
    assert "{{ 7 * 7 }}" in "".join(found.words)
    assert "\x1b" not in "".join(found.words)


def test_html_shows_names_of_fields_as_code() -> None:
    found = page(small())
    assert "code" in found.tags
    assert "`" not in "".join(found.words)


def test_html_has_one_title_and_headings_without_gaps() -> None:
    ranks = [int(tag[1]) for tag in page(small()).tags if tag in ("h1", "h2", "h3")]
    assert ranks[0] == 1 and ranks.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(ranks))
    assert page(small()).tags.count("main") == 1


@pytest.mark.parametrize("fields", [f"{AWARE}, status: withdrawn", f"{AWARE}, personal_data: false"])
def test_every_format_can_say_that_there_is_nothing(fields: str) -> None:
    found = desk(fields, "{name: E, type: it-supplier}\n")
    for text in (
        breach_text(found, width=80, style=Style()),
        breach_markdown(found),
        "".join(page(found).words),
        "\n".join(one.text for one in Document(io.BytesIO(breach_docx(found))).paragraphs),
    ):
        assert "There is no sheet, since there is nothing to notify." in text


def test_markdown_shows_hostile_text_and_never_obeys_it() -> None:
    text = breach_markdown(hostile())
    assert "<script>" not in text and "\x1b" not in text
    assert "](http" not in text and "**b**" not in text
    assert text.count("\n# ") == 0 and text.startswith("# I: Letter astray\n")


def test_markdown_has_the_same_parts() -> None:
    text = breach_markdown(small())
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Ring inside, now",
        "## Who outside must be told",
        "## What is missing, hour by hour",
        "## What may wait",
        "## What the regulator asks, in its order",
    ]


def test_word_opens_it_and_shows_hostile_text() -> None:
    found = Document(io.BytesIO(breach_docx(hostile())))
    words = "\n".join(one.text for one in found.paragraphs)
    assert "<script>alert(1)</script>" in words
    assert "\x1b" not in words
    assert found.paragraphs[0].style.name == "Heading 1"


def test_word_says_what_text_says() -> None:
    words = "\n".join(one.text for one in Document(io.BytesIO(breach_docx(small()))).paragraphs)
    for line in ("Sue Ray", "Contact: 0300 000", "Missing: data_categories", "A letter went astray."):
        assert line in words


def test_the_same_desk_gives_the_same_bytes() -> None:
    first, second = breach_docx(small()), breach_docx(small())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_files_that_could_not_be_read_are_named() -> None:
    found = desk(AWARE, bodies="- [")
    assert "Not complete: register/bodies.yaml could not be read in full." in textwrap.fill(
        breach_text(found, width=200, style=Style()), 10_000
    )
