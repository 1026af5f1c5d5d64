"""An asset with personal data that no record of processing names, where there are such records."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.article_30 import outside_the_record
from igreg.findings import Fault, Severity
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule


@rule("IG823", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for asset in outside_the_record(ctx.register) if ctx.register.of(Processing) else ():
        message = f"{asset.called} holds personal data, and no record of processing names it"
        yield asset.fault((), message, "name it in `assets:` of the record that it is used for, or write one")
