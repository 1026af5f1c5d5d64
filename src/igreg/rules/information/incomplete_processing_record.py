"""A record of processing lacks what Article 30 asks for."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.processing import Processing
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed

_OF_CONTROLLERS = ("purposes", "subjects", "categories", "recipients", "retention", "security")
_ASKED = {
    "controller": _OF_CONTROLLERS,
    "joint-controller": ("controllers", *_OF_CONTROLLERS),
    "processor": ("controllers", "categories", "security"),
}
"""What Article 30(1) and (2) ask for that has a field of its own (rulings B57, B59)."""


@rule("IG822", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for record in ctx.register.of(Processing):
        missing = [_called(field) for field in _ASKED.get(record.our_role or "", ()) if _is_missing(record, field)]
        if missing:
            paragraph = 2 if record.our_role == "processor" else 1
            message = f"{record.called}: {listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
            yield record.fault((), message, f"UK GDPR, Article 30({paragraph}), asks for each of them")


def _is_missing(record: Processing, field: str) -> bool:
    return record.lacks(field) and (field != "recipients" or record.lacks("recipient_categories"))


def _called(field: str) -> str:
    return "`recipients` or `recipient_categories`" if field == "recipients" else f"`{field}`"
