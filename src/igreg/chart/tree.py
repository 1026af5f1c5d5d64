"""The tree of accountability: who stands above whom, and which part of it is to be drawn (ruling A115)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

from igreg.analysis.accountability import all_lines, line_above
from igreg.analysis.units import children_of, with_all_below
from igreg.chart.view import View
from igreg.dataclass import dataclass
from igreg.errors import IgregError, unknown
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit

Post = Role | Group


@dataclass(frozen=True)
class Tree:
    """Roles and groups by id, in the order of the register, with who stands above whom."""

    view: View

    @cached_property
    def all_posts(self) -> Mapping[str, Post]:
        """Every role and group of the day; one without a usable id, or with another's, under a name that is no id."""
        register, there = self.view.register, self.view.tenure.there
        found: dict[str, Post] = {}
        posts: tuple[Post, ...] = (*there.roles, *there.groups)
        for number, post in enumerate(posts, 1):
            known = post.id and register.by_id.get(post.id) is post
            found[post.id if known and post.id else f"_{number}"] = post
        return found

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """Those to be drawn."""
        chosen = self._chosen()
        return {id: post for id, post in self.all_posts.items() if id in chosen}

    @cached_property
    def top(self) -> str | None:
        """The top of the chart, where the register names one that it has."""
        top = self.view.register.organisation.top
        return top if top in self.all_posts else None

    def above(self, id: str) -> str | None:
        """Who stands above, where the register has such a record; nobody stands above itself."""
        post = self.all_posts.get(id)
        upper = post.accountable_to if post is not None else None
        return upper if upper in self.all_posts and upper != id else None

    @cached_property
    def children(self) -> Mapping[str, Sequence[str]]:
        """Who stands directly below, among those to be drawn: branches first, then leaves."""
        out: dict[str, list[str]] = {}
        for id in self.posts:
            upper = self.above(id)
            if upper is not None and upper in self.posts:
                out.setdefault(upper, []).append(id)
        return out

    @cached_property
    def order(self) -> Sequence[str]:
        """All that is to be drawn, in reading order: the top first, each branch whole; what hangs on nothing last."""
        out: list[str] = []
        seen: set[str] = set()
        roots = [id for id in self.posts if self.above(id) not in self.posts]
        first = [self.top] if self.top in self.posts and self.top is not None else []
        for root in (*first, *roots, *self.posts):
            stack = [root]
            while stack:
                id = stack.pop()
                if id not in seen:
                    seen.add(id)
                    out.append(id)
                    stack.extend(reversed(self.children.get(id, ())))
        return out

    def _chosen(self) -> set[str]:
        view = self.view
        chosen = set(self.all_posts)
        if view.unit is not None:
            units = units_below(view, view.unit)
            chosen = {id for id, post in self.all_posts.items() if isinstance(post, Role) and post.unit in units}
        if view.area is not None:
            if view.area not in view.register.areas:
                raise unknown("--area", "area", view.area, view.register.areas)
            leads = {
                id for id, post in self.all_posts.items() if isinstance(post, Role) and view.area in post.areas
            } & chosen
            chosen = leads | {id for id, post in self.all_posts.items() if sits_in(post, leads)}
        if view.unit is not None or view.area is not None:
            chosen |= all_lines(view.register, chosen) & self.all_posts.keys()
        if view.depth is not None:
            chosen = {id for id in chosen if self._is_within(id, view.depth)}
        return chosen

    def _is_within(self, id: str, steps: int) -> bool:
        """Whether it is no more than so many steps of accountability below the top, or whatever it hangs on."""
        line = [id, *islice(line_above(self.view.register, id), steps + 1)]
        return self.top in line[: steps + 1] or len(line) <= steps + 1


def sits_in(post: Post, roles: set[str]) -> bool:
    """Whether one of the roles chairs a group, keeps its minutes or is a member of it."""
    return isinstance(post, Group) and not roles.isdisjoint(post.sitting)


def units_below(view: View, unit: str) -> set[str]:
    """A unit and all below it; a clear word where there is no such unit, or none on the day."""
    if view.register.get(Unit, unit) is not None and not view.is_there(unit):
        raise IgregError(f"--unit: {view.title(unit)} is not there on {view.day}", "give one of its days with --as-of")
    units = view.tenure.there.units
    if not any(one.id == unit for one in units):
        hint = view.register.lookup.hint(unit, ("units",)) if units else "the register has no units"
        raise IgregError(f"--unit: there is no unit {unit!r}", hint)
    return with_all_below(unit, children_of(units))
