"""The life of a record as Markdown, for minutes or an assessor's folder."""

from __future__ import annotations

from igreg.lives.shown import LifeShown
from igreg.render.escape.markdown import md
from igreg.render.life.story import story
from igreg.render.record.changed import Called


def log_markdown(life: LifeShown, called: Called) -> str:
    """A heading for each commit, and a list of what it changed; text of the register is shown and never obeyed."""
    told = story(life, called)
    out = [f"# {md(told.title)}", ""]
    if told.known_as:
        out += [md(told.known_as), ""]
    for chapter in told.chapters:
        out += [f"## {md(chapter.heading)}", ""]
        if chapter.message:
            out += [f"> {md(chapter.message)}", ""]
        said = chapter.said[:1].upper() + chapter.said[1:]
        out += [f"{md(said)}{':' if chapter.lines else '.'}", ""]
        out += [f"- {md(line)}" for line in chapter.lines]
        out += [""] if chapter.lines else []
    for remark in told.remarks:
        out += [md(remark), ""]
    return "\n".join(out)
