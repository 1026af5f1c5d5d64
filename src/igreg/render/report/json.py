"""The values of a report for machines: the JSON of version 1."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any


def report_json(name: str, values: Any) -> str:
    """The values as one JSON object: days as 2026-11-22, sums as texts of exact digits."""
    return json.dumps({"version": 1, "report": name} | _value(values), ensure_ascii=False, indent=1) + "\n"


def _value(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _value(getattr(value, one.name)) for one in fields(value)}
    match value:
        case dict():
            return {str(key): _value(one) for key, one in value.items()}
        case list() | tuple():
            return [_value(one) for one in value]
        case dt.date():
            return value.isoformat()
        case Decimal():
            return str(value)
    return value
