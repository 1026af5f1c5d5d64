"""`igreg status`: the screen, what each part says at its edges, and that no part says what its own command denies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
SAMPLE = Path(__file__).parents[2] / "register"
FILES = {
    "organisation.yaml": "name: Willow\ntype: other\n",
    "roles.yaml": (
        "- {id: siro, title: SIRO, function: siro, areas: [risk], holders: [{staff: ann, from: 2020-01-01}]}\n"
        "- {id: ciso, title: CISO, areas: [security], holders: [{staff: ben, from: 2020-01-01, until: 2026-11-21}]}\n"
        "- {id: dpo, title: DPO, areas: [data-protection], holders: [{staff: cat, from: 2020-01-01, as: deputy}]}\n"
        "- {id: two, title: Second, areas: [risk]}\n"
    ),
    "staff.yaml": (
        "- {id: ann, name: Ann}\n- {id: ben, name: Ben, left: 2026-11-20}\n"
        "- {id: cat, name: Cat, absences: [{from: 2026-11-01, until: 2026-11-30}]}\n"
    ),
    "policies.yaml": (
        "- {id: P1, title: One, owner: siro, review: {every: 1 year, last: 2025-11-21}}\n"
        "- {id: P2, title: Two, owner: siro, review: {every: 1 year, last: 2025-11-22}}\n"
        "- {id: P3, title: Three, owner: siro, review: {every: 1 year, last: 2025-11-29}}\n"
        "- {id: P4, title: Four, owner: siro, review: {every: 1 year, last: 2025-11-30}}\n"
    ),
}


def screen(igreg: Igreg, folder: Path, *more: str) -> Any:
    ran = igreg("status", folder, *(more or DAY), "--format", "json", "-q")
    assert ran.code == 0
    return json.loads(ran.out)


def text(igreg: Igreg, folder: Path, columns: int = 100) -> str:
    ran = igreg("status", folder, *DAY, columns=columns)
    assert ran.code == 0
    return ran.out


def test_a_post_that_nobody_holds_is_vacant(igreg: Igreg, write: Write) -> None:
    """Yesterday's last day, and a deputy alone, hold no post; today's last day does."""
    lines = text(igreg, write(FILES)).splitlines()
    assert "  Risk                    SIRO: Ann; Second: vacant" in lines
    assert "  Security                CISO: vacant" in lines
    assert "  Data protection         DPO: vacant" in lines
    assert "  Confidentiality         vacant: no post leads it" in lines
    areas = {one["area"]: one for one in screen(igreg, write(FILES))["areas"]}
    assert list(areas)[:6] == ["governance", "caldicott", "risk", "security", "data-protection", "confidentiality"]
    assert [area for area, one in areas.items() if one["vacant"]] == [
        *("governance", "caldicott", "security", "data-protection", "confidentiality")
    ]
    assert areas["risk"]["leads"][0] == {"role": "siro", "title": "SIRO", "people": ["ann"]}
    held = screen(igreg, write(FILES), "--today", "2026-11-21")
    assert not next(one for one in held["areas"] if one["area"] == "security")["vacant"]


@pytest.mark.parametrize(("day", "said"), [("2026-11-20", "Ben"), ("2026-11-21", "Ben (not employed now)")])
def test_who_has_left_holds_the_post_by_name_only(igreg: Igreg, write: Write, day: str, said: str) -> None:
    out = igreg("status", write(FILES), "--today", day).out
    assert f"CISO: {said}\n" in out


def test_who_is_away_is_named_as_away(igreg: Igreg, write: Write) -> None:
    roles = FILES["roles.yaml"].replace(", as: deputy", "")
    assert "DPO: Cat (away)\n" in text(igreg, write(FILES | {"roles.yaml": roles}))


def test_findings_and_dates_are_those_of_their_commands(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    found = screen(igreg, folder)
    check = json.loads(igreg("check", folder, *DAY, "--format", "json").out)["summary"]
    assert found["findings"] == check | {"silenced": 0}
    due = json.loads(igreg("due", folder, *DAY, "--within", "7 days", "--format", "json").out)
    assert {"overdue": found["due"]["overdue"], "due": found["due"]["due"]} == due["summary"]
    assert found["due"]["items"] == due["items"]


def test_the_week_ends_with_the_seventh_day(igreg: Igreg, write: Write) -> None:
    """Overdue the day after; today and the seventh day are due; the eighth is not on the screen."""
    found = screen(igreg, write(FILES))["due"]
    reviews = [(one["record"], one["days"]) for one in found["items"] if one["what"] == "review"]
    assert found["until"] == "2026-11-29"
    assert reviews == [("P1", -1), ("P2", 0), ("P3", 7)]
    out = text(igreg, write(FILES))
    assert "Due this week, to 29 November 2026\n  1 overdue, 2 due: igreg due --within '7 days'\n" in out
    assert "  today: review P2 Two (Ann)\n  in 7 days: review P3 Three (Ann)\n" in out


def test_settings_of_the_organisation_count(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    before = screen(igreg, folder)["findings"]
    (folder.parent / "igreg.toml").write_text('ignore = ["IG2"]\n', encoding="utf-8")
    after = screen(igreg, folder)["findings"]
    check = json.loads(igreg("check", folder, *DAY, "--format", "json").out)["summary"]
    assert after["error"] < before["error"]
    assert after["error"] == check["error"]


def incident(aware: str, more: str = "") -> dict[str, str]:
    return FILES | {
        "incidents.yaml": f"- {{id: I1, title: Laptop, aware: {aware}, severity: high, status: open{more}}}\n"
    }


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-22T09:30", "72 hours left"),
        ("2026-11-25T09:30", "0 hours left"),
        ("2026-11-25T09:31", "1 hour overdue"),
    ],
)
def test_clocks_that_run(igreg: Igreg, write: Write, now: str, said: str) -> None:
    out = igreg("status", write(incident("2026-11-22T09:30")), "--now", now).out
    assert f"Breach clocks\n  I1 Laptop: {said}; no decision yet whether to report" in out
    assert "igreg breach I1" in " ".join(out.split())


def test_no_clock_runs_where_it_is_decided_not_to_report(igreg: Igreg, write: Write) -> None:
    decided = ", decision: {report: false, by: siro, at: 2026-11-22T10:00, reason: None}"
    folder = write(incident("2026-11-22T09:30", decided))
    assert "Breach clocks\n  none runs\n" in text(igreg, folder)
    assert screen(igreg, folder)["clocks"] == []


@pytest.mark.parametrize(("trained", "state"), [(9, "90.0 % of 10 people"), (8, "80.0 % of 10 people")])
def test_training_stands_against_its_target(igreg: Igreg, write: Write, trained: int, state: str) -> None:
    files = {
        "organisation.yaml": "name: Willow\ntype: other\n",
        "staff.yaml": "".join(f"- {{id: s{n}, name: S{n}, started: 2020-01-01}}\n" for n in range(10)),
        "courses.yaml": "- {id: ig, title: Awareness, valid_for: 1 year, target: 90, applies_window: false}\n",
        "training-plans.yaml": "- {id: plan, title: Plan, audience: [all-staff], courses: [{course: ig}]}\n",
        "training-records.yaml": "".join(
            f"- {{staff: s{n}, course: ig, completed: 2026-01-01}}\n" for n in range(trained)
        ),
    }
    reached = "reached" if trained == 9 else "not reached"
    assert f"  Awareness: {state}, target 90 %: {reached}\n" in text(igreg, write(files))
    assert screen(igreg, write(files))["training"][0]["trained"] == trained


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 120])
def test_one_screen(igreg: Igreg, columns: int) -> None:
    """The sample register, with something in every part."""
    lines = igreg("status", SAMPLE, "--today", "2026-11-24", columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) <= (52 if columns < 80 else 40)


def test_much_of_everything_stays_one_screen(igreg: Igreg, write: Write) -> None:
    many = "".join(
        f"- {{id: Q{n}, title: {'Very long ' * 60}, owner: siro, review: {{every: 1 year, last: 2025-11-23}}}}\n"
        for n in range(40)
    )
    clocks = "".join(
        f"- {{id: I{n}, title: {'Lost' * 50}, aware: 2026-11-22T09:00, severity: high}}\n" for n in range(40)
    )
    out = text(igreg, write(FILES | {"policies.yaml": many, "incidents.yaml": clocks}), columns=60)
    assert len(out.splitlines()) <= 80
    assert max(map(len, out.splitlines())) <= 60
    assert out.count("and 35 more") == 1


@pytest.mark.parametrize(
    "broken", ["- id: P\n  title T\n", "- id: P\n  title: \udcff\n", "---\n- id: P\n---\n- id: Q\n", "policies\n"]
)
def test_a_broken_file_is_said_and_the_rest_is_shown(igreg: Igreg, write: Write, broken: str) -> None:
    folder = write(FILES)
    (folder / "policies.yaml").write_bytes(broken.encode("utf-8", "surrogateescape"))
    ran = igreg("status", folder, *DAY)
    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith("  Not complete: register/policies.yaml could not be read in full")
    assert "SIRO: Ann" in ran.out
    assert ran.err.startswith("warning: register/policies.yaml could not be read in full")
    assert screen(igreg, folder)["incomplete"] == ["register/policies.yaml"]


def test_hostile_text_is_shown_and_never_obeyed(igreg: Igreg, write: Write) -> None:
    roles = '- {id: siro, title: "S\\e[31m\\nBoo\\u202e", areas: [risk], holders: [{staff: ann}]}\n'
    files = {
        "organisation.yaml": 'name: "X\\e]0;owned\\a"\ntype: other\n',
        "roles.yaml": roles,
        "staff.yaml": '- {id: ann, name: "<b>Ann</b>"}\n',
    }
    out = text(igreg, write(files))
    assert "<b>Ann</b>" in out
    assert not any(mark in out for mark in ("\x1b", "\a", "\u202e"))


def test_an_empty_register_has_a_screen(igreg: Igreg, write: Write) -> None:
    out = text(igreg, write({"organisation.yaml": "name: New\ntype: other\n"}))
    assert out.startswith("New: Sunday 22 November 2026\n")
    assert out.count("vacant: no post leads it") == 6


def test_a_format_that_does_not_exist(igreg: Igreg, write: Write) -> None:
    ran = igreg("status", write(FILES), "--format", "jsn")
    assert ran.code == 2
    assert "json" in ran.err
