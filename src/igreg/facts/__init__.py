"""Law and guidance as data: every row with its source, its life, and how sure we are of it; no figure lives in code."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from igreg.facts.tables import Conflict, Limit, table

__all__ = ["Conflict", "Limit", "conflicts", "limits", "pack_names"]


def limits() -> Mapping[str, Limit]:
    """Every figure as igreg ships it, by its key."""
    return table(Limit)


def conflicts() -> tuple[Conflict, ...]:
    """The pairs of functions that conflict, as igreg ships them (ruling A45)."""
    return tuple(table(Conflict).values())


@functools.cache
def pack_names() -> tuple[str, ...]:
    """The framework packs that are shipped; a pack is named after its file (ruling A32)."""
    import importlib.resources

    folder = importlib.resources.files("igreg.facts").joinpath("packs")
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))
