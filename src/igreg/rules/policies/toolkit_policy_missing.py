"""A subject for which the toolkit asks a policy, and no policy in force says that it is about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule

_CATEGORIES = (3, 4)
"""The DSPT categories of which the policies are asked by subject (ruling B38)."""


@rule("IG312", Severity.WARNING, "toolkit", "lists.policy-subjects", "lists.network-where-relevant")
def check(ctx: Context) -> Iterator[Fault]:
    organisation, standing = ctx.register.organisation, ctx.standing
    if not standing.in_england or standing.category not in _CATEGORIES or _is_unsure(ctx):
        return
    policies = [policy for policy in ctx.register.of(Policy) if in_force(policy, ctx.today)]
    said = {subject for policy in policies for subject in policy.subjects}
    asked = ctx.facts.values("policy-subjects")
    if not any(policy.subjects for policy in ctx.register.of(Policy)):
        message = "no policy says which subjects of the toolkit it is about (DSPT version 8, item 1.3.1)"
        fault = organisation.fault((), message, f"write `subjects` in your policies: {', '.join(asked)}")
        yield replace(fault, severity=Severity.INFO)
        return
    for subject in asked:
        if subject not in said:
            message = f"the toolkit asks for a policy on {subject.replace('-', ' ')}, and none in force is about it"
            fault = organisation.fault((), message, f"add `subjects: [{subject}]` to the policy", subject=subject)
            relevant = subject != "network-security" or standing.type not in ctx.facts.values("network-where-relevant")
            yield fault if relevant else replace(fault, severity=Severity.INFO)


def _is_unsure(ctx: Context) -> bool:
    """Whether nothing says that it uses the toolkit: it is of no known type and gives no category."""
    return ctx.standing.type == "other" and ctx.register.organisation.dspt_category is None
