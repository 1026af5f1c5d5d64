"""What a leaver holds and owes, to be handed over and signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.changes.holdings import ALONE, Thing, held_and_owed
from igreg.dataclass import dataclass
from igreg.due.due_list import Choice, due_list
from igreg.errors import IgregError
from igreg.language.english import capital, counted, listed, long_day
from igreg.model.kinds.staff import StaffMember
from igreg.model.span import Span
from igreg.report.asked import Asked, Head
from igreg.report.due_words import due_in_words
from igreg.report.kind import Report
from igreg.report.meeting import name_of
from igreg.report.paper import Block, Column, Lines, Paper, Part, Said, Table

_AHEAD = Span(90, "day")
"""How far ahead is looked for what falls due: whoever comes after needs a quarter to find their feet."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something that somebody holds, or that comes with a post."""

    words: str
    """`holds`, `owns the risk`, `is a member of`."""
    what: str
    id: str


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post of the day, and what comes with it."""

    words: str
    post: str
    after: str
    """Who does it when the person has gone; empty where others hold it beside them."""
    comes_with: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """An action that the person, or a post that they fill, is to do."""

    id: str
    what: str
    of: str
    due: dt.date | None
    late: bool


@dataclass(frozen=True, slots=True)
class Soon:
    """Something that falls due soon, or is overdue."""

    title: str
    why: str
    due: dt.date
    late: bool


@dataclass(frozen=True, slots=True)
class Handover:
    """The values of the report."""

    head: Head
    person: str
    manager: str
    left: dt.date | None
    """The last day of employment, where it is known."""
    day: dt.date
    """As on which day things are held."""
    posts: tuple[PostHeld, ...]
    later: tuple[Owed, ...]
    """Posts that they are down for from a later day."""
    actions: tuple[Owed, ...]
    named: tuple[Held, ...]
    """What names the person and no post."""
    soon: tuple[Soon, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held or owed."""
        return not (self.posts or self.later or self.actions or self.named)


def values(asked: Asked) -> Handover:
    """Everything as on the last day of employment, where it is known, else today.

    Raises IgregError where nobody is named, and where a file could not be read: something may be missing then.
    """
    person = asked.register.get(StaffMember, asked.of)
    if person is None or person.id is None:
        raise IgregError("whose handover is it?", "name the person: --of STAFF")
    day = person.left or asked.today
    things = list(held_and_owed(asked.register, person.id, day))
    return Handover(
        head=asked.head,
        person=asked.person(person.id),
        manager=asked.person(person.manager),
        left=person.left,
        day=day,
        posts=tuple(_post(asked, one) for one in things if one.sort == "post"),
        later=tuple(_owed(asked, one) for one in things if one.sort == "later"),
        actions=tuple(_owed(asked, one) for one in things if one.sort == "action"),
        named=tuple(_held(asked, one) for one in things if one.sort == "named"),
        soon=tuple(_soon(asked, person.id)),
    )


def _post(asked: Asked, one: Thing) -> PostHeld:
    after = asked.text(one.more)
    return PostHeld(one.words, asked.called(one.record), after, tuple(_held(asked, below) for below in one.below))


def _held(asked: Asked, one: Thing) -> Held:
    if one.sort in ("area", "registration"):
        return Held(one.words, capital(asked.text(one.said)), "")
    if isinstance(one.record, StaffMember):
        return Held(one.words, asked.person(one.record.id), one.record.id if asked.names and one.record.id else "")
    return Held(one.words, name_of(asked, one.record), one.record.identity or "")


def _owed(asked: Asked, one: Thing) -> Owed:
    late = one.due is not None and one.due < asked.today
    return Owed(one.id, asked.told(one.record, one.said), name_of(asked, one.record), one.due, late)


def _soon(asked: Asked, person: str) -> Iterator[Soon]:
    for row in due_list(asked.as_of, Choice(within=_AHEAD, person=person)).rows:
        if row.item.what != "action":
            yield Soon(*due_in_words(asked, row.item), row.item.due, row.overdue)


