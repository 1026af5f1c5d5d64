"""The baseline: faults that were there when a register began, set aside until they are mended. It only shrinks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from igreg.errors import IgregError
from igreg.findings import CheckResult, Finding

Key = tuple[str, str, str, str]
"""Rule code, record (or file), subject, key path: nothing that moves when lines move."""


def key(f: Finding) -> Key:
    """What a finding is known by in a baseline."""
    return (f.code, f.record or f.file, f.subject or "", json.dumps(f.path, ensure_ascii=False))


def parse(name: str, text: str) -> Counter[Key]:
    """Read a baseline; raises IgregError where it is none."""
    try:
        data: Any = json.loads(text)
        if data["version"] != 1:
            raise IgregError(f"{name}: version {data['version']!r} of the baseline is not known", "write it anew")
        return Counter(
            {
                (e["rule"], e["record"], e.get("subject", ""), json.dumps(e["path"], ensure_ascii=False)): int(
                    e["count"]
                )
                for e in data["findings"]
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise IgregError(f"{name} is not a baseline of igreg", "write one with --write-baseline") from None


def _entry_key(entry: dict[str, Any]) -> Key:
    return entry["rule"], entry["record"], entry.get("subject", ""), json.dumps(entry["path"], ensure_ascii=False)


def apply(result: CheckResult, baseline: Counter[Key]) -> CheckResult:
    """The report without what the baseline sets aside."""
    left = Counter(baseline)
    kept = []
    for finding in result.findings:
        if left[key(finding)] > 0:
            left[key(finding)] -= 1
        else:
            kept.append(finding)
    return replace(result, findings=tuple(kept), baselined=len(result.findings) - len(kept))


def shrink(findings: Iterable[Finding], before: Counter[Key] | None) -> Counter[Key]:
    """What to write: everything found where there was no baseline, else only what was in it and is still found."""
    found = Counter(key(finding) for finding in findings)
    return found if before is None else found & before


def dump(baseline: Counter[Key]) -> str:
    """The text of a baseline: one line for each entry, sorted, so that a diff shows what was mended."""
    lines = []
    for (rule, record, subject, path), count in sorted(baseline.items()):
        entry: dict[str, Any] = {"rule": rule, "record": record, "path": json.loads(path), "count": count}
        if subject:
            entry["subject"] = subject
        lines.append(json.dumps(entry, ensure_ascii=False))
    body = ",\n  ".join(lines)
    return '{"version": 1, "findings": [\n  ' + body + "\n]}\n" if lines else '{"version": 1, "findings": []}\n'
