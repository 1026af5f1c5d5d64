"""Findings for people: what is wrong, where, and what to do; in full or one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from igreg.findings import UNREAD, CheckResult, Finding, Severity
from igreg.language.english import counted
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, folded, plain
from igreg.render.findings.alike import counted_subjects, told_together
from igreg.source.reading.lines import lines_of

_LONGEST = 110
"""Excerpts of longer lines are cut around the place that is marked; what to do stands beside the mark if it fits.

On a narrower terminal they are as much shorter.
"""
_SHORTEST = 30

_SEEN = dict.fromkeys([0x00A0, 0x2007, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200C), 0x2060, 0xFEFF], "␣")
"""Blanks that look like a space or like nothing, as they are shown where they are marked."""
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
"""How each severity is coloured."""


def text(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """Every finding with its line of the file and what to do, then the summary.

    Causes come first: files of which nothing could be read, then what is written amiss. What only follows from a file
    that is no YAML is counted under it, and what is said of several areas alike is said once (decision 114).
    """
    lines = _Lines(result.findings, texts)
    follow = dict(result.follow)
    hidden = {finding for several in follow.values() for finding in several}
    out: list[str] = []
    shown = (finding for finding in sorted(result.findings, key=rank) if finding not in hidden)
    for finding, count in told_together(shown):
        out += _finding(finding, lines, style, f": {counted_subjects(count, finding)}" if count > 1 else "")
        if finding in follow:
            count = len(follow[finding])
            goes = "it goes" if count == 1 else "they go"
            verb = "follows" if count == 1 else "follow"
            told = f"{count} more {verb} from this file: {goes} once it is put right"
            out[-1:] = [*folded(told, style.width, "    "), ""]
    if not quiet:
        out += _silenced(result, style)
        out += (line for part in summary(result, style).split("\n") for line in folded(part, style.width))
    return "\n".join(out) + "\n" if out else ""


def rank(finding: Finding) -> int:
    """How near a finding is to a cause: a file that is not read, what is written amiss, and whatever may follow."""
    if finding.rule in UNREAD:
        return 0
    if finding.severity is not Severity.ERROR or finding.code >= "IG200":
        return 4
    if finding.code >= "IG106":
        return 3
    return 1 if finding.code < "IG100" else 2


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
    where, which = _parts(f, style)
    return f"{where} {which}"


def _parts(f: Finding, style: Style) -> tuple[str, str]:
    """Where a finding is, and which."""
    where = f"{plain(f.file)}:{f.line}:{f.column}:"
    return where, f"{style.paint(f.severity.word, COLOURS[f.severity])} {style.bold(f.rule)} ({f.code})"


def _finding(f: Finding, lines: _Lines, style: Style, several: str = "") -> Iterator[str]:
    where, which = _parts(f, style)
    which += several
    length = cells(f"{where} {f.severity.word} {f.rule} ({f.code}){several}")
    yield from [f"{where} {which}"] if style.width is None or length <= style.width else [where, f"    {which}"]
    if f.record or f.title:
        yield from folded(", ".join(plain(part) for part in (f.record, f.title) if part), style.width, "    ")
    yield from folded(plain(f.message), style.width, "    ")
    line = None if f.secret else lines.get(f.file, f.line)
    if line is not None and not (line.startswith("#") and not f.path and f.column == 1):
        yield from _shown(f, line, style)
    elif f.help:
        yield from folded(plain(f.help), style.width, "    ")
    yield ""


def _shown(f: Finding, line: str, style: Style) -> Iterator[str]:
    """The line of the file, the mark under its place, and what to do."""
    number = str(f.line)
    room = _LONGEST
    if style.width is not None:
        room = max(min(_LONGEST, style.width - len(number) - len("   | ...  ...")), _SHORTEST)
    shown, at, length = _excerpt(line, f.column, f.place.end_column, room)
    yield f"  {number} | {shown}"
    mark = style.paint("^" * max(length, 1), COLOURS[f.severity])
    help, left = plain(f.help), " " * len(number)
    beside = at + length + 1 + cells(help) <= room
    yield f"  {left} | {' ' * at}{mark} {help if beside else ''}".rstrip()
    if help and not beside:
        yield from folded(help, style.width, f"  {left} = ", f"  {left}   ")


def _excerpt(line: str, column: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line to show in so much room, where the mark goes and how long it is, in cells."""
    start = max(column - 1, 0)
    end = max(min(end - 1, len(line)), start)
    first = 0 if len(line) <= room or start < room * 6 // 11 else start - room * 4 // 11
    last = min(len(line), first + room)
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
        told = f"{f.rule} ({f.code}) on {who}, until {item.until}: {plain(item.reason)} ({plain(item.exception)})"
        yield from folded(told, style.width, "  ", "    ")
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
