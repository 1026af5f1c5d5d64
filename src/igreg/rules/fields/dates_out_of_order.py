"""An end before its start, or something done, held, completed or closed in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.base import Record
from igreg.model.chronology import Event, events, stretches, suspects
from igreg.model.kinds.incidents import Incident
from igreg.rules._rule import Context, rule
from igreg.rules._words import day_or_minute, long_day


@rule("IG108", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for records in ctx.register.kinds.values():
        for record in suspects(records, ctx.today):
            yield from _in_record(ctx, record)
    yield from _aware_before_it_occurred(ctx)
    yield from _training(ctx)


def _in_record(ctx: Context, record: Record) -> Iterator[Fault]:
    for path, started, start, ended, end in stretches(record):
        first = ctx.register.clock.day_of(start) if isinstance(start, dt.datetime) else start
        if end < first:
            message = f"{ended} {long_day(end)} is before {started} {long_day(first)}"
            yield record.fault(path, message, "correct one of the two days")
    for event in events(record):
        yield from _ahead(ctx, record, event)


def _ahead(ctx: Context, record: Record, event: Event) -> Iterator[Fault]:
    """What says that it has happened, and lies ahead of today or of now (ruling A09)."""
    path, words, at = event
    if isinstance(at, dt.datetime):
        if ctx.register.clock.instant(at).astimezone(dt.UTC) > ctx.now.astimezone(dt.UTC):
            message = f"{words} {at:%Y-%m-%d %H:%M}, which is after now ({ctx.now:%Y-%m-%d %H:%M})"
            yield record.fault(path, message, "correct the moment")
    elif at > ctx.today:
        message = f"{words} {long_day(at)}, which is after {long_day(ctx.today)}"
        yield record.fault(path, message, "correct the day; what is planned has a field of its own")


def _aware_before_it_occurred(ctx: Context) -> Iterator[Fault]:
    """A day stands for all of it (ruling B23)."""
    for incident in ctx.register.of(Incident):
        occurred, aware = incident.occurred, incident.aware
        if occurred is not None and aware is not None and ctx.register.clock.is_before(aware, occurred):
            message = f"aware {day_or_minute(aware)} is before occurred {day_or_minute(occurred)}"
            yield incident.fault(("aware",), message, "correct one of the two moments")


def _training(ctx: Context) -> Iterator[Fault]:
    """Training records: all of them are walked only where one lies ahead, those with an end where one ends too soon."""
    index, today = ctx.register.training_index, ctx.today
    ahead = any(day > today for day in index.days)
    if not ahead and not any(end < day for day, end in index.periods):
        return
    for line in index.lines if ahead else index.ending:
        if line.completed is None:
            continue
        if line.completed > today:
            message = f"completed {long_day(line.completed)}, which is after {long_day(ctx.today)}"
            yield line.fault(("completed",), message, "correct the day")
        if line.expires is not None and line.expires < line.completed:
            message = f"expires {long_day(line.expires)} is before completed {long_day(line.completed)}"
            yield line.fault(("expires",), message, "correct one of the two days")
