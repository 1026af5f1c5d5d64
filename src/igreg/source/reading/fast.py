"""The fast reader, yaml-rs, and what it must not be given."""

from __future__ import annotations

import re
from typing import Any

import yaml_rs

_LONG = 10_000
_NESTED = re.compile(r"(?:-[ \t]+){51}")
"""Lists in lists on one line: each takes the fast reader deeper, until its stack and the process end."""


class Doubt(Exception):
    """Only a closer look can tell what a text holds."""


def load(text: str) -> Any:
    """What the fast reader makes of a text. Raises Doubt where it refuses the text, or is not to see it.

    It is given a copy, behind a line that means nothing: a text that it saw keeps its bytes with it for as long as it
    lives, and a file's text lives until the end.
    """
    if _has_a_long_line(text) and _NESTED.search(text):
        raise Doubt
    try:
        return yaml_rs.loads("\n" + text, parse_datetime=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the fast reader is no Exception
        raise Doubt from None


def _has_a_long_line(text: str) -> bool:
    """Whether a line has more than 10,000 characters; a look at every 10,000th or so."""
    at = 0
    while len(text) - at > _LONG:
        end = text.rfind("\n", at, at + _LONG)
        if end < 0:
            return True
        at = end + 1
    return False
