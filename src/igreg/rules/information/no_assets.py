"""The register names no information that the organisation holds."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.rules._rule import Context, rule


@rule("IG832", Severity.WARNING, "own", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    if register.has_organisation and not register.of(Asset) and Asset.kind not in register.lost_kinds:
        message = "no information asset is in the register: nothing says what is held, where and why"
        help = "begin with the care records, in assets.yaml: id, name, owner, personal_data, lawful_basis"
        yield register.organisation.fault((), message, help)
