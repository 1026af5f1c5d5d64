"""A restructuring: many changes on a day, carried out in order on texts, so that the whole can be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from igreg.analysis.unread import refuse_to_count
from igreg.changes.plan import Plan
from igreg.changes.restructure_handing import each_merged
from igreg.changes.restructure_plan import Restructuring, Step, WrongStep
from igreg.changes.restructure_steps import STEPS
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.english import counted
from igreg.register.read import reread
from igreg.register.register import Register


@dataclass(frozen=True)
class Restructured:
    """What a restructuring comes to: the register as it would be, and one plan that makes it so."""

    before: Register
    after: Register
    plan: Plan


def restructure(register: Register, plan: Restructuring) -> Restructured:
    """Carry out a plan on the texts of a register. Raises IgregError, with line and column, for a wrong step.

    Raises IgregError too where a file of the register cannot be read: what it holds would be left behind.
    """
    refuse_to_count(register, "what a restructuring changes")
    state = _State(register)
    moved: set[tuple[str, str]] = set()
    for step in plan.steps:
        try:
            _once(step, moved)
            for value in each_merged(step.value) if step.verb == "merge" else (step.value,):
                state.take(STEPS[step.verb](state.register, value, plan.on))
        except WrongStep as error:
            raise plan.wrong(step, error) from None
        except IgregError as error:
            raise plan.wrong(step, WrongStep(error.sentence, error.hint)) from None
    message = f"Restructure: {counted(len(plan.steps), 'change')} on {plan.on}"
    return Restructured(register, state.register, state.whole(message))


def _once(step: Step, before: set[tuple[str, str]]) -> None:
    """Raise WrongStep where a plan moves the same twice, or gives a post to one and then to another on its day."""
    value = step.value
    if step.verb == "move":
        id = str(value.get("role") or value.get("staff"))
        for key in ("accountable_to", "unit", "areas"):
            if key in value and (id, key) in before:
                raise WrongStep(f"{id} is named twice: its `{key}` was moved by a step above", "keep one of the two")
            if key in value:
                before.add((id, key))
    if step.verb == "place" and value.get("as") != "deputy" and not (value.get("beside") or value.get("instead_of")):
        id = str(value.get("role"))
        if (id, "place") in before:
            help = "keep one of the two, or add `beside: true` for a partner in a job share"
            raise WrongStep(f"{id} is named twice: a step above gave it to somebody else", help, ("role",))
        before.add((id, "place"))


@dataclass
class _State:
    """The register as the steps so far leave it; where a file changes, it alone is read again."""

    register: Register
    changed: dict[str, str | None] = field(default_factory=dict)
    """What each file held that has changed; nothing where it is new."""
    remarks: list[str] = field(default_factory=list)

    def take(self, plan: Plan) -> None:
        """Make the changes of one step."""
        self.remarks += plan.remarks
        texts = dict(self.register.sources.texts)
        touched = plan.texts(texts)
        if not touched:
            return
        for file, (before, after) in touched.items():
            self.changed.setdefault(file, before)
            texts[file] = after
        self.register = reread(self.register, texts)

    def whole(self, message: str) -> Plan:
        """All steps as one plan."""
        texts: Mapping[str, str] = self.register.sources.texts
        return Plan(
            message,
            new={file: texts[file] for file, before in self.changed.items() if before is None},
            rewritten={file: texts[file] for file, before in self.changed.items() if before is not None},
            remarks=list(dict.fromkeys(self.remarks)),
        )
