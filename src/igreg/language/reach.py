"""How somebody is reached, as it is written, with each e-mail address and telephone number in it as what it leads to.

What is not plainly one of them stays words: an address of other letters than those of ASCII, one within a longer word
or beside another `@`, a number that is too long, or begins neither with 0 nor with a plus.
"""

from __future__ import annotations

import re

from igreg.dataclass import dataclass

_LOCAL = r"[A-Za-z0-9](?:[A-Za-z0-9_+-]|\.(?!\.))*(?<!\.)"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_ADDRESS = rf"(?<![^\s(<\[,;:])(?P<mail>{_LOCAL}@{_HOST})(?![\w@%-]|\.\w)"
_DIGITS = r"(?:\+[0-9]{1,3}(?: ?\(0\))?|0)(?:[ -]?[0-9]){8,11}"
_NUMBER = rf"(?<![^\s(\[,;:])(?<![0-9] )(?P<number>{_DIGITS})(?![\w@%]|\.\w|[ -]?[0-9])"
_FOUND = re.compile(rf"{_ADDRESS}|{_NUMBER}")
_LONGEST = 254
"""An address of more signs does not exist (RFC 5321)."""
_MOST = 15
"""A number has no more digits than these (ITU-T E.164)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Words that lead to somebody."""

    text: str
    address: str
    """`mailto:ig@example.org` or `tel:03001234567`."""


def reached(text: str) -> tuple[str | Reached, ...]:
    """A contact in pieces. A number within the country, such as 0300, is called as it is written."""
    out: list[str | Reached] = []
    end = 0
    for match in _FOUND.finditer(text):
        to = _mail(match["mail"]) if match["mail"] else _telephone(match["number"])
        if to:
            out += [text[end : match.start()], Reached(match[0], to)]
            end = match.end()
    return tuple(one for one in (*out, text[end:]) if one)


def _mail(address: str) -> str:
    return f"mailto:{address}" if len(address) <= _LONGEST else ""


def _telephone(number: str) -> str:
    digits = re.sub(r"[ -]|\(0\)", "", number)
    return f"tel:{digits}" if len(digits.removeprefix("+")) <= _MOST else ""
