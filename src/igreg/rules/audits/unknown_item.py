"""An answer is to an item that its framework does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from igreg.findings import Fault, Severity
from igreg.language.suggest import one_of
from igreg.model.said import shown
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed

if TYPE_CHECKING:
    from igreg.model.packs.pack import Pack

ENOUGH = 100
"""For how many unknown items the nearest is looked for; after that nobody reads suggestions."""


@rule("IG523", Severity.ERROR, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    left = ENOUGH
    for one in ctx.returns:
        moved = _moved(one.pack)
        for index, answer in enumerate(one.assessment.answers if one.assessment is not None else ()):
            if one.assessment is None or answer.item is None or answer.item in one.pack.by_item:
                continue
            left -= 1
            now = moved.get(answer.item)
            if now:
                help = f"it is {listed(now, 'or')} in {one.pack.id}"
            elif left >= 0:
                help = one_of(answer.item, one.pack.by_item, f"see the items: igreg frameworks {one.pack.id}")
            else:
                help = f"see the items: igreg frameworks {one.pack.id}"
            message = f"{one.pack.id} has no item {shown(answer.item)}"
            yield one.assessment.fault(("answers", index, "item"), message, help, subject=answer.item)


def _moved(pack: Pack) -> dict[str, list[str]]:
    """The items that stand in the place of one of an older edition, by its id."""
    out: dict[str, list[str]] = {}
    for item in pack.items:
        for old in item.replaces:
            out.setdefault(old, []).append(item.id or "")
    return out
