"""Findings as GitHub annotations. GitHub shows ten of a step, so the gravest come first and the rest are counted."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.findings import CheckResult, Finding, Severity
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import plain

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """One workflow command for each finding, the gravest first."""
    ordered = sorted(result.findings, key=lambda f: -f.severity)
    return "".join(_line(f) for f in ordered)


def _line(f: Finding) -> str:
    keys = {
        "file": f.file,
        "line": str(f.line),
        "col": str(f.column),
        "endColumn": str(f.place.end_column),
        "title": f"{f.rule} ({f.code})",
    }
    about = ": ".join(part for part in (f.record, f.message) if part)
    message = f"{about}. {f.help}" if f.help else about
    properties = ",".join(f"{key}={_property(value)}" for key, value in keys.items())
    return f"::{_LEVELS[f.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    """Text of a command: line breaks as GitHub reads them, other control characters written out, as logs show them."""
    lines = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return plain(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
