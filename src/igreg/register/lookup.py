"""Which record somebody means by an id, a name, a title or a function; and which is the nearest where none is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, cast

from igreg.language.suggest import did_you_mean, nearest
from igreg.model.base import titles
from igreg.model.kinds import KINDS, model_of

if TYPE_CHECKING:
    from igreg.model.kinds.roles import Role
    from igreg.register.register import Register

AREAS = "areas"
"""Stands among kinds for the areas, which are no records and have a name all the same."""
_AS_TYPED: dict[int, str | None] = dict.fromkeys(
    map(ord, "-_\u2010\u2011\u2012\u2013\u2014\u2212"), " "
) | dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_AS_TYPED |= dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u00b4`"), "'")
"""A blank for whatever joins words, nothing for what nobody sees, and the apostrophe of the keyboard for any other."""
Table = Callable[[frozenset[str]], dict[str, list[str]]]
"""The ids of some kinds, or of all, by a text that means them, in the order of the register."""

Parts = dict[str, list[tuple[int, str]]]
"""Names with their places, by what one part of them is, or by their initials."""


class Lookup:
    """The ids of a register by all that people call their records. Case, blanks and hyphens do not count."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def matches(self, word: str, kinds: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of these kinds, or of all, that a word may mean: the id itself, else ids, else names and functions.

        An id that is written otherwise counts before a name, so that nobody takes another's id by their name.
        """
        kind = self._register.kind_of.get(word)
        if kind in kinds or (kind and not kinds) or (AREAS in kinds and word in self._register.areas):
            return (word,)
        text = _plain(word)
        by_id, by_name = self._by_id(frozenset(kinds)), self._by_name(frozenset(kinds))
        found = by_id.get(text) or by_name.get(text) or by_name.get(_name(text))
        return tuple(found or by_name.get(_name(_BESIDE.sub("", text))) or ())

    def by_part(self, word: str, kinds: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of these kinds of whose name a word is one part, such as somebody's first name."""
        text = _plain(word)
        words, initials = self._by_part(frozenset(kinds))
        found = dict(words.get(text, ()))
        if word.isupper() and 2 <= len(text) <= 3 and " " not in text:
            found |= initials.get(text, ())
        names = self._by_name(frozenset(kinds))
        return tuple(dict.fromkeys(id for place in sorted(found) for id in names[found[place]]))

    def by_telling_word(self, text: str, kinds: Collection[str] = ()) -> str | None:
        """The one id of these kinds whose name has a longer word of a text that no other name has; else nothing."""
        words = set(re.findall(r"[a-z]{5,}", _plain(text)))
        found: set[str] = set()
        for word in words:
            ids = {id for name, ids in self._by_name(frozenset(kinds)).items() if word in _words(name) for id in ids}
            found |= ids if len(ids) == 1 else set()
        return found.pop() if len(found) == 1 else None

    def nearest(self, word: str, kinds: Collection[str] = ()) -> str | None:
        """The id of these kinds, or of all, whose id, name, title or function is nearest to a word."""
        known = self._of(kinds)
        near = nearest(word, known)
        if near is not None:
            return near
        words: dict[str, str] = {}
        for table in (self._by_id(frozenset(kinds)), self._by_name(frozenset(kinds))):
            for text, found in table.items():
                words.setdefault(text, found[0])
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
    def _by_id(self) -> Table:
        """The ids of some kinds by how they are compared; each choice of kinds is looked through once."""

        @cache
        def by_id(kinds: frozenset[str]) -> dict[str, list[str]]:
            out: dict[str, list[str]] = {}
            for id, _ in self._all(kinds):
                out.setdefault(_plain(id), []).append(id)
            return out

        return by_id

    @cached_property
    def _by_name(self) -> Table:
        """The same by names, titles and functions; each id once under each."""

        @cache
        def by_name(kinds: frozenset[str]) -> dict[str, list[str]]:
            out: dict[str, list[str]] = {}
            for id, kind in self._all(kinds):
                for word in dict.fromkeys(map(_plain, self._names(id, kind))):
                    out.setdefault(word, []).append(id)
            return out

        return by_name

    @cached_property
    def by_email(self) -> Mapping[str, Sequence[str]]:
        """The ids of people by their addresses, without regard to case."""
        from igreg.model.kinds.staff import StaffMember  # asked of a fault alone

        out: dict[str, list[str]] = {}
        for one in self._register.of(StaffMember):
            if one.id and one.email:
                out.setdefault(one.email.casefold(), []).append(one.id)
        return out

    @cached_property
    def _by_part(self) -> Callable[[frozenset[str]], tuple[Parts, Parts]]:
        """The names of some kinds by each of their parts, and by their initials, with their places among all."""

        @cache
        def by_part(kinds: frozenset[str]) -> tuple[Parts, Parts]:
            words: Parts = {}
            initials: Parts = {}
            for place, name in enumerate(self._by_name(kinds)):
                parts = name.split()
                for part in dict.fromkeys(parts):
                    words.setdefault(part, []).append((place, name))
                initials.setdefault("".join(part[0] for part in parts), []).append((place, name))
            return words, initials

        return by_part

    def _all(self, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
        """The ids of some kinds, or of all, with their kinds."""
        for id, kind in self._register.kind_of.items():
            if not kinds or kind in kinds:
                yield id, kind
        if not kinds or AREAS in kinds:
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
        # Whether a field is there at all is asked once a kind: pydantic takes long to say that one is not.
        yield from filter(None, (getattr(record, field) for field in titles(type(record))))
        if kind == "roles":
            yield from cast("Role", record).all_functions


def _plain(text: str) -> str:
    """A text as it is compared: without case, and with one blank for blanks, hyphens and underscores."""
    return " ".join(text.translate(_AS_TYPED).split()).casefold()


_BESIDE = re.compile(r" ?\(.*\)$")
"""What stands in brackets behind a name, such as what somebody does."""


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name)


_ADDRESSED = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|sister|matron|nurse)\.? +")


def _name(text: str) -> str:
    """A person's name as a letter or a list has it, in its plain order: `mr zoe quill`, `quill, zoe`."""
    last, comma, first = _ADDRESSED.sub("", text).partition(", ")
    return f"{first} {last}" if comma and "," not in first else last + comma + first
