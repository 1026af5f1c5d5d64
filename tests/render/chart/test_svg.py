"""SVG read back as XML: title, description, reading order, words of every box, links, contrast; text that fits."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from igreg.chart.communication import communication
from igreg.chart.structure import structure
from igreg.drawing.metrics import width
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import points, scene, svg
from tests.render.chart.test_dot import HOSTILE, quoted

SVG = "{http://www.w3.org/2000/svg}"


def read(text: str) -> ET.Element:
    return ET.fromstring(text.encode())


@pytest.mark.parametrize("draw", [structure, communication])
def test_title_description_and_words_of_every_box_in_reading_order(draw: object) -> None:
    graph = worded(draw(view()))  # type: ignore[operator]
    root = read(svg(graph))
    assert root.get("role") == "graphics-document"
    titles = {
        element.get("id"): element.text for element in root.iter() if element.get("id") in ("chart-title", "chart-desc")
    }
    assert titles["chart-title"] == f"{graph.title}: {graph.subtitle}"
    assert "Do not edit" in (titles["chart-desc"] or "")
    assert root.get("aria-labelledby") == "chart-title chart-desc"
    boxes = [g for g in root.iter(f"{SVG}g") if g.get("role") == "graphics-symbol"]
    assert [box.get("id") for box in boxes] == [f"{node.kind}-{node.id}" for node in graph.nodes]
    assert [box.get("aria-label") for box in boxes] == [node.told for node in graph.nodes]
    assert [box.findtext(f"{SVG}title") for box in boxes] == [node.told for node in graph.nodes]


def test_the_banner_names_the_source() -> None:
    assert svg(structure(view())).splitlines()[1].startswith("<!-- Drawn by igreg from register/. Do not edit")


def test_no_scripts_no_handlers_no_links_but_https() -> None:
    evil = 'x" onload="alert(1)'
    bodies = f"- {{id: ico, name: {quoted(evil)}, contact: 'https://ico.example/a?b=1&c=2'}}\n"
    root = read(svg(communication(view(HOME | {"bodies.yaml": bodies}))))
    assert not [e for e in root.iter() if e.tag.endswith("script") or any(a.startswith("on") for a in e.attrib)]
    assert [e.get("href") for e in root.iter(f"{SVG}a")] == ["https://ico.example/a?b=1&c=2"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    roles = HOME["roles.yaml"] + f"- {{id: odd, title: {quoted(text)}, accountable_to: owner}}\n"
    root = read(svg(structure(view(HOME | {"roles.yaml": roles}))))
    box = next(g for g in root.iter(f"{SVG}g") if g.get("id") == "role-odd")
    said = "".join(t.text or "" for t in box.iter(f"{SVG}text"))
    assert said.replace(" ", "").startswith(text.replace(" ", ""))
    assert (box.get("aria-label") or "").startswith(" ".join(text.split()))


def test_every_line_of_text_lies_in_its_box() -> None:
    """By the widths of Helvetica, Arial and Arimo; Chromium is asked in tests/browser/test_charts.py."""
    root = read(svg(structure(view())))
    for box in (g for g in root.iter(f"{SVG}g") if g.get("role") == "graphics-symbol"):
        outline = next(box.iter(f"{SVG}rect"))
        left, top, wide, tall = (float(outline.get(name) or 0) for name in ("x", "y", "width", "height"))
        for text in box.iter(f"{SVG}text"):
            x, points = float(text.get("x") or 0), float(text.get("font-size") or 0)
            assert left <= x
            assert x + width(text.text or "", points, text.get("font-weight") == "bold") <= left + wide, text.text
            assert top + points / 2 < float(text.get("y") or 0) < top + tall


def test_the_same_bytes_every_time() -> None:
    assert svg(structure(view())) == svg(structure(view()))


def test_a_file_is_as_large_as_its_scene_and_can_be_read_on_a3() -> None:
    graph = structure(view())
    drawing = scene(graph)
    assert f'viewBox="0 0 {drawing.width:.2f} {drawing.height:.2f}"' in svg(graph)
    assert points(graph) >= 8


def test_a_register_that_has_an_id_twice_is_drawn_all_the_same() -> None:
    roles = (
        HOME["roles.yaml"] + "- {id: owner, title: Another owner}\n- {id: last, title: Last, accountable_to: owner}\n"
    )
    root = read(svg(structure(view(HOME | {"roles.yaml": roles}))))
    drawn = [g for g in root.iter(f"{SVG}g") if g.get("role") == "graphics-symbol"]
    boxes = {g.get("id"): g for g in drawn}
    assert len(boxes) == len(drawn)
    assert boxes["role-last"].findtext(f"{SVG}text") == "Last"
    assert boxes["role-owner"].findtext(f"{SVG}text") == "Owner"


def test_a_long_title_of_an_area_is_wrapped_and_not_cut() -> None:
    title = "Sharing of information with partners in research, in the place and across the whole of the system of care"
    organisation = HOME["organisation.yaml"] + f"areas: [{{id: partners, title: '{title}'}}]\n"
    root = read(svg(structure(view(HOME | {"organisation.yaml": organisation}))))
    strip = next(g for g in root.iter(f"{SVG}g") if g.get("aria-label") == "Who answers for each area")
    assert title.replace(" ", "") in "".join(text.text or "" for text in strip.iter(f"{SVG}text")).replace(" ", "")
