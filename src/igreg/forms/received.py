"""What somebody sent, as the plan of one record: new, or an asset whose owner confirmed it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from igreg.changes.answers import Answers
from igreg.changes.filled import Filled, fill, give_id, missing, ordered
from igreg.changes.filled import Refused as NotTaken
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Brought, Note, Refused
from igreg.exchange.plan import Draft, Wanted, draft
from igreg.findings import KeyPath
from igreg.forms import issue, text
from igreg.forms.kinds import CONFIRMATION, NEAR_MISS, FormKind, form_meant
from igreg.forms.mail import decoded, is_mail, text_of_mail, without_signature
from igreg.language.suggest import did_you_mean, one_of
from igreg.model.kinds import model_of
from igreg.model.kinds.assets import Asset
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.register.private_numbers import may_hold_numbers, private_numbers
from igreg.register.register import Register

HIDDEN = "\u2026"
"""What stands for a value that may identify a person."""
_WITH_TITLE = re.compile(r"(\S+) \(.*\)", re.DOTALL)
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Form:
    """The answers in a file, and what of it is to be looked at."""

    pairs: Pairs
    notes: Sequence[Note] = ()


def read_form(form: FormKind, name: str, data: bytes) -> Form:
    """The answers in a file: a form's text, a mail with it, or the body of an issue. Raises IgregError."""
    mail = is_mail(name, data)
    words = text_of_mail(data) if mail else decoded(data)
    sent = text.found(words, {one.casefold().replace("-", "_") for one in _known(form)})
    if sent is not None:
        _refuse_other(form, sent.form)
        return Form(sent.pairs)
    body = issue.found(without_signature(words) if mail else words, _heads(form))
    if body is None:
        raise IgregError(
            f"{name if name != '-' else 'standard input'} holds no form of igreg",
            f"it has a line -----BEGIN IGREG {form.name} 1-----, or is the body of an issue made with such a form",
        )
    return Form(body.pairs, [_unknown_head(head, field) for head, field in body.unknown])


def _unknown_head(head: str, field: str | None) -> Note:
    shown = _shown(head)
    where = "what stands under it is left out" if field is None else f"it is taken as part of `{field}`"
    return Note("unknown-head", f"{shown!r} is no question of this form: {where}", column=field, value=shown)


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
        return _confirmed(register, answers, known, now)
    return _new(register, sent.form, answers, known, now)


def _refuse_no_field(form: FormKind, given: Iterable[str]) -> None:
    """Raise IgregError where what is given besides is no field of the record: that is a slip of whoever typed it."""
    for name in given:
        try:
            if form.name != CONFIRMATION:
                leaf(model_of(form.record), name)
            elif name not in _CONFIRMED:
                raise NoSuchField(name, None, _CONFIRMED)
        except NoSuchField as error:
            known = f"one of: {', '.join(error.known)}" if error.known else "it is a value of its own"
            raise IgregError(f"--set: {form.record} have no field {name!r}", did_you_mean(error.near, known)) from None


_CONFIRMED = ("asset", "by", "outcome")
"""What somebody says who confirms an asset."""


def _new(register: Register, form: FormKind, pairs: Pairs, known: Brought, now: dt.datetime) -> Draft:
    model = model_of(form.record)
    filled = Filled()
    ready, unknown = _ready(form, pairs)
    filled = fill(register, form.record, _once(ready, unknown, form), now)
    if form.name == NEAR_MISS:
        filled.values["near_miss"] = True
    refused = [*unknown, *map(_hidden, filled.refused)]
    give_id(register, form.record, filled.values, now.date())
    named = {one.field for one in refused}
    refused += [
        Refused(name, None, "this is missing, and there is no such record without it", f"add --set {name}=...")
        for name in missing(model, filled.values)
        if name not in named
    ]
    wanted = Wanted(form.record, {(key,): value for key, value in ordered(model, filled.values).items()})
    return _drafted(register, [] if refused else [wanted], refused, known, f"New: {wanted.name} in {form.record}")


