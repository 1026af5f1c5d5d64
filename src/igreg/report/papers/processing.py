"""The record of processing activities (UK GDPR, Article 30), as the ICO may ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from igreg.analysis.article_30 import outside_the_record
from igreg.dataclass import dataclass
from igreg.language.english import capital, counted, listed
from igreg.model.kinds.processing import Processing
from igreg.report.article_30 import PARTS, Activity, Beside, activity, of_asset
from igreg.report.asked import Asked, Head
from igreg.report.ico_columns import CONTROLLER, NOT_HELD, PROCESSOR, controller_row, processor_row
from igreg.report.kind import Report
from igreg.report.paper import Block, Cell, Column, Paper, Part, Points, Said, Table
from igreg.report.parties import with_holder, yes_or_no

_NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Officer:
    """A data protection officer, and how the public reaches them."""

    name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Record:
    """The values of the report."""

    head: Head
    registration: str
    """The number in the ICO's register of fee payers."""
    website: str
    officers: tuple[Officer, ...]
    controller: tuple[Activity, ...]
    """What we decide on, alone or with others; and information assets that no record of processing names."""
    processor: tuple[Activity, ...]
    """What we carry out for others."""
    unsaid: tuple[Activity, ...]
    """Of which nobody said what we are in it."""


def values(asked: Asked) -> Record:
    """Every record of processing, by what we are in it."""
    organisation = asked.register.organisation
    beside = Beside(asked)
    found = [activity(asked, one, beside) for one in asked.register.of(Processing)]
    assets = [of_asset(asked, one, beside) for one in outside_the_record(asked.register)]
    entry = organisation.ico_registration
    return Record(
        head=asked.head,
        registration=asked.told(organisation, entry.number) if entry is not None else "",
        website=asked.told(organisation, organisation.website),
        officers=tuple(
            Officer(with_holder(asked, role.id), asked.told(role, role.public_contact))
            for role in asked.as_of.tenure.roles_with.get("dpo", ())
        ),
        controller=(*(one for one in found if one.our_role in ("controller", "joint-controller")), *assets),
        processor=tuple(one for one in found if one.our_role == "processor"),
        unsaid=tuple(one for one in found if not one.our_role),
    )


def paper(found: Record) -> Paper:
    """Who we are, then each activity under a heading of its own."""
    parts = [Part("Who we are", tuple(_us(found))), Part("In short", tuple(_short(found)))]
    parts += [_part(one) for one in (*found.controller, *found.processor, *found.unsaid)]
    return _paper(found, tuple(parts))


def sheets(found: Record) -> Paper:
    """The same in the columns of the ICO's templates."""
    return _paper(
        found,
        (
            Part("Controller", (_template("As controller", CONTROLLER, found.controller, controller_row),)),
            Part("Processor", (_template("As processor", PROCESSOR, found.processor, processor_row),)),
            Part("Who we are", (*_us(found), *_short(found))),
            Part("Left empty: not held in the register", (Points(NOT_HELD),)),
        ),
    )


def _paper(found: Record, parts: tuple[Part, ...]) -> Paper:
    return Paper(
        name="processing",
        title="Record of processing activities",
        organisation=found.head.organisation,
        day=found.head.day,
        about="UK GDPR, Article 30",
        unread=found.head.unread,
        parts=parts,
    )


def _us(found: Record) -> Iterator[Block]:
    items = [f"Organisation: {found.head.organisation}"]
    items += [f"Number in the ICO's register of fee payers: {found.registration or _NOT_RECORDED}"]
    items += [f"Website: {found.website}"] if found.website else []
    items += [f"Data protection officer: {one.name}; contact: {one.contact or _NOT_RECORDED}" for one in found.officers]
    if not found.officers:
        items.append("Data protection officer: none is named in the register")
    yield Points(tuple(items))


def _short(found: Record) -> Iterator[Block]:
    count = len(found.controller) + len(found.processor) + len(found.unsaid)
    if not count:
        yield Said("No processing activity is recorded.", leads=True)
        return
    said = f"{len(found.controller)} we decide on, {len(found.processor)} we carry out for others"
    said += f", and of {len(found.unsaid)} nobody has said which" if found.unsaid else ""
    yield Said(f"{counted(count, 'processing activity', 'processing activities')}: {said}.")
    assets = sum(1 for one in found.controller if one.is_asset)
    if assets:
        verb = "is an information asset" if assets == 1 else "are information assets"
        yield Said(f"{assets} of those {verb} with personal data that no record of processing names.")
    short = [one for one in (*found.controller, *found.processor) if one.missing]
    if short:
        yield Said("Not all that Article 30 asks for is recorded:")
        yield Points(tuple(f"{one.title}: {listed(one.missing)}" for one in short))


_WHAT = {
    "controller": "We decide on it",
    "joint-controller": "We decide on it with others",
    "processor": "We do it for others",
    "": "Nobody has said whether we decide on it",
}


def _part(one: Activity) -> Part:
    what = "An information asset that no record of processing names" if one.is_asset else _WHAT[one.our_role]
    rows = tuple((name, said) for name, said in _rows(one) if said)
    return Part(one.title, (Table(what, (Column("What"), Column("As recorded")), rows, _NOT_RECORDED),))


def _rows(one: Activity) -> Iterator[tuple[str, str]]:
    """What is asked for, missing or not, and what else the record says."""
    controllers = "For whom" if one.our_role == "processor" else "Decided with"
    asked = (
        ("purposes", "What for", one.purposes),
        ("subjects", "About whom", one.subjects),
        ("categories", "Which data", one.categories),
        ("recipients", "Who receives them", one.recipients),
        ("retention", "How long they are kept", (one.retention,) if one.retention else ()),
        ("security", "What keeps them safe", one.security),
        ("controllers", controllers, one.controllers),
    )
    missing = set(one.missing)
    for field, name, texts in asked:
        yield name, "not recorded; Article 30 asks for it" if PARTS[field] in missing else "; ".join(texts)
    abroad = (f"{to.country}{f' ({to.to})' if to.to else ''}: {to.safeguard or _NOT_RECORDED}" for to in one.transfers)
    yield "Outside the UK", "; ".join(abroad) or "none recorded"
    yield "Special category data", yes_or_no(one.special_category)
    yield "Lawful basis (Article 6)", "; ".join(one.lawful_basis)
    yield "Condition (Article 9)", "; ".join(one.condition)
    yield "Who does it for us", "; ".join(one.processors)
    yield "Contracts", "; ".join(one.contracts)
    yield "Information assets", "; ".join(one.assets)
    yield "Where they come from", one.source
    yield "Decided by a machine alone", one.automated
    yield "Impact assessment", f"{one.dpia} ({one.dpia_state})" if one.dpia else ""
    yield "Breaches recorded", ", ".join(one.breaches)
    yield "People are told by", "; ".join(one.notices)
    yield "Answers for it", one.owner


def _template(
    caption: str, heads: tuple[str, ...], found: tuple[Activity, ...], row: Callable[[Activity], tuple[Cell, ...]]
) -> Table:
    columns = tuple(map(Column, heads))
    return Table(caption, columns, tuple(map(row, found)), f"{capital(caption)}: no processing activity is recorded.")


REPORT = Report(
    tells="the record of processing (Article 30), ours as controller and ours as processor",
    readers="the ICO on request",
    values=values,
    type=Record,
    paper=paper,
    sheets=sheets,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
)
