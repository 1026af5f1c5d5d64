"""What findings say: names as well as ids, the nearest id, and never a word of Python's."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Finding
from igreg.register.read import read
from tests.pages import moment, sources

ROLES = """
- {id: a, title: DPO, function: dpo, areas: [risk], holders: [{staff: p, from: 2020-01-01, until: 2026-11-21}]}
- {id: b, title: SIRO, function: siro, areas: [risk]}
- {id: x, title: X, accountable_to: y}
- {id: y, title: Y, accountable_to: x}
- {id: d, title: D, function: dpo, accountable_to: x}
- {id: g-1, title: Guardian, function: caldicott-guardian, accountable_to: h}
- {id: h, title: H, accountable_to: b}
- id: t
  title: T
  requires: {courses: [c, e]}
  holders: [{staff: q, from: 2020-01-01, as: acting}]
- id: z
  title: Z
  holders:
    - {staff: p, from: 2026-01-01, until: 2026-11-21}
    - {staff: q, from: 2026-11-23}
    - {staff: q, from: 2026-01-01, as: deputy}
"""
POLICIES = """
- {id: A, title: A, owner: a, follows: [g], in_force_from: 2025-05-31}
- {id: B, title: B, owner: a, follows: [g], review: {every: 37 months, last: 2026-05-31}}
"""
EXCEPTIONS = """
- {id: E, rule: area-without-lead, record: caldicot, reason: R, approved_by: a, until: 2026-12-01}
- {id: F, rule: no-deputy, record: x, reason: R, approved_by: a, until: 2026-12-01}
- {id: H, rule: IG2, record: x, reason: R, approved_by: a, until: 2026-12-01}
- {id: I, rule: vacant-rol, record: x, reason: R, approved_by: a, until: 2026-12-01}
- {id: J, rule: ig203, record: x, reason: R, approved_by: a, until: 2026-12-01}
- {id: G, rule: IG203, record: x, reason: R, approved_by: a, until: 2026-11-21}
"""
TOLD = {
    "register/organisation.yaml": "name: Example\ntype: gp-practice\ntop: board\n",
    "register/groups.yaml": "- {id: board, title: Board}\n",
    "register/staff.yaml": "- {id: p, name: Pat}\n- {id: q, name: Quinn}\n",
    "register/roles.yaml": ROLES,
    "register/courses.yaml": "- {id: c, title: Course, valid_for: 12 months}\n- {id: e, title: Other}\n",
    "register/training-records.yaml": "- {staff: q, course: c, completed: 2025-11-21}\n",
    "register/policies.yaml": POLICIES,
    "register/guidance.yaml": "- {id: g, title: Records Code, updated: 2026-06-01}\n",
    "register/exceptions.yaml": EXCEPTIONS,
}
NAMELESS = {
    "register/organisation.yaml": "name: Example\ntype: nhs-trust\ntop: board\n",
    "register/roles.yaml": "".join(
        f"- {{function: {name}, areas: [risk], requires: {{courses: [c], skills: [{{skill: s}}]}},"
        f" holders: [{{staff: p, from: 2020-01-01, as: {kind}}}]}}\n"
        for name in ("dpo", "siro", "caldicott-guardian", "information-asset-owner")
        for kind in ("acting", "deputy")
    ),
    "register/staff.yaml": "- {id: p, absences: [{from: 2020-01-01, until: 2027-01-01}]}\n- {left: 2020-01-01}\n",
    "register/courses.yaml": "- {id: c}\n- {}\n",
    "register/units.yaml": "- {category: site}\n",
    "register/groups.yaml": "- {meets_every: 1 month, ig_group: true}\n- {}\n",
    "register/policies.yaml": "- {}\n- {replaces: [p]}\n",
    "register/assets.yaml": "- {personal_data: true, special_category: true, support_ends: 2020-01-01}\n",
    "register/audits.yaml": "- {planned: 2020-01-01, findings: [{severity: high}]}\n- {performed: 2020-01-01}\n",
    "register/incidents.yaml": "- {}\n- {aware: '2020-01-01T10:00', status: closed, closed: 2020-02-01}\n",
    "register/meetings.yaml": "- {}\n- {date: 2020-01-01, status: held}\n",
    "register/delegations.yaml": "- {}\n- {end: 2020-01-01}\n",
    "register/training-plans.yaml": "- {}\n- {audience: [all-staff], courses: [{course: c}]}\n",
    "register/exceptions.yaml": "- {}\n- {until: 2020-01-01}\n- {until: 2030-01-01}\n",
    "register/sharing-agreements.yaml": "- {expires: 2020-01-01}\n",
    "register/risks.yaml": "- {actions: [{due: 2020-01-01}]}\n",
}


def found(files: dict[str, str]) -> tuple[Finding, ...]:
    register = read(sources({name: text.encode() for name, text in files.items()}))
    return check(register, moment("2026-11-22"), Config()).findings


def test_no_message_says_none() -> None:
    said = [f"{f.code} {f.message} {f.help}" for f in found(NAMELESS)]
    assert not [text for text in said if "None" in text.split() or "None's" in text]


@pytest.mark.parametrize(
    ("code", "subject", "record", "message", "help"),
    [
        ("IG201", "risk", None, "nobody leads risk: DPO (a) and SIRO (b) are vacant", "appoint a holder"),
        ("IG201", "caldicott", None, "nobody leads Caldicott: no role has the area 'caldicott'", "add `areas:"),
        (
            "IG202",
            "dpo",
            None,
            "a GP practice must have a data protection officer, and DPO (a) and D (d) are vacant",
            "appoint",
        ),
        ("IG202", "foi-lead", None, "(Freedom of Information Act 2000)", "add a role with `function: foi-lead`"),
        ("IG203", None, "z", "Pat (p) held it until 21 November 2026; Quinn (q) begins on 23 November 2026;", "add"),
        ("IG203", None, "z", "November 2026; Quinn (q) deputises", "add a holder"),
        ("IG207", None, "g-1", "Guardian answers to SIRO (b) by way of H, whose decisions", "let the Guardian"),
        ("IG208", None, "d", "D neither answers nor reports to Board (board), nor to a board-level role or", "add"),
        ("IG215", "q", "t", "Quinn (q) has been acting as T since 1 January 2020, for more than 12 months", "appoint"),
        ("IG209", None, "x", "X does not reach Board (board): its line leads back to itself", "say who"),
        ("IG302", None, "B", "every 37 months is too rare: policies are reviewed at least every 36 months", "write"),
        ("IG306", "g", "A", "after the policy came into force on 31 May 2025 (never reviewed since)", "review"),
        ("IG306", "g", "B", "Records Code changed on 1 June 2026, after the policy was last reviewed on 31", "review"),
        ("IG901", "x", "G", "the exception ended on 21 November 2026 and silences vacant-role (IG203) no", "put"),
        ("IG904", None, "H", "no rule is called 'IG2'", "an exception is from one rule, not from a family"),
        ("IG904", None, "I", "no rule is called 'vacant-rol'", "did you mean 'vacant-role'?"),
        ("IG904", None, "J", "no rule is called 'ig203'", "did you mean 'IG203'?"),
        ("IG902", None, "E", "nothing that area-without-lead (IG201) finds is about caldicot", "did you mean 'caldi"),
        ("IG902", None, "F", "nothing that no-deputy (IG205) finds is about X (x)", "take it out"),
    ],
)
def test_what_is_said(code: str, subject: str | None, record: str | None, message: str, help: str) -> None:
    one = [f for f in found(TOLD) if (f.code, f.subject, f.record) == (code, subject, record)]
    assert len(one) == 1
    assert message in one[0].message
    assert help in one[0].help


def test_a_course_that_lapsed_and_one_never_done() -> None:
    assert [f.message for f in found(TOLD) if f.code == "IG211"] == [
        "T requires the course Course (c), and Quinn (q) has one that lapsed on 21 November 2026",
        "T requires the course Other (e), and Quinn (q) has no record of it",
    ]


@pytest.mark.parametrize(
    ("posts", "words"),
    [
        pytest.param(["end: 2026-11-21"], "P0 (p0) ended on 21 November 2026", id="ended"),
        pytest.param(["start: 2026-11-23"], "P0 (p0) begins on 23 November 2026", id="to begin"),
        pytest.param(
            ["end: 2026-11-01", "end: 2026-11-21", "end: 2026-10-01"],
            "P1 (p1) ended on 21 November 2026",
            id="of several the one that ended last",
        ),
        pytest.param(
            ["start: 2027-01-01", "end: 2026-11-21", "start: 2026-12-01"],
            "P1 (p1) ended on 21 November 2026 and P2 (p2) begins on 1 December 2026",
            id="one gone and one to come",
        ),
    ],
)
def test_a_post_that_is_not_there_is_named_where_it_is_missed(posts: list[str], words: str) -> None:
    roles = "".join(
        f"- {{id: p{n}, title: P{n}, functions: [ig-lead], areas: [risk], {days}}}\n" for n, days in enumerate(posts)
    )
    files = {"register/organisation.yaml": "name: Example\ntype: other\n", "register/roles.yaml": roles}
    said = {(one.code, one.subject): one.message for one in found(files)}
    assert said["IG201", "risk"] == f"nobody leads risk: {words}"
    assert f"and {words} (" in said["IG202", "ig-lead"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param("members: [a], deputy_chair: b", "if the deputy chair of the group has a vote", id="deputy chair"),
        pytest.param("members: [a], secretary: b", "if the secretary of the group has a vote", id="secretary"),
        pytest.param("members: [a], secretary: b, deputy_chair: b", "the deputy chair or the secretary", id="both"),
        pytest.param("members: [a, b], secretary: b", None, id="a member too"),
        pytest.param("members: [a], attendees: [b]", None, id="neither"),
    ],
)
def test_whoever_takes_the_minutes_and_does_not_count_is_named(fields: str, told: str | None) -> None:
    files = {
        "register/organisation.yaml": "name: Example\ntype: other\n",
        "register/roles.yaml": "- {id: a, title: A}\n- {id: b, title: B, holders: [{staff: q, from: 2020-01-01}]}\n",
        "register/staff.yaml": "- {id: q, name: Quinn}\n- {id: z, name: Zed}\n",
        "register/groups.yaml": f"- {{id: g, title: G, quorum: 2, {fields}}}\n",
        "register/meetings.yaml": "- {id: m, group: g, date: 2026-11-01, status: held, present: [b, z]}\n",
    }
    (help,) = [one.help or "" for one in found(files) if (one.code, one.record) == ("IG705", "m")]
    assert ("under `members` too" in help) == (told is not None) and (told or "") in help
