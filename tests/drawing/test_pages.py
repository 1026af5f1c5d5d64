"""Large charts: an overview and pages, each readable at A3, none of which loses anybody."""

from __future__ import annotations

import pytest

from igreg.chart.communication import communication
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.drawing.fold import compact
from igreg.drawing.pages import pages
from igreg.wording.arrows import arrow_words
from igreg.wording.boxes import all_said, said
from tests.chart.registers import HOME, view
from tests.drawing.drawn import drawer, points

AREAS = ("governance", "caldicott", "risk", "security", "data-protection", "confidentiality")


def trust(roles: int) -> View:
    """A trust with so many roles in units of units, six of them leads."""
    units = max(3, roles // 25)
    text = ["- {id: top, title: Chief Executive, unit: u0}\n"]
    for i, area in enumerate(AREAS):
        text.append(f"- {{id: lead{i}, title: Lead for {area}, areas: [{area}], accountable_to: top, unit: u0}}\n")
    text += [f"- {{id: head{u}, title: Head of service {u}, accountable_to: top, unit: u{u}}}\n" for u in range(units)]
    count = roles - 7 - units
    text += [
        f"- {{id: post{i}, title: Information Asset Owner for records {i}, accountable_to: head{i % units}, "
        f"unit: u{i % units}}}\n"
        for i in range(count)
    ]
    above = "".join(
        f"- {{id: u{u}, name: Directorate of services {u}{f', parent: u{u // 5}' if u > 4 else ''}}}\n"
        for u in range(units)
    )
    organisation = "name: Big Trust\ntype: nhs-trust\ntop: top\n"
    return view({"organisation.yaml": organisation, "roles.yaml": "".join(text), "units.yaml": above})


@pytest.mark.thorough
@pytest.mark.parametrize("roles", [12, 60, 300, 1500, 3000])
def test_every_page_can_be_read_at_a3_and_nobody_is_lost(roles: int) -> None:
    whole_view = trust(roles)
    whole = structure(whole_view)
    found = pages(whole, whole_view, drawer())
    assert (len(found) == 1) == (roles <= 60)
    said = " ".join(f"{node.title} {all_said(node)}" for page in found for node in page.nodes)
    for page in found:
        assert points(page) >= 8, page.name
    for node in whole.nodes:
        assert node.title in said
    assert len({page.name for page in found}) == len(found)


def test_many_pages_are_listed_on_a_page_of_their_own() -> None:
    whole_view = trust(3000)
    main, contents, *others = pages(structure(whole_view), whole_view, drawer())
    assert main.pages == {"structure-_pages": f"all {len(others)} pages"}
    assert list(contents.pages) == ["structure", *(page.name for page in others)]
    assert contents.pages["structure-u7"] == "Directorate of services 7"


def test_leaves_are_listed_in_one_box_and_leads_stay() -> None:
    roles = "".join(f"- {{id: r{i}, title: Role {i}, accountable_to: owner}}\n" for i in range(5))
    small = compact(structure(view(HOME | {"roles.yaml": HOME["roles.yaml"] + roles})))
    box = small.node("below-owner")
    assert box is not None
    assert [said(line) for line in box.lines] == [f"Role {i}: Vacant" for i in range(5)]
    assert all(line.kind == "vacant" for line in box.lines)
    assert small.node("ig-lead") is not None


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("flows", [20, 80, 200, 500])
def test_every_page_of_communication_can_be_read_and_no_arrow_is_lost(flows: int) -> None:
    roles = "".join(f"- {{id: r{i}, title: Head of service number {i}}}\n" for i in range(flows // 3))
    count = flows // 3
    text = "".join(
        f"- {{id: f{i}, title: Report number {i} of many, from: r{i * 7 % count}, to: [r{i * 3 % count}, r{i % count}], "
        f"trigger: {'incident' if i % 4 == 0 else 'meeting'}, within: {i + 1} days, by: [email, telephone]}}\n"
        for i in range(flows)
    )
    one = view({"organisation.yaml": "name: Big Trust\ntype: nhs-trust\n", "roles.yaml": roles, "flows.yaml": text})
    graph = communication(one)
    found = pages(graph, one, drawer())
    said = " ".join(
        " ".join(words)
        for page in found
        for words in (*(arrow_words(e) for e in page.edges), *(r for t in page.tables for r in t.rows))
    )
    for page in found:
        assert points(page) >= 8, page.name
    for i in range(flows):
        assert f"Report number {i} of many" in said
