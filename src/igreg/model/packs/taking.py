"""The keys of one proof as they are written, taken one by one: each is of its sort, or is told with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.language.suggest import one_of
from igreg.model.kinds.roles import Function
from igreg.model.said import shown
from igreg.model.span import Span, parse_span

if TYPE_CHECKING:
    from igreg.model.packs.reading import Reading

FUNCTIONS: tuple[str, ...] = get_args(Function)


class Amiss(NamedTuple):
    """What is wrong at a place of a pack, and what to do."""

    path: KeyPath
    message: str
    help: str
    on_key: bool = False


class Mention(NamedTuple):
    """A name that a register, or the rules, must know: of an area, a course, a party or a rule."""

    sort: str
    word: str
    path: KeyPath


@dataclass
class Taking:
    """One proof's keys, taken one by one; what is left at the end is unknown. Each fault is told with its place."""

    reading: Reading
    left: dict[str, Any]
    path: KeyPath
    depth: int

    def wrong(self, key: str, message: str, help: str) -> None:
        """Tell a fault of the value of a key."""
        self.reading.wrong((*self.path, key), message, help)

    def text(self, key: str) -> str | None:
        """A text; nothing where the key is not there, or is no text."""
        value = self.left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, dict | list | bool) or not str(value).strip():
            self.wrong(key, f"{shown(value)} is no text", f"write a word after `{key}:`")
            return None
        return str(value).strip()

    def flag(self, key: str) -> bool | None:
        """True or false."""
        value = self.left.pop(key, None)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(key, f"{shown(value)} is not true or false", "write true or false")
        return None

    def span(self, key: str) -> Span | None:
        """A length of time."""
        value = self.left.pop(key, None)
        if value is None:
            return None
        try:
            return parse_span(value if isinstance(value, str) else "")
        except ValueError:
            self.wrong(key, f"{shown(value)} is no length of time", "write a number and a unit, such as 12 months")
            return None

    def number(self, key: str, least: float, most: float) -> float | None:
        """A number between two, both of which may be."""
        value = self.left.pop(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.wrong(
                key, f"{shown(value)} is no number from {least:g} to {most:g}", f"write {key}: {least:g} or more"
            )
            return None
        return value

    def whole(self, key: str) -> int | None:
        """A whole number of at least 1."""
        value = self.number(key, 1, 1_000_000)
        if value is None or isinstance(value, int):
            return value
        self.wrong(key, f"{shown(value)} is no whole number", "write a whole number")
        return None

    def area(self, key: str = "area") -> str | None:
        """The id of an area, which the register must know."""
        word = self.text(key)
        return self.mention("area", word, key)

    def mention(self, sort: str, word: str | None, key: str, *more: str | int) -> str | None:
        """A name that a register, or the rules, must know; it is kept for whoever asks them."""
        if word is not None:
            self.reading.mentions.append(Mention(sort, word, (*self.path, key, *more)))
        return word

    def function(self, key: str, word: str | None) -> str | None:
        """One of the functions of roles."""
        if word is not None and word not in FUNCTIONS:
            self.wrong(key, f"no function is called {shown(word)}", one_of(word, FUNCTIONS))
            return None
        return word

    def done(self, known: Iterable[str]) -> None:
        """Tell the keys that nobody has taken."""
        for key in self.left:
            help = one_of(str(key), known)
            self.reading.wrong((*self.path, key), f"this proof has no {shown(key)}", help, on_key=True)
