"""Figures in `igreg.toml`: each of the right sort, and a mistake told with its line, by every command that reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.check.settings import parse
from igreg.errors import IgregError
from igreg.model.span import Span
from tests.conftest import Ran, Write

FILES = {
    "organisation.yaml": "name: Example\ntype: other\ndspt: [{edition: '9', published: 2026-10-01}]\n",
    "bodies.yaml": "- {id: ico, name: ICO}\n",
    "roles.yaml": "- {id: dpo, title: DPO, function: dpo, holders: [{staff: p-hughes, from: 2019-04-01}]}\n",
    "staff.yaml": "- {id: p-hughes, name: Pat Hughes}\n",
    "incidents.yaml": "- {id: I, title: T, aware: 2026-11-21T09:29, lead: dpo}\n",
    "flows.yaml": "- {id: f, title: Tell, from: all-staff, to: [dpo], trigger: incident, within: 20 hours}\n"
    "- {id: g, title: Report, from: dpo, to: [ico], trigger: incident, within: 10 hours}\n",
}
NOW = ("--now", "2026-11-22T09:30")


def test_own_figures_are_read() -> None:
    found = parse("igreg.toml", '[limits]\nbreach-notice = 24\nacting-limit = "18 months"\n').figures
    assert found.own == {"breach-notice": 24, "acting-limit": Span(18, "month")}


def test_every_wrong_figure_is_told_with_its_line() -> None:
    text = """fail-on = "error"
[limits]
breach-notice = "24 hours"
acting-limit = 18
training-share = -5
lead-functions = nan
report-impact = inf
vulnerable-floor = true
mintues = 14
"""
    with pytest.raises(IgregError) as refused:
        parse("igreg.toml", text)
    assert refused.value.sentence.splitlines() == [
        "igreg.toml:3:1: limits: breach-notice: '24 hours' is not a number; write the hours as breach-notice = 24",
        'igreg.toml:4:1: limits: acting-limit: 18 is not a length of time; write it as acting-limit = "18 months"',
        "igreg.toml:5:1: limits: training-share: -5 is not between 0 and 100 percent",
        "igreg.toml:6:1: limits: lead-functions: nan is not between 0 and 10000 functions",
        "igreg.toml:7:1: limits: report-impact: inf is not between 0 and 10000 grade",
        "igreg.toml:8:1: limits: vulnerable-floor: true is not a number; write the grade as vulnerable-floor = 2",
        "igreg.toml:9:1: limits: no figure is called 'mintues'; did you mean 'minutes'?",
    ]


@pytest.mark.parametrize("words", [("check",), ("due",), ("chart", "structure", "--out", "-"), ("show", "dpo")])
def test_every_command_refuses_a_wrong_figure(words: tuple[str, ...], write: Write, igreg: Callable[..., Ran]) -> None:
    folder = write(FILES)
    (folder.parent / "igreg.toml").write_text('[limits]\nbreach-notice = "24 hours"\n', encoding="utf-8")
    ran = igreg(*words, folder)
    assert (ran.code, "igreg.toml:2:1: limits: breach-notice: " in ran.err) == (2, True)


def hours_said(folder: Path, igreg: Callable[..., Ran]) -> tuple[str, int, str, tuple[str, ...]]:
    """What check says of an undecided breach and of the way, what due says of the clock, and what the drill says."""
    findings = json.loads(igreg("check", folder, *NOW, "--format", "json").out)["findings"]
    told = [f["message"] for f in findings if f["rule"] == "breach-undecided"]
    slow = [f for f in findings if f["rule"] == "breach-path-too-slow" and f["subject"] == "ico"]
    (clock,) = json.loads(igreg("due", folder, *NOW, "--kind", "breach-clock", "--format", "json").out)["items"]
    drill = igreg("chart", "--drill", "incident", folder, *NOW, "--format", "text", "--out", "-").out
    words = tuple(line for line in drill.splitlines() if "egulator told" in line or "Against" in line)
    return "".join(told), len(slow), f"{clock['hours']}: {clock['detail']}", words


def test_one_figure_for_check_due_and_the_drill(write: Write, igreg: Callable[..., Ran]) -> None:
    folder = write(FILES)
    told, slow, clock, drill = hours_said(folder, igreg)
    assert (told, slow) == ("", 0)
    assert clock.startswith("47: ") and "72 hours end 2026-11-24 09:29" in clock
    assert "Regulator told within 30 hours of 72" in drill[0] and any("Against 72 hours" in line for line in drill)

    (folder.parent / "igreg.toml").write_text("[limits]\nbreach-notice = 24\n", encoding="utf-8")
    told, slow, clock, drill = hours_said(folder, igreg)
    assert (told.endswith("the limit is 24 hours"), slow) == (True, 1)
    assert clock.startswith("-1: ") and "24 hours end 2026-11-22 09:29" in clock
    assert "Regulator told within 30 hours of 24" in drill[0] and any("Against 24 hours" in line for line in drill)
    assert not any("72" in line for line in drill)


def test_lists_in_lists_without_end_are_told() -> None:
    with pytest.raises(IgregError, match=r"igreg\.toml: nested too deep"):
        parse("igreg.toml", "a = " + "[" * 100_000)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('fail-on = ["error"]', "igreg.toml:1:1: fail-on: ['error'] is none of error, warning, info, never"),
        ("[fail-on]\nx = 1", "igreg.toml:1:1: fail-on: {'x': 1} is none of error, warning, info, never"),
        ("fail-on = 1979-05-27", "is none of error, warning, info, never"),
        ("[limits]\nbreach-notice = " + "9" * 5000, "igreg.toml: a number in it has too many digits"),
    ],
)
def test_what_is_of_another_sort_is_refused_with_a_word(text: str, told: str) -> None:
    with pytest.raises(IgregError) as refused:
        parse("igreg.toml", text)
    assert told in refused.value.sentence


def test_settings_of_megabytes_are_not_read(write: Write, igreg: Callable[..., Ran]) -> None:
    folder = write(FILES)
    (folder.parent / "igreg.toml").write_text("# " + "x" * 1024 * 1024 * 2, encoding="utf-8")
    ran = igreg("check", folder)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "igreg: igreg.toml has more than 1 MiB")
    (folder.parent / "igreg.toml").write_text("#" * 1024 * 1024, encoding="utf-8")
    assert igreg("check", folder).code == 1


def test_of_very_many_mistakes_the_first_are_told() -> None:
    with pytest.raises(IgregError) as refused:
        parse("igreg.toml", "".join(f"x{number} = 1\n" for number in range(5000)))
    assert len(refused.value.sentence.splitlines()) == 50
