"""A proof as it is written -> a value, with every fault in it and every name that only a register can settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.language.suggest import did_you_mean, one_of
from igreg.model.kinds import model_of
from igreg.model.leaf import NoSuchField, leaf
from igreg.model.packs.proofs import (
    NAMES,
    AllOf,
    AnyOf,
    FieldThere,
    Held,
    Meets,
    Proof,
    Share,
    Silent,
    ToldParty,
)
from igreg.model.packs.reading_records import records
from igreg.model.packs.taking import Amiss, Mention, Taking
from igreg.model.said import shown

DEEPEST = 8
"""So deep may proofs stand in one another."""


@dataclass
class Reading:
    """What grows while proofs are read."""

    amiss: list[Amiss] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def wrong(self, path: KeyPath, message: str, help: str, *, on_key: bool = False) -> None:
        """Tell one fault."""
        self.amiss.append(Amiss(path, message, help, on_key))

    def proof(self, data: Any, path: KeyPath, depth: int = 0) -> Proof | None:
        """One proof; None where nothing can be made of it."""
        if not isinstance(data, dict):
            self.wrong(path, f"{shown(data)} is no proof", "write one with its name first: {held: siro}")
            return None
        named = [name for name in NAMES if name in data]
        if len(named) > 1 and named[0] in ("held", "records"):
            named = named[:1] if named[0] == "records" else named  # a field of a kind may be called like a proof
        if len(named) != 1:
            what = "a proof without a name" if not named else f"a proof with {len(named)} names: {', '.join(named)}"
            near = next((one for key in data if (one := _near(key))), None)
            help = did_you_mean(None if named else near, f"one key names it: {', '.join(NAMES)}")
            self.wrong(path, what, help)
            return None
        if depth > DEEPEST:
            self.wrong(path, f"proofs more than {DEEPEST} deep in one another", "write them side by side")
            return None
        taking = Taking(self, dict(data), path, depth)
        return _READERS[named[0]](taking)


def proofs_of(written: Iterable[Any]) -> tuple[Proof, ...]:
    """Proofs as values, without those of which nothing can be made."""
    reading = Reading()
    return tuple(found for one in written if (found := reading.proof(one, ())) is not None)


def _held(taking: Taking) -> Proof:
    why, value = taking.text("why"), taking.left.pop("held")
    function = area = None
    if isinstance(value, dict) and set(value) == {"area"}:
        area = taking.mention("area", str(value["area"]), "held", "area")
    elif isinstance(value, str):
        function = taking.function("held", value)
    else:
        taking.wrong(
            "held", f"{shown(value)} is no function", "write a function, {held: siro}, or {held: {area: risk}}"
        )
    assigned, deputy = taking.flag("assigned"), taking.flag("deputy")
    taking.done(("held", "assigned", "deputy", "why"))
    return Held(why, function, area, bool(assigned), bool(deputy))


def _share(taking: Taking) -> Proof:
    why, what = taking.text("why"), taking.text("share")
    if what not in (None, "training"):
        taking.wrong("share", f"no share is known of {shown(what)}", "write share: training")
    course = taking.mention("course", taking.text("course"), "course")
    area = taking.area()
    if (course is None) == (area is None) and not taking.reading.amiss:
        taking.wrong("share", "a share of neither a course nor an area, or of both", "name one: `course` or `area`")
    at_least, within = taking.number("at_least", 0, 100), taking.span("within")
    starters = taking.flag("starters")
    taking.done(("share", "course", "area", "at_least", "within", "starters", "why"))
    return Share(why, course, area, 100 if at_least is None else at_least, within, bool(starters))


def _meets(taking: Taking) -> Proof:
    why, times, within = taking.text("why"), taking.whole("meets"), taking.span("within")
    taking.done(("meets", "within", "why"))
    return Meets(why, times or 1, within)


def _told(taking: Taking) -> Proof:
    why = taking.text("why")
    party = taking.mention("party", taking.text("told"), "told")
    area, within = taking.area(), taking.span("within")
    taking.done(("told", "area", "within", "why"))
    return ToldParty(why, party or "", area, within)


def _silent(taking: Taking) -> Proof:
    why, value = taking.text("why"), taking.left.pop("silent")
    several = isinstance(value, list)
    rules = []
    for index, one in enumerate(value if several else [value]):
        if isinstance(one, str) and one.strip():
            taking.mention("rule", one, "silent", *((index,) if several else ()))
            rules.append(one)
        else:
            taking.wrong("silent", f"{shown(one)} is no rule", "write names or codes: {silent: [no-assets]}")
    if not rules and value == []:
        taking.wrong("silent", "no rule is named", "write names or codes: {silent: [no-assets]}")
    taking.done(("silent", "why"))
    return Silent(why, tuple(rules))


def _field(taking: Taking) -> Proof:
    why, name = taking.text("why"), taking.text("field")
    if name is None:
        return FieldThere(why)
    model = model_of("organisation")
    try:
        found = leaf(model, name)
    except NoSuchField as error:
        taking.wrong("field", f"the organisation has no field {shown(name)}", one_of(name, error.known))
        return FieldThere(why)
    chosen = []
    for key in list(taking.left):
        known = tuple(found.part.model_fields) if found.part is not None and found.many else ()
        if key in known and isinstance(taking.left[key], str | int | float | bool):
            chosen.append((str(key), taking.left.pop(key)))
        elif key in known:
            taking.wrong(key, f"{shown(taking.left.pop(key))} is no value", "write a word")
    taking.done(("field", "why", *(found.part.model_fields if found.part is not None and found.many else ())))
    return FieldThere(why, found.name, tuple(chosen))


def _several(name: str, made: Callable[[str | None, tuple[Proof, ...]], Proof]) -> Callable[[Taking], Proof]:
    def read(taking: Taking) -> Proof:
        why, inside = taking.text("why"), taking.left.pop(name)
        if not isinstance(inside, list) or not inside:
            taking.wrong(name, f"{shown(inside)} is no list of proofs", f"write {name}: with proofs below it")
            inside = []
        found = [taking.reading.proof(one, (*taking.path, name, i), taking.depth + 1) for i, one in enumerate(inside)]
        taking.done((name, "why"))
        return made(why, tuple(one for one in found if one is not None))

    return read


_READERS: Mapping[str, Callable[[Taking], Proof]] = {
    "held": _held,
    "records": records,
    "share": _share,
    "meets": _meets,
    "told": _told,
    "silent": _silent,
    "field": _field,
    "any": _several("any", AnyOf),
    "all": _several("all", AllOf),
}


def _near(key: Any) -> str | None:
    from igreg.language.suggest import nearest

    return nearest(str(key), NAMES)
