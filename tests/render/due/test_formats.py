"""The list in every format, read back by real readers, hostile text included."""

from __future__ import annotations

import csv
import datetime as dt
import email
import email.policy
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from rich.cells import cell_len

from igreg.render.escape.csv import MARK
from igreg.render.escape.terminal import plain
from tests.conftest import Ran, Write
from tests.render.findings.test_formats import HOSTILE

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")


def register(write: Write, title: str) -> Path:
    policy = {"id": "P", "title": title, "owner": "r", "review": {"every": "12 months", "last": "2025-12-01"}}
    role = {"id": "r", "title": title, "holders": [{"staff": "s", "from": "2020-01-01"}]}
    person = {"id": "s", "name": title, "email": "s@example.example"}
    return write(
        {
            "organisation.yaml": json.dumps({"name": title, "type": "other"}),
            "policies.yaml": json.dumps([policy]),
            "roles.yaml": json.dumps([role]),
            "staff.yaml": json.dumps([person]),
        }
    )


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_calendar(write: Write, igreg: Igreg, title: str) -> None:
    out = igreg("due", register(write, title), *DAY, "--format", "ics").out
    assert all(len(line.encode()) <= 75 for line in out.splitlines())
    (event,) = Calendar.from_ical(out).walk("VEVENT")
    assert event["DTSTART"].dt == dt.date(2026, 12, 1)
    assert event["DTEND"].dt == dt.date(2026, 12, 2)
    assert len(event.walk("VALARM")) == 1
    assert event["SUMMARY"] == f"review: {' '.join(dict.fromkeys(['P', plain(title)]))}"
    assert str(event["DESCRIPTION"]).endswith("\nregister/policies.yaml:1")
    later = igreg("due", register(write, title), "--today", "2026-11-23", "--format", "ics").out
    (again,) = Calendar.from_ical(later).walk("VEVENT")
    assert again["UID"] == event["UID"]


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_csv_never_begins_a_formula(write: Write, igreg: Igreg, title: str) -> None:
    out = igreg("due", register(write, title), *DAY, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix(MARK), newline="")))
    assert [row["record"] for row in rows] == ["P"]
    assert not [cell for cell in rows[0].values() if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_page_holds_no_markup_of_the_register(write: Write, igreg: Igreg, title: str) -> None:
    out = igreg("due", register(write, title), *DAY, "--format", "html").out
    assert "<script" not in out
    assert "<b>" not in out
    assert out.count('scope="row">') == 1


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_message(write: Write, igreg: Igreg, title: str, tmp_path: Path) -> None:
    words = ("due", register(write, title), *DAY, "--format", "eml", "--out", tmp_path / "out")
    assert igreg(*words).code == 0
    data = (tmp_path / "out" / "s.eml").read_bytes()
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["To"].addresses[0].addr_spec == "s@example.example"
    assert {part.get_content_type() for part in message.iter_parts()} == {"text/plain", "text/html"}
    igreg(*words)
    assert (tmp_path / "out" / "s.eml").read_bytes() == data


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_table_fits_and_obeys_nothing(write: Write, igreg: Igreg, title: str, width: int) -> None:
    out = igreg("due", register(write, title), *DAY, columns=width).out
    assert all(cell_len(line) <= width for line in out.splitlines())
    assert not any(ord(c) < 32 and c != "\n" for c in out)
    assert "1 due" in out


def test_own_templates_win(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = register(write, "Policy")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "due.html.j2").write_text("<p>{{ title }}: {{ groups[0].rows[0].about }}</p>")
    assert igreg("due", folder, *DAY, "--format", "html").out == "<p>What is due: P Policy</p>"


def test_two_organisations_fit_into_one_calendar(write: Write, igreg: Igreg) -> None:
    def uid(organisation: dict[str, str]) -> str:
        folder = register(write, "Policy")
        (folder / "organisation.yaml").write_text(json.dumps({"type": "other"} | organisation))
        (event,) = Calendar.from_ical(igreg("due", folder, *DAY, "--format", "ics").out).walk("VEVENT")
        return str(event["UID"])

    assert uid({"name": "One"}) != uid({"name": "Two"})
    assert uid({"name": "One", "ods_code": "A1"}) == uid({"name": "Renamed", "ods_code": "A1"})


def test_a_clock_alarms_a_day_before(write: Write, igreg: Igreg) -> None:
    folder = register(write, "Policy")
    (folder / "incidents.yaml").write_text("- {id: I, title: T, aware: 2026-11-21T09:00, lead: r}")
    events = Calendar.from_ical(igreg("due", folder, *DAY, "--format", "ics").out).walk("VEVENT")
    alarms = {str(event["SUMMARY"]).split(":")[0]: event.walk("VALARM")[0]["TRIGGER"].dt.days for event in events}
    assert alarms == {"breach-clock": -1, "review": -7}


def test_csv_has_the_hours_of_a_clock(write: Write, igreg: Igreg) -> None:
    folder = register(write, "Policy")
    (folder / "incidents.yaml").write_text("- {id: I, title: T, aware: 2026-11-21T09:00, lead: r}")
    rows = list(
        csv.DictReader(io.StringIO(igreg("due", folder, *DAY, "--format", "csv").out.removeprefix(MARK), newline=""))
    )
    assert [(row["what"], row["days"], row["hours"]) for row in rows] == [
        ("breach-clock", "2", "33"),
        ("review", "9", ""),
    ]


@pytest.mark.parametrize("width", [40, 80])
def test_the_list_says_where_each_item_stands(write: Write, igreg: Igreg, width: int) -> None:
    assert "register/policies.yaml:1\n" in igreg("due", register(write, "Policy"), *DAY, columns=width).out


def test_a_narrow_terminal_breaks_no_words(write: Write, igreg: Igreg) -> None:
    out = igreg("due", register(write, "Confidentiality policy"), *DAY, columns=40).out
    assert out == (
        "2026-12-01  in 9 days\n  review: P Confidentiality policy\n  every 12 months, last reviewed\n  2025-12-01\n"
        "  register/policies.yaml:1\n  Confidentiality policy:\n  Confidentiality policy\n\n"
        "0 overdue, 1 due; as on 2026-11-22.\n"
    )


@pytest.mark.parametrize("day", ["1899-12-31", "9001-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_beyond_all_calendars_is_refused(write: Write, igreg: Igreg, day: str) -> None:
    ran = igreg("due", register(write, "Policy"), "--today", day)
    assert ran.code == 2
    assert "between the years 1900 and 9000" in ran.err


YEAR = ("--forecast", "12 months")


def year_ahead(write: Write) -> Path:
    rows = [{"id": f"P{i}", "title": "T", "owner": "r", "review": {"next": "2027-01-12"}} for i in range(8)]
    rows += [{"id": f"Q{i}", "title": "T", "owner": "r", "review": {"next": f"2027-0{i + 2}-01"}} for i in range(6)]
    rows += [{"id": "O", "title": "T", "owner": "r", "review": {"next": "2026-11-01"}}]
    folder = register(write, "Lead")
    (folder / "policies.yaml").write_text(json.dumps(rows))
    (folder / "flows.yaml").write_text("- {id: f, title: F, from: r, to: [all-staff], every: 1 month}")
    (folder / "communications.yaml").write_text("- {id: c, title: C, date: 2026-12-15, to: [all-staff], flow: f}")
    (folder / "notices.yaml").write_text(
        "- {id: g, title: G, audience: [public], owner: z, review: {next: 2027-01-17}}"
    )
    return folder


def test_forecast_marks_full_weeks(write: Write, igreg: Igreg) -> None:
    out = igreg("due", year_ahead(write), *DAY, *YEAR).out
    assert [line.split()[:2] for line in out.splitlines() if "TOO FULL" in line] == [["2027-01-11", "9"]]
    assert "TOO FULL: Lead 8, z 1\n" in out
    assert out.endswith("Not counted: 1 overdue.\n")


def test_forecast_for_machines(write: Write, igreg: Igreg) -> None:
    folder = year_ahead(write)
    found = json.loads(igreg("due", folder, *DAY, *YEAR, "--format", "json").out)
    assert found["overdue"] == 1
    assert found["weeks"][1] == {
        "week": "2027-01-11",
        "total": 9,
        "full": True,
        "owners": [{"owner": "r", "count": 8}, {"owner": "z", "count": 1}],
    }
    rows = list(csv.reader(io.StringIO(igreg("due", folder, *DAY, *YEAR, "--format", "csv").out.removeprefix(MARK))))
    assert rows[2:4] == [["2027-01-11", "r", "8", "9", "yes"], ["2027-01-11", "z", "1", "9", "yes"]]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_forecast_fits(write: Write, igreg: Igreg, width: int) -> None:
    out = igreg("due", year_ahead(write), *DAY, *YEAR, columns=width).out
    assert all(cell_len(line) <= width for line in out.splitlines())


@pytest.mark.parametrize("words", [("--format", "ics"), ("--format", "markdown"), ("--by", "week")])
def test_forecast_refuses_what_it_cannot_show(write: Write, igreg: Igreg, words: tuple[str, str]) -> None:
    ran = igreg("due", register(write, "Policy"), *DAY, *YEAR, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "--forecast counts by week and owner" in ran.err


def test_quiet_is_the_list_alone(write: Write, igreg: Igreg) -> None:
    folder = register(write, "Policy")
    loud, quiet = igreg("due", folder, *DAY).out, igreg("due", folder, *DAY, "-q").out
    assert loud == f"{quiet}0 overdue, 1 due; as on 2026-11-22.\n"
    assert igreg("due", folder, *DAY, "-q", "--overdue").out == ""
    assert "Not counted" not in igreg("due", year_ahead(write), *DAY, *YEAR, "-q").out


def test_deputies_of_nobody_are_refused(write: Write, igreg: Igreg) -> None:
    ran = igreg("due", register(write, "Policy"), *DAY, "--deputies")
    assert (ran.code, ran.out) == (2, "")


def test_an_owner_that_is_not_in_the_register_is_no_vacant_role(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    """The list and the messages agree: no record has the id, so that there is no role to hold."""
    review = "review: {every: 12 months, last: 2025-12-01}"
    folder = write(
        {
            "organisation.yaml": "{name: N, type: other}\n",
            "policies.yaml": f"- {{id: P, title: T, owner: nobody, {review}}}\n- {{id: Q, title: T, owner: r, {review}}}\n",
            "roles.yaml": "- {id: r, title: Role}\n",
        }
    )
    out = igreg("due", folder, *DAY, "--format", "markdown").out
    assert "| nobody: not in the register |" in out
    assert "| Role: vacant |" in out
    igreg("due", folder, *DAY, "--format", "eml", "--out", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["r.eml"]
    (folder / "roles.yaml").write_text("- id: r\n  title Role\n", encoding="utf-8")
    out = igreg("due", folder, *DAY, "--format", "markdown").out
    assert "| r: not in what could be read |" in out


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-22T08:00", "1 hour left"),
        ("2026-11-22T10:00", "1 hour overdue"),
        ("2026-11-26T12:00", "99 hours overdue"),
        ("2026-11-26T13:00", "4 days overdue"),
        ("2027-11-22T13:00", "365 days overdue"),
    ],
)
def test_hours_are_told_while_they_are_few(write: Write, igreg: Igreg, now: str, told: str) -> None:
    folder = register(write, "Policy")
    (folder / "incidents.yaml").write_text("- {id: I, title: T, aware: 2026-11-19T09:00, lead: r}")
    assert f"\n{told} " in igreg("due", folder, "--now", now, "--kind", "incidents").out
