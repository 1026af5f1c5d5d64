"""Words and places of faults in returns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from igreg.analysis.as_of import AsOf
from igreg.findings import Fault
from igreg.language.suggest import one_of
from igreg.model.said import shown
from igreg.rules._words import counted, long_day

if TYPE_CHECKING:
    from igreg.analysis.returns.framework_return import Return
    from igreg.model.packs.pack import Item


def called(item: Item) -> str:
    """An item by number and title: `1.1.2 (an information asset register)`."""
    return f"{item.id} ({item.title})" if item.title else f"{item.id}"


def until(one: Return) -> str:
    """By when a return is to be published: `it is to be published by 30 June 2027, in 42 days`."""
    if one.deadline is None or one.days is None:
        return "no day is set for it"
    if one.days < 0:
        return f"it was to be published by {long_day(one.deadline)}, {counted(-one.days, 'day')} ago"
    left = f"in {counted(one.days, 'day')}" if one.days else "today"
    return f"it is to be published by {long_day(one.deadline)}, {left}"


def fault_at(one: Return, item: Item, message: str, help: str) -> Fault:
    """A fault of an item: at its answer where there is one, else of the assessment as a whole (ruling E55)."""
    assert one.assessment is not None
    given = one.of(item)
    path = () if given is None else ("answers", given.index)
    return one.assessment.fault(path, message, help, subject=item.id)


def amiss(as_of: AsOf) -> Iterator[Fault]:
    """Values of assessments that their pack does not know: statuses, answers, and a second answer to an item."""
    for one in as_of.returns:
        if one.assessment is None:
            continue
        for field, word in (("target", one.assessment.target), ("result", one.assessment.result)):
            if word is not None and one.pack.status(word) is None:
                known = [status.id for status in one.pack.statuses if status.id]
                yield one.assessment.fault((field,), f"{one.pack.id} has no status {shown(word)}", one_of(word, known))
        yield from _answers(one)


def _answers(one: Return) -> Iterator[Fault]:
    """Answers that their item does not take, and those that come second (rulings E20, E38)."""
    assert one.assessment is not None
    for item in one.pack.items:
        given = one.of(item)
        if given is None or given.says != "wrong" or given.answer.answer is None:
            continue
        words = ("true", "false") if item.input == "yes-no" else one.pack.levels_of(item)
        message = f"{shown(given.answer.answer)} is no answer to {called(item)}"
        yield one.assessment.fault(("answers", given.index, "answer"), message, one_of(given.answer.answer, words))
    for index, answer in enumerate(one.assessment.answers):
        item_given = one.given.get(answer.item or "")
        if item_given is not None and item_given.index != index:
            message = f"a second answer to {answer.item}, which does not count"
            yield one.assessment.fault(("answers", index, "item"), message, "keep one of the two")
