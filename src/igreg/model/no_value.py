"""What people write where there is no value: that there is none yet, that it is as above, that it is not regular."""

from __future__ import annotations

from igreg.pattern import pattern

_NOT_YET = frozenset(
    [
        "tbc",
        "tba",
        "tbd",
        "n/a",
        "na",
        "none",
        "nil",
        "?",
        "-",
        "--",
        "unknown",
        "present",
        "current",
        "ongoing",
        "now",
        "vacant",
        "nobody",
        "pending",
    ]
) | {"not known", "to date", "not applicable", "to be confirmed", "to be decided", "not yet"}


def not_yet(value: object) -> bool:
    """Whether a value says that there is none yet, which is said by leaving the field out."""
    if not isinstance(value, str):
        return False
    text = value.strip().casefold().rstrip(".")
    return text in _NOT_YET or text.startswith(("still ", "not yet ", "to be "))


def is_ditto(value: object) -> bool:
    """Whether a value says that it is the same as what stands above, as people write in lists on paper."""
    return isinstance(value, str) and (
        value.strip().casefold().rstrip(".") in _DITTO or _BETWEEN_MARKS.fullmatch(value) is not None
    )


DITTO_HELP = "write the value out: each record stands for itself, and no mark for what is above"
_DITTO = frozenset(
    [
        "do",
        "ditto",
        "idem",
        "same",
        "same as above",
        "the same",
        "as above",
        "see above",
        "as before",
        '"',
        "''",
        "”",
        "“",
        "″",
        "〃",
        ",,",
    ]
)
_BETWEEN_MARKS = pattern(r",? ?[a-z_]+: ?")
"""What stands between two marks that YAML takes for those of one text: `, manager: `."""


def not_regular(value: object) -> bool:
    """Whether a value says that something comes up at no fixed time."""
    if not isinstance(value, str):
        return False  # and a number may have too many digits to be written out
    text = value.strip().casefold().rstrip(".")
    return text in _AS_NEEDED or text.removeprefix("as ").removeprefix("when ").removeprefix("if ") in _NEEDED


_NEEDED = frozenset({"required", "needed", "necessary", "appropriate", "it happens", "requested"})
_AS_NEEDED = frozenset(
    {"ad hoc", "ad-hoc", "on request", "on demand", "irregular", "irregularly", "as and when", "any time"}
)
