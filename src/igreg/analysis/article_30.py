"""What UK GDPR, Article 30, asks of a record of processing and the record lacks; and which assets are in no record."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.data_flows import is_personal
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.processing import Processing
from igreg.register.register import Register

_OF_CONTROLLERS = ("purposes", "subjects", "categories", "recipients", "retention", "security")
_ASKED = {
    "controller": _OF_CONTROLLERS,
    "joint-controller": ("controllers", *_OF_CONTROLLERS),
    "processor": ("controllers", "categories", "security"),
}
"""What Article 30(1) and (2) ask for that has a field of its own (rulings B57, B59)."""


def missing_of(record: Processing) -> tuple[str, ...]:
    """The fields that a record lacks of those that are asked for; `recipients` in either of its two fields."""
    return tuple(field for field in _ASKED.get(record.our_role or "", ()) if _is_missing(record, field))


def missing_of_asset(asset: Asset) -> tuple[str, ...]:
    """The same of an asset that stands for a record of processing, since none names it."""
    return tuple(field for field in _OF_CONTROLLERS if asset.lacks(field))


def outside_the_record(register: Register) -> Iterator[Asset]:
    """The assets with personal data that no record of processing names; where there are no records, all of them."""
    named = {asset for record in register.of(Processing) for asset in record.assets}
    return (asset for asset in register.of(Asset) if is_personal(asset) and asset.id not in named)


def _is_missing(record: Processing, field: str) -> bool:
    return record.lacks(field) and (field != "recipients" or record.lacks("recipient_categories"))
