"""A policy in force of which the register does not say where the paper is."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule


@rule("IG313", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    """Each that has none; where none of several has one, that is told once."""
    policies = [policy for policy in ctx.register.of(Policy) if in_force(policy, ctx.today)]
    without = [policy for policy in policies if policy.lacks("document")]
    help = "add where it is: document: {path: docs/policies/name.docx}"
    if len(without) > 1 and len(without) == len(policies):
        message = f"none of the {len(policies)} policies in force says where its document is; this is the first"
        yield without[0].fault((), message, help)
        return
    for policy in without:
        yield policy.fault((), "the policy is in force, and nothing says where its document is", help)
