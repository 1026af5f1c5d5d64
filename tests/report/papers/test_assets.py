"""The register of information assets and its confirmation sheets."""

from __future__ import annotations

from igreg.report.paper import Lines, NewPage, Table
from igreg.report.papers.assets import paper, values
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: units.yaml
- {id: all, name: Everywhere}
- {id: ward, name: Ward, parent: all}
- {id: shop, name: Shop}
# file: bodies.yaml
- {id: acme, name: Acme Ltd}
- {id: zeta, name: Zeta}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: iao, title: Asset owner, holders: [{staff: ann, from: 2020-01-01}]}
- {id: lead, title: Lead}
# file: dpias.yaml
- {id: D-1, title: D, owner: lead, assets: [A-1], decision: proceed}
# file: risks.yaml
- {id: R-1, title: R, owner: lead, assets: [A-2]}
# file: assets.yaml
- {id: A-1, name: Records, owner: iao, administrator: lead, unit: ward, special_category: true, critical: true, purposes: [Care, Law], subjects: [Patients], recipients: [acme, public], retention: 8 years, location: London, outside_uk: false, supplier: acme, suppliers: [zeta], review: {every: 12 months, last: 2026-01-10}}
- {id: A-2, name: Letters, owner: lead, unit: shop, personal_data: false, support_ends: 2026-11-23, review: {every: 12 months, last: 2025-11-23}}
- {id: A-3, name: Boxes, owner: iao, unit: all, personal_data: true, support_ends: 2026-11-24, review: {every: 12 months}}
- {id: A-4, name: Lost, review: {last: 2026-01-01}}
"""


def test_each_asset() -> None:
    found = {one.id: one for one in values(asked(REGISTER)).assets}
    one = found["A-1"]
    assert (one.owner, one.administrator, one.unit) == ("Asset owner (Ann Lee)", "Lead (vacant)", "Ward")
    assert (one.purposes, one.recipients, one.suppliers) == ("Care; Law", "Acme Ltd; The public", "Acme Ltd; Zeta")
    assert (one.confirmed, one.confirm_by, one.state) == (day("2026-01-10"), day("2027-01-10"), "confirmed")
    assert (one.has_dpia, one.has_risk, found["A-2"].has_dpia, found["A-2"].has_risk) == (True, False, False, True)
    assert {id: (held.sort, held.state) for id, held in found.items()} == {
        "A-1": ("special category", "confirmed"),
        "A-2": ("no personal data", "overdue"),
        "A-3": ("personal", "never confirmed"),
        "A-4": ("not recorded", "no day set"),
    }
    assert found["A-4"].owner == "nobody named"


def test_a_page_for_each_owner() -> None:
    found = values(asked(REGISTER))
    assert [(one.owner, [a.id for a in one.assets]) for one in found.owners] == [
        ("Asset owner (Ann Lee)", ["A-1", "A-3"]),
        ("Lead (vacant)", ["A-2"]),
        ("Nobody is named as owner", ["A-4"]),
    ]
    sheets = paper(found).parts[1:]
    assert len(sheets) == 3
    for sheet in sheets:
        assert isinstance(sheet.blocks[0], NewPage) and sheet.blocks[-1] == Lines(("Signed", "Name", "Date"))
    assert "Please look at 2 assets" in markdown("assets", asked(REGISTER))


def test_on_a_confirmation_sheet_what_is_not_recorded_says_so() -> None:
    (lost,) = (block for block in paper(values(asked(REGISTER))).parts[3].blocks if isinstance(block, Table))
    assert lost.rows == (("Lost (A-4)", *["not recorded"] * 5, day("2026-01-01"), "yes / no", None),)


def test_the_figures() -> None:
    text = markdown("assets", asked(REGISTER))
    assert "**Assets:** 4 (of 3 owners)" in text
    assert "**With personal data:** 2 (not recorded of 1)" in text
    assert "**Confirmation overdue:** 1 (overdue; 1 never confirmed)" in text
    assert "**Without support of the maker:** 1 (support has ended)" in text


def test_a_unit_with_those_below_it_and_one_owner() -> None:
    assert [one.id for one in values(asked(REGISTER, unit="all")).assets] == ["A-1", "A-3"]
    assert [one.owner for one in values(asked(REGISTER, of="lead")).owners] == ["Lead (vacant)"]


def test_an_asset_without_a_unit_is_of_its_owners() -> None:
    """As in `due --unit` and in each other paper."""
    text = """
# file: units.yaml
- {id: north, name: North}
- {id: ward, name: Ward, parent: north}
- {id: south, name: South}
# file: roles.yaml
- {id: iao, title: Asset owner, unit: ward}
# file: assets.yaml
- {id: A-1, name: Records, owner: iao}
- {id: A-2, name: Letters, owner: iao, unit: south}
"""
    assert [one.id for one in values(asked(text, unit="north")).assets] == ["A-1"]
    assert [one.id for one in values(asked(text, unit="ward")).assets] == ["A-1"]
    assert [one.id for one in values(asked(text, unit="south")).assets] == ["A-2"]


def test_a_unit_without_assets_is_named() -> None:
    text = markdown("assets", asked(REGISTER + "# file: units.yaml\n- {id: attic, name: Attic}\n", unit="attic"))
    assert text.count("No information asset in unit Attic is recorded.") == 2


def test_no_asset() -> None:
    text = markdown("assets", asked(""))
    assert "No information asset is recorded." in text and "Confirmation:" not in text
