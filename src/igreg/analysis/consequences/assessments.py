"""Items of a return that the register no longer shows, or shows now (ruling H19)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.consequences.words import When
from igreg.analysis.evidence.shown import Shown
from igreg.analysis.returns.framework_return import Return, whom
from igreg.analysis.returns.states import States
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Item, Pack
from igreg.model.packs.proofs import Silent

_RANK = ("not-shown", "partly", "shown")
"""What a register can show of an item, the best last; where only a person can say, nothing can change."""
_MISSING = 300
"""So many characters of what is missing are told."""


def of_assessments(compared: Compared) -> Iterator[Consequence]:
    """Each item that is asked in both states and of which the register shows more or less than before."""
    was, now = (_packs(as_of) for as_of in (compared.before, compared.after))
    for id in now:
        if id in was:
            yield from _of_pack(compared, was[id][0], *now[id])


def _packs(as_of: AsOf) -> Mapping[str, tuple[Pack, tuple[str, ...]]]:
    """The packs that are answered, each with the assessments that do: those still open, else the organisation's own."""
    found: dict[str, tuple[Pack, tuple[str, ...]]] = {}
    for one in as_of.returns:
        if one.is_open and one.assessment is not None and one.assessment.id and one.pack.id:
            pack, names = found.get(one.pack.id, (one.pack, ()))
            found[one.pack.id] = pack, (*names, one.assessment.id)
    if found or any(one.is_open for one in as_of.register.of(Assessment)):
        return found
    for word in as_of.register.organisation.frameworks:
        read = as_of.register.packs.meant(word, as_of.today)
        sound = read.sound if read is not None else None
        if sound is not None and sound.id and sound.derived is None and _is_for_us(as_of, sound):
            found[sound.id] = sound, (sound.id,)
    return found


def _is_for_us(as_of: AsOf, pack: Pack) -> bool:
    return pack.is_for(whom(as_of.standing), as_of.standing.nation)


def _of_pack(compared: Compared, was: Pack, now: Pack, names: tuple[str, ...]) -> Iterator[Consequence]:
    """The items of one pack; what the register shows of them is the same whichever assessment answers."""
    before = {item.id: item for item in Return(compared.before, was).asked}
    for item in Return(compared.after, now).asked:
        other = before.get(item.id)
        if other is None or not item.id or not _can_differ(compared, other, item):
            continue
        old, new = compared.provers[0].item(other), compared.provers[1].item(item)
        if old.register != new.register and old.register in _RANK and new.register in _RANK:
            for name in names:
                yield _consequence(compared, (now, name), item, old, new)


def _can_differ(compared: Compared, was: Item, now: Item) -> bool:
    """Whether anything on which an item rests has changed; all else is not asked twice.

    What rules find may rest on documents too, which are no records.
    """
    if compared.judged_otherwise or was.shown_by != now.shown_by:
        return True
    prover = compared.provers[1]
    return any(isinstance(one, Silent) or not compared.changed.isdisjoint(prover.reads(one)) for one in now.shown_by)


def _consequence(compared: Compared, of: tuple[Pack, str], item: Item, old: Shown, new: Shown) -> Consequence:
    pack, name = of
    gain = _RANK.index(new.register) > _RANK.index(old.register)
    when = When(compared.day, None, compared.today, compared.day)
    called = f"{item.id} of {compared.title(name) if name != pack.id else pack.title or name}"
    called += f" ({item.title})" if item.title else ""
    if new.register == "shown":
        said = f"the register shows {called}"
    elif gain:
        said = f"the register shows a part of {called}"
    elif new.register == "partly":
        said = f"the register no longer shows all of {called}"
    else:
        said = f"the register no longer shows {called}"
    missing = "; ".join(one for one in new.missing if one not in old.missing) if not gain else ""
    said += f": {_short(missing)}" if missing else ""
    said += _contradicted(compared, pack, name, item, new) if not gain else ""
    text = when.tell(said)
    return Consequence(
        "assessment", item.id or "", old.register, new.register, compared.day, None, text, assessment=name, gain=gain
    )


def _contradicted(compared: Compared, pack: Pack, name: str, item: Item, shown: Shown) -> str:
    """A word where what somebody has answered stands against it."""
    assessment = compared.after.register.get(Assessment, name)
    states = States(Return(compared.after, pack, assessment), compared.provers[1])
    return "; what was answered says otherwise" if states.is_contradicted(item, shown) else ""


def _short(text: str) -> str:
    return text if len(text) <= _MISSING else f"{text[: _MISSING - 3]}..."
