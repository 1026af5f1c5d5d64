"""The same records as people and other programs write them: each file in a hand of its own, with comments.

Block style with comments before records, between fields and behind values; blank lines; lists indented or not; texts
plain or in quotes; short lists and parts in brackets or in lines of their own; notes as blocks of text.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import yaml_rs

Data = dict[str, Any]

FILES = {
    "training-records": 1000, "staff": 200, "assets": 100, "incidents": 100, "meetings": 100, "communications": 100,
    "audits": 60, "roles": 50, "policies": 30, "flows": 60, "risks": 50, "bodies": 50,
}  # fmt: skip
"""How many records people keep in one file; other kinds stand in one file each."""
_SURNAMES = ("Ó Briain", "Siân-Rees", "O’Neill", "Müller", "Łuczak")
_ABOVE = (
    "Moved here from the old spreadsheet; see the minutes of the group.",
    "checked with the service manager on the phone",
    "TODO: ask again after the move to the new building!",
    "--- as agreed -----------------------------------",
    "Was: s00017 & two others (until 2024)",
    "Bitte prüfen – the name is as on the badge",
)
_BEHIND = (
    "as in the letter",
    "was 2024-03-31",
    "confirmed by e-mail",
    "see ticket #4711",
    "?",
    "new: agreed by the SIRO",
)
_NOTES = (
    "Agreed in the meeting of the group.\nThe paper copy is in the blue folder:\n- shelf 3\n- behind the door",
    "Nobody answered the first letter, so a second one was sent.\n\nThat was answered the same day.",
    "Reference: 2024/117. The old number was 12_44; please do not use it.",
)
_TEXTS = frozenset(
    {"title", "name", "what", "summary", "root_cause", "lesson", "reason", "cause", "effect", "location"}
)


@dataclass(frozen=True)
class Hand:
    """How one file is written."""

    indented: bool
    """Lists stand two signs further in than the key they belong to."""
    quote: str
    """What stands around texts: nothing, ' or "."""
    brackets: bool
    """Short lists and parts stand in one line."""
    apart: bool
    """A blank line between records."""
    opened: bool
    """The file begins with `---`."""
    remarks: float
    """How often there is a comment."""

    @classmethod
    def of(cls, chance: random.Random) -> Hand:
        """Somebody's hand; about half quote nothing, and one in eight files has no comments."""
        quote = chance.choice(("", "", "'", '"'))
        remarks = chance.choice((0.0, 0.04, 0.04, 0.1, 0.1, 0.1, 0.2, 0.2))
        one = chance.random
        return cls(one() < 0.5, quote, one() < 0.5, one() < 0.6, one() < 0.2, remarks)


PLAIN = Hand(indented=False, quote="", brackets=False, apart=False, opened=False, remarks=0.05)
"""The hand of a careful program: lines and no brackets, with a comment here and there."""


