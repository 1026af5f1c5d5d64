"""igreg rules."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from igreg.cli import console
from igreg.errors import IgregError


def rules(
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json or markdown.")] = "text",
) -> None:
    """List every rule with its code and severity."""
    from igreg.rules._rule import catalogue, summary

    rows = [(r.code, r.name, r.severity.word, summary(r)) for r in catalogue()]
    if format == "json":
        keys = ("code", "name", "severity", "summary")
        console.write(
            json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=1) + "\n"
        )
    elif format == "markdown":
        body = "".join(f"| {code} | {name} | {severity} | {told} |\n" for code, name, severity, told in rows)
        console.write("| Code | Name | Severity | Found when |\n| --- | --- | --- | --- |\n" + body)
    elif format == "text":
        console.write("".join(f"{code}  {severity:<8} {name}\n" for code, name, severity, _ in rows))
    else:
        raise IgregError(f"--format: there is no format {format!r}", "text, json or markdown")
