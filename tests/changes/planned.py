"""What a plan comes to: the lines that are new, by file."""

from __future__ import annotations

from igreg.changes.plan import Plan
from igreg.register.register import Register


def new_lines(plan: Plan, register: Register) -> dict[str, list[str]]:
    """For each file of a register that a plan changes, by its kind, the lines that were not there before."""
    return {
        file.removeprefix("register/").removesuffix(".yaml"): [
            line for line in after.split("\n") if line not in (before or "").split("\n")
        ]
        for file, (before, after) in plan.texts(register.sources.texts).items()
    }
