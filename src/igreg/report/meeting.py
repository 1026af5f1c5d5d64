"""Which group and which meeting a report is about, and what of it an agenda and minutes both say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.actions import open_actions
from igreg.analysis.meetings import ig_groups, meetings_by_group
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.english import capital, counted, listed, long_day, some_of
from igreg.model.base import Record
from igreg.model.kinds.exceptions import RuleException
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import AgendaItem, Meeting
from igreg.model.shared import Action, Document
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table
from igreg.report.parties import called, with_holder


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that is read for a point of an agenda."""

    title: str
    where: str
    pages: int | None
    """How many it has, where it is a PDF that can be read here."""
    why_not: str
    """Why that is not known: `a Word document`; empty where it is."""


@dataclass(frozen=True, slots=True)
class Item:
    """One point of an agenda."""

    title: str
    presenter: str
    about: tuple[str, ...]
    """The records it is about, by their titles."""
    papers: tuple[Attached, ...]
    """Its own paper, and the documents of the records it is about."""


@dataclass(frozen=True, slots=True)
class ActionOwed:
    """An action that is not done."""

    id: str
    what: str
    of: str
    """The meeting, incident, audit or risk that it stands in."""
    owner: str
    due: dt.date | None
    days_late: int
    """Nothing where it is not late."""

    @property
    def standing(self) -> str:
        """Late or not, in words."""
        if self.due is None:
            return "no day set"
        return f"{counted(self.days_late, 'day')} late" if self.days_late else "not late"


def group_meant(asked: Asked) -> Group:
    """The group that is named, else the one that leads information governance.

    Raises IgregError where there is none, or several, or where one may stand in a file that could not be read.
    """
    register = asked.register
    if asked.of is not None:
        found = register.get(Group, asked.of)
        meeting = register.get(Meeting, asked.of)
        found = found or register.get(Group, meeting.group if meeting is not None else None)
        if found is None:
            raise IgregError(f"--of: the meeting {asked.of} is of no group", "name the group in its record")
        return found
    leading = ig_groups(asked.as_of.tenure)
    if len(leading) == 1:
        return leading[0]
    if leading:
        names = listed(f"{one.called} ({one.id})" for one in leading)
        raise IgregError(f"several groups lead information governance: {names}", f"name one: --of {leading[0].id}")
    if register.unread:
        raise IgregError(
            f"no group was found that leads information governance; {some_of(register.unread)} could not be read",
            "igreg check says what is wrong there; or name a group with --of",
        )
    raise IgregError(
        "no group is marked as the one that leads information governance",
        "name a group with --of, or write `ig_group: true` into its record",
    )


def meetings_of(asked: Asked, group: Group) -> list[Meeting]:
    """The meetings of a group."""
    return meetings_by_group(asked.register).get(group.id or "", [])


def items_of(asked: Asked, group: Group, meeting: Meeting | None) -> Iterator[Item]:
    """What is on the agenda: what always is, then what this meeting has besides; a point that is both comes once."""
    own = meeting.agenda if meeting is not None else []
    by_title = {_folded(one.title): one for one in own}
    standing = {_folded(title): title for title in group.standing_items}
    for key, title in standing.items():
        one = by_title.get(key)
        if meeting is None or one is None:
            yield Item(asked.told(group, capital(title)), "", (), ())
        else:
            yield _item(asked, meeting, title, one)
    for one in own:
        if meeting is not None and _folded(one.title) not in standing:
            yield _item(asked, meeting, one.title or "", one)


def _item(asked: Asked, meeting: Meeting, title: str, one: AgendaItem) -> Item:
    records = [asked.register.by_id.get(id) for id in one.records]
    about = tuple(
        name_of(asked, record) if record is not None and id == record.identity else called(asked, id)
        for id, record in zip(one.records, records, strict=True)
    )
    said = asked.told(meeting, capital(title))
    papers = [attached(asked, asked.text(one.document.title) or said, one.document)] if one.document else []
    for found in {record.where: record for record in records if record is not None}.values():
        document = getattr(found, "document", None) or getattr(found, "report", None)
        if isinstance(document, Document):
            papers.append(attached(asked, name_of(asked, found), document))
    return Item(said, with_holder(asked, one.presenter), about, tuple(one for one in papers if one.where))


_SORTS = {
    (".docx", ".doc", ".odt", ".rtf"): "a Word document",
    (".xlsx", ".xls", ".ods", ".csv"): "a spreadsheet",
    (".md", ".txt"): "a text",
    (".pptx", ".ppt", ".odp"): "slides",
}


def attached(asked: Asked, title: str, document: Document) -> Attached:
    """A document with its pages, or why nobody can count them."""
    place = where(asked, document)
    path = (document.path or "").casefold()
    if not document.path:
        return Attached(title, place, None, "on the web" if document.url else "in no file of the repository")
    if not path.endswith(".pdf"):
        sort = next((sort for endings, sort in _SORTS.items() if path.endswith(endings)), "no PDF")
        return Attached(title, place, None, sort)
    pages, why = asked.lengths.get(document.path, (None, "not counted"))
    return Attached(title, place, pages, why)


def documents_of(asked: Asked, meeting: Meeting | None) -> Iterator[Document]:
    """The documents that are read for a meeting."""
    for item in meeting.agenda if meeting is not None else ():
        if item.document is not None:
            yield item.document
        for id in item.records:
            record = asked.register.by_id.get(id)
            document = getattr(record, "document", None) or getattr(record, "report", None)
            if isinstance(document, Document):
                yield document


def _folded(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def where(asked: Asked, document: Document | None) -> str:
    """Where a document is; empty where nobody says."""
    return asked.text((document.path or document.url or document.title) if document is not None else "")


def owed(asked: Asked) -> list[tuple[Record, ActionOwed]]:
    """Every action that is not done, the one that is due first before those after; those without a day last."""
    found = [(record, _owed(asked, record, action)) for record, _, action in open_actions(asked.register)]
    return sorted(found, key=lambda pair: (pair[1].due or dt.date.max, pair[1].id))


def _owed(asked: Asked, record: Record, action: Action) -> ActionOwed:
    late = (asked.today - action.due).days if action.due is not None else 0
    owner = action.owner or asked.as_of.owners.of(record)
    return ActionOwed(
        action.id or "",
        asked.told(record, action.what),
        name_of(asked, record),
        with_holder(asked, owner),
        action.due,
        max(late, 0),
    )


def name_of(asked: Asked, record: Record) -> str:
    """What a record is called; a meeting by its group and day, an exception by what it is about."""
    if isinstance(record, Meeting):
        return f"{called(asked, record.group)}, {long_day(record.date)}" if record.date else called(asked, record.group)
    if isinstance(record, RuleException):
        return f"Exception for {called(asked, record.record)}"
    return asked.called(record)


def actions_table(caption: str, actions: tuple[ActionOwed, ...], empty: str) -> Table:
    """Actions with owner, day, and whether they are late."""
    columns = (
        Column("Action"), Column("What"), Column("From"), Column("Owner"), Column("Due", "day"), Column("Late or not")
    )  # fmt: skip
    rows = tuple((one.id, one.what, one.of, one.owner, one.due, one.standing) for one in actions)
    return Table(caption, columns, rows, empty)
