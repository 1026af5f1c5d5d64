"""Sums of money, exact as they are written and never less than nothing (ruling B76), and their currencies."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from igreg.model.values import Unfit

NOT_EXACT = "number_not_exact"
"""The error type of a number that was read less exactly than it is written; `mend` brings it as the file has it."""
_A_NUMBER = "a number, such as 1250 or 1250.50"
_DIGITS, _DECIMALS = 24, 6
_CODE = re.compile("[A-Z]{3}")


def _sum(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Unfit(_A_NUMBER, "sum")
    if isinstance(value, float):
        if not math.isfinite(value):
            raise Unfit(_A_NUMBER, "")
        if not _is_exact(value):
            raise PydanticCustomError(NOT_EXACT, "a number that was read less exactly than it is written")
    found = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if found < 0:
        raise Unfit("a sum of 0 or more", "")
    exponent = found.as_tuple().exponent
    if found >= Decimal(10) ** _DIGITS or (isinstance(exponent, int) and exponent < -_DECIMALS):
        raise Unfit(f"a sum of at most {_DIGITS} digits, and {_DECIMALS} after the point", "")
    return found


def _currency(value: Any) -> str:
    found = value.strip().upper() if isinstance(value, str) else ""
    if not _CODE.fullmatch(found):
        raise Unfit("the code of a currency in three letters, such as GBP or EUR", "")
    return found


def _is_exact(value: float) -> bool:
    """Whether a number of the file is surely the one that is written there: it is read to some fifteen digits."""
    digits = sum(char.isdigit() for char in repr(value).partition("e")[0])
    return abs(value) < 1e13 and digits <= 15


Sum = Annotated[Decimal, BeforeValidator(_sum), WithJsonSchema({"type": "number", "minimum": 0})]
"""Money, up to 24 digits and six behind the point."""
Currency = Annotated[str, BeforeValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{3}$"})]
"""In which money: three letters, in capitals, so that two sums of one currency are known to be so."""
