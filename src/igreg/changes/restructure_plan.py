"""The plan of a restructuring as it is written: its day and its steps, each with its place; whatever is wrong in it.

The form: `on`, a day, and `changes`, a list of steps with one key each, carried out in order (ruling H48).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from igreg.dataclass import dataclass
from igreg.errors import IgregError, own_fault
from igreg.findings import KeyPath
from igreg.language.suggest import one_of
from igreg.model.values import parse_day
from igreg.source.places import locate
from igreg.source.reading.document import parse

MOST_STEPS = 2_000
"""So many steps has a plan at most: each is proved on its own."""
FIELDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "end": (("role", "group", "unit"), ("until",)),
    "move": (("role", "staff"), ("accountable_to", "unit", "areas")),
    "merge": (("roles", "units"), ("into",)),
    "split": (("unit",), ("into",)),
    "place": (("role",), ("staff", "as", "assigned_by", "beside", "instead_of")),
    "hand_over": (("from",), ("to", "kinds")),
}
"""For each step, of which keys it has one, and what else it may have. `make` has a kind for its key."""
VERBS = ("make", *FIELDS)


class WrongStep(Exception):
    """A step that cannot be carried out: what is wrong, and what to do; `path` is counted from the step."""

    def __init__(self, sentence: str, hint: str = "", path: KeyPath = ()) -> None:
        super().__init__(sentence)
        self.sentence, self.hint, self.path = sentence, hint, path


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, to what, and where it stands in the plan."""

    verb: str
    value: Any
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Restructuring:
    """A plan that has the right form."""

    file: str
    text: str
    on: dt.date
    steps: tuple[Step, ...]

    def wrong(self, step: Step, error: WrongStep) -> IgregError:
        """The error of a step, with its line and column in the plan."""
        return _error(self.file, self.text, (*step.path, *error.path), error.sentence, error.hint)


def read_plan(file: str, text: str) -> Restructuring:
    """The plan of a file. Raises IgregError, with line and column, for whatever is not in order."""
    parsed = parse(file, text)
    if parsed.faults:
        _, fault = parsed.faults[0]
        if fault.place is None:
            raise own_fault(ValueError(fault.message))
        line, column = fault.place.line, fault.place.column
        raise IgregError(f"{file}:{line}:{column}: {fault.message}", fault.help or "mend the plan")
    if not parsed.single or not parsed.value:
        raise IgregError(f"{file}: a plan has the keys `on` and `changes`", "for example: on: 2027-04-01")
    reading = _Reading(file, text)
    return Restructuring(file, text, *reading.plan(parsed.value[0]))


@dataclass(frozen=True)
class _Reading:
    file: str
    text: str

    def plan(self, data: Mapping[str, Any]) -> tuple[dt.date, tuple[Step, ...]]:
        for key in data:
            if key not in ("on", "changes"):
                self.fail((key,), f"a plan has no {key!r}", one_of(key, ("on", "changes")))
        on = self.day(data.get("on"), ("on",) if "on" in data else ())
        changes = data.get("changes")
        if not isinstance(changes, list) or not changes:
            self.fail(
                ("changes",) if "changes" in data else (),
                "`changes` is a list of steps",
                "write one as `- end: old-post`",
            )
        if len(changes) > MOST_STEPS:
            self.fail(("changes",), f"{len(changes)} steps, and a plan has {MOST_STEPS} at most", "make it two plans")
        return on, tuple(self.step(one, ("changes", number)) for number, one in enumerate(changes))

    def step(self, one: Any, path: KeyPath) -> Step:
        if not isinstance(one, dict) or not one:
            self.fail(path, "a step is one key with what is done", f"one of: {', '.join(VERBS)}")
        verb = next((key for key in one if key in VERBS), None)
        if verb is None:
            first = next(iter(one))
            self.fail((*path, first), f"there is no step {first!r}", one_of(first, VERBS))
        more = {key: value for key, value in one.items() if key != verb}
        allowed = ("until",) if verb == "end" else ("beside",) if verb == "place" else ()
        for key in more:
            if key not in allowed:
                self.fail((*path, key), f"a step has one key, and this has {verb!r} and {key!r}", "make it two steps")
        value = one[verb]
        if verb == "make":
            return Step(verb, self.record(value, (*path, verb)), (*path, verb))
        if verb == "end" and isinstance(value, str):
            value = {"id": value}
        self.fields(verb, value, (*path, verb))
        return Step(verb, {**value, **more}, (*path, verb))

    def record(self, value: Any, path: KeyPath) -> Any:
        if not isinstance(value, dict) or len(value) != 1 or not isinstance(next(iter(value.values())), dict):
            self.fail(path, "`make` has a kind and its record", "for example: make: {role: {id: ciso, title: CISO}}")
        return value

    def fields(self, verb: str, value: Any, path: KeyPath) -> None:
        """Whether a step has the fields that it may have, and one of those of which it needs one."""
        subjects, others = FIELDS[verb]
        subjects = (*subjects, "id") if verb == "end" else subjects
        if not isinstance(value, dict):
            self.fail(path, f"`{verb}` has fields of its own", f"for example: {verb}: {{{subjects[0]}: ...}}")
        for key in value:
            if key not in (*subjects, *others):
                self.fail((*path, key), f"`{verb}` has no {key!r}", one_of(key, (*subjects, *others)))
        given = [key for key in subjects if key in value]
        if len(given) != 1:
            self.fail(
                path, f"`{verb}` names {'several' if given else 'nothing'}", f"give one of: {', '.join(subjects)}"
            )

    def day(self, value: Any, path: KeyPath) -> dt.date:
        if value is None:
            self.fail(path, "`on`, the day of the change, is missing", "for example: on: 2027-04-01")
        try:
            return parse_day(str(value))
        except ValueError as error:
            self.fail(path, f"{value!r} is not {error}", "for example: on: 2027-04-01")

    def fail(self, path: KeyPath, sentence: str, hint: str) -> NoReturn:
        raise _error(self.file, self.text, path, sentence, hint)


def text_of(value: Any, key: str) -> str:
    """A field that holds one word or id. Raises WrongStep."""
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise WrongStep(f"`{key}` is one id or word", f"write it as {key}: ...", (key,))
    return str(value)


def list_of(value: Any, key: str) -> Sequence[Any]:
    """A field that holds a list with something in it; one value stands for a list of one. Raises WrongStep."""
    found = value if isinstance(value, list) else [value] if value is not None else []
    if not found:
        raise WrongStep(f"`{key}` is a list with something in it", f"write it as {key}: [...]", (key,))
    return found


def _error(file: str, text: str, path: KeyPath, sentence: str, hint: str) -> IgregError:
    place = locate(text, [(path, False)])[path, False]
    return IgregError(f"{file}:{place.line}:{place.column}: {sentence}", hint or "nothing was written")
