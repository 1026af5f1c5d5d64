"""What a leaver holds and owes, to be handed over and signed."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.report.papers.handover import values
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: bodies.yaml
- {id: keeper, name: The keeper}
# file: staff.yaml
- {id: ann, name: Ann Lee, manager: ben}
- {id: ben, name: Ben Cox}
- {id: cat, name: Cat Dow, manager: ann, left: 2026-12-31}
- {id: dan, name: Dan Roe}
# file: roles.yaml
- {id: siro, title: SIRO, areas: [risk], registrations: [{with: keeper}], holders: [{staff: ann, from: 2020-01-01}, {staff: ben, from: 2020-01-01, as: deputy}]}
- {id: lead, title: Lead, holders: [{staff: ann, from: 2020-01-01, as: acting}]}
- {id: guard, title: Guard, holders: [{staff: ben, from: 2020-01-01}, {staff: ann, from: 2020-01-01, as: deputy}]}
- {id: next, title: Next, holders: [{staff: ann, from: 2027-01-01}, {staff: cat, from: 2020-01-01, until: 2026-12-31}]}
# file: policies.yaml
- {id: P-1, title: Risk policy, owner: siro, in_force_from: 2020-01-01, review: {next: 2027-02-22}}
- {id: P-2, title: Later policy, owner: siro, in_force_from: 2020-01-01, review: {next: 2027-02-23}}
- {id: P-3, title: Late policy, owner: lead, in_force_from: 2020-01-01, review: {next: 2026-11-23}}
# file: risks.yaml
- {id: R-1, title: A risk, owner: lead, actions: [{id: A-1, what: Mend it, owner: ann, due: 2026-11-23}, {id: A-2, what: Watch it, owner: lead, due: 2026-11-24}, {id: A-3, what: Some day, owner: siro}]}
# file: incidents.yaml
- {id: I-1, title: Lost, aware: 2026-11-01, lead: ann, status: investigating}
"""


def test_posts_with_what_comes_with_them() -> None:
    found = values(asked(REGISTER, of="ann"))
    assert (found.person, found.manager, found.left, found.day) == ("Ann Lee", "Ben Cox", None, day("2026-11-24"))
    assert [(one.words, one.post, one.after) for one in found.posts] == [
        ("holds", "SIRO", "then Ben Cox deputises"),
        ("acts as", "Lead", "nobody else does"),
        ("deputises for", "Guard", ""),
    ]
    assert [(one.words, one.what, one.id) for one in found.posts[0].comes_with] == [
        ("leads", "Risk", ""),
        ("is registered with", "The keeper", ""),
        ("answers for the policy", "Risk policy", "P-1"),
        ("answers for the policy", "Later policy", "P-2"),
    ]
    assert found.posts[2].comes_with == ()
    assert [(one.of, one.due) for one in found.later] == [("Next", day("2027-01-01"))]


def test_actions_and_what_names_the_person() -> None:
    found = values(asked(REGISTER, of="ann"))
    assert [(one.id, one.what, one.of, one.late) for one in found.actions] == [
        ("A-1", "Mend it", "A risk", True),
        ("A-2", "Watch it", "A risk", False),
        ("A-3", "Some day", "A risk", False),
    ]
    assert [(one.words, one.what) for one in found.named] == [("manages", "Cat Dow"), ("investigates", "Lost")]


def test_what_falls_due_within_ninety_days() -> None:
    found = values(asked(REGISTER, of="ann"))
    dues = {one.title: (one.due, one.late) for one in found.soon}
    assert dues["Risk policy"] == (day("2027-02-22"), False) and dues["Late policy"] == (day("2026-11-23"), True)
    assert "Later policy" not in dues and "Mend it" not in dues


def test_on_paper() -> None:
    text = markdown("handover", asked(REGISTER, of="ann"))
    assert "Ann Lee has 3 posts, 6 things with them, 3 actions to be done and 2 things besides." in text
    assert "For 1 of the posts there is nobody else." in text
    assert "## Acts as Lead\n\nThere is nobody else for it." in text
    assert "## Deputises for Guard\n\nWhat comes with the post stays with whoever holds it." in text
    assert "Then Ben Cox deputises." in text and "Ann Lee, signed: \\_" in text and "Ben Cox, signed: \\_" in text


def test_the_last_day_counts_where_it_is_known() -> None:
    found = values(asked(REGISTER, of="cat"))
    assert (found.left, found.day) == (day("2026-12-31"), day("2026-12-31"))
    assert [one.post for one in found.posts] == ["Next"]
    assert "leaves on 31 December 2026" in markdown("handover", asked(REGISTER, of="cat"))


def test_a_leaver_who_holds_nothing() -> None:
    found = values(asked(REGISTER, of="dan"))
    assert found.is_empty
    text = markdown("handover", asked(REGISTER, of="dan"))
    assert "Dan Roe holds and owes nothing that is recorded here." in text
    assert "No action is to be done." in text and "Nothing falls due in 90 days." in text
    assert "Manager, signed" in text


def test_without_names() -> None:
    text = markdown("handover", asked(REGISTER, of="ann", names=False))
    for name in ("Ann", "Lee", "Ben", "Cat Dow"):
        assert name not in text
    assert "| Manages | a member of staff |" in text


def test_nobody_is_named() -> None:
    with pytest.raises(IgregError, match="whose handover is it"):
        values(asked(REGISTER))


def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(IgregError, match="cannot be said for certain"):
        values(asked(REGISTER + "# file: assets.yaml\n- {id: x\n", of="ann"))
