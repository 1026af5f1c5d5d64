"""Where personal data go: every data flow of the day, and whether an agreement or contract covers it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.contracts import contracts_on
from igreg.analysis.cover import uncovered
from igreg.analysis.data_flows import flows_on, is_personal
from igreg.dataclass import dataclass
from igreg.language.english import every
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.data_flows import DataFlow
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.paper import Column, Figure, Figures, Paper, Part, Picture, Points, Table
from igreg.report.parties import all_called, called, with_holder, yes_or_no


@dataclass(frozen=True, slots=True)
class Flow:
    """A data flow of the day."""

    id: str
    title: str
    what: str
    from_: str
    to: tuple[str, ...]
    outside: bool
    """Whether it goes to another organisation."""
    sort: str
    """`special category`, `personal`, `no personal data`, or that nobody said."""
    by: str
    often: str
    safeguards: str
    agreement: str
    """The agreement that it names, and the contracts in force with whoever receives it."""
    uncovered: tuple[str, ...]
    """To whom personal data go without an agreement or contract in force."""
    outside_uk: bool | None
    assets: str
    owner: str


@dataclass(frozen=True, slots=True)
class DataFlows:
    """The values of the report."""

    head: Head
    flows: tuple[Flow, ...]


def values(asked: Asked) -> DataFlows:
    """The data flows of the day."""
    found = flows_on(asked.register, asked.today)
    without: dict[int, list[str]] = {}
    for flow, index in uncovered(asked.register, asked.today):
        without.setdefault(id(flow), []).append(called(asked, flow.to[index]))
    contracts = contracts_on(asked.register, asked.today)
    of = {id(one): tuple(deal.id or "" for deal in contracts if deal.with_ in one.to) for one in found}
    return DataFlows(
        asked.head, tuple(_flow(asked, one, tuple(without.get(id(one), ())), of[id(one)]) for one in found)
    )


def _flow(asked: Asked, flow: DataFlow, without: tuple[str, ...], contracts: tuple[str, ...]) -> Flow:
    return Flow(
        id=flow.id or "",
        title=asked.called(flow),
        what=asked.told(flow, flow.what),
        from_=called(asked, flow.from_),
        to=tuple(called(asked, one) for one in flow.to),
        outside=any(asked.register.get(Body, one) is not None for one in flow.to),
        sort=_sort(flow),
        by=asked.told(flow, ", ".join(flow.by)),
        often=", ".join(
            filter(None, (every(flow.every) if flow.every is not None else "", "on request" if flow.on_request else ""))
        ),
        safeguards=asked.told(flow, "; ".join(flow.safeguards)),
        agreement=all_called(asked, filter(None, (flow.agreement, *contracts))),
        uncovered=without,
        outside_uk=flow.outside_uk,
        assets=all_called(asked, flow.assets),
        owner=with_holder(asked, flow.owner),
    )


def _sort(flow: DataFlow) -> str:
    if flow.special_category:
        return "special category"
    return {True: "personal", False: "no personal data", None: "not recorded"}[is_personal(flow)]


def paper(found: DataFlows) -> Paper:
    """The figures, the flows as a table, what each is kept safe by, and the map."""
    picture = Picture("data-flows", "Data flow map", "From where to where personal data go.")
    return Paper(
        name="data-flows",
        title="Where personal data go",
        organisation=found.head.organisation,
        day=found.head.day,
        about=found.head.part,
        unread=found.head.unread,
        parts=(
            Part("In short", (Figures(tuple(_figures(found))), *_open(found))),
            Part("The flows", (_flows(found), _safety(found))),
            *((Part("The map", (picture,)),) if any(one.from_ and one.to for one in found.flows) else ()),
        ),
    )


def _figures(found: DataFlows) -> Iterator[Figure]:
    without = sum(1 for one in found.flows if one.uncovered)
    abroad = sum(1 for one in found.flows if one.outside_uk)
    unsaid = sum(1 for one in found.flows if one.sort == "not recorded")
    note = f"{unsaid} of which nobody said whether the data are personal" if unsaid else ""
    yield Figure("Data flows", str(len(found.flows)), note)
    yield Figure("To other organisations", str(sum(1 for one in found.flows if one.outside)))
    yield Figure("Without an agreement or contract", str(without), attention="not covered" if without else "")
    unknown = sum(1 for one in found.flows if one.outside_uk is None and one.sort != "no personal data")
    note = f"not recorded of {unknown}" if unknown else ""
    yield Figure("Leaving the UK", str(abroad), note, "leaves the UK" if abroad else "")


def _open(found: DataFlows) -> Iterator[Points]:
    items = tuple(
        f"{one.title}: no agreement or contract in force with {', '.join(one.uncovered)}."
        for one in found.flows
        if one.uncovered
    )
    if items:
        yield Points(items)


def _flows(found: DataFlows) -> Table:
    columns = (
        Column("Flow"), Column("From"), Column("To"), Column("Which data"), Column("Personal"), Column("How"),
        Column("How often"), Column("Owner"),
    )  # fmt: skip
    rows = tuple((f.title, f.from_, "; ".join(f.to), f.what, f.sort, f.by, f.often, f.owner) for f in found.flows)
    return Table("Data flows of the day", columns, rows, "No data flow is recorded.")


def _safety(found: DataFlows) -> Table:
    columns = (
        Column("Flow"), Column("What protects the data"), Column("Agreement or contract"), Column("Leaves the UK"),
        Column("Information assets"), Column("Not covered"),
    )  # fmt: skip
    rows = tuple(
        (f.title, f.safeguards, f.agreement, yes_or_no(f.outside_uk), f.assets, "; ".join(f.uncovered))
        for f in found.flows
    )
    return Table("What keeps them safe", columns, rows, "No data flow is recorded.")


REPORT = Report(
    tells="the data flows: from whom to whom, which data, how, and under which agreement",
    readers="the IT lead",
    values=values,
    type=DataFlows,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
)
