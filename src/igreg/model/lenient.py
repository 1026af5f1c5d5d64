"""Models in which nothing is required, for records of which a required field was dropped (decision 8)."""

from __future__ import annotations

import functools
from typing import Annotated, Any, get_args, get_origin

from pydantic import Field, create_model

from igreg.model.anatomy import part_types
from igreg.model.base import Part
from igreg.model.marks import AreaName, Ends, Happened, Involved, Needed, Ref, Starts

_KEPT = (AreaName, Ends, Happened, Involved, Ref, Starts)
"""Marks that a field keeps: what is left of a record with a fault counts as it did (ruling A23)."""


@functools.cache
def lenient(model: type[Any]) -> Any:
    """The same model with nothing required: for records of which a required field was dropped."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        needed = any(isinstance(m, Needed) for m in info.metadata)
        annotation = _lenient_type(info.annotation)
        if needed or annotation is not info.annotation:
            many = get_origin(annotation if not needed else _without_none(annotation)) is list
            default: Any = Field(default_factory=list, alias=info.alias) if many else Field(None, alias=info.alias)
            marks = [mark for mark in info.metadata if isinstance(mark, _KEPT)]
            fields[name] = (Annotated[annotation, *marks] if marks else annotation, default)
    return create_model(model.__name__, __base__=model, **fields)


def _without_none(annotation: Any) -> Any:
    args = [arg for arg in get_args(annotation) if arg is not type(None)]
    return args[0] if len(args) == 1 and type(None) in get_args(annotation) else annotation


def _lenient_type(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return lenient(annotation)
    args = get_args(annotation)
    if not part_types(annotation):
        return annotation
    if get_origin(annotation) is list:
        return list[_lenient_type(args[0])]  # type: ignore[misc]
    inner = _lenient_type(_without_none(annotation))
    return inner | None
