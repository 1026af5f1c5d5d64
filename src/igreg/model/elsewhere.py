"""Which kinds have a field, so that one that was put into the wrong sort of record finds its place."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from igreg.language.english import listed
from igreg.model.anatomy import fields_of
from igreg.model.base import Record
from igreg.model.kinds import in_order, model_of
from igreg.model.usual_words import usual_names

_MOST = 2
"""A field that more kinds have tells nobody which was meant."""


@functools.cache
def _owners() -> Mapping[str, tuple[type[Record], ...]]:
    out: dict[str, list[type[Record]]] = {}
    for model in map(model_of, in_order()):
        for field in fields_of(model):
            out.setdefault(field, []).append(model)
    return {field: tuple(models) for field, models in out.items()}


def at_home(field: str) -> str | None:
    """Whose field it is, also by what people call it; nothing where many have it."""
    for name in (field, *usual_names(field)):
        found = _owners().get(name, ())
        if 0 < len(found) <= _MOST:
            return f"`{name}` is a field of {listed((f'{model.one} ({model.kind})' for model in found), 'or')}"
    return None


def takes_several(field: str) -> str | None:
    """Which kind takes several values of a field, where another takes one alone."""
    found = [model for model in _owners().get(field, ()) if fields_of(model)[field].many]
    return f"{found[0].one} ({found[0].kind}) takes several" if len(found) == 1 else None
