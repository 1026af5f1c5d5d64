"""Shares of people trained that move (ruling H19)."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.consequences.words import When
from igreg.analysis.training_plans import Share
from igreg.language.english import are, counted

KINDS = ("organisation", "training-plans", "courses", "training-records", "staff", "units", "roles", "groups")
"""Who is in a plan, and what they have done."""

Key = tuple[str, str, int]
"""A plan, a course, and how often the plan has named the course before."""


def of_training(compared: Compared) -> Iterator[Consequence]:
    """Each course of each plan of which another share is trained, in per cent to one decimal."""
    if not compared.lost.isdisjoint(KINDS):
        return
    if not compared.touches(*KINDS) and not compared.judged_otherwise:
        return
    was = {(compared.now(plan), compared.now(course), nth): one for (plan, course, nth), one in _of(compared.before)}
    now = dict(_of(compared.after))
    for key, new in now.items():
        old = was.get(key)
        before, after = (_per_cent(one) if one is not None else None for one in (old, new))
        if old is not None and before is not None and after is not None and before != after:
            yield _consequence(compared, key, (old, new), (before, after))


def _of(as_of: AsOf) -> Iterator[tuple[Key, Share]]:
    seen: dict[tuple[str, str], int] = {}
    for one in as_of.shares:
        key = one.plan.id, one.course.id
        if key[0] and key[1]:
            pair = key[0], key[1]
            yield (*pair, seen.get(pair, 0)), one
            seen[pair] = seen.get(pair, 0) + 1


def _per_cent(share: Share) -> float | None:
    """How many of a hundred are trained, to the nearest tenth; nothing where nobody counts."""
    return round(100 * share.trained / len(share.due), 1) if share.due else None


def _consequence(
    compared: Compared, key: Key, shares: tuple[Share, Share], per_cent: tuple[float, float]
) -> Consequence:
    """The sentence counts people: what is under a target never looks as if it were reached."""
    (plan, course, _), (old, new), (before, after) = key, shares, per_cent
    people = counted(len(new.due), "person", "people")
    said = (
        f"in the training plan “{compared.title(plan)}” {new.trained} of {people} "
        f"{are(len(new.due))} trained in “{compared.title(course)}”; "
        f"it was {old.trained} of {len(old.due)}{_target(old, new)}"
    )
    day = compared.day
    when = When(day, None, compared.today, compared.day)
    text = when.tell(said)
    return Consequence("training-share", plan, before, after, day, None, text, course=course, gain=after > before)


def _target(old: Share, new: Share) -> str:
    if new.target is None:
        return ""
    if not new.is_reached:
        return f", and the target is {new.target:g} %{', which was reached' if old.is_reached and old.target else ''}"
    return f", and the target of {new.target:g} % is reached" if not old.is_reached else ""
