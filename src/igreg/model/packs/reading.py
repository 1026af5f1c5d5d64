"""A proof as it is written -> a value, with every fault in it and every name that only a register can settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from igreg.findings import KeyPath
from igreg.language.suggest import one_of
from igreg.model.kinds import KINDS, in_order, model_of
from igreg.model.kinds.roles import Function
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.model.packs.dates import OWN_DATE, approved_by
from igreg.model.packs.proofs import (
    NAMES,
    AllOf,
    AnyOf,
    Condition,
    FieldThere,
    Held,
    Meets,
    Proof,
    Records,
    Share,
    Silent,
    ToldParty,
)
from igreg.model.said import shown
from igreg.model.span import Span, parse_span

FUNCTIONS: tuple[str, ...] = get_args(Function)
DEEPEST = 8
"""So deep may proofs stand in one another."""


class Amiss(NamedTuple):
    """What is wrong at a place of a pack, and what to do."""

    path: KeyPath
    message: str
    help: str
    on_key: bool = False


class Mention(NamedTuple):
    """A name that a register, or the rules, must know: of an area, a course, a party or a rule."""

    sort: str
    word: str
    path: KeyPath


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
            help = f"did you mean {near!r}?" if near and not named else f"one key names it: {', '.join(NAMES)}"
            self.wrong(path, what, help)
            return None
        if depth > DEEPEST:
            self.wrong(path, f"proofs more than {DEEPEST} deep in one another", "write them side by side")
            return None
        taking = _Taking(self, dict(data), path, depth)
        return _READERS[named[0]](taking)


def proofs_of(written: Iterable[Any]) -> tuple[Proof, ...]:
    """Proofs as values, without those of which nothing can be made."""
    reading = Reading()
    return tuple(found for one in written if (found := reading.proof(one, ())) is not None)


@dataclass
class _Taking:
    """One proof's keys, taken one by one; what is left at the end is unknown."""

    reading: Reading
    left: dict[str, Any]
    path: KeyPath
    depth: int

    def wrong(self, key: str, message: str, help: str) -> None:
        self.reading.wrong((*self.path, key), message, help)

    def text(self, key: str) -> str | None:
        value = self.left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, dict | list | bool) or not str(value).strip():
            self.wrong(key, f"{shown(value)} is no text", f"write a word after `{key}:`")
            return None
        return str(value).strip()

    def flag(self, key: str) -> bool | None:
        value = self.left.pop(key, None)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(key, f"{shown(value)} is not true or false", "write true or false")
        return None

    def span(self, key: str) -> Span | None:
        value = self.left.pop(key, None)
        if value is None:
            return None
        try:
            return parse_span(value if isinstance(value, str) else "")
        except ValueError:
            self.wrong(key, f"{shown(value)} is no length of time", "write a number and a unit, such as 12 months")
            return None

    def number(self, key: str, least: float, most: float) -> float | None:
        value = self.left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.wrong(
                key, f"{shown(value)} is no number from {least:g} to {most:g}", f"write {key}: {least:g} or more"
            )
            return None
        return value

    def whole(self, key: str) -> int | None:
        value = self.number(key, 1, 1_000_000)
        if value is None or isinstance(value, int):
            return value
        self.wrong(key, f"{shown(value)} is no whole number", "write a whole number")
        return None

    def area(self, key: str = "area") -> str | None:
        word = self.text(key)
        return self.mention("area", word, key)

    def mention(self, sort: str, word: str | None, key: str, *more: str | int) -> str | None:
        if word is not None:
            self.reading.mentions.append(Mention(sort, word, (*self.path, key, *more)))
        return word

    def function(self, key: str, word: str | None) -> str | None:
        if word is not None and word not in FUNCTIONS:
            self.wrong(key, f"no function is called {shown(word)}", one_of(word, FUNCTIONS))
            return None
        return word

    def done(self, known: Iterable[str]) -> None:
        """Tell the keys that nobody has taken."""
        for key in self.left:
            help = one_of(str(key), known)
            self.reading.wrong((*self.path, key), f"this proof has no {shown(key)}", help, on_key=True)


def _held(taking: _Taking) -> Proof:
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


_OPTIONS = ("in_force", "approved", "reviewed_within", "dated_within", "at_least")


