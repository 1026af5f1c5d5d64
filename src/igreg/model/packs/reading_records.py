"""How the proof that there are records of a kind is read: its options, and its conditions on fields of that kind."""

from __future__ import annotations

from typing import Any

from igreg.findings import KeyPath
from igreg.language.suggest import did_you_mean, one_of
from igreg.model.kinds import KINDS, in_order, model_of
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.model.packs.dates import OWN_DATE, approved_by
from igreg.model.packs.proofs import Condition, Proof, Records
from igreg.model.packs.taking import Mention, Taking
from igreg.model.said import shown

_OPTIONS = ("in_force", "approved", "reviewed_within", "dated_within", "at_least")


def records(taking: Taking) -> Proof:
    """The proof that there are records of a kind: how many, in force or not, and what their fields must say."""
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


def _condition(taking: Taking, kind: str, key: str, value: Any) -> Condition | None:
    try:
        found = leaf(model_of(kind), key)
    except NoSuchField as error:
        known = [*_OPTIONS, *error.known]
        help = did_you_mean(error.near, one_of(key, known))
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


def _unfit(taking: Taking, found: Leaf, value: Any, at: KeyPath) -> tuple[str, str] | None:
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
