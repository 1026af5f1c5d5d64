"""Words that people use for those of the format, and for what is not there yet."""

from __future__ import annotations

from collections.abc import Collection

from igreg.pattern import pattern

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
    "minor changes": "changed",
    "small changes": "changed",
    "some changes": "changed",
    "no changes": "unchanged",
    "no changes needed": "unchanged",
    "breach": "incident",
    "data breach": "incident",
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
    "ig": "governance",
    "gdpr": "data-protection",
    "uk gdpr": "data-protection",
    "dp": "data-protection",
    "privacy": "data-protection",
    "cyber": "security",
    "cyber security": "security",
    "cybersecurity": "security",
    "it security": "security",
    "information security": "security",
    "information risk": "risk",
    "ni": "northern-ireland",
    "cymru": "wales",
    "welsh": "wales",
    "english": "england",
    "scottish": "scotland",
    "alba": "scotland",
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
_USUAL_TOO = {"done": "held", "completed": "held", "complete": "held", "took place": "held", "postponed": "cancelled"}
"""A second word of the format for the same, where the first may not stand."""
_FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "title", "staff"),
    "title": ("name",),
    "date": ("completed", "aware", "on", "at"),
    "date_completed": ("completed",),
    "attendees": ("present",),
    "attended": ("present",),
    "attendance": ("present",),
    "description": ("summary", "what"),
    "details": ("summary", "what"),
    "next_review": ("review",),
    "next_review_date": ("review",),
    "review_due": ("review",),
    "review_date": ("review",),
    "last_review": ("review",),
    "last_reviewed": ("review",),
    "reviewed": ("review",),
    "role": ("job_title",),
    "position": ("job_title",),
    "job": ("job_title",),
    "mail": ("email",),
    "first_name": ("name",),
    "forename": ("name",),
    "surname": ("name",),
    "last_name": ("name",),
    "full_name": ("name",),
    "department": ("unit",),
    "team": ("unit",),
    "boss": ("manager",),
    "file": ("document", "path"),
    "link": ("url", "document"),
    "deadline": ("due",),
    "supervisor": ("manager",),
    "incident_date": ("occurred",),
    "date_of_incident": ("occurred",),
    "happened": ("occurred",),
    "discovered": ("aware",),
    "investigator": ("lead",),
    "severity": ("impact",),
    "since": ("from", "started"),
    "start": ("from", "started"),
    "end": ("until", "left"),
    "to": ("to", "until", "end"),
    "responsible": ("owner",),
    "action": ("what",),
    "areas": ("about",),
    "topic": ("areas", "about"),
    "topics": ("areas", "about"),
    "frequency": ("every", "meets_every"),
    "security_measures": ("security",),
    "legal_basis": ("lawful_basis",),
    "lawful_bases": ("lawful_basis",),
    "processor": ("supplier",),
    "joint_controllers": ("controllers",),
}
"""What people call a field, and the fields that it may be."""
_BETWEEN = pattern(r"\s*[;,/&+]\s*|\s+(?:and|or)\s+")


def usual(word: str, words: Collection[str]) -> str | None:
    """The word that may stand there, where people call it otherwise."""
    text = " ".join(word.casefold().replace("_", " ").split())
    return next((found for table in (_USUAL, _USUAL_TOO) if (found := table.get(text)) in words), None)


def usual_among(word: str, words: Collection[str]) -> str | None:
    """The same, also where more is said beside it: `closed - lessons shared`, `residential care home`. To be asked."""
    text = " ".join(word.casefold().replace("_", " ").split())
    known = usual(word, words)
    if known is not None:
        return known
    before = _REMARK.split(text, maxsplit=1)[0].rstrip()
    if before != text and before:
        return before.replace(" ", "-") if before.replace(" ", "-") in words else usual_among(before, words)
    inside = {found for name, found in _USUAL.items() if " " in name and found in words and f" {name} " in f" {text} "}
    if not text.startswith(("not ", "no ", "never ")):
        inside |= {one for one in text.split() if one in words}
    return inside.pop() if len(inside) == 1 else None


_REMARK = pattern(r" [-\u2013\u2014] | ?[(,;:]|[.] ")
"""What stands between a word of the format and what somebody wanted to say besides."""


def parted(word: str, words: Collection[str]) -> list[str]:
    """The words of the format of which a word is a part: `manager` of registered-manager and records-manager."""
    text = "-".join(word.casefold().replace("_", " ").split())
    return [one for one in words if text and text in one.split("-")] if "-" not in text else []


def usual_field(word: str, fields: Collection[str]) -> str | None:
    """The field of a record that people call otherwise, if it has one."""
    return next((field for field in usual_names(word) if field in fields), None)


def usual_names(word: str) -> tuple[str, ...]:
    """The fields that people may mean by a word."""
    return _FIELDS.get("_".join(word.casefold().replace("-", " ").replace("_", " ").split()), ())


def several(text: str) -> list[str]:
    """The words of a text that joins several: `a; b`, `a and b`, `(a, b)`; nothing where it is one."""
    bare = text.strip()
    if bare[:1] == "(" and bare[-1:] == ")":
        bare = bare[1:-1]
    parts = [part for part in _BETWEEN.split(bare.strip()) if part]
    return parts if len(parts) > 1 or (parts and bare != text.strip()) else []
