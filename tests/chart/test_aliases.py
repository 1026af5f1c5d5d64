"""With names left out, nobody can be told from the id of a box, whatever is drawn first."""

from __future__ import annotations

from itertools import permutations

import pytest

from igreg.chart.aliases import Aliases
from igreg.chart.communication import communication, party_node, party_nodes
from tests.chart.registers import HOME, view

PARTIES = ("j-osei", "ig-lead", "nobody-known", "m-lewis", "all-staff", "ico")
FILES = HOME | {"flows.yaml": "- {id: f, title: Report, from: j-osei, to: [m-lewis, ig-lead, j-ossei]}\n"}


@pytest.mark.parametrize("order", list(permutations(PARTIES))[::37])
def test_boxes_drawn_in_any_order_are_the_same_and_tell_nobody(order: tuple[str, ...]) -> None:
    hidden = view(names=False)
    aliases = Aliases.of(hidden, PARTIES)
    found = {party: party_node(hidden, aliases.alias(party), aliases) for party in order}
    assert {party: node.id for party, node in found.items()} == {
        "j-osei": "_person-1",
        "ig-lead": "ig-lead",
        "nobody-known": "_person-2",
        "m-lewis": "_person-3",
        "all-staff": "all-staff",
        "ico": "ico",
    }
    for secret in ("j-osei", "m-lewis", "nobody-known", "Osei", "Lewis"):
        assert secret not in repr(found.values())


def test_a_person_without_a_number_is_somebody() -> None:
    hidden = view(names=False)
    aliases = Aliases.of(hidden, ())
    assert aliases.alias("j-osei") == "_person"
    assert party_node(hidden, "_person", aliases).title == "A member of staff"
    assert aliases.hides("_person")
    assert not aliases.hides("ig-lead")
    assert not Aliases.of(view(names=True), ()).hides("_person")


def test_nodes_before_edges_are_the_same_nodes() -> None:
    one = view(FILES, names=False)
    graph = communication(one)
    aliases = Aliases.of(one, ("j-osei", "m-lewis", "ig-lead", "j-ossei"))
    assert party_nodes(one, graph.edges, aliases) == graph.nodes


def test_with_names_everybody_is_drawn_under_their_own_id() -> None:
    named = view()
    aliases = Aliases.of(named, PARTIES)
    assert [aliases.alias(party) for party in PARTIES] == list(PARTIES)
    assert not aliases.hides("_person-1")
