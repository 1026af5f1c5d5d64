"""What is said of a value, and the value itself as a message shows it."""

from __future__ import annotations

from typing import NamedTuple

SHOWN = 60
"""So many characters of a value are shown at most."""


_UNSEEN = dict.fromkeys(
    [0x00A0, 0x00AD, 0x061C, 0x2007, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x2010), 0x2060, 0xFEFF], "\u2423"
)
"""Blanks that look like a space or like nothing, as a message shows them."""


class Said(NamedTuple):
    """What is said of a value: what is wrong, what to do, and the value as it should be where that is certain."""

    message: str
    help: str
    becomes: str | bool | None = None
    field: str | None = None
    """The field that a mistyped key was meant for."""


def shown(value: object, most: int = SHOWN) -> str:
    """A value as a message shows it: quoted, and cut where it is long."""
    if isinstance(value, dict | list):
        return "a group of fields" if isinstance(value, dict) else "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        seen = value.translate(_UNSEEN)
        return repr(seen if len(seen) <= most else seen[: most - 3] + "...")
    return "a number of very many digits" if has_many_digits(value) else str(value)


def has_many_digits(value: object) -> bool:
    """Whether a number is one that Python refuses to write out, or nobody wants to read."""
    return isinstance(value, int) and abs(value) > 10**60


def leave_out(field: str) -> str:
    """What to do about a field of which nothing is known yet."""
    return f"leave `{field}` out until there is something to write"
