"""The ICO registration or a certificate is past its date or not there, or the last DSPT edition was not published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.publication import publication_asked, unpublished
from igreg.deadlines import certificate_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG809", Severity.ERROR, "law", "charges-2018", "lists.dspt-publishers", "lists.dspt-by-contract")
def check(ctx: Context) -> Iterator[Fault]:
    for due in certificate_ends.due.past(ctx):
        if due.path == certificate_ends.ICO_PATH:
            message = f"the ICO registration ended on {long_day(due.day)}"
            help = "pay the fee and write the new day; whoever has to pay it and does not can be fined (SI 2018/480)"
        else:
            message = f"the certificate {due.subject!r} ended on {long_day(due.day)}"
            help = "renew it, or take it out"
        yield due.record.fault(due.path, message, help, subject=due.subject)
    organisation = ctx.register.organisation
    if organisation.ico_registration is None:
        message = "nothing is said of the ICO registration; who processes personal data pays a fee unless exempt"
        help = "write `ico_registration` with its number and day, or an exception that says why you are exempt"
        yield replace(organisation.fault((), message, help, subject="ICO registration"), severity=Severity.WARNING)
    asked, edition = publication_asked(ctx), unpublished(ctx)
    if asked is not None and edition is not None:
        message = (
            f"the DSPT of {edition.years} closed on {long_day(edition.closes)}, and no publication of it is recorded"
        )
        help = f"publish, and add it to `dspt`: {{edition: {edition.years}, status: ..., published: ...}}"
        if asked is Severity.INFO:
            message += "; whether it is asked of you depends on your contracts and on the systems that you use"
        yield replace(organisation.fault((), message, help, subject="DSPT"), severity=asked)
