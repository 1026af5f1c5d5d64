"""A text that is YAML and yet no list of records: what was meant, and how it is written."""

from __future__ import annotations

import re

from igreg.source.slips._slip import KEY

_SHOWN = 60
_A_RECORD = "write a record (`id: ...`) or a list of records (`- id: ...`)"
_TIGHT = re.compile(rf"({KEY}):(?=\S)(?!//)")
_ODD_BLANK = re.compile(rf"({KEY}):(?=[^\S \t\n])")
_NO_COLON = re.compile(r"(id|name|title|staff) (?=[A-Za-z0-9])")
_DASH = re.compile(rf"-({KEY}):?\s*(.*)", re.DOTALL)


_TABLE = re.compile(rf"\"?(?:{KEY})\"?(?:[,;\t][ ]?\"?{KEY}\"?){{2,}}")


def no_record(value: object) -> tuple[str, str]:
    """What is said of a value in a list that is no record, and what to do."""
    if isinstance(value, str) and (slip := _slip(value)) is not None:
        return slip
    if isinstance(value, list):
        return "a list where a record belongs", _A_RECORD if len(value) != 1 else "take one of the two dashes out"
    return f"{'nothing' if value is None else repr(_cut(value))} where a record belongs", _A_RECORD


def no_records(value: object) -> tuple[str, str]:
    """What is said of a file that holds one value."""
    if isinstance(value, str) and (slip := _slip(value)) is not None:
        return slip
    if isinstance(value, str) and _TABLE.match(value):
        return "a table stands here, as a spreadsheet saves it", "write each row as a record: - {id: ..., name: ...}"
    return "a single value where records belong", _A_RECORD


def second_record(value: object) -> str:
    """What to do about a second `id` in one record."""
    shown = value if isinstance(value, str) and len(value) <= _SHOWN else "..."
    return f"if another record begins here, its dash is missing: - id: {shown}; else keep one of the two"


def second_field(key: str) -> str:
    """What to do about a field that a record has twice: of two, or the first line of another is missing."""
    both = "keep one of the two"
    return f"{both}; if another record begins here, its first line is missing: - id: ..." if key in _OF_ALL else both


_OF_ALL = ("title", "name")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = r"[A-Za-z]{3,9}\.?"
_TORN = re.compile(rf"(?:[A-Za-z]{{3,9}}, ?)?(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? \d{{4}}", re.ASCII)


def torn(value: object, key: str) -> tuple[str, str] | None:
    """What is said of the second day in `{from: 3 May, 2026, until: 9 May, 2026}`; nothing where there is no day.

    Its year is read as a field with no value, as that of the first was, and so stands there again.
    """
    whole = f"{value}, {key}"
    if not isinstance(value, str) or not _TORN.fullmatch(whole):
        return None
    message = f"the day {whole!r} ends at its comma, and {key!r} is read as a field, which stands here already"
    return message, "write the day in the form 2026-03-31"


_REMARK = re.compile(r"(//+|;+|<!--|/\*+)[ ]*\S")


def _slip(text: str) -> tuple[str, str] | None:
    """What is said of a record whose first field is written as a text."""
    remark = _REMARK.match(text)
    if remark:
        return (
            f"{remark[1]} does not begin a remark here, and what follows is read as one text with it",
            "write # instead",
        )
    dash = _DASH.match(text)
    if dash:
        return (
            f"a space is missing behind the dash of `{dash[1]}`",
            f"write: - {dash[1]}: {_cut(_first(dash[2]))}",
        )
    odd = _ODD_BLANK.match(text)
    if odd:
        message = f"a no-break space, which looks like a space, stands behind the colon of `{odd[1]}`"
        return message, "delete it (shown as \u2423) and type a space"
    tight = _TIGHT.match(text)
    if tight:
        right = f"{tight[1]}: {_cut(_first(text[tight.end() :]))}"
        return f"a space is missing behind the colon of `{tight[1]}`", f"write: {right}"
    bare = _NO_COLON.match(text)
    if bare:
        right = f"{bare[1]}: {_cut(_first(text[bare.end() :]))}"
        return f"a colon is missing behind `{bare[1]}`", f"write: {right}"
    return None


def _first(text: str) -> str:
    """The part of a text that stood on its first line, as far as that can be told."""
    return re.split(rf"\s{KEY}:", text, maxsplit=1)[0].strip()


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
