"""The answers in a file: the text of a form, a mail with it, or the body of an issue."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.forms.kinds import form_meant
from igreg.forms.read import Form, known_fields, read_form

TEXT = "-----BEGIN IGREG incident 1-----\ntitle: Lost bag\nsummary: One\n  two\n-----END IGREG-----\n"
PAIRS = [("title", "Lost bag"), ("summary", "One\ntwo")]
INCIDENT, ASSET = form_meant("incident"), form_meant("asset-confirmation")
assert INCIDENT is not None and ASSET is not None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("form.txt", TEXT, id="alone"),
        pytest.param("-", f"Dear all,\n\n{TEXT}\nZoe\n", id="within other words"),
        pytest.param("a.eml", f"From: z@example.org\nTo: a@example.org\nSubject: x\n\n{TEXT}", id="a mail"),
    ],
)
def test_the_text_of_a_form(name: str, data: str) -> None:
    assert INCIDENT is not None
    assert read_form(INCIDENT, name, data.encode()) == Form(PAIRS)


def test_the_body_of_an_issue_and_a_head_that_is_no_question_of_it() -> None:
    assert INCIDENT is not None
    found = read_form(INCIDENT, "-", b"### Title\n\nLost bag\n\n### Weather\n\nRain\n")
    assert found.pairs[0][0] == "title"
    assert "Lost bag" in found.pairs[0][1]
    assert [one.what for one in found.notes] == ["unknown-head"]
    assert "'Weather' is no question of this form" in found.notes[0].message


@pytest.mark.parametrize(
    ("text", "says", "help"),
    [
        pytest.param("Dear all", "a.txt holds no form of igreg", "-----BEGIN IGREG incident 1-----", id="no form"),
        pytest.param(
            TEXT.replace("incident", "request"), "the text is of another form", "igreg add request", id="another"
        ),
        pytest.param(TEXT.replace("incident", "incidnt"), "there is no form 'incidnt'", "incident", id="mistyped"),
    ],
)
def test_what_is_no_such_form(text: str, says: str, help: str) -> None:
    assert INCIDENT is not None
    with pytest.raises(IgregError) as error:
        read_form(INCIDENT, "a.txt", text.encode())
    assert says in error.value.sentence
    assert help in error.value.hint


def test_a_confirmation_has_three_fields_of_its_own() -> None:
    assert ASSET is not None
    assert {"asset", "by", "outcome"} <= known_fields(ASSET)
    assert "owner" not in known_fields(ASSET)
