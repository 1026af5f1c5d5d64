"""A return: an assessment, or a pack as if nothing had been answered, with its days, its owners and what was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.analysis.returns.given import Given, says
from igreg.dataclass import dataclass
from igreg.facts.organisation import Standing
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Item, Pack, Whom


def whom(standing: Standing) -> Whom:
    """The words that a pack's rows may be of for an organisation: its type goes before its category (ruling E19)."""
    return (standing.type, f"category-{standing.category}")


@dataclass(frozen=True)
class Return:
    """What is asked of the organisation by a pack, and what an assessment answers; without one, nothing.

    What the register shows is no part of it: see `states.py`.
    """

    as_of: AsOf
    pack: Pack
    assessment: Assessment | None = None

    @cached_property
    def whom(self) -> Whom:
        """Whose rows of the pack count."""
        return whom(self.as_of.standing)

    @cached_property
    def asked(self) -> tuple[Item, ...]:
        """The items that are asked, in the pack's order: mandatory, optional and not established (ruling E06)."""
        return tuple(self.pack.asked_of(self.whom))

    @cached_property
    def mandatory(self) -> tuple[Item, ...]:
        """The items that are mandatory here; they alone are counted (ruling E06)."""
        return tuple(item for item in self.asked if item.need_of(self.whom) == "mandatory")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be published."""
        return self.assessment is None or self.assessment.is_open

    @property
    def deadline(self) -> dt.date | None:
        """The last day to publish it: the assessment's `due`, else the pack's deadline (ruling E09)."""
        own = self.assessment.due if self.assessment is not None else None
        return own or self.pack.deadline

    @property
    def days(self) -> int | None:
        """How many days are left until the deadline, negative when it is past; nothing where there is none."""
        return None if self.deadline is None else (self.deadline - self.as_of.today).days

    @property
    def target(self) -> str | None:
        """The status to reach, as the pack spells it: the assessment's, else the one that needs all mandatory items."""
        own = self.assessment.target if self.assessment is not None else None
        if own is None:
            return self.pack.target
        known = self.pack.status(own)
        return known.id if known is not None else own

    @property
    def category(self) -> int | None:
        """The DSPT category; nothing where the pack asks for none (ruling E09)."""
        return self.as_of.standing.category if self.pack.asks_category else None

    @property
    def judged_on(self) -> dt.date:
        """The day by which the age of an answer is judged: of what is published, the day it was (ruling E42)."""
        if self.assessment is not None and not self.is_open and self.assessment.published is not None:
            return self.assessment.published
        return self.as_of.today

    @cached_property
    def given(self) -> Mapping[str, Given]:
        """What stands in the assessment, by item; of two for one item the first. Items the pack lacks are left out."""
        out: dict[str, Given] = {}
        for index, answer in enumerate(self.assessment.answers if self.assessment is not None else ()):
            item = self.pack.by_item.get(answer.item or "")
            if item is not None and item.id is not None and item.id not in out:
                out[item.id] = Given(answer, index, says(self.as_of.register, self.pack, item, answer, self.whom))
        return out

    def of(self, item: Item) -> Given | None:
        """What stands in the assessment for an item."""
        return self.given.get(item.id or "")

    def is_answered(self, item: Item) -> bool:
        """Whether somebody has answered an item and put their name to it (ruling E37)."""
        given = self.of(item)
        return given is not None and given.counts

    def unanswered(self) -> Iterator[Item]:
        """The mandatory items that nobody has answered."""
        return (item for item in self.mandatory if not self.is_answered(item))

    def stale_since(self, item: Item) -> dt.date | None:
        """The last day on which an answer still counted, where it is too old (ruling E42); nothing where it is not.

        An answer from before the edition opened never did: the day is the one before its opening.
        """
        given = self.of(item)
        if given is None or not given.counts or given.answer.on is None:
            return None
        if self.pack.opens is not None and given.answer.on < self.pack.opens:
            return self.pack.opens - dt.timedelta(days=1)
        last = None if item.max_age is None else item.max_age.after(given.answer.on)
        return last if last is not None and last < self.judged_on else None

    def is_stale(self, item: Item) -> bool:
        """Whether an answer is too old."""
        return self.stale_since(item) is not None

    def owner(self, item: Item) -> str | None:
        """The role that answers an item: the answer's, else the assessment's, else the first IG lead (ruling E10)."""
        given = self.of(item)
        if given is not None and given.answer.owner is not None:
            return given.answer.owner
        if self.assessment is not None:
            return self.assessment.owner
        return next((role.id for role in self.as_of.tenure.roles_with.get("ig-lead", ()) if role.id), None)

    def set_aside_unoffered(self, item: Item) -> bool:
        """Whether an item is set aside though the pack says of others, and not of this one, when they may be."""
        given = self.of(item)
        if given is None or not given.counts or not given.set_aside or item.not_applicable_when:
            return False
        return any(one.not_applicable_when for one in self.pack.items)


def returns(as_of: AsOf) -> Iterator[Return]:
    """Every assessment of the register whose pack is sound, in the order of files (ruling E17 tells of the others)."""
    for assessment in as_of.register.of(Assessment):
        pack = pack_of(as_of, assessment)
        if pack is not None:
            yield Return(as_of, pack, assessment)


def pack_of(as_of: AsOf, assessment: Assessment) -> Pack | None:
    """The pack that an assessment answers, where it is known and sound."""
    if assessment.framework is None:
        return None
    read = as_of.register.packs.meant(assessment.framework, as_of.today)
    return as_of.usable(read) if read is not None else None
