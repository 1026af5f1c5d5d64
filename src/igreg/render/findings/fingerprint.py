"""A finding's fingerprint: rule, record, subject and key path, so that it survives moved lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from igreg.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One fingerprint for each finding, in order; findings that are alike in all of it are numbered."""
    seen: Counter[str] = Counter()
    out = []
    for f in findings:
        parts = [f.code, f.record or "", f.subject or "", "/".join(map(str, f.path))]
        if f.record is None:
            parts.append(f.file)
        key = "\x1f".join(parts)
        seen[key] += 1
        out.append(hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return out