def _records(taking: _Taking) -> Proof:
    why, kind = taking.text("why"), taking.text("records")
    if kind not in KINDS or kind == "organisation":
        if kind is not None:
            taking.wrong("records", f"no kind is called {shown(kind)}", one_of(kind, in_order()))
        return Records(why)
    own = set(model_of(kind).model_fields)
    options: dict[str, Any] = {}
    for key in ("in_force", "approved"):
        options[key] = taking.flag(key) if key not in own else None
    for key in ("reviewed_within", "dated_within"):
        options[key] = taking.span(key) if key not in own else None
    at_least = taking.whole("at_least") if "at_least" not in own else None
    if options["dated_within"] is not None and kind not in OWN_DATE:
        taking.wrong("dated_within", f"{kind} have no date of their own", "take `dated_within` out")
    if options["reviewed_within"] is not None and "review" not in own:
        taking.wrong("reviewed_within", f"{kind} have no review", "take `reviewed_within` out")
    if options["approved"] is not None and approved_by(kind) is None:
        taking.wrong("approved", f"{kind} are not approved by anybody", "take `approved` out")
    conditions = tuple(
        one
        for key in list(taking.left)
        if (one := _condition(taking, kind, str(key), taking.left.pop(key))) is not None
    )
    return Records(why, kind, conditions, **options, at_least=at_least or 1)


def _condition(taking: _Taking, kind: str, key: str, value: Any) -> Condition | None:
    try:
        found = leaf(model_of(kind), key)
    except NoSuchField as error:
        known = [*_OPTIONS, *error.known]
        help = f"did you mean {error.near!r}?" if error.near else one_of(key, known)
        taking.reading.wrong((*taking.path, key), f"{kind} have no field {shown(key)}", help, on_key=True)
        return None
    if isinstance(value, dict) and set(value) == {"present"}:
        if not isinstance(value["present"], bool):
            taking.wrong(key, f"{shown(value['present'])} is not true or false", "write present: true")
            return None
        return Condition(found.name, present=value["present"])
    values = value if isinstance(value, list) else [value]
    for index, one in enumerate(values):
        said = _unfit(taking, found, one, (key, index) if isinstance(value, list) else (key,))
        if said:
            taking.reading.wrong((*taking.path, key, *((index,) if isinstance(value, list) else ())), *said)
    if not values:
        taking.wrong(key, f"`{key}` has no value", "write a value, or {present: true}")
    return Condition(found.name, tuple(one if isinstance(one, bool | int | float) else str(one) for one in values))


def _unfit(taking: _Taking, found: Leaf, value: Any, at: KeyPath) -> tuple[str, str] | None:
    """What is wrong with a value that a field is compared with."""
    if isinstance(value, dict | list) or value is None:
        return f"{shown(value)} is no value", "write a word, a list of words, or {present: true}"
    if found.sort == "part":
        return f"`{found.name}` has parts", f"name one of them, or write {found.name}: {{present: true}}"
    if found.sort == "flag" and not isinstance(value, bool):
        return f"{shown(value)} is not true or false", "write true or false"
    if found.words and str(value) not in found.words:
        return f"{shown(value)} is not one of the words for `{found.name}`", one_of(str(value), found.words)
    if found.sort in ("number", "decimal") and (isinstance(value, bool) or not isinstance(value, int | float)):
        return f"{shown(value)} is no number", "write a number"
    if found.sort == "area":
        taking.reading.mentions.append(Mention("area", str(value), (*taking.path, *at)))
    return None


def _share(taking: _Taking) -> Proof:
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


def _meets(taking: _Taking) -> Proof:
    why, times, within = taking.text("why"), taking.whole("meets"), taking.span("within")
    taking.done(("meets", "within", "why"))
    return Meets(why, times or 1, within)


def _told(taking: _Taking) -> Proof:
    why = taking.text("why")
    party = taking.mention("party", taking.text("told"), "told")
    area, within = taking.area(), taking.span("within")
    taking.done(("told", "area", "within", "why"))
    return ToldParty(why, party or "", area, within)


def _silent(taking: _Taking) -> Proof:
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


def _field(taking: _Taking) -> Proof:
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


def _several(name: str, made: Callable[[str | None, tuple[Proof, ...]], Proof]) -> Callable[[_Taking], Proof]:
    def read(taking: _Taking) -> Proof:
        why, inside = taking.text("why"), taking.left.pop(name)
        if not isinstance(inside, list) or not inside:
            taking.wrong(name, f"{shown(inside)} is no list of proofs", f"write {name}: with proofs below it")
            inside = []
        found = [taking.reading.proof(one, (*taking.path, name, i), taking.depth + 1) for i, one in enumerate(inside)]
        taking.done((name, "why"))
        return made(why, tuple(one for one in found if one is not None))

    return read


_READERS: Mapping[str, Callable[[_Taking], Proof]] = {
    "held": _held,
    "records": _records,
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
