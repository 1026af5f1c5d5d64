"""The pages of the shipped packs: for each item what shows it, what is drafted, and how sure we are of the item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.facts import pack_names
from igreg.facts.frameworks import shipped
from igreg.language.english import listed
from igreg.model.packs.pack import Item, Pack
from igreg.model.packs.words import in_words
from igreg.render.escape.markdown import md

_MADE = "<!-- Made by `make docs`; change the pack, not this page. -->"
_ANSWERED = {
    "yes-no": "yes or no",
    "text": "a text",
    "document": "a document",
    "level": "a level",
}


def packs() -> list[Pack]:
    """Every shipped pack."""
    return [pack for name in pack_names() if (pack := shipped(name).sound) is not None]


def pack_pages() -> dict[str, str]:
    """A page for each shipped pack."""
    return {f"docs/frameworks/{pack.id}.md": "\n".join(_page(pack)) + "\n" for pack in packs()}


def packs_table() -> str:
    """Every shipped pack in a table, with how many items a register can show."""
    rows = [
        f"| [{pack.id}](frameworks/{pack.id}.md) | {md(str(pack.title))} | {len(pack.items)} "
        f"| {sum(bool(item.shown_by) for item in pack.items)} |"
        for pack in packs()
    ]
    return "\n".join(["| Pack | What it is | Items | A register can show |", "| --- | --- | --- | --- |", *rows])


def _page(pack: Pack) -> Iterator[str]:
    yield f"# {md(str(pack.title))}"
    yield f"\n{_MADE}\n"
    days = f"{pack.opens} to {pack.deadline}" if pack.opens and pack.deadline else "no days"
    yield f"`{pack.id}`, edition {md(str(pack.edition))}, {days}; {pack.confidence} confidence."
    yield "[All packs](../frameworks.md)\n"
    if pack.note:
        yield f"{md(pack.note)}\n"
    if pack.derived:
        yield f"{md(pack.derived)}\n"
    shown = sum(bool(item.shown_by) for item in pack.items)
    drafted = sum(bool(item.shown_by) and (item.answer is not None or item.input == "yes-no") for item in pack.items)
    yield f"{len(pack.items)} items. A register can show {shown} of them, and igreg can draft an answer to {drafted}."
    group = None
    for item in pack.items:
        if item.group != group:
            group = item.group
            found = pack.by_group.get(str(group))
            yield f"\n## {md(str(group))} {md(str(found.title)) if found else ''}".rstrip()
        yield from _item(pack, item)
    if pack.sources:
        yield "\n## Sources\n"
        yield from (f"* `{key}`: {md(text)}" for key, text in pack.sources.items())


def _item(pack: Pack, item: Item) -> Iterator[str]:
    yield f"\n### {md(str(item.id))} {md(str(item.title))}\n"
    yield f"* Asked: {_need(item.need)}; answered with {_ANSWERED[str(item.input)]}."
    if item.shown_by:
        yield "* Shown by:"
        yield from (f"  * {md(in_words(proof))}" for proof in item.shown_by)
    elif pack.derived is None:
        yield "* Only a person can say: nothing in a register shows it."
    if item.shown_by and (item.answer is not None or item.input == "yes-no"):
        yield f"* Draft: {'`' + item.answer + '`' if item.answer is not None else 'yes'}"
    for words, text in (
        ("May be set aside", item.not_applicable_when),
        ("Before", listed(item.replaces) if item.replaces else None),
        ("New in its meaning", item.changed),
        ("Note", item.note),
    ):
        if text:
            yield f"* {words}: {md(text)}"
    yield f"* How sure we are of the item: {item.confidence} ({md(listed(item.sources))})"


def _need(need: object) -> str:
    if not isinstance(need, Mapping):
        return md(f"{_word(need)} of everybody")
    rows: dict[str, list[str]] = {}
    for whom, word in need.items():
        rows.setdefault(_word(word), []).append(str(whom).replace("-", " "))
    return md("; ".join(f"{word} of {listed(who)}" for word, who in rows.items()))


def _word(word: object) -> str:
    return "not established" if word == "unknown" else str(word)
