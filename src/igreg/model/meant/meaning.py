"""What was meant by a day, a moment, a span or a yes that is written in another way than the format has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from igreg.model.meant.days import day, moment
from igreg.model.meant.form import Meant
from igreg.model.meant.numbers import number, sum_of_money
from igreg.model.meant.spans import span
from igreg.pattern import pattern

__all__ = ["Meant", "addresses", "meant"]


def meant(sort: str, value: object) -> Meant | None:
    """What was meant by a value where a `day`, `moment`, `span`, `flag` or `sum` belongs, where anybody can tell."""
    reads = _READS.get(sort)
    if reads is None or not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    if isinstance(value, int) and abs(value) > 10**12:
        return None  # a number of very many digits cannot even be written out
    text = " ".join(str(value).translate(_DASHES).split())
    return reads(text) if 0 < len(text) <= _LONGEST else None


_LONGEST = 60
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D], "-") | dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060], None
)
"""Dashes that a word processor writes, and signs that nobody sees."""

_YES = frozenset({"yes", "y", "on", "true", "t", "1", "ja", "x", "✓", "✔", "☑", "☒", "always", "24/7"})
_NO = frozenset({"never", "no", "n", "off", "false", "f", "0", "☐"})
_NOT_SURE = frozenset({"always", "24/7", "never", "1", "0", "x", "t", "f", "ja", "☑", "☒", "☐"})


def _flag(text: str) -> Meant | None:
    """A yes or no."""
    word = text.lower()
    if word not in _YES | _NO:
        said = re.match(r"(yes|no|true|false)\b[\s,;:(.-]", word)
        return Meant("true" if said[1] in _YES else "false", certain=False) if said else None
    return Meant("true" if word in _YES else "false", word not in _NOT_SURE)


_PLAIN_ADDRESS = pattern(r"[^\s@<>()\[\],;:/\"']+@[^\s@<>()\[\],;:/\"']+(?![^\s>,;/\])])")
_SPOKEN_AT = pattern(r" ?(?:\[at\]|\(at\)) ?| @ ?|@ ", re.IGNORECASE)


def addresses(text: str) -> list[str]:
    """The e-mail addresses in a text, each once."""
    return list(dict.fromkeys(_PLAIN_ADDRESS.findall(re.sub("(?i)mailto:", "", text))))


def _email(text: str) -> Meant | None:
    """An address with what a mail program puts around it; certain where it is alone behind `mailto:`."""
    bare = re.sub("(?i)mailto:", "", text.replace("\uff20", "@"))
    if re.fullmatch(r"[^\s@,;<>]+@[\w.-]+\.", bare):
        return Meant(bare.rstrip("."))
    if re.fullmatch(r"[^\s@,;]+@[\w-]+(?:[,;][\w-]+)+", bare):
        return Meant(re.sub("[,;]", ".", bare), certain=False)
    found = addresses(bare)
    if not found and len(found := addresses(_SPOKEN_AT.sub("@", bare))) == 1:
        return Meant(found[0], certain=False)
    return Meant(found[0], bare.strip("<>") == found[0]) if len(found) == 1 and " at " not in text else None


_READS: Mapping[str, Callable[[str], Meant | None]] = {
    "day": day,
    "moment": moment,
    "span": span,
    "flag": _flag,
    "sum": sum_of_money,
    "path": lambda text: Meant(text.lstrip("/"), certain=False) if text[:1] == "/" and text.strip("/") else None,
    "email": _email,
    "int": lambda text: number(text, whole=True),
    "float": lambda text: number(text, whole=False),
    "day or moment": lambda text: moment(text) or day(text),
}
