"""Texts as people paste them, made plain; and what in them may be of a person."""

from __future__ import annotations

import functools
import re

from igreg.analysis.withheld import Withheld
from igreg.exchange.cells.refused import CellNote, CellRefused
from igreg.register.private_numbers import private_numbers

_BLANKS = re.compile(r"[^\S\n\r]+")
_QUOTES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u201c": '"', "\u201d": '"'}
)
_UNSEEN = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
NAMES = frozenset({"id", "name", "key"})
"""The fields in which a curly quote is a plain one."""
_TOLD = {"IG802": "a date of birth", "IG803": "a private address or number", "IG811": "details of a person"}


@functools.lru_cache(maxsize=1 << 16)
def tidy(text: str, name: str) -> str:
    """A text with plain blanks, and for ids and names with plain quotes and nothing that cannot be seen."""
    plain = _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if name.rpartition(".")[2] in NAMES:
        return " ".join(plain.translate(_QUOTES).translate(_UNSEEN).split())
    return plain


def same_but_for_blanks(before: str, text: str) -> bool:
    """Whether a text of a register reads, with plain blanks, as one that was made plain."""
    return tidy(before, "") == text


def refuse_number(text: str) -> None:
    """Raise CellRefused where a text holds a number that identifies a person (IG801); it is not repeated."""
    number = next(private_numbers(text), None)
    if number is not None:
        raise CellRefused(
            f"that holds {number.what}", "leave it out: no number of a person belongs into a register", secret=True
        )


def told(withheld: Withheld, kind: str, name: str, text: str) -> tuple[CellNote, ...]:
    """What is told of a text that may be about somebody, by the rules that would find it (ruling X48)."""
    code = withheld.code(kind, tuple(name.split(".")), text)
    if code not in _TOLD:
        return ()
    return (CellNote(code, f"it may hold {_TOLD[code]}; look before it is written"),)


def job_title(text: str) -> str:
    """What a job is called, where ESR writes numbers before and behind it: `12345678|Staff Nurse|99`."""
    if "|" not in text:
        return text
    parts = [part.strip() for part in text.split("|")]
    return next((part for part in reversed(parts) if part and not part.isdigit()), "")
