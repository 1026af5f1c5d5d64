"""In what state is each item of a return, and which statuses are reached by it?

Whatever asks for the state of an item asks here: what the register shows is one thing, what somebody has answered is
another, and nothing is met that nobody has answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, get_args

from igreg.analysis.evidence.prover import Prover
from igreg.analysis.evidence.shown import Register, Shown
from igreg.analysis.returns.framework_return import Return
from igreg.analysis.returns.given import Given, shows_itself
from igreg.dataclass import dataclass
from igreg.model.packs.pack import Item, Status, plain_needs, spelt

State = Literal["met", "not-met", "unanswered", "stale", "contradicted", "not-applicable", "recorded"]
"""`recorded`: a level was given, and nobody knows which one is needed (ruling E41)."""
STATES: tuple[str, ...] = get_args(State)
RECORDED = "recorded"
DONE: frozenset[str] = frozenset({"met", "not-applicable"})
"""The states with which an item no longer stands between an organisation and a status."""


@dataclass(frozen=True)
class ItemState:
    """One item of a return."""

    item: Item
    need: str
    """`mandatory`, `optional`, or `unknown` where it is not established."""
    approaching: bool
    shown: Shown
    state: State
    given: Given | None
    owner: str | None

    @property
    def register(self) -> Register:
        """What the register shows of it."""
        return self.shown.register


class States:
    """The states of a return's items on its day."""

    def __init__(self, of: Return, prover: Prover) -> None:
        self.of, self.prover = of, prover

    @cached_property
    def items(self) -> tuple[ItemState, ...]:
        """Every item that is asked, in the pack's order (ruling E06)."""
        return tuple(map(self.item, self.of.asked))

    @cached_property
    def by_item(self) -> Mapping[str, ItemState]:
        """The same by id."""
        return {one.item.id: one for one in self.items if one.item.id}

    def item(self, item: Item) -> ItemState:
        """One item with what the register shows of it and the state it is in."""
        whom, shown = self.of.whom, self.prover.item(item)
        return ItemState(
            item,
            item.need_of(whom) or "optional",
            item.is_approaching(whom),
            shown,
            self.state(item, shown),
            self.of.of(item),
            self.of.owner(item),
        )

    def state(self, item: Item, shown: Shown) -> State:
        """The first that is true of unanswered, not met, contradicted, stale, not applicable and met (ruling E39)."""
        given = self.of.of(item)
        if given is None or not given.counts:
            return "unanswered"
        if given.says == "no":
            return "not-met"
        if self.is_contradicted(item, shown):
            return "contradicted"
        if self.of.is_stale(item):
            return "stale"
        if given.set_aside:
            return "not-applicable"
        return "recorded" if given.says == "recorded" else "met"

    def is_contradicted(self, item: Item, shown: Shown) -> bool:
        """Whether an item is answered with a yes that the register does not bear out (ruling E74).

        An answer that names records or documents that are there stands, unless the register shows the opposite.
        """
        given = self.of.of(item)
        if given is None or not given.counts or given.says != "yes" or shown.register not in ("partly", "not-shown"):
            return False
        return shown.opposite or not shows_itself(self.of.as_of.register, item, given.answer)

    @cached_property
    def summary(self) -> Mapping[str, int]:
        """How many mandatory items are in each state, and of how many the register shows what (ruling E06).

        `recorded` is counted where a level is asked for and nobody knows which one (ruling E41).
        """
        mandatory = [one for one in self.items if one.need == "mandatory"]
        states: Counter[str] = Counter(one.state for one in mandatory)
        shown: Counter[str] = Counter(one.register for one in mandatory)
        levels = any(self._is_level_unknown(one.item) for one in self.items)
        names = [name for name in STATES if levels or name != RECORDED]
        return {**{name: states[name] for name in names}, **{name: shown[name] for name in get_args(Register)}}

    def _is_level_unknown(self, item: Item) -> bool:
        return item.input == "level" and self.of.pack.level_of(item, self.of.whom) is None

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """The pack's statuses that this organisation could be given, the best last."""
        return tuple(
            status
            for status in self.of.pack.statuses
            if not status.applies_to or any(one in status.applies_to for one in self.of.whom)
        )

    def needed_by(self, status: Status) -> Iterator[ItemState]:
        """The items that a status needs (ruling E21)."""
        words = [one for one in plain_needs(status) if isinstance(one, str)]
        for one in self.items:
            if ("mandatory" in words and one.need == "mandatory") or ("approaching" in words and one.approaching):
                yield one

    def is_reached(self, status: Status) -> bool:
        """Whether every item that a status needs is met or does not apply, and every proof that it needs holds.

        A status without any item is never reached, nor one with an item whose level nobody knows (rulings E21, E41).
        """
        needed = list(self.needed_by(status))
        if status not in self.statuses or not needed:
            return False
        if any(one.state not in DONE or self._is_level_unknown(one.item) for one in needed):
            return False
        return all(outcome.holds and not outcome.unknown for outcome in self.prover.status(status))

    @cached_property
    def reached(self) -> str | None:
        """The best status that is reached; nothing where none is."""
        return next((one.id for one in reversed(self.statuses) if self.is_reached(one)), None)

    def satisfies(self, wanted: str) -> bool:
        """Whether what is reached is the status asked for or a better one (ruling E12)."""
        order = [spelt(one.id) for one in self.of.pack.statuses if one.id]
        if self.reached is None or spelt(wanted) not in order:
            return False
        return order.index(spelt(self.reached)) >= order.index(spelt(wanted))

    def between(self) -> Iterator[ItemState]:
        """The items that stand between here and the target."""
        target = self.of.target
        status = self.of.pack.status(target) if target is not None else None
        if status is not None:
            yield from (one for one in self.needed_by(status) if one.state not in DONE)

    def set_aside_unoffered(self) -> Iterator[ItemState]:
        """The items that are set aside though the pack does not offer it of them (ruling E73)."""
        return (one for one in self.items if self.of.set_aside_unoffered(one.item))
