"""Findings as a GitLab code quality report."""

from __future__ import annotations

import json
from collections.abc import Mapping

from igreg.findings import CheckResult, Severity
from igreg.render.escape.colour import Style
from igreg.render.findings.fingerprint import fingerprints

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """A JSON list, one entry for each finding."""
    prints = fingerprints(result.findings)
    value = [
        {
            "description": f"{f.record}: {f.message}" if f.record else f.message,
            "check_name": f"{f.code} {f.rule}",
            "fingerprint": prints[i],
            "severity": _LEVELS[f.severity],
            "location": {
                "path": f.file,
                "lines": {"begin": f.line},
            },
        }
        for i, f in enumerate(result.findings)
    ]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
