"""Personal data without a lawful basis, or special category data without a condition."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.rules._rule import Context, rule


@rule("IG804", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for asset in ctx.register.of(Asset):
        if asset.personal_data and asset.lacks("lawful_basis"):
            message = f"{asset.called} holds personal data and names no lawful basis"
            yield asset.fault((), message, "add `lawful_basis:` (UK GDPR, Article 6)")
        if asset.special_category and asset.lacks("condition"):
            message = f"{asset.called} holds special category data and names no condition"
            yield asset.fault((), message, "add `condition:` (UK GDPR, Article 9)")
