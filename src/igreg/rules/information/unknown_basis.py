"""A lawful basis or a condition that the law does not have."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.bases import Paragraphs, conditions, lawful_bases, listed_texts, names_schedule
from igreg.findings import Fault, KeyPath, Severity
from igreg.language.suggest import did_you_mean
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule

_KINDS = (Asset, Processing)
_EXAMPLES = {
    "lawful_basis": "write it as Article 6(1)(e), or by its name, such as public task",
    "condition": "write it as Article 9(2)(h), or by its name, such as health or social care",
}
_CALLED = {"lawful_basis": "lawful basis of Article 6(1)", "condition": "condition of Article 9(2)"}


@rule("IG829", Severity.ERROR, "law", "uk-gdpr", "lists.lawful-bases", "lists.conditions")
def check(ctx: Context) -> Iterator[Fault]:
    known = {"lawful_basis": lawful_bases(ctx.facts), "condition": conditions(ctx.facts)}
    for record in (record for kind in _KINDS for record in ctx.register.of(kind)):
        for key, paragraphs in known.items():
            value = getattr(record, key)
            for index, text in enumerate(listed_texts(value)):
                if not _is_known(key, text, paragraphs):
                    path: KeyPath = (key, index) if isinstance(value, list) else (key,)
                    help = did_you_mean(paragraphs.nearest(text), _EXAMPLES[key])
                    yield record.fault(path, f"{text!r} names no {_CALLED[key]}", help)


def _is_known(key: str, text: str, paragraphs: Paragraphs) -> bool:
    return bool(paragraphs.named(text)) or (key == "condition" and names_schedule([text]))
