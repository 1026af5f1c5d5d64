"""Slips of the pen that are YAML all the same, of another meaning: a key with its value, a text for a list."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_BULLETS = (
    "\u2022\u2023\u25aa\u25cf\u25cb\u25a0\u25a1\u25e6\u2043\u2219\u00b7\uf0b7\u2010-\u2015\u2212"
    "\u2192\u21d2\u25ba\u25b6\u27a2\u27a4\u2713\u2714\u2756"
)
_ODD_ITEMS = re.compile(rf"(?:^|\s)(?:[{_BULLETS}]\s*|[+*-]\s+(?=\S))")
_WORD_ITEMS = re.compile(r"(?:^|\s)o\s+(?=\S)")
"""The hollow bullet of a word processor, which is pasted as a letter."""
_NUMBERED_ITEMS = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s+(?=\S)")
_LETTERED_ITEMS = re.compile(r"(?:^|\s)(?:\(?[a-h]|\(?[ivx]{1,4})[.)]\s+(?=\S)")
_TIGHT_ITEMS = re.compile(r"(?:^|\s)-(?=[^\s-])")
_ODD_BLANK = re.compile("([A-Za-z][A-Za-z0-9_]*):[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_PLAIN = re.compile(r"[^\s@`%&*!|>?\-#\"'~:,](?:\S*[^\s:])?")
"""A value of one word that YAML takes as it stands."""
_LONGEST = 100


class Misplaced(NamedTuple):
    """What is wrong with a key or a text, what to do, and the field that it was meant for."""

    message: str
    help: str
    field: str | None = None
    becomes: str | None = None
    """The key with its value as they should be, where nothing else can be meant."""


def in_key(key: str, fields: Collection[str], *, empty: bool) -> Misplaced | None:
    """The slip in a key that is no field's name: `staff:a`, `staff a`, `-id`. `empty`: nothing stands behind it."""
    odd = _ODD_BLANK.match(key)
    if odd is not None and odd[1] in fields:
        message = f"a no-break space, which looks like a space, stands behind the colon of `{odd[1]}`"
        return Misplaced(message, "delete it (shown as \u2423) and type a space", odd[1])
    if key.rstrip(": ") != key and key.rstrip(": ") in fields:
        name = key.rstrip(": ")
        return Misplaced(f"two colons stand behind `{name}`", "delete one of them", name)
    name, equals, value = key.partition("=")
    if empty and equals and name.strip() in fields and value.strip():
        message = f"an equals sign stands where the colon of `{name.strip()}` belongs"
        return Misplaced(message, _write(f"{name.strip()}: {value.strip()}"), name.strip())
    bare = key.lstrip("-\u2013\u2014\u2022* ")
    if bare != key and bare.strip() in fields:
        name = bare.strip()
        return Misplaced(f"a space is missing behind the dash of {key!r}", f"write: - {name}: ...", name)
    name, colon, value = key.partition(":")
    if empty and colon and name.strip() in fields and value.strip():
        message = f"a space is missing behind the colon of `{name.strip()}`"
        right = f"{name}: {value}" if name in fields and _PLAIN.fullmatch(value) else None
        return Misplaced(message, _write(f"{name.strip()}: {value.strip()}"), name.strip(), right)
    name, blank, value = key.partition(" ")
    if empty and blank and name in fields:
        return Misplaced(f"a colon is missing behind `{name}`", _write(f"{name}: {value.strip()}"), name)
    return None


def in_text(text: str, fields: Collection[str]) -> Misplaced | None:
    """The slip in a text that stands where a mapping belongs: `every:12 months`, `id a`."""
    names = "|".join(sorted(map(re.escape, fields), key=len, reverse=True))
    if not names:
        return None
    found = [(one.start(), one[1], one[2]) for one in re.finditer(rf"(?:^|(?<=\s))({names})([:=]?)", text)]
    if not found or found[0][0] != 0:
        return None
    _, name, sign = found[0]
    pairs = _pairs(text, [one for one in found if one[2] == sign])
    if pairs is None or (not sign and not text[len(name) :].startswith(" ")):
        return None
    what = "a space is missing behind the colon of" if sign == ":" else "a colon is missing behind"
    several = len(pairs) > 1
    ending = " on a line of its own each: " if several else ": "
    return Misplaced(f"{what} `{name}`", f"write{ending}{', then '.join(pairs)}"[:_LONGEST], name)


def _pairs(text: str, found: list[tuple[int, str, str]]) -> list[str] | None:
    """The fields in a text with their values, as they should be written."""
    ends = [*(at for at, _, _ in found[1:]), len(text)]
    out = []
    for (at, name, sign), end in zip(found, ends, strict=True):
        value = text[at + len(name) + len(sign) : end].strip(" ,;")
        if not value:
            return None
        out.append(f"{name}: {value}")
    return out


def in_list(text: str, telling: str = "") -> Misplaced | None:
    """The slip in a text that stands where a list belongs: its items begin with bullets, or with dashes too tight.

    `telling` is the field into which each goes, where the items have fields.
    """
    shapes = (
        (_ODD_ITEMS, "a bullet"),
        (_WORD_ITEMS, "a bullet"),
        (_NUMBERED_ITEMS, "a bullet"),
        (_LETTERED_ITEMS, "a bullet"),
        (_TIGHT_ITEMS, "a dash"),
    )
    for shape, what in shapes:
        begins = shape.match(text)
        if begins is None:
            continue
        items = [part.strip() for part in shape.split(text) if part.strip()]
        message = f"a space is missing behind the dash{' of each item' if len(items) > 1 else ''}"
        if what == "a bullet":
            message = f"{begins[0].strip()} stands where the `-` of a list belongs"
        name = f"{telling}: " if telling else ""
        lines = ", ".join(f"`- {name}{item}`" for item in items)
        how = "write each on a line of its own: " if len(items) > 1 else "write: "
        return Misplaced(message, (how + lines)[:_LONGEST])
    return None


def _write(line: str) -> str:
    return f"write: {line}"[:_LONGEST]
