"""One change of a field in plain words."""

from __future__ import annotations

import pytest

from igreg.analysis.field_changes import changes_of, plain_record
from igreg.model.base import Record
from igreg.register.register import Register
from igreg.render.record.changed import LONGEST, Changes, Line
from tests.analysis.registers import register

OTHERS = {
    "staff": "- {id: n-rahman, name: Nadia Rahman}\n- {id: j-whitlock, name: Jo Whitlock}\n",
    "units": "- {id: north, name: North site}\n",
    "courses": "- {id: C-1, title: Awareness}\n",
}


def state(kind: str, record: str) -> Register:
    return register(**{**OTHERS, kind: f"- {{{record}}}\n"})


def lines(kind: str, before: str, after: str) -> list[str]:
    was, now = state(kind, before), state(kind, after)
    old, new = (one.kinds[kind.replace("_", "-")][-1] for one in (was, now))
    return [line.text for line in _lines(old, new, was, now)]


def _lines(old: Record, new: Record, was: Register, now: Register) -> list[Line]:
    def called(register: Register, id: str) -> str:
        title = register.areas.get(id) or register.plain_title(id)
        return f"{title} ({id})" if title != id else id

    changes = Changes(
        new.kind, plain_record(old), plain_record(new), lambda id: called(was, id), lambda id: called(now, id)
    )
    return [changes.line(one) for one in changes_of(old, new)]


POLICY = "id: P-1, title: Use of e-mail"
ROLE = "id: siro, title: SIRO"
HOLDER = "staff: n-rahman, from: 2024-05-01"


@pytest.mark.parametrize(
    ("kind", "before", "after", "said"),
    [
        (
            "policies",
            f"{POLICY}, review: {{every: 12 months}}",
            f"{POLICY}, review: {{every: 24 months}}",
            ["review every 12 months → 24 months"],
        ),
        (
            "policies",
            f"{POLICY}, in_force_from: 2026-01-02",
            f"{POLICY}, in_force_from: 2026-02-03",
            ["in force from 2 January 2026 → 3 February 2026"],
        ),
        ("policies", POLICY, f"{POLICY}, version: 2.10", ["version added: 2.10"]),
        ("policies", f"{POLICY}, owner: siro", POLICY, ["owner taken out: siro"]),
        ("policies", f"{POLICY}, areas: [risk]", f"{POLICY}, areas: [security]", ["area risk → security"]),
        ("policies", f"{POLICY}, areas: [risk]", f"{POLICY}, areas: [risk, records]", ["area added: records"]),
        ("policies", f"{POLICY}, areas: [risk, records]", f"{POLICY}, areas: [risk]", ["area taken out: records"]),
        (
            "roles",
            f"{ROLE}, holders: [{{{HOLDER}}}]",
            f"{ROLE}, holders: [{{{HOLDER}, until: 2026-11-30}}]",
            ["holder Nadia Rahman (n-rahman), until added: 30 November 2026"],
        ),
        (
            "roles",
            ROLE,
            f"{ROLE}, holders: [{{staff: j-whitlock, from: 2026-12-01, assigned_by: minute 12}}]",
            ["holder added: Jo Whitlock (j-whitlock), from 1 December 2026, assigned by minute 12"],
        ),
        ("roles", f"{ROLE}, unit: north", ROLE, ["unit taken out: North site (north)"]),
        (
            "roles",
            f"{ROLE}, requires: {{courses: []}}",
            f"{ROLE}, requires: {{courses: [C-1]}}",
            ["requires added: courses Awareness (C-1)"],
        ),
        ("roles", f"{ROLE}, advises: [siro]", f"{ROLE}, advises: []", ["advises taken out: SIRO (siro)"]),
        ("roles", f"{ROLE}, extra: {{my_key: 1}}", f"{ROLE}, extra: {{my_key: 2}}", ["extra my key 1 → 2"]),
        ("roles", f"{ROLE}, duties: [a]", f"{ROLE}, duties: [a, n-rahman]", ["duty added: n-rahman"]),
        (
            "incidents",
            "id: I-1, title: T, aware: 2026-11-20T09:30",
            "id: I-1, title: T, aware: 2026-11-20T10:45",
            ["aware 20 November 2026 at 09:30 → 20 November 2026 at 10:45"],
        ),
        (
            "incidents",
            "id: I-1, title: T, notifications: [{to: n-rahman, at: 2026-11-20T09:30}]",
            "id: I-1, title: T, notifications: [{to: n-rahman, at: 2026-11-21T09:30}]",
            [
                "notification Nadia Rahman (n-rahman), at 20 November 2026 at 09:30 → 21 November 2026 at 09:30",
            ],
        ),
        ("courses", "id: C-2, title: T, target: 90", "id: C-2, title: T, target: 80", ["target 90 → 80"]),
        ("delegations", "id: D-1, title: T, limit: 5000", "id: D-1, title: T, limit: 50000", ["limit 5,000 → 50,000"]),
        ("delegations", "id: D-1, title: T, limit: 999", "id: D-1, title: T, limit: 1000.5", ["limit 999 → 1,000.5"]),
        (
            "processing",
            "id: R-1, title: T",
            "id: R-1, title: T, lawful_basis: [consent]",
            ["lawful basis added: consent"],
        ),
        ("courses", "id: C-2, title: T, target: 90", "id: C-2, title: T, target: 82.5", ["target 90 → 82.5"]),
        (
            "audits",
            "id: A-1, title: T, findings: [{id: A-1-F, what: F, action: {id: A-1-X, what: Mend, due: 2026-01-01}}]",
            "id: A-1, title: T, findings: [{id: A-1-F, what: F, action: {id: A-1-X, what: Mend, due: 2026-02-01}}]",
            ["finding F, action due 1 January 2026 → 1 February 2026"],
        ),
    ],
)
def test_a_change(kind: str, before: str, after: str, said: list[str]) -> None:
    assert lines(kind, before, after) == said


def test_long_values_show_where_they_differ() -> None:
    before, after = "a" * 1000 + "red" + "b" * 1000, "a" * 1000 + "green" + "b" * 1000
    (line,) = lines("policies", f"{POLICY}, notes: {before}", f"{POLICY}, notes: {after}")
    start, end = "… " + "a" * 40, "b" * 40 + " …"
    assert line == f"notes {start}red{end} → {start}green{end}"


def test_a_long_value_that_was_not_there_is_cut_and_counted() -> None:
    (line,) = lines("policies", POLICY, f"{POLICY}, notes: {'x' * 1234}")
    assert line == f"notes added: {'x' * LONGEST} … (1,234 characters)"
    (line,) = lines("policies", f"{POLICY}, notes: {'x' * 1234}", f"{POLICY}, notes: {'y' * 1234}")
    assert line.count("(1,234 characters)") == 2


def test_what_a_record_says_that_was_added() -> None:
    now = state("policies", f"{POLICY}, owner: siro, areas: [risk], review: {{every: 1 year, last: 2026-01-02}}")
    said = plain_record(now.kinds["policies"][0])
    changes = Changes("policies", {}, said, str, lambda id: f"<{id}>")
    assert [line.value for line in changes.said("id", "title")] == [
        "areas: <risk>",
        "owner: <siro>",
        "review: every 1 year, last 2 January 2026",
    ]
