"""The baseline: what it sets aside, that it only shrinks, and that it survives lines that move."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter

import pytest

from igreg.check.baseline import apply, dump, key, parse, shrink
from igreg.errors import IgregError
from igreg.findings import CheckResult, Finding, Place, Severity


def finding(code: str = "IG205", record: str | None = "dpo", line: int = 1, subject: str | None = None) -> Finding:
    return Finding(
        rule="no-deputy", code=code, severity=Severity.WARNING, file="register/roles.yaml", place=Place(line, 1, 2),
        record=record, title=None, subject=subject, path=("holders", 0), message="m", help="h",
    )  # fmt: skip


def result(*findings: Finding) -> CheckResult:
    return CheckResult(today=dt.date(2026, 11, 22), findings=findings, silenced=(), records=1, files=1)


def test_a_finding_is_known_by_what_does_not_move() -> None:
    assert key(finding(line=1)) == key(finding(line=99)) == ("IG205", "dpo", "", '["holders", 0]')
    assert key(finding(record=None, subject="risk")) == ("IG205", "register/roles.yaml", "risk", '["holders", 0]')


def test_as_many_as_there_were_are_set_aside_and_one_more_is_told() -> None:
    before = shrink([finding(line=1), finding(line=2)], None)
    after = apply(result(finding(line=5), finding(line=6), finding(line=7), finding(record="siro")), before)
    assert [(f.record, f.line) for f in after.findings] == [("dpo", 7), ("siro", 1)]
    assert after.baselined == 2


def test_it_only_shrinks() -> None:
    before = shrink([finding(), finding(), finding(code="IG203")], None)
    now = shrink([finding(), finding(), finding(), finding(code="IG301")], before)
    assert now == Counter({key(finding()): 2})


def test_what_is_written_is_read_back() -> None:
    before = shrink([finding(), finding(), finding(subject="Łódź"), finding(record=None)], None)
    text = dump(before)
    assert parse("b.json", text) == before
    assert text.count("\n") == 2 + len(before), "a line for each entry"
    assert json.loads(text)["version"] == 1
    assert parse("b.json", dump(Counter())) == Counter()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "is not a baseline of igreg", id="empty"),
        pytest.param("[]", "is not a baseline of igreg", id="a list"),
        pytest.param('{"version": 1}', "is not a baseline of igreg", id="no findings"),
        pytest.param('{"version": 1, "findings": [5]}', "is not a baseline of igreg", id="no entry"),
        pytest.param(
            '{"version": 1, "findings": [{"rule": "IG205"}]}', "is not a baseline of igreg", id="half an entry"
        ),
        pytest.param(
            '{"version": 1, "findings": [{"rule": "IG205", "record": "r", "path": [], "count": "many"}]}',
            "is not a baseline of igreg",
            id="a count that is no number",
        ),
        pytest.param('{"version": 2, "findings": []}', "version 2 of the baseline is not known", id="a later version"),
    ],
)
def test_what_is_no_baseline(text: str, said: str) -> None:
    with pytest.raises(IgregError, match=f"b.json:? ?.*{said}"):
        parse("b.json", text)
