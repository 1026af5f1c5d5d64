"""The life of a record as Markdown, for minutes or an assessor's folder."""

from __future__ import annotations

from igreg.lives.shown import LifeShown
from igreg.render.escape.markdown import prose
from igreg.render.life.story import story
from igreg.render.record.changed import Called


def log_markdown(life: LifeShown, called: Called) -> str:
    """A heading for each commit, and a list of what it changed; text of the register is shown and never obeyed."""
    told = story(life, called)
    out = [f"# {prose(told.title)}", ""]
    if told.known_as:
        out += [prose(told.known_as), ""]
    for chapter in told.chapters:
        out += [f"## {prose(chapter.heading)}", ""]
        if chapter.message:
            out += [f"> {prose(chapter.message)}", ""]
        said = chapter.said[:1].upper() + chapter.said[1:]
        out += [f"{prose(said)}{':' if chapter.lines else '.'}", ""]
        out += [f"- {prose(line)}" for line in chapter.lines]
        out += [""] if chapter.lines else []
    for remark in told.remarks:
        out += [prose(remark), ""]
    return "\n".join(out)
