"""The engine: what exceptions silence, on which day, and in which order findings come."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import CheckResult
from igreg.register.read import read
from igreg.rules._rule import Context
from tests.pages import moment, sources

VACANT = """
- {id: b, title: B}
- {id: a, title: A}
"""
EXCEPTION = "- {id: E, rule: %s, record: %s, reason: R, approved_by: b, until: 2026-11-22}\n"


def checked(today: str, exceptions: str = "", *, config: Config | None = None, **files: str) -> CheckResult:
    """A small register, checked on a day."""
    texts = {"organisation": "name: E\ntype: other\n", "roles": VACANT, "exceptions": exceptions} | files
    register = read(sources({f"register/{kind}.yaml": text.encode() for kind, text in texts.items()}))
    return check(register, moment(today), config or Config(select=("IG203", "IG9")))


@pytest.mark.parametrize(
    ("today", "kept", "silenced"),
    [
        pytest.param("2026-11-21", ["b"], ["a"], id="the day before the last"),
        pytest.param("2026-11-22", ["b"], ["a"], id="the last day still silences"),
        pytest.param("2026-11-23", ["a", "b"], [], id="the day after does not"),
    ],
)
def test_an_exception_silences_up_to_its_last_day(today: str, kept: list[str], silenced: list[str]) -> None:
    result = checked(today, EXCEPTION % ("vacant-role", "a"))
    assert sorted(f.record or "" for f in result.findings if f.rule == "vacant-role") == kept
    assert [silence.finding.record for silence in result.silenced] == silenced
    assert result.exceptions == len(silenced)
    assert [f.rule for f in result.findings if f.code.startswith("IG9")] == ([] if silenced else ["expired-exception"])


@pytest.mark.parametrize(
    ("rule", "record", "silenced"),
    [
        pytest.param("vacant-role", "a", 1, id="by name"),
        pytest.param("IG203", "a", 1, id="by code"),
        pytest.param("IG203", "c", 0, id="another record"),
        pytest.param("IG201", "a", 0, id="another rule"),
        pytest.param("IG201", "risk", 0, id="a rule that was not selected"),
        pytest.param("no-such-rule", "a", 0, id="no rule"),
        pytest.param("IG101", "a", 0, id="a rule that cannot be silenced"),
        pytest.param("IG203", "organisation", 0, id="the organisation is for findings without a record"),
    ],
)
def test_what_an_exception_silences(rule: str, record: str, silenced: int) -> None:
    assert len(checked("2026-11-22", EXCEPTION % (rule, record)).silenced) == silenced


def test_two_exceptions_for_one_finding_are_both_used() -> None:
    both = EXCEPTION % ("IG203", "a") + (EXCEPTION % ("vacant-role", "a")).replace("id: E", "id: F")
    result = checked("2026-11-22", both)
    assert [f.rule for f in result.findings] == ["vacant-role"]
    assert [silence.exception for silence in result.silenced] == ["E"]


def test_without_exceptions_everything_is_told_and_none_counts() -> None:
    config = Config(select=("IG203",), no_exceptions=True)
    result = checked("2026-11-22", EXCEPTION % ("IG203", "a"), config=config)
    assert [f.record for f in result.findings] == ["b", "a"]
    assert (result.silenced, result.exceptions) == ((), 0)


def test_findings_come_by_file_and_line() -> None:
    config = Config(select=("IG203", "IG101"))
    result = checked("2026-11-22", staff="- {id: s, name: S, colour: red}\n", config=config)
    assert [(f.file, f.line, f.code) for f in result.findings] == [
        ("register/roles.yaml", 2, "IG203"),
        ("register/roles.yaml", 3, "IG203"),
        ("register/staff.yaml", 1, "IG101"),
    ]


def test_each_rule_that_runs_is_timed_once() -> None:
    timings: dict[str, float] = {}
    register = read(sources({"register/organisation.yaml": b"name: E\ntype: other\n"}))
    check(register, moment("2026-11-22"), Config(select=("IG203", "IG902")), timings)
    assert set(timings) == {"vacant-role", "unused-exception"}
    assert min(timings.values()) >= 0


@pytest.mark.parametrize(("more", "also"), [("", []), ("# NHS 943 476 5919\n", ["person-identifier"])])
def test_a_file_with_an_unfinished_merge_has_that_one_finding(more: str, also: list[str]) -> None:
    everything = Config(select=("IG0", "IG1", "IG2", "IG3", "IG5", "IG7", "IG8"))
    text = f"<<<<<<< HEAD\nname: E\ntype: nhs-trust\n>>>>>>> theirs\n{more}"
    result = checked("2026-11-22", config=everything, organisation=text)
    there = [f.rule for f in result.findings if f.file == "register/organisation.yaml"]
    assert there == ["conflict-marker", *also]
    assert any(f.rule == "vacant-role" for f in result.findings)


def test_a_rule_runs_once_whoever_asks() -> None:
    context = Context(read(sources({"register/organisation.yaml": b"name: Home\n"})), moment("2026-11-02"))
    assert context.found("no-assets") is context.found("IG832")
