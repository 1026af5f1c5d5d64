"""Findings as Markdown, for a job summary, a pull request or an issue."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.findings import CheckResult, Severity
from igreg.render.escape.colour import Style
from igreg.render.escape.markdown import code, md
from igreg.render.findings.text import summary


def markdown(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """A table for each severity, the exceptions in force, and the summary."""
    out = ["# Check of the register", "", *(f"{md(line)}  " for line in summary(result, Style()).splitlines()), ""]
    for severity in reversed(Severity):
        found = [f for f in result.findings if f.severity is severity]
        if not found:
            continue
        out += [f"## {severity.word.capitalize()} ({len(found)})", ""]
        out += ["| Where | Rule | Record | What is wrong | What to do |", "| --- | --- | --- | --- | --- |"]
        for f in found:
            record = " ".join(part for part in (code(f.record) if f.record else "", md(f.title or "")) if part)
            where = code(f"{f.file}:{f.line}")
            out.append(f"| {where} | {f.rule} ({f.code}) | {record} | {md(f.message)} | {md(f.help)} |")
        out.append("")
    if result.silenced:
        out += ["## Explained by exceptions", "", "| Rule | Record | Exception | Until | Reason |"]
        out.append("| --- | --- | --- | --- | --- |")
        for item in result.silenced:
            f = item.finding
            who = code(f.record or f.subject or f.file)
            out.append(f"| {f.rule} ({f.code}) | {who} | {code(item.exception)} | {item.until} | {md(item.reason)} |")
        out.append("")
    return "\n".join(out)
