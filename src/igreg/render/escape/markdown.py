"""Text from the register as Markdown that shows it and never obeys it."""

from __future__ import annotations

import re

from igreg.render.escape.terminal import plain

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@-])")


def md(text: str) -> str:
    """Text for a Markdown paragraph, heading or table cell: every special character escaped, one line."""
    return _SPECIAL.sub(r"\\\1", plain(text).replace("://", ":\u200b//").replace("www.", "www\u200b."))


def code(text: str) -> str:
    """Text as inline code; backticks inside are kept by a longer fence."""
    text = plain(text).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
