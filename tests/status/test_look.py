"""What each part of the screen says at its edges, and that none says what its own command denies."""

from __future__ import annotations

import json

import pytest

from tests.assess.returns import ANSWERED, RETURN
from tests.conftest import Write
from tests.status.screens import DAY, FILES, Igreg, screen, text


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
        ("2026-11-29T12:30", "99 hours overdue"),
        ("2026-11-29T12:31", "4 days overdue"),
    ],
)
def test_clocks_that_run(igreg: Igreg, write: Write, now: str, said: str) -> None:
    out = igreg("status", write(incident("2026-11-22T09:30")), "--now", now).out
    assert f"Breach clocks\n  I1 Laptop: {said}; no decision yet whether to report" in out
    assert "igreg breach I1" in " ".join(out.split())


def test_a_clock_that_has_not_begun_does_not_run(igreg: Igreg, write: Write) -> None:
    folder = write(incident("2026-11-22T09:30"))
    assert "Breach clocks\n  none runs\n" in igreg("status", folder, "--now", "2026-11-22T09:29").out
    assert "Breach clocks\n  I1 Laptop: 72 hours left" in igreg("status", folder, "--now", "2026-11-22T09:30").out


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


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "",
            "ret Our return: 2 of 4 mandatory items met, 1 contradicted; reached: Approaching, target Standards met by ",
        ),
        ("  framework: gone\n", "ret Our return: its pack gone cannot be used: igreg assess ret"),
        ("  status: published\n", "none is open"),
    ],
)
def test_the_open_assessment_stands_as_igreg_assess_has_it(igreg: Igreg, write: Write, more: str, said: str) -> None:
    text_of = RETURN.replace("  framework: ours\n", more) if "gone" in more else RETURN + more
    folder = write(ANSWERED | {"assessments.yaml": text_of})
    out = " ".join(text(igreg, folder).split("Open assessment\n")[1].split())
    assert said in out
    for one in screen(igreg, folder)["assessments"] if not more else ():
        whole = json.loads(igreg("assess", folder, *DAY, "--format", "json").out)
        assert {key: one[key] for key in ("deadline", "days", "target", "reached", "summary")} == {
            key: whole[key] for key in ("deadline", "days", "target", "reached", "summary")
        }
        assert one["left"] == 2
