"""The tables of heads: every field in them exists, no head of a field is one that is never read, and words are whole."""

from __future__ import annotations

import pytest

from igreg.exchange.columns.heads import OUTSIDE, dropped, fields, find, known, never, plain, rows
from igreg.model.kinds import KINDS
from igreg.report.ico_columns import CONTROLLER, PROCESSOR

KINDS_WITH_HEADS = [kind for kind in KINDS if rows(kind)]


def test_there_are_tables() -> None:
    assert {"staff", "training-records", "policies", "processing", "assets"} <= set(KINDS_WITH_HEADS)


@pytest.mark.parametrize("kind", KINDS_WITH_HEADS)
def test_every_row_names_a_field_that_exists_and_sources_that_do(kind: str) -> None:
    sources = {row["key"] for row in rows("sources")}
    names = {*fields(kind), *OUTSIDE}
    for row in rows(kind):
        assert row["field"] in names or row["field"].startswith("_"), row["field"]
        assert row["heads"] and set(row["sources"]) <= sources
        assert set(row) <= {"field", "heads", "never", "sources", "note"}


@pytest.mark.parametrize("kind", KINDS_WITH_HEADS)
def test_no_head_of_a_field_is_one_that_is_never_read(kind: str) -> None:
    for row in rows(kind):
        if row["field"] != "_dropped":
            assert [head for head in row["heads"] if dropped(kind, str(head))] == []
    assert not never(kind) & known(kind).keys()


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("NI Number", "National Insurance number"),
        ("Home Address", "home address"),
        ("Address", "home address"),
        ("D.O.B.", "date of birth or age"),
        ("Date_of_Birth (if applicable)", "date of birth or age"),
        ("Bank Account No", "bank details"),
        ("Pay Band", "pay"),
        ("Gender?", "equality monitoring"),
        ("Next of Kin", "private contact details"),
        ("Email Address", None),
        ("E-mail address", None),
        ("Bank", None),
        ("Bank Staff", None),
        ("Bank Holiday", None),
        ("Payroll Number", None),
        ("Manager", None),
        ("Page", None),
    ],
)
def test_what_is_never_read_is_known_by_whole_words(head: str, what: str | None) -> None:
    assert dropped("staff", head) == what


@pytest.mark.parametrize(
    ("head", "field", "how"),
    [
        ("name", "name", "name"),
        ("job_title", "job_title", "name"),
        ("Job Title", "job_title", "title"),
        ("Position Title", "job_title", "synonym"),
        ("LAST-NAME", "name.family", "synonym"),
        ("Latest Start Date (if applicable)", "started", "synonym"),
        ("Employee Number", "key", "synonym"),
        ("User\u2019s Fullname", "name", "synonym"),
    ],
)
def test_a_head_is_known_without_case_blanks_and_signs(head: str, field: str, how: str) -> None:
    found = find("staff", head)
    assert found is not None
    assert (found.field, found.how) == (field, how)


def test_what_nobody_knows_means_nothing() -> None:
    assert find("staff", "FTE") is None
    assert find("staff", "") is None


def test_a_field_inside_another_is_named_with_a_dot_or_a_blank() -> None:
    assert [find("policies", head) for head in ("review.next", "Review next")] != [None, None]


@pytest.mark.parametrize("kind", KINDS_WITH_HEADS)
def test_every_head_of_a_table_is_known_however_it_is_written(kind: str) -> None:
    """A comma or capitals make no other head of it, nor does what the ICO says beside it."""
    for row in rows(kind):
        for head in map(str, row["heads"]):
            for written in (head, head.upper(), f"{head} (if applicable)", f"{head}:", head.replace(" ", ", ", 1)):
                found = find(kind, written)
                assert found is not None, written
                assert found.field == known(kind)[plain(head)].field


@pytest.mark.parametrize("head", [*CONTROLLER, *PROCESSOR])
def test_every_head_of_the_templates_of_the_ico_is_known(head: str) -> None:
    assert find("processing", head) is not None


def test_the_template_of_the_ico_says_where_decisions_are_made_by_machine() -> None:
    found = find("processing", CONTROLLER[16])
    assert found is not None
    assert found.field == "automated_decisions"


@pytest.mark.parametrize("kind", KINDS_WITH_HEADS)
def test_every_field_is_known_by_its_own_name(kind: str) -> None:
    for name in fields(kind):
        if "." in name:
            found = find(kind, name)
            assert found is not None and (found.field, found.how) == (name, "name")
