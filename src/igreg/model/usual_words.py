"""Words that people use for those of the format, and for what is not there yet."""

from __future__ import annotations

import re
from collections.abc import Collection

_USUAL = {
    "interim": "acting",
    "temporary": "acting",
    "permanent": "substantive",
    "vice": "deputy",
    "stand-in": "deputy",
    "data protection officer": "dpo",
    "senior information risk owner": "siro",
    "caldicott": "caldicott-guardian",
    "guardian": "caldicott-guardian",
    "information governance lead": "ig-lead",
    "information governance manager": "ig-lead",
    "accountable officer": "chief-executive",
    "ceo": "chief-executive",
    "care home": "care-provider",
    "nursing home": "care-provider",
    "home care": "care-provider",
    "domiciliary care": "care-provider",
    "surgery": "gp-practice",
    "gp surgery": "gp-practice",
    "gp": "gp-practice",
    "trust": "nhs-trust",
    "foundation trust": "nhs-trust",
    "hospital": "nhs-trust",
    "council": "local-authority",
    "charity": "third-sector",
    "chemist": "pharmacy",
    "opticians": "optician",
    "complete": "closed",
    "completed": "closed",
    "done": "closed",
    "resolved": "closed",
    "finished": "closed",
    "in progress": "investigating",
    "under investigation": "investigating",
    "new": "open",
    "live": "in-force",
    "current": "in-force",
    "active": "in-force",
    "approved": "in-force",
    "ratified": "in-force",
    "expired": "withdrawn",
    "archived": "withdrawn",
    "superseded": "withdrawn",
    "retired": "withdrawn",
    "revised": "changed",
    "updated": "changed",
    "amended": "changed",
    "ni": "northern-ireland",
    "everyone": "all-staff",
    "everybody": "all-staff",
    "staff": "all-staff",
    "all": "all-staff",
    "all employees": "all-staff",
    "patients": "service-users",
    "residents": "service-users",
    "clients": "service-users",
    "families": "carers",
    "relatives": "carers",
}
"""What people write, without case, and the word of the format; it counts only where that word may stand."""
_NOT_YET = frozenset(
    [
        "tbc",
        "tba",
        "tbd",
        "n/a",
        "na",
        "none",
        "nil",
        "?",
        "-",
        "--",
        "unknown",
        "present",
        "current",
        "ongoing",
        "now",
        "vacant",
        "nobody",
        "pending",
    ]
) | {"not known", "to date", "not applicable", "to be confirmed", "to be decided", "not yet"}
_BETWEEN = re.compile(r"\s*[;,/&+]\s*|\s+(?:and|or)\s+")


def usual(word: str, words: Collection[str]) -> str | None:
    """The word that may stand there, where people call it otherwise."""
    found = _USUAL.get(" ".join(word.casefold().replace("_", " ").split()))
    return found if found in words else None


def not_yet(value: object) -> bool:
    """Whether a value says that there is none yet, which is said by leaving the field out."""
    return isinstance(value, str) and value.strip().casefold().rstrip(".") in _NOT_YET


def several(text: str) -> list[str]:
    """The words of a text that joins several: `a; b`, `a and b`, `(a, b)`; nothing where it is one."""
    bare = text.strip()
    if bare[:1] == "(" and bare[-1:] == ")":
        bare = bare[1:-1]
    parts = [part for part in _BETWEEN.split(bare.strip()) if part]
    return parts if len(parts) > 1 or (parts and bare != text.strip()) else []
