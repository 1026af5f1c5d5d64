"""Colour and weight on a terminal. Meaning never hangs on them: every word is there without them too."""

from __future__ import annotations

from igreg.dataclass import dataclass

_CODES = {"red": "31", "yellow": "33", "blue": "34", "green": "32", "dim": "2", "bold": "1"}


@dataclass(frozen=True)
class Style:
    """Whether to paint at all, and where lines end."""

    colour: bool = False
    width: int | None = None
    """How many characters fit on a line; nothing where no terminal shows it, so that lines stay whole."""

    def paint(self, text: str, name: str) -> str:
        """The text in a colour, if colour is on."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.colour else text

    def bold(self, text: str) -> str:
        """The text in bold, if colour is on."""
        return self.paint(text, "bold")
