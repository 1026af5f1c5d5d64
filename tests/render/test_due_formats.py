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

from tests.conftest import Ran, Write
from tests.render.test_formats import HOSTILE

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
    later = igreg("due", register(write, title), "--today", "2026-11-23", "--format", "ics").out
    (again,) = Calendar.from_ical(later).walk("VEVENT")
    assert again["UID"] == event["UID"]


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_csv_never_begins_a_formula(write: Write, igreg: Igreg, title: str) -> None:
    out = igreg("due", register(write, title), *DAY, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["record"] for row in rows] == ["P"]
    assert not [cell for cell in rows[0].values() if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_page_holds_no_markup_of_the_register(write: Write, igreg: Igreg, title: str) -> None:
    out = igreg("due", register(write, title), *DAY, "--format", "html").out
    assert "<script" not in out
    assert "<b>" not in out
    assert out.count('<th scope="row">') == 1


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_message(write: Write, igreg: Igreg, title: str, tmp_path: Path) -> None:
    words = ("due", register(write, title), *DAY, "--format", "eml", "--out", tmp_path / "out")
    assert igreg(*words).code == 0
    data = (tmp_path / "out" / "r.eml").read_bytes()
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["To"].addresses[0].addr_spec == "s@example.example"
    assert {part.get_content_type() for part in message.iter_parts()} == {"text/plain", "text/html"}
    igreg(*words)
    assert (tmp_path / "out" / "r.eml").read_bytes() == data


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


def test_forecast_marks_full_weeks(write: Write, igreg: Igreg) -> None:
    rows = [{"id": f"P{i}", "title": "T", "owner": "r", "review": {"next": "2027-01-12"}} for i in range(9)]
    rows += [{"id": f"Q{i}", "title": "T", "owner": "r", "review": {"next": f"2027-0{i + 2}-01"}} for i in range(6)]
    folder = register(write, "Lead")
    (folder / "policies.yaml").write_text(json.dumps(rows))
    out = igreg("due", folder, *DAY, "--forecast", "12 months").out
    assert [line.split()[:2] for line in out.splitlines() if "TOO FULL" in line] == [["2027-01-11", "9"]]
