"""Words of lists, lengths of time and numbers, as people and other systems write them (ruling X61)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igreg.language.suggest import one_of, same_word
from igreg.model.meant.meaning import meant
from igreg.model.usual_words import usual


class NotMeant(ValueError):
    """What was said is nothing that may stand there: why, and what would be right."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help


_SAME = {
    "foi": "freedom-of-information",
    "freedom of information act": "freedom-of-information",
    "eir": "environmental",
    "environmental information": "environmental",
    "environmental information regulations": "environmental",
    "sar": "subject-access",
    "dsar": "subject-access",
    "subject access request": "subject-access",
    "right of access": "subject-access",
    "accept": "tolerate",
    "accepted": "tolerate",
    "reduce": "treat",
    "mitigate": "treat",
    "avoid": "terminate",
    "live": "in-force",
    "approved": "in-force",
    "published": "in-force",
    "current": "in-force",
    "under review": "in-force",
    "complete": "done",
    "completed": "done",
    "disclosed in full": "disclosed",
    "full disclosure": "disclosed",
    "granted": "disclosed",
    "disclosed in part": "part-disclosed",
    "partially disclosed": "part-disclosed",
    "partial disclosure": "part-disclosed",
    "information not held": "not-held",
    "no information held": "not-held",
    "refused in full": "refused",
    "exempt": "refused",
    "gp practice": "provider",
    "care provider": "provider",
    "trust": "provider",
    "care home": "provider",
}
"""What other systems call the words of a register; each counts only where the field has its word."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


def plain(text: str) -> str:
    """A word without regard to case, blanks and hyphens."""
    return " ".join(re.sub(r"[-_\s]+", " ", text.casefold()).split())


def word(text: str, words: Sequence[str]) -> str:
    """The word of a list that a text means. Raises NotMeant with the words that there are."""
    found = same_word(text, words)
    if found is None:
        other = _SAME.get(plain(text))
        found = other if other in words else None
    if found is None:
        other = usual(text, list(words))
        found = other if other in words else None
    if found is None:
        raise NotMeant(f"{text!r} is not one of the words for this", one_of(text, words))
    return found


def span(text: str) -> str:
    """A length of time. Raises NotMeant; a bare number is none, since nobody can tell of what."""
    lower = plain(text)
    if _NUMBER.fullmatch(lower):
        raise NotMeant(f"{text!r} is a number, and no length of time", f"say of what: {text} months, or {text} years")
    known = meant("span", text) or meant("span", lower)
    if known is not None and known.certain:
        return known.text
    raise NotMeant(f"{text!r} is not a length of time", "write one such as 12 months, 2 years or 30 days")


def number(text: str, *, decimal: bool, comma: bool = False, sign: str = "") -> int | float:
    """A number, with or without signs between the thousands. Raises NotMeant for what is none.

    `comma` is whether the file writes a comma in the place of the point; `sign` is one that may stand beside the
    number, such as `%`.
    """
    plain_text = text.removeprefix(sign).removesuffix(sign).strip() if sign else text
    if comma and re.fullmatch(r"-?\d{1,15},\d{1,9}", plain_text, re.ASCII):
        plain_text = plain_text.replace(",", ".")
    plain_text = re.sub(r"(?<=\d)[, ](?=\d{3}(?:\D|$))", "", plain_text)
    if re.fullmatch(r"-?\d{1,15}(?:\.0{1,9})?", plain_text, re.ASCII):
        return int(plain_text.partition(".")[0])
    if decimal and re.fullmatch(r"-?\d{1,15}\.\d{1,9}", plain_text, re.ASCII):
        return float(plain_text)
    raise NotMeant(f"{text!r} is not a {'number' if decimal else 'whole number'}", "type the number alone")
