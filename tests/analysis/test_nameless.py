"""What is left of a register in whose texts nobody is named, and what stays as it is."""

from __future__ import annotations

from igreg.analysis.nameless import nameless
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.read import read
from igreg.register.sources import Sources

FILES = {
    "register/organisation.yaml": "{name: Dr Xylo and Partners, type: gp-practice, areas: [{id: care, title: The care of Wren Xylo}]}",
    "register/staff.yaml": "- {id: w-xylo, name: Wren Xylo, job_title: Nurse}\n",
    "register/roles.yaml": """
- id: lead
  title: Lead (Wren Xylo)
  public_contact: wren.xylo@example.org
  tags: [xylo list, Wren Xylo]
  holders: [{staff: w-xylo, from: 2024-01-01, document: {title: Letter to Wren Xylo, path: docs/letter.pdf}}]
- {id: plain, title: Somebody else}
""",
    "register/flows.yaml": "- {id: ring, title: Ring Wren Xylo, from: all-staff, to: [w-xylo, lead, no-such-body], by: [the telephone of Wren Xylo, w-xylo]}\n",
}
BEFORE = read(Sources(FILES))
AFTER = nameless(BEFORE)


def test_nobody_is_named_in_a_text_however_deep() -> None:
    lead = AFTER.get(Role, "lead")
    assert lead is not None and lead.title == "Lead (person-1)"
    assert lead.tags == ["xylo list", "person-1"]
    paper = lead.holders[0].document
    assert paper is not None and paper.title == "Letter to person-1" and paper.path == "docs/letter.pdf"
    flow = AFTER.get(Flow, "ring")
    assert flow is not None and (flow.title, flow.by) == ("Ring person-1", ["the telephone of person-1", "person-1"])
    assert AFTER.areas["care"] == "The care of person-1"


def test_ids_and_contacts_meant_for_all_stay_and_so_does_who_is_staff() -> None:
    lead, flow = AFTER.get(Role, "lead"), AFTER.get(Flow, "ring")
    assert lead is not None and flow is not None
    assert (lead.id, lead.holders[0].staff, lead.public_contact) == ("lead", "w-xylo", "wren.xylo@example.org")
    assert flow.to == ["w-xylo", "lead", "no-such-body"]
    assert AFTER.of(StaffMember) == BEFORE.of(StaffMember)
    assert AFTER.organisation.name == "Dr Xylo and Partners"
    assert AFTER.of(Group) == ()


def test_a_record_in_which_nobody_is_named_is_the_same_and_a_changed_one_knows_its_place() -> None:
    assert AFTER.by_id["plain"] is BEFORE.by_id["plain"]
    assert AFTER.by_id["lead"].where == BEFORE.by_id["lead"].where
    assert AFTER.by_id["lead"].where.file == "register/roles.yaml"
    assert AFTER.organisation.where == BEFORE.organisation.where
    assert BEFORE.get(Role, "lead").title == "Lead (Wren Xylo)"  # type: ignore[union-attr]
