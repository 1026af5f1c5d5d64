"""Rows of what is told: when and how come from facts, not from the words at an arrow."""

from __future__ import annotations

from dataclasses import replace

from igreg.chart.graph import Edge, Message, Node
from igreg.chart.lines import Said
from igreg.drawing.communication_rows import name_of, row, tellings

ODD = Message("Every: within reach", within="1 day", by=("every morning", "within the app"), out_of_hours=True)


def test_a_means_that_begins_like_a_time_stays_a_means() -> None:
    (one,) = tellings([Edge("a", "b", "routine", ODD), Edge("a", "c", "routine", ODD)])
    cells = row(1, one, {"a": "A", "b": "B", "c": "C"})
    said = "every morning, within the app; out of hours too"
    assert cells == ("1", "Every: within reach", "A", "B and C", "within 1 day", said)


def test_a_box_of_several_is_named_by_their_titles_whatever_they_hold() -> None:
    titles = ("Lead: north", "Lead. south")
    listed = Node("x", "fold", "2 roles", (Said("list", "L"),), told="2 roles: whatever.", members=titles)
    assert name_of(listed) == "Lead: north and Lead. south", "they stand in the box"
    assert name_of(replace(listed, lines=())) == "2 roles: Lead: north and Lead. south", "the box has their number only"
    assert name_of(Node("y", "role", "Lead")) == "Lead"
