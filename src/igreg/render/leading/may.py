"""Who may decide something, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from igreg.analysis.who_may import May, WhoMay
from igreg.language.english import are, listed, long_day, money
from igreg.register.register import Register
from igreg.render.escape.terminal import folded, plain


def may_json(found: WhoMay, register: Register) -> str:
    """The answer for machines."""
    value = {
        "version": 1,
        "on": found.day.isoformat(),
        "task": found.task,
        "value": _number(found.value),
        "may": [_may(one) for one in found.may],
        "may_not": [{"party": one.party, "why": one.why} for one in found.may_not],
        "incomplete": list(register.unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _may(one: May) -> dict[str, Any]:
    return {
        "party": one.party,
        "kind": one.sort,
        "people": list(one.people),
        "by": one.by,
        "delegation": one.delegation.id if one.delegation is not None else None,
        "limit": _number(one.limit),
        "currency": one.currency,
        "until": one.until.isoformat() if one.until else None,
        "chain": list(one.chain),
    }


def _number(sum: Decimal | None) -> int | float | None:
    """A sum as a number: whole where it is, so that it is read again as it was written."""
    if sum is None:
        return None
    return int(sum) if sum == sum.to_integral_value() else float(sum)


def may_text(found: WhoMay, register: Register, width: int) -> str:
    """The same for people, as wide as the terminal."""
    out = []
    for part in _lines(found, register):
        indent = part[: len(part) - len(part.lstrip(" "))]
        out += folded(plain(part), width, then=f"{indent}    " if indent else "")
    return "".join(f"{line}\n" for line in out)


def _lines(found: WhoMay, register: Register) -> Iterator[str]:
    value = f", {money(found.value, '').strip()}" if found.value is not None else ""
    asked = f"{found.task!r}{value}, on {long_day(found.day)}"
    if found.may:
        yield f"{asked}: may be decided by"
    elif found.may_not:
        yield f"{asked}: nobody may decide it"
    else:
        yield f"{asked}: nobody is named for it"
    for one in found.may:
        yield ""
        yield from _one(one, register)
    if found.may_not:
        yield ""
        yield "May not:"
        for other in found.may_not:
            yield f"  {_named(register, other.party)}: {other.why}"


def _one(one: May, register: Register) -> Iterator[str]:
    people = listed([register.title(id) for id in one.people])
    yield f"{_named(register, one.party)}" + (f": {people}" if one.sort != "person" or one.away else "")
    if one.away:
        gone = listed([register.title(id) for id in one.away])
        alone = set(one.people) <= set(one.away)
        yield f"  {gone} {are(len(one.away))} away" + (", and nobody stands in" if alone else "")
    yield f"  {_authority(one, register)}"
    if one.until is not None:
        yield f"  until {long_day(one.until)}"
    if len(one.chain) > 1:
        yield f"  the chain: {' < '.join(_named(register, id) for id in one.chain)}"


def _authority(one: May, register: Register) -> str:
    if one.by == "decides":
        return "by what the post may decide; no limit"
    if one.by == "lead":
        return "as the lead of the area; no limit"
    assert one.delegation is not None
    up_to = f", up to {money(one.limit, one.currency or 'GBP')}" if one.limit is not None else ", without a limit"
    words = f"; {one.delegation.limits}" if one.delegation.limits else ""
    given = f"under {_named(register, one.delegation.id)} from {_named(register, one.delegation.from_)}"
    return f"{given}{up_to}{words}"


def _named(register: Register, id: str | None) -> str:
    title = register.title(id)
    return f"{title} ({id})" if title != id else title
