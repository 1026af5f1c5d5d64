"""A record for people: where it stands, its lines, what it points to and what names it."""

from __future__ import annotations

from igreg.register.read import read
from igreg.render.record.text import record_text
from tests.pages import sources

FILES = {
    "register/organisation.yaml": "name: E\ntype: other\n",
    "register/staff.yaml": "- {id: s, name: Sam}\n",
    "register/roles.yaml": "# the leads\n- id: dpo\n  title: DPO\n  accountable_to: nowhere\n"
    "  holders:\n    - {staff: s, from: 2020-01-01}\n\n- {id: alone, title: A}\n",
    "register/courses.yaml": "- {id: c, title: C}\n",
    "register/training-records.yaml": "".join(
        f"- {{staff: s, course: c, completed: 2026-01-{day:02}}}\n" for day in range(1, 23)
    )
    + "- {staff: s, course: c}\n",
}
REGISTER = read(sources({name: text.encode() for name, text in FILES.items()}))


def test_a_record_with_what_it_points_to() -> None:
    assert record_text(REGISTER, "dpo") == (
        "register/roles.yaml:2 (roles)\n\n"
        "  - id: dpo\n    title: DPO\n    accountable_to: nowhere\n    holders:\n      - {staff: Sam, from: 2020-01-01}\n"
        "\nPoints to\n  accountable to: nowhere\n  holders: Sam (s)\n"
    )


def test_a_record_that_stands_alone() -> None:
    assert record_text(REGISTER, "alone") == "register/roles.yaml:8 (roles)\n\n  - {id: alone, title: A}\n"


def test_a_person_with_what_names_them_and_their_training() -> None:
    lines = record_text(REGISTER, "s").splitlines()
    at = lines.index("Named by")
    assert lines[at + 1] == "  roles, holders: DPO (dpo)"
    assert lines[at + 3] == "Training records: 23"
    assert lines[at + 4] == "  C, 1 January 2026"
    assert lines[-1] == "  and 3 more"
    assert len(lines[at + 4 : -1]) == 20


MANY = {
    "register/organisation.yaml": "name: E\ntype: other\n",
    "register/staff.yaml": "- {id: s, name: Sam}\n- {id: t, name: Sam, job_title: Nurse}\n",
    "register/roles.yaml": "- {id: a, title: 'A, B', supports: ['c', c], holders: [{staff: s, from: 2020-01-01}]}\n"
    "- {id: c, title: C, holders: [{staff: s, from: 2020-01-01}, {staff: t, from: 2020-01-01}], accountable_to: a}\n",
}


def test_names_stand_for_ids_and_each_is_listed_once() -> None:
    register = read(sources({name: text.encode() for name, text in MANY.items()}))
    assert "supports: [C, C], holders: [{staff: Sam (s), from" in record_text(register, "a")
    shown = record_text(register, "c")
    assert 'accountable_to: "A, B"}' in shown
    assert "\nNamed by\n  roles, supports: A, B (a)\n" in shown
    assert "\n  holders:\n    Sam (s)\n    Sam (t)\n" in shown
