"""A table brought into a register: its columns matched, its rows settled, and the plan of it all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Protocol, TypeVar

from igreg.dataclass import dataclass
from igreg.exchange.brought import Brought, LeftOut, Refused
from igreg.exchange.cells.read import CellRefused, Reader
from igreg.exchange.columns.heads import plain
from igreg.exchange.columns.incoming import incoming
from igreg.exchange.columns.map import LEAVE_OUT, TRAINING, ColumnMap
from igreg.exchange.columns.match import Matching, match
from igreg.exchange.defaults import defaults_of
from igreg.exchange.found import Rows
from igreg.exchange.id_columns import refuse_lost
from igreg.exchange.identity.courses import Courses
from igreg.exchange.identity.meant import Identity
from igreg.exchange.identity.plain_training import Plain, plain_rows
from igreg.exchange.identity.training import FROM_EXPIRY
from igreg.exchange.identity.wide import is_wide, long
from igreg.exchange.missed import END, REPORT, Missed, missed
from igreg.exchange.plan import Draft, draft
from igreg.exchange.settled import Doubt, Settled, whole_rows
from igreg.exchange.table import settle
from igreg.exchange.titles import titled
from igreg.register.register import Register
from igreg.sheets.book import Value


class _OfRow(Protocol):
    """What was made of a row."""

    @property
    def row(self) -> int | None:
        """Its number."""


_One = TypeVar("_One", bound=_OfRow)
_Other = TypeVar("_Other", bound=_OfRow)


@dataclass(frozen=True)
class Terms:
    """How a table is to be brought in."""

    kind: str
    file: str
    now: dt.datetime
    date_order: str | None = None
    missing: str = REPORT
    only: str | None = None
    accept_partly: bool = False
    given: Mapping[str, str] = field(default_factory=dict)
    """What every new record is given, by field, as it was typed."""
    secret: bytes | None = None
    """By which keys of other systems become what a map holds."""
    fresh: bool = False
    """Whether the secret was made just now."""
    told: Mapping[int, str] = field(default_factory=dict)
    """Whom rows mean of which somebody was asked, by the number of the row; an empty text is a new person."""


@dataclass(frozen=True)
class Imported:
    """What a table comes to."""

    made: Draft
    matching: Matching
    keys: Mapping[str, str]
    """Ids by the hash of a key that was not known before."""
    rows: Mapping[str, int]
    """The rows of which the keys were learnt."""
    doubts: Sequence[Doubt] = ()
    """The rows of which somebody can be asked whom they mean."""

    def learnt(self, register: Register, brought: Brought) -> Mapping[str, str]:
        """The keys that are kept of what is `brought` in: of rows that are not refused, and of people who are there."""
        if not self.keys:
            return {}
        refused = {one.row for one in brought.refused}
        there = {one.id for one in brought.new} if only_new_written(self.made.only) else set()
        return {
            key: id
            for key, id in self.keys.items()
            if self.rows[key] not in refused and (id in register.kind_of or id in there)
        }


def imported(
    register: Register, table: Rows, terms: Terms, column_map: ColumnMap | None = None, keys: ColumnMap | None = None
) -> Imported:
    """The plan of a table, with the map of its columns and, for training, that of the staff for its `keys`.

    Raises IgregError where its columns cannot be told, or what every new record is given cannot stand there.
    """
    kind = terms.kind
    matching = _matching(register, table, terms, column_map)
    order = terms.date_order or (column_map.date_order if column_map else None) or "dmy"
    reader = Reader(register, kind, terms.now, order, column_map.values if column_map else {}, comma=table.comma)
    defaults = defaults_of(reader, terms.given, column_map)
    identity = _identity(reader, terms, column_map, keys)
    clear = _clear(matching, column_map)
    plainly = Plain(others=table.rows)
    if kind == TRAINING and not defaults and not clear:
        plainly = plain_rows(identity.trained, table.rows, matching, table.sheet, table.first_column)
    rows = incoming(
        plainly.others,
        matching,
        table.sheet,
        first_column=table.first_column,
        defaults=defaults,
        is_unit=_is_unit(reader),
    )
    wide = any(map(is_wide, matching.fields.values()))
    if wide:
        rows.rows, left = long(rows.rows)
        rows.left_out += left
    known_ids = [id for id, what in register.kind_of.items() if what == kind]
    trusted, lost = refuse_lost(rows.rows, known_ids, plainly.values)
    rows.refused += lost
    settled = settle(titled(kind, trusted), identity, clear=clear)
    if wide and terms.accept_partly:
        settled.wanted, beside = whole_rows(settled.wanted, settled.refused)
        rows.left_out += beside
    gone = _missed(register, table, terms, settled, unsure=bool(rows.refused))
    left_out = _in_order(settled.left_out, plainly.left_out)
    known = Brought(
        "import",
        kind,
        gone=gone.gone,
        refused=sorted([*rows.refused, *settled.refused, *gone.refused], key=_at),
        left_out=sorted([*table.left_out, *rows.left_out, *left_out], key=_at),
        notes=[*table.notes, *settled.notes, *identity.notes, *gone.notes],
        columns=matching.columns,
        file=terms.file,
        sheet=table.sheet,
        rows=len(table.rows) + len(table.left_out),
    )
    refuses = bool(rows.refused or gone.refused) or _refuses(settled, terms.only)
    message = f"Imported: {kind} from {terms.file}"
    wanted = _in_order(settled.wanted, plainly.lines)
    made = draft(register, wanted, known, message, only=terms.only, ended=gone.wanted, refuses=refuses)
    return Imported(made, matching, identity.learnt, identity.learnt_of, settled.doubts)


def _matching(register: Register, table: Rows, terms: Terms, column_map: ColumnMap | None) -> Matching:
    """Which column is of which field; a column for each course is one too."""
    courses = Courses(register, column_map.values if column_map else {})
    return match(
        terms.kind,
        table.heads,
        [row for _, row in table.rows],
        terms.now.date(),
        column_map,
        table.first_column,
        courses.head if terms.kind == TRAINING else lambda head: None,
    )


def _identity(reader: Reader, terms: Terms, column_map: ColumnMap | None, keys: ColumnMap | None) -> Identity:
    """How it is told whom rows mean."""
    known_keys = {**(column_map.keys if column_map else {}), **(keys.keys if keys else {})}
    return Identity(
        reader,
        known_keys,
        terms.secret,
        terms.fresh,
        told=terms.told,
        leave_out=column_map is not None and column_map.unknown_people == LEAVE_OUT,
        from_expiry=column_map is not None and column_map.completed == FROM_EXPIRY,
    )


def _missed(register: Register, table: Rows, terms: Terms, settled: Settled, *, unsure: bool) -> Missed:
    """The records that the table does not have; where it is unsure whom its rows mean, nobody's is ended."""
    aside = {id for text in table.aside for id in register.lookup.matches(text, (terms.kind,))}
    unsure = unsure or settled.unsure or terms.only == "new"
    return missed(
        register,
        terms.kind,
        settled.there | aside,
        settled.units,
        REPORT if unsure and terms.missing == END else terms.missing,
        terms.now.date(),
        accept_partly=terms.accept_partly,
    )


