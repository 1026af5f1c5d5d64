"""People taken out of what is exported: whoever is in staff becomes person-1, person-2 and so on (ruling X36)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from igreg.analysis.names_alone import Alone
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit
from igreg.model.marks import Ref
from igreg.model.values import RESERVED_IDS
from igreg.model.walk import plan, walk
from igreg.register.register import Register

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "rev", "sister"])
_MOST_BETWEEN = 3
"""So many signs may stand between two words of one name: `Osei, Jane`, `jane_osei`, `Jane  Osei`."""

_REGULATOR = "ico"
"""May stand for a body that no record is needed for."""

Words = tuple[str, ...]


class People:
    """Puts `person-N` in place of each person of the register, in any text and any reference.

    N counts the people by their ids, in order, so it means somebody else where somebody comes or goes. A name or an
    address is known in any case, and as it stands in names of files: `jane_osei.pdf`; a first or a family name alone
    with its capital.
    """

    def __init__(self, register: Register, called: Mapping[str, str] | None = None) -> None:
        """Of a register; `called` says by id what stands in place of people of staff, where it is not `person-N`."""
        called = called or {}
        self.by_id: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._by_first: defaultdict[str, dict[Words, str]] = defaultdict(dict)
        self._alone = Alone(_TITLES)
        people = register.of(StaffMember)
        ids = sorted({one.id for one in people if one.id})
        for id in (*ids, *sorted(_unknown(register).difference(ids))):
            self.by_id[id] = called.get(id) or f"person-{len(self.by_id) + 1}"
            words = _words(id)
            if id in register.kind_of or len(words) > 1:  # one word alone, of nobody known, is any word of a text
                self._know(words, self.by_id[id])
        nameless = len(self.by_id)
        for one in people:
            nameless += one.id is None
            instead = self.by_id[one.id] if one.id else f"person-{nameless}"
            for words in _ways_to_write(one):
                self._know(words, instead)
            self._know_alone(one, instead)
        self._longest = {
            first: sorted(known, key=len, reverse=True) for first, known in self._by_first.items()
        }  # so that `Ann Lee Osei` is not taken for `Ann Lee`
        for name in _places(register):
            if self._replaced(name, alone=False) == name:
                self._alone.leave(tuple(_WORD.findall(name)))

    def _know_alone(self, person: StaffMember, instead: str) -> None:
        for part in unicodedata.normalize("NFC", person.name or "").split():
            words = _words(part)
            self._alone.know(_WORD.findall(part), instead)
            if len(words) > 1 and all(len(one) > 1 for one in words[1:]):  # `O'Neill`, `Osei-Bonsu`
                self._know(words, instead)

    def _know(self, words: Words, instead: str) -> None:
        if words:
            self._by_first[words[0]].setdefault(words, instead)

    def id(self, id: str) -> str:
        """What stands in place of an id, whosoever it is."""
        found = self.by_id.get(id) or self._others.get(id)
        if found is None:
            found = self._others[id] = self._replaced(id, alone=False)
        return found

    def text(self, text: str) -> str:
        """A text without the ids, names and addresses of people."""
        return self._replaced(text, alone=True)

    def _replaced(self, text: str, *, alone: bool) -> str:
        text = unicodedata.normalize("NFC", text).replace("%20", " ")
        found = list(_WORD.finditer(text))
        words = [one[0].casefold() for one in found]
        out, at, number = list[str](), 0, 0
        while number < len(words):
            known = self._at(text, found, words, number)
            instead = self._by_first[known[0]][known] if known else None
            count = len(known) if known else 1
            if alone and instead is None:
                stays = self._alone.place_at(words, number)
                instead, count = (None, stays) if stays else (self._alone.at(text, found[number]), 1)
            if instead is not None:
                out += [text[at : found[number].start()], instead]
                at = found[number + count - 1].end()
            number += count
        return "".join([*out, text[at:]]) if out else text

    def _at(self, text: str, found: list[re.Match[str]], words: list[str], number: int) -> Words | None:
        for known in self._longest.get(words[number], ()):
            last = number + len(known)
            if tuple(words[number:last]) == known and all(
                _is_between(text[one.end() : other.start()])
                for one, other in zip(found[number : last - 1], found[number + 1 : last], strict=True)
            ):
                return known
        return None


def _is_between(signs: str) -> bool:
    return len(signs.strip()) <= _MOST_BETWEEN


def _words(text: str | None) -> Words:
    return tuple(one.casefold() for one in _WORD.findall(unicodedata.normalize("NFC", text or "")))


def _ways_to_write(person: StaffMember) -> Iterator[Words]:
    """A person's name with and without a title, the family name first, and all in one; and the address."""
    name = _words(person.name)
    bare = name
    while len(bare) > 1 and bare[0] in _TITLES:
        bare = bare[1:]
    yield from (name, bare, _words(person.email))
    if len(bare) > 1:
        yield (*bare[-1:], *bare[:-1])
        yield ("".join(bare),)


def _places(register: Register) -> Iterator[str]:
    """The names of the organisation, its units and other bodies."""
    names = [register.organisation.name, *(one.name for one in register.of(Unit))]
    names += [one.name for one in register.of(Body)]
    yield from (unicodedata.normalize("NFC", name) for name in names if name)


def _unknown(register: Register) -> set[str]:
    """The ids that stand where a person may and are nobody's: of people who were taken out, as far as anyone knows."""
    known = {*register.kind_of, *RESERVED_IDS, _REGULATOR}
    out = {line.staff for line in register.training if line.staff and line.staff not in known}
    for record in (register.organisation, *register.records()):
        out |= {
            value
            for _, value, ref in walk(record, plan(type(record), Ref))
            if _may_be_staff(ref) and value not in known
        }
    return out


def _may_be_staff(ref: Ref) -> bool:
    return "staff" in ref.kinds and not ref.or_text


def are_known(register: Register) -> bool:
    """Whether all people of a register can be known: not where a file of staff cannot be read in full."""
    return StaffMember.kind not in register.lost_kinds and not any(
        StaffMember.kind in re.split("[/.]", file) for file in register.unread
    )
