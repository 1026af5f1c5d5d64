"""Forty changes in a year of a trust, among noise: whoever reads the difference finds each, and nothing that is not so."""

from __future__ import annotations

import copy
import re

import pytest

from igreg.diff.shown import Shown
from tests.diff.states import difference
from tests.diff.year import PLANTED, before, register_of, with_noise
from tests.render.diff.reading import in_text

MEANT = {
    "the DPO's appointment lapses": (
        "As now written, since 1 November 2026: nobody leads data protection; it was Mina Lowe (s00010).",
        "As now written, since 1 November 2026: nobody holds the post Dpo; it was Mina Lowe (s00010).",
    ),
    "a policy is given to that post": (
        "As on 24 November 2026: nobody answers for the policy Policy on subject 4; it was Amara Khan (Service 2).",
    ),
    "a quorum nobody reaches": (
        "As on 24 November 2026: Information Governance Group can no longer be quorate: 5 people could come, and its "
        "quorum is 12; before, 6 people could come.",
    ),
    "the SIRO changes": (
        "From 1 December 2026: Iona Farrow (Member of staff, band 4) leads risk in place of Carys Munro (Service 0).",
    ),
    "whoever leads has left": (
        "As on 24 November 2026: the register no longer shows ndg-4 of assessments-0000 (Managing data access): nobody in a "
        "role who has left: the rule holder-has-left finds something once, for Ig Lead.",
    ),
    "an exception": (
        "Until 31 March 2027: the finding “review too rare” of Policy on subject 1 is accepted and told no more (E-1); "
        "accepted by Siro; reason: agreed.",
    ),
    "the DPO has no deputy": (
        "As now written, since 1 April 2023: nobody deputises for data protection; it was Amara Jones.",
    ),
    "security has no deputy": ("As now written, since 1 April 2023: nobody deputises for security; it was Dev Bevan.",),
    "training records are lost": (
        "As on 24 November 2026: in the training plan “Training for everybody” 100 of 199 people are trained in "
        "“Course 2 in information governance”; it was 200 of 200.",
    ),
    "a deputy for FOI": (
        "As now written, since 1 February 2026: Amara Ellis (Member of staff, band 5) deputises for the post Foi Lead, for "
        "which nobody did.",
    ),
    "a breach is not reported": (
        "As on 24 November 2026: the register shows ndg-6 of assessments-0000 (Responding to incidents).",
    ),
}
"""What it means, the gravest first, by the change from which it comes."""
SAID = {
    "the SIRO changes": (
        "holder added: Iona Farrow (s00030), from 1 December 2026, assigned by minute 40",
        "holder Carys Munro (s00006), until added: 30 November 2026",
    ),
    "the DPO's appointment lapses": ("holder Mina Lowe (s00010), until added: 31 October 2026",),
    "the DPO has no deputy": ("holder taken out: Amara Jones (s00011), from 1 April 2023, as deputy",),
    "security has no deputy": ("holder taken out: Dev Bevan (s00009), from 1 April 2023, as deputy",),
    "a deputy for FOI": ("holder added: Amara Ellis (s00031), from 1 February 2026, as deputy",),
    "somebody answers to another": ("accountable to Ig Lead (ig-lead) → Siro (siro)",),
    "a post ends": ("end added: 1 March 2026",),
    "a policy is given to that post": ("owner Ig Lead (ig-lead) → Service manager 3 (r0003)",),
    "a review moves": ("review every 24 months → 48 months",),
    "an approval is taken back": (
        "approver taken out: Information Governance Group (ig-group)",
        "status in-force → draft",
    ),
    "a policy is withdrawn": ("status in-force → withdrawn",),
    "things are kept for ever": ("retention 8 years after the last contact → kept without limit",),
    "a system goes abroad": ("location Data centre in the UK → Data centre in Texas", "outside uk no → yes"),
    "a system is no longer special": ("special category yes → no",),
    "a risk is scored lower": ("likelihood 4 → 2", "impact 4 → 2"),
    "its action is put off": ("action Buy trolleys, due 15 December 2026 → 15 December 2027",),
    "a risk is tolerated": ("treatment treat → tolerate",),
    "a breach is not reported": ("decision report yes → no",),
    "it was known later": ("aware 9 October 2026 at 09:30 → 11 October 2026 at 09:30",),
    "more people are affected": ("people affected 1 → 4,000",),
    "starters have longer": ("course Course 3 in information governance (c-3), within 1 month → 6 months",),
    "a course holds longer": ("valid for 12 months → 36 months",),
    "an agreement ends early": ("expires 31 March 2028 → 30 September 2026",),
    "another lawful basis": ("lawful basis UK GDPR Article 6(1)(e) → UK GDPR Article 6(1)(a)",),
    "a quorum nobody reaches": ("quorum 3 → 12",),
    "a group meets less": ("meets every 2 months → 6 months",),
    "an answer is another": ("answer ndg-2, item ndg-1 → ndg-2",),
    "a processor may tell later": ("breach within 24 hours → 96 hours",),
    "a contract ends": ("end 31 December 2028 → 31 December 2026",),
    "more may be decided": ("limit 5,000 → 50,000",),
    "letters go by e-mail": ("by added: e-mail",),
    "money for training": ("line Training, planned 40,000 → 10,000",),
    "news come seldom": ("every 3 months → 12 months",),
    "a notice loses Welsh": ("language taken out: Welsh",),
    "an audit's finding goes": (
        "finding taken out: Two records were left open on a desk, id AUD-0001-1, severity medium, policy Policy on subject 1 "
        "(POL-0001), action Remind the team, id AUD-0001-1-a, owner Service manager 1 (r0001), due 23 November 2026, done 20 "
        "November 2026",
    ),
    "whoever leads has left": ("left added: 10 November 2026",),
    "a service closes": ("end added: 30 June 2026",),
}
"""What is said of a record that is another, field by field."""
WHOLE = {
    "a post is taken out": "Ciso (ciso), taken out",
    "a policy gets another id": "Policy on subject 5 (IG-05), renamed from POL-0005",
    "a DPIA is taken out": "Assessment 0 (DPIA-00000), taken out",
    "an exception": "E-1, added",
    "training records are lost": "97 more of Course 2 in information governance (c-2), taken out",
}
"""What is said of a record that comes, goes or gets another id."""


