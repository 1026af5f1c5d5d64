"""The evidence of a return -> the files of the pack, by their path in it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.faulty_values import FaultyValues
from igreg.analysis.field_changes import plain_record
from igreg.analysis.returns.given import documents_of, is_address, looks_like_document
from igreg.assess.assessed import Assessed, AssessedItem
from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds.assessments import Assessment
from igreg.model.kinds.meetings import Meeting
from igreg.model.shared import Document
from igreg.publish.evidence.history import History
from igreg.publish.evidence.manifest import LeftOut, is_portable
from igreg.publish.evidence.names import Unnamed
from igreg.render.assess.evidence import Page, Shown, evidence_html
from igreg.render.assess.rows import assess_xlsx

FOLDER = "documents"
ORGANISATION = "organisation"

UNPORTABLE = "its name has a colon, a backslash or characters that cannot be printed"
"""Why a paper is left out that not every system could unpack, or list a line a file."""

ReadDocument = Callable[[str], bytes | str]
"""The bytes of a document, or in a few words why it is not read."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a record or an answer names, as it is written: a path, wherever it leads, or an address."""

    where: str
    is_address: bool = False
    public: bool = False


@dataclass(frozen=True)
class Asked:
    """What the pack is made of: the return on a day, and what stands around it."""

    as_of: AsOf
    found: Assessed
    assessment: Assessment
    sample: Mapping[str, Sequence[str]]
    """Records drawn for testing, by kind."""
    names: bool = True
    """Whether people are named."""
    commit: str | None = None
    history: History | None = None
    """What was committed since the last return, of any file."""
    committed: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Who committed each answer, in words."""


@dataclass(frozen=True)
class Evidence:
    """The files of the pack but the manifest, and what was left out."""

    files: Mapping[str, bytes]
    left_out: Sequence[LeftOut]
    documents: Sequence[str]
    """The paths of the documents that were copied, as they stand in the repository."""


def evidence(asked: Asked, read_document: ReadDocument, template: str) -> Evidence:
    """The pack: page, workbook, cited records, and documents (rulings E48, E50, E53)."""
    unnamed = None if asked.names else Unnamed(asked.as_of)
    found = asked.found if unnamed is None else unnamed.value(asked.found)
    records = _records(asked)
    discussed = _discussed(asked)
    copied, left_out = _documents(_named(asked, records, discussed), read_document, unnamed)
    plain = [(kind, id, _plain(kind, record, unnamed)) for kind, id, record in records]
    minutes = {one.item: _minutes(asked, one, discussed) for one in asked.found.items}
    at = {f"{path}": f"{FOLDER}/{path}" for path in copied}
    page = Page(
        found,
        {one: [_said(unnamed, text) for text in lines] for one, lines in minutes.items()},
        [(_said(unnamed, id), Shown(kind, value)) for kind, id, value in plain],
        at if unnamed is None else {unnamed.text(path): where for path, where in at.items()},
        {kind: [_said(unnamed, id) for id in ids] for kind, ids in asked.sample.items()},
        tuple((_said(unnamed, one.path), one.why) for one in left_out),
        asked.commit,
        asked.names,
        {one: [_said(unnamed, text) for text in lines] for one, lines in _changes(asked).items()},
        asked.committed if unnamed is None else {},
    )
    listed = [{"kind": kind, "id": _said(unnamed, id), "record": value} for kind, id, value in plain]
    files = {
        "index.html": evidence_html(page, template).encode(),
        "answers.xlsx": assess_xlsx(found),
        "register.json": _json({"version": 1, "today": found.today.isoformat(), "records": listed}),
        **{f"{FOLDER}/{path}": data for path, data in copied.items()},
    }
    said = [dataclasses.replace(one, path=_said(unnamed, one.path)) for one in left_out]
    return Evidence(files, said, sorted(copied))


def _said(unnamed: Unnamed | None, text: str) -> str:
    return text if unnamed is None else unnamed.text(text)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(kind: str, record: Record, unnamed: Unnamed | None) -> dict[str, Any]:
    value = plain_record(record)
    return value if unnamed is None else unnamed.record(kind, value)


def _records(asked: Asked) -> list[tuple[str, str, Record]]:
    """The records that are cited or drawn, each once: its kind, its id and itself; the assessment first."""
    register = asked.as_of.register
    ids: dict[str, None] = {asked.assessment.id or "": None}
    for one in asked.found.items:
        ids |= dict.fromkeys(shown.record for shown in one.evidence)
    for drawn in asked.sample.values():
        ids |= dict.fromkeys(drawn)
    out: dict[str, tuple[str, str, Record]] = {}
    for id in ids:
        record = register.organisation if id == ORGANISATION else register.by_id.get(id)
        if record is not None:
            own = id if id == ORGANISATION else str(record.id)  # type: ignore[attr-defined]
            out.setdefault(own, (record.kind, own, record))
    first, *rest = out.values()
    return [first, *sorted(rest, key=lambda one: (one[0], one[1]))]


def _discussed(asked: Asked) -> Mapping[str, Sequence[Meeting]]:
    """The meetings that discussed each record: their agenda names it, or something in it (ruling E54)."""
    by_id = asked.as_of.register.by_id
    out: dict[str, dict[str, Meeting]] = {}
    for meeting in asked.as_of.register.of(Meeting):
        if _held(asked, meeting):
            for id in (id for point in meeting.agenda for id in point.records):
                record = by_id.get(id)
                own = getattr(record, "id", None) or id
                out.setdefault(own, {}).setdefault(meeting.id or "", meeting)
    return {id: list(found.values()) for id, found in out.items()}


def _minutes(asked: Asked, item: AssessedItem, discussed: Mapping[str, Sequence[Meeting]]) -> list[str]:
    """The meetings that discussed an item: the return, or what shows the item, was on their agenda (ruling E54)."""
    about = dict.fromkeys([asked.assessment.id or "", *(one.record for one in item.evidence)])
    found = {meeting.id: meeting for id in about for meeting in discussed.get(id, ()) if meeting.id not in about}
    out = []
    for meeting in sorted(found.values(), key=lambda one: (str(one.date or ""), one.id or "")):
        paper = meeting.minutes.path or meeting.minutes.url if meeting.minutes is not None else None
        day = f" of {meeting.date.isoformat()}" if meeting.date is not None else ""
        out.append(f"{meeting.id}{day}: {paper or 'no minutes'}")
    return out


def _changes(asked: Asked) -> Mapping[str, Sequence[str]]:
    """What was committed of each item's records and their documents since the last return (ruling E54)."""
    if asked.history is None:
        return {}
    files: dict[str, dict[str, None]] = {}
    for item in asked.found.items:
        ours = files[item.item] = {}
        for one in item.evidence:
            register = asked.as_of.register
            record = register.organisation if one.record == ORGANISATION else register.by_id.get(one.record)
            if record is not None:
                ours[record.where.file] = None
                ours |= dict.fromkeys(paper.path for paper in documents_of(record) if paper.path)
        ours |= dict.fromkeys(item.documents)
    said = asked.history(sorted({path for paths in files.values() for path in paths if "://" not in path}))
    return {item: [text for path in paths for text in said.get(path, ())] for item, paths in files.items()}


