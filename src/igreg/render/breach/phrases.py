"""How the desk is said, whatever the format: when, how it stands, who is rung, what is decided."""

from __future__ import annotations

import datetime as dt

from igreg.breach.desk import Answer, Contact, Desk, Recipient, State, Step
from igreg.dataclass import dataclass
from igreg.language.english import counted, elapsed, listed

RING, OUTSIDE, MISSING, WAITS, SHEET = (
    "Ring inside, now",
    "Who outside must be told",
    "What is missing, hour by hour",
    "What may wait",
    "What the regulator asks, in its order",
)
NOTHING_SENT = "igreg has sent nothing to anybody: this page says what to do, and people do it."
_STATES: dict[State, str] = {
    "open": "TELL",
    "overdue": "OVERDUE",
    "undecided": "DECIDE",
    "done": "done",
    "not-needed": "not needed",
}
_FIRST: tuple[State, ...] = ("overdue", "open", "undecided", "done", "not-needed")


@dataclass(frozen=True, slots=True)
class Told:
    """One recipient in words: a headline, and lines with what each is about."""

    state: State
    headline: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the regulator: what the record says to it, and the fields that it lacks."""

    asks: str
    lines: tuple[str, ...]
    missing: tuple[str, ...]
    said: tuple[str, ...]
    """Both in words, and a word where there is neither."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that the desk says, for every format alike: a writer chooses its form, and none of its words."""

    title: str
    now: str
    known: str
    remarks: tuple[str, ...]
    ring: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Each post, and lines with what each is about."""
    told: tuple[Told, ...]
    steps: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """By when, and what is missing then: fields and the question."""
    may_wait: tuple[str, ...]
    sheet_note: str
    sheet: tuple[Asked, ...]


def worded(desk: Desk) -> Words:
    """The desk in words."""
    return Words(
        title=f"{desk.incident}: {desk.title}",
        now=_now(desk),
        known=_known(desk),
        remarks=_remarks(desk),
        ring=tuple((_post(one), _rung(one)) for one in desk.ring),
        told=_told(desk),
        steps=tuple((_due_by(one), _wanted(one)) for one in desk.steps),
        may_wait=tuple(desk.may_wait),
        sheet_note=_sheet_note(desk),
        sheet=tuple(Asked(_asked(one), tuple(one.lines), tuple(one.missing), _said(one)) for one in desk.sheet),
    )


def _clock(at: dt.datetime) -> str:
    """A moment as somebody at night reads it: `Thu 26 Nov 2026, 16:40`."""
    return f"{at:%a} {at.day} {at:%b %Y, %H:%M}"


def _known(desk: Desk) -> str:
    """Since when it is known, and for how long."""
    if desk.aware is None or desk.minutes is None:
        return "The record does not say when the organisation knew: write `aware`, every clock hangs on it."
    if desk.minutes < 0:
        return f"Known from {_clock(desk.aware)} on, says the record: that lies {elapsed(-desk.minutes)} ahead."
    day = "; the record has the day only, so its first minute counts" if desk.aware_is_a_day else ""
    return f"Known since {_clock(desk.aware)}, {elapsed(desk.minutes)} ago{day}."


def _now(desk: Desk) -> str:
    """The moment of the desk, with the zone in which all its moments are."""
    return f"Now {_clock(desk.now)} ({desk.zone}). The incident is {desk.status}."


def _remarks(desk: Desk) -> tuple[str, ...]:
    """What has to be said before everything else."""
    found = [desk.clock] if desk.clock else []
    found += [f"Look at the record: {one.message} ({one.rule}, {one.code})." for one in desk.remarks]
    if desk.incomplete:
        found.append(f"Not complete: {listed(desk.incomplete)} could not be read in full.")
    return tuple(found)


def _rung(contact: Contact) -> tuple[tuple[str, str], ...]:
    """The lines about one post: who, how, by which flow."""
    out = []
    names = [f"{one.name} ({one.capacity})" if one.capacity else one.name for one in contact.ring]
    if not contact.role:
        return (("", "nobody: no post has the function"),)
    who = listed(names, "or") if names else "nobody is there"
    away = f"; {listed(contact.away)}" if contact.away else "" if names else "; the post is vacant"
    up = f"; goes up to {contact.above}" if contact.above else ""
    out.append(("", f"{who}{away}{up}"))
    out.append(("Contact", contact.contact or "none in the register: add `public_contact` to the role"))
    out.append(("Out of hours", contact.flow or "no incident flow reaches them"))
    if contact.told is not None:
        out.append(("Told", _clock(contact.told)))
    return tuple(out)


def _post(contact: Contact) -> str:
    """What a post is called: its title, and its function where the title does not say it."""
    if not contact.role:
        return f"{contact.function[:1].upper()}{contact.function[1:]}"
    same = contact.function.casefold() in contact.role.casefold()
    return contact.role if same else f"{contact.role} ({contact.function})"


def _told(desk: Desk) -> tuple[Told, ...]:
    """Everybody outside, what is most pressing first."""
    rows = sorted(desk.recipients, key=lambda row: _FIRST.index(row.state))
    return tuple(Told(row.state, _headline(row), tuple(_lines(row))) for row in rows)


def _headline(row: Recipient) -> str:
    """How it stands, and who it is about: `TELL within 40 hours, by Thu 26 Nov 2026, 16:40: Information Commission`."""
    who = f"{row.question} ({row.name})" if row.question and row.state == "undecided" else row.name
    return f"{_STATES[row.state]}{_time(row)}: {who}"


def _time(row: Recipient) -> str:
    if row.state == "done":
        return f" {_clock(row.at)}" if row.at is not None else ""
    if row.due is None or row.hours is None:
        return ""
    if row.hours < 0:
        return f", {counted(-row.hours, 'hour')} past {_clock(row.due)}"
    left = "within the hour" if row.hours == 0 else f"{counted(row.hours, 'hour')} left"
    return f", {left}, by {_clock(row.due)}"


def _lines(row: Recipient) -> list[tuple[str, str]]:
    out = [("Note", _sentence(row.remark))] if row.remark else []
    if row.state not in ("done", "not-needed") and row.how:
        out.append(("How", row.how))
    if row.state != "done":
        edition = f", {row.edition}" if row.edition else ""
        out.append(("Why", f"{_sentence(row.why)} {row.source}{edition}; confidence {row.confidence}"))
    decision = row.decision
    if decision is not None and decision.report is not None:
        at = f", {_clock(decision.at)}" if decision.at is not None else ""
        answer = "yes" if decision.report else "no"
        out.append(("Decided", f"{answer}, by {decision.name}{at}: {decision.reason or 'no reason is given'}"))
    elif row.state in ("open", "overdue", "undecided"):
        out.append(("Decided", "nobody has decided yet"))
    if row.reference:
        out.append(("Reference", row.reference))
    return out


def _sentence(text: str) -> str:
    whole = f"{text[:1].upper()}{text[1:]}"
    return whole if whole.endswith((".", "?", "!")) else f"{whole}."


def _due_by(step: Step) -> str:
    """By when something should be written down: `By hour 24, Tue 24 Nov 2026, 16:40 (past)`."""
    at = f", {_clock(step.by)}" if step.by is not None else ""
    return f"By hour {step.hour}{at}{' (past)' if step.past else ''}"


def _wanted(step: Step) -> tuple[tuple[str, str], ...]:
    """What is missing of a step: the fields that answer one question, and the question."""
    out: dict[str, list[str]] = {}
    for one in step.missing:
        out.setdefault(one.asks, []).append(one.path)
    return tuple((", ".join(paths), asks) for asks, paths in out.items())


def _asked(answer: Answer) -> str:
    """A question, with the article that it rests on."""
    if answer.article is None:
        return answer.asks
    return f"{answer.asks} [UK GDPR, Article {answer.article}]"


def _said(answer: Answer) -> tuple[str, ...]:
    """What the record says to a question, and what is missing."""
    missing = [f"MISSING: write `{path}`" for path in answer.missing]
    return (*answer.lines, *missing) or ("Nothing in the record.",)


def _sheet_note(desk: Desk) -> str:
    """Where the order of the questions is from, or why there is no sheet."""
    if not desk.sheet:
        return "There is no sheet, since there is nothing to notify."
    return (
        f"The order is that of the regulator's own form, as igreg knows it ({desk.sheet_source}). Filled from the "
        "record; look through it before you send it, and write nobody's name into it."
    )
