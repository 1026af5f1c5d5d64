"""Text from the register as Markdown that shows it and never obeys it."""

from __future__ import annotations

import re

from igreg.render.escape.terminal import plain

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@-])")
_UNSEEN = "\u200b"
"""A blank of no width: it stands where a text would become a link or a mention, which a backslash does not prevent."""
_NAMES = re.compile(r"@(?=\S)|[#!](?=\d)|\bGH-(?=\d)", re.IGNORECASE)
"""What begins the name of somebody, who would be written to, or of an issue, which would point here."""
_NUMBERED = re.compile(r"^(\s*\d{1,9})\.(?=\s|$)")


def md(text: str) -> str:
    """Text for a Markdown paragraph, heading or table cell: every special character escaped, one line."""
    text = plain(text).replace("://", f":{_UNSEEN}//").replace("www.", f"www{_UNSEEN}.")
    text = _SPECIAL.sub(r"\\\1", _NAMES.sub(rf"\g<0>{_UNSEEN}", text))
    return _NUMBERED.sub(r"\1\\.", text)


_OBEYED = re.compile(r"([\\`*_\[\]<>|~$&@]|#(?=\d)|!(?=\d))")
_FIRST = re.compile(r"^(\s*(?:\d{1,9}(?=[.)])|(?=[#+=-])))")
"""Where a line would become a list or a heading."""


def prose(text: str) -> str:
    """Text for a paragraph or a list, one line: only what Markdown would obey is escaped, and ids are found."""
    text = plain(text).strip().replace("://", f":{_UNSEEN}//").replace("www.", f"www{_UNSEEN}.")
    return _FIRST.sub(r"\1\\", _OBEYED.sub(r"\\\1", _NAMES.sub(rf"\g<0>{_UNSEEN}", text)))


def code(text: str) -> str:
    """Text as inline code; backticks inside are kept by a longer fence."""
    text = plain(text).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
