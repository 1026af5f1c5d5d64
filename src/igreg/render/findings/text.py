"""Findings for people: what is wrong, where, and what to do; in full or one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from igreg.findings import UNREAD, CheckResult, Finding, Severity
from igreg.language.english import counted
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain
from igreg.source.reading.lines import lines_of

_LONGEST = 110
"""Excerpts of longer lines are cut around the place that is marked; what to do stands beside the mark if it fits."""

_SEEN = dict.fromkeys([0x00A0, 0x2007, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200C), 0x2060, 0xFEFF], "␣")
"""Blanks that look like a space or like nothing, as they are shown where they are marked."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def text(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """Every finding with its line of the file and what to do, then the summary.

    Files of which nothing could be read come first, and what only follows from one is counted under it.
    """
    lines = _Lines(result.findings, texts)
    follow = dict(result.follow)
    hidden = {finding for several in follow.values() for finding in several}
    out: list[str] = []
    for finding in sorted(result.findings, key=lambda one: one.rule not in UNREAD):
        if finding in hidden:
            continue
        out += _finding(finding, lines, style)
        if finding in follow:
            count = len(follow[finding])
            goes = "it goes" if count == 1 else "they go"
            verb = "follows" if count == 1 else "follow"
            out[-1:] = [f"    {count} more {verb} from this file: {goes} once it is put right", ""]
    if not quiet:
        out += _silenced(result, style)
        out.append(summary(result, style))
    return "\n".join(out) + "\n" if out else ""


def concise(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """One line for each finding: path:line:col: severity name (CODE) message."""
    out = []
    for f in result.findings:
        who = f" [{plain(f.record)}]" if f.record else ""
        out.append(f"{_head(f, style)}{who} {plain(f.message)}")
    if not quiet:
        out.append(summary(result, style))
    return "\n".join(out) + "\n" if out else ""


def summary(result: CheckResult, style: Style) -> str:
    """Counts by severity, what was read, and the exceptions in force."""
    counts = [(severity, result.count(severity)) for severity in reversed(Severity)]
    told = ", ".join(counted(n, s.word, s.word if s is Severity.INFO else "") for s, n in counts if n)
    found = told or "nothing found"
    read = f"{counted(result.records, 'record')} in {counted(result.files, 'file')}"
    parts = [f"{style.bold(found)}; {read} read, as on {result.today}"]
    if result.exceptions:
        parts.append(
            f"{counted(result.exceptions, 'exception')} in force, {counted(len(result.silenced), 'finding')} silenced"
        )
    if result.baselined:
        parts.append(f"{counted(result.baselined, 'finding')} in the baseline")
    return "\n".join(f"{part}." for part in parts)


def _head(f: Finding, style: Style) -> str:
    where = f"{plain(f.file)}:{f.line}:{f.column}:"
    return f"{where} {style.paint(f.severity.word, _COLOURS[f.severity])} {style.bold(f.rule)} ({f.code})"


def _finding(f: Finding, lines: _Lines, style: Style) -> Iterator[str]:
    yield _head(f, style)
    if f.record or f.title:
        yield "    " + ", ".join(plain(part) for part in (f.record, f.title) if part)
    yield f"    {plain(f.message)}"
    line = None if f.secret else lines.get(f.file, f.line)
    if line is not None:
        number = str(f.line)
        shown, at, length = _excerpt(line, f.column, f.place.end_column)
        yield f"  {number} | {shown}"
        mark = style.paint("^" * max(length, 1), _COLOURS[f.severity])
        help, left = plain(f.help), " " * len(number)
        beside = at + length + 1 + cells(help) <= _LONGEST
        yield f"  {left} | {' ' * at}{mark} {help if beside else ''}".rstrip()
        if help and not beside:
            yield f"  {left} = {help}"
    elif f.help:
        yield f"    {plain(f.help)}"
    yield ""


def _excerpt(line: str, column: int, end: int) -> tuple[str, int, int]:
    """The part of a line to show, where the mark goes and how long it is, in cells."""
    start = max(column - 1, 0)
    end = max(min(end - 1, len(line)), start)
    first = 0 if len(line) <= _LONGEST or start < 60 else start - 40
    last = min(len(line), first + _LONGEST)
    before = ("... " if first else "") + plain(line[first:start])
    marked = plain(line[start : min(end, last)].translate(_SEEN))
    after = plain(line[min(end, last) : last]) + (" ..." if last < len(line) else "")
    return before + marked + after, cells(before), cells(marked)


def _silenced(result: CheckResult, style: Style) -> Iterator[str]:
    if not result.silenced:
        return
    yield style.bold("Explained by exceptions:")
    for item in result.silenced:
        f = item.finding
        who = plain(f.record or f.subject or f.file)
        yield f"  {f.rule} ({f.code}) on {who}, until {item.until}: {plain(item.reason)} ({plain(item.exception)})"
    yield ""


class _Lines:
    """The lines that findings stand on; each file is gone through once."""

    def __init__(self, findings: Iterable[Finding], texts: Mapping[str, str]) -> None:
        numbers: dict[str, set[int]] = {}
        for finding in findings:
            if not finding.secret:
                numbers.setdefault(finding.file, set()).add(finding.line)
        self.lines = {file: lines_of(texts[file], wanted) for file, wanted in numbers.items() if file in texts}

    def get(self, file: str, line: int) -> str | None:
        found = self.lines.get(file, {}).get(line, "")
        return found if found.strip() else None