def told(kind: str, number: int, record: str) -> Data:
    """A record's data, with what people add: notes, names beyond ASCII, moments in lists, training that has lapsed."""
    data = cast(Data, yaml_rs.loads(record, parse_datetime=False))
    if kind == "staff" and number % 40 == 0:
        data["name"] = f"{data['name'].split()[0]} {_SURNAMES[number // 40 % len(_SURNAMES)]}"
    if kind == "courses":
        data["target"] = 90
    if kind == "training-records":
        if number % 37 == 0 and number // 10 % 200 < 20 and number > 20_000:  # a few units are behind
            data["completed"] = (dt.date.fromisoformat(data["completed"]) - dt.timedelta(days=730)).isoformat()
        elif number % 9 == 0:
            data["expires"] = (dt.date.fromisoformat(data["completed"]) + dt.timedelta(days=365)).isoformat()
        if number % 300 == 0:
            data["notes"] = _NOTES[number // 300 % len(_NOTES)]
    elif number % 12 == 0 and kind != "organisation":
        data["notes"] = _NOTES[number // 12 % len(_NOTES)]
    if kind == "incidents" and number % 4 == 0:
        data["notifications"] = [{"to": "r0000", "at": data["aware"]}, {"to": "siro", "at": data["decision"]["at"]}]
    return data


def file_text(kind: str, first: int, records: list[str], one: bool = False, plain: bool = False) -> str:
    """A file of records as somebody writes it; the same bytes every time. With `one`, a single mapping.

    With `plain` all files are written alike, and say no more than was given.
    """
    chance = random.Random(f"{kind} {first}")
    hand = PLAIN if plain else Hand.of(chance)
    lines: list[str] = ["---"] if hand.opened else []
    if hand.remarks:
        lines += [f"# {kind.replace('-', ' ').capitalize()}, part {first}", "#", "# Please keep the order.", ""]
    for number, record in enumerate(records, first):
        if chance.random() < hand.remarks:
            lines.append(f"# {chance.choice(_ABOVE)}")
        data = cast(Data, yaml_rs.loads(record, parse_datetime=False)) if plain else told(kind, number, record)
        body = list(_mapping(data, hand, chance))
        if one:
            lines += body
            continue
        lead = "  " if hand.indented else ""
        lines += [lead + ("- " if i == 0 else "  ") + line if line else "" for i, line in enumerate(body)]
        if hand.apart:
            lines.append("")
    return "\n".join(lines) + "\n"


def _mapping(data: Data, hand: Hand, chance: random.Random) -> Iterator[str]:
    """The lines of a mapping in block style."""
    for at, (key, value) in enumerate(data.items()):
        if at and chance.random() < hand.remarks / 4:
            yield f"# {chance.choice(_ABOVE)}"
        if isinstance(value, str) and "\n" in value:
            yield f"{key}: {chance.choice(('|', '|-', '>', '>-'))}"
            yield from ("  " + line if line else "" for line in value.split("\n"))
        elif isinstance(value, dict | list) and value and not (hand.brackets and _is_short(value)):
            yield f"{key}:"
            deeper = "  " if isinstance(value, dict) or hand.indented else ""
            lines = _mapping(value, hand, chance) if isinstance(value, dict) else _list(value, hand, chance)
            yield from (deeper + line if line else "" for line in lines)
        else:
            behind = f"  # {chance.choice(_BEHIND)}" if chance.random() < hand.remarks else ""
            yield f"{key}: {_inline(value, hand, key in _TEXTS)}{behind}"


def _list(values: list[Any], hand: Hand, chance: random.Random) -> Iterator[str]:
    """The lines of a list, each item behind its dash."""
    for value in values:
        if isinstance(value, dict) and not (hand.brackets and _is_short(value)):
            for i, line in enumerate(_mapping(value, hand, chance)):
                yield ("- " if i == 0 else "  ") + line if line else ""
        else:
            yield f"- {_inline(value, hand, False)}"


def _is_short(value: Data | list[Any]) -> bool:
    """Whether a list or part fits into one line."""
    return "\n" not in str(value) and len(str(value)) <= 160


def _inline(value: Any, hand: Hand, is_text: bool = False, within: bool = False) -> str:
    """A value in one line, `within` brackets or not."""
    if isinstance(value, list):
        return "[" + ", ".join(_inline(v, hand, False, True) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_inline(v, hand, k in _TEXTS, True)}" for k, v in value.items()) + "}"
    if not isinstance(value, str):
        return "true" if value is True else "false" if value is False else str(value)
    quote = hand.quote if is_text else ""
    if not quote and (within or not _is_safe(value)):
        quote = "'" if not _is_safe(value) or any(sign in value for sign in ",[]{}") else ""
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"' if quote else value


def _is_safe(value: str) -> bool:
    """Whether a text may stand without quotes."""
    plain = yaml_rs.loads(value, parse_datetime=False) if value and value[0] in "0123456789.-+tfny~" else value
    return plain == value and ": " not in value and " #" not in value
