"""Whom people reach when something has gone wrong, as words."""

from __future__ import annotations

import pytest

from igreg.site.audience import Audience
from igreg.site.page import Card, Points, plain_words
from igreg.site.pages.start import sections
from igreg.site.seen import Seen
from tests.report.asking import asked

STAFF = "# file: staff.yaml\n- {id: ann, name: Ann Ash}\n- {id: ben, name: Ben Birch}\n"
ANN, BEN = "{staff: ann, from: 2026-01-01}", "{staff: ben, from: 2026-01-01}"


def told(roles: str, audience: Audience) -> list[str]:
    ((card, *_),) = [part.blocks for part in sections(Seen(asked(f"{STAFF}# file: roles.yaml\n{roles}"), audience, {}))]
    assert isinstance(card, Card)
    return [plain_words(item) for block in card.blocks if isinstance(block, Points) for item in block.items]


@pytest.mark.parametrize(
    ("holders", "public", "staff"),
    [
        ("", "DPO: dpo@ash.example", "DPO: dpo@ash.example"),
        (ANN, "DPO: dpo@ash.example", "Ann Ash, DPO: dpo@ash.example"),
        (f"{ANN}, {BEN}", "DPO: dpo@ash.example", "Ann Ash, Ben Birch, DPO: dpo@ash.example"),
    ],
)
def test_a_contact_is_whoever_has_the_role_and_the_way_to_it(holders: str, public: str, staff: str) -> None:
    role = f"- {{id: dpo, title: DPO, function: dpo, public_contact: dpo@ash.example, holders: [{holders}]}}\n"
    assert told(role, "public") == [public]
    assert told(role, "staff") == [staff]


def test_those_who_answer_for_information_come_first_and_no_more_than_four() -> None:
    functions = ["security-lead", "ig-lead", "siro", "caldicott-guardian", "dpo"]
    roles = "".join(
        f"- {{id: {one}, title: '{one}', function: {one}, public_contact: a@b.example}}\n" for one in functions
    )
    roles = f"- {{id: other, title: Other, public_contact: a@b.example}}\n{roles}"
    assert [one.partition(":")[0] for one in told(roles, "public")] == ["dpo", "caldicott-guardian", "siro", "ig-lead"]
