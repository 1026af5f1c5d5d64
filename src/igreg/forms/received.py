"""What somebody sent, as the plan of one record: new, or an asset whose owner confirmed it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from igreg.changes.filled import Filled, fill, give_id, missing, ordered
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Brought, Note, Refused
from igreg.exchange.plan import Draft, Wanted, draft
from igreg.forms.confirmed import CONFIRMED, confirmed
from igreg.forms.kinds import CONFIRMATION, NEAR_MISS, FormKind
from igreg.forms.read import Pairs
from igreg.forms.refused import hidden, shown, unknown
from igreg.language.suggest import did_you_mean
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.register.register import Register

_WITH_TITLE = re.compile(r"(\S+) \(.*\)", re.DOTALL)


@dataclass(frozen=True)
class Received:
    """Answers to a form, and what whoever takes them in gives besides."""

    form: FormKind
    file: str
    pairs: Pairs
    given: Pairs = ()
    notes: Sequence[Note] = ()


def received(register: Register, sent: Received, now: dt.datetime) -> Draft:
    """The plan of the one record. Raises IgregError where a field that is given besides is none."""
    notes = [*sent.notes]
    kept = {_name(sent.form, name) for name, _ in sent.given}
    _refuse_no_field(sent.form, kept)
    pairs: list[tuple[str, str]] = []
    for name, value in sent.pairs:
        field = _name(sent.form, name)
        if field == "id":
            notes.append(Note("id-not-taken", "the id in the form is not taken: the register gives its own"))
        elif field in kept:
            notes.append(Note("given", f"`{field}` is what --set says, not what the form says", column=field))
        elif value.strip():
            pairs.append((field, _meant(register, value)))
    known = Brought("add", sent.form.record, notes=notes, file=sent.file)
    answers = [*pairs, *sent.given]
    if sent.form.name == CONFIRMATION:
        return confirmed(register, answers, known, now)
    return _new(register, sent.form, answers, known, now)


def _refuse_no_field(form: FormKind, given: Iterable[str]) -> None:
    """Raise IgregError where what is given besides is no field of the record: that is a slip of whoever typed it."""
    for name in given:
        try:
            if form.name != CONFIRMATION:
                leaf(model_of(form.record), name)
            elif name not in CONFIRMED:
                raise NoSuchField(name, None, CONFIRMED)
        except NoSuchField as error:
            known = f"one of: {', '.join(error.known)}" if error.known else "it is a value of its own"
            raise IgregError(f"--set: {form.record} have no field {name!r}", did_you_mean(error.near, known)) from None


def _new(register: Register, form: FormKind, pairs: Pairs, known: Brought, now: dt.datetime) -> Draft:
    model = model_of(form.record)
    filled = Filled()
    ready, odd = _ready(form, pairs)
    filled = fill(register, form.record, _once(ready, odd, form), now)
    if form.name == NEAR_MISS:
        filled.values["near_miss"] = True
    refused = [*odd, *map(hidden, filled.refused)]
    give_id(register, form.record, filled.values, now.date())
    named = {one.field for one in refused}
    refused += [
        Refused(name, None, "this is missing, and there is no such record without it", f"add --set {name}=...")
        for name in missing(model, filled.values)
        if name not in named
    ]
    wanted = Wanted(form.record, {(key,): value for key, value in ordered(model, filled.values).items()})
    return _drafted(register, [] if refused else [wanted], refused, known, f"New: {wanted.name} in {form.record}")


def _drafted(
    register: Register, wanted: Sequence[Wanted], refused: Sequence[Refused], known: Brought, message: str
) -> Draft:
    return draft(register, wanted, replace(known, refused=[*refused]), message)


def _ready(form: FormKind, pairs: Pairs) -> tuple[list[tuple[str, str]], list[Refused]]:
    """The answers as `fill` takes them, and those whose field there is not."""
    out: list[tuple[str, str]] = []
    odd: list[Refused] = []
    for name, value in pairs:
        try:
            found = leaf(model_of(form.record), name)
        except NoSuchField as error:
            odd.append(unknown(name, value, error.known))
            continue
        if form.name == NEAR_MISS and found.name == "near_miss":
            continue
        out += _parted(found, value)
    return out, odd


def _parted(found: Leaf, value: str) -> Iterable[tuple[str, str]]:
    """A list of parts in one line, such as courses, as the first field of each."""
    if found.part is None or not found.many:
        return [(found.name, value)]
    first = next(iter(found.part.model_fields))
    return [(f"{found.name}.{first}", one.strip()) for one in re.split("[;\n]", value) if one.strip()]


def _once(pairs: Pairs, refused: list[Refused], form: FormKind) -> Pairs:
    """The answers without those that come again where one alone can stand."""
    out: list[tuple[str, str]] = []
    seen: set[str] = set()
    for name, value in pairs:
        if "." not in name and not leaf(model_of(form.record), name).many and name in seen:
            refused.append(Refused(name, shown(value), f"`{name}` is given twice", "give it once"))
        else:
            out.append((name, value))
        seen.add(name)
    return out


def _meant(register: Register, value: str) -> str:
    """A value without the titles that a list of choices has behind its ids."""
    out = []
    for piece in value.split("; ") if "\n" not in value else [value]:
        found = _WITH_TITLE.fullmatch(piece)
        known = found is not None and (found[1] in register.kind_of or found[1] in register.areas)
        out.append(found[1] if found is not None and known else piece)
    return "; ".join(out)


def _name(form: FormKind, name: str) -> str:
    plain = name.strip().casefold().replace("-", "_")
    if form.name == CONFIRMATION:
        return {"review.by": "by", "review.outcome": "outcome", "assets": "asset"}.get(plain, plain)
    return plain