def _confirmed(register: Register, pairs: Pairs, known: Brought, now: dt.datetime) -> Draft:
    """An asset was looked at, today: the review that somebody could have written with `igreg review`."""
    answers, today = Answers(register, Asset, now), now.date()
    given: dict[str, str] = {}
    refused: list[Refused] = []
    for name, value in pairs:
        if name not in _CONFIRMED:
            refused.append(_unknown(name, value, _CONFIRMED))
        elif name in given:
            refused.append(Refused(name, _shown(value), f"`{name}` is given twice", "give it once"))
        else:
            given[name] = value
    refused += [
        Refused(name, None, "this is missing", f"add --set {name}=...")
        for name in _CONFIRMED
        if name not in given and all(one.field != name for one in refused)
    ]
    values: dict[KeyPath, Any] = {("review", "last"): today.isoformat()}
    for name in ("by", "outcome"):
        try:
            if name in given:
                values["review", name] = answers.read(leaf(Asset, f"review.{name}"), given[name])
        except IgregError as error:
            refused.append(_refused(name, given[name], error))
    asset = _asset(register, given, refused)
    if asset is not None and asset.review is not None:
        if asset.review.last is not None and asset.review.last > today:
            message = f"{asset.id} was reviewed on {asset.review.last}, after {today}"
            refused.append(Refused("asset", asset.id, message, "give a later day with --today"))
        if asset.review.next is not None and asset.review.next <= today:
            values["review", "next"] = None
    wanted = [Wanted("assets", values, asset)] if asset is not None and not refused else []
    message = f"Review {asset.id if asset else ''}: {values.get(('review', 'outcome'))}, on {today}"
    return _drafted(register, wanted, refused, known, message)


def _asset(register: Register, given: Mapping[str, str], refused: list[Refused]) -> Asset | None:
    if "asset" not in given:
        return None
    text = given["asset"]
    found = register.lookup.matches(text.strip(), ("assets",))
    if len(found) == 1:
        return register.get(Asset, found[0])
    message = "may mean several assets" if found else "is not an asset of this register"
    help = one_of(text, found) if found else register.lookup.hint(text, ("assets",))
    refused.append(Refused("asset", _shown(text), f"{_shown(text)!r} {message}", help))
    return None


def _drafted(
    register: Register, wanted: Sequence[Wanted], refused: Sequence[Refused], known: Brought, message: str
) -> Draft:
    return draft(register, wanted, replace(known, refused=[*refused]), message)


def _ready(form: FormKind, pairs: Pairs) -> tuple[list[tuple[str, str]], list[Refused]]:
    """The answers as `fill` takes them, and those whose field there is not."""
    out: list[tuple[str, str]] = []
    unknown: list[Refused] = []
    for name, value in pairs:
        try:
            found = leaf(model_of(form.record), name)
        except NoSuchField as error:
            unknown.append(_unknown(name, value, error.known))
            continue
        if form.name == NEAR_MISS and found.name == "near_miss":
            continue
        out += _parted(found, value)
    return out, unknown


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
            refused.append(Refused(name, _shown(value), f"`{name}` is given twice", "give it once"))
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


def _known(form: FormKind) -> set[str]:
    fields = set(_CONFIRMED) if form.name == CONFIRMATION else set(model_of(form.record).model_fields)
    return fields | {one.field for one in form.asked} | {"id"}


def _heads(form: FormKind) -> dict[str, str]:
    heads = {issue.head_of(field): field for field in _known(form) if field != "id"}
    return heads | {issue.head_of(one.title): one.field for one in form.asked}


def _refuse_other(form: FormKind, named: str) -> None:
    """Raise IgregError where the text is of another form."""
    other = form_meant(named)
    if other is None:
        raise IgregError(f"there is no form {named!r}", one_of(named, [form.name]))
    if other is not form:
        raise IgregError(f"the text is of another form: {other.name}", f"igreg add {other.name} takes it")


def _unknown(name: str, value: str, known: Iterable[str]) -> Refused:
    return Refused(name, _shown(value), f"there is no field {name!r}", one_of(name, list(known)))


def _hidden(one: NotTaken) -> Refused:
    return Refused(one.field, HIDDEN if one.value is None else one.value, one.message, one.help)


def _refused(name: str, value: str, error: IgregError) -> Refused:
    return Refused(name, _shown(value), error.sentence, error.hint)


def _shown(value: str) -> str:
    return HIDDEN if may_hold_numbers(value) and any(private_numbers(value)) else value
