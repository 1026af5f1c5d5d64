"""The whole story of an item: what is asked, what shows it, what is missing, what to do, the draft, the answer."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.assess.assessed import Assessed, AssessedItem
from igreg.language.characters import wrapped
from igreg.render.assess.phrases import INPUTS, as_on, heading, said, shows, signed, state, to_do
from igreg.render.escape.colour import Style
from igreg.render.escape.markdown import md
from igreg.render.escape.terminal import plain

Part = tuple[str, list[str]]
"""A heading, and the sentences under it."""


def story_text(found: Assessed, width: int, style: Style) -> str:
    """Every chosen item in full."""
    out = [line.rstrip() for text in (heading(found), as_on(found)) for line in wrapped(plain(text), width)]
    for text in found.remarks:
        out += [line.rstrip() for line in wrapped(plain(text), width)]
    for one in found.items:
        out.append("")
        out += [style.bold(line.rstrip()) for line in wrapped(plain(f"{one.item} {one.title}"), width)]
        for name, lines in parts(one, found):
            out.append(f"  {name}")
            for text in lines:
                for index, line in enumerate(wrapped(plain(text), max(width - 6, 10))):
                    out.append(f"    {'  ' if index else ''}{line}".rstrip())
    return "".join(f"{line}\n" for line in out)


def story_markdown(found: Assessed) -> str:
    """The same as Markdown."""
    out = [f"# {md(heading(found))}", "", md(as_on(found))]
    for text in found.remarks:
        out += ["", md(text)]
    for one in found.items:
        out += ["", f"## {md(f'{one.item} {one.title}')}"]
        for name, lines in parts(one, found):
            out += ["", f"**{md(name)}**", "", *(f"- {md(line)}" for line in lines)]
    return "\n".join(out) + "\n"


def parts(one: AssessedItem, found: Assessed) -> Iterator[Part]:
    """What is said of an item, part by part; a part of which there is nothing to say is left out."""
    every = (
        ("Asked", list(_asked(one, found))),
        ("State", [f"{state(one)}; the register: {shows(one)}", *_stale(one)]),
        ("Answer", list(_answer(one, found))),
        ("Shown by", [_evidence(record.record, record.why, found) for record in one.evidence]),
        ("Missing", list(one.missing)),
        ("Draft", one.draft.split("\n") if one.draft else []),
        ("To do", list(to_do(one, found)) if one.is_gap or one.not_offered else []),
        ("Answered before", [_earlier(e.assessment, e.item, e.answer, e.by, str(e.on), found) for e in one.earlier]),
        ("History of the answer", list(found.history.get(one.item, ()))),
        ("About the item", [f"{label}: {text}" for label, text in one.facts]),
    )
    yield from ((name, lines) for name, lines in every if lines)


def _asked(one: AssessedItem, found: Assessed) -> Iterator[str]:
    group = found.groups.get(one.group, one.group)
    needed = "whether it is needed is not established" if one.need == "unknown" else one.need
    yield f"{group}; answered with {INPUTS.get(one.input, one.input)}; {needed}"
    if one.levels:
        level = f"needed is {one.level}" if one.level else "which is needed is not established"
        yield f"Levels: {', '.join(one.levels)}; {level}"
    if one.approaching:
        yield "It counts for approaching the standards, too."
    if one.max_age:
        yield f"An answer counts for {one.max_age}."
    if one.owner is not None:
        yield f"Answered by: {found.name(one.owner)}"


def _stale(one: AssessedItem) -> Iterator[str]:
    if one.stale_since is not None:
        yield f"The answer counted to {one.stale_since}."


def _answer(one: AssessedItem, found: Assessed) -> Iterator[str]:
    words = said(one)
    if words:
        yield from words.split("\n")
        yield signed(one, found)
    if one.not_offered:
        yield "The toolkit does not offer to set this one aside."
    yield from (f"Document: {path}" for path in one.documents)
    if one.notes:
        yield f"Notes: {one.notes}"


def _evidence(record: str, why: str, found: Assessed) -> str:
    cited = found.cited.get(record)
    if cited is None:
        return f"{record}: {why}"
    owner = f", of {found.name(cited.owner)}" if cited.owner and cited.owner != record else ""
    title = f" {cited.title}" if cited.title != record else ""
    return f"{record}{title}: {why}{owner} ({cited.file}:{cited.line})"


def _earlier(assessment: str, item: str, answer: str, by: str | None, on: str, found: Assessed) -> str:
    return f"{assessment}, {item}: {answer} ({found.name(by)}, {on})"
