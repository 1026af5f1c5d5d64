"""Are there records of a kind, of which certain things hold (rulings E26 to E29)?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.audits import status_of
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.analysis.in_force import has_ended, in_force, start_of
from igreg.findings import KeyPath
from igreg.language.english import listed
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.kinds import model_of
from igreg.model.kinds.audits import Audit
from igreg.model.packs.dates import OWN_DATE, approved_by
from igreg.model.packs.proofs import Condition, Records
from igreg.model.packs.words import condition_in_words
from igreg.register.training_lines import TrainingLine

MOST = 100
"""So many records are named as evidence of one proof at most."""
_NEVER = frozenset({"draft", "withdrawn", "cancelled"})
"""The words of a status with which a record shows nothing, unless the proof asks for them (ruling E26)."""
_TRAINING = "training-records"
_OF_A_DAY: Mapping[str, str] = {
    "performed": "performed",
    "approved_on": "approved",
    "completed": "completed",
    "decided": "decided",
    "in_force_from": "in force since",
    "published": "published",
    "received": "received",
    "signed": "signed",
    "start": "since",
}
"""What is said of a record's own day."""

One = Record | TrainingLine


class Counting:
    """The records of each kind that can show something on the day, looked up once a kind (ruling E26)."""

    def __init__(self, as_of: AsOf) -> None:
        self.as_of = as_of
        self._known: dict[tuple[str, bool], list[One]] = {}

    def of(self, kind: str, *, any_status: bool = False) -> Sequence[One]:
        """Those that are there, no draft, not withdrawn nor cancelled, and whose own day does not lie ahead."""
        found = self._known.get((kind, any_status))
        if found is None:
            there, training = self.as_of.tenure.there, self.as_of.register.training
            every: Sequence[One] = training if kind == _TRAINING else there.of_kind(kind)
            found = self._known[kind, any_status] = [one for one in every if self._counts(one, kind, any_status)]
        return found

    def lasting(self, kind: str) -> Sequence[One]:
        """Those of them that are not over on the day (ruling E33)."""
        today = self.as_of.today
        return [one for one in self.of(kind) if isinstance(one, TrainingLine) or not has_ended(one, today)]

    def _counts(self, one: One, kind: str, any_status: bool) -> bool:
        day = own_day(self.as_of, one, kind)
        if day is not None and day > self.as_of.today:
            return False
        if any_status or isinstance(one, TrainingLine):
            return True
        return one.standing not in _NEVER and one.standing not in one.pending and one.standing not in one.void


def own_day(as_of: AsOf, one: One, kind: str) -> dt.date | None:
    """The day of a record's own, where its kind has one and it is given (ruling E28)."""
    attribute = OWN_DATE.get(kind)
    found = getattr(one, attribute, None) if attribute else None
    return as_of.register.clock.instant(found).date() if isinstance(found, dt.datetime) else found


def records(as_of: AsOf, counting: Counting, proof: Records) -> Outcome:
    """Whether enough records are as the proof asks."""
    fields = _with_fields(counting, proof)
    tests = _tests(as_of, proof)
    good = [one for one in fields if all(test(one) for _, test in tests)]
    if len(good) >= proof.at_least:
        return Outcome(True, tuple(_evidence(as_of, proof, one) for one in good[:MOST]))
    return Outcome(False, missing=_missing(proof, fields, good, tests))


def matching(as_of: AsOf, counting: Counting, proof: Records) -> list[One]:
    """The records that are as a proof asks, however many it asks for."""
    tests = _tests(as_of, proof)
    return [one for one in _with_fields(counting, proof) if all(test(one) for _, test in tests)]


def _with_fields(counting: Counting, proof: Records) -> list[One]:
    status = model_of(proof.kind).status_field
    candidates = counting.of(proof.kind, any_status=any(one.field == status for one in proof.conditions))
    return [one for one in candidates if all(_meets(one, condition) for condition in proof.conditions)]


def _meets(one: One, condition: Condition) -> bool:
    steps = condition.field.split(".")
    dropped: tuple[KeyPath, ...] = getattr(one, "dropped", ())
    if any([step for step in gone if isinstance(step, str)][: len(steps)] == steps for gone in dropped):
        return False
    found = [status_of(one)] if isinstance(one, Audit) and steps == ["status"] else list(_values(one, steps))
    if condition.present is not None:
        return bool(found) is condition.present
    return any(_equal(value, wanted) for value in found for wanted in condition.values)


