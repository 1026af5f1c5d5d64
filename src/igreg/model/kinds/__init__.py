"""The kinds of record: one file a kind, named after it, with its page beside it. A new file here is a new kind."""

from __future__ import annotations

import functools
import importlib
import pkgutil

from igreg.model.base import Record

KINDS: tuple[str, ...] = tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))
"""The names of all kinds. No model is loaded to know them; for people they are listed `in_order`."""


@functools.cache
def model_of(kind: str) -> type[Record]:
    """The model of a kind; its module is loaded on first use, since most commands need only some kinds."""
    module = importlib.import_module(f"{__name__}.{kind.replace('-', '_')}")
    (found,) = (
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Record) and one.__module__ == module.__name__
    )
    return found


@functools.cache
def in_order() -> tuple[str, ...]:
    """The names of all kinds in the order that their models give themselves, for pages and lists; loads them all."""
    return tuple(sorted(KINDS, key=lambda kind: (model_of(kind).order, kind)))


def page(kind: str) -> str:
    """The page of a kind: Markdown, as written beside its model."""
    import importlib.resources

    return importlib.resources.files(__name__).joinpath(f"{kind.replace('-', '_')}.md").read_text(encoding="utf-8")
