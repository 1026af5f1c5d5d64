"""A vulnerable group is touched and the grade is below the floor."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import concerning_people
from igreg.findings import Fault, Severity
from igreg.language.english import are
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG606", Severity.WARNING, "toolkit", "limits.vulnerable-floor")
def check(ctx: Context) -> Iterator[Fault]:
    floor = ctx.number("vulnerable-floor")
    for incident in concerning_people(ctx.register):
        if not incident.vulnerable_group:
            continue
        low = [name for name in ("likelihood", "impact") if (getattr(incident, name) or floor) < floor]
        if low:
            grades = listed(f"{name} {getattr(incident, name)}" for name in low)
            message = f"a vulnerable group is touched, and {grades} {are(len(low))} below {floor:g}"
            help = f"grade it {floor:g} or more, or record an exception that says how it was contained"
            yield incident.fault((low[0],), message, help)
