"""The heads that exports have, with the field that each means; and those of columns that are never read."""

from __future__ import annotations

import functools
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from igreg.dataclass import dataclass
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import model_of
from igreg.source.reading.document import parse


@dataclass(frozen=True)
class Known:
    """A head that means a field: how it is known (name, title, synonym), and how near it is among those of it."""

    field: str
    how: str
    rank: int


@dataclass(frozen=True)
class Dropped:
    """Columns that are never read: what they hold, and the words of a head by which they are known."""

    what: str
    heads: tuple[tuple[str, ...], ...]
    exceptions: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    """Of which tables alone; of all where there are none."""


OUTSIDE = frozenset({"key", "name.family", "name.given", "name.title"})
"""What a column may stand for besides the fields of a kind; what begins with `_` is for choosing rows, or for none."""


def rows(name: str) -> Sequence[Mapping[str, Any]]:
    """The rows of one file of heads as they are written; none where a kind has no file."""
    try:
        text = pkgutil.get_data(__package__ or "", f"{name.replace('-', '_')}.yaml") or b""
    except FileNotFoundError:
        return ()
    return parse(name, text.decode()).value or ()


_ASIDE = re.compile(r"\((?:if applicable|if possible)\)", re.IGNORECASE)
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u00a0": " ", "\u202f": " ", "\ufeff": " "})
_BETWEEN = re.compile(r"[\s_,;\-\u2010-\u2015\u2212]+")


def plain(head: str) -> str:
    """A head as it is compared: without case, blanks, hyphens, underscores and commas, and what is said beside it."""
    text = _ASIDE.sub("", head.translate(_QUOTES)).strip().rstrip("?*:").casefold()
    return _BETWEEN.sub("", text)


def words(head: str) -> tuple[str, ...]:
    """The words of a head; dots within one do not part it."""
    text = head.translate(_QUOTES).replace("&", " and ").casefold().replace(".", "").replace("'", "")
    return tuple(re.findall(r"\w+", text.replace("_", " ")))


@functools.cache
def known(kind: str) -> Mapping[str, Known]:
    """Every head that means something for a kind, as it is compared; the first that has it counts.

    A field's own name, and that name in words, are among them.
    """
    out: dict[str, Known] = {}
    for name in _names(model_of(kind)):
        out.setdefault(plain(name.replace(".", " ")), Known(name, "title", -1))
    for row in rows(kind):
        for rank, head in enumerate(map(str, row["heads"])):
            found = out.get(plain(head))
            if found is None or (found.how == "title" and found.field != row["field"]):
                out[plain(head)] = Known(row["field"], "synonym", rank)
    return out


def find(kind: str, head: str) -> Known | None:
    """What a head means for a kind, or nothing. How it is known is `name` where it is the field's own name."""
    own = head.strip().casefold()
    found = known(kind).get(plain(head))
    if own in _names_of(kind) and (found is None or "." in own or found.field == own):
        return Known(own, "name", -1)
    return found


def column_of_ours(kind: str, head: str) -> str | None:
    """The field whose column in an export of igreg has just this head: `document_title` is `document.title`."""
    return _columns_of(kind).get(head.strip())


@functools.cache
def _names_of(kind: str) -> frozenset[str]:
    return frozenset(fields(kind))


@functools.cache
def _columns_of(kind: str) -> Mapping[str, str]:
    return {name.replace(".", "_"): name for name in fields(kind) if "." in name}


@functools.cache
def never(kind: str) -> frozenset[str]:
    """Heads that look like those of a field and are not, as they are compared."""
    return frozenset(plain(str(head)) for row in rows(kind) for head in row.get("never", ()))


def fields(kind: str) -> Iterator[str]:
    """Every field of a kind that a column may stand for, by its dotted name; in a list of parts, of the first part."""
    return _names(model_of(kind))


def _names(model: type[Part], prefix: str = "") -> Iterator[str]:
    for key, field in fields_of(model).items():
        if not field.parts:
            yield prefix + key
        elif not prefix:
            yield from _names(field.parts[0], f"{key}.")


@functools.cache
def _dropped() -> tuple[Dropped, ...]:
    return tuple(
        Dropped(
            row["what"],
            tuple(words(str(head)) for head in row["heads"]),
            tuple(words(str(head)) for head in row.get("except", ())),
            tuple(row.get("kinds", ())),
        )
        for row in rows("dropped")
    )


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for one in _dropped() for phrase in one.heads if phrase)


def dropped(kind: str, head: str) -> str | None:
    """What a column of this head holds for which it is never read; nothing where it may be read."""
    own = words(head)
    if _first_words().isdisjoint(own):
        return None
    for one in _dropped():
        if one.kinds and kind not in one.kinds:
            continue
        excused = {place for phrase in one.exceptions for place in _spans(own, phrase)}
        for start, end in (span for phrase in one.heads for span in _spans(own, phrase)):
            if not any(first <= start and end <= last for first, last in excused):
                return one.what
    return None


def _spans(own: Sequence[str], phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands among words, from its first word to behind its last."""
    size = len(phrase)
    for at in range(len(own) - size + 1):
        if tuple(own[at : at + size]) == tuple(phrase):
            yield at, at + size
