"""An estate of three homes, in each format, compared whole."""

from __future__ import annotations

import datetime as dt
import json

from igreg.estate.figures import AssessmentState, Breaches, Figures, Organisation, TrainingShare
from igreg.estate.rows import rows, rows_here
from igreg.estate.view import Entry, Estate, estate, incomplete
from igreg.render.escape.colour import Style
from igreg.render.estate.csv import estate_csv
from igreg.render.estate.json import estate_json
from igreg.render.estate.markdown import estate_markdown
from igreg.render.estate.text import estate_text
from igreg.store.estate import Database

ASH = Figures(
    Organisation("Ash House", "care-provider", "VA1", "2026-11-24"),
    {"governance": "held", "caldicott": "held"},
    {"error": 0, "warning": 2, "info": 1},
    {"no-deputy": 2, "lead-off-board": 1},
    {},
    {"review": 3},
    (TrainingShare("dsa", "Data security awareness", 17, 94.1), TrainingShare("lead", "For the lead", 2, 100.0)),
    AssessmentState("dspt-v8", "in-progress", 12),
)
BIRCH = Figures(
    Organisation("Birch House by the Sea", "care-provider", None, "2026-11-20", "f" * 40),
    {"governance": "held", "caldicott": "vacant"},
    {"error": 4, "warning": 1, "info": 0},
    {"vacant-role": 4, "no-deputy": 1},
    {"review": 2, "breach-clock": 1},
    {"audit": 1},
    (TrainingShare("dsa", "Data security awareness", None, None),),
    None,
    Breaches(1, 1, 80),
    unread=1,
)
BEFORE = Figures(
    Organisation("Birch House by the Sea", "care-provider", None, "2026-10-20"),
    {},
    {"error": 1, "warning": 0, "info": 0},
    {},
    {},
    {},
)


def made() -> Estate:
    database = Database()
    database.put("homes/ash", rows_here(ASH))
    for name, told in (("homes/birch", BIRCH), ("homes/birch-october", BEFORE)):
        database.put(name, rows(told), "snapshot")
    database.put_unread([("homes/cedar", "register", "there is no folder homes/cedar")])
    entries = [
        Entry("homes/ash", "register", ASH),
        Entry("homes/birch", "snapshot", BIRCH, incomplete(1)),
        Entry("homes/birch-october", "snapshot", BEFORE),
        Entry("homes/cedar", "register", None, "there is no folder homes/cedar"),
    ]
    return estate(dt.date(2026, 11, 24), entries, database.answers())


def test_on_a_terminal_of_eighty_columns() -> None:
    assert estate_text(made(), 80, Style()) == TEXT


def test_as_markdown() -> None:
    assert estate_markdown(made()) == MARKDOWN


def test_as_csv() -> None:
    assert estate_csv(made()).replace("\r\n", "\n") == CSV


def test_as_json() -> None:
    found = json.loads(estate_json(made()))
    assert [row.pop("message") for row in found["registers"]] == [
        "there is no folder homes/cedar",
        None,
        "incomplete: 1 file could not be read in full, so more may be wrong than is counted here: see `igreg check`",
    ]
    assert found == JSON


