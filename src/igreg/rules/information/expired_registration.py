"""The ICO registration or a certificate is past its date."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG809", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    ico = organisation.ico_registration
    if ico is not None and ico.expires is not None and ico.expires < ctx.today:
        message = f"the ICO registration ended on {long_day(ico.expires)}"
        help = "pay the fee and write the new day; processing without it is an offence against SI 2018/480"
        yield organisation.fault(("ico_registration", "expires"), message, help, subject="ICO registration")
    for index, certificate in enumerate(organisation.certificates):
        if certificate.expires is not None and certificate.expires < ctx.today:
            message = f"the certificate {certificate.name!r} ended on {long_day(certificate.expires)}"
            path = ("certificates", index, "expires")
            yield organisation.fault(path, message, "renew it, or take it out", subject=certificate.name)
