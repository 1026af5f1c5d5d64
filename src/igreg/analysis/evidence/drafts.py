"""The answer that is drafted for an item that the register shows, from its template and plain values (ruling E36)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from igreg.analysis.evidence.prover import Prover
from igreg.analysis.evidence.records import One, matching, own_day, reviewed
from igreg.analysis.evidence.share import courses_meant, trained
from igreg.analysis.evidence.shown import Shown
from igreg.language.english import listed, long_day
from igreg.language.template import Unfilled, fill
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds.roles import Role
from igreg.model.packs.pack import Item
from igreg.model.packs.proofs import Records, Share
from igreg.model.packs.reading import Reading

NAMES = ("held", "role", "organisation", "share", "count", "last")
"""The names that a template may use."""
MOST = 100
"""So many entries of a list are given to a template at most."""
YES = "yes"


class Words(list[str]):
    """Some words, which a template shows as a list in a sentence."""

    def __str__(self) -> str:
        return listed(self)


class Fields(dict[str, Any]):
    """The fields of a record as plain values, which a template shows as its title or name."""

    def __str__(self) -> str:
        return str(self.get("title") or self.get("name") or self.get("id") or self.get("date") or "")


class Drafter:
    """Drafts, for one register on one day."""

    def __init__(self, prover: Prover) -> None:
        self.prover, self.as_of = prover, prover.as_of

    def draft(self, item: Item, shown: Shown) -> str | None:
        """The drafted answer; None where the register does not show the item, or there is nothing to say of it."""
        if shown.register != "shown":
            return None
        if item.answer is None:
            return YES if item.input == "yes-no" else None
        try:
            return fill(item.answer, self.names) or None
        except Unfilled:
            return None

    @cached_property
    def names(self) -> Mapping[str, object]:
        """What a template may use."""
        given: dict[str, Callable[..., object]] = {
            "held": self._held,
            "role": self._role,
            "share": self._share,
            "count": self._count,
            "last": self._last,
        }
        return {**given, "organisation": plain(self.as_of.register.organisation)}

    def _roles(self, function: str) -> list[Role]:
        tenure = self.as_of.tenure
        found = tenure.roles_with.get(str(function)) or tenure.leads.get(str(function)) or []
        return [role for role in found if tenure.is_held(role)]

    def _held(self, function: str) -> Words:
        """The names of those who hold a function, or lead an area, today."""
        tenure, register = self.as_of.tenure, self.as_of.register
        people = [one.holder.staff for role in self._roles(function) for one in tenure.holders(role)]
        return Words(register.title(staff) for staff in _some(dict.fromkeys(people), f"nobody holds {function}"))

    def _role(self, function: str) -> Words:
        """The titles of the roles with a function that are held today."""
        return Words(role.called for role in _some(self._roles(function), f"nobody holds {function}"))

    def _share(self, course: str | None = None, area: str | None = None, within: str | None = None) -> float:
        """How many of a hundred are trained, rounded down to a tenth."""
        written = {"share": "training", "course": course, "area": area, "within": within}
        proof = Reading().proof({key: value for key, value in written.items() if value is not None}, ())
        courses = courses_meant(self.as_of, proof) if isinstance(proof, Share) else []
        due, without = trained(self.as_of, courses, proof) if isinstance(proof, Share) and courses else ((), ())
        if not due:
            raise Unfilled("nobody counts in the share")
        tenths = (len(due) - len(without)) * 1000 // len(due)
        return tenths // 10 if tenths % 10 == 0 else tenths / 10

    def _matching(self, kind: str, asked: Mapping[str, Any]) -> list[One]:
        proof = Reading().proof({"records": kind, **asked}, ())
        if not isinstance(proof, Records) or not proof.kind:
            raise Unfilled(f"no kind is called {kind!r}")
        return matching(self.as_of, self.prover.counting, proof)

    def _count(self, kind: str, **asked: Any) -> int:
        """How many records of a kind there are, of which the rest holds as in a proof."""
        return len(self._matching(kind, asked))

    def _last(self, kind: str, **asked: Any) -> Fields:
        """The record of them with the latest day of its own, else the one reviewed last, as plain values."""
        found = list(_some(self._matching(kind, asked), f"there are no {kind}"))
        day = {id(one): own_day(self.as_of, one, kind) or reviewed(one) or dt.date.min for one in found}
        one = max(found, key=lambda one: day[id(one)])
        out = plain(one) if isinstance(one, Part) else Fields({key: value(part) for key, part in one._asdict().items()})
        at = day[id(one)]
        return Fields(out) if at == dt.date.min else Fields({**out, "day": long_day(at)})


def _some(found: Iterable[Any], otherwise: str) -> Iterable[Any]:
    """What was found; a template that would say nothing in its place is not filled in."""
    out = list(found)
    if not out:
        raise Unfilled(otherwise)
    return out


def plain(part: Part) -> Fields:
    """The fields of a record or part as plain values, days in words."""
    out = Fields()
    for key, found in fields_of(type(part)).items():
        given = getattr(part, found.attribute)
        if given not in (None, [], ""):
            out[key] = value(given)
    return out


def value(given: Any) -> Any:
    """One value as a template sees it."""
    if isinstance(given, Part):
        return plain(given)
    if isinstance(given, dt.date):
        return long_day(given)
    if isinstance(given, bool | int | float | Decimal) or given is None:
        return given
    if isinstance(given, list):
        some = [value(one) for one in given[:MOST]]
        return Words(some) if all(isinstance(one, str) for one in some) else some
    return str(given)
