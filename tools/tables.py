"""The page of tables: every table of an export with its columns, from the model."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.model.kinds import in_order
from igreg.tables.shape import Column, Table, table_of

_HEAD = """# Tables

Made by `make docs`. These are the tables of `igreg export` ([export.md](export.md)) and of `igreg query`
([query.md](query.md)): one a kind, and one for each list in its records. All of them are there in each export, empty or
not. Names and types stay as they are; a new field is a new column.

* A table is named as its kind, with `_` for `-`; a table of a list has the list's name behind it. What has fields of
  its own is taken apart: `review.every` is `review_every`.
* In a table of a list, `record` is the id of the record (`organisation` for the organisation, `staff/course/completed`
  for a training record), `position` counts from 1, and a list of words or ids has them in `value`. In a list within a
  list the place of the outer item stands before.
* Several columns have names that SQL has a use for: write `"from"`, `"to"`, `"as"`, `"with"`, `"group"`, `"end"`,
  `"left"` in quotes.
* A field that is not given but has a default shows the default.

| Type | csv, jsonl | xlsx | sqlite | parquet, query |
| --- | --- | --- | --- | --- |
| text | as it stands; a span as `12 months` | text | TEXT | VARCHAR |
| date | `2026-11-24` | a day | TEXT | DATE |
| moment | `2026-11-24T09:30:00`, by the organisation's clock | day and time | TEXT | TIMESTAMP |
| boolean | `true`, `false` | TRUE, FALSE | 1, 0 | BOOLEAN |
| integer | digits | number | INTEGER | BIGINT |
| number | digits, with a point where needed | number | REAL | DOUBLE |
| sum | money, exact; in jsonl a text where a number would lose a digit | number | REAL | DECIMAL(30,6) |

`incidents.aware` and `incidents.occurred` are texts, since they may be a day or a moment. `extra` is JSON. Columns
marked † are left out with `--no-names`.
"""


def tables_page() -> str:
    """Every table, kind by kind."""
    out = [_HEAD]
    for kind in in_order():
        kept = {one.name: {c.name for c in one.columns} for one in table_of(kind, names=False).every()}
        out += [f"## {kind}", ""]
        for table in table_of(kind).every():
            out += _table(table, kept.get(table.name))
    return "\n".join(out)


def _table(table: Table, kept: set[str] | None) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    yield f"{table.meaning.replace('|', chr(92) + '|')}{' Left out with `--no-names`.' if kept is None else ''}"
    yield ""
    yield "| Column | Type | What it is |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        mark = "" if kept is None or column.name in kept else " †"
        yield f"| `{column.name}`{mark} | {column.type} | {_meaning(column)} |"
    yield ""


def _meaning(column: Column) -> str:
    text = column.meaning.replace("|", "\\|")
    if column.names_one_of:
        return f"{text} An id of `{column.names_one_of.replace('-', '_')}`."
    return text
