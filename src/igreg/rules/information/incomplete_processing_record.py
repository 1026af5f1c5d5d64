"""A record of processing lacks what Article 30 asks for."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.article_30 import missing_of
from igreg.findings import Fault, Severity
from igreg.language.english import are
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG822", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for record in ctx.register.of(Processing):
        missing = [_called(field) for field in missing_of(record)]
        if missing:
            paragraph = 2 if record.our_role == "processor" else 1
            message = f"{record.called}: {listed(missing)} {are(len(missing))} missing"
            yield record.fault((), message, f"UK GDPR, Article 30({paragraph}), asks for each of them")


def _called(field: str) -> str:
    return "`recipients` or `recipient_categories`" if field == "recipients" else f"`{field}`"
