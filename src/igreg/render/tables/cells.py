"""A value of a table as other programs take it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from igreg.tables.spoken import number


def jsonable(value: Any) -> Any:
    """A value, however deep, as JSON has it: days and moments as ISO text, sums as numbers, no NaN."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return _float(value)
        case Decimal():
            return number(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return value.hex()
        case list() | tuple() | set():
            return [jsonable(one) for one in value]
        case dict():
            return {str(key): jsonable(one) for key, one in value.items()}
    return str(value)


def _float(value: float) -> int | float | str:
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def written(value: Any) -> str:
    """A value as a text: days as ISO, `true` and `false`, nothing where there is none."""
    import json

    found = jsonable(value)
    if found is None:
        return ""
    if isinstance(found, str):
        return found
    if isinstance(found, list | dict | bool):
        return json.dumps(found, ensure_ascii=False)
    return str(found)
