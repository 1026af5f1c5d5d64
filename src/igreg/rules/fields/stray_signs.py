"""A text holds signs that a paste or an export left: garbled letters, signs nobody sees, a comma behind a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from igreg.findings import Fault, Origin, Severity
from igreg.model.base import Record
from igreg.model.said import shown
from igreg.register.excerpt import stretches
from igreg.rules._rule import Context, rule
from igreg.rules._words import id_and_title
from igreg.source.slips.leftovers import called, from_a_page, garbled, may_be_from_a_page, unseen

_NAMES = ("name", "title", "job_title")


@rule("IG120", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for file, (place, told, becomes), record in stretches(ctx.register, garbled):
        message, help = f"a letter of {shown(told)} was lost on the way here", "type the word anew"
        if becomes:
            message = f"the letters of {shown(told)} are garbled: they were saved in one encoding and read in another"
            help = f"write {becomes}"
        yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place, becomes=becomes or None)
    for file, (place, told, becomes), record in stretches(ctx.register, unseen):
        message = f"{called(told)}, which cannot be seen, stands in {shown(told)}"
        help = f"type it anew: {becomes}" if becomes else "delete it"
        yield Fault(Origin(file), (), message, help, *id_and_title(record), place=place, becomes=becomes)
    for record, field, value in _names(ctx.register.kinds.values()):
        if (found := _in_a_name(value)) is not None:
            message, right = found
            yield replace(record.fault((field,), message, f"write {field}: {right}"), becomes=right)


def _names(kinds: Iterable[Sequence[Record]]) -> Iterator[tuple[Record, str, str]]:
    """The names that may hold such a sign, with their records and fields, record by record.

    All names of a kind are looked through at once: mostly none has one, and then its records are not gone through.
    """
    for records in kinds:
        fields = [field for field in _NAMES if records and field in type(records[0]).model_fields]
        given = [*map(vars, records)] if fields else []
        names = [name for field in fields for name in map(itemgetter(field), given) if isinstance(name, str)]
        text = "\n".join([*names, ""])
        if may_be_from_a_page(text) or ",\n" in text or ";\n" in text:
            each = ((record, field, getattr(record, field)) for record in records for field in fields)
            yield from ((record, field, name) for record, field, name in each if isinstance(name, str))


def _in_a_name(value: str) -> tuple[str, str] | None:
    """What is said of the signs in a name, and the name without them."""
    if value[-1:] in (",", ";") and (right := value.rstrip(",; ")):
        return (
            f"the {'comma' if value[-1] == ',' else 'semicolon'} at the end of {shown(value)} is part of the text",
            right,
        )
    if (plain := from_a_page(value)) is not None:
        return f"{shown(value)} is written in the signs of a web page, and they are part of the text", plain
    return None
