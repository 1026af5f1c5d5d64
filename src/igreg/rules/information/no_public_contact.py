"""The public cannot reach the data protection officer or the Caldicott Guardian."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, good_practice, rule


@rule("IG810", Severity.WARNING, "law", "uk-gdpr", "ndg-guidance")
def check(ctx: Context) -> Iterator[Fault]:
    officers = ctx.tenure.roles_with.get("dpo", ())
    guardians = ctx.tenure.roles_with.get("caldicott-guardian", ())
    for role in {id(role): role for role in (*officers, *guardians)}.values():
        if role.public_contact or not role.lacks("public_contact"):
            continue
        message = f"nothing says how the public reaches {role.called}"
        fault = role.fault((), message, "add `public_contact:` with a mailbox or number of the post")
        elsewhere = role not in officers and not ctx.standing.in_england
        yield good_practice(fault, ctx.standing.country) if elsewhere else fault
