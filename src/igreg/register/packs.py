"""The packs that a register can be assessed against: its own, and those that igreg ships."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.facts import pack_names
from igreg.facts.frameworks import ReadPack, current, read_pack, shipped, shipped_alias
from igreg.findings import INVALID_FRAMEWORK, Told


@dataclass(frozen=True)
class Packs:
    """Every pack by its name; an own one stands in the place of a shipped one of its name, be it broken or not."""

    texts: Mapping[str, str]
    """The own packs' texts, by file."""
    unreadable: tuple[Told, ...] = ()
    """What is wrong with files of own packs that have no text."""

    @cached_property
    def own(self) -> Mapping[str, ReadPack]:
        """The organisation's own packs, by name."""
        read: dict[str, ReadPack] = {}
        for file, text in sorted(self.texts.items()):
            found = read_pack(file, text)
            if found.name in read:
                message = f"a second file for the pack {found.name!r}; the first is {read[found.name].file}"
                told = Told.at(INVALID_FRAMEWORK, file, 1, 1, message, "keep one of the two files")
                found = replace(read[found.name], faults=(*read[found.name].faults, told))
            read[found.name] = found
        for told in self.unreadable:
            lost = read_pack(told.fault.origin.file, "")
            read[lost.name] = replace(lost, pack=None, faults=(told,))
        return read

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all packs."""
        return tuple(sorted({*pack_names(), *self.own}))

    def get(self, name: str) -> ReadPack | None:
        """The pack of a name; None where there is none. It may be broken: look at `sound`."""
        if name in self.own:
            return self.own[name]
        return shipped(name) if name in pack_names() else None

    def all(self) -> Iterator[ReadPack]:
        """Every pack, in the order of names."""
        for name in self.names:
            found = self.get(name)
            if found is not None:
                yield found

    def meant(self, word: str, day: dt.date) -> ReadPack | None:
        """The pack of a name, or the edition that an alias means on a day (ruling E03); None where there is none."""
        found = self.get(word)
        if found is not None:
            return found
        own = (one.pack for one in self.own.values())
        ours = (shipped(name).pack for name in self._shipped if shipped_alias(name) == word)
        edition = current((pack for pack in (*own, *ours) if pack is not None), word, day)
        return self.get(edition.id) if edition is not None and edition.id else None

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """The names that mean whichever edition is open."""
        own = {one.pack.alias for one in self.own.values() if one.pack is not None and one.pack.alias}
        return tuple(sorted(own | {alias for name in self._shipped if (alias := shipped_alias(name))}))

    @property
    def _shipped(self) -> tuple[str, ...]:
        """The shipped packs in whose place no own one stands."""
        return tuple(name for name in pack_names() if name not in self.own)

    def faults(self) -> Iterator[Told]:
        """Everything that is wrong in own packs by themselves."""
        for pack in self.own.values():
            yield from pack.faults
