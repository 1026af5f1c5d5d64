"""JUnit: findings by file, exceptions as skipped, and a case where there is nothing to tell."""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET

from igreg.findings import CheckResult, Finding, Place, Severity, Silenced
from igreg.render.escape.colour import Style
from igreg.render.findings.junit import junit

FINDING = Finding(
    rule="no-deputy", code="IG205", severity=Severity.WARNING, file="register/roles.yaml", place=Place(3, 1, 2),
    record="dpo", title="DPO", subject=None, path=(), message="nobody <stands> in", help="add one",
)  # fmt: skip
NOTHING = CheckResult(today="2026-11-22", findings=(), silenced=(), records=1, files=1)


def written(result: CheckResult) -> ET.Element:
    return ET.fromstring(junit(result, {}, Style()))


def test_nothing_found_is_one_case_that_passed() -> None:
    (suite,) = written(NOTHING)
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("register", "1", "0")
    assert [case.get("name") for case in suite] == ["nothing found"]


def test_a_finding_fails_and_a_remark_does_not() -> None:
    remark = dataclasses.replace(FINDING, severity=Severity.INFO)
    (suite,) = written(dataclasses.replace(NOTHING, findings=(FINDING, remark)))
    failed, told = suite
    assert (failed.get("classname"), failed.get("name")) == ("register/roles.yaml", "no-deputy (IG205) dpo")
    assert (failed[0].tag, failed[0].get("type"), failed[0].get("message")) == (
        "failure", "warning", "nobody <stands> in",
    )  # fmt: skip
    assert (told[0].tag, (told[0].text or "").splitlines()[0]) == (
        "system-out", "register/roles.yaml:3:1: info no-deputy (IG205)",
    )  # fmt: skip


def test_what_an_exception_silences_is_skipped_with_the_reason() -> None:
    silenced = Silenced(FINDING, "EX-1", "2026-12-01", "the deputy starts in spring")
    (suite,) = written(dataclasses.replace(NOTHING, silenced=(silenced,)))
    assert (suite.get("name"), suite.get("skipped")) == ("exceptions", "1")
    assert suite[0][0].get("message") == "EX-1, until 2026-12-01: the deputy starts in spring"