TEXT = """\
3 registers side by side
24 November 2026: 4 errors, 3 warnings and 3 dates overdue in 2 registers.
Of 2: 1 with errors, 1 with something overdue and 1 with an area that nobody
leads.
The figures are as of 20 November 2026 to 24 November 2026.
To know: 1 register cannot be read: homes/cedar.
To know: 1 register is incomplete, as files in it could not be read: Birch House
by the Sea. More may be wrong there.

Who stands how, the worst first
Organisation              Error  Warning  Overdue  Vacant  Due  Trained  Missing
homes/cedar: cannot be read: there is no folder homes/cedar
Birch House by the Sea        4        1        3       1    1
(incomplete)
Ash House                     0        2        0       0    3     94.1       12
Vacant: areas that nobody leads. Due: in the next 30 days. Trained: the lowest
share of a course, in a hundred. Missing: items between here and the target of
the assessment.

Findings by rule
Rule            Findings  Registers
vacant-role            4          1
no-deputy              3          2
lead-off-board         1          1

Dates by kind
Kind of date  Overdue  Due  Registers
review              2    3          2
breach-clock        1    0          1
audit               0    1          1

Who is late with what
Organisation            What          Overdue
Birch House by the Sea  review              2
Birch House by the Sea  breach-clock        1

Areas that nobody leads
Area       Vacant  Led
caldicott       1    1

Shares of people trained, the lowest first
Course                   Lowest %  Median %  Registers  Not told
Data security awareness      94.1      94.1          2         1
For the lead                100.0     100.0          1         0
Not told: shares of fewer than five people in snapshots.

Then and now, what grew worse first
Organisation            Since       Errors  Overdue  Snapshots
Birch House by the Sea  2026-10-20   1 → 4    0 → 3          1
"""
MARKDOWN = """\
# 3 registers side by side

24 November 2026: 4 errors, 3 warnings and 3 dates overdue in 2 registers.

Of 2: 1 with errors, 1 with something overdue and 1 with an area that nobody leads.

The figures are as of 20 November 2026 to 24 November 2026.

**To know:** 1 register cannot be read: homes/cedar.

**To know:** 1 register is incomplete, as files in it could not be read: Birch House by the Sea. More may be wrong there.

## Who stands how, the worst first

| Organisation | Error | Warning | Overdue | Vacant | Due | Trained | Missing | As of |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| homes/cedar: cannot be read: there is no folder homes/cedar |  |  |  |  |  |  |  |  |
| Birch House by the Sea \\(incomplete\\) | 4 | 1 | 3 | 1 | 1 |  |  | 2026\\-11\\-20 |
| Ash House | 0 | 2 | 0 | 0 | 3 | 94.1 | 12 | 2026\\-11\\-24 |

Vacant: areas that nobody leads. Due: in the next 30 days. Trained: the lowest share of a course, in a hundred. Missing: items between here and the target of the assessment.

## Findings by rule

| Rule | Findings | Registers |
| --- | ---: | ---: |
| vacant\\-role | 4 | 1 |
| no\\-deputy | 3 | 2 |
| lead\\-off\\-board | 1 | 1 |

## Dates by kind

| Kind of date | Overdue | Due | Registers |
| --- | ---: | ---: | ---: |
| review | 2 | 3 | 2 |
| breach\\-clock | 1 | 0 | 1 |
| audit | 0 | 1 | 1 |

## Who is late with what

| Organisation | What | Overdue |
| --- | --- | ---: |
| Birch House by the Sea | review | 2 |
| Birch House by the Sea | breach\\-clock | 1 |

## Areas that nobody leads

| Area | Vacant | Led |
| --- | ---: | ---: |
| caldicott | 1 | 1 |

## Shares of people trained, the lowest first

| Course | Lowest % | Median % | Registers | Not told |
| --- | ---: | ---: | ---: | ---: |
| Data security awareness | 94.1 | 94.1 | 2 | 1 |
| For the lead | 100.0 | 100.0 | 1 | 0 |

Not told: shares of fewer than five people in snapshots.

## Then and now, what grew worse first

| Organisation | Since | Errors | Overdue | Snapshots |
| --- | --- | ---: | ---: | ---: |
| Birch House by the Sea | 2026\\-10\\-20 | 1 → 4 | 0 → 3 | 1 |
"""
CSV = """\
﻿register,source,readable,message,name,type,ods_code,as_of,commit,error,warning,info,overdue,due,areas_held,areas_vacant,vacant,lowest_share,framework,assessment,missing,clocks,late_clocks,longest_hours
homes/cedar,register,no,there is no folder homes/cedar,,,,,,,,,,,,,,,,,,,,
homes/ash,register,yes,,Ash House,care-provider,VA1,2026-11-24,,0,2,1,0,3,2,0,,94.1,dspt-v8,in-progress,12,0,0,
homes/birch,snapshot,yes,"incomplete: 1 file could not be read in full, so more may be wrong than is counted here: see `igreg check`",Birch House by the Sea,care-provider,,2026-11-20,ffffffffffffffffffffffffffffffffffffffff,4,1,0,3,1,1,1,caldicott,,,,,1,1,80
"""
JSON = {
    "version": 1,
    "today": "2026-11-24",
    "registers": [
        {
            "register": "homes/cedar",
            "source": "register",
            "readable": False,
            "name": None,
            "type": None,
            "ods_code": None,
            "as_of": None,
            "commit": None,
            "leads": None,
            "findings": None,
            "rules": None,
            "due": None,
            "training": None,
            "assessment": None,
            "breaches": None,
        },
        {
            "register": "homes/ash",
            "source": "register",
            "readable": True,
            "name": "Ash House",
            "type": "care-provider",
            "ods_code": "VA1",
            "as_of": "2026-11-24",
            "commit": None,
            "leads": {"governance": "held", "caldicott": "held"},
            "findings": {"error": 0, "warning": 2, "info": 1},
            "rules": {"no-deputy": 2, "lead-off-board": 1},
            "due": {"overdue": 0, "due": 3, "kinds": {"review": 3}},
            "training": [
                {"course": "dsa", "title": "Data security awareness", "audience": 17, "share": 94.1},
                {"course": "lead", "title": "For the lead", "audience": 2, "share": 100.0},
            ],
            "assessment": {"framework": "dspt-v8", "status": "in-progress", "missing": 12},
            "breaches": {"clocks": 0, "late": 0, "longest_hours": None},
        },
        {
            "register": "homes/birch",
            "source": "snapshot",
            "readable": True,
            "name": "Birch House by the Sea",
            "type": "care-provider",
            "ods_code": None,
            "as_of": "2026-11-20",
            "commit": "ffffffffffffffffffffffffffffffffffffffff",
            "leads": {"governance": "held", "caldicott": "vacant"},
            "findings": {"error": 4, "warning": 1, "info": 0},
            "rules": {"vacant-role": 4, "no-deputy": 1},
            "due": {"overdue": 3, "due": 1, "kinds": {"audit": 1, "breach-clock": 1, "review": 2}},
            "training": [{"course": "dsa", "title": "Data security awareness", "audience": "<5", "share": "<5"}],
            "assessment": None,
            "breaches": {"clocks": 1, "late": 1, "longest_hours": 80},
        },
    ],
    "outliers": [],
    "late": [
        {"register": "homes/birch", "what": "review", "overdue": 2},
        {"register": "homes/birch", "what": "breach-clock", "overdue": 1},
    ],
    "trend": [{"name": "Birch House by the Sea", "as_of": "2026-10-20", "error": 1, "overdue": 0}],
    "summary": {"registers": 3, "unreadable": 1, "error": 4, "warning": 3, "overdue": 3},
}
