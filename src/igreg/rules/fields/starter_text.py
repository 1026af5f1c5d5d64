"""A word that `igreg init` wrote, or gave as an example, still stands where a real one belongs."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.staff import StaffMember
from igreg.model.said import shown
from igreg.rules._rule import Context, rule

BODIES = frozenset(
    {
        "Commissioner of our services",
        "Council that commissions care",
        "Government of the nation",
        "Integrated care board",
    }
)
"""The names that a starter gives to bodies of which there are many; one that there is once is its own name."""
LOCATION, ODS_CODE, REGISTRATION, EMAIL = "name of the system", "ABC12", "ZA000000", "jo.smith@example.org"
"""The examples in a starter's comments."""


@rule("IG119", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    for body in register.of(Body):
        if body.name in BODIES:
            message = f"{shown(body.name)} is what `igreg init` wrote, and names nobody"
            yield body.fault(("name",), message, "write the name of the one that it is")
    for asset in register.of(Asset):
        if asset.location == LOCATION:
            yield asset.fault(("location",), _example(LOCATION), "say where it is kept")
    for person in register.of(StaffMember):
        if person.email == EMAIL:
            yield person.fault(("email",), _example(EMAIL), "write the person's own address, or take it out")
    organisation = register.organisation
    if organisation.ods_code == ODS_CODE:
        yield organisation.fault(("ods_code",), _example(ODS_CODE), "write your own code")
    registration = organisation.ico_registration
    if registration is not None and registration.number == REGISTRATION:
        yield organisation.fault(("ico_registration", "number"), _example(REGISTRATION), "write your own number")


def _example(text: str) -> str:
    return f"{shown(text)} is the example that `igreg init` gave"
