"""An asset that its owner confirmed with a form: the review that comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from igreg.changes.answers import Answers
from igreg.errors import IgregError
from igreg.exchange.brought import Brought, Refused
from igreg.exchange.plan import Draft, Wanted, draft
from igreg.findings import KeyPath
from igreg.forms.refused import refused, shown, unknown
from igreg.language.suggest import one_of
from igreg.model.kinds.assets import Asset
from igreg.model.leaf import leaf
from igreg.register.register import Register

CONFIRMED = ("asset", "by", "outcome")
"""What somebody says who confirms an asset."""


def confirmed(register: Register, pairs: Sequence[tuple[str, str]], known: Brought, now: dt.datetime) -> Draft:
    """An asset was looked at, today: the review that somebody could have written with `igreg review`."""
    answers, today = Answers(register, Asset, now), now.date()
    given: dict[str, str] = {}
    amiss: list[Refused] = []
    for name, value in pairs:
        if name not in CONFIRMED:
            amiss.append(unknown(name, value, CONFIRMED))
        elif name in given:
            amiss.append(Refused(name, shown(value), f"`{name}` is given twice", "give it once"))
        else:
            given[name] = value
    amiss += [
        Refused(name, None, "this is missing", f"add --set {name}=...")
        for name in CONFIRMED
        if name not in given and all(one.field != name for one in amiss)
    ]
    values: dict[KeyPath, Any] = {("review", "last"): today.isoformat()}
    for name in ("by", "outcome"):
        try:
            if name in given:
                values["review", name] = answers.read(leaf(Asset, f"review.{name}"), given[name])
        except IgregError as error:
            amiss.append(refused(name, given[name], error))
    asset = _asset(register, given, amiss)
    if asset is not None and asset.review is not None:
        if asset.review.last is not None and asset.review.last > today:
            message = f"{asset.id} was reviewed on {asset.review.last}, after {today}"
            amiss.append(Refused("asset", asset.id, message, "give a later day with --today"))
        if asset.review.next is not None and asset.review.next <= today:
            values["review", "next"] = None
    wanted = [Wanted("assets", values, asset)] if asset is not None and not amiss else []
    message = f"Review {asset.id if asset else ''}: {values.get(('review', 'outcome'))}, on {today}"
    return draft(register, wanted, replace(known, refused=amiss), message)


def _asset(register: Register, given: Mapping[str, str], amiss: list[Refused]) -> Asset | None:
    if "asset" not in given:
        return None
    text = given["asset"]
    found = register.lookup.matches(text.strip(), ("assets",))
    if len(found) == 1:
        return register.get(Asset, found[0])
    message = "may mean several assets" if found else "is not an asset of this register"
    help = one_of(text, found) if found else register.lookup.hint(text, ("assets",))
    amiss.append(Refused("asset", shown(text), f"{shown(text)!r} {message}", help))
    return None
