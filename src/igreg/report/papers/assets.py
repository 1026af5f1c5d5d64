"""The register of information assets, and a sheet for each owner on which they confirm theirs once a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.assets import assets_with_dpia, assets_with_risk
from igreg.analysis.data_flows import is_personal
from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.language.english import counted
from igreg.model.kinds.assets import Asset
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.paper import Block, Column, Figure, Figures, Lines, NewPage, Paper, Part, Said, Table
from igreg.report.parties import all_called, with_holder, yes_or_no

_NOBODY = "Nobody is named as owner"


@dataclass(frozen=True, slots=True)
class Held:
    """An information asset."""

    id: str
    name: str
    owner: str
    administrator: str
    unit: str
    sort: str
    """`special category`, `personal`, `no personal data`, or that nobody said."""
    critical: bool | None
    purposes: str
    subjects: str
    recipients: str
    retention: str
    location: str
    outside_uk: bool | None
    suppliers: str
    support_ends: dt.date | None
    confirmed: dt.date | None
    """When it was looked at last."""
    confirm_by: dt.date | None
    state: str
    has_dpia: bool
    has_risk: bool


@dataclass(frozen=True, slots=True)
class OfOwner:
    """What one owner confirms."""

    owner: str
    assets: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Assets:
    """The values of the report."""

    head: Head
    assets: tuple[Held, ...]
    owners: tuple[OfOwner, ...]


def values(asked: Asked) -> Assets:
    """Every asset, of a unit and those below it where one is asked for, or of one owner."""
    chosen = [one for one in asked.register.of(Asset) if asked.has(one) and (asked.of is None or one.owner == asked.of)]
    covered = assets_with_dpia(asked.register), assets_with_risk(asked.register)
    found = {id(one): _held(asked, one, *covered) for one in chosen}
    owners: dict[str | None, list[Held]] = {}
    for one in chosen:
        owners.setdefault(one.owner, []).append(found[id(one)])
    sheets = (OfOwner(with_holder(asked, owner) or _NOBODY, tuple(held)) for owner, held in owners.items())
    return Assets(asked.head, tuple(found.values()), tuple(sheets))


def _held(asked: Asked, one: Asset, with_dpia: set[str], with_risk: set[str]) -> Held:
    due = review_due(one, asked.today)
    sort = "special category" if one.special_category else _SORTS[is_personal(one)]
    return Held(
        id=one.id or "",
        name=asked.called(one),
        owner=with_holder(asked, one.owner) or "nobody named",
        administrator=with_holder(asked, one.administrator),
        unit=asked.title(one.unit),
        sort=sort,
        critical=one.critical,
        purposes=asked.told(one, "; ".join(one.purposes)),
        subjects=asked.told(one, "; ".join(one.subjects)),
        recipients=all_called(asked, one.recipients),
        retention=asked.told(one, one.retention),
        location=asked.told(one, one.location),
        outside_uk=one.outside_uk,
        suppliers=all_called(asked, one.all_suppliers),
        support_ends=one.support_ends,
        confirmed=one.review.last if one.review is not None else None,
        confirm_by=due,
        state=_state(one, due, asked.today),
        has_dpia=one.id in with_dpia,
        has_risk=one.id in with_risk,
    )


_SORTS = {True: "personal", False: "no personal data", None: "not recorded"}


def _state(one: Asset, due: dt.date | None, today: dt.date) -> str:
    if due is not None and due < today:
        return "overdue"
    if one.review is None or one.review.last is None:
        return "never confirmed"
    return "confirmed" if due is not None else "no day set"


def paper(found: Assets) -> Paper:
    """The register as tables, then a page for each owner."""
    sheets = (Part(f"Confirmation: {one.owner}", tuple(_sheet(one))) for one in found.owners)
    return Paper(
        name="assets",
        title="Information assets",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(Part("The register", tuple(_register(found))), *sheets),
    )


def _register(found: Assets) -> Iterator[Block]:
    where = f" in {found.head.part}" if found.head.part else ""
    empty = f"No information asset{where} is recorded."
    yield Figures(tuple(_figures(found)))
    columns = (
        Column("Asset"), Column("Id"), Column("Owner"), Column("Looked after by"), Column("Used in"),
        Column("Personal data"), Column("Critical"), Column("Confirmed", "day"), Column("Next by", "day"),
        Column("State"),
    )  # fmt: skip
    rows = tuple(
        (
            a.name, a.id, a.owner, a.administrator, a.unit, a.sort, yes_or_no(a.critical), a.confirmed, a.confirm_by,
            a.state,
        )
        for a in found.assets
    )  # fmt: skip
    yield Table("Assets with owners and confirmation", columns, rows, empty)
    heads = (
        Column("Asset"), Column("Where it is kept"), Column("Outside the UK"), Column("Supplied by"),
        Column("Supported until", "day"), Column("Kept how long"), Column("Impact assessment"), Column("In a risk"),
    )  # fmt: skip
    more = tuple(
        (
            a.name, a.location, yes_or_no(a.outside_uk), a.suppliers, a.support_ends, a.retention,
            "yes" if a.has_dpia else "no", "yes" if a.has_risk else "no",
        )
        for a in found.assets
    )  # fmt: skip
    yield Table("Where they are, and how long they are kept", heads, more, empty)


def _figures(found: Assets) -> Iterator[Figure]:
    personal = sum(1 for one in found.assets if one.sort in ("special category", "personal"))
    unsaid = sum(1 for one in found.assets if one.sort == "not recorded")
    overdue = sum(1 for one in found.assets if one.state == "overdue")
    never = sum(1 for one in found.assets if one.state == "never confirmed")
    ended = sum(1 for one in found.assets if one.support_ends is not None and one.support_ends < found.head.day)
    yield Figure("Assets", str(len(found.assets)), f"of {counted(len(found.owners), 'owner')}" if found.owners else "")
    yield Figure("With personal data", str(personal), f"not recorded of {unsaid}" if unsaid else "")
    note = f"{never} never confirmed" if never else ""
    yield Figure("Confirmation overdue", str(overdue), note, "overdue" if overdue else "")
    yield Figure("Without support of the maker", str(ended), attention="support has ended" if ended else "")


def _sheet(one: OfOwner) -> Iterator[Block]:
    yield NewPage()
    yield Said(
        f"Please look at {counted(len(one.assets), 'asset')}, write beside each whether what stands here is still "
        "right, and what has changed. Then sign."
    )
    columns = (
        Column("Asset"), Column("What for"), Column("About whom"), Column("Who receives it"),
        Column("Where it is kept"), Column("Kept how long"),
        Column("Last confirmed", "day"), Column("Still right?"),
        Column("What has changed", by_hand=True),
    )  # fmt: skip
    rows = tuple(
        (
            f"{a.name} ({a.id})",
            *(text or "not recorded" for text in (a.purposes, a.subjects, a.recipients, a.location, a.retention)),
            a.confirmed or "never",
            "yes / no",
            None,
        )
        for a in one.assets
    )
    yield Table("What is held", columns, rows, "No asset is held.")
    yield Said("I have looked at each asset above. What is not right any more is written beside it.")
    yield Lines(("Signed", "Name", "Date"))


REPORT = Report(
    tells="the register of information assets, with a confirmation sheet for each owner",
    readers="asset owners",
    values=values,
    type=Assets,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    takes=frozenset({"unit", "of"}),
    of=("roles",),
)
