"""The chart of skills: what is asked of whom, what they have, and what is missing, below the level or lapsed."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from igreg.chart.graph import Graph
from igreg.chart.skills import skills
from igreg.drawing.pages import pages
from igreg.errors import IgregError
from igreg.render.chart.dot import dot
from igreg.render.chart.html import chart_html
from igreg.render.chart.mermaid import mermaid
from igreg.render.chart.parts import Drawn
from igreg.render.chart.text import chart_text
from igreg.wording.arrows import arrow_words
from igreg.wording.boxes import said
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import drawer, parsed, points, svg

DAY = dt.date(2026, 11, 24)
KEPT = """
- {id: law, title: The law, group: information-governance, levels: [a, b, c], valid_for: 12 months, courses: [dsa]}
- {id: money, title: Money, group: resources}
- {id: unasked, title: Never asked, courses: [dsa]}
"""
COURSES = "- {id: dsa, title: Data security awareness}\n"


def graph(requires: str, has: str = "[]", holders: str = "[{staff: jo, from: 2020-01-01}]", **options: Any) -> Graph:
    """The chart of one role that asks for skills, and one person with some."""
    roles = f"- {{id: lead, title: IG lead, areas: [governance], unit: east, holders: {holders}, requires: {{skills: {requires}}}}}\n"
    staff = f"- {{id: jo, name: Jo Osei, skills: {has}}}\n- {{id: max, name: Max Lewis}}\n"
    more = {
        "roles.yaml": roles,
        "staff.yaml": staff,
        "skills.yaml": KEPT,
        "courses.yaml": COURSES,
        "groups.yaml": "[]",
        "flows.yaml": "[]",
    }
    return worded(skills(view(HOME | more, **options)))


@pytest.mark.parametrize(
    ("wanted", "has", "marks", "said"),
    [
        pytest.param("{skill: law, level: 2}", "{skill: law, level: 2, on: 2026-01-01}", (), "asked at 2, has 2", id="met"),
        pytest.param("{skill: law, level: 2}", "{skill: THE  LAW, level: 3}", (), "asked at 2, has 3", id="by its title"),
        pytest.param("{skill: law}", "{skill: law}", (), "asked, has it, no level written", id="no level asked"),
        pytest.param("{skill: law, level: 2}", "{skill: money, level: 3}", ("missing",), "asked at 2", id="missing"),
        pytest.param("{skill: law, level: 2}", "{skill: law, level: 1}", ("below",), "asked at 2, has 1", id="below"),
        pytest.param("{skill: law, level: 1}", "{skill: law}", ("below",), "asked at 1, has it, no level written", id="no level"),
        pytest.param("{skill: law}", "{skill: law, level: 1, on: 2025-11-24}", (), "asked, has 1", id="its last day"),
        pytest.param("{skill: law}", "{skill: law, level: 1, on: 2025-11-23}", ("lapsed",), "asked, has 1", id="the day after"),
        pytest.param("{skill: law}", "{skill: law, on: 2020-01-01}, {skill: law, level: 2, on: 2026-05-01}", (), "asked, has 2", id="shown again"),
        pytest.param("{skill: law, level: 3}", "{skill: law, level: 1, on: 2020-01-01}", ("below", "lapsed"), "asked at 3, has 1", id="both"),
        pytest.param("{skill: money}", "{skill: money, level: 1, on: 2001-01-01}", (), "asked, has 1", id="counts for ever"),
        pytest.param("{skill: Tact, level: 1}", "{skill: tact, level: 1}", (), "asked at 1, has 1", id="words of its own"),
    ],
)  # fmt: skip
def test_what_somebody_has_is_held_against_what_is_asked(
    wanted: str, has: str, marks: tuple[str, ...], said: str
) -> None:
    (edge,) = graph(f"[{wanted}]", f"[{has}]").edges
    assert edge.marks == marks
    assert arrow_words(edge)[1] == said


def test_a_skill_asked_twice_is_one_cell_at_the_higher_level() -> None:
    (edge,) = graph("[{skill: law, level: 1}, {skill: The law, level: 3}, {skill: law}]").edges
    assert arrow_words(edge) == ("The law", "asked at 3", "MISSING")


@pytest.mark.parametrize(
    ("holders", "rows"),
    [
        pytest.param("[]", [("lead", "Vacant")], id="vacant"),
        pytest.param("[{staff: jo, until: 2026-11-23}]", [("lead", "Vacant")], id="ended yesterday"),
        pytest.param("[{staff: jo, until: 2026-11-24}]", [("lead", "Jo Osei")], id="its last day"),
        pytest.param("[{staff: jo}, {staff: max}]", [("lead", "Jo Osei"), ("lead~2", "Max Lewis")], id="a job share"),
        pytest.param("[{staff: jo, as: acting}]", [("lead", "Acting: Jo Osei")], id="acting"),
        pytest.param("[{staff: jo, as: deputy}]", [("lead", "Vacant")], id="a deputy is asked nothing"),
        pytest.param("[{staff: who}]", [("lead", "who")], id="somebody whom the register does not have"),
    ],
)
def test_each_holder_has_a_row_and_a_vacant_role_has_one(holders: str, rows: list[tuple[str, str]]) -> None:
    found = graph("[{skill: law}]", holders=holders)
    assert [(node.id, said(node.lines[0])) for node in found.nodes if node.kind == "role"] == rows
    marks = {"Vacant": ("nobody",), "who": ("unknown",)}
    assert [edge.marks for edge in found.edges] == [marks.get(text, ("missing",)) for _, text in rows]


def test_the_tables_say_the_gaps_and_what_builds_them() -> None:
    found = graph("[{skill: law, level: 2}, {skill: money, level: 1}]", "[{skill: law, level: 3, on: 2025-01-31}]")
    assert [table.title for table in found.tables] == ["Gaps by skill", "Gaps by person", "Which course builds what"]
    by_skill, by_person, builds = (table.rows for table in found.tables)
    assert by_skill == (
        ("The law", "IG lead (Jo Osei): lapsed after 31 January 2026, asked at 2, has 3", "Data security awareness"),
        ("Money", "IG lead (Jo Osei): missing, asked at 1", ""),
    )
    gaps = "The law: lapsed after 31 January 2026, asked at 2, has 3; Money: missing, asked at 1"
    assert by_person == (("Jo Osei", "IG lead", gaps),)
    assert builds == (("Data security awareness", "The law"),)
    assert found.remarks == ("2 skills asked of 1 role, 2 cells", "1 missing", "1 lapsed")


def test_columns_stand_by_group_and_words_of_roles_last() -> None:
    found = graph("[{skill: Tact}, {skill: money}, {skill: law}]")
    assert [(n.over, n.title) for n in found.nodes if n.kind == "skill"] == [
        ("Information governance", "The law"),
        ("Resources", "Money"),
        ("Named by roles only", "Tact"),
    ]


def test_without_names_nobody_is_named_in_any_format() -> None:
    found = graph("[{skill: law}]", names=False)
    for text in (chart_text(found), dot(found), mermaid(found), svg(found)):
        assert "Jo Osei" not in text
        assert "In post" in text
    assert "jo" not in [cell for table in found.tables for row in table.rows for cell in row]


def test_a_part_of_it() -> None:
    assert graph("[{skill: law}]", unit="east").edges
    assert not graph("[{skill: law}]", unit="west").edges
    assert graph("[{skill: law}]", area="governance").title == "Skills of those who lead: Information governance"
    assert graph("[{skill: law}]", area="risk").remarks == ("No role of the day asks for a skill",)
    with pytest.raises(IgregError, match="--area"):
        graph("[{skill: law}]", area="nonsense")
    with pytest.raises(IgregError, match="--unit"):
        graph("[{skill: law}]", unit="nowhere")


@pytest.mark.parametrize(
    ("day", "since"),
    [(dt.date(2026, 1, 31), "31 January 2025"), (dt.date(2026, 2, 1), "1 February 2026")],
)
def test_it_changes_on_the_day_after_a_skill_last_counts(day: dt.date, since: str) -> None:
    found = graph("[{skill: law}]", "[{skill: law, on: 2025-01-31}]", day=day, dated=False)
    assert found.subtitle.endswith(f"unchanged since {since}")


def test_what_it_shows_does_not_depend_on_colour() -> None:
    found = graph(
        "[{skill: law, level: 2}, {skill: money, level: 1}, {skill: Tact}]",
        "[{skill: law, level: 1}, {skill: tact, level: 1}]",
    )
    drawn = svg(found)
    for words in (">MISSING<", ">BELOW<", ">met<", "stroke-dasharray"):
        assert words in drawn
    assert 'aria-label="IG lead (Jo Osei): The law, asked at 2, has 1, BELOW THE LEVEL"' in drawn


def test_markup_and_control_signs_are_words_in_every_format() -> None:
    found = graph('[{skill: "<b>&\\u0007 | x", level: 2}]')
    assert "&lt;b&gt;&amp;" in svg(found)
    assert "\u0007" not in svg(found) + chart_text(found) + mermaid(found)
    assert parsed(dot(found)).edges
    whole = chart_html([found], [Drawn("skills", found, drawer().unframed(found))])
    assert "<b>&" not in whole


def test_an_empty_chart_can_be_drawn() -> None:
    found = graph("[]")
    assert (found.edges, found.tables) == ((), ())
    assert "No role of the day asks for a skill" in svg(found)
    assert "No role of the day asks for a skill" in chart_text(found)


def many(roles: int, columns: int) -> Graph:
    """The chart of many roles, each of which asks for every skill."""
    wanted = ", ".join(f"{{skill: s{n}, level: 2}}" for n in range(columns))
    rows = "".join(
        f"- {{id: r{n}, title: Service manager {n}, requires: {{skills: [{wanted}]}}}}\n" for n in range(roles)
    )
    kept = "".join(f"- {{id: s{n}, title: Skill number {n}, group: leadership}}\n" for n in range(columns))
    return skills(view(HOME | {"roles.yaml": rows, "skills.yaml": kept, "groups.yaml": "[]", "flows.yaml": "[]"}))


def test_what_cannot_be_read_on_one_sheet_becomes_several_on_which_nothing_is_lost() -> None:
    whole = many(30, 20)
    found = pages(whole, view(), drawer())
    names = [page.name for page in found]
    assert names[:2] == ["skills", "skills-2"]
    assert len(set(names)) == len(names) > 3
    assert all(points(page) >= 8 for page in found)
    cells = [(edge.start, edge.end) for page in found for edge in page.edges]
    assert sorted(cells) == sorted(itertools.product((f"r{n}" for n in range(30)), (f"skill~s{n}" for n in range(20))))
    rows = [row for page in found for table in page.tables for row in table.rows]
    assert sorted(rows) == sorted(row for table in whole.tables for row in table.rows)
    assert all(set(page.pages) <= set(names) - {page.name} for page in found)
    assert len({page.headed for page in found}) == len(found)


def test_a_small_one_is_one_page() -> None:
    whole = graph("[{skill: law}]")
    assert pages(whole, view(), drawer()) == [whole]
