"""From what is asked to the bytes of a report: its values, the paper of them, its pictures, and the format."""

from __future__ import annotations

from typing import Any

from igreg.report.asked import Asked
from igreg.report.kind import Report


def report_bytes(name: str, wanted: Report[Any], asked: Asked, format: str) -> bytes:
    """A report as a file."""
    values = wanted.values(asked)
    if format == "json":
        from igreg.render.report.json import report_json

        return report_json(name, values).encode()
    paper = wanted.paper_for(values, format)
    if format == "markdown":
        from igreg.render.report.markdown import report_markdown

        return report_markdown(paper).encode()
    if format == "html":
        from igreg.render.report.html import report_html

        return report_html(paper).encode()
    raise ValueError(format)
