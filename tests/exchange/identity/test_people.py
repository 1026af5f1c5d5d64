"""Which person each row of staff means, where several rows have the name of one: ids, keys and names together."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.keys import Keys
from igreg.exchange.identity.people import People
from tests.exchange.test_plan import NOW, register, row

SECRET = b"a secret of sixteen bytes"
LUNN = {"name": "Petra Lunn"}


def told(known: Mapping[str, str], *cells: dict[str, object], asked: Mapping[int, str] | None = None) -> list[str]:
    """Of each row the person: an id that there is, `new` and the id, or `refused` and the field."""
    hashes = Keys(SECRET)
    keys = Keys(SECRET, {hashes.hash(key): id for key, id in known.items()})
    rows = [row(number, **one) for number, one in enumerate(cells, 2)]
    return [
        f"refused {one.refused[0]}" if one.refused else str(one.record.id) if one.record else f"new {one.id}"
        for one in People(Reader(register(), "staff", NOW), keys, told=asked or {}).of(rows)
    ]


@pytest.mark.parametrize(
    ("known", "cells", "found"),
    [
        ({}, [LUNN], ["p-lunn"]),
        ({}, [LUNN | {"key": "1"}], ["p-lunn"]),
        ({"1": "p-lunn"}, [{"name": "Petra Ash", "key": "1"}], ["p-lunn"]),
        ({"1": "p-hollis"}, [LUNN | {"key": "1"}], ["p-hollis"]),
        ({}, [{"id": "p-lunn"} | LUNN | {"key": "1"}, LUNN | {"key": "2"}], ["p-lunn", "new p-lunn-2"]),
        ({"1": "p-lunn"}, [LUNN | {"key": "1"}, LUNN | {"key": "2"}], ["p-lunn", "new p-lunn-2"]),
        ({}, [{"id": "p-lunn"} | LUNN, LUNN | {"key": "2"}], ["p-lunn", "refused name"]),
        ({}, [{"id": "p-lunn"} | LUNN | {"key": "1"}, LUNN], ["p-lunn", "refused name"]),
        ({}, [LUNN | {"key": "1"}, LUNN | {"key": "2"}], ["refused name", "refused name"]),
    ],
)
def test_a_row_with_another_key_is_of_somebody_else_than_the_one_whom_a_row_with_a_key_means(
    known: Mapping[str, str], cells: list[dict[str, object]], found: list[str]
) -> None:
    assert told(known, *cells) == found
    assert told(known, *reversed(cells)) == found[::-1]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"name": ""}, "refused name"),
        ({"name": "--"}, "refused name"),
        ({"id": "p-lunn"}, "p-lunn"),
        ({"id": "P-Lunn", "name": "Petra Ash"}, "p-lunn"),
        ({"id": "p-new"}, "new p-new"),
        ({"id": "p new", "name": "Pia New"}, "refused id"),
        ({"id": "12", "name": "Pia New"}, "new p-new"),
    ],
)
def test_a_row_needs_an_id_or_a_name(cells: dict[str, object], found: str) -> None:
    assert told({}, cells) == [found]


@pytest.mark.parametrize(
    ("manager", "found"),
    [
        ("p-lunn", "p-lunn"),
        ("Petra Lunn", "p-lunn"),
        ("Lunn, Petra", "p-lunn"),
        ("Petra Lunn (2048)", "p-lunn"),
        ("Pat Hollis", "p-hollis"),
        ("Nobody Known", None),
    ],
)
@pytest.mark.parametrize("there", [{"id": "p-lunn"}, {"id": "p-lunn", "job_title": "Head"}])
def test_a_manager_is_found_by_name_though_the_table_has_only_their_id(
    there: dict[str, object], manager: str, found: str | None
) -> None:
    rows = [row(2, **there), row(3, id="p-hollis", manager=manager)]
    _, one = People(Reader(register(), "staff", NOW), Keys()).of(rows)
    assert one.values.get("manager") == found
    assert [field for field, _, _ in one.amiss] == ([] if found else ["manager"])
