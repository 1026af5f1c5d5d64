"""How many are trained, on the list of training: chosen, in words and for machines."""

from __future__ import annotations

import json

import pytest

from igreg.due.due_list import Choice, due_list
from igreg.due.shares import ShareRow, share_rows
from igreg.render.due.json import due_json
from igreg.render.due.markdown import due_markdown
from igreg.render.due.shares import share_lines
from igreg.render.due.terminal import due_table
from igreg.render.escape.markdown import md
from igreg.rules._rule import Context
from tests.analysis.registers import register
from tests.pages import moment

MADE = register(
    organisation="name: Example\ntype: other\n",
    units="- {id: north, name: North}\n- {id: ward, name: Ward, parent: north}\n- {id: south, name: South}",
    bodies="- {id: icb, name: ICB}",
    staff="""
- {id: ann, name: Ann, unit: ward}
- {id: ben, name: Ben, unit: south, worker: agency, employer: icb}
- {id: cat, name: Cat, unit: south}
- {id: lent, name: Lent, unit: south, employer: icb}
""",
    courses="""
- {id: year, title: Awareness, areas: [security]}
- {id: own, title: Own, target: 50, areas: [risk]}
- {id: none, title: No target, applies_window: false}
- {id: nobody, title: Nobody, target: 50}
""",
    training_plans="""
- {id: p, title: Everybody, audience: [all-staff], courses: [{course: year}, {course: none}]}
- {id: q, title: Some, audience: [ann, ben], courses: [{course: own}]}
- {id: r, title: None, audience: [lent], courses: [{course: nobody}]}
""",
    training_records="""
- {staff: ann, course: year, completed: 2026-01-01}
- {staff: ben, course: year, completed: 2026-01-01}
- {staff: ann, course: own, completed: 2020-01-01}
""",
)
AS_OF = Context(MADE, moment("2026-11-22"))
YEAR = (
    "p Everybody: year Awareness: 2 of 3 people (66.6 %) trained, target 95 % within 12 months: not reached; "
    "1 of 2 employees, 1 of 1 agency worker"
)
NONE = "p Everybody: none No target: 0 of 3 people (0.0 %) trained, no target; 0 of 2 employees, 0 of 1 agency worker"
OWN = "q Some: own Own: 1 of 2 people (50.0 %) trained, target 50 %: reached; 1 of 1 employee, 0 of 1 agency worker"


def _lines(**choice: object) -> list[str] | None:
    found = due_list(AS_OF, Choice(**choice)).shares  # type: ignore[arg-type]
    return share_lines(found) if found is not None else None


@pytest.mark.parametrize(
    ("choice", "lines"),
    [
        pytest.param({}, None, id="training is not asked for"),
        pytest.param({"kinds": {"training"}}, [YEAR], id="those under their target"),
        pytest.param({"kinds": {"courses"}}, [YEAR], id="by the kind of record"),
        pytest.param(
            {"kinds": {"training"}, "every_share": True}, [YEAR, NONE, OWN], id="all; where nobody counts none"
        ),
        pytest.param({"kinds": {"training"}, "every_share": True, "area": "risk"}, [OWN], id="of an area"),
        pytest.param({"kinds": {"training"}, "area": "risk"}, [], id="of an area where it is reached"),
        pytest.param({"kinds": {"training"}, "owner": "x"}, None, id="of a role there are none"),
        pytest.param({"kinds": {"training"}, "person": "ann"}, None, id="of a person there are none"),
        pytest.param(
            {"kinds": {"training"}, "every_share": True, "unit": "north", "area": "security"},
            ["p Everybody: year Awareness: 1 of 1 person (100.0 %) trained, target 95 % within 12 months: reached"],
            id="of a unit with those below it",
        ),
    ],
)
def test_which_shares(choice: dict[str, object], lines: list[str] | None) -> None:
    assert _lines(**choice) == lines


def test_in_every_format() -> None:
    asked = due_list(AS_OF, Choice(kinds=frozenset({"training"})))
    table = due_table(asked, by=None, people=False, width=200, colour=False)
    assert table == f"Shares of people trained\n{YEAR}\n\n0 overdue, 0 due; as on 2026-11-22.\n"
    quiet = due_table(asked, by=None, people=False, width=200, colour=False, quiet=True)
    assert quiet == f"Shares of people trained\n{YEAR}\n"
    assert due_markdown(asked, by=None, people=False).endswith(f"\n\n## Shares of people trained\n\n- {md(YEAR)}\n")
    assert json.loads(due_json(asked))["shares"] == [
        {
            "plan": "p",
            "course": "year",
            "title": "Awareness",
            "trained": 2,
            "counted": 3,
            "target": 95,
            "reached": False,
            "window": "12 months",
            "workers": {"employee": {"trained": 1, "counted": 2}, "agency": {"trained": 1, "counted": 1}},
        }
    ]
    assert "shares" not in json.loads(due_json(due_list(AS_OF, Choice())))


def test_a_plan_without_an_id() -> None:
    row = ShareRow(None, "Plan", "c", "Course", 1, 1, None, True, None, {"employee": (1, 1)})
    assert share_lines((row,)) == ["Plan: c Course: 1 of 1 person (100.0 %) trained, no target"]
    assert share_rows(AS_OF, reached=False, units=frozenset()) == ()