def _held(asked: Asked, meeting: Meeting) -> bool:
    """Whether a meeting was held by the day."""
    return meeting.status == "held" and not (meeting.date is not None and meeting.date > asked.as_of.today)


def _documents(
    papers: Iterable[Paper], read: ReadDocument, unnamed: Unnamed | None
) -> tuple[dict[str, bytes], list[LeftOut]]:
    copied: dict[str, bytes] = {}
    left_out: dict[str, str] = {}
    for paper in papers:
        if paper.is_address:
            left_out.setdefault(paper.where, "it is an address, and nothing is fetched")
        elif paper.where in copied:
            continue
        elif unnamed is not None and not paper.public:
            left_out.setdefault(paper.where, "it may name people: it is not marked `public: true`")
        else:
            data = read(paper.where)
            if isinstance(data, str):
                left_out.setdefault(paper.where, data)
            elif not is_portable(paper.where):
                left_out.setdefault(paper.where, UNPORTABLE)
            else:
                copied[paper.where] = data
                left_out.pop(paper.where, None)
    folded: dict[str, str] = {}
    for path in sorted(copied):
        if folded.setdefault(path.casefold(), path) != path:
            left_out[path] = f"its name differs from {folded[path.casefold()]} in case alone"
            del copied[path]
    return copied, [LeftOut(path, why) for path, why in left_out.items()]


def _named(
    asked: Asked, records: Sequence[tuple[str, str, Record]], discussed: Mapping[str, Sequence[Meeting]]
) -> Iterator[Paper]:
    """Every document of the cited records, of the answers that are shown, and of the minutes that discussed them.

    A path that the register cannot use is named too, so that whoever reads the pack learns what is not in it.
    """
    items = {one.item for one in asked.found.items}
    about = {id for one in asked.found.items for id in (found.record for found in one.evidence)} | {asked.assessment.id}
    meetings = [meeting for id, some in discussed.items() if id in about for meeting in some]
    for _, _, record in records:
        if not isinstance(record, Assessment):
            yield from map(_paper, documents_of(record))
    for answer in asked.assessment.answers:
        if answer.item in items:
            yield from (_paper(one) for one in answer.documents if one.path or one.url)
            text = (answer.answer or "").strip()
            if text and looks_like_document(text):
                yield Paper(text, is_address(text))
    yield from (
        _paper(one.minutes) for one in meetings if one.minutes is not None and (one.minutes.path or one.minutes.url)
    )
    faulty = FaultyValues(asked.as_of.register)
    for record in (*(record for _, _, record in records), *meetings):
        for way, value in faulty.of(record).items():
            if way[-1] == "path" and isinstance(value, str):
                yield Paper(value)


def _paper(document: Document) -> Paper:
    where = document.path or document.url or ""
    return Paper(where, document.path is None, document.public is True)
