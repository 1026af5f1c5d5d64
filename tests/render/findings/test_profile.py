"""Where the time of a check went, as lines: counts, stages in their order, the ten slowest rules."""

from __future__ import annotations

import datetime as dt

from igreg.check.profile import Profile
from igreg.findings import CheckResult
from igreg.render.findings.profile import profile_text

RESULT = CheckResult(today=dt.date(2026, 11, 22), findings=(), silenced=(), records=2, files=1)


def test_counts_stages_and_rules() -> None:
    profile = Profile(stages={"read": 0.5, "check": 1.25}, rules={"b-rule": 0.25, "a-rule": 0.25, "c-rule": 0.75})
    assert profile_text(profile, RESULT) == (
        "1 file, 2 records, 0 findings\n     0.500 s  read\n     1.250 s  check\nthe slowest rules:\n"
        "     0.750 s  c-rule\n     0.250 s  a-rule\n     0.250 s  b-rule"
    )


def test_ten_rules_are_enough() -> None:
    profile = Profile(rules={f"rule-{n:02}": n / 1000 for n in range(12)})
    lines = profile_text(profile, RESULT).splitlines()
    assert (lines[2], lines[-1], len(lines)) == ("     0.011 s  rule-11", "     0.002 s  rule-02", 12)


def test_without_rules_there_is_no_list_of_them() -> None:
    assert profile_text(Profile(), RESULT) == "1 file, 2 records, 0 findings"


def test_a_stage_that_runs_twice_adds_up() -> None:
    profile = Profile()
    with profile.stage("read"):
        pass
    first = profile.stages["read"]
    with profile.stage("read"):
        pass
    assert list(profile.stages) == ["read"]
    assert profile.stages["read"] >= first
