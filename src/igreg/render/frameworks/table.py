"""Packs for people: a table of them, and one pack with its items; below one another where the terminal is narrow."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from igreg.facts.frameworks import ReadPack
from igreg.language.english import counted, listed
from igreg.model.packs.pack import Group, Item, Pack, as_list
from igreg.model.packs.words import in_words
from igreg.render.escape.terminal import plain

if TYPE_CHECKING:
    from rich.table import Table

NARROW = 72
"""Below so many columns rows stand below one another."""


def packs_table(packs: Sequence[ReadPack], today: dt.date, *, width: int, quiet: bool = False) -> str:
    """Every pack with its edition, its days, where it is from and how sure that is."""
    if width < NARROW:
        lines = [line for one in packs for line in (*_stacked(one, today, width), "")]
        text = "\n".join(lines)
    else:
        text = _in_table(packs, today, width)
    return text if quiet else f"{text}{counted(len(packs), 'pack')}; `igreg frameworks PACK` prints one\n"


def _in_table(packs: Sequence[ReadPack], today: dt.date, width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table: Table = Table(box=box.SIMPLE_HEAD, width=width, pad_edge=False, show_edge=False)
    for name, ratio in (("Pack", 4), ("What it is, and where from", 8), ("Edition", 2), ("Days", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for name in ("Items", "Confidence"):
        table.add_column(name, min_width=len(name))
    for read in packs:
        pack = read.pack
        title = plain(_title(read))
        if pack is None:
            table.add_row(plain(read.name), title, "", "", "", "")
            continue
        cells = (plain(pack.edition or ""), _days(pack, today), str(len(pack.items)), pack.confidence or "not said")
        table.add_row(plain(read.name), f"{title}\n{plain(_from(pack))}".rstrip(), *cells)
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, highlight=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def _stacked(read: ReadPack, today: dt.date, width: int) -> Iterator[str]:
    yield plain(read.name)
    yield from _indented(plain(_title(read)), width)
    if read.pack is not None:
        days = _days(read.pack, today)
        yield from _indented(plain(_from(read.pack)), width)
        facts = f"edition {read.pack.edition}; {days}; {counted(len(read.pack.items), 'item')}; "
        yield from _indented(plain(f"{facts}{read.pack.confidence or 'no'} confidence"), width)


def _title(read: ReadPack) -> str:
    title = (read.pack.title if read.pack is not None else None) or "cannot be read"
    if read.own:
        title += " (yours)"
    if read.faults:
        title += f": {counted(len(read.faults), 'fault')}, see `igreg check`"
    elif read.pack is not None and read.pack.derived:
        title += " (for comparison only)"
    return title


def _from(pack: Pack) -> str:
    """Who asks, and the keys of the sources."""
    keys = ", ".join(as_list(pack.source))
    who = f"from {pack.publisher}" if pack.publisher else "from" if keys else ""
    return f"{who} ({keys})" if keys and pack.publisher else f"{who} {keys}".strip()


def _days(pack: Pack, today: dt.date) -> str:
    if pack.deadline is None:
        return "no days" if pack.opens is None else f"from {pack.opens}"
    days = f"{pack.opens} to {pack.deadline}" if pack.opens else f"until {pack.deadline}"
    if pack.is_open(today):
        return f"{days}, open"
    return f"{days}, closed" if pack.deadline < today else f"{days}, not open yet"


def pack_text(read: ReadPack, today: dt.date, *, width: int) -> str:
    """One pack: what it is, and each item with its need and what shows it."""
    pack = read.pack
    if pack is None:
        return f"{plain(_title(read))}\n"
    lines = [*textwrap.wrap(plain(f"{read.name}: {_title(read)}"), width)]
    said = [pack.publisher, f"edition {pack.edition}", _days(pack, today), f"{pack.confidence or 'no'} confidence"]
    lines += textwrap.wrap(plain("; ".join(one for one in said if one)), width)
    whom = f"for {listed(pack.applies_to)}" if pack.applies_to else "for everybody"
    lines += textwrap.wrap(plain(whom + (f"; from {', '.join(as_list(pack.source))}" if pack.source else "")), width)
    lines += textwrap.wrap(plain(pack.note), width) if pack.note else []
    lines += ["", "What can be reached, the best last: " + plain("; ".join(one.title or "" for one in pack.statuses))]
    lines = [folded for line in lines for folded in textwrap.wrap(line, width) or [""]]
    above: list[str] = []
    for item in pack.items:
        heads = _headings(pack.by_group, item)
        lines += [folded for one in _new(heads, above) for folded in textwrap.wrap(one, width) or [""]]
        above = heads
        lines += _item(item, width)
    if pack.sources:
        lines += ["", "Sources"]
        for key, text in pack.sources.items():
            lines += textwrap.wrap(plain(f"{key}: {text}"), width, initial_indent="  ", subsequent_indent="    ")
    return "\n".join([*lines, ""])


def _headings(groups: Mapping[str, Group], item: Item) -> list[str]:
    """The groups that an item stands under, the widest first."""
    out: list[str] = []
    at, seen = groups.get(item.group or ""), set[str]()
    while at is not None and at.id not in seen:
        seen.add(at.id or "")
        out.append(f"{at.id} {at.title}")
        at = groups.get(at.part_of or "")
    return out[::-1]


def _new(heads: Sequence[str], above: Sequence[str]) -> Iterator[str]:
    for depth, head in enumerate(heads):
        if list(above[: depth + 1]) != list(heads[: depth + 1]):
            yield ""
            yield plain(head)


def _item(item: Item, width: int) -> Iterator[str]:
    yield from _indented(plain(f"{item.id}  {item.title}"), width)
    said = [_rows(item.need), f"answered by {_INPUT.get(item.input or '', item.input)}"]
    if item.max_age:
        said.append(f"no older than {item.max_age}")
    said.append(f"{item.confidence or 'no'} confidence ({', '.join(item.sources) or 'no source'})")
    yield from _indented(plain("; ".join(said)), width, 6)
    for proof in item.shown_by:
        yield from _indented(plain(f"shown by: {in_words(proof)}"), width, 6)


_INPUT = {"yes-no": "yes or no", "level": "a level", "document": "a document", "text": "a text"}


def _rows(rows: Any) -> str:
    if not isinstance(rows, Mapping):
        return str(rows)
    by_word: dict[str, list[str]] = {}
    for whom, word in rows.items():
        by_word.setdefault(str(word), []).append(str(whom))
    return ", ".join(f"{word} for {listed(whom)}" for word, whom in by_word.items())


def _indented(text: str, width: int, by: int = 2) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=" " * by, subsequent_indent=" " * by)
