"""The views: what they come to on DuckDB, and that Spark SQL takes them as they stand."""

from __future__ import annotations

from typing import Any

import pytest
import sqlglot
from sqlglot import expressions as exp

from igreg.estate.rows import Row
from igreg.estate.views import ORDER, SHOWN, views
from igreg.store.estate import Database
from tests.estate.power import figures

SPARK = {
    *("ABS", "COALESCE", "COUNT", "MAX", "MEDIAN", "MIN", "ROW_NUMBER", "SUM", "TRIM", "UPPER"),
    *("AND", "OR", "CASE", "IF"),
}
"""The functions, and what SQLGlot counts among them, that Spark SQL has too; MEDIAN since 3.4."""


def read(*given: tuple[str, str, list[Row]]) -> dict[str, list[dict[str, Any]]]:
    database = Database()
    for register, source, found in given:
        database.put(register, found, source)
    return database.answers()


@pytest.mark.parametrize("name", ORDER)
def test_spark_takes_a_view_as_it_stands(name: str) -> None:
    sql = views()[name]
    [spark] = sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    there, here = sqlglot.parse_one(spark, read="spark"), sqlglot.parse_one(sql, read="duckdb")
    assert there.sql("duckdb") == here.sql("duckdb"), "it means the same to both"
    assert sqlglot.parse_one(sql, read="spark").sql("spark") == spark, "nothing needs to be translated"
    used = {one.sql_names()[0] if not isinstance(one, exp.Anonymous) else one.name for one in here.find_all(exp.Func)}
    assert used <= SPARK


@pytest.mark.parametrize("name", ORDER)
def test_a_view_stands_on_those_before_it(name: str) -> None:
    tables = {one.name for one in sqlglot.parse_one(views()[name], read="duckdb").find_all(exp.Table)}
    assert tables <= {"figures", *ORDER[: ORDER.index(name)]}
    assert set(SHOWN) <= set(ORDER)


def places(answers: dict[str, list[dict[str, Any]]]) -> dict[str, int]:
    return {row["register"]: row["place"] for row in answers["organisations"]}


def test_the_newest_snapshot_of_an_organisation_counts() -> None:
    answers = read(
        ("a", "snapshot", figures(as_of="2026-10-22", error=3)),
        ("b", "snapshot", figures(as_of="2026-11-22", error=1)),
        ("c", "snapshot", figures(as_of="2026-09-22", error=9)),
    )
    assert places(answers) == {"b": 1, "a": 2, "c": 3}
    assert answers["summary"][0]["error"] == 1
    assert [(row["as_of"], row["error"]) for row in answers["trend"]] == [("2026-09-22", 9), ("2026-10-22", 3)]


def test_an_organisation_is_known_by_its_code_and_else_by_its_name() -> None:
    answers = read(
        ("a", "snapshot", figures("Millbeck", "P8", as_of="2026-10-22")),
        ("b", "snapshot", figures("Millbeck Surgery", " p8", as_of="2026-11-22")),
        ("c", "snapshot", figures("Millbeck", None, as_of="2026-10-22")),
        ("d", "snapshot", figures("Millbeck", None, as_of="2026-11-22")),
        ("e", "snapshot", figures(None, None, as_of="2026-10-22")),
        ("f", "snapshot", figures(None, None, as_of="2026-11-22")),
    )
    assert places(answers) == {"a": 2, "b": 1, "c": 2, "d": 1, "e": 1, "f": 1}
    assert [row["name"] for row in answers["trend"]] == ["Millbeck", "Millbeck Surgery"], "as it is called now"


def test_two_registers_stay_two_and_a_register_counts_before_all_snapshots() -> None:
    answers = read(
        ("a", "register", figures(as_of="2026-11-22")),
        ("b", "register", figures(as_of="2026-11-22")),
        ("c", "snapshot", figures(as_of="2026-11-22")),
        ("d", "snapshot", figures(as_of="2026-10-22")),
    )
    assert places(answers) == {"a": 1, "b": 1, "c": 2, "d": 3}


def errors(*counts: int, least: int = 0) -> list[tuple[str, float, float]]:
    given = [(str(n), "register", figures(f"Home {n}", None, error=count)) for n, count in enumerate(counts)]
    return [
        (row["register"], row["value"], row["median"])
        for row in read(*given)["outliers"]
        if row["measure"] == "findings.error"
    ]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 9), []),
        ((1, 1, 9), [("2", 9, 1)]),
        ((0, 0, 2), []),
        ((0, 0, 3), [("2", 3, 0)]),
        ((0, 1, 2, 3, 7), []),
        ((0, 1, 2, 3, 8), [("4", 8, 2)]),
        ((9, 9, 0), []),
        ((0, 0, 0, 5, 9), [("4", 9, 0), ("3", 5, 0)]),
    ],
)
def test_who_stands_out(counts: tuple[int, ...], expected: list[tuple[str, float, float]]) -> None:
    """Three registers at least; three errors more than the median; more than five times the spread; worse only."""
    assert errors(*counts) == expected


def test_a_low_share_stands_out_and_a_high_one_does_not() -> None:
    shares = {"a": 97.0, "b": 96.0, "c": 95.0, "d": 60.0, "e": 100.0}
    answers = read(*((name, "register", figures(name, None, share=share)) for name, share in shares.items()))
    assert [(row["register"], row["measure"]) for row in answers["outliers"]] == [("d", "training.share")]


def test_all_together_by_rule_by_kind_by_area_and_by_course() -> None:
    answers = read(
        ("a", "register", figures("A", None, rules={"no-deputy": 2}, overdue={"review": 1}, vacant=("caldicott",))),
        ("b", "register", figures("B", None, rules={"no-deputy": 1, "x": 5}, overdue={"review": 3}, share=90.0)),
        ("c", "register", []),
    )
    assert answers["by_rule"] == [
        {"rule": "x", "findings": 5, "registers": 1},
        {"rule": "no-deputy", "findings": 3, "registers": 2},
    ]
    assert answers["by_kind"][0] == {"kind": "review", "overdue": 4, "due": 0, "registers": 2}
    assert answers["by_area"] == [
        {"area": "caldicott", "held": 1, "vacant": 1},
        {"area": "governance", "held": 2, "vacant": 0},
    ]
    [course] = answers["by_course"]
    assert (course["course"], course["registers"], course["lowest"]) == ("DSA", 1, 90)
    assert [(row["register"], row["overdue"]) for row in answers["late"]] == [("b", 3), ("a", 1)]


def test_of_nothing_nothing_is_said() -> None:
    database = Database()
    database.put_unread([("a", "snapshot", 'it\'s "broken"')])
    answers = database.answers()
    assert answers["summary"] == [
        {"registers": 1, "unreadable": 1, "incomplete": 0, "error": 0, "warning": 0, "overdue": 0}
    ]
    assert places(answers) == {"a": 1}