def _values(value: Any, steps: Sequence[str]) -> Iterator[Any]:
    """Everything that stands at a dotted name of a record; entries of lists one by one."""
    if isinstance(value, list | tuple) and not isinstance(value, TrainingLine) and not hasattr(value, "unit"):
        for one in value:
            yield from _values(one, steps)
    elif value is None or value == "":
        return
    elif not steps:
        yield value
    elif isinstance(value, dict):
        yield from _values(value.get(steps[0]), steps[1:])
    else:
        yield from _values(_attribute(value, steps[0]), steps[1:])


def _attribute(value: Any, key: str) -> Any:
    if isinstance(value, TrainingLine):
        return getattr(value, key, None)
    model: type[Part] = type(value)
    field = fields_of(model).get(key)
    return getattr(value, field.attribute) if field is not None else None


def _equal(value: Any, wanted: Any) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    if isinstance(value, int | float | Decimal) and isinstance(wanted, int | float):
        return Decimal(str(value)) == Decimal(str(wanted))
    return str(value) == str(wanted)


Test = tuple[str, Callable[[One], bool]]


def _tests(as_of: AsOf, proof: Records) -> list[Test]:
    """What the proof asks besides fields, each in words."""
    today = as_of.today
    out: list[Test] = []
    if proof.in_force is not None:
        wanted = proof.in_force
        words = "in force" if wanted else "not in force"
        out.append((words, lambda one: isinstance(one, Record) and in_force(one, today) is wanted))
    if proof.approved is not None:
        asked = proof.approved
        out.append(("approved" if asked else "not approved", lambda one: _approved(proof.kind, one, today) is asked))
    if proof.reviewed_within is not None:
        span = proof.reviewed_within
        out.append((f"reviewed within {span}", lambda one: _within(span, reviewed(one), today)))
    if proof.dated_within is not None:
        of = proof.dated_within
        out.append((f"of the last {of}", lambda one: _within(of, own_day(as_of, one, proof.kind), today)))
    return out


def _within(span: Any, day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day <= today <= span.after(day)


def reviewed(one: One) -> dt.date | None:
    """The day of a record's last review; of one never reviewed the day it came into force (ruling E27)."""
    if isinstance(one, TrainingLine):
        return None
    review = getattr(one, "review", None)
    return review.last if review is not None and review.last is not None else start_of(one)


def _approved(kind: str, one: One, today: dt.date) -> bool:
    """Whether a record is approved, as its kind says it (ruling E29)."""
    asked = approved_by(kind)
    if asked is None:
        return False
    fields, day = asked
    on = getattr(one, day) if day is not None else None
    return all(getattr(one, field) for field in fields) and (day is None or (on is not None and on <= today))


def _evidence(as_of: AsOf, proof: Records, one: One) -> Evidence:
    what, day = proof.why or model_of(proof.kind).one, own_day(as_of, one, proof.kind)
    if proof.reviewed_within is not None:
        return Evidence(one.identity or "", f"{what}, reviewed {reviewed(one)}")
    if day is None:
        return Evidence(one.identity or "", what)
    return Evidence(one.identity or "", f"{what}, {_OF_A_DAY.get(OWN_DATE[proof.kind], 'of')} {day}")


def _missing(proof: Records, fields: list[One], good: list[One], tests: list[Test]) -> str:
    what = proof.why or described(proof)
    if not fields:
        return f"{what}: there is no such record"
    if len(fields) < proof.at_least:
        return f"{what}: {len(fields)} of the {proof.at_least} that are asked for"
    short = [one for one in fields if one not in good]
    lacking = {id(one): [words for words, test in tests if not test(one)] for one in short}
    near = min(short, key=lambda one: len(lacking[id(one)]))
    called = near.called if isinstance(near, Record) else "a record of training"
    missing = f"{called} is not {listed(lacking[id(near)], 'or')}"
    return f"{what}: {missing}" if not good else f"{what}: {len(good)} of the {proof.at_least}; {missing}"


def described(proof: Records) -> str:
    """What is looked for, in words, where the pack does not say it."""
    return ", ".join([model_of(proof.kind).many, *map(condition_in_words, proof.conditions)])
