"""What somebody holds or owes on a day, and nothing else."""

from __future__ import annotations

from igreg.changes.holdings import holdings
from tests.analysis.registers import day, register

FOUND = register(
    organisation="{name: X, type: other, areas: [{id: files, title: Files and folders}]}",
    staff="""
- {id: a, name: Ann}
- {id: b, name: Ben}
- {id: c, name: Cy}
""",
    roles="""
- {id: only, title: Only, areas: [files, nowhere, risk], holders: [{staff: a}], registrations: [{with: reg}]}
- {id: helped, title: Helped, holders: [{staff: a}, {staff: b, as: deputy}, {staff: c, as: deputy}]}
- {id: deputised, title: Deputised, areas: [risk], holders: [{staff: b}, {staff: a, as: deputy}]}
- {id: acted, title: Acted, holders: [{staff: a, as: acting}]}
- {id: ended, title: Ended, holders: [{staff: a, until: 2026-11-23}]}
- {id: ends, title: Ends, holders: [{staff: a, until: 2026-11-24}]}
- {id: begins, title: Begins, holders: [{staff: a, from: 2026-11-24}]}
- {id: ahead, title: Ahead, holders: [{staff: a, from: 2026-11-25}, {staff: b, from: 2026-11-25}]}
""",
    bodies="- {id: reg, name: The Register}",
    policies="""
- {id: P, title: Mine, owner: only}
- {id: Q, title: Not mine, owner: deputised}
- {id: W, title: Withdrawn, owner: only, status: withdrawn}
""",
    risks="""
- id: R
  title: T
  owner: deputised
  actions:
    - {id: X1, what: Do it, owner: a, due: 2026-12-01}
    - {id: X2, what: Do that, owner: only}
    - {id: X3, what: Not mine, owner: b}
    - {id: X4, what: Nor mine, owner: deputised}
    - {id: X5, what: Done, owner: a, done: 2026-11-01}
""",
)


def test_all_that_is_held_and_owed() -> None:
    assert holdings(FOUND, "a", day("2026-11-24")) == [
        "holds Only (only); nobody else does",
        "  leads Files and folders",
        "  leads risk",
        "  is registered with The Register",
        "  answers for the policy Mine (P)",
        "holds Helped (helped); then Ben and Cy deputise",
        "deputises for Deputised (deputised)",
        "acts as Acted (acted); nobody else does",
        "holds Ends (ends); nobody else does",
        "holds Begins (begins); nobody else does",
        "is to hold Ahead (ahead) from 2026-11-25",
        "owes the action X1 of R, due 2026-12-01: Do it",
        "owes the action X2 of R: Do that",
    ]


def test_nothing_is_said_of_heirs_where_somebody_else_holds_it_too() -> None:
    shared = register(
        staff="- {id: a, name: Ann}\n- {id: b, name: Ben}",
        roles="- {id: r, title: R, holders: [{staff: a}, {staff: b}]}",
    )
    assert holdings(shared, "a", day("2026-11-24")) == ["holds R (r)"]
