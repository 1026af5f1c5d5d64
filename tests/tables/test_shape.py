"""Which tables there are: names and columns each once, as short as a sheet's name, and all named fields told."""

from __future__ import annotations

import pytest

from igreg.model.kinds import KINDS, in_order
from igreg.tables.shape import Table, heads, table_of
from igreg.tables.withheld import told

EVERY = [table for kind in KINDS for names in (True, False) for table in table_of(kind, names=names).every()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_one_table_named_after_it(kind: str) -> None:
    assert table_of(kind).name == kind.replace("-", "_")


def test_no_name_comes_twice_and_all_fit_on_a_sheet() -> None:
    names = [table.name for kind in KINDS for table in table_of(kind).every()]
    assert len(set(names)) == len(names) and max(map(len, names)) <= 31 and "today" not in names
    assert set(heads(in_order())) == set(names)
    for table in EVERY:
        columns = [column.name for column in table.columns]
        assert len(set(columns)) == len(columns), table.name
        assert set(table.keys) <= set(columns)


def columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def test_parts_are_flat_and_lists_have_tables_of_their_own() -> None:
    roles = {table.name: columns(table) for table in table_of("roles").every()}
    assert roles["roles"][0] == "id" and roles["roles"][-2:] == ["notes", "extra"]
    assert "review_every" in roles["roles"] and "holders" not in roles["roles"]
    assert roles["roles_requires_courses"] == ["record", "position", "value"]
    assert roles["roles_requires_skills"] == ["record", "position", "skill", "level"]
    meetings = {table.name: columns(table) for table in table_of("meetings").every()}
    assert meetings["meetings_agenda_records"] == ["record", "agenda_position", "position", "value"]


def test_types() -> None:
    found = {f"{table.name}.{column.name}": column.type for table in EVERY for column in table.columns}
    assert {name: found[name] for name in _TYPES} == _TYPES


_TYPES = {
    "staff.started": "date",
    "staff.no_personal_data": "boolean",
    "staff.hours_per_week": "number",
    "incidents.aware": "text",
    "incidents_timeline.at": "moment",
    "incidents.impact": "integer",
    "contracts.value": "sum",
    "contracts.notice": "text",
    "roles.extra": "text",
}


def test_what_is_left_out_without_names() -> None:
    assert not {"name", "email", "notes", "extra"} & set(columns(table_of("staff", names=False)))
    assert "name" in columns(table_of("units", names=False))
    for table in EVERY:
        if table in [one for kind in KINDS for one in table_of(kind, names=False).every()]:
            assert not [name for name in columns(table) if name.startswith(("assigned_by", "minutes", "extra"))]
    for kind in ("incidents", "requests"):
        for table in table_of(kind, names=False).every():
            prose = [column.name for column in table.columns if column.field is not None and column.field.is_prose]
            assert prose == []
    assert [field.key for field in told("requests")][:3] == ["id", "category", "received"]
