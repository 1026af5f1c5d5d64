"""What looks like somebody's details in a text: a name with Mr or Mrs, an address, a number, a private mailbox."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from igreg.pattern import pattern

ADDRESS = re.compile(r"@(?<=[\w.+-]@)([\w-]+)\.(?:com|co\.uk)(?!\.?[\w-])", re.IGNORECASE)
"""An address at a provider of mailboxes; the group is the provider's name."""
_44 = r"44[ -]?\(?0?\)?[ -]?7"
MOBILE = re.compile(rf"(?:0(?<![\d+]0)(?:7|0{_44})|\+(?<![\d+]\+){_44})(?:[ -]?\d){{9}}(?!\d)")
"""A mobile number. It and others here begin with a sign and look behind it: so a search skips to the next such sign."""

_TITLES = ("Mr", "Ms", "Miss", "Master")
_NAME = r"[^\W\d_a-z][\w'’-]{2,}"
_TITLED = pattern(rf"\b(?:Mr|Mrs|Ms|(?<!Near[ -])Miss)\b\.? +({_NAME})(?: +({_NAME}))?")
"""Not in a heading that speaks of a Near Miss."""
_NO_NAMES = {
    "Ms": frozenset({"Teams", "Excel", "Word", "Office", "Outlook", "PowerPoint", "SharePoint", "Windows", "Forms"}),
    "Mi": frozenset(
        {"Form", "Forms", "Report", "Reports", "Reporting", "Log", "Register", "Review", "Incident", "Policy"}
    ),
}
"""What follows Ms where a program is meant, and Miss where a near miss is; by the first two letters."""
_MASTER = pattern(rf"\bMaster +({_NAME}) +({_NAME})")
_NO_MASTER = frozenset({"Data", "Patient", "Services", "Agreement", "Index", "File", "Copy", "Key"})
_NO_MASTER |= {"List", "Rota", "Record", "Records", "Register", "Sheet", "Spreadsheet", "Password", "Document", "Set"}
_NO_MASTER |= {"Template", "Schedule", "Plan", "Folder", "Server", "Service", "Contract"}
_HOSPITAL = pattern(
    r"\b(?:hospital (?:number|no)\b\.?|MRN\b|patient (?:number|id)\b)[ :#]*(?:is )?[A-Z]{0,3}[ -]?[0-9]{4,}",
    re.IGNORECASE,
)
_HOSPITAL_WORDS = ("hospital n", "mrn", "patient n", "patient i")
_POST_CODE = pattern(r"[A-Z](?<!\w[A-Z])[A-Z]?[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HOUSE = pattern(rf"(?<![0-9] )\b[1-9][0-9]{{0,3}}[A-Za-z]?,? +(?!(?:{_MONTHS})\b)[A-Za-z]{{2,}}")
_WORKPLACE = pattern(
    r"\b(?:ward|building|block|unit|suite|floor|level|room|clinic|theatre|section|box) $", re.IGNORECASE
)
"""What a number stands after where it is no number of a house."""
_LONGEST = 12
"""More characters than any of those words has."""
_BEFORE = 40
"""How many characters before a post code the number of the house may stand."""


def personal_details(text: str, known: Container[str], providers: Container[str]) -> Iterator[str]:
    """What a text seems to hold, in words that repeat none of it (ruling B54).

    `known` are the words of names that may stand there, such as those of staff; `providers` give private mailboxes.
    """
    if any(title in text for title in _TITLES) and _has_a_name(text, known):
        yield "a person's name"
    folded = text.casefold()
    if any(word in folded for word in _HOSPITAL_WORDS) and _HOSPITAL.search(text):
        yield "a hospital number"
    if any(_has_house(text, max(0, code.start() - _BEFORE), code.start()) for code in _POST_CODE.finditer(text)):
        yield "a home address"
    if MOBILE.search(text):
        yield "a mobile number"
    if any(match[1].lower() in providers for match in ADDRESS.finditer(text)):
        yield "a private mailbox"


def _has_a_name(text: str, known: Container[str]) -> bool:
    return any(_is_unknown(found.groups(), known) and _is_a_name(found) for found in _TITLED.finditer(text)) or any(
        _is_unknown(found.groups(), known) and _NO_MASTER.isdisjoint(found.groups()) for found in _MASTER.finditer(text)
    )


def _is_unknown(words: tuple[str | None, ...], known: Container[str]) -> bool:
    return not any(word.removesuffix("'s").removesuffix("’s") in known for word in words if word)


def _is_a_name(found: re.Match[str]) -> bool:
    return found[1] not in _NO_NAMES.get(found[0][:2], ())


def _has_house(text: str, start: int, end: int) -> bool:
    """Whether the number of a house and a word stand in a stretch of text."""
    return any(
        not _WORKPLACE.search(text, max(0, found.start() - _LONGEST), found.start())
        for found in _HOUSE.finditer(text, start, end)
    )
