"""Findings for machines: the JSON of version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from igreg.findings import CheckResult, Finding, Severity
from igreg.render.escape.colour import Style


def as_json(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """The whole report as one JSON object; `incomplete` names the files that could not be read in full, if any."""
    value: dict[str, Any] = {
        "version": 1,
        "today": str(result.today),
        "findings": [finding(f) for f in result.findings],
        "silenced": silenced(result),
        "summary": summary(result),
    }
    if result.incomplete:
        value["incomplete"] = list(result.incomplete)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_jsonl(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """One JSON object a line: a line for each finding."""
    return "".join(json.dumps(finding(f), ensure_ascii=False) + "\n" for f in result.findings)


def finding(f: Finding) -> dict[str, Any]:
    """One finding; `subject` is there where the finding has one."""
    value: dict[str, Any] = {
        "rule": f.rule,
        "code": f.code,
        "severity": f.severity.word,
        "file": f.file,
        "line": f.line,
        "column": f.column,
        "record": f.record,
        "title": f.title,
        "path": list(f.path),
        "message": f.message,
        "help": f.help,
    }
    if f.subject is not None:
        value["subject"] = f.subject
    return value


def silenced(result: CheckResult) -> list[dict[str, Any]]:
    """What exceptions in force explain away."""
    out = []
    for item in result.silenced:
        value: dict[str, Any] = {
            "rule": item.finding.rule,
            "record": item.finding.record,
            "exception": item.exception,
            "until": item.until,
        }
        if item.finding.subject is not None:
            value["subject"] = item.finding.subject
        out.append(value)
    return out


def summary(result: CheckResult) -> dict[str, int]:
    """Counts by severity, and what was read."""
    value = {severity.word: result.count(severity) for severity in reversed(Severity)}
    value |= {"records": result.records, "files": result.files}
    if result.baselined:
        value["baselined"] = result.baselined
    return value
