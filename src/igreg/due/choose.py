"""Words of the command line -> what is chosen; an unknown one names the nearest."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.analysis.unread import refuse_to_call_unknown
from igreg.deadlines._deadline import names
from igreg.errors import IgregError, unknown
from igreg.model.kinds import KINDS, in_order
from igreg.model.meant.meaning import meant
from igreg.model.span import Span, parse_span
from igreg.register.register import Register

SINGULAR = {"roles": "role", "staff": "person", "units": "unit", "areas": "area"}
"""What one of those is called that an option takes."""


def span(option: str, text: str) -> Span:
    """A span as typed."""
    try:
        return parse_span(text)
    except ValueError as error:
        form = meant("span", f"{text} days" if text.strip().isdecimal() else text)
        said = f"write {option} '{form.text}', if that is what is meant" if form else f"for example: {option} '6 weeks'"
        raise IgregError(f"{option}: {text!r} is not {error}", said) from None


def known(register: Register, option: str, word: str | None, kind: str) -> str | None:
    """An id of a kind, or an area, as typed."""
    if word is None:
        return None
    words = register.areas if kind == "areas" else [id for id, k in register.kind_of.items() if k == kind]
    if word in words:
        return word
    refuse_to_call_unknown(register, word)
    raise IgregError(f"{option}: there is no {SINGULAR[kind]} {word!r}", register.lookup.hint(word, (kind,)))


def kinds(given: Iterable[str]) -> frozenset[str]:
    """Kinds of record or of date, comma-separated and repeatable."""
    out = {word.strip() for text in given for word in text.split(",") if word.strip()}
    for word in sorted(out - {*KINDS, *names()}):
        raise unknown("--kind", "kind", word, (*in_order(), *names()))
    return frozenset(out)
