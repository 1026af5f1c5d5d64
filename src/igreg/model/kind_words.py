"""Which kind of record a word means: `incidents`, `incident`, `training record`."""

from __future__ import annotations

import functools
import re

from igreg.model.kinds import in_order, model_of

_USUAL = {
    "employee": "staff",
    "worker": "staff",
    "colleague": "staff",
    "person": "staff",
    "people": "staff",
    "breach": "incidents",
    "breache": "incidents",
    "data breach": "incidents",
    "data breache": "incidents",
    "near miss": "incidents",
    "procedure": "policies",
    "protocol": "policies",
    "training": "training-records",
    "sar": "requests",
    "subject access request": "requests",
    "foi": "requests",
    "foi request": "requests",
    "ropa": "processing",
    "information asset": "assets",
    "system": "assets",
    "post": "roles",
    "job": "roles",
    "committee": "groups",
    "department": "units",
    "team": "units",
    "supplier": "bodies",
    "organisation outside": "bodies",
    "privacy notice": "notices",
    "isa": "sharing-agreements",
    "data sharing agreement": "sharing-agreements",
}
"""What people call one record of a kind, besides its own name; without the `s` of several."""


def kind_meant(word: str) -> str | None:
    """The kind that a word names in the singular or plural, with `-`, `_` or a blank; case aside. Else nothing."""
    plain = _plain(word)
    return _words().get(plain) or _USUAL.get(plain.removesuffix("s")) or _USUAL.get(plain)


def singular(kind: str) -> str:
    """One record of a kind as people type it: `incident`, `training-record`."""
    return f"{kind[:-3]}y" if kind.endswith("ies") else kind.removesuffix("s")


@functools.cache
def _words() -> dict[str, str]:
    out: dict[str, str] = {}
    for kind in in_order():
        model = model_of(kind)
        one = model.one.partition("(")[0]
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__)  # StaffMember: a staff member
        for word in (kind, singular(kind), model.many, one, one.partition(" ")[2], name):
            if _plain(word):
                out.setdefault(_plain(word), kind)
    return out


def _plain(word: str) -> str:
    return " ".join(word.replace("-", " ").replace("_", " ").split()).casefold()
