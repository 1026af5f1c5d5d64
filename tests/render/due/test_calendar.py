"""The calendar: what has an hour, its time zone, and what is called off since an earlier one; read by a real parser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from igreg.due.earlier_calendar import earlier_events
from igreg.errors import IgregError
from igreg.render.due.time_zone import time_zones
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "{name: N, type: other}\n",
    "roles.yaml": "- {id: r, title: Role, holders: [{staff: s, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: s, name: Sam}\n",
    "policies.yaml": (
        "- {id: P, title: 'First, of all; here', owner: r, review: {every: 12 months, last: 2025-12-01}}\n"
        "- {id: Q, title: Second, owner: r, review: {every: 12 months, last: 2025-12-20}}\n"
    ),
    "incidents.yaml": "- {id: I, title: Lost, aware: 2026-11-21T09:10, lead: r}\n",
}
DAY = ("--today", "2026-11-22", "--kind", "policies,incidents", "--format", "ics")


def events(text: str) -> list[tuple[str, object, str]]:
    """What the events of a calendar are called, when they begin, and whether they are called off."""
    found = Calendar.from_ical(text).walk("VEVENT")
    return [(str(one["SUMMARY"]), one["DTSTART"].dt, str(one.get("STATUS", ""))) for one in found]


@pytest.fixture
def folder(write: Write) -> Path:
    """A small register with two reviews and a breach clock."""
    return write(FILES)


@pytest.fixture
def earlier(folder: Path, igreg: Igreg) -> Path:
    """The calendar of the day before anything is done."""
    file = folder.parent / "last week.ics"
    file.write_bytes(igreg("due", folder, *DAY).out.encode())
    return file


def test_what_has_an_hour_is_an_event_at_that_hour_in_the_organisations_zone(folder: Path, igreg: Igreg) -> None:
    (folder / "incidents.yaml").write_text("- {id: I, title: Lost, aware: 2026-06-20T09:10, lead: r}\n")
    (folder / "organisation.yaml").write_text("{name: N, type: other, timezone: Europe/London}\n")
    out = igreg("due", folder, "--now", "2026-06-21T08:00", "--kind", "incidents", "--format", "ics").out
    (event,) = Calendar.from_ical(out).walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt.replace(tzinfo=None) == dt.datetime(2026, 6, 23, 9, 10)
    assert event["DURATION"].dt == dt.timedelta(minutes=15)
    assert [str(one["TZID"]) for one in Calendar.from_ical(out).walk("VTIMEZONE")] == ["Europe/London"]


def test_without_an_hour_there_is_no_zone(folder: Path, igreg: Igreg) -> None:
    (folder / "incidents.yaml").unlink()
    assert "VTIMEZONE" not in igreg("due", folder, *DAY).out


@pytest.mark.parametrize(
    "name",
    [
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "Africa/Casablanca",
        "Asia/Tehran",
        "UTC",
    ],
)
def test_a_zone_is_told_as_its_clocks_are_set(name: str) -> None:
    zone = ZoneInfo(name)
    moment = dt.datetime(2026, 7, 1, 12, tzinfo=zone)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *time_zones([moment]), "END:VCALENDAR", ""]
    found = Calendar.from_ical("\r\n".join(lines)).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for hours in range(0, 365 * 24, 7):
        at = dt.datetime(2026, 1, 1) + dt.timedelta(hours=hours)
        assert found.utcoffset(at) == zone.utcoffset(at), at


def test_years_far_apart_are_told_without_those_between() -> None:
    zone = ZoneInfo("Europe/London")
    lines = list(time_zones([dt.datetime(1990, 1, 1, tzinfo=zone), dt.datetime(9999, 12, 31, tzinfo=zone)]))
    years = sorted({line[8:12] for line in lines if line.startswith("DTSTART:")})
    assert years == ["1989", "1990", "1991", "9998"]


def test_what_is_done_since_is_called_off(folder: Path, earlier: Path, igreg: Igreg) -> None:
    done = FILES["policies.yaml"].replace("last: 2025-12-01", "last: 2026-11-23")
    (folder / "policies.yaml").write_text(done.replace("Second", "Second once more"))
    ran = igreg("due", folder, *DAY, "--since", earlier)
    assert events(ran.out) == [
        ("breach-clock: I Lost", dt.datetime(2026, 11, 24, 9, 10, tzinfo=ZoneInfo("Europe/London")), ""),
        ("review: Q Second once more", dt.date(2026, 12, 20), ""),
        ("review: P First, of all; here", dt.date(2026, 12, 1), "CANCELLED"),
    ]
    assert "1 event of" in ran.err
    assert "called off" in ran.err
    first, then = (
        {
            str(one["UID"]): (one["SEQUENCE"], str(one.get("STATUS", "")))
            for one in Calendar.from_ical(text).walk("VEVENT")
        }
        for text in (
            earlier.read_bytes(),
            igreg("due", folder, *DAY[:1], "2026-11-30", *DAY[2:], "--since", earlier).out,
        )
    )
    assert first.keys() == then.keys()
    assert {(then[uid][0] - first[uid][0], then[uid][1]) for uid in first} == {(16, ""), (17, "CANCELLED")}


def test_a_clock_that_is_settled_is_called_off_at_its_hour(folder: Path, earlier: Path, igreg: Igreg) -> None:
    (folder / "incidents.yaml").unlink()
    ran = igreg("due", folder, *DAY, "--since", earlier)
    hour = dt.datetime(2026, 11, 24, 9, 10, tzinfo=ZoneInfo("Europe/London"))
    assert ("breach-clock: I Lost", hour, "CANCELLED") in events(ran.out)
    assert "BEGIN:VTIMEZONE" in ran.out


@pytest.mark.parametrize("words", [("--within", "1 day"), ("--owner", "r", "--kind", "incidents"), ("--overdue",)])
def test_what_is_only_not_asked_for_is_left_as_it_is(
    folder: Path, earlier: Path, igreg: Igreg, words: tuple[str, ...]
) -> None:
    ran = igreg("due", folder, "--today", "2026-11-22", "--format", "ics", *words, "--since", earlier)
    assert "CANCELLED" not in ran.out
    assert "called off" not in ran.err


def test_what_is_due_on_a_later_day_is_moved_where_it_is_shown_and_called_off_where_it_is_not(
    folder: Path, earlier: Path, igreg: Igreg
) -> None:
    (folder / "policies.yaml").write_text(FILES["policies.yaml"].replace("last: 2025-12-01", "last: 2025-12-15"))
    assert ("review: P First, of all; here", dt.date(2026, 12, 15), "") in events(
        igreg("due", folder, *DAY, "--since", earlier).out
    )
    soon = events(igreg("due", folder, *DAY, "--within", "10 days", "--since", earlier).out)
    assert ("review: P First, of all; here", dt.date(2026, 12, 1), "CANCELLED") in soon


def test_what_was_called_off_is_not_called_off_again(folder: Path, earlier: Path, igreg: Igreg) -> None:
    (folder / "policies.yaml").write_text("")
    once = folder.parent / "once.ics"
    once.write_bytes(igreg("due", folder, *DAY, "--since", earlier).out.encode())
    assert once.read_text().count("CANCELLED") == 2
    assert "CANCELLED" not in igreg("due", folder, *DAY, "--since", once).out


def test_nothing_is_called_off_while_a_file_cannot_be_read(folder: Path, earlier: Path, igreg: Igreg) -> None:
    (folder / "policies.yaml").write_text("- {id: P\n")
    ran = igreg("due", folder, *DAY, "--since", earlier)
    assert "CANCELLED" not in ran.out
    assert "nothing is called off while files cannot be read" in ran.err
    assert ran.code == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--since", "x.ics"), "--since goes with --format ics"),
        (("--format", "ics", "--since", "none.ics"), "there is no file none.ics"),
        (("--format", "ics", "--since", "."), ". is a folder"),
    ],
)
def test_what_is_refused(folder: Path, igreg: Igreg, words: tuple[str, ...], says: str) -> None:
    ran = igreg("due", folder, *words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


OURS = "BEGIN:VCALENDAR\r\nPRODID:-//igreg//due//EN\r\n{events}END:VCALENDAR\r\n"
UID = "0" * 32 + "@igreg"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_calendar_of_igreg_is_refused(data: bytes) -> None:
    with pytest.raises(IgregError, match="is no calendar that igreg due wrote"):
        earlier_events("x.ics", data, "us")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (f"UID:{UID}\r\nDTSTART;VALUE=DATE:20261201\r\nSUMMARY:A\r\n  B\r\n", [("A B", dt.date(2026, 12, 1))]),
        (f"UID:{UID}\nDTSTART;VALUE=DATE:20261201\n", [("", dt.date(2026, 12, 1))]),
        (f"UID:{UID}\r\nDTSTART:20261201T093000Z\r\n", [("", dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.UTC))]),
        (f"UID:{UID}\r\nDTSTART;VALUE=DATE:20261301\r\n", []),
        (f"UID:{UID}\r\nDTSTART;TZID=No/Such:20261201T093000\r\n", []),
        (f"UID:{UID}\r\nDTSTART;TZID=../../etc/passwd:20261201T093000\r\n", []),
        (f"UID:{UID}\r\n", []),
        (f"UID:{UID}\r\nDTSTART;TZID=America/New_York:00010101T000000\r\n", []),
        (f"UID:{UID}\r\nDTSTART;VALUE=DATE:99991231\r\n", []),
        (f"UID:{UID}\r\nDTSTART;VALUE=DATE:20261201\r\nSUMMARY:\x1b[31mA\r\n", [("\\x1b[31mA", dt.date(2026, 12, 1))]),
        ("UID:somebody@else\r\nDTSTART;VALUE=DATE:20261201\r\n", []),
        (f"UID:{UID}\r\nDTSTART;VALUE=DATE:20261201\r\nSTATUS:CANCELLED\r\n", []),
        (
            f"UID:{UID}\r\nDTSTART;VALUE=DATE:20261201\r\nSUMMARY:A\r\nBEGIN:VALARM\r\nSUMMARY:B\r\nEND:VALARM\r\n",
            [("A", dt.date(2026, 12, 1))],
        ),
    ],
)
def test_events_of_an_earlier_calendar(lines: str, found: list[tuple[str, dt.date]]) -> None:
    text = OURS.format(events=f"BEGIN:VEVENT\r\n{lines}END:VEVENT\r\n")
    assert [(one.summary, one.start) for one in earlier_events("x.ics", text.encode(), "us")] == found


def test_what_is_called_off_on_the_same_day_is_the_newer_version(folder: Path, earlier: Path, igreg: Igreg) -> None:
    (folder / "policies.yaml").write_text("")
    was, now = (
        {
            str(one["UID"]): int(one["SEQUENCE"])
            for one in Calendar.from_ical(text).walk("VEVENT")
            if one.get("STATUS") == status
        }
        for text, status in (
            (earlier.read_bytes(), None),
            (igreg("due", folder, *DAY, "--since", earlier).out, "CANCELLED"),
        )
    )
    assert [now[uid] - was[uid] for uid in now] == [1, 1]


def test_a_calendar_of_another_register_is_refused(folder: Path, earlier: Path, igreg: Igreg) -> None:
    """All that is in it would be called off in the calendars of people elsewhere."""
    (folder / "organisation.yaml").write_text("{name: Another, type: other}\n")
    ran = igreg("due", folder, *DAY, "--since", earlier)
    assert (ran.code, ran.out) == (2, "")
    assert "is a calendar of another register, or of an organisation that was renamed since" in ran.err


def test_what_is_left_alone_is_told(folder: Path, earlier: Path, igreg: Igreg) -> None:
    ran = igreg("due", folder, *DAY, "--within", "1 day", "--since", earlier)
    assert "3 events of" in ran.err
    assert "still due and not in this list: keep that file for them" in ran.err


def test_the_second_of_two_like_hours_is_told_in_universal_time(folder: Path, igreg: Igreg) -> None:
    (folder / "incidents.yaml").write_text("- {id: I, title: Lost, aware: 2026-10-22T02:30, lead: r}\n")
    words = ("due", folder, "--now", "2026-10-22T08:00", "--kind", "incidents", "--format", "ics")
    assert "DTSTART:20261025T013000Z" in igreg(*words).out
