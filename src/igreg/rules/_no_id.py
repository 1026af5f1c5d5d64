"""What to do about words that stand where an id belongs: marks for what is above, oneself, everybody."""

from __future__ import annotations

from igreg.model.base import Record
from igreg.model.no_value import DITTO_HELP, is_ditto
from igreg.register.register import Register


def ditto(register: Register, record: Record, target: str, path: tuple[str | int, ...]) -> str:
    """What to do about a mark for what is above: the value of the record before, where that is one word."""
    if not is_ditto(target):
        return ""
    here = register.by_file.get(record.where.file, [])
    before = next((one for one in here if one.where.item == (record.where.item or 0) - 1), None)
    value = getattr(before, str(path[0]), None) if len(path) == 1 else None
    return f"{DITTO_HELP}: there it is {value}" if isinstance(value, str) and not is_ditto(value) else DITTO_HELP


def itself(record: Record, target: str, path: tuple[str | int, ...]) -> str:
    """What to do about somebody who is said to be above themselves."""
    if path[-1] not in ("manager", "accountable_to") or target.casefold() not in _SELF:
        return ""
    above = "has no manager" if path[-1] == "manager" else "answers to nobody"
    return f"leave the field out for whoever {above}; else name who is above {record.called}"


_SELF = frozenset({"self", "itself", "himself", "herself", "themselves", "themself", "own", "me"})


def each(field: str, target: str) -> str:
    """What to do about a training record of everybody, or one that leans on the one above."""
    if field == "staff" and target.casefold() in _EVERYBODY:
        return "a record is of one person: write one for each"
    return DITTO_HELP if is_ditto(target) else ""


_EVERYBODY = frozenset({"all", "all staff", "all-staff", "everybody", "everyone", "team", "whole team"})
