"""What one audience sees of a register: whoever makes a page asks here for every value, and gets what is granted."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from igreg.chart.view import AUDIENCE_TITLES
from igreg.dataclass import dataclass
from igreg.language.english import long_day
from igreg.model.base import Part, Record
from igreg.model.kinds.exceptions import RuleException
from igreg.model.kinds.meetings import Meeting
from igreg.model.kinds.roles import Role
from igreg.model.marks import AreaName, Ref
from igreg.model.shared import Document
from igreg.once import once_for_each, once_for_each_record
from igreg.register.register import Register
from igreg.report.asked import SOMEBODY, Asked
from igreg.report.matters.departures import meaning
from igreg.site.audience import Audience, may_see, sees_kind
from igreg.site.page import Away, Inline, Line, Link, line
from igreg.site.places import places
from igreg.site.reach import reached
from igreg.site.said import SAID, chosen
from igreg.site.shown import is_public, is_shown

_CONTACT = "contact"
"""The last key of a field that says how a body or somebody in it is reached."""
_NUMBERED = re.compile(r"\bperson-[0-9]+\b")
"""What stands in a text in place of a name."""
_ALIKE = frozenset({str, dt.date})
"""The sorts of values of which equal ones are said alike; moments are not, for each is said by its own clock."""
SAFE = ("https://", "http://", "mailto:")
"""What an address may begin with to be a link; anything else stays text."""


@dataclass(frozen=True)
class Seen:
    """A register as one audience sees it. Where the audience is the public, texts name nobody."""

    asked: Asked
    audience: Audience
    documents: Mapping[str, str]
    """Where the documents stand that are in the site, by their path in the repository."""

    @property
    def register(self) -> Register:
        """The register."""
        return self.asked.register

    def said(self, text: str | None) -> str:
        """A text of the register; to the public without names of people."""
        found = self.asked.text(text)
        return found if self.asked.names else _NUMBERED.sub(SOMEBODY, found)

    def told(self, record: Record, text: str | None, *path: str) -> str:
        """A text of a record: not where a rule finds somebody's details in it; to the public without names."""
        return self._told(record.kind, path, text) if text else ""

    @once_for_each
    def _told(self, kind: str, path: tuple[str, ...], text: str) -> str:
        """A text of a field as it may be read: many records say the same."""
        found = self.asked.told_in(kind, path, text)
        return found if self.asked.names else _NUMBERED.sub(SOMEBODY, found)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Where each record that has a place in the site stands."""
        return places(self.asked.as_of, self.audience, self.said)

    def may(self, kind: str, path: str) -> bool:
        """Whether a field is seen."""
        return may_see(self.audience, kind, path)

    def get(self, record: Record, path: str) -> Any:
        """The value of a field as it is; nothing where it is not seen. A path may lead into a part, not into a list."""
        if not self.may(record.kind, path):
            return None
        value: Any = record
        for step in path.split("."):
            value = getattr(value, step, None)
        return value

    def text(self, record: Record, path: str) -> str:
        """A field that is a text, as it is read; empty where it is not seen."""
        return self.told(record, self.get(record, path), *path.split("."))

    @once_for_each_record
    def title(self, record: Record) -> str:
        """What a record is called; empty where nobody may know."""
        if not sees_kind(self.audience, record.kind):
            return ""
        if isinstance(record, Meeting) and record.date is not None:
            group = self.register.by_id.get(record.group or "")
            return f"{self.title(group) if group is not None else 'Meeting'}, {long_day(record.date)}"
        if isinstance(record, RuleException):
            about = self.register.by_id.get(record.record or "")
            of = self.title(about) if about is not None and self.shows(about) else ""
            rule = meaning(record).removesuffix(".") or (record.rule or "a rule").replace("-", " ")
            return f"Departure: {rule}{f' ({of})' if of else ''}"
        told = self.told(record, record.called)
        titles, days = self._times(record.kind)
        if titles.get(told, 0) < 2:
            return told
        day = self.get(record, "date")
        alone = day is not None and days.get((told, day), 0) < 2
        return f"{told} ({long_day(day) if alone else self.said(record.identity)})"

    @once_for_each
    def _times(self, kind: str) -> tuple[Mapping[str, int], Mapping[tuple[str, dt.date | None], int]]:
        """How many records of a kind that are seen have a title, and a title and a day; counted once for all."""
        both = [(self.told(one, one.called), self.get(one, "date")) for one in self.of(kind)]
        return Counter(title for title, _ in both), Counter(both)

    @once_for_each_record
    def shows(self, record: Record) -> bool:
        """Whether the record is seen at all."""
        return is_shown(self.asked.as_of, record, self.audience)

    def of(self, kind: str) -> Iterator[Record]:
        """The records of a kind that are seen and have an id, each once, in the register's order."""
        by_id = self.register.by_id
        for record in self.register.kinds.get(kind, ()):
            if record.identity and by_id.get(record.identity) is record and self.shows(record):
                yield record

    def named(self, id: str | None) -> Inline | None:
        """A record, person or audience by its name, as a link where it has a place; nothing where it is not seen."""
        return self._named(id) if id else None

    @once_for_each
    def _named(self, id: str) -> Inline | None:
        if id in AUDIENCE_TITLES:
            return AUDIENCE_TITLES[id]
        record = self.register.by_id.get(id)
        if record is None:
            return None
        if record.kind == "staff":
            return self.register.title(id) if self.may("staff", "name") else None
        shown = self.shows(record)
        title = self.title(record)
        place = self.places.get(record.identity or "")
        if place and shown:
            return Link(title, place)
        return title if title and (shown or record.comes_and_goes) else None

    def names(self, ids: Any) -> Line:
        """Several of them, one after the other."""
        found = [self.named(id) for id in ids or ()]
        out: list[Inline] = []
        for one in found:
            if one:
                out += [", ", one] if out else [one]
        return tuple(out)

    def holders(self, role: Role, *, deputies: bool = False) -> tuple[str, ...]:
        """Who holds or deputises a role today, by name: where names are seen, or the public may reach the role.

        To the public a role that it may reach is the people who answer there; nobody else is named to it. Of those who
        have left, or are still to begin, it is said to colleagues; to the public nobody names them.
        """
        tenure = self.asked.as_of.tenure
        found = tenure.deputies(role) if deputies else tenure.holders(role)
        people = [one for one in dict.fromkeys(item.holder.staff for item in found) if one]
        if self.may("roles", "holders.staff"):
            return tuple(map(self._with_names.named_in_a_role, people))
        if role.public_contact and role.areas and not deputies:
            return tuple(self.register.title(one) for one in people if not tenure.not_employed(one))
        return ()

    def contact(self, role: Role) -> Line:
        """How the public reaches a role, as it is written: an address that is a person's too is meant to be known."""
        if not self.may("roles", "public_contact"):
            return ()
        return reached(self._with_names.told(role, role.public_contact, "public_contact"))

    @cached_property
    def _with_names(self) -> Asked:
        return replace(self.asked, names=True)

    def somebody(self, role: Role) -> str:
        """Who holds a role, in words: names, that somebody does, or that it is vacant."""
        named = self.holders(role)
        if named:
            return ", ".join(named)
        return "In post" if self.asked.as_of.tenure.holders(role) else "Vacant"

    def document(self, record: Record, document: Document | None, otherwise: str = "") -> Inline | None:
        """A document as a link, its title alone where it is not in the site; nothing where it is for others."""
        if document is None or (self.audience == "public" and not is_public(document)):
            return None
        own = self.told(record, document.title, "document", "title")
        title = own or otherwise or "the document"
        about = "" if own else self.title(record)
        if document.path and document.path in self.documents:
            return Link(title, self.documents[document.path], about)
        if document.url and document.url.casefold().startswith(SAFE):
            return Away(title, document.url, about)
        return f"{title} (not in these pages)"

    def value(self, record: Record, path: tuple[str, ...], value: Any, marks: tuple[Any, ...], *, choice: bool) -> Line:
        """One value of a field in words; `path` are its keys from the record on.

        What a text or a day comes to depends on nothing but its field, so that is worked out once for all records.
        """
        if isinstance(value, Document):
            return line(self.document(record, value))
        if type(value) in _ALIKE:
            return self._alike(record.kind, path, value, marks, choice)
        return self._value(record.kind, path, value, marks, choice=choice)

    @once_for_each
    def _alike(self, kind: str, path: tuple[str, ...], value: Any, marks: tuple[Any, ...], choice: bool) -> Line:
        return self._value(kind, path, value, marks, choice=choice)

    def _value(self, kind: str, path: tuple[str, ...], value: Any, marks: tuple[Any, ...], *, choice: bool) -> Line:
        for mark in marks:
            if isinstance(mark, Ref):
                named = self.named(value)
                return (
                    line(named)
                    if named or not mark.or_text or value in self.register.by_id
                    else self._text(kind, path, value)
                )
            if isinstance(mark, AreaName):
                return line(self.area(value))
        return line(chosen(value)) if choice and isinstance(value, str) else self._text(kind, path, value)

    def area(self, area: str) -> str:
        """An area as people write it, with a capital; empty where there is none of that id."""
        title = self.said(self.register.areas.get(area, ""))
        return title[:1].upper() + title[1:]

    def _text(self, kind: str, path: tuple[str, ...], value: Any) -> Line:
        if isinstance(value, str):
            told = self._told(kind, path, value) if value else ""
            return reached(told) if path[-1] == _CONTACT else line(told)
        said = SAID.get(type(value))
        if said is not None:
            return line(said(value))
        if isinstance(value, Part):
            raise TypeError(type(value).__name__)
        return line(self._told(kind, path, str(value)))
