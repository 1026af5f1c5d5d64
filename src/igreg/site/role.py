"""The page of a role: who holds it, what it does, whom it answers to, and who held it before."""

from __future__ import annotations

import datetime as dt

from igreg.language.english import long_day
from igreg.model.kinds.roles import Holder, Role
from igreg.site.entry import facts_of, sort_of
from igreg.site.labels import label
from igreg.site.naming import WhoNames, naming
from igreg.site.page import Block, Fact, Facts, Grid, Line, Page, Points, Section, line
from igreg.site.seen import Seen

_ELSEWHERE = frozenset(map(label, ("duties", "decides", "holders", "public_contact")))
_AS = {"substantive": "Holder", "acting": "Acting", "deputy": "Deputy"}


def role_page(seen: Seen, role: Role, place: str, who_names: WhoNames) -> Page:
    """The page of one role."""
    facts = tuple(one for one in facts_of(seen, role) if one.name not in _ELSEWHERE)
    sections = [Section("", (Facts(tuple(_today(seen, role))),))]
    for title, field in (("Duties", "duties"), ("What it may decide", "decides")):
        found = [line(seen.told(role, one, field)) for one in seen.get(role, field) or ()]
        if found:
            sections.append(Section(title, (Points(tuple(found)),)))
    about: tuple[Block, ...] = (Facts(facts),)
    sections += [Section("About the role", about)] if facts else []
    sections += [*_history(seen, role), *naming(who_names, role)]
    return Page(place, seen.title(role), sort_of(role), tuple(sections), _words(seen, role))


def _words(seen: Seen, role: Role) -> str:
    """What a role is found by beside its title: its functions, areas and the names of its holders."""
    areas = [seen.area(one) for one in role.areas]
    return " ".join((*role.all_functions, *areas, *seen.holders(role), seen.said(role.id or "")))


def _today(seen: Seen, role: Role) -> list[Fact]:
    facts = [Fact("Who", (line(seen.somebody(role)),))]
    deputies = seen.holders(role, deputies=True)
    if deputies:
        facts.append(Fact("Deputy", (line(", ".join(deputies)),)))
    contact = seen.contact(role)
    if contact:
        facts.append(Fact("How to reach the role", (contact,)))
    return facts


def _history(seen: Seen, role: Role) -> list[Section]:
    """Everybody who held the role, the latest first; names only where they are seen."""
    named = seen.may("roles", "holders.staff")
    holders = sorted(role.holders, key=lambda one: one.from_ or dt.date.min, reverse=True)
    rows = [_held(seen, one, named=named) for one in holders]
    if not rows:
        return []
    heads = ("From", "Until", "As", "Who") if named else ("From", "Until", "As")
    return [Section("Who has held it", (Grid("The history of the role", heads, tuple(rows), ""),))]


def _held(seen: Seen, one: Holder, *, named: bool) -> tuple[Line, ...]:
    start = long_day(one.from_) if one.from_ is not None else "Not known"
    end = (
        long_day(one.until) if one.until is not None else "Today" if one.from_ and one.from_ <= seen.asked.today else ""
    )
    row = (line(start), line(end), line(_AS[one.as_]))
    return (*row, line(seen.named(one.staff))) if named else row
