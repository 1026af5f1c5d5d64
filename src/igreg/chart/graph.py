"""What a chart is made of: nodes, edges and the table of areas, as facts; what they say in words `wording` knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from igreg.chart.about import About, Link, Money
from igreg.chart.lines import Line
from igreg.dataclass import dataclass

NodeKind = Literal["role", "group", "unit", "staff", "body", "audience", "asset", "fold", "unknown", "skill"]
EdgeKind = Literal[
    "accountable",
    "reports",
    "advises",
    "supports",
    "routine",
    "incident",
    "data",
    "personal",
    "special",
    "delegated",
    "asked",
    "elects",
]
Change = Literal["new", "gone", "changed"]
"""What became of a box from one state of the register to another."""
MEMBERS = "~members"
"""The id of the node of those who elect the group at the top, which no record can have."""
ChartKind = Literal["structure", "communication", "drill", "data-flows", "delegation", "skills", "timeline"]
Mark = Literal[
    "longest",
    "weakest",
    "no-agreement",
    "outside-uk",
    "kept",
    "ring",
    "twice",
    "ended",
    "missing",
    "below",
    "lapsed",
    "nobody",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `id` is the record's own id, so that it stays the same from drawing to drawing."""

    id: str
    kind: NodeKind
    title: str
    lines: tuple[Line, ...] = ()
    short: tuple[Line, ...] = ()
    """What stands for `lines` where there is little room; nothing if they are short enough."""
    areas: tuple[str, ...] = ()
    """Titles of the areas it leads, in the order of the register."""
    over: str = ""
    """A few words above the title that say what it is."""
    about: About | None = None
    """What is told of it beside what stands in its box and at its lines, where there is more."""
    told: str = ""
    """Everything about it in one sentence or more, for tooltips and for those who do not see the drawing. Chart leaves
    it empty: it is worded from the facts of the whole chart, or said by drawing of a box of its own."""
    link: Link | None = None
    unit: str = ""
    """The id of its unit."""
    person: str = ""
    """In a chart of skills: the id of whoever holds the role; empty where names are left out."""
    edge: bool = False
    """Whether it stands at the edge of the drawing: outside bodies and the public."""
    is_ig_group: bool = False
    """Whether it is the group that answers for information governance."""
    members: tuple[str, ...] = ()
    """The titles of those for whom it stands, where it is one box for several."""
    leads: str = ""
    """Of which category the unit is that the role leads, or `unit`; nothing where it leads none."""
    change: Change | None = None
    """Where two states are compared: whether it is new, gone or changed."""

    @property
    def vacant(self) -> bool:
        """Whether it is a role that nobody holds."""
        return any(line.kind == "vacant" for line in self.lines)


class Message(NamedTuple):
    """What one party tells another, when and how."""

    what: str
    within: str = ""
    """How soon, as the register writes a length of time."""
    every: str = ""
    by: tuple[str, ...] = ()
    """The means: e-mail, telephone, a form."""
    out_of_hours: bool = False
    on_request: bool = False
    up_to: Money | None = None
    """In a delegation: the sum up to which it goes."""
    until: dt.date | None = None
    """In a delegation: its last day; in an election: the first day on which a term ends."""
    asked: int | None = None
    """Of a skill: the level that a role asks for, where it names one."""
    has: int | None = None
    """Of a skill: the level of whoever holds the role, 0 where none is written; nothing where they do not have it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One line. Accountability runs from the upper to the lower end, everything else from who acts to whom."""

    start: str
    end: str
    kind: EdgeKind
    message: Message | None = None
    numbers: tuple[int, ...] = ()
    """The rows of a table for which it stands."""
    both: bool = False
    told: str = ""
    """The whole of it in a sentence; as that of a node."""
    about: tuple[str, ...] = ()
    """The areas that a flow is about, as the register calls them."""
    tasks: tuple[str, ...] = ()
    """In a delegation: what is handed down; in an election: the seats."""
    limits: str = ""
    """In a delegation: where it ends, beside the sum."""
    counts_until: dt.date | None = None
    """Of a skill: the last day on which it counts."""
    by_then: float | None = None
    """In a drill: the hours that have passed at most when this step is done."""
    no_limit: bool = False
    """In a drill: whether nothing says how soon it has to be done."""
    marks: tuple[Mark, ...] = ()
    """Why to draw attention to it: to a step of a drill, or to a flow of data."""
    heavy: bool = False
    """Whether to draw attention to it: the longest or weakest step."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """Who answers for one area: the role and its holders, or the gap."""

    area: str
    role: str | None
    """Nothing where no role is named as lead."""
    held: tuple[Line, ...]
    gap: bool
    node: str = ""
    """The id of the role, for a link to its node."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table beside a drawing."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    of_lines: bool = False
    """Whether its rows are the lines of the chart, in their order."""

    def without_idle_columns(self) -> Table:
        """The table without the columns in which nothing stands."""
        used = [column for column in range(len(self.head)) if any(row[column] for row in self.rows)]
        rows = tuple(tuple(row[column] for column in used) for row in self.rows)
        return replace(self, head=tuple(self.head[column] for column in used), rows=rows)


def by_start(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """Lines by the node where they begin; nodes and lines in the order in which they come."""
    out: dict[str, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.start, []).append(edge)
    return out


@dataclass(frozen=True, eq=False)
class Graph:
    """A whole chart, or one page of it. Nodes stand in the order in which to read them."""

    chart: ChartKind
    name: str
    """The name of its files: `structure`, `communication` or `drill-incident`, and more behind it on further pages."""
    title: str
    """The title of the chart, the same on each of its pages."""
    subtitle: str
    source: str
    """The sentence that says where it comes from and that it is not to be edited."""
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    area_order: tuple[str, ...] = ()
    """Titles of all areas of the register; their order gives each its colour."""
    areas: tuple[AreaRow, ...] = ()
    tables: tuple[Table, ...] = ()
    remarks: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """On the page of a unit: the ids of those whose page it is."""
    tight: bool = False
    """Whether room is short, so that boxes are to be narrow."""
    slim: bool = False
    """Whether its frame is to be no wider than an upright sheet of A4."""
    upright: bool = False
    """Whether its frame, its tables and the room between its boxes are to be those of an upright sheet."""
    down: bool = False
    """Whether to draw from the top down; else from left to right."""
    part: str = ""
    """Of a page that is not the whole chart: which part of it this is."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Other pages of the chart: their names, and what they are called."""

    @property
    def headed(self) -> str:
        """What stands above it: the title of the chart, and of a page which part it is."""
        return f"{self.title}: {self.part}" if self.part else self.title

    @property
    def called(self) -> str:
        """What it is called among the pages of its chart."""
        return self.part or self.title

    @property
    def is_matrix(self) -> bool:
        """Whether it is drawn as a matrix: nodes that lines lead to are its columns, all others its rows."""
        return self.chart == "skills"

    def node(self, id: str) -> Node | None:
        """The node with this id."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> Mapping[str, Node]:
        return {node.id: node for node in reversed(self.nodes)}

    @cached_property
    def leaving(self) -> Mapping[str, Sequence[Edge]]:
        """The lines by the node where they begin, in the order of the chart."""
        return by_start(self.edges)
