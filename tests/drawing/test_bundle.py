"""Smaller drawings of a communication chart: numbers and tables, and pages, in which no flow is lost."""

from __future__ import annotations

import pytest

from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.drawing.bundle import FEW, bundled, split
from igreg.drawing.drawer import Drawer
from igreg.wording.arrows import arrow_words
from tests.chart.registers import HOME, view
from tests.chart.test_communication import arrows

RECEIVERS = ("owner", "dpo", "caldicott", "ig-group", "ico")
SENDERS = ("ig-group", "all-staff", "dpo", "champion", "ico", "caldicott", "ig-lead")


class Roomy(Drawer):
    """Finds that a page can be read which has two arrows at most."""

    def __init__(self) -> None:
        super().__init__(dict)

    def fits(self, page: Graph) -> bool:
        return len(page.edges) <= 2

    def is_clear(self, page: Graph) -> bool:
        return True


def test_bundling_keeps_every_flow_in_numbers_and_tables() -> None:
    graph = bundled(communication(view()))
    assert [arrow_words(edge) for edge in graph.edges] == [("1",), ("2",), ("2",), ("3",), *[("4",)] * 4]
    assert [table.title for table in graph.tables] == ["Incidents and near misses", "Routine"]
    assert graph.tables[1].rows == (
        (
            "4",
            "Bulletin",
            "Data Security and Protection Lead",
            "All staff, Service users, Carers and The public",
            "every month",
            "email",
        ),
    )


def test_splitting_puts_incidents_on_the_main_page_and_loses_nothing() -> None:
    graph = communication(view())
    found = split(graph, Roomy())
    assert found[0].name == "communication"
    assert all(edge.kind == "incident" for edge in found[0].edges)
    assert sorted(arrow for page in found for arrow in arrows(page)) == sorted(arrows(graph))
    assert len({page.name for page in found}) == len(found)


def test_pages_of_what_is_routine_are_named_after_who_tells() -> None:
    flows = "".join(f"- {{id: f{i}, title: T{i}, from: {who}, to: [owner]}}\n" for i, who in enumerate(SENDERS))
    found = split(communication(view(HOME | {"flows.yaml": flows})), Roomy())
    assert [(page.name, page.part) for page in found] == [
        ("communication", "routine, from the Data Security and Protection Lead and the Caldicott Guardian"),
        ("communication-routine-dpo", "routine, from the Data Protection Officer"),
        ("communication-routine-_roles", "routine, from roles that lead no area and groups and units"),
        ("communication-routine-_staff", "routine, from staff and outside the organisation"),
    ]
    assert found[1].pages["communication-routine-_staff"] == "routine, from staff and outside the organisation"


def test_what_one_lead_sends_is_split_by_area_and_then_by_subject() -> None:
    told = [("news", "governance"), ("alerts", "confidentiality"), ("zeal", "governance"), ("audit", "governance")]
    flows = "".join(
        f"- {{id: f{i}, title: {title}, from: ig-lead, to: [{RECEIVERS[i]}], about: [{area}]}}\n"
        for i, (title, area) in enumerate(told)
    )
    found = split(communication(view(HOME | {"flows.yaml": flows})), Roomy())
    lead = "routine, from the Data Security and Protection Lead, about"
    assert [(page.name, page.part) for page in found] == [
        ("communication", f"{lead} information governance: “audit” to “news”"),
        ("communication-routine-ig-lead~information-governance~zeal", f"{lead} information governance: “zeal”"),
        ("communication-routine-ig-lead~confidentiality", f"{lead} confidentiality"),
    ]


def test_pages_that_begin_with_flows_of_one_title_have_names_of_their_own() -> None:
    flows = "".join(
        f"- {{id: f{i}, title: News, from: ig-lead, to: [{to}], every: {i} days}}\n"
        for i, to in enumerate(RECEIVERS, 1)
    )
    found = split(communication(view(HOME | {"flows.yaml": flows})), Roomy())
    assert [page.name for page in found] == [
        "communication",
        "communication-routine-ig-lead~news~2",
        "communication-routine-ig-lead~news~3",
    ]


class Roomiest(Roomy):
    """Finds that every page can be read."""

    def fits(self, page: Graph) -> bool:
        return True


@pytest.mark.parametrize(
    ("count", "drawer", "pages"),
    [
        (1, Roomiest(), {"communication-routine": "routine"}),
        (FEW, Roomiest(), {"communication-routine": "routine"}),
        (FEW + 1, Roomiest(), {"communication-routine": "routine"}),
        (2, Roomy(), {"communication-routine": "routine"}),
        (
            3,
            Roomy(),
            {
                "communication-routine-ig-lead~news-100": "routine, from the Data Security and Protection Lead",
                "communication-routine-ig-lead~news-102": "routine, from the Data Security and Protection Lead",
            },
        ),
    ],
)
def test_a_page_is_named_after_who_tells_only_where_there_are_several_of_its_kind(
    count: int, drawer: Drawer, pages: dict[str, str]
) -> None:
    flows = "".join(
        f"- {{id: f{at}, title: News {at}, from: ig-lead, to: [r{at}]}}\n" for at in range(100, 100 + count)
    )
    first = "- {id: first, title: Tell, from: all-staff, to: [ig-lead], trigger: incident}\n"
    roles = "".join(f"- {{id: r{at}, title: Reader {at}, accountable_to: ig-lead}}\n" for at in range(100, 100 + count))
    files = HOME | {"flows.yaml": first + flows, "roles.yaml": HOME["roles.yaml"] + roles}
    found = split(communication(view(files)), drawer)
    assert found[0].name == "communication"
    told = {page.name: str(page.part) for page in found[1:]}
    assert list(told) == list(pages)
    assert all(told[name].startswith(said) for name, said in pages.items())
    assert len(pages) > 1 or told == pages
