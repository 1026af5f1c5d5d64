"""Which record somebody means by an id, a name, a title or a function; and which is the nearest where none is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kinds import KINDS, model_of

if TYPE_CHECKING:
    from igreg.register.register import Register

AREAS = "areas"
"""Stands among kinds for the areas, which are no records and have a name all the same."""
_BLANKS = re.compile(r"[\s_\u2010-\u2014\u2212-]+")
_UNSEEN = re.compile(r"[\u200b-\u200d\u2060\ufeff]")


class Lookup:
    """The ids of a register by all that people call their records. Case, blanks and hyphens do not count."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def matches(self, word: str, kinds: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of these kinds, or of all, that a word may mean: the id itself, else ids, else names and functions.

        An id that is written otherwise counts before a name, so that nobody takes another's id by their name.
        """
        if word in self._of(kinds):
            return (word,)
        for table in (self._by_id, self._by_name):
            found = tuple(id for id, kind in table.get(_plain(word), ()) if not kinds or kind in kinds)
            if found:
                return found
        return ()

    def nearest(self, word: str, kinds: Collection[str] = ()) -> str | None:
        """The id of these kinds, or of all, whose id, name, title or function is nearest to a word."""
        known = self._of(kinds)
        near = nearest(word, known)
        if near is not None:
            return near
        words: dict[str, str] = {}
        for table in (self._by_id, self._by_name):
            for text, found in table.items():
                for id, kind in found:
                    if not kinds or kind in kinds:
                        words.setdefault(text, id)
        close = nearest(_plain(word), words)
        return words[close] if close is not None else None

    def hint(self, word: str, kinds: Collection[str] = (), otherwise: str = "check the id") -> str:
        """What to do about a word that means none of these kinds: what else it means, or which id is the nearest."""
        others = [id for id in self.matches(word) if id != word and self._register.kind_of.get(id) in KINDS]
        if len(others) == 1 and kinds:
            return f"{word!r} is {self.called(others[0])}, {model_of(self._register.kind_of[others[0]]).one}"
        return did_you_mean(self.nearest(word, kinds), otherwise)

    def called(self, id: str) -> str:
        """An id with the name beside it that people know the record by: `g-mensah (Grace Mensah)`."""
        title = self.title(id)
        return f"{id} ({title})" if title != id else id

    def title(self, id: str) -> str:
        """What people call the record, or the area, of an id; the id itself where nothing else is known."""
        if id not in self._register.by_id and id in self._register.areas:
            return self._register.areas[id]
        return self._register.title(id)

    def _of(self, kinds: Collection[str]) -> list[str]:
        """The ids of some kinds, in the order of the register."""
        known = self._register.kind_of
        found = [id for id, kind in known.items() if not kinds or kind in kinds]
        return [*found, *(self._register.areas if AREAS in kinds else ())]

    @cached_property
    def _by_id(self) -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for id, kind in self._all():
            out.setdefault(_plain(id), []).append((id, kind))
        return out

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[str, str]]]:
        """Ids by their names, titles and functions; each once under each."""
        out: dict[str, list[tuple[str, str]]] = {}
        for id, kind in self._all():
            for word in dict.fromkeys(map(_plain, self._names(id, kind))):
                out.setdefault(word, []).append((id, kind))
        return out

    def _all(self) -> Iterator[tuple[str, str]]:
        yield from self._register.kind_of.items()
        for area in self._register.areas:
            yield area, AREAS

    def _names(self, id: str, kind: str) -> Iterator[str]:
        """What the record of an id is called besides; a part of a record, such as an action, has no name."""
        if kind == AREAS:
            yield self._register.areas[id]
            return
        record = self._register.by_id[id] if kind in KINDS else None
        if record is None:
            return
        for text in (getattr(record, "title", None), getattr(record, "name", None)):
            if isinstance(text, str):
                yield text
        yield from getattr(record, "all_functions", ())


def _plain(text: str) -> str:
    """A text as it is compared: without case, and with one blank for blanks, hyphens and underscores."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).strip().casefold()
