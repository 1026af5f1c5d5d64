"""Which rows of the facts somebody asks for: by a word in them, by nation, or because nobody has looked for long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from igreg.facts.life import Fact
from igreg.model.span import Span


def with_word(rows: Iterable[Fact], word: str) -> tuple[Fact, ...]:
    """The row with an id, else every row that has the word in its id, in what it says or in its source."""
    rows, wanted = tuple(rows), word.casefold()
    exact = tuple(row for row in rows if row.id.casefold() == wanted)
    return exact or tuple(row for row in rows if wanted in _text(row))


def stale(rows: Iterable[Fact], span: Span, today: dt.date) -> tuple[Fact, ...]:
    """Rows not looked at for so long, those of which no look is known first; the day itself still counts."""
    found = [row for row in rows if row.checked is None or span.after(row.checked) < today]
    return tuple(sorted(found, key=lambda row: row.checked or dt.date.min))


def _text(row: Fact) -> str:
    return "\n".join((row.id, row.in_words, row.source, row.edition or "", row.nations)).casefold()
