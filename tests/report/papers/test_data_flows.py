"""Where personal data go."""

from __future__ import annotations

from igreg.report.papers.data_flows import values
from tests.report.asking import asked, markdown

REGISTER = """
# file: bodies.yaml
- {id: acme, name: Acme Ltd, category: supplier}
- {id: council, name: The council, category: partner}
# file: roles.yaml
- {id: lead, title: Lead}
# file: assets.yaml
- {id: A-1, name: Files, owner: lead, personal_data: true}
# file: sharing-agreements.yaml
- {id: S-1, title: With the council, partners: [council], signed: 2026-01-01, owner: lead}
# file: data-flows.yaml
- {id: F-1, title: To Acme, from: A-1, to: [acme, council], what: Letters, special_category: true, by: [post, e-mail], every: 1 month, on_request: true, outside_uk: true, safeguards: [Sealed], owner: lead}
- {id: F-2, title: Inside, from: lead, to: [lead], what: Figures, personal_data: false}
- {id: F-3, title: Unsaid, from: lead, to: [public], what: Things, every: 2 weeks, agreement: S-1}
- {id: F-4, title: Over, from: lead, to: [acme], what: Old, personal_data: true, end: 2026-11-23}
- {id: F-5, title: Ahead, from: lead, to: [acme], what: New, personal_data: true, start: 2026-11-25}
- {id: F-6, title: Last day, from: lead, to: [council], what: Lists, personal_data: true, outside_uk: false, end: 2026-11-24}
"""


def test_the_flows_of_the_day() -> None:
    found = values(asked(REGISTER)).flows
    assert [(one.title, one.sort, one.outside, one.often) for one in found] == [
        ("To Acme", "special category", True, "every month, on request"),
        ("Inside", "no personal data", False, ""),
        ("Unsaid", "not recorded", False, "every 2 weeks"),
        ("Last day", "personal", True, ""),
    ]
    assert (found[0].from_, found[0].to, found[0].by) == ("Files", ("Acme Ltd", "The council"), "post, e-mail")
    assert (found[2].to, found[2].agreement) == (("The public",), "With the council")
    assert [one.uncovered for one in found] == [("Acme Ltd",), (), (), ()]


def test_the_figures() -> None:
    text = markdown("data-flows", asked(REGISTER))
    assert "**Data flows:** 4 (1 of which nobody said whether the data are personal)" in text
    assert "**To other organisations:** 2" in text
    assert "**Without an agreement or contract:** 1 (not covered)" in text
    assert "**Leaving the UK:** 1 (leaves the UK; not recorded of 1)" in text
    assert "To Acme: no agreement or contract in force with Acme Ltd." in text


def test_what_covers_a_flow_is_named_whether_agreement_or_contract() -> None:
    deals = """
# file: contracts.yaml
- {id: C-1, title: The software, with: acme, owner: lead, start: 2026-01-01}
- {id: C-2, title: Ended, with: acme, owner: lead, end: 2026-01-01}
"""
    found = values(asked(REGISTER + deals)).flows
    assert [one.agreement for one in found] == ["The software", "", "With the council", ""]
    assert [one.uncovered for one in found] == [(), (), (), ()]


def test_a_map_where_there_is_a_flow_with_both_its_ends() -> None:
    text = markdown("data-flows", asked(""))
    assert "No data flow is recorded." in text and "## The map" not in text
    assert "## The map" not in markdown("data-flows", asked("# file: data-flows.yaml\n- {id: F, title: F, what: x}\n"))
    assert "## The map" in markdown("data-flows", asked(REGISTER))
