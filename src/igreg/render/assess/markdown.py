"""A return as Markdown: for the paper of a meeting."""

from __future__ import annotations

from igreg.assess.assessed import Assessed
from igreg.render.assess.phrases import as_on, closing, heading, said, shows, signed, state
from igreg.render.escape.markdown import md


def assess_markdown(found: Assessed) -> str:
    """How it stands first, then the items as a table."""
    out = [f"# {md(heading(found))}", "", md(as_on(found))]
    for text in found.remarks:
        out += ["", md(text)]
    listing = False
    for line in closing(found):
        if not (listing and line.startswith("  ")):
            out.append("")
        listing = line.startswith("  ")
        out.append(f"- {md(line.strip())}" if listing else md(line))
    if found.items:
        out += ["", "| Item | What is asked | Register | State | Answer | Missing | Owner |"]
        out.append("| --- | --- | --- | --- | --- | --- | --- |")
    for one in found.items:
        answer = said(one)
        words = f"{answer} ({signed(one, found)})" if answer else ""
        row = (one.item, one.title, shows(one), state(one), words, "; ".join(one.missing), found.name(one.owner))
        out.append(f"| {' | '.join(md(text) for text in row)} |")
    return "\n".join(out) + "\n"
