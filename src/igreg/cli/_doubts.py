"""Whoever imports is asked whom a doubtful row means: one of those whom it may mean, or somebody new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from igreg.cli import console
from igreg.errors import INTERRUPTED, IgregError
from igreg.language.english import counted

if TYPE_CHECKING:
    from igreg.exchange.settled import Doubt
    from igreg.register.register import Register

NEW = ("n", "new")


def ask_whom(register: Register, doubts: Sequence[Doubt], *, new: bool = True) -> Mapping[int, str]:
    """Whom each of the rows means, by its number: an id, or an empty text for somebody new.

    Without `new` nobody can be, as in a list of training: there one answer counts for every row of that person.

    Rows that nobody answers for are not in it. Raises IgregError when the questions are broken off.
    """
    out: dict[int, str] = {}
    whom = counted(len(doubts), "row") if new else counted(len(doubts), "person", "people")
    console.say(f"\nOf {whom} it is doubtful who is meant. Nothing is written before you have seen it all.\n")
    try:
        for one in doubts:
            found = _asked(register, one, new=new)
            if found is not None:
                out[one.row] = found
    except KeyboardInterrupt:
        console.say("\n")
        raise IgregError("nothing was written", "you ended the questions", INTERRUPTED) from None
    return out


def _asked(register: Register, one: Doubt, *, new: bool) -> str | None:
    """The answer for one row; nothing where it is left as it is, and so refused."""
    console.say(f"row {one.row}: {one.why}")
    for number, id in enumerate(one.may_be, 1):
        console.say(f"  {number}  {_person(register, id)}")
    if new:
        console.say("  n  a new person\n  Enter leaves the row as it is: it is refused")
    else:
        console.say("  Enter leaves every row of this person as it is: they are refused")
    while True:
        line = console.ask("> ", [*one.may_be, *NEW[1:]] if new else one.may_be)
        if line is None:
            console.say("\n")
            raise IgregError("nothing was written", "the input ended before the last question")
        word = line.strip().casefold()
        if not word:
            return None
        if new and word in NEW:
            return ""
        ids = {id.casefold(): id for id in one.may_be} | {str(number): id for number, id in enumerate(one.may_be, 1)}
        if word in ids:
            return ids[word]
        console.say(f"type a number from 1 to {len(one.may_be)}{', n' if new else ''}, or nothing")


def _person(register: Register, id: str) -> str:
    """Somebody as they are known: name, id, job, unit, and the day on which they left."""
    from igreg.model.kinds.staff import StaffMember

    who = register.get(StaffMember, id)
    if who is None:
        return id
    unit = register.lookup.title(who.unit) if who.unit else None
    left = f"left on {who.left}" if who.left else None
    return ", ".join(text for text in (register.lookup.called(id), who.job_title, unit, left) if text)
