"""What changed between two packs: for a terminal, for the paper of the IG group, and for machines."""

from __future__ import annotations

import json

from igreg.assess.comparison import CHANGES, Changed, Comparison
from igreg.language.characters import wrapped
from igreg.language.english import counted, long_day, some_of
from igreg.render.assess.phrases import NEEDS, REGISTER
from igreg.render.escape.csv import table
from igreg.render.escape.markdown import md
from igreg.render.escape.terminal import plain

HEADINGS = {
    "new": "New",
    "gone": "Gone",
    "renamed": "Under another number",
    "need": "Needed otherwise",
    "meaning": "New in their meaning",
}


def comparison_json(found: Comparison) -> str:
    """Everything that changed; of several changes of an item the first, and all in `changed` (ruling E64)."""
    value = {
        "version": 1,
        "today": found.today.isoformat(),
        "old": found.old,
        "new": found.new,
        "changes": [
            {
                "item": one.item,
                "change": one.change,
                "changed": list(one.changed),
                "was": one.was,
                "title": one.title,
                "need_before": one.need_before,
                "need": one.need,
                "register": one.register,
                "owner": one.owner,
                "note": one.note,
            }
            for one in found.changes
        ],
        "summary": dict(found.summary),
        "incomplete": list(found.incomplete),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def comparison_csv(found: Comparison) -> str:
    """One row an item that changed."""
    head = ("item", "change", "changed", "was", "title", "need_before", "need", "register", "owner", "note")
    return table(head, (_row(one) for one in found.changes))


def _row(one: Changed) -> tuple[str | None, ...]:
    told = (one.item, one.change, "; ".join(one.changed), one.was, one.title, one.need_before, one.need)
    return (*told, one.register, one.owner, one.note)


def comparison_text(found: Comparison, width: int) -> str:
    """What changed, under a heading for each change, as wide as the terminal."""
    out = []
    for first, text in _lines(found):
        lines = wrapped(plain(text), max(width - len(first) - 2, 10))
        out += [f"{first}{'  ' if index else ''}{line}".rstrip() for index, line in enumerate(lines or [""])]
    return "".join(f"{line}\n" for line in out)


def _lines(found: Comparison) -> list[tuple[str, str]]:
    out = [("", _title(found)), ("", _summary(found))]
    if found.derived:
        out.append(("", f"{found.old}: {found.derived}"))
    for change in CHANGES:
        ours = [one for one in found.changes if one.change == change]
        if ours:
            out += [("", ""), ("", HEADINGS[change])]
        for one in ours:
            out.append(("  ", f"{_number(one)}  {one.title}"))
            out.append(("    ", _told(one, found)))
    return out


def comparison_markdown(found: Comparison) -> str:
    """The paper for the IG group: what changes for us, what we can show already, and who would have to act."""
    out = [f"# {md(_title(found))}", "", md(_summary(found))]
    if found.derived:
        out += ["", md(f"{found.old}: {found.derived}")]
    for change in CHANGES:
        ours = [one for one in found.changes if one.change == change]
        if not ours:
            continue
        out += ["", f"## {HEADINGS[change]}", "", "| Item | What is asked | What changes | Register | Who acts |"]
        out.append("| --- | --- | --- | --- | --- |")
        for one in ours:
            row = (_number(one), one.title, _changes(one), _register(one), _owner(one, found))
            out.append(f"| {' | '.join(md(text) for text in row)} |")
    return "\n".join(out) + "\n"


def _title(found: Comparison) -> str:
    old, new = found.titles
    return f"From {old} to {new}"


def _summary(found: Comparison) -> str:
    count = found.summary
    words = (
        f"{counted(count['new'], 'item')} new, {count['gone']} gone, {count['renamed']} under another number, "
        f"{count['need']} needed otherwise, {count['meaning']} new in meaning; {count['unchanged']} as before"
    )
    whose = f"For {found.organisation}, as on {long_day(found.today)}" if found.organisation else long_day(found.today)
    lost = f" Not complete: {some_of(found.incomplete)} could not be read in full." if found.incomplete else ""
    return f"{whose}: {words}.{lost}"


def _number(one: Changed) -> str:
    return f"{one.item} (was {one.was})" if one.was is not None and one.was != one.item else one.item


def _changes(one: Changed) -> str:
    parts = []
    if one.change == "new":
        parts.append(_need(one.need))
    elif one.change == "gone":
        parts.append(f"was {_need(one.need_before)}")
    elif "need" in one.changed:
        parts.append(f"{_need(one.need_before)} before, now {_need(one.need)}")
    if one.note:
        parts.append(one.note)
    elif "meaning" in one.changed:
        parts.append("asked in other words")
    return "; ".join(parts) or "the same under another number"


def _need(word: str | None) -> str:
    return "not asked of us" if word is None else NEEDS.get(word, word)


def _register(one: Changed) -> str:
    return REGISTER.get(one.register, one.register) if one.register is not None else ""


def _owner(one: Changed, found: Comparison) -> str:
    return found.names.get(one.owner or "", one.owner or "") if one.change != "gone" else ""


def _told(one: Changed, found: Comparison) -> str:
    shown, owner = _register(one), _owner(one, found)
    parts = (_changes(one), f"the register: {shown}" if shown else "", f"acts: {owner}" if owner else "")
    return "; ".join(part for part in parts if part)
