"""How many are trained, for the list of training: whether a target is reached or not, the figure is shown."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import Share, by_worker, percent
from igreg.dataclass import dataclass
from igreg.facts.own import your_own


@dataclass(frozen=True, slots=True)
class ShareRow:
    """The share of those of a plan who are trained in a course."""

    plan: str | None
    plan_title: str
    course: str
    course_title: str
    trained: int
    counted: int
    target: float | None
    """How many of a hundred should be; nothing where nobody asks for a share."""
    reached: bool
    window: str | None
    """How old a record may be, where the yearly window applies."""
    workers: Mapping[str, tuple[int, int]]
    """How many are trained, and how many count, of each sort of worker."""
    yours: str = ""
    """The organisation's own rows that say how many or how lately, each with its source; empty where none is."""

    @property
    def percent(self) -> float:
        """The share in a hundred, rounded down to one decimal: what is under a target never looks as if reached."""
        return percent(self.trained, self.counted)


def share_rows(
    as_of: AsOf, *, reached: bool, area: str | None = None, units: frozenset[str] | None = None
) -> tuple[ShareRow, ...]:
    """The shares that are under their target; with `reached` all, of courses without a target too.

    With `units` of their people only, with an `area` of its courses only. Where nobody counts there is no share.
    """
    people = None
    if units is not None:
        people = frozenset(person for unit in units for person in as_of.audiences.by_unit.get(unit, ()))
    out = []
    for share in as_of.shares:
        if people is not None:
            share = share.among(people)
        if share.due and (reached or not share.is_reached) and (area is None or area in share.course.areas):
            out.append(_row(as_of, share))
    return tuple(out)


def _row(as_of: AsOf, share: Share) -> ShareRow:
    return ShareRow(
        plan=share.plan.id,
        plan_title=share.plan.called,
        course=share.course.id or "",
        course_title=share.course.called,
        trained=share.trained,
        counted=len(share.due),
        target=share.target,
        reached=share.is_reached,
        window=str(share.window) if share.window is not None else None,
        workers=by_worker(as_of.audiences, share),
        yours=your_own(as_of.facts, share.rests_on),
    )
