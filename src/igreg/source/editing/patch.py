"""Patches to one piece of text by the marks of its nodes: what stands in lines of its own.

What stands in brackets is in `brackets.py`. A new key or item looks like its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from igreg.findings import KeyPath
from igreg.source.editing import brackets
from igreg.source.editing.change import Append, Delete, EditError, Set
from igreg.source.editing.hand import Hand
from igreg.source.editing.inline import inline, quoted
from igreg.source.editing.look import Look, look_of
from igreg.source.editing.marks import child, content_end, dash_of, is_empty, kind


def patch(text: str, node: Any, path: KeyPath, change: Set | Append | Delete, newline: str) -> str:
    """The text with one change made below a node. Raises EditError where it cannot be made on its own."""
    return _Patch(text, newline).change(node, path, change)


def append_records(text: str, node: Any, records: Iterable[Mapping[str, Any]], newline: str, *, apart: bool) -> str:
    """The text with records at the end of a list, each written as the one before them; `apart` by an empty line."""
    last = node.value[-1]
    look = look_of(last)
    if node.flow_style:
        return brackets.put(text, node, content_end(text, node), list(Hand(look, "", "").braces(records)))
    hand = Hand(look, *dash_of(node))
    write = hand.lines if kind(last) != "mapping" or not last.flow_style else hand.braces
    lines = (line for one in records for line in ("", *write([one]))) if apart else write(records)
    return _Patch(text, newline).after(node, lines, own=node.start_mark.column)


def append_lines(text: str, node: Any, lines: Iterable[str], newline: str) -> str:
    """The text with one item at the end of a list, written in these lines."""
    return _Patch(text, newline).after(node, dashed(*dash_of(node), lines), own=node.start_mark.column)


def dashed(indent: str, dash: str, lines: Iterable[str]) -> list[str]:
    """The lines of an item with its dash before the first of them."""
    first, *more = lines
    return [f"{indent}{dash}{first}", *(indent + " " * len(dash) + line for line in more)]


def item(indent: str, dash: str, value: Any, *, in_lines: bool) -> list[str]:
    """The lines of an item of a list; a mapping in lines has one for each key."""
    if not (in_lines and isinstance(value, Mapping) and value):
        return [f"{indent}{dash}{inline(value)}"]
    return dashed(indent, dash, [line for key, one in value.items() for line in pair(key, one)])


def pair(key: Any, value: Any) -> list[str]:
    """The lines of a key and its value; a list of mappings, or a long one, has a line for each item."""
    return Look().pair(key, value)


_COMMENT_BELOW = re.compile(r"(?:\r?\n[ \t]*+)*?\r?\n( *+)#[^\r\n]*+")


class _Patch:
    def __init__(self, text: str, newline: str) -> None:
        self.text, self.newline = text, newline

    def change(self, node: Any, path: KeyPath, change: Set | Append | Delete) -> str:
        """Walk down as far as the path is there, then patch."""
        parent, key, depth = None, None, 0
        for step in path:
            found = child(node, step)
            if found is None:
                break
            parent, (key, node) = node, found
            depth += 1
        rest = path[depth:]
        if isinstance(change, Delete):
            return self.text if rest else self.delete(parent, key, node)
        if isinstance(change, Append) and not rest and kind(node) == "sequence":
            return self.append(node, change.value)
        value = [change.value] if isinstance(change, Append) else change.value
        for step in reversed(rest[1:]):
            value = {step: value}
        if not rest or is_empty(node):
            return self.replace(node, {rest[0]: value} if rest else value)
        if kind(node) != "mapping":
            raise EditError(f"`{path[depth - 1]}` has no fields of its own")
        return self.insert(node, str(rest[0]), value)

    def replace(self, node: Any, value: Any) -> str:
        """Another value in the place of one."""
        start, end = node.start_mark.index, node.end_mark.index
        style = node.style if kind(node) == "scalar" else None
        if style in ("|", ">"):
            return self.grow(node, value) or self.instead(node, value)
        if kind(node) != "scalar" and not node.flow_style:
            raise EditError("the value has lines of its own; change it by hand")
        written = quoted(value, style) if style in ("'", '"') and isinstance(value, str) else inline(value)
        before = " " if start == end and self.text[start - 1 : start] in (":", "-") else ""
        return self.text[:start] + before + written + self.text[end:]

    def instead(self, node: Any, value: Any) -> str:
        """Another value in the place of a block text; a comment behind its mark stays, and so does what follows it.

        A text of several lines is a block text again, as far indented; everything else goes on the key's own line.
        """
        start = node.start_mark.index
        first = self.text.find("\n", start)
        first = len(self.text) if first < 0 else first
        head = self.text[start:first].removesuffix("\r")
        mark = head.split()[0]
        end = max(content_end(self.text, node), start + len(head))
        lines = value.removesuffix("\n").split("\n") if isinstance(value, str) else []
        if len(lines) < 2 or any(line != line.rstrip() or "\r" in line for line in lines) or not lines[-1]:
            return self.text[:start] + inline(value) + head[len(mark) :] + self.text[end:]
        body = next((line for line in self.text[first + 1 : end].split("\n") if line.strip()), "")
        indent = " " * (len(body) - len(body.lstrip(" ")))
        is_open = value.endswith("\n") and "\n" not in self.text[end:]
        if not indent or is_open or lines[0].startswith(" ") or not lines[0]:
            return self.text[:start] + inline(value) + head[len(mark) :] + self.text[end:]
        chomp = "" if value.endswith("\n") else "-"
        gap = self.line_end(start)
        block = gap.join(indent + line if line else "" for line in lines)
        return self.text[:start] + "|" + chomp + head[len(mark) :] + gap + block + self.text[end:]

    def grow(self, node: Any, value: Any) -> str | None:
        """A block text that goes on: its last line, or more lines after it; nothing where it becomes another one."""
        had = str(node.value)
        base = had.rstrip("\n")
        tail = had[len(base) :]
        if not (isinstance(value, str) and value.startswith(base) and value.endswith(tail) and base):
            return None
        at = len(self.text[: node.end_mark.index].rstrip(" \r\n"))
        line = self.text[self.text.rfind("\n", 0, at) + 1 : at]
        indent = line[: len(line) - len(line.lstrip(" "))]
        first, *more = value[len(base) : len(value) - len(tail)].split("\n")
        gap = self.line_end(at) * (2 if node.style == ">" else 1)
        added = first + "".join(gap + (indent + part if part else "") for part in more)
        return self.text[:at] + added + self.text[at:]

    def insert(self, node: Any, key: str, value: Any) -> str:
        """A new key at the end of a mapping."""
        if node.flow_style:
            return brackets.insert(self.text, node, content_end(self.text, node), key, value)
        indent = " " * node.value[0][0].start_mark.column
        lines = [indent + line for line in pair(key, value)]
        if self.is_open(node):
            return self.before(node.value[-1][0], lines)
        return self.after(node, lines)

    def is_open(self, node: Any) -> bool:
        """Whether the text ends in a block text of this mapping with no line end, which a new line would add to it."""
        last = node.value[-1][1]
        return kind(last) == "scalar" and last.style in ("|", ">") and not self.text.endswith("\n")

    def before(self, key: Any, lines: list[str]) -> str:
        """New lines before the line of a key; after its neighbours all the same where it begins a record."""
        at = self.text.rfind("\n", 0, key.start_mark.index) + 1
        if self.text[at : key.start_mark.index].strip():
            raise EditError("the file's last line has no end, and one would change a text; add it by hand")
        return self.text[:at] + "".join(line + self.newline for line in lines) + self.text[at:]

    def append(self, node: Any, *values: Any) -> str:
        """New items at the end of a list, written like the one before them."""
        if node.flow_style:
            (value,) = values
            return brackets.append(self.text, node, content_end(self.text, node), value)
        last = node.value[-1]
        indent, dash = dash_of(node)
        in_lines = kind(last) == "mapping" and not last.flow_style
        return self.after(node, [line for value in values for line in item(indent, dash, value, in_lines=in_lines)])

    def delete(self, parent: Any, key: Any, node: Any) -> str:
        """A key and its value gone, or an item of a list, with the lines they stood on."""
        if parent is not None and key is None:
            return self.drop(parent, node)
        if parent is None:
            raise EditError("only a key can be taken away")
        if parent.flow_style:
            ends = [content_end(self.text, value) for _, value in parent.value]
            return brackets.delete(self.text, parent, [k is key for k, _ in parent.value].index(True), ends)
        start, end = key.start_mark.index, content_end(self.text, node)
        line_start = self.text.rfind("\n", 0, start) + 1
        if self.text[line_start:start].strip():
            raise EditError("the key shares its line with the record's beginning; change it by hand")
        line_end = self.text.find("\n", end)
        return self.text[:line_start] + ("" if line_end < 0 else self.text[line_end + 1 :])

    def drop(self, parent: Any, node: Any) -> str:
        """An item of a list gone; a comment above it stays."""
        if parent.flow_style:
            ends = [content_end(self.text, value) for value in parent.value]
            return brackets.delete(self.text, parent, [one is node for one in parent.value].index(True), ends)
        line_start = self.text.rfind("\n", 0, node.start_mark.index) + 1
        if len(parent.value) == 1 or self.text[line_start : node.start_mark.index].strip() != "-":
            raise EditError("the item cannot be taken out of its list on its own; change it by hand")
        line_end = self.text.find("\n", content_end(self.text, node))
        return self.text[:line_start] + ("" if line_end < 0 else self.text[line_end + 1 :])

    def after(self, node: Any, lines: Iterable[str], *, own: int | None = None) -> str:
        """New lines after the line on which the last of a node's content stands, its comment included.

        With `own`, where the dashes of a list stand, also after the comments below that are set in further: they are of
        its last item, such as the fields that nobody has filled in yet.
        """
        end = content_end(self.text, node)
        newline = self.line_end(end)
        at = self.text.find(newline, end)
        at = len(self.text) if at < 0 else at
        while own is not None and (found := _COMMENT_BELOW.match(self.text, at)) and len(found[1]) > own:
            at = found.end()
        return self.text[:at] + newline + newline.join(lines) + self.text[at:]

    def line_end(self, at: int) -> str:
        """How the line of a place ends, so that it stays as it is where a file mixes line ends."""
        end = self.text.find("\n", at)
        if end < 0:
            return self.newline
        return "\r\n" if self.text[end - 1 : end] == "\r" else "\n"
