"""What is said of a value of another shape: a list, fields or a text where one of the others belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from igreg.language.english import listed
from igreg.model.elsewhere import takes_several
from igreg.model.meant.meaning import meant
from igreg.model.misplaced import in_list, in_text
from igreg.model.no_value import not_yet
from igreg.model.said import SHOWN, Said, has_many_digits, leave_out, shown
from igreg.model.usual_words import several


def no_text(field: str, value: list[Any] | dict[Any, Any], beside: Sequence[str]) -> Said | None:
    """A list where one value belongs, or a text with a colon in it, which made it a field; `beside` are the fields."""
    if isinstance(value, dict):
        pair = next(iter(value.items())) if len(value) == 1 else ("", None)
        text = f"{pair[0]}: {pair[1]}"
        if not isinstance(pair[1], str) or " " not in str(pair[0]) or '"' in text or len(text) > SHOWN:
            return None
        return Said("a colon followed by a space stands inside this text", f'put the text in quotes: "{text}"')
    if not value or any(isinstance(part, list | dict) or part is None for part in value):
        return None
    parts = [str(part) for part in value if not has_many_digits(part)][:_FEW]
    message = f"a list stands where one value of `{field}` belongs"
    if len(value) == 1:
        return Said(message, f"write it without brackets: {', '.join(parts)}")
    if f"{field}s" in beside and len(value) <= _FEW:
        return Said(message, f"write: {field}s: [{', '.join(parts)}]")
    one = f"one alone can stand here: {listed(parts, 'or')}" if len(value) <= _FEW else "write one alone"
    return Said(message, "; ".join(filter(None, (one, takes_several(field)))))


EVERYBODY = frozenset(
    {
        "all",
        "everyone",
        "everybody",
        "all staff",
        "all-staff",
        "all members",
        "whole team",
        "the whole team",
        "all of us",
    }
)
"""What people write for all that could be named."""
_OF_AUDIENCES = ("applies_to", "audience", "to")
"""Fields that may name all staff at once."""
_MANY = 12


def _bracketed(text: str) -> str | None:
    """What stands in the brackets of a text, where one of them or both are part of it: `[a, b]`, `a, b]`."""
    bare = text.strip()
    inside = bare.removeprefix("[").removesuffix("]").strip()
    plain = inside and not any(sign in inside for sign in "[]{}:#") and len(inside) <= SHOWN
    return inside if inside != bare and plain else None


_FEW = 4
"""So many values are named where one of them is to be chosen."""


_TELLING = ("what", "lesson", "title", "task", "line")
"""Fields into which a text belongs that stands where all of a part should."""


def _written_out(text: str, needed: Sequence[str]) -> str | None:
    """A part with a text in its telling field, its other needed fields still empty: `{id: ..., what: Trays}`."""
    telling = next((name for name in _TELLING if name in needed), None)
    if telling is None or len(text) > SHOWN or any(sign in text for sign in ",:{}[]#\"'"):
        return None
    if len(needed) == 1:
        return f"{telling}: {text}"
    return "{" + ", ".join(f"{name}: {text if name == telling else '...'}" for name in needed) + "}"


def no_list(field: str, value: object, fields: Sequence[str], needed: Sequence[str] = ()) -> Said:
    """Something else where a list belongs."""
    telling = next((name for name in _TELLING if name in needed), "")
    if isinstance(value, str) and (slip := in_list(value, telling)) is not None:
        return Said(slip.message, slip.help)
    message = f"{shown(value)} stands where a list belongs"
    if not_yet(value):
        return Said(message, leave_out(field))
    if isinstance(value, dict) and value and all(part is None for part in value.values()) and len(value) <= _MANY:
        return Said("braces stand where brackets belong", f"write: {field}: [{', '.join(map(str, value))}]")
    if isinstance(value, str) and (inside := _bracketed(value)) is not None:
        return Said(message, f"write it without quotes, in brackets: {field}: [{inside}]")
    if isinstance(value, str) and value.strip().casefold() in EVERYBODY and field != "areas":
        if field in _OF_AUDIENCES:
            return Said(message, f"put it in brackets: {field}: [all-staff]")
        return Said(message, f"name each, in brackets and with commas between them: {field}: [..., ...]")
    if field == "areas" and isinstance(value, str) and value.strip().casefold() in ("all", "any", "every", "all areas"):
        return Said(message, "name each area, in brackets and with commas between them, such as [governance, security]")
    parts = several(value) if isinstance(value, str) and not fields and "[" not in value else []
    if parts and not any(" " in part for part in parts) and len(str(value)) <= SHOWN:
        return Said(message, f"put them in brackets: {field}: [{', '.join(parts)}]")
    if (
        isinstance(value, str)
        and field in ("areas", "about", "effects")
        and re.fullmatch(r"[a-z-]+(?: [a-z-]+)+", value)
    ):
        return Said(message, f"put them in brackets, with commas between them: {field}: [{', '.join(value.split())}]")
    if isinstance(value, str) and (whole := _written_out(value, needed)) is not None:
        return Said(message, f"write it on a line of its own: - {whole}")
    if fields and isinstance(value, str):
        return Said(message, f"write each on a line of its own, with its fields: - {fields[0]}: ...")
    short = not isinstance(value, dict) and not has_many_digits(value) and len(str(value)) <= SHOWN
    plain = not isinstance(value, str) or "[" not in value
    return Said(message, f"put it in brackets: {field}: [{value}]" if short and plain else "begin each item with `- `")


def no_mapping(field: str, value: object, fields: Sequence[str], needed: Sequence[str] = ()) -> Said:
    """Something else where fields belong."""
    keys = ", ".join(fields) or "name: value"
    message = f"{shown(value)} stands where `{field}` has fields of its own"
    if isinstance(value, str) and (slip := in_text(value, fields)) is not None:
        return Said(slip.message, slip.help)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return Said(
            f"a list stands where the fields of `{field}` belong", "take the `-` out and leave the rest as it is"
        )
    if isinstance(value, list) and value and all(isinstance(part, dict) and len(part) == 1 for part in value):
        return Said(f"brackets stand where the fields of `{field}` belong", "write braces around them: { and }")
    if isinstance(value, str) and {"every", "last", "next"} <= set(fields):
        if (day := meant("day", value)) is not None:
            return Said(message, f"write {{last: {day.text}}} for the last one, or {{next: {day.text}}} for the next")
        if (span := meant("span", value)) is not None:
            return Said(message, f"write: {{every: {span.text}}}")
    if isinstance(value, str) and "url" in fields and re.fullmatch(r"(?i)www\.[^\s,{}]+", value):
        return Said(message, f"write: {{url: https://{value}}}, if that is its address")
    name = _first_of(fields, value)
    if name is not None:
        return Said(message, f"write: {{{name}: {value}}}")
    if isinstance(value, str) and list(fields) == ["checked", "compliant"]:
        both = sorted(map(int, re.findall(r"\d{1,6}", value)))
        if len(both) == 2 and "%" not in value:
            return Said(message, f"write {{checked: {both[1]}, compliant: {both[0]}}}, if that is what is meant")
    if {"path", "url"} <= set(fields) and isinstance(value, str):
        help = (
            "write {path: docs/its-name.docx} for a file beside the register, or {url: https://...} for one elsewhere"
        )
        return Said(message, help)
    if isinstance(value, str) and (whole := _written_out(value, needed or [*fields[:1]])) is not None:
        return Said(message, f"write: {whole if whole[:1] == '{' else f'{{{whole}}}'}")
    if len(needed) > 1:
        answer = {"report": _answer(value)}
        written = ", ".join(f"{name}: {answer.get(name, '...')}" for name in needed)
        return Said(message, f"write: {field}: {{{written}}}")
    return Said(message, f"its fields are: {keys}")


def _answer(value: object) -> str:
    """The yes or no of a text that stands where a decision belongs: `no`, `not reported`, `reported to the ICO`."""
    flag = meant("flag", value)
    if flag is not None:
        return flag.text
    text = value.casefold() if isinstance(value, str) else ""
    return "false" if text.startswith("not ") else "true" if text.startswith("report") else "..."


def _first_of(fields: Sequence[str], value: object) -> str | None:
    """The field that a text alone was meant for: a document's path or address, the person of a post."""
    if not isinstance(value, str):
        return None
    if not value or len(value) > SHOWN or any(sign in value for sign in " ,:{}[]"):
        return "url" if "url" in fields and re.fullmatch(r"https?://[^\s,{}]+", value) else None
    if "path" in fields and ("/" in value or "." in value):
        return "path"
    return fields[0] if fields[:1] in (["staff"], ["number"]) else None
