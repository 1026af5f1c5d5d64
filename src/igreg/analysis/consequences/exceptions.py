"""Exceptions that are added or gone: what is no longer told, and what is told again (ruling H19)."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.withheld import Withheld
from igreg.language.english import long_day
from igreg.model.kinds.exceptions import RuleException


def of_exceptions(compared: Compared) -> Iterator[Consequence]:
    """Each exception that only one of the states has."""
    if not compared.touches(RuleException.kind):
        return
    for id, (old, new) in compared.pairs(RuleException).items():
        if old is None and new is not None:
            yield _consequence(compared, "exception-added", id, new)
        elif new is None and old is not None:
            yield _consequence(compared, "exception-gone", id, old)


def _consequence(compared: Compared, what: str, id: str, one: RuleException) -> Consequence:
    """The days are those on which it counts, from the day of comparison; of one that has run out, its last day."""
    day, until = compared.day, one.until
    past = until is not None and until < min(day, compared.today)
    rule, record = _rule(compared, one), _of_what(compared, one.record)
    added = what == "exception-added"
    if past and until is not None:
        word = "added" if added else "gone"
        text = f"an exception that has run out is {word}: {rule} of {record} until {long_day(until)} ({id})"
    elif added:
        days = f"until {long_day(until)}: " if until is not None else ""
        text = f"{days}the finding {rule} of {record} is accepted and told no more ({id}){_who(compared, one)}"
    else:
        text = f"the finding {rule} of {record} is no longer accepted, and told where it is so"
        text += f"; {id} would have counted until {long_day(until)}" if until is not None else ""
    before, after = ((), (id,)) if added else ((id,), ())
    return Consequence(what, id, before, after, until if past and until else day, until, text, past=past)


def _of_what(compared: Compared, subject: str | None) -> str:
    """The record, area or whatever else an exception names."""
    if not subject:
        return "the register"
    return (
        compared.title(subject) if any(subject in one.by_id for one in compared.registers) else compared.area(subject)
    )


def _rule(compared: Compared, one: RuleException) -> str:
    """The rule by its name, as words."""
    _, *name = compared.provers[1].rules.names(one.rule or "") or ("",)
    return f"“{(name[0] if name else one.rule or 'a rule').replace('-', ' ')}”"


def _who(compared: Compared, one: RuleException) -> str:
    """Who accepts it, and why; never what ought not to have been written (ruling H50)."""
    parts = []
    if one.approved_by:
        on = f" on {long_day(one.approved_on)}" if one.approved_on else ""
        parts.append(f"accepted by {compared.title(one.approved_by)}{on}")
    if one.reason:
        withheld = Withheld.of(compared.after).value(one.kind, ("reason",), one.reason)
        parts.append(f"reason: {' '.join(str(withheld).split()).rstrip('.')}")
    return "".join(f"; {part}" for part in parts)
