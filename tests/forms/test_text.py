"""The text of a form: written and read back, and read as mail programs leave it. The page's script has the same cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.errors import IgregError
from igreg.forms.text import Sent, found, plain, written

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
KNOWN = ("title", "summary", "aware", "areas", "contained.how")
TEXT = "-----BEGIN IGREG incident 1-----\ntitle: A\nsummary: One\n  two\n-----END IGREG-----\n"
SENT = Sent("incident", [("title", "A"), ("summary", "One\ntwo")])
PIECES = (*"ab|>:;=-# \n\r\t\u00a0\u2028\u0085\x0b\x00\u00e9\U0001f600", "-----END IGREG-----\n", "\n> ", "\ntitle: x")
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_each_case_is_written_and_read_back(case: dict[str, list[list[str]]]) -> None:
    text = written("incident", [(name, value) for name, value in case["pairs"]])
    assert text == f"-----BEGIN IGREG incident 1-----\n{case['text']}-----END IGREG-----\n"
    back = found(text, KNOWN)
    assert back == Sent("incident", [(name, value) for name, value in case.get("values", case["pairs"])])


@given(st.lists(st.tuples(st.sampled_from(KNOWN), HOSTILE), max_size=4), st.sampled_from(["", "> ", "> > ", ">", "  "]))
def test_any_answer_comes_back(pairs: list[tuple[str, str]], before: str) -> None:
    text = written("incident", pairs)
    if before:
        text = "".join(f"{before}{line}\n" for line in text.split("\n"))
    back = found(f"Dear all,\n\n{text}\n-- \nZoe", KNOWN)
    assert back == Sent("incident", [(name, plain(value)) for name, value in pairs if plain(value)])
    assert [value for _, value in back.pairs] == [plain(value) for _, value in back.pairs]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Hello\n{TEXT}bye", id="something around it"),
        pytest.param("".join(f"> {line}\n" for line in TEXT.split("\n")), id="quoted"),
        pytest.param("".join(f">> {line}\n" for line in TEXT.split("\n")), id="quoted twice"),
        pytest.param("".join(f"    {line}\n" for line in TEXT.split("\n")), id="set in"),
        pytest.param(TEXT.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(TEXT.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(TEXT.replace("\n", "  \n"), id="blanks at ends"),
        pytest.param(TEXT.replace("  two", "      two"), id="more blanks"),
        pytest.param(TEXT.replace("  two", "\ttwo"), id="a tab"),
        pytest.param(TEXT + TEXT, id="twice the same"),
        pytest.param(TEXT.replace("title", "\n\ntitle"), id="blank lines"),
    ],
)
def test_what_mail_programs_do_is_undone(text: str) -> None:
    assert found(text, KNOWN) == SENT


@pytest.mark.parametrize(
    ("broken", "value"),
    [
        ("title: A letter to \nthe house", "A letter to the house"),
        ("title: A let=\nter", "A letter"),
        ("title: A letter\nto the house", "A letter to the house"),
        ("title: A letter to \nsomebody: no", "A letter to somebody: no"),
        ("title: |\n  One\n  Two", "One\nTwo"),
        ("title : A", "A"),
        ("Title: A", "A"),
    ],
)  # fmt: skip
def test_lines_that_were_broken_on_the_way(broken: str, value: str) -> None:
    sent = found(f"-----BEGIN IGREG INCIDENT 1-----\n{broken}\naware: 2026-01-01\n-----END IGREG-----", KNOWN)
    assert sent is not None
    assert [value for _, value in sent.pairs] == [value, "2026-01-01"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT.replace("-----END", "END"), "cut off"),
        (TEXT.replace(" 1-", " 2-"), "version 2"),
        (TEXT + TEXT.replace("A", "B"), "2 forms in it that differ"),
        (TEXT.replace("title: A", "no field"), "no field"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, said: str) -> None:
    with pytest.raises(IgregError, match=said):
        found(text, KNOWN)


def test_a_text_without_a_form_holds_none() -> None:
    assert found("Dear all", KNOWN) is None
