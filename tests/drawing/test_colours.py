"""Colours have enough contrast (WCAG 2.2 AA), by day and by night."""

from __future__ import annotations

import pytest

from igreg.drawing import colours as colour


def luminance(hex_colour: str) -> float:
    parts = [int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground) for ink in (colour.INK, colour.QUIET) for ground in (colour.PAPER, colour.ROLE, colour.LEAD)),
    *((ink, ground) for ink in (colour.INK, colour.QUIET) for ground in (colour.GROUP, colour.OUTSIDE)),
    *((ink, colour.PAPER) for ink in (colour.ROUTINE, colour.INCIDENT, colour.GAP_INK)),
    (colour.GAP_INK, colour.GAP),
    (colour.CARE_INK, colour.CARE),
]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_have_enough_contrast_by_day_and_by_night(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5
    assert contrast(colour.DARK[ink], colour.DARK[ground]) >= 4.5


@pytest.mark.parametrize("badge", colour.BADGES)
def test_words_on_badges_have_enough_contrast(badge: str) -> None:
    assert contrast(colour.ON_BADGE, badge) >= 4.5


@pytest.mark.parametrize("line", [colour.LINE, colour.REPORTS, colour.ADVISES, colour.SUPPORTS, colour.ROUTINE])
def test_lines_stand_out_from_the_paper(line: str) -> None:
    assert contrast(line, colour.PAPER) >= 3
    assert contrast(colour.DARK[line], colour.DARK[colour.PAPER]) >= 3


@pytest.mark.parametrize(
    ("area", "place"),
    [
        pytest.param("first", 0, id="by its place among all areas"),
        pytest.param("ninth", 0, id="and round again"),
        pytest.param("of no register", -1, id="an area that is not among them"),
    ],
)
def test_an_area_has_the_colour_of_its_place(area: str, place: int) -> None:
    areas = ("first", *(f"area {i}" for i in range(7)), "ninth")
    assert colour.badge(areas, area) == colour.BADGES[place]
