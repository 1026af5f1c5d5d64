"""The ICO registration or a certificate is past its date."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import certificate_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG809", Severity.ERROR, "law", "charges-2018", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for due in certificate_ends.due.past(ctx):
        if due.path == certificate_ends.ICO_PATH:
            message = f"the ICO registration ended on {long_day(due.day)}"
            help = "pay the fee and write the new day; processing without it is an offence against SI 2018/480"
        else:
            message = f"the certificate {due.subject!r} ended on {long_day(due.day)}"
            help = "renew it, or take it out"
        yield due.record.fault(due.path, message, help, subject=due.subject)
