"""Law and guidance as data: complete, consistent, and never more certain than their source."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from igreg.facts import conflicts, limits
from igreg.facts.in_force import TABLES, Facts
from igreg.facts.life import NATIONS, Fact, Source
from igreg.facts.needs import graded
from igreg.facts.organisation import ASKED
from igreg.facts.tables import Base, Functions, Limit, Words, lived, rows, sources, table
from igreg.findings import Severity
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.roles import Role

TYPES = [str(word) for arg in get_args(Organisation.model_fields["type"].annotation) for word in get_args(arg)]
FUNCTIONS = {str(word) for arg in get_args(Role.model_fields["function"].annotation) for word in get_args(arg)}
EVERY = [pytest.param(row, id=row.id) for row in Facts().rows()]


def test_every_type_is_here() -> None:
    assert set(TYPES) == set(table(Functions))
    for key, row in table(Functions).items():
        assert (row.type, row.called.split()[0]) == (key, row.called.split()[0])
        assert row.called.startswith(("a ", "an ", "every "))


def test_functions_are_those_of_the_format() -> None:
    assert {row.function for row in table(Base).values()} <= FUNCTIONS
    assert {name for conflict in conflicts() for name in conflict.pair} <= FUNCTIONS
    assert {name for row in table(Functions).values() for name in row.needs} <= FUNCTIONS


def test_what_a_need_hangs_on_can_be_asked() -> None:
    asked = {
        name
        for row in table(Functions).values()
        for duty in row.needs.values()
        for name in (*duty.required, *duty.expected)
    }
    assert asked <= set(ASKED)
    assert {name for names in ASKED.values() for name in names} <= set(Organisation.model_fields)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.table)
def test_a_table_is_as_its_rows_ask(model: type[Fact]) -> None:
    read = table(model)
    assert list(read) == [row["key"] for row in rows(model.table)], "a key stands there once"
    assert {row.table for row in read.values()} == {model.table}


@pytest.mark.parametrize("row", EVERY)
def test_a_row_says_where_it_comes_from(row: Fact) -> None:
    assert row.in_words
    assert row.source == row.source.strip()
    assert row.first_hand or row.confidence != "high"
    assert row.url is None or row.url.startswith("https://")
    assert row.checked is None or row.url is not None, "what was looked at has an address"
    assert row.rests_on in sources() or row.rests_on is None
    assert row.until is None or row.in_force_from is None or row.in_force_from <= row.until


@pytest.mark.parametrize("source", [pytest.param(row, id=key) for key, row in sources().items()])
def test_a_source_says_how_it_was_read(source: Source) -> None:
    assert source.first_hand or source.read_as or source.key == "practice"
    assert source.until is None or source.out_of_date, "what is past says what has come since"


def test_sources_that_are_out_of_date_say_so() -> None:
    said = {key: source.out_of_date or "" for key, source in sources().items()}
    assert "closed on 30 June 2026" in said["dspt-v8"]
    assert "updated on 7 August 2023" in said["records-code"]
    assert "2014-15" in said["nhs-contract"]
    assert "19 June 2026" in said["uk-gdpr"]


ROW: dict[str, Any] = {
    "key": "x", "value": 1, "unit": "days", "what": "What", "source": "S", "rests_on": "dspt-v8", "confidence": "low",
}  # fmt: skip


def test_a_row_has_the_life_of_its_source_unless_it_says_otherwise() -> None:
    row = Limit(**lived(ROW))
    assert (row.edition, row.nation, row.until) == ("2025-26", ("england",), dt.date(2026, 6, 30))
    assert not row.ended(dt.date(2026, 6, 30))
    assert row.ended(dt.date(2026, 7, 1))
    assert Limit(**lived(ROW | {"nation": "uk", "until": None})).nation == NATIONS


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"confidence": "high"}, "not read first-hand", id="second-hand and sure"),
        pytest.param({"confidence": "certain"}, "'high', 'medium' or 'low'", id="another word"),
        pytest.param({"nation": "cornwall"}, "'england'", id="a nation unknown"),
        pytest.param({"nation": []}, "at least 1", id="no nation"),
        pytest.param({"checked": "yesterday"}, "date", id="no day"),
        pytest.param({"source": ""}, "at least 1", id="no source"),
        pytest.param({"colour": "red"}, "not permitted", id="an unknown field"),
    ],
)
def test_a_row_that_is_wrong_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Limit(**lived(ROW | wrong))


def test_the_life_of_a_row_may_not_be_left_out() -> None:
    with pytest.raises(ValidationError, match="url"):
        Limit(**lived(ROW | {"rests_on": None}))


def test_low_confidence_makes_no_error() -> None:
    assert graded(Severity.ERROR, "low") == Severity.WARNING
    assert graded(Severity.INFO, "low") == Severity.INFO
    assert graded(Severity.ERROR, "medium") == Severity.ERROR


def test_a_figure_has_its_unit() -> None:
    assert limits()["lesson-shared"].figure == "1 month"
    assert limits()["breach-notice"].figure == "72 hours"
    assert limits()["report-impact"].figure == "grade 2"
    assert limits()["breach-notice"].in_words == "The time to notify the regulator of a breach: 72 hours"


@pytest.mark.parametrize("type", TYPES)
def test_category_of_a_type(type: str) -> None:
    wanted = {"gp-practice": 4, "nhs-trust": 1, "icb": 1, "health-board": 1, "it-supplier": 2}.get(type, 3)
    facts = Facts()
    assert facts.category(type, None) == wanted
    assert facts.category(type, 2) == 2
    assert facts.trains_by_share(facts.category(type, None)) == (wanted >= 3)


def test_an_own_row_overrules_or_stands_beside() -> None:
    words = table(Words)["share-categories"].model_copy(update={"values": ("2",), "own": True})
    other = words.model_copy(update={"key": "another"})
    facts = Facts({row.id: row for row in (words, other)})
    assert (facts.values("share-categories"), facts.values("another")) == (("2",), ("2",))
    assert facts.trains_by_share(2)
    assert [row.id for row in facts.rows() if row.own] == ["lists.share-categories", "lists.another"]


def test_subjects_of_policies_are_those_of_the_format() -> None:
    words = get_args(get_args(Policy.model_fields["subjects"].annotation)[0])
    assert Facts().values("policy-subjects") == words
