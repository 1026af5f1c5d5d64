"""Ids that are the same but for case."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.values import RESERVED_IDS
from igreg.register.ids import IdPlace, place_order
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG111", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    ids = {*register.kind_of, *RESERVED_IDS}
    if (together := " ".join(ids)) == together.lower() or len(set(map(str.lower, ids))) == len(ids):
        return
    alike: dict[str, list[str]] = {}
    for id in ids:
        alike.setdefault(id.lower(), []).append(id)
    for several in alike.values():
        if len(several) > 1:
            places = [(place_order(_place(ctx, id)), id) for id in several if id not in RESERVED_IDS]
            last = max(places)[1]
            others = listed(repr(id) for id in sorted(several) if id != last)
            place = _place(ctx, last)
            message = f"the id {last!r} differs from {others} in case only"
            help = "give it another id: on Windows and macOS their files would be one, and readers take them for one"
            yield place.record.fault(place.path, message, help)


def _place(ctx: Context, id: str) -> IdPlace:
    register = ctx.register
    return IdPlace(register.by_id[id], register.inner_paths.get(id, ("id",)), register.kind_of[id])
