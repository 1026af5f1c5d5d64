"""The data flow map: one arrow for each receiver, what it says, and what draws attention."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from igreg.chart.data_flows import data_flows
from igreg.chart.graph import Graph
from igreg.chart.view import View
from igreg.render.chart.dot import dot
from igreg.render.chart.mermaid import mermaid
from igreg.render.chart.text import chart_text
from igreg.wording.arrows import arrow_words
from tests.chart.registers import HOME, view

FLOWS = """
- {id: news, title: News, from: ig-lead, to: [public], what: newsletter, personal_data: false}
- {id: rota, title: Rota, from: rota, to: [cloud], what: the rota, personal_data: true, by: [portal], every: 1 week,
   outside_uk: true, safeguards: [IDTA]}
- {id: refer, title: Referrals, from: records, to: [hospital, gp], what: referral letters, special_category: true,
   by: [secure e-mail], on_request: true}
- {id: over, title: Over, from: rota, to: [cloud], what: old, personal_data: true, end: 2026-11-23}
- {id: ahead, title: To come, from: rota, to: [cloud], what: new, personal_data: true, start: 2026-11-25}
- {id: half, title: Half, from: rota, what: nothing}
"""
REST = {
    "assets.yaml": "- {id: records, name: Care records, owner: ig-lead, unit: east}\n"
    "- {id: rota, name: Rota, owner: ig-lead}\n",
    "bodies.yaml": "- {id: cloud, name: CloudCo, category: supplier}\n- {id: gp, name: The surgery}\n"
    "- {id: hospital, name: Aldermere Hospitals}\n",
    "sharing-agreements.yaml": "- {id: isa, title: S, partners: [gp], owner: ig-lead, expires: 2026-11-24}\n",
    "contracts.yaml": "- {id: con, title: C, with: cloud, owner: ig-lead, start: 2025-04-01}\n",
}


def seen(flows: str = FLOWS, **options: object) -> View:
    return view(HOME | REST | {"data-flows.yaml": flows}, **options)


def arrows(graph: Graph) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(edge.start, edge.end, edge.kind, edge.marks) for edge in graph.edges]


def test_one_arrow_for_each_receiver_special_ones_first_and_only_those_of_the_day() -> None:
    assert arrows(data_flows(seen())) == [
        ("records", "hospital", "special", ("no-agreement",)),
        ("records", "gp", "special", ()),
        ("rota", "cloud", "personal", ("outside-uk",)),
        ("ig-lead", "public", "data", ()),
    ]


def test_an_agreement_counts_to_its_last_day() -> None:
    later = data_flows(replace(seen(), day=dt.date(2026, 11, 25)))
    assert ("records", "gp", "special", ("no-agreement",)) in arrows(later)
    assert ("rota", "cloud", "personal", ()) in arrows(later), "what begins that day is there"


def test_an_arrow_says_what_when_how_and_what_is_not_as_it_should_be() -> None:
    refer, _, rota, news = data_flows(seen()).edges
    assert arrow_words(refer) == (
        "referral letters",
        "on request",
        "secure e-mail",
        "special category data",
        "NO AGREEMENT IN FORCE",
    )
    assert arrow_words(rota) == ("the rota", "every week", "portal", "personal data", "LEAVES THE UK")
    assert arrow_words(news) == ("newsletter",)


def test_assets_parties_and_bodies_are_boxes_those_outside_last() -> None:
    nodes = data_flows(seen()).nodes
    assert [(node.id, node.kind, node.over) for node in nodes] == [
        ("records", "asset", "Information asset"),
        ("rota", "asset", "Information asset"),
        ("ig-lead", "role", ""),
        ("public", "audience", "Outside"),
        ("hospital", "body", "Outside body"),
        ("gp", "body", "Outside body"),
        ("cloud", "body", "Supplier"),
    ]


def test_what_it_comes_to_stands_beside_its_title() -> None:
    assert data_flows(seen()).remarks == (
        "3 data flows, 2 of personal data, 1 of them of a special category",
        "1 out of the UK",
        "1 arrow to a body with no agreement or contract in force",
    )
    assert data_flows(seen("[]\n")).remarks == ("0 data flows, 0 of personal data, 0 of them of a special category",)


def test_a_unit_chooses_the_flows_of_its_assets_and_roles() -> None:
    assert {edge.message.what for edge in data_flows(seen(unit="east")).edges if edge.message} == {"referral letters"}
    assert {edge.message.what for edge in data_flows(seen(unit="home")).edges if edge.message} == {
        "referral letters",
        "newsletter",
    }


def test_without_names_no_person_can_be_made_out() -> None:
    flows = "- {id: f, title: F, from: j-osei, to: [m-lewis, records], what: pay, personal_data: true}\n"
    graph = data_flows(seen(flows, names=False))
    told = repr(graph) + dot(graph) + mermaid(graph) + chart_text(graph)
    assert not [word for word in ("osei", "Osei", "lewis", "Lewis") if word in told]
    assert "Names of people are left out" in graph.remarks


def test_its_day_is_that_of_data_flows_agreements_and_contracts_too() -> None:
    flow = "- {{id: f, title: F, from: rota, to: [cloud], what: w, start: {}}}\n"
    for start in ("2026-11-20", "2026-11-22"):
        graph = data_flows(seen(flow.format(start), dated=False))
        assert f"unchanged since {int(start[-2:])} November 2026" in graph.subtitle


@pytest.mark.parametrize("words", ["special category data", "LEAVES THE UK", "NO AGREEMENT IN FORCE", "on request"])
def test_every_format_says_it_in_words(words: str) -> None:
    graph = data_flows(seen())
    text = chart_text(graph)
    assert words in text
    assert words.split(maxsplit=1)[0] in dot(graph)
    assert words in mermaid(graph)


def test_the_text_is_a_list_and_a_table() -> None:
    text = chart_text(data_flows(seen()))
    assert "Special category data\n---------------------\n- Care records\n  - to Aldermere Hospitals: " in text
    assert "No personal data, or nobody has said\n" in text
    (row,) = [line for line in text.splitlines() if line.startswith("Rota ")]
    assert [cell.strip() for cell in row.split("|")] == [
        "Rota",
        "CloudCo",
        "the rota",
        "every week",
        "portal",
        "personal data",
        "leaves the UK",
    ]


def test_a_line_that_is_not_agreed_is_broken_in_every_drawing() -> None:
    graph = data_flows(seen())
    assert dot(graph).count("style=dashed") == 1
    assert mermaid(graph).count("-.->") == 1
