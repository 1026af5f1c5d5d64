"""Records of one table name one another; what leans on a row that is refused is refused too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.test_import import FILES, Igreg, Place
from tests.conftest import Write


@pytest.fixture
def plan(igreg: Igreg, write: Write) -> Any:
    place = Place(igreg, write, FILES | {"units.yaml": "- {id: hq, name: Headquarters}\n"})

    def found(table: str, *words: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
        ran = place.run("--format", "json", "--dry-run", *words, kind="units", table=table)
        plan = json.loads(ran.out)
        new = {one["id"]: one["values"].get("parent") for one in plan["new"]}
        return new, [(one["row"], one["message"]) for one in plan["refused"]]

    return found


def test_a_unit_of_the_same_table_is_a_parent_whatever_the_order(plan: Any) -> None:
    table = "Name,Parent\nOak Ward,oak  SITE\nOak Site,Headquarters\n"
    assert plan(table) == ({"oak-ward": "oak-site", "oak-site": "hq"}, [])
    assert plan("Id,Name,Parent\nB,Ward,A\nA,Site,hq\n") == ({"B": "A", "A": "hq"}, [])


def test_of_two_of_one_name_neither_is_meant_but_by_its_id(plan: Any) -> None:
    table = "Id,Name,Parent\nA,Site,hq\nB,Site,hq\nC,Ward,{}\n"
    assert plan(table.format("B"))[0]["C"] == "B"
    assert plan(table.format("Site"))[1] == [(4, "'Site' may mean several records")]


def test_a_ring_within_the_table_is_refused_at_a_row(plan: Any) -> None:
    new, refused = plan("Id,Name,Parent\nA,One,B\nB,Two,A\nC,Three,A\n", "--accept-partly")
    assert not new
    assert [row for row, _ in refused] == [2, 3, 4]
