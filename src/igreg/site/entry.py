"""What is said of one record, field by field, as far as an audience sees it; and what else names it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part, Record
from igreg.model.shared import Document
from igreg.site.audience import Audience, granted, may_see
from igreg.site.page import Block, Fact, Facts, Line, Page, Points, Section, joined, line
from igreg.site.seen import Seen

_TITLES = frozenset({"title", "name"})
_MANY_NAMES = 200
"""So many records that name one are listed; of more the others are counted."""


def record_page(seen: Seen, record: Record, place: str) -> Page:
    """The page of one record."""
    title = seen.title(record)
    facts = Facts(tuple(facts_of(seen, record)))
    own: tuple[Block, ...] = (facts,) if facts.items else ()
    return Page(
        path=place,
        title=title,
        sort=sort_of(record),
        sections=(Section("", own), *naming(seen, record)),
        words=seen.said(record.identity or ""),
    )


def sort_of(record: Record) -> str:
    """What a record is, with a capital: `Policy`."""
    word = record.one.partition(" ")[2] if record.one.startswith(("a ", "an ", "the ")) else record.one
    return word[:1].upper() + word[1:]


def facts_of(seen: Seen, record: Record) -> Iterator[Fact]:
    """Every field that is seen and says something, but its title; the id last, and not to the public."""
    fields = seen_fields(seen.audience, record.kind, type(record), "")
    last = [one for one in fields if one.key == "id"] if seen.audience != "public" else []
    for field in (*(one for one in fields if one.key != "id"), *last):
        if field.key not in _TITLES:
            lines = tuple(_lines(seen, record, type(record), field, getattr(record, field.attribute), ""))
            if lines:
                yield Fact(label(field.key), lines)


@cache
def seen_fields(audience: Audience, kind: str, model: type[Part], before: str) -> tuple[Anatomy, ...]:
    """The fields of a record, or of a part at a path, of which an audience sees anything."""
    paths = [path for path in granted(kind) if may_see(audience, kind, path)]
    found = fields_of(model).values()
    return tuple(one for one in found if any(f"{path}.".startswith(f"{before}{one.key}.") for path in paths))


def label(key: str) -> str:
    """A field as a heading: `approved_on` is `Approved on`, and an id a reference."""
    words = _LABELS.get(key, key.replace("_", " "))
    return words[:1].upper() + words[1:]


_LABELS = {
    "id": "reference",
    "from": "from",
    "accountable_to": "answers to",
    "holders": "who has held it",
    "aware": "we knew of it",
    "ig_group": "is the IG group",
    "top": "at the top",
    "follows": "follows guidance",
    "under": "carries out",
    "dspt": "data security and protection toolkit",
    "ods_code": "ODS code",
    "for": "for",
}


def _lines(seen: Seen, record: Record, model: type[Part], field: Anatomy, value: Any, before: str, /) -> Iterator[Line]:
    """The lines of one field: one for each part or text of a list, one for all references of it."""
    path = f"{before}{field.key}"
    if value is None or value == [] or value == "":
        return
    if field.parts and field.parts[0] is not Document:
        for part in value if field.many else (value,):
            found = _part(seen, record, part, f"{path}.")
            if found:
                yield found
        return
    if not seen.may(record.kind, path):
        return
    choice = is_choice(model, field.attribute)
    found_lines = [
        seen.value(record, path, one, field.marks, choice=choice) for one in (value if field.many else (value,))
    ]
    found_lines = [one for one in found_lines if one]
    if all(len(one) == 1 and (not isinstance(one[0], str) or len(one[0]) < 40) for one in found_lines):
        if found_lines:
            yield joined(found_lines)
    else:
        yield from found_lines


def _part(seen: Seen, record: Record, part: Part, before: str) -> Line:
    """A part of a record in one line: its values one after the other, each after its name but the first."""
    out: list[Line] = []
    for field in seen_fields(seen.audience, record.kind, type(part), before):
        lines = list(_lines(seen, record, type(part), field, getattr(part, field.attribute), before))
        if lines:
            words = joined(lines, "; ")
            out.append(words if not out and field.needed else line(f"{label(field.key).lower()}: ", *words))
    return joined(out, "; ")


@cache
def is_choice(model: type[Part], attribute: str) -> bool:
    """Whether a field holds one of a few words of igreg's own."""
    return any(get_origin(one) is Literal for one in _inside(model.model_fields[attribute].annotation))


def _inside(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for arg in get_args(annotation):
            yield from _inside(arg)


def naming(seen: Seen, record: Record) -> Iterator[Section]:
    """What names the record, kind by kind, as far as it is seen and the field that does."""
    found: dict[str, dict[str, Line]] = {}
    for pointer in seen.register.references.pointers.get(record.identity or "", ()):
        other = pointer.record
        path = ".".join(step for step in pointer.path if isinstance(step, str))
        named = seen.named(other.identity) if seen.may(other.kind, path) else None
        if named and other is not record:
            words = label(path.rpartition(".")[2]).lower()
            found.setdefault(other.many, {}).setdefault(other.identity or "", line(named, f" ({words})"))
    for many, lines in found.items():
        listed = tuple(lines.values())
        more = len(listed) - _MANY_NAMES
        if more > 0:
            listed = (*listed[:_MANY_NAMES], line(f"and {more} more"))
        yield Section(f"{many[:1].upper()}{many[1:]}", (Points(listed),))
