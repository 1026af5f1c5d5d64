"""A return for spreadsheets: one row an item, as CSV and as a workbook."""

from __future__ import annotations

from igreg.assess.assessed import Assessed, AssessedItem
from igreg.render.assess.phrases import INPUTS, NEEDS, REGISTER, STATES, closing, heading, left, said
from igreg.render.assess.phrases import as_on as whose
from igreg.render.escape.csv import table
from igreg.render.escape.xlsx import Sheet, Value, workbook

HEAD = (
    *("item", "title", "group", "input", "need", "approaching", "register", "state", "answer", "by", "on", "draft"),
    *("evidence", "missing", "owner", "source", "confidence"),
)


def assess_csv(found: Assessed) -> str:
    """One row an item, in the words of the JSON; what there are several of stands in one cell, a line each."""
    return table(HEAD, (_machine(one) for one in found.items))


def _machine(one: AssessedItem) -> tuple[object, ...]:
    return (
        *(one.item, one.title, one.group, one.input, one.need, "yes" if one.approaching else "no"),
        *(one.register, one.state, said(one), one.by or "", one.on.isoformat() if one.on else "", one.draft or ""),
        "; ".join(f"{found.record}: {found.why}" for found in one.evidence),
        "; ".join(one.missing),
        *(one.owner or "", "; ".join(one.source), one.confidence or ""),
    )


def assess_xlsx(found: Assessed) -> bytes:
    """A workbook: the items, and how the whole stands."""
    head = (
        *("Item", "What is asked", "Group", "Answered with", "Needed", "Register", "State", "Answer", "By", "On"),
        *("Draft", "Shown by", "Missing", "Owner", "Source", "Sure"),
    )
    widths = (8, 40, 24, 12, 12, 14, 14, 40, 20, 11, 40, 40, 40, 24, 16, 9)
    items = Sheet("Items", head, [_people(one, found) for one in found.items], widths)
    whole = [heading(found), whose(found), *found.remarks, *(line.strip() for line in closing(found))]
    counts: list[list[Value]] = [
        [STATES.get(word, REGISTER.get(word, word)), count] for word, count in found.summary.items()
    ]
    owners: list[list[Value]] = [[left(one, found), len(one.items)] for one in found.left]
    return workbook(
        [
            items,
            Sheet("How it stands", ["How it stands"], [[line] for line in whole], (110,)),
            Sheet("Counts", ["Mandatory items", "Number"], counts, (40, 10)),
            Sheet("Left by owner", ["What is left", "Items"], owners, (100, 10)),
        ],
        heading(found),
    )


def _people(one: AssessedItem, found: Assessed) -> list[Value]:
    return [
        *(one.item, one.title, found.groups.get(one.group, one.group), INPUTS.get(one.input, one.input)),
        *(NEEDS[one.need], REGISTER[one.register], STATES[one.state], said(one)),
        *(found.name(one.by), one.on, one.draft or ""),
        "\n".join(f"{each.record}: {each.why}" for each in one.evidence),
        "\n".join(one.missing),
        *(found.name(one.owner), "; ".join(one.source), one.confidence or ""),
    ]
