"""What a change to a register's files would bring: findings that are there after it and were not before."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from igreg.check.baseline import key
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Finding, Severity
from igreg.register.read import reread
from igreg.register.register import Register


def new_findings(register: Register, texts: Mapping[str, str], now: dt.datetime, settings: Config) -> list[Finding]:
    """The findings of the register with these texts that it does not have as it stands, each as often as it is new.

    A record without an id is called by what it says: where that was changed, the same words of the same line count.
    """
    found = check(reread(register, texts), now, settings).findings
    return _more(_asked_again(register, found, now, settings), found) if found else []


def compared(
    before: Register, after: Register, now: dt.datetime, settings: Config
) -> tuple[list[Finding], list[Finding]]:
    """The findings that the second state has and the first has not, and the other way round, judged at one moment."""
    was, is_now = (check(register, now, settings).findings for register in (before, after))
    return _more(was, is_now), _more(is_now, was)


def new_errors(before: Register, after: Register, now: dt.datetime, settings: Config) -> list[Finding]:
    """The errors alone that the second state has and the first has not; of the first, only their rules are asked."""
    found = [one for one in check(after, now, settings).findings if one.severity is Severity.ERROR]
    if not found:
        return []
    return _more(_asked_again(before, found, now, settings), found)


def _asked_again(register: Register, found: Iterable[Finding], now: dt.datetime, settings: Config) -> Sequence[Finding]:
    """What the rules of some findings find in a register; all others have nothing to compare with."""
    rules = tuple(sorted({one.code for one in found}))
    return check(register, now, replace(settings, select=rules, ignore=(), extend_select=())).findings


def _more(known: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """Those that were found and not known, each as often as it is new."""
    before: dict[object, list[Finding]] = {}
    for finding in known:
        before.setdefault(key(finding), []).append(finding)
    left = []
    for finding in found:
        same = before.get(key(finding))
        if same:
            same.pop()
        else:
            left.append(finding)
    lines = Counter(_line(finding) for findings in before.values() for finding in findings)
    out = []
    for finding in left:
        if lines[_line(finding)] > 0:
            lines[_line(finding)] -= 1
        else:
            out.append(finding)
    return out


def _line(finding: Finding) -> tuple[str, str, int, str]:
    return finding.code, finding.file, finding.place.line, finding.message