def paper(found: Handover) -> Paper:
    """The posts with what comes with each, actions, the rest, what falls due, and lines to sign."""
    until = f"leaves on {long_day(found.left)}" if found.left is not None else "the last day is not set"
    return Paper(
        name="handover",
        title=f"Handover: {found.person}",
        organisation=found.head.organisation,
        day=found.head.day,
        about=f"{found.person}, {until}; as on {long_day(found.day)}",
        unread=found.head.unread,
        parts=tuple(_parts(found)),
    )


def _parts(found: Handover) -> Iterator[Part]:
    yield Part("In short", (Said(_short(found), leads=True),))
    for one in found.posts:
        yield Part(f"{capital(one.words)} {one.post}", tuple(_of_post(one)))
    if found.later:
        columns = (Column("Post"), Column("From", "day"))
        rows = tuple((one.of, one.due) for one in found.later)
        yield Part("Posts from a later day", (Table("Down for a post", columns, rows, ""),))
    yield Part("Actions", (_actions(found),))
    if found.named:
        yield Part("Named in person", (_things("What names the person and no post", found.named, ""),))
    heads = (
        Column("What"),
        Column("Why"),
        Column("Due", "day"),
        Column("State"),
        Column("Handed over to, and when", by_hand=True),
    )
    soon = tuple((one.title, one.why, one.due, "late" if one.late else "to come", None) for one in found.soon)
    yield Part("What falls due", (Table("Overdue, or within 90 days", heads, soon, "Nothing falls due in 90 days."),))
    yield Part(
        "Also handed back", (Lines(("Keys and passes", "Devices", "Papers and files", "Accounts to be closed")),)
    )
    yield Part("Signed", tuple(_signed(found)))


def _short(found: Handover) -> str:
    if found.is_empty:
        return f"{found.person} holds and owes nothing that is recorded here."
    comes = sum(len(one.comes_with) for one in found.posts)
    said = [
        counted(len(found.posts), "post"),
        f"{counted(comes, 'thing')} with {'it' if len(found.posts) == 1 else 'them'}",
        f"{counted(len(found.actions), 'action')} to be done",
        f"{counted(len(found.named), 'thing')} besides",
    ]
    alone = sum(1 for one in found.posts if one.after == ALONE)
    left = f" For {alone} of the posts there is nobody else." if alone else ""
    return f"{found.person} has {listed(said)}.{left}"


def _of_post(one: PostHeld) -> Iterator[Block]:
    if one.after:
        yield Said("There is nobody else for it." if one.after == ALONE else f"{capital(one.after)}.")
    if one.words != "deputises for":
        yield _things("What comes with it", one.comes_with, "Nothing is recorded that comes with it.")
    elif not one.after:
        yield Said("What comes with the post stays with whoever holds it.")


def _things(caption: str, things: tuple[Held, ...], empty: str) -> Table:
    columns = (Column("What"), Column("Which"), Column("Id"), Column("Handed over to, and when", by_hand=True))
    rows = tuple((capital(one.words), one.what, one.id, None) for one in things)
    return Table(caption, columns, rows, empty)


def _actions(found: Handover) -> Table:
    columns = (
        Column("Action"), Column("What"), Column("From"), Column("Due", "day"), Column("State"),
        Column("Handed over to, and when", by_hand=True),
    )  # fmt: skip
    rows = tuple(
        (one.id, one.what, one.of, one.due, "late" if one.late else "to come" if one.due else "no day set", None)
        for one in found.actions
    )
    return Table("Actions to be done", columns, rows, "No action is to be done.")


def _signed(found: Handover) -> Iterator[Block]:
    yield Said("What stands above was gone through together; what is handed to whom is written beside it.")
    yield Lines((f"{found.person}, signed", "Date", "Taken over by, signed", "Date"))
    yield Lines((f"{found.manager or 'Manager'}, signed", "Date"))


REPORT = Report(
    tells="everything that a leaver holds and owes, to be handed over and signed",
    readers="a leaver, their manager and whoever takes over",
    values=values,
    type=Handover,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    takes=frozenset({"of"}),
    of=("staff",),
)
