"""By when a record must be reviewed at the latest, whatever day somebody sets for it, and what says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.in_force import start_of
from igreg.analysis.reviews import by_cycle
from igreg.dataclass import dataclass
from igreg.facts.tables import Limit
from igreg.model.base import Record
from igreg.model.packs.proofs import AllOf, AnyOf, Proof, Records
from igreg.model.shared import Review
from igreg.model.span import Span


@dataclass(frozen=True, slots=True)
class Latest:
    """The last day, and what sets it."""

    day: dt.date
    why: str


def pack_limits(as_of: AsOf) -> dict[str, Span]:
    """The shortest time since a review, by kind, within which the packs of the organisation ask for records.

    A pack asks it of some of a kind, and which they are may change: so it is kept to for all of them.
    """
    out: dict[str, Span] = {}
    for word in dict.fromkeys(as_of.register.organisation.frameworks):
        read = as_of.register.packs.meant(word, as_of.today)
        pack = read.pack if read is not None else None
        for item in pack.items if pack is not None else ():
            for kind, span in _reviewed(item.shown_by):
                known = out.get(kind)
                if known is None or known.longer_than(span, as_of.today):
                    out[kind] = span
    return out


def _reviewed(proofs: Iterable[Proof]) -> Iterator[tuple[str, Span]]:
    for proof in proofs:
        if isinstance(proof, Records) and proof.reviewed_within is not None:
            yield proof.kind, proof.reviewed_within
        elif isinstance(proof, AnyOf | AllOf):
            yield from _reviewed(proof.proofs)


def latest_review(as_of: AsOf, record: Record, packs: Mapping[str, Span]) -> Latest | None:
    """The last day on which a review of a record keeps to its own interval, to the figure in force for its kind, and to
    what a pack asks of the kind (`packs`); nothing where nothing is known but the day that is set."""
    review: Review = record.review  # type: ignore[attr-defined]
    found: list[Latest] = []
    own = by_cycle(record, review, as_of.today)
    if own is not None:
        found.append(Latest(own, f"its own interval of {review.every}"))
    since = review.last or start_of(record)
    key = f"review-{record.kind}"
    if since is not None and key in as_of.facts.table(Limit):
        span = as_of.span(key)
        found.append(Latest(span.after(since), f"the limit of {span} for {record.many}"))
    if since is not None and record.kind in packs:
        span = packs[record.kind]
        found.append(Latest(span.after(since), f"the {span} that a toolkit asks for"))
    return min(found, key=lambda one: one.day, default=None)
