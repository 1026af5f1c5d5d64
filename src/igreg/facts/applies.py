"""What law and guidance ask of a type of organisation: functions, training, conflicts and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from igreg.errors import unknown
from igreg.facts import Conflict, Limit, Need, category, conflicts, limits, needs, trains_by_share
from igreg.model.kinds.organisation import Organisation


@dataclass(frozen=True)
class Applies:
    """What applies to a type of organisation."""

    type: str
    category: int
    needs: tuple[Need, ...]
    training: str
    conflicts: tuple[Conflict, ...]
    limits: tuple[Limit, ...]


def applies(organisation_type: str) -> Applies:
    """What the facts say of a type of organisation; raises IgregError for a type that is none."""
    types = [str(word) for arg in get_args(Organisation.model_fields["type"].annotation) for word in get_args(arg)]
    if organisation_type not in types:
        raise unknown("--for", "type", organisation_type, types)
    number = category(organisation_type, None)
    share, window = limits()["training-share"], limits()["training-window"]
    rule = f"{share.value:g} % of staff within {window.value:g} {window.unit} ({share.source})"
    own = "the target of each course, where it has one"
    return Applies(
        type=organisation_type,
        category=number,
        needs=needs(organisation_type),
        training=rule if trains_by_share(number) else own,
        conflicts=conflicts(),
        limits=tuple(limits().values()),
    )
