"""Which reports there are: one file each in `papers`, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from igreg.report import papers
from igreg.report.kind import Report


@cache
def reports() -> Mapping[str, Report[Any]]:
    """Every report by its name; a file's underscore is a hyphen in the name."""
    out = {}
    for module in sorted(pkgutil.iter_modules(papers.__path__), key=lambda one: one.name):
        if not module.name.startswith("_"):
            found = importlib.import_module(f"{papers.__name__}.{module.name}").REPORT
            out[module.name.replace("_", "-")] = found
    return out
