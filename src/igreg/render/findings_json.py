"""Findings for machines: the JSON of version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from igreg.findings import Finding, Report, Severity
from igreg.render.style import Style


def as_json(report: Report, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """The whole report as one JSON object."""
    value = {
        "version": 1,
        "today": report.today,
        "findings": [finding(f) for f in report.findings],
        "silenced": silenced(report),
        "summary": summary(report),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_jsonl(report: Report, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """One JSON object a line: a line for each finding."""
    return "".join(json.dumps(finding(f), ensure_ascii=False) + "\n" for f in report.findings)


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


def silenced(report: Report) -> list[dict[str, Any]]:
    """What exceptions in force explain away."""
    out = []
    for item in report.silenced:
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


def summary(report: Report) -> dict[str, int]:
    """Counts by severity, and what was read."""
    value = {severity.word: report.count(severity) for severity in reversed(Severity)}
    value |= {"records": report.records, "files": report.files}
    if report.baselined:
        value["baselined"] = report.baselined
    return value
