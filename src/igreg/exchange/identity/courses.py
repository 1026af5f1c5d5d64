"""Which course a competence of another system is: by its id or title, and without what ESR writes around a title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.model.everyday import plain
from igreg.register.register import Register

KINDS = ("courses",)
_LASTS = re.compile(r"\s*[-\u2013]\s*(?:\d+ (?:years?|months?)|no specified renewal|no renewal)$", re.IGNORECASE)
"""How long a competence counts stands behind its title in ESR: `Fire Safety - 2 Years`."""
_ENDING = re.compile(
    r"[\s\-:(|]+(?:(?P<expires>(?:expiry|expires|expire|renewal|valid until|renew by|due)(?: date)?|due|date expires)"
    r"|(?P<completed>(?:completed|completion|complete|achieved|done|passed)(?: date| on)?"
    r"|date(?: completed| achieved)?))\)?$",
    re.IGNORECASE,
)


@dataclass
class Courses:
    """The courses of a register, by what other systems call them."""

    register: Register
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What the map says of cells."""
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, text: str) -> tuple[str, ...]:
        """The ids of the courses that a text may mean; each text is looked up once."""
        if text not in self._known:
            self._known[text] = self._of(text)
        return self._known[text]

    def _of(self, text: str) -> tuple[str, ...]:
        said = self.values.get("course", {})
        given = next((str(to) for cell, to in said.items() if plain(str(cell)) == plain(text)), None)
        for word in (given,) if given is not None else self._ways(text):
            found = self.register.lookup.matches(word, KINDS) if word else ()
            if found:
                return found
        return ()

    @staticmethod
    def _ways(text: str) -> tuple[str, ...]:
        """A text, the middle of `NHS|CSTF|Title|`, and that without how long it counts."""
        middle = title_within(text)
        return (text, middle, _LASTS.sub("", middle))

    def nearest(self, text: str) -> str | None:
        """The course whose id or title is the nearest."""
        found: str | None = self.register.lookup.nearest(_LASTS.sub("", title_within(text)), KINDS)
        return found

    def head(self, text: str) -> tuple[str, str] | None:
        """The course and the field of a column whose head is a course, such as `Fire safety expiry` (ruling X60)."""
        found = self.of(text)
        what = "completed"
        if not found and (ending := _ENDING.search(text)) is not None:
            found = self.of(text[: ending.start()])
            what = "expires" if ending["expires"] else "completed"
        return (found[0], what) if len(found) == 1 else None


def title_within(text: str) -> str:
    """The title within `NHS|CSTF|Title|`; any other text as it is."""
    parts = [part.strip() for part in text.split("|")]
    return parts[2] if len(parts) >= 3 and parts[2] else text
