"""What is said of one record, field by field, as far as an audience sees it; and what else names it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from igreg.dataclass import dataclass
from igreg.language.english import capital
from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part, Record, noun
from igreg.model.shared import Document, Review
from igreg.site.audience import Audience, granted, may_see
from igreg.site.labels import label
from igreg.site.naming import WhoNames, naming
from igreg.site.page import Block, Fact, Facts, Inline, Line, Page, Section, joined, plain_words
from igreg.site.review import review_line
from igreg.site.seen import Seen

_TITLES = frozenset({"title", "name"})
_NOTHING: tuple[object, ...] = ("", [])


def record_page(seen: Seen, record: Record, place: str, who_names: WhoNames) -> Page:
    """The page of one record."""
    title = seen.title(record)
    facts = Facts(tuple(facts_of(seen, record)))
    own: tuple[Block, ...] = (facts,) if facts.items else ()
    return Page(
        path=place,
        title=title,
        sort=sort_of(record),
        sections=(Section("", own), *naming(who_names, record)),
        words=seen.said(record.identity or ""),
    )


def sort_of(record: Record) -> str:
    """What a record is, with a capital: `Policy`."""
    word = noun(type(record))
    return word[:1].upper() + word[1:]


def facts_of(seen: Seen, record: Record) -> Iterator[Fact]:
    """Every field that is seen and says something, but its title; the id last, and not to the public."""
    for field in _told(seen.audience, record.kind, type(record)):
        value = getattr(record, field.attribute)
        if value is None or (not value and value in _NOTHING):
            continue
        lines = _lines(seen, record, field, value)
        if lines:
            yield Fact(field.label, lines)


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of a record or of a part of one that an audience sees: what is asked of it again for each record."""

    attribute: str
    path: str
    """Its keys from the record on, with dots."""
    steps: tuple[str, ...]
    label: str
    needed: bool
    many: bool
    part: type[Part] | None
    """The model of the parts that it holds, which are said field by field."""
    choice: bool
    marks: tuple[Any, ...]


@cache
def _told(audience: Audience, kind: str, model: type[Record]) -> tuple[Shown, ...]:
    """The fields of a record that stand on its page, in their order."""
    fields = [one for one in seen_fields(audience, kind, model, "") if one.path not in _TITLES]
    last = [one for one in fields if one.path == "id"] if audience != "public" else []
    return (*(one for one in fields if one.path != "id"), *last)


@cache
def seen_fields(audience: Audience, kind: str, model: type[Part], before: str) -> tuple[Shown, ...]:
    """The fields of a record, or of a part at a path, of which an audience sees anything."""
    return tuple(
        _shown(model, one, f"{before}{key}")
        for key, one in fields_of(model).items()
        if _is_seen(audience, kind, one, f"{before}{key}")
    )


def _is_seen(audience: Audience, kind: str, field: Anatomy, path: str) -> bool:
    """Whether a field is granted; one that holds parts, whether anything of them is."""
    if field.parts and field.parts[0] is not Document:
        return any(one.startswith(f"{path}.") and may_see(audience, kind, one) for one in granted(kind))
    return may_see(audience, kind, path)


def _shown(model: type[Part], field: Anatomy, path: str) -> Shown:
    part = field.parts[0] if field.parts and field.parts[0] is not Document else None
    choice = is_choice(model, field.attribute)
    steps = tuple(path.split("."))
    return Shown(field.attribute, path, steps, label(field.key), field.needed, field.many, part, choice, field.marks)


def _lines(seen: Seen, record: Record, field: Shown, value: Any) -> tuple[Line, ...]:
    """The lines of one field: one for each part or text of a list, one for all references of it."""
    if field.part is Review:
        return tuple(filter(None, (review_line(seen, record, value),)))
    if field.part is not None:
        parts = [_part(seen, record, field.part, one, f"{field.path}.") for one in (value if field.many else (value,))]
        return tuple([one for one in parts if one])
    if not field.many:
        one = seen.value(record, field.steps, value, field.marks, choice=field.choice)
        return (one,) if one else ()
    found = [seen.value(record, field.steps, one, field.marks, choice=field.choice) for one in value]
    found = [one for one in found if one]
    if len(found) < 2 or not all(map(_is_short, found)):
        return tuple(found)
    return (joined(found),)


def _is_short(words: Line) -> bool:
    return len(words) == 1 and (not isinstance(words[0], str) or len(words[0]) < 40)


def _part(seen: Seen, record: Record, model: type[Part], part: Part, before: str) -> Line:
    """A part of a record in one line: its values one after the other, each after its name but the first."""
    out: list[Line] = []
    for field in seen_fields(seen.audience, record.kind, model, before):
        value = getattr(part, field.attribute)
        if value is None or (not value and value in _NOTHING):
            continue
        lines = _lines(seen, record, field, value)
        if lines:
            words = joined(lines, "; ")
            plain = not out and field.needed and not isinstance(value, bool)
            out.append(words if plain else (f"{field.label.lower()}: ", *words))
    return _one_after_the_other(out)


def _one_after_the_other(parts: list[Line]) -> Line:
    """Parts with a semicolon between two; behind one that is a sentence of its own begins another."""
    out: list[Inline] = []
    for part in parts:
        first, *rest = part
        ended = bool(out) and plain_words((out[-1],)).endswith((".", "!", "?"))
        begins = capital(first) if ended and isinstance(first, str) else first
        out += [*([" " if ended else "; "] if out else []), begins, *rest]
    return tuple(out)


@cache
def is_choice(model: type[Part], attribute: str) -> bool:
    """Whether a field holds one of a few words of igreg's own."""
    return any(get_origin(one) is Literal for one in _inside(model.model_fields[attribute].annotation))


def _inside(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for arg in get_args(annotation):
            yield from _inside(arg)
