"""A text of TOML as plain data: settings, and maps of columns; whatever is wrong with it comes as one word."""

from __future__ import annotations

import re
from typing import Any

_PART = r"""(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+"""
_DEEP = re.compile(rf"^[ \t]*+(?:\[[ \t]*+){{0,2}}+(?:{_PART}){{30}}", re.MULTILINE)
"""A key of more parts than anybody writes: for 20,000 of them Python's reader takes gigabytes."""


class NoToml(ValueError):
    """A text is no TOML, or more than is read as such: why, in words."""

    def __init__(self, why: str, *, is_syntax: bool = False) -> None:
        super().__init__(why)
        self.is_syntax = is_syntax
        """Whether it breaks the rules of TOML; else it is only too much."""


def toml(text: str) -> dict[str, Any]:
    """What a text of TOML says. Raises NoToml."""
    import tomllib  # which few commands need

    if _DEEP.search(text):
        raise NoToml("nested too deep")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoToml(str(error), is_syntax=True) from None
    except RecursionError:
        raise NoToml("nested too deep") from None
    except ValueError:  # Python refuses to read a whole number of thousands of digits
        raise NoToml("a number in it has too many digits") from None
