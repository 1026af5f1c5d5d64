"""How a return is told, whatever the format: its states, what is reached, and what stands before the target."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.assess.assessed import Assessed, AssessedItem, Left
from igreg.language.english import counted, listed, long_day, some_of

STATES = {
    "met": "met",
    "not-met": "not met",
    "unanswered": "unanswered",
    "stale": "stale",
    "contradicted": "contradicted",
    "not-applicable": "not applicable",
    "recorded": "level recorded",
}
REGISTER = {"shown": "shown", "partly": "partly", "not-shown": "not shown", "ask": "only you can say"}
NEEDS = {"mandatory": "mandatory", "optional": "optional", "unknown": "not established"}
INPUTS = {"text": "text", "yes-no": "yes or no", "document": "a document", "level": "a level"}
MOST = 12
"""So many items of one owner are named in a line."""


def heading(found: Assessed) -> str:
    """What the return is, and against which edition of what."""
    if found.assessment is None:
        return f"{found.title}, edition {found.edition}"
    called = found.assessment_title or found.assessment
    return f"{called} ({found.assessment}: {found.framework}, edition {found.edition})"


def as_on(found: Assessed) -> str:
    """Whose return it is, on which day, and in which category."""
    whose = f"{found.organisation}, " if found.organisation else ""
    category = f", category {found.category}" if found.category is not None else ""
    return f"{whose}as on {long_day(found.today)}{category}"


def shows(one: AssessedItem) -> str:
    """What the register shows of an item."""
    return "cannot be read" if one.unreadable else REGISTER[one.register]


def state(one: AssessedItem) -> str:
    """The state of an item; one that is optional or not established says so."""
    also = "" if one.need == "mandatory" else " (optional)" if one.need == "optional" else " (need not known)"
    return f"{STATES[one.state]}{also}"


def said(one: AssessedItem) -> str:
    """The answer in words; a yes-no item's as yes or no, and one that is set aside with its reason."""
    if one.not_applicable:
        return f"not applicable: {one.not_applicable}"
    if isinstance(one.answer, bool):
        return "yes" if one.answer else "no"
    return one.answer or ""


def signed(one: AssessedItem, found: Assessed) -> str:
    """Who answered, and when; a draft says that it is one."""
    if not said(one):
        return ""
    if one.by is None or one.on is None:
        return "a draft: nobody has put their name to it"
    return f"{found.name(one.by)}, {one.on}"


def days_left(days: int | None) -> str:
    """`57 days left`, `the last day is today`, `3 days past`."""
    if days is None:
        return "no day is set"
    if days < 0:
        return f"{counted(-days, 'day')} past"
    return "the last day is today" if days == 0 else f"{counted(days, 'day')} left"


def target(found: Assessed) -> str:
    """The status to reach, and by when."""
    name = found.statuses.get(found.target or "", found.target or "none is set")
    by = f", by {long_day(found.deadline)}: {days_left(found.days)}" if found.deadline is not None else ""
    return f"{name}{by}"


def reached(found: Assessed) -> str:
    """The status that is reached."""
    return found.statuses.get(found.reached, found.reached) if found.reached is not None else "nothing yet"


def closing(found: Assessed) -> Iterator[str]:
    """What is reached, what stands between here and the target, and how much the register shows already."""
    yield f"Reached: {reached(found)}. Target: {target(found)}."
    if found.not_offered:
        yield f"Set aside, though the toolkit does not offer this: {some_of(found.not_offered, MOST)}."
    total = sum(len(one.items) for one in found.left)
    goal = found.statuses.get(found.target or "", found.target or "")
    if total:
        yield f"Between here and {goal}: {counted(total, 'item')}."
        for one in found.left:
            yield f"  {left(one, found)}"
    elif found.summary and any(found.summary.values()) and found.reached == found.target and found.target:
        yield f"Nothing stands between here and {goal}."
    yield shown(found)
    if found.incomplete:
        yield f"Not complete: {some_of(found.incomplete)} could not be read in full."


def left(one: Left, found: Assessed) -> str:
    """What one owner has left, with the days."""
    who = "no owner" if one.owner is None else found.name(one.owner)
    if one.owner is not None and one.people != (one.owner,):
        who += f" ({listed(map(found.name, one.people)) if one.people else 'vacant'})"
    days = f", {days_left(found.days)}" if found.days is not None else ""
    return f"{who}: {counted(len(one.items), 'item')}{days}: {some_of(one.items, MOST)}"


def shown(found: Assessed) -> str:
    """How much of the mandatory items the register shows."""
    count = found.summary
    total = sum(count.get(word, 0) for word in REGISTER)
    if not total:
        return "No item is established as mandatory here, so none is counted."
    return (
        f"Of {counted(total, 'mandatory item')} the register shows {count['shown']}, {count['partly']} in part and "
        f"{count['not-shown']} not; of {count['ask']} only a person can say."
    )


def to_do(one: AssessedItem, found: Assessed) -> Iterator[str]:
    """What to do about an item, in the order in which it is done."""
    place = found.assessment
    if place is None:
        yield f"begin the return: igreg assess {found.framework} --draft"
        return
    line = f"igreg answer {place} {one.item}"
    if one.state == "contradicted":
        yield "put the register right, or the answer; an answer that names what proves it stands, too"
    if one.missing and one.state not in ("met", "not-applicable"):
        yield "write down what is missing, and the register shows it"
    if one.state == "unanswered":
        has_draft = one.draft is not None or one.answer is not None
        yield f"put your name to the draft: {line} --by WHO" if has_draft else f"answer it: {line} --as ... --by WHO"
    elif one.state in ("stale", "not-met", "contradicted"):
        yield f"answer it again: {line} --as ... --by WHO"
    if one.not_offered:
        yield "the toolkit does not offer to set this one aside: answer it"
