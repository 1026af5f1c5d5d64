"""What law and guidance ask of a type of organisation: functions, training, conflicts and figures."""

from __future__ import annotations

from typing import get_args

from igreg.dataclass import dataclass
from igreg.errors import unknown
from igreg.facts.in_force import Facts
from igreg.facts.needs import Need, needs_of
from igreg.facts.organisation import of_type
from igreg.facts.tables import Conflict, Limit
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


def types() -> tuple[str, ...]:
    """Every type of organisation that the format knows."""
    annotation = Organisation.model_fields["type"].annotation
    return tuple(str(word) for arg in get_args(annotation) for word in get_args(arg))


def applies(organisation_type: str, facts: Facts | None = None) -> Applies:
    """What the facts say of a type of organisation in England, as far as its type alone decides.

    Raises IgregError for a type that is none.
    """
    if organisation_type not in types():
        raise unknown("--for", "type", organisation_type, types())
    facts = facts or Facts()
    number = facts.category(organisation_type, None)
    share, window = facts.limit("training-share"), facts.limit("training-window")
    rule = f"{share.value:g} % of staff within {window.value:g} {window.unit} ({share.source})"
    own = "the target of each course, where it has one"
    return Applies(
        type=organisation_type,
        category=number,
        needs=tuple(needs_of(of_type(organisation_type, facts))),
        training=rule if facts.trains_by_share(number) else own,
        conflicts=tuple(facts.table(Conflict).values()),
        limits=tuple(facts.table(Limit).values()),
    )
