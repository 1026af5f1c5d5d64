"""Which records name another one, as far as an audience sees them and the fields that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from igreg.model.base import Record
from igreg.model.marks import Ref
from igreg.model.walk import Plan, plan, walk
from igreg.site.audience import Audience, may_see
from igreg.site.labels import named_as
from igreg.site.page import Line, Points, Section, line
from igreg.site.seen import Seen

_MANY_NAMES = 200
"""So many records that name one are listed; of more the others are counted."""

WhoNames = Mapping[str, list[tuple[Record, Line]]]
"""For each id, the records that name it, each with its name as a link and how it names it, in brackets."""


def who_names(seen: Seen) -> WhoNames:
    """Of all ids at once: each record is gone through once, and of a field that is not seen nothing is asked."""
    out: dict[str, list[tuple[Record, Line]]] = defaultdict(list)
    for record in seen.register.references.records:
        way, named = _seen_way(seen.audience, record.kind, type(record)), None
        for _, target, words in walk(record, way) if way.here or way.parts else ():
            named = named or seen.named(record.identity)
            if not named:
                break
            out[target].append((record, (named, words)))
    return out


def naming(found: WhoNames, record: Record) -> Iterator[Section]:
    """What names the record, kind by kind; of a record that names it in several fields, the first."""
    kinds: dict[str, dict[str, Line]] = {}
    for other, words in found.get(record.identity or "", ()):
        if other is not record:
            kinds.setdefault(other.many, {}).setdefault(other.identity or "", words)
    for many, lines in kinds.items():
        listed = tuple(lines.values())
        more = len(listed) - _MANY_NAMES
        if more > 0:
            listed = (*listed[:_MANY_NAMES], line(f"and {more} more"))
        yield Section(f"{many[:1].upper()}{many[1:]}", (Points(listed),))


@cache
def _seen_way(audience: Audience, kind: str, model: type[Record]) -> Plan:
    """Where in a model the references are whose fields an audience sees; in place of its mark each has its field."""
    return _seen_of(plan(model, Ref), audience, kind, "")


def _seen_of(way: Plan, audience: Audience, kind: str, before: str) -> Plan:
    here = tuple(
        (attribute, key, f" ({named_as(key, many=many)})", many)
        for attribute, key, _, many in way.here
        if may_see(audience, kind, f"{before}{key}")
    )
    below = [
        (attribute, key, _seen_of(inner, audience, kind, f"{before}{key}."), many)
        for attribute, key, inner, many in way.parts
    ]
    return Plan(here, tuple(one for one in below if one[2].here or one[2].parts))
