"""The views over many registers: plain SQL, in the subset that DuckDB and Spark SQL both take.

Each is a file beside this one and bears its name. They stand on one table, `figures`: the rows of snapshots (see
`rows.py`), with `register`, the path by which each was named, and `source`, which is `register` or `snapshot`. Of what
could not be read there is one row, of part `unreadable`, whose words say why.
"""

from __future__ import annotations

import functools
import pkgutil
import re
from collections.abc import Mapping

from igreg.estate.rows import COLUMNS

FIGURES = {"register": "VARCHAR", "source": "VARCHAR", **COLUMNS}
"""The columns of the table that the views stand on, each with its type."""
ORDER = (
    *("registers", "organisations", "newest"),
    *("by_rule", "by_kind", "by_area", "by_course"),
    *("measures", "medians", "spreads", "outliers", "late", "trend", "summary"),
)
"""The views, each after those that it stands on."""
SHOWN = (
    *("registers", "organisations", "by_rule", "by_kind", "by_area", "by_course"),
    *("outliers", "late", "trend", "summary"),
)
"""Those that are asked for; the others only help."""
UNREADABLE = "unreadable"


@functools.cache
def views() -> Mapping[str, str]:
    """The SQL of each view, without its remarks, in an order in which they can be made."""
    return {name: _sql(name) for name in ORDER}


def _sql(name: str) -> str:
    data = pkgutil.get_data("igreg.estate", f"{name}.sql")
    if data is None:
        raise FileNotFoundError(name)
    return re.sub(r"^--.*\n", "", data.decode("utf-8"), flags=re.MULTILINE).strip()
