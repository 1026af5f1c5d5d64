"""A chart of facts told in sentences and tables: each sort of line, each sort of box, and gaps in their order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from igreg.chart.about import AlsoHolds, Money, OfPost, OfSkill, OfSomebody
from igreg.chart.graph import MEMBERS, ChartKind, Edge, Graph, Message, Node
from igreg.chart.lines import BuiltBy, Count, Elect, Holds, InPost, InUnit, LineEnds, NotReached, Sit
from igreg.wording.worded import worded

DAY = dt.date(2026, 12, 1)
A, B = Node("a", "role", "A"), Node("b", "role", "B")


def graph(*nodes: Node, edges: tuple[Edge, ...] = (), chart: ChartKind = "communication") -> Graph:
    return worded(Graph(chart, "x", "T", "S", "Source", nodes, edges))


@pytest.mark.parametrize(
    ("edge", "words"),
    [
        pytest.param(Edge("a", "b", "accountable"), "B is accountable to A", id="the lower answers to the upper"),
        pytest.param(Edge("a", "b", "reports"), "A reports to B", id="reports"),
        pytest.param(Edge("a", "b", "supports"), "A supports B", id="supports"),
        pytest.param(Edge("a", "b", "routine", Message("News", every="1 month")), "A tells B: News, every month", id="tells"),
        pytest.param(Edge("a", "b", "incident", Message("X"), both=True), "A tells and hears from B: X", id="both ways"),
        pytest.param(Edge("a", "b", "special", Message("X")), "From A to B: X, special category data", id="data"),
        pytest.param(
            Edge("a", "b", "delegated", Message("X", up_to=Money(Decimal(5), "GBP"), until=DAY), tasks=("Buy",), limits="No"),
            "A hands down to B: X, up to £5, until 1 December 2026, Buy",
            id="a delegation",
        ),
        pytest.param(Edge("a", "b", "elects", Message("elect 2 seats")), "The members elect 2 seats of B", id="elects"),
        pytest.param(Edge("a", "nobody", "routine", Message("X")), "A tells nobody: X", id="an end without a box"),
    ],
)  # fmt: skip
def test_each_line_in_a_sentence(edge: Edge, words: str) -> None:
    assert [one.told for one in graph(A, B, edges=(edge,)).edges] == [words]


def test_the_members_elect_the_top() -> None:
    members = Node(MEMBERS, "group", "Members", (Elect(2, "B"), Count(9)))
    found = graph(members, B, edges=(Edge(MEMBERS, "b", "accountable"),), chart="structure")
    assert found.edges[0].told == "B is elected by the members and answers to them"
    assert found.nodes[0].told == "Members. They elect 2 seats of B. 9 members."


ROLE = OfPost("Chief", (("reports", ("Board",)), ("advises", ("X", "Y"))), "East", (AlsoHolds(None, ("Z",), 1),))


@pytest.mark.parametrize(
    ("node", "words"),
    [
        pytest.param(
            Node("r", "role", "SIRO", (Holds("Jo"), InUnit("East"), LineEnds()), areas=("Risk",), about=ROLE),
            "SIRO. Jo. Named lead for Risk. Accountable to Chief. Reports to Board. Advises X and Y. Unit: East. "
            "Whoever holds it also holds Z.",
            id="a role, without what stands in its box of where it stands",
        ),
        pytest.param(
            Node("g", "group", "IG group", (Sit("chair", ("SIRO",)), Count(3)), about=OfPost(meets_every="1 month")),
            "IG group, a group. Chair: SIRO. 3 members. Meets every month.",
            id="a group",
        ),
        pytest.param(Node("p", "staff", "A member of staff", about=OfSomebody()), "A member of staff.", id="nobody's name"),
        pytest.param(Node("r", "role", "DPO", (NotReached(),)), "DPO: Not reached from staff by incident flows.", id="missed"),
        pytest.param(Node("r", "role", "DPO", (Holds("Jo"),)), "DPO. Jo.", id="a party without arrows"),
        pytest.param(Node("r", "role", "DPO", change="gone"), "Gone. DPO.", id="gone"),
    ],
)  # fmt: skip
def test_each_box_in_sentences(node: Node, words: str) -> None:
    assert [one.told for one in graph(node).nodes] == [words]


def test_a_party_is_told_with_its_arrows_and_somebody_without() -> None:
    somebody = Node("b", "staff", "A member of staff", about=OfSomebody())
    found = graph(A, somebody, edges=(Edge("a", "b", "routine", Message("X")), Edge("a", "a", "routine", Message("Y"))))
    told = "A. A tells A member of staff: X. A tells A: Y."
    assert [one.told for one in found.nodes] == [told, "A member of staff."]


SKILLS = (
    Node("r", "role", "IG lead", (InPost("Jo", acting=False),), person="jo"),
    Node("s", "role", "SIRO", (InPost("Jo", acting=False),), person="jo"),
    Node("law", "skill", "Law", (BuiltBy(("DSA", "IG")),), about=OfSkill(("Knows.", "Leads"))),
    Node("tact", "skill", "Tact", over="Named by roles only"),
    Node("wit", "skill", "Wit", over="Named by roles only"),
)


def asked(start: str, end: str, *marks: str, level: int | None = None) -> Edge:
    return Edge(start, end, "asked", Message(end.title(), asked=2, has=level), marks=marks)  # type: ignore[arg-type]


def test_skills_are_told_by_level_and_by_holder() -> None:
    met = replace(asked("r", "law", level=2), counts_until=DAY)
    found = graph(*SKILLS, edges=(met,), chart="skills")
    assert found.edges[0].told == "IG lead (Jo): Law, asked at 2, has 2, counts until 1 December 2026"
    assert [node.told for node in found.nodes if node.kind == "skill"][:2] == [
        "Law. Level 1: Knows. Level 2: Leads. Built by DSA and IG.",
        "Tact. Named by roles only.",
    ]
    assert found.nodes[0].told == "IG lead (Jo). Law, asked at 2, has 2."
    assert found.tables == ()


def test_gaps_stand_by_skill_and_a_person_has_one_row() -> None:
    lapsed = replace(asked("r", "law", "below", "lapsed", level=1), counts_until=DAY)
    edges = (asked("r", "tact", level=2), asked("r", "wit", "missing"), lapsed, asked("s", "tact", "missing"))
    by_skill, by_person = graph(*SKILLS, edges=edges, chart="skills").tables
    gap = "below the level, lapsed after 1 December 2026, asked at 2, has 1"
    assert by_skill.rows == (
        ("Law", f"IG lead (Jo): {gap}", "DSA and IG"),
        ("Wit", "IG lead (Jo): missing, asked at 2", ""),
        ("Tact", "SIRO (Jo): missing, asked at 2", ""),
    )
    words = f"Wit: missing, asked at 2; Law: {gap}; Tact: missing, asked at 2"
    assert by_person.rows == (("Jo", "IG lead and SIRO", words),)


@pytest.mark.parametrize(("until", "said"), [(None, "no end"), (DAY, "1 December 2026")])
def test_what_is_handed_down_is_a_table_too(until: dt.date | None, said: str) -> None:
    one = Edge("a", "b", "delegated", Message("X", until=until), about=("risk",), tasks=("Buy",), marks=("kept",))
    (table,) = graph(A, B, edges=(one,), chart="delegation").tables
    assert table.rows == (("X", "A", "B", "risk; Buy", said, "may not be handed down"),)
    assert table.of_lines
    assert graph(A, chart="delegation").tables == ()


@pytest.mark.parametrize(("until", "said"), [(None, "not known"), (DAY, "first seat 1 December 2026")])
def test_an_election_is_a_row_of_it(until: dt.date | None, said: str) -> None:
    one = Edge(MEMBERS, "b", "elects", Message("elect 2 seats", until=until), tasks=("Nurses", "a seat"))
    (table,) = graph(Node(MEMBERS, "group", "Members"), B, edges=(one,), chart="delegation").tables
    assert table.rows == (("Election", "Members", "B", "Nurses; a seat", said),)