def _in_order(some: Sequence[_One], others: Sequence[_Other]) -> Sequence[_One | _Other]:
    """What was made of rows, in the order of the rows; mostly there is but one of the two."""
    return sorted((*some, *others), key=lambda one: one.row or 0) if some and others else some or others


def _at(one: Refused | LeftOut) -> tuple[bool, int]:
    """Where in the file something stands; what is of no row comes last."""
    return one.row is None, one.row or 0


def only_new_written(only: str | None) -> bool:
    """Whether new records are written."""
    return only != "changed"


def _is_unit(reader: Reader) -> Callable[[Value], bool]:
    """Whether a cell is a unit of the register; each is looked up once."""
    known: dict[Value, bool] = {}

    def is_unit(value: Value) -> bool:
        if value not in known:
            try:
                known[value] = reader.read("unit", value).value is not None
            except CellRefused:
                known[value] = False
        return known[value]

    return is_unit


def _refuses(settled: Settled, only: str | None) -> bool:
    """Whether rows are refused that are of the sort that is wanted (ruling X44)."""
    return bool(settled.refused) if only is None else only in settled.refused_of


def _clear(matching: Matching, column_map: ColumnMap | None) -> frozenset[str]:
    """The fields whose empty cells take away what is there: the map names their heads, or the fields themselves."""
    if column_map is None:
        return frozenset()
    named = {plain(one) for one in column_map.clear}
    return frozenset(
        name for at, name in matching.fields.items() if plain(matching.headers[at]) in named or name in column_map.clear
    )
