"""Words of the command line -> the return that is meant, and its items that are chosen; else the nearest is named."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.analysis.as_of import AsOf
from igreg.analysis.returns.framework_return import whom
from igreg.analysis.returns.states import States
from igreg.analysis.unread import refuse_to_call_unknown
from igreg.assess.look import Wanted
from igreg.errors import IgregError, unknown
from igreg.facts.frameworks import ReadPack
from igreg.language.english import are, listed
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Pack
from igreg.register.register import Register
from igreg.rules._packs import faults_of
from igreg.rules._rule import Context
from igreg.source.places import locate


def meant(as_of: AsOf, word: str | None) -> tuple[ReadPack, Assessment | None]:
    """The pack, and the assessment that answers it where one is meant (rulings E01, E02, E03).

    Raises IgregError for a word that is neither, and where no word is given and not just one assessment is open.
    """
    if word is None:
        assessment = _open_one(as_of.register)
        return _pack_of(as_of, assessment), assessment
    found = as_of.register.get(Assessment, word)
    if found is not None and found.id == word:
        return _pack_of(as_of, found), found
    pack = as_of.register.packs.meant(word, as_of.today)
    if pack is None:
        refuse_to_call_unknown(as_of.register, word)
        ids = [one.id for one in as_of.register.of(Assessment) if one.id]
        names = (*ids, *as_of.register.packs.names, *as_of.register.packs.aliases)
        raise unknown("ASSESSMENT", "assessment, pack or register", word, names)
    return pack, None


def pack_named(as_of: AsOf, option: str, word: str) -> Pack:
    """The pack of a name after an option, sound."""
    found = as_of.register.packs.meant(word, as_of.today)
    if found is None:
        raise unknown(option, "pack", word, (*as_of.register.packs.names, *as_of.register.packs.aliases))
    return sound(as_of, found)


def sound(as_of: AsOf, read: ReadPack) -> Pack:
    """The pack itself; raises IgregError with its first fault and its line where it is broken (ruling E17)."""
    faults = [] if not read.own else list(faults_of(Context(as_of.register, as_of.now, as_of.figures), read))
    if read.sound is not None and not faults:
        return read.sound
    told = faults[0] if faults else None
    if told is None:
        raise IgregError(f"the pack {read.name} cannot be read", "igreg check lists all that is wrong")
    place = told.place
    if place is None:
        where = (told.path, told.on_key)
        place = locate(as_of.register.sources.frameworks.get(read.file, ""), [where]).get(where)
    at = f"{read.file}:{place.line}" if place is not None else read.file
    hint = f"{told.help}; `igreg check` lists all that is wrong".lstrip("; ")
    raise IgregError(f"the pack {read.name} is broken: {at}: {told.message}", hint)


def assessable(as_of: AsOf, read: ReadPack) -> Pack:
    """A pack that this organisation can be assessed against; raises IgregError otherwise (rulings E03, E05)."""
    pack = sound(as_of, read)
    if pack.derived is not None:
        raise IgregError(
            f"{pack.id} can be compared with and not assessed against: {pack.derived}",
            f"igreg assess {_for_us(as_of)[0] if _for_us(as_of) else 'PACK'} --compare {pack.id}",
        )
    standing = as_of.standing
    if not pack.is_for(whom(standing), standing.nation):
        ours = _for_us(as_of)
        which = f"packs that are: {listed(ours)}" if ours else "no pack is"
        raise IgregError(f"{pack.id} is not for this organisation ({standing.type}, {standing.country})", which)
    return pack


def begun(as_of: AsOf, pack: Pack, id: str) -> Assessment | None:
    """The assessment that answers a pack already: that of an id, else the one open one."""
    ours = [one for one in as_of.register.of(Assessment) if (one.framework or "") in (pack.id, pack.alias)]
    named = next((one for one in ours if one.id == id), None)
    open_ = [one for one in ours if one.is_open]
    return named or (open_[0] if len(open_) == 1 else None)


def _for_us(as_of: AsOf) -> list[str]:
    standing = as_of.standing
    packs = (one.sound for one in as_of.register.packs.all())
    return [
        one.id or ""
        for one in packs
        if one is not None and one.derived is None and one.is_for(whom(standing), standing.nation)
    ]


def _open_one(register: Register) -> Assessment:
    every = register.of(Assessment)
    open_ = [one for one in every if one.is_open]
    if len(open_) == 1:
        return open_[0]
    if not every:
        packs = ", ".join(register.packs.names)
        raise IgregError("the register has no assessment", f"name a pack to be assessed against: {packs}")
    names = [f"{one.id} ({one.status})" for one in every]
    if open_:
        raise IgregError("several assessments are open", f"name one: {listed((one.id or '' for one in open_), 'or')}")
    raise IgregError("no assessment is open", f"name one, or a pack: there {are(len(names))} {listed(names)}")


def _pack_of(as_of: AsOf, assessment: Assessment) -> ReadPack:
    word = assessment.framework or ""
    found = as_of.register.packs.meant(word, as_of.today)
    if found is None:
        near = nearest(word, as_of.register.packs.names)
        hint = did_you_mean(near, f"one of: {', '.join(as_of.register.packs.names)}")
        raise IgregError(f"{assessment.id} answers a pack that is not there: framework {word!r}", hint)
    return found


def wanted(states: States, items: Iterable[str], *, gaps: bool, owner: str | None, group: str | None) -> Wanted:
    """Which items are chosen; a word that is none raises IgregError with the nearest (ruling E11)."""
    pack = states.of.pack
    asked = [one.id for one in states.of.asked if one.id]
    for id in items:
        if id not in asked:
            known = id in pack.by_item
            raise (
                IgregError(
                    f"--item: {id} of {pack.id} is not asked of this organisation", f"one of: {', '.join(asked)}"
                )
                if known
                else unknown("--item", "item", id, asked)
            )
    if group is not None and group not in pack.by_group:
        raise unknown("--group", "group", group, list(pack.by_group))
    return Wanted(frozenset(items), gaps, owner, group)


def status(states: States, word: str) -> str:
    """A status of the pack by its id, in either spelling (ruling E04)."""
    found = states.of.pack.status(word)
    if found is None or found.id is None:
        raise unknown("--fail-under", "status", word, [one.id for one in states.of.pack.statuses if one.id])
    return found.id
