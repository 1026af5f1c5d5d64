"""Days that nobody wrote down, in each format that is text."""

from __future__ import annotations

import json

from igreg.analysis.timeline import Timeline, timeline
from igreg.render.timeline.csv import timeline_csv
from igreg.render.timeline.json import timeline_json
from igreg.render.timeline.text import timeline_text
from igreg.wording.timeline import time_chart
from tests.analysis.registers import day, register

ROLES = "- {id: r, areas: [risk], holders: [{staff: a, until: 2026-01-01}, {staff: b, as: deputy}, {staff: c, from: 2026-01-01}]}"
STAFF = "- {id: a, name: A}\n- {id: b, name: B, left: 2026-02-01, absences: [{until: 2026-03-01}]}\n- {id: c, absences: [{from: 2026-05-01, cover: a}]}"


def found() -> Timeline:
    today = day("2026-11-24")
    return timeline(register(roles=ROLES, staff=STAFF), [], None, today, today)


def test_text() -> None:
    assert timeline_text(time_chart(found()), 100).splitlines()[2:] == [
        "r; leads risk",
        "  a day that is not known to 1 January 2026   A, substantive",
        "  since a day that is not known               B, deputy; left on 1 February 2026",
        "  since 1 January 2026                        c, substantive",
        "  on 1 January 2026                           A and c at once, 1 day",
        "  a day that is not known to 1 February 2026  B away; nobody is named as cover",
        "  since 1 May 2026, with no end given         c away; A covers",
    ]


def test_csv() -> None:
    assert timeline_csv(found()).splitlines()[1:] == [
        "r,,substantive,a,A,,2026-01-01,,",
        "r,,deputy,b,B,,,,",
        "r,,substantive,c,c,2026-01-01,,,",
        "r,,absent,b,B,,2026-02-01,,",
        "r,,absent,c,c,2026-05-01,,,",
    ]


def test_json() -> None:
    row = json.loads(timeline_json(found()))["rows"][0]
    assert (row["title"], row["changes"]) == (None, ["2026-01-01", "2026-01-02"])
    assert row["absences"][0] == {
        "staff": "b",
        "from": None,
        "until": "2026-02-01",
        "days": None,
        "cover": None,
        "covered": False,
    }
