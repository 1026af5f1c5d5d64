"""Packs read: those that igreg ships, and a text that somebody wrote; each with everything that is wrong in it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from igreg.dataclass import dataclass
from igreg.findings import INVALID_FRAMEWORK, WRONG_SHAPE, Fault, KeyPath, Origin, Told
from igreg.model.build import build
from igreg.model.packs.checking import amiss
from igreg.model.packs.pack import Pack
from igreg.model.packs.taking import Mention
from igreg.source.places import Cut
from igreg.source.reading.conflicts import conflict
from igreg.source.reading.document import parse
from igreg.source.reading.limits import MOST_FAULTS, too_many_faults

if TYPE_CHECKING:
    from igreg.model.mend import Written

ENDINGS = (".yaml", ".yml")
FOLDER = "packs"
"""The folder of the shipped ones."""


@dataclass(frozen=True)
class ReadPack:
    """One pack's file, read."""

    name: str
    """What the file is called, without its ending: the id that its pack must have (ruling E15)."""
    file: str
    pack: Pack | None
    """The pack, as far as it can be made out; nothing where the text cannot be read at all."""
    faults: tuple[Told, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """The names in it that only a register, or the rules, can settle."""
    own: bool = False
    """Whether the organisation wrote it."""

    @property
    def sound(self) -> Pack | None:
        """The pack where nothing is wrong in it by itself."""
        return None if self.faults else self.pack


def read_pack(file: str, text: str, *, own: bool = True) -> ReadPack:
    """Read the text of a pack; never raises. Its name is its file's."""
    name = _stem(file)
    merging = conflict(file, text)
    if merging is not None:
        return ReadPack(name, file, None, (merging,), own=own)
    parsed = parse(file, text)
    if parsed.faults or parsed.value is None:
        return ReadPack(name, file, None, tuple(map(_as_of_packs, parsed.faults)), own=own)
    if not parsed.single or not parsed.value:
        message = "an empty file where a pack belongs" if not parsed.value else "a list where one pack belongs"
        return ReadPack(
            name, file, None, (_told(file, message, "write its fields at the top: `id:`, `title:`"),), own=own
        )
    as_written = Cut(text).written
    built = build(Pack, _named_in_text(parsed.value[0], as_written), Origin(file), as_written)
    pack = built.record
    assert isinstance(pack, Pack)
    faults = [Told(INVALID_FRAMEWORK, _of_a_pack(fault)) for _, fault in built.faults]
    wrong, mentions = amiss(pack)
    for one in wrong:
        fault = pack.fault(one.path, one.message, one.help, on_key=one.on_key)
        faults.append(Told(INVALID_FRAMEWORK, _nameless(fault)))
    if pack.id is not None and pack.id != name:
        fault = pack.fault(("id",), f"the pack is called {pack.id!r} and its file {name!r}", "give both one name")
        faults.append(Told(INVALID_FRAMEWORK, _nameless(fault)))
    if len(faults) > MOST_FAULTS:
        faults = [*faults[:MOST_FAULTS], too_many_faults(file)]
    return ReadPack(name, file, pack, tuple(faults), tuple(mentions), own)


def _named_in_text(data: Mapping[str, Any], written: Written) -> dict[str, Any]:
    """A pack with its ids, and what points to them, as the text has them: 1.10 is no number (ruling E22)."""
    out = dict(data)
    at: list[tuple[dict[str, Any], str, KeyPath]] = []
    for name, keys in (("statuses", ("id",)), ("groups", ("id", "part_of")), ("items", ("id", "group"))):
        if not isinstance(out.get(name), list):
            continue
        rows = out[name] = [dict(row) if isinstance(row, dict) else row for row in out[name]]
        for index, row in enumerate(rows):
            at += [(row, key, (name, index, key)) for key in keys if isinstance(row, dict) and _is_number(row.get(key))]
    found = written([path for _, _, path in at]) if at else {}
    for row, key, path in at:
        row[key] = found.get(path, str(row[key]))
    return out


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@functools.cache
def shipped(name: str) -> ReadPack:
    """One of the packs that igreg ships; raises FileNotFoundError where there is none of the name."""
    return read_pack(f"{name}.yaml", shipped_text(name), own=False)


def shipped_text(name: str) -> str:
    """The text of a shipped pack, as it may be put into `frameworks/` and changed (ruling E14)."""
    import importlib.resources

    return importlib.resources.files("igreg.facts").joinpath(FOLDER, f"{name}.yaml").read_text(encoding="utf-8")


@functools.cache
def shipped_alias(name: str) -> str | None:
    """The alias of a shipped pack, by a look at its text: reading every pack takes longer than most checks."""
    found = re.search(r"^alias: ([A-Za-z0-9._-]+)$", shipped_text(name), re.MULTILINE)
    return found[1] if found else None


def current(packs: Iterable[Pack], alias: str, day: dt.date) -> Pack | None:
    """Which edition an alias means on a day: the open one, else the one closed last, else the next (ruling E03)."""
    known = [pack for pack in packs if pack.alias == alias and pack.derived is None]
    ends = {pack.id: pack.deadline or dt.date.max for pack in known}
    open_ = [pack for pack in known if pack.is_open(day)]
    if open_:
        return min(open_, key=lambda pack: ends[pack.id])
    closed = [pack for pack in known if ends[pack.id] < day]
    return max(closed, key=lambda pack: ends[pack.id]) if closed else min(known, key=lambda p: ends[p.id], default=None)


def _stem(file: str) -> str:
    name = file.rpartition("/")[2]
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending)), name)


def _told(file: str, message: str, help: str) -> Told:
    return Told.at(INVALID_FRAMEWORK, file, 1, 1, message, help)


def _as_of_packs(told: Told) -> Told:
    """What is wrong with a text; that it holds no pack is said as of a pack (ruling E16)."""
    if told.rule != WRONG_SHAPE:
        return told
    message = "something else than a pack's fields stands here"
    return Told(
        INVALID_FRAMEWORK, replace(told.fault, message=message, help="write its fields at the top: `id:`, `title:`")
    )


def _of_a_pack(fault: Fault) -> Fault:
    """A fault of a field, in words that are right of packs too."""
    help = fault.help.replace("what is none of them goes under `extra:`", "what is none of them goes under `facts:`")
    message = fault.message.replace("a record with", "a pack with")
    return _nameless(replace(fault, message=message, help=help, becomes=None))


def _nameless(fault: Fault) -> Fault:
    """A fault in a pack names no record (ruling E16)."""
    return replace(fault, record=None, title=None)
