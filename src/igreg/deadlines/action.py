"""Actions that are not done, wherever they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.as_of import AsOf
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.base import Record
from igreg.model.shared import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDue(Deadline[Record]):
    """An action that is due; it belongs to its own owner, else to that of its record."""

    action: Action


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[ActionDue]:
    for record, path, action in open_actions(as_of.register):
        if action.due is not None and action.due <= until:
            what = action.what or ""
            yield ActionDue(record, action.due, what, path, action.id, owner=action.owner, action=action)
