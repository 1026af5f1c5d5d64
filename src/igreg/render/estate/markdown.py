"""Many registers as Markdown: for the paper of a meeting."""

from __future__ import annotations

from igreg.estate.view import Estate
from igreg.render.escape.markdown import md
from igreg.render.estate.story import story


def estate_markdown(found: Estate) -> str:
    """The summary first, then a table a section, with every row."""
    told = story(found)
    out = [f"# {md(told.title)}", ""]
    for text in told.summary:
        out += [md(text), ""]
    for text in told.warnings:
        out += [f"**To know:** {md(text)}", ""]
    for section in told.sections:
        out += [f"## {md(section.heading)}", ""]
        out.append(f"| {' | '.join(md(one.heading) for one in section.columns)} |")
        out.append(f"| {' | '.join('---:' if one.is_number else '---' for one in section.columns)} |")
        out += [f"| {' | '.join(md(cell) for cell in row)} |" for row in section.paper]
        out.append("")
        if section.left_out:
            out += [md(section.left_out), ""]
        if note := section.note():
            out += [md(note), ""]
    return "\n".join(out)
