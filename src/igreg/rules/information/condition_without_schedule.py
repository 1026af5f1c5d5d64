"""A condition for special category data that needs one of Schedule 1 beside it, and none is named."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.bases import conditions, listed_texts, names_schedule
from igreg.findings import Fault, Severity
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG830", Severity.INFO, "law", "uk-gdpr", "lists.schedule-conditions")
def check(ctx: Context) -> Iterator[Fault]:
    known, needing = conditions(ctx.facts), frozenset(ctx.facts.values("schedule-conditions"))
    records: list[Asset | Processing] = [*ctx.register.of(Asset), *ctx.register.of(Processing)]
    for record in records:
        texts = listed_texts(record.condition)
        alone = sorted(needing & frozenset().union(*map(known.named, texts)))
        if alone and not names_schedule(texts):
            message = (
                f"Article {listed(alone)} counts only with a condition of Schedule 1 of the Data Protection Act 2018"
            )
            help = "name it in `condition:`, such as Schedule 1 paragraph 2 for health or social care"
            yield record.fault(("condition",), message, help)
