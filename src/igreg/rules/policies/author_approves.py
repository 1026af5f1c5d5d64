"""The author of a policy approves it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG305", Severity.WARNING, "own", "iso-9001")
def check(ctx: Context) -> Iterator[Fault]:
    for policy in ctx.register.of(Policy):
        if policy.author is None or policy.approver is None:
            continue
        both = ctx.tenure.in_common(policy.author, policy.approver)
        if policy.author != policy.approver and not both:
            continue
        name = who(ctx.register, both[0]) if both else who(ctx.register, policy.author)
        message = f"{name} wrote this policy and approves it"
        yield policy.fault(("approver",), message, "let another role or a group approve it")
