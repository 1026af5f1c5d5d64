"""Assets whose maker's support ends; one without support stays until it is replaced (ruling A94)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.assets import Asset


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Asset]]:
    for asset in as_of.register.of(Asset):
        if asset.support_ends is not None:
            yield Deadline(asset, asset.support_ends, "the maker's support ends", ("support_ends",))
