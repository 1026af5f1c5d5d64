"""DOT read back by Graphviz itself: hostile text comes out as that text, and the lines have the styles of the contract."""

from __future__ import annotations

import re

import pytest

from igreg.chart.communication import communication
from igreg.chart.structure import structure
from igreg.drawing.measured import measured
from igreg.drawing.skeleton import placed, skeleton
from igreg.render.chart.dot import dot
from igreg.store.layout_engine import LayoutEngine
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import parsed, words

HOSTILE = [
    pytest.param('He said "no"', id="quotes"),
    pytest.param("<b>bold</b> & <script>alert(1)</script>", id="markup"),
    pytest.param(r"back\slash \N \G \l end\\", id="escapes of Graphviz"),
    pytest.param("[/red] ] } > <", id="brackets"),
    pytest.param("--> ]]> /* */ // #", id="ends of comments"),
    pytest.param("Ŵyn Łukasz Þóra Ærø", id="letters beyond ASCII"),
    pytest.param("Αθήνα Київ עברית العربية 中文 😀", id="scripts"),
    pytest.param("x" * 300, id="a word of 300 letters"),
    pytest.param("a very long title " * 20, id="a title of 360 letters"),
    pytest.param("<>", id="an empty element"),
    pytest.param("&amp; &#65;", id="entities"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_that_text(text: str) -> None:
    title = " ".join(text.split())
    staff = HOME["staff.yaml"] + f"- {{id: odd, name: {quoted(text)}}}\n"
    roles = f"- {{id: odd-role, title: {quoted(text)}, accountable_to: owner, holders: [{{staff: odd, from: 2020-01-01}}]}}\n"
    drawn = parsed(dot(worded(structure(view(HOME | {"staff.yaml": staff, "roles.yaml": HOME["roles.yaml"] + roles})))))
    assert drawn.words("odd-role") == f"{title} {title}"
    assert drawn.nodes["odd-role"]["tooltip"].replace("\\\\", "\\").startswith(f"{title}. {title}.")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_control_characters_are_written_out() -> None:
    roles = '- {id: odd, title: "bell\\a line\\n end\\u202e\\uFFFE"}\n'
    drawn = parsed(dot(worded(structure(view(HOME | {"roles.yaml": HOME["roles.yaml"] + roles})))))
    assert drawn.words("odd").startswith("bell\\x07 line end\\u202e\\ufffe")


def test_nodes_have_the_ids_of_the_records_and_say_all() -> None:
    drawn = parsed(dot(worded(structure(view()))))
    assert set(drawn.nodes) == {"owner", "ig-lead", "caldicott", "dpo", "champion", "ig-group"}
    assert drawn.words("ig-lead") == (
        "Information governance Confidentiality Data Security and Protection Lead Jo Osei Deputy: Max Lewis"
    )
    assert "Vacant" in drawn.words("champion")
    assert "Acting" in drawn.words("dpo")
    assert "Absent" in drawn.words("caldicott")


def test_lines_of_the_structure_chart() -> None:
    drawn = parsed(dot(worded(structure(view()))))
    solid = [(edge["from"], edge["to"]) for edge in drawn.edges if "style" not in edge]
    assert solid == [
        ("owner", "ig-lead"),
        ("ig-lead", "champion"),
        ("owner", "caldicott"),
        ("owner", "dpo"),
        ("owner", "ig-group"),
    ]
    assert drawn.lines(style="dashed") == [("dpo", "owner")]
    assert drawn.lines(style="dotted") == [("champion", "ig-lead"), ("caldicott", "owner")]


def test_the_heading_says_who_answers_for_each_area_and_which_has_nobody() -> None:
    heading = re.search(r"label=<(.*?)> labeljust", dot(structure(view())))
    assert heading is not None
    assert "Caldicott: Caldicott Guardian (Ana Reid" in words(heading[1])
    assert "Risk: No role is named as lead (Nobody)" in words(heading[1])


def test_lines_beside_accountability_get_room_between_the_boxes() -> None:
    one = "- {id: a, title: A}\n- {id: b, title: B, accountable_to: a%s}\n"
    gaps = {}
    for more in ("", ", advises: [a]"):
        graph = structure(view(HOME | {"roles.yaml": one % more, "groups.yaml": ""}))
        found = placed(measured(graph), LayoutEngine().layout(skeleton(measured(graph))))
        gaps[more] = found.boxes["b"][0] - found.boxes["a"][2]
    assert gaps[""] < 36
    assert gaps[", advises: [a]"] > 50


def test_lines_of_the_communication_chart() -> None:
    drawn = parsed(dot(worded(communication(view()))))
    assert drawn.lines(dir="both") == [("ig-lead", "dpo"), ("ig-lead", "owner")]
    assert words(drawn.edges[0]["label"]) == "Incident seen within 4 hours phone, form out of hours too"
    assert len(drawn.edges) == 8
    assert drawn.words("public") == "Outside The public"


def test_the_same_bytes_every_time_and_a_word_about_the_source() -> None:
    assert dot(structure(view())) == dot(structure(view()))
    first = dot(structure(view())).splitlines()[0]
    assert first == "// Drawn by igreg from register/. Do not edit: change the register and draw again."


def test_only_https_links_reach_the_drawing() -> None:
    bodies = """
- {id: ico, name: Information Commission, contact: "https://ico.example/?a=1&b=2"}
- {id: bad, name: Bad, contact: "javascript:alert(1)"}
"""
    flows = HOME["flows.yaml"] + "- {id: f, title: F, from: owner, to: [bad]}\n"
    drawn = parsed(dot(worded(communication(view(HOME | {"bodies.yaml": bodies, "flows.yaml": flows})))))
    assert drawn.nodes["ico"]["URL"] == "https://ico.example/?a=1&b=2"
    assert "URL" not in drawn.nodes["bad"]


def test_boxes_that_list_nobody_and_titles_of_nothing_are_drawn() -> None:
    from igreg.chart.graph import Graph, Node

    nodes = (Node("a", "fold", "+3 roles"), Node("b", "role", ""), Node("c", "group", "C", areas=("Risk", "")))
    drawn = parsed(dot(Graph("structure", "structure", "T", "S", "Source", nodes, ())))
    assert drawn.words("a") == "+3 roles"
    assert LayoutEngine().layout(dot(Graph("structure", "structure", "", "", "", nodes, ())))


def test_words_in_angle_brackets_are_words_in_tooltips_too() -> None:
    roles = "- {id: a, title: '<a>'}\n- {id: b, title: '<b>', accountable_to: a, advises: [a]}\n- {id: c, title: '& <c>', accountable_to: b}\n"
    drawn = parsed(dot(worded(structure(view(HOME | {"roles.yaml": roles, "groups.yaml": ""})))))
    assert [edge["tooltip"] for edge in drawn.edges] == [
        "<b> is accountable to <a>",
        "& <c> is accountable to <b>",
        "<b> advises <a>",
    ]
