"""Findings as JUnit XML: each file is a suite; errors and warnings are failures, info is output."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from igreg.findings import CheckResult, Finding, Severity
from igreg.render.escape.colour import Style
from igreg.render.escape.xml import attribute, content


def junit(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """A test suite for each file with findings; one passing case where nothing was found."""
    files: dict[str, list[Finding]] = defaultdict(list)
    for f in result.findings:
        files[f.file].append(f)
    failed = sum(1 for f in result.findings if f.severity is not Severity.INFO)
    skipped = len(result.silenced)
    cases = max(len(result.findings) + skipped, 1)
    out = ['<?xml version="1.0" encoding="UTF-8"?>']
    out.append(f'<testsuites name="igreg check" tests="{cases}" failures="{failed}" errors="0" skipped="{skipped}">')
    for file, found in sorted(files.items()):
        bad = sum(1 for f in found if f.severity is not Severity.INFO)
        out.append(f'  <testsuite name={attribute(file)} tests="{len(found)}" failures="{bad}" errors="0" skipped="0">')
        out += [_case(f) for f in found]
        out.append("  </testsuite>")
    if result.silenced:
        out.append(f'  <testsuite name="exceptions" tests="{skipped}" failures="0" errors="0" skipped="{skipped}">')
        for item in result.silenced:
            why = attribute(f"{item.exception}, until {item.until}: {item.reason}")
            out.append(f"    <testcase {_names(item.finding)}><skipped message={why}/></testcase>")
        out.append("  </testsuite>")
    if cases == 1 and not result.findings and not result.silenced:
        out.append('  <testsuite name="register" tests="1" failures="0" errors="0" skipped="0">')
        out.append('    <testcase classname="register" name="nothing found"/>')
        out.append("  </testsuite>")
    out.append("</testsuites>")
    return "\n".join(out) + "\n"


def _names(f: Finding) -> str:
    who = f.record or f.subject or f.file
    return f"classname={attribute(f.file)} name={attribute(f'{f.rule} ({f.code}) {who}')}"


def _case(f: Finding) -> str:
    told = f"{f.file}:{f.line}:{f.column}: {f.severity.word} {f.rule} ({f.code})\n{f.message}\n{f.help}"
    if f.severity is Severity.INFO:
        return f"    <testcase {_names(f)}><system-out>{content(told)}</system-out></testcase>"
    kind = f.severity.word
    return (
        f"    <testcase {_names(f)}><failure type={attribute(kind)} message={attribute(f.message)}>"
        f"{content(told)}</failure></testcase>"
    )
