"""Which data flows there are on a day, and whether their data are personal."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.in_force import in_force
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.data_flows import DataFlow
from igreg.register.register import Register


def flows_on(register: Register, day: dt.date) -> list[DataFlow]:
    """The data flows of a day, the first and the last day of each included."""
    return [flow for flow in register.of(DataFlow) if in_force(flow, day)]


def is_personal(record: Asset | DataFlow) -> bool | None:
    """Whether the data are personal: those of a special category are; None where nobody has said."""
    return True if record.special_category else record.personal_data


def assets_of(register: Register, flow: DataFlow) -> set[str]:
    """The assets whose data flow: those that it names, and the one that it comes from."""
    return {*flow.assets, *([flow.from_] if flow.from_ and register.kind_of.get(flow.from_) == "assets" else [])}
