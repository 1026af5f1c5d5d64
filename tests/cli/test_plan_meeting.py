"""igreg plan-meeting: one or several, seen in a dry run, with a line for the commit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
MEETINGS = "- {id: IGG-2026-11, group: ig-group, date: 2026-11-03, status: held}\n"
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "groups.yaml": "- {id: ig-group, title: Information governance group}\n",
    "meetings.yaml": MEETINGS,
}


def test_one_meeting(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    words = ("plan-meeting", "information governance group", "--on", "2026-12-05", "--register", folder, *DAY)
    line = "- {id: IGG-2026-12, group: ig-group, date: 2026-12-05, status: planned}\n"
    dry = igreg(*words, "--dry-run")
    assert (dry.code, f"+{line}" in dry.out) == (0, True), dry.err
    assert (folder / "meetings.yaml").read_text(encoding="utf-8") == MEETINGS
    ran = igreg(*words)
    assert ran.out == "Planned: IGG-2026-12 of ig-group, on 2026-12-05\n"
    assert "note: 2026-12-05 is a Saturday" in ran.err
    assert (folder / "meetings.yaml").read_text(encoding="utf-8") == MEETINGS + line


def test_several(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    words = ("--on", "2026-12-01", "--every", "monthly", "--times", "3")
    ran = igreg("plan-meeting", "ig-group", *words, "--register", folder, *DAY)
    assert ran.out == "Planned: 3 meetings of ig-group, 2026-12-01 to 2027-02-01\n", ran.err
    assert (folder / "meetings.yaml").read_text(encoding="utf-8").count("status: planned") == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ig-grup", "--on", "2026-12-01"), "did you mean 'ig-group'?"),
        (("ig-group", "--on", "2026-11-03"), "has a meeting on 2026-11-03 already: IGG-2026-11, held"),
        (("ig-group", "--on", "soon"), "--on: 'soon' is not a day"),
        (("ig-group", "--on", "2026-12-01", "--every", "1 month"), "--every: how many is missing"),
        (("ig-group", "--on", "2026-12-01", "--times", "2"), "--times: how far apart is missing"),
        (("ig-group", "--on", "2026-12-01", "--every", "now and then", "--times", "2"), "--every: 'now and then'"),
    ],
)
def test_mistakes(igreg: Igreg, write: Write, words: tuple[str, ...], said: str) -> None:
    folder = write(FILES)
    ran = igreg("plan-meeting", *words, "--register", folder, *DAY)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert (folder / "meetings.yaml").read_text(encoding="utf-8") == MEETINGS


def test_a_file_that_cannot_be_read_may_hold_a_meeting(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"meetings.yaml": "- {id: [\n"})
    ran = igreg("plan-meeting", "ig-group", "--on", "2026-12-01", "--register", folder, *DAY)
    assert (ran.code, "which meetings there are cannot be said for certain" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "files", "asks", "offers"),
    [
        pytest.param(
            ("plan-meeting",),
            {"groups.yaml": "- {id: a, title: Team}\n- {id: b, title: Old board, end: 2026-11-23}\n"},
            "which group meets?",
            "one of: a (Team)\n",
            id="groups of today",
        ),
        pytest.param(
            ("plan-meeting",), {"groups.yaml": "[]\n"}, "which group meets?", "igreg add group", id="no group"
        ),
        pytest.param(("plan-meeting", "ig-group"), {}, "on which day?", "plan-meeting ig-group --on", id="no day"),
        pytest.param(
            ("hold",),
            {
                "meetings.yaml": "- {id: m2, group: ig-group, date: 2027-01-05}\n"
                "- {id: m1, group: ig-group, date: 2026-11-20}\n- {id: m0, group: ig-group, date: 2026-10-01, status: held}\n"
            },
            "which meeting was held?",
            "one of: m1 (Information governance group, 2026-11-20), m2 (Information governance group, 2027-01-05)\n",
            id="meetings that wait, the next first",
        ),
        pytest.param(("hold",), {}, "which meeting was held?", "plan-meeting GROUP --on DATE", id="none that waits"),
    ],
)
def test_without_a_word_it_says_what_there_is(
    igreg: Igreg, write: Write, words: tuple[str, ...], files: dict[str, str], asks: str, offers: str
) -> None:
    ran = igreg(*words, "--register", write({**FILES, **files}), *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert asks in ran.err
    assert offers in ran.err


def test_several_where_there_was_none(igreg: Igreg, write: Write) -> None:
    folder = write({name: text for name, text in FILES.items() if name != "meetings.yaml"})
    words = ("--on", "2026-12-01", "--every", "monthly", "--times", "3")
    ran = igreg("plan-meeting", "ig-group", *words, "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    assert (folder / "meetings.yaml").read_text(encoding="utf-8").count("status: planned") == 3


def test_who_was_there_in_one_word_with_commas(igreg: Igreg, write: Write) -> None:
    people = "- {id: a, name: Ann Ali}\n- {id: b, name: Bo}\n"
    folder = write({**FILES, "staff.yaml": people, "meetings.yaml": MEETINGS.replace("held", "planned")})
    words = ("--present", "Ann Ali, b", "--register", folder, *DAY)
    assert igreg("hold", "IGG-2026-11", *words).code == 0
    assert "present: [a, b]" in (folder / "meetings.yaml").read_text(encoding="utf-8")
