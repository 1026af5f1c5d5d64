"""A record of processing without what makes it lawful: a basis, a condition, or those for whom it is done."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule


@rule("IG820", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    """A processor's basis is the controller's to name; without `our_role` neither is asked (ruling B56)."""
    for record in ctx.register.of(Processing):
        if record.our_role == "processor":
            if record.lacks("controllers"):
                message = f"{record.called} is done for somebody else, and nothing says for whom"
                yield record.fault((), message, "add `controllers:` with the bodies for whom it is done")
            continue
        if record.our_role is None:
            continue
        if record.lacks("lawful_basis"):
            yield record.fault((), f"{record.called} names no lawful basis", "add `lawful_basis:` (UK GDPR, Article 6)")
        if record.special_category and record.lacks("condition"):
            message = f"{record.called} is about special category data and names no condition"
            yield record.fault((), message, "add `condition:` (UK GDPR, Article 9)")