@pytest.fixture(scope="module")
def told() -> str:
    """The difference in words."""
    kinds = before()
    later = copy.deepcopy(kinds)
    for plant in PLANTED.values():
        plant(later)
    return in_text(Shown(difference(register_of(kinds), with_noise(later))))


def part(told: str, heading: str) -> list[str]:
    """The lines below a heading."""
    found = re.search(rf"(?m)^{heading}.*\n((?: .*\n)+)", told)
    assert found is not None
    return found[1].splitlines()


def test_noise_is_nothing() -> None:
    kinds = before()
    assert "Nothing changed." in in_text(Shown(difference(register_of(kinds), with_noise(kinds))))


def test_each_is_told_somewhere() -> None:
    assert PLANTED.keys() == MEANT.keys() | SAID.keys() | WHOLE.keys()


def test_what_it_means_is_each_consequence_and_no_other(told: str) -> None:
    assert [line.strip() for line in part(told, "What it means")] == [one for many in MEANT.values() for one in many]


def test_each_field_is_told_and_no_other(told: str) -> None:
    expected = sorted(one for many in SAID.values() for one in many)
    lines = part(told, "Records:")
    fields: list[str] = []
    is_changed = False
    for line in lines:
        if line.startswith("      ") and is_changed:
            fields.append(line.strip())
        elif not line.startswith("      "):
            is_changed = line.endswith(", changed") or "renamed from" in line
    assert sorted(fields) == expected


def test_each_record_that_came_or_went_is_told_and_no_other(told: str) -> None:
    lines = [line.strip() for line in part(told, "Records:") if re.match(r" {4}\S", line)]
    others = {
        line
        for line in lines
        if not line.endswith(", changed") and "Course 2" not in line and "by its new id" not in line
    }
    assert others | {WHOLE["training records are lost"]} == set(WHOLE.values())
    assert WHOLE["training records are lost"] in lines
    assert "1 record names POL-0005 by its new id, IG-05, and is otherwise as before: AUD-0005" in lines


@pytest.mark.parametrize(
    "found",
    [
        "error: Clinical system 2 (IA-00002): Clinical system 2 leaves the UK, and no safeguard is named",
        "error: Ig Lead (ig-lead): Amara Khan (s00002) left on 10 November 2026 and still holds Ig Lead",
        "warning: Letter sent to a wrong address, case 5 (INC-00005): graded for reporting (likelihood 4, impact 4), and the "
        "decision is not to report",
        "warning: Agreement 0 (DSA-000): the agreement ended on 30 September 2026",
        "warning: Policy on subject 4 (POL-0004): Service manager 3 (r0003) is to answer for it, and ended on 1 March 2026",
    ],
)
def test_what_is_found_says_the_rest(told: str, found: str) -> None:
    assert f"  {found}\n" in told
    assert sum(line.lstrip().startswith(("error:", "warning:", "info:")) for line in part(told, "New findings")) < 40
