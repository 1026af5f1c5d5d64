"""A drill of many steps: numbers on its arrows, so that it can be read."""

from __future__ import annotations

from igreg.chart.drill import drill
from igreg.drawing.pages import pages
from igreg.wording.arrows import arrow_words
from tests.chart.registers import view
from tests.chart.test_drill import FILES, table
from tests.drawing.drawn import drawer, points


def test_a_tangled_drill_has_numbers_on_its_arrows_so_that_it_can_be_read() -> None:
    """Six offices, each with an officer of its own, told by way of six people on call."""
    roles = "".join(f"- {{id: call-{i}, title: Manager on call of locality number {i}}}\n" for i in range(6))
    roles += "".join(f"- {{id: dpo-{i}, title: Data Protection Officer {i}, function: dpo}}\n" for i in range(6))
    roles += "".join(f"- {{id: siro-{i}, title: Risk Owner {i}, function: siro}}\n" for i in range(6))
    calls, end = (
        ", ".join(f"call-{i}" for i in range(6)),
        "trigger: incident, within: 2 hours, by: [phone, form, email]",
    )
    flows = f"- {{id: f, title: A report of anything that went wrong, from: all-staff, to: [{calls}], {end}}}\n"
    for i in range(6):
        flows += f"- {{id: d-{i}, title: Whatever touches personal data, from: call-{i}, to: [dpo-{i}], {end}}}\n"
        flows += f"- {{id: s-{i}, title: Whatever touches personal data, from: dpo-{i}, to: [siro-{i}], {end}}}\n"
    graph = drill(view(FILES | {"roles.yaml": roles, "flows.yaml": flows, "groups.yaml": "", "bodies.yaml": ""}))
    (page,) = pages(graph, view(FILES), drawer())
    assert points(page) >= 8
    assert [arrow_words(edge)[0] for edge in page.edges] == [str(n) for n in range(1, 19)]
    rows = table(page, "Every step")
    assert rows[0][:5] == (
        "1",
        "All staff",
        "Manager on call of locality number 0",
        arrow_words(graph.edges[0])[0],
        "phone, form, email",
    )
    assert len(rows) == 18
