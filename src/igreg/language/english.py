"""Words for people: days in full, and lists as they stand in a sentence. Standard library only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from igreg.language.characters import plain


@lru_cache(maxsize=4096)
def long_day(day: dt.date) -> str:
    """A day as people write it: 31 October 2026."""
    return f"{day.day} {day:%B %Y}"


def capital(text: str) -> str:
    """The same with a capital at its beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def day_or_minute(at: dt.date) -> str:
    """A moment or a day as it is written: `2026-11-02 09:30`, `2026-11-02`."""
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, dt.datetime) else at.isoformat()


def counted(number: float, word: str, plural: str = "") -> str:
    """A number with its word: `1 day`, `2 days`, `37.25 hours`; with no more than two decimals."""
    shown = str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0").rstrip(".")
    return f"{shown} {word if number == 1 else plural or word + 's'}"


def are(number: float) -> str:
    """The verb of so many: `is` of one, else `are`."""
    return "is" if number == 1 else "are"


def ended(text: str) -> str:
    """A text of somebody's at the end of a sentence: with one full stop, or with the sign that it ends with."""
    return text if text.endswith(("?", "!")) else f"{text.rstrip('.')}."


def every(span: object) -> str:
    """How often, of a length of time: `every 3 months`; of a single one `every month`, not `every 1 month`."""
    return f"every {str(span).removeprefix('1 ')}"


def elapsed(minutes: int) -> str:
    """A length of time to the minute, in days from a week on: `72 hours and 1 minute`, `20 days`."""
    hours, rest = divmod(minutes, 60)
    if hours >= 7 * 24:
        return counted(hours // 24, "day")
    if not hours:
        return counted(rest, "minute")
    return f"{counted(hours, 'hour')} and {counted(rest, 'minute')}" if rest else counted(hours, "hour")


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence: `a, b and c`. A name with control characters in it is written out."""
    *first, end = [plain(word) for word in words] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def some_of(words: Sequence[str], most: int = 3, count: int | None = None) -> str:
    """The first few of many words, and how many more there are: `a, b, c and 4 more`.

    `count` is how many there are, where the words are only the first of them: one more than are named at least.
    """
    count = len(words) if count is None else count
    if count <= most + 1:
        return listed(words)
    return f"{', '.join(map(plain, words[:most]))} and {count - most} more"


_WORKERS = {
    "employee": "employees",
    "bank": "bank staff",
    "agency": "agency staff",
    "volunteer": "volunteers",
    "trustee": "trustees",
    "director": "directors",
    "contractor": "contractors",
}
"""What several workers of one sort are called."""


def workers(count: int, sort: str) -> str:
    """So many workers of one sort: `1 volunteer`, `2 volunteers`, `1 agency worker`, `2 agency staff`."""
    several = _WORKERS[sort]
    one = f"{sort} worker" if several.endswith(" staff") else sort
    return f"{count} {one if count == 1 else several}"


def money(sum: Decimal, currency: str) -> str:
    """A sum of money as people read it: `£1,250.50`, `EUR 20`; never rounded."""
    whole, _, cents = f"{sum:f}".lstrip("-").partition(".")
    cents = cents.rstrip("0")
    amount = f"{int(whole):,}" + (f".{cents.ljust(2, '0')}" if cents else "")
    less = "-" if sum < 0 else ""
    return f"{less}£{amount}" if currency == "GBP" else f"{currency} {less}{amount}"
