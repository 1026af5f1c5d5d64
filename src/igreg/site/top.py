"""How a page of the menu is declared, and which there are: one file each in `pages`, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from igreg.dataclass import dataclass
from igreg.site import pages
from igreg.site.audience import AUDIENCES, Audience
from igreg.site.page import Section
from igreg.site.seen import Seen


@dataclass(frozen=True)
class TopPage:
    """A page that the menu leads to."""

    order: int
    """Where it stands in the menu; leave room."""
    path: str
    title: str
    tells: str
    """What is on it, in a sentence for the start."""
    sections: Callable[[Seen], tuple[Section, ...]]
    """What stands on it; nothing where there is nothing to say, and then there is no such page."""
    audiences: tuple[Audience, ...] = AUDIENCES


@cache
def top_pages() -> tuple[TopPage, ...]:
    """Every page of the menu, in its order."""
    found = []
    for module in pkgutil.iter_modules(pages.__path__):
        if not module.name.startswith("_"):
            found += importlib.import_module(f"{pages.__name__}.{module.name}").PAGES
    return tuple(sorted(found, key=lambda one: one.order))
