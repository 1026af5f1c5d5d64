"""The page of an evidence pack: for each item its answer, what shows it, the documents, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any
from urllib.parse import quote

from igreg.assess.assessed import Assessed, AssessedItem
from igreg.dataclass import dataclass
from igreg.render.assess.phrases import as_on, closing, heading, said, shows, state
from igreg.render.assess.story import parts
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain

_PARTS = ("Answer", "Shown by", "Missing")


@dataclass(frozen=True)
class Shown:
    """A record that is cited: its kind and its fields as plain values."""

    kind: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """All that stands on the page."""

    found: Assessed
    minutes: Mapping[str, Sequence[str]]
    """The meetings that discussed each item."""
    records: Sequence[tuple[str, Shown]]
    """Each by its id."""
    documents: Mapping[str, str]
    """Where the copy of each document is, by its path in the repository."""
    sample: Mapping[str, Sequence[str]]
    left_out: Sequence[tuple[str, str]]
    commit: str | None
    names: bool
    changes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What was committed of what shows each item since the last return."""
    committed: Mapping[str, str] = field(default_factory=dict)
    """Who committed each answer and when, where there is Git and people are named (ruling E75)."""


def evidence_html(page: Page, template: str) -> str:
    """The page, from a template that the organisation can change; the template escapes what it is given."""
    found = page.found
    return fill(
        "evidence.html.j2",
        template,
        title=plain(f"Evidence: {heading(found)}"),
        as_on=plain(as_on(found)),
        commit=page.commit,
        names=page.names,
        remarks=[plain(text) for text in found.remarks],
        closing=[plain(text) for text in closing(found) if not text.startswith("  ")],
        items=[_item(number, one, page) for number, one in enumerate(found.items, 1)],
        records=[_record(id, shown) for id, shown in page.records],
        documents=[{"name": plain(path), "href": quote(at)} for path, at in sorted(page.documents.items())],
        sample=[{"kind": kind, "ids": [plain(id) for id in ids]} for kind, ids in page.sample.items()],
        left_out=[{"path": plain(path), "why": why} for path, why in page.left_out],
    )


def _item(number: int, one: AssessedItem, page: Page) -> dict[str, Any]:
    told = [{"name": name, "lines": [plain(line) for line in lines]} for name, lines in parts(one, page.found)]
    minutes = [plain(line) for line in page.minutes.get(one.item, ())]
    return {
        "anchor": f"item-{number}",
        "id": plain(one.item),
        "title": plain(one.title),
        "state": state(one),
        "register": shows(one),
        "is_gap": one.is_gap,
        "answer": plain(said(one)) or "none",
        "parts": [part for part in told if part["name"] in _PARTS],
        "committed": plain(page.committed.get(one.item, "")),
        "minutes": minutes,
        "changes": [plain(line) for line in page.changes.get(one.item, ())],
    }


def _record(id: str, shown: Shown) -> dict[str, Any]:
    return {
        "id": plain(id),
        "kind": shown.kind,
        "fields": [(plain(key), plain(text)) for key, text in _flat(shown.fields)],
    }


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every scalar of a record with its path in words."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _flat(one, f"{path}, {key}" if path else str(key).replace("_", " "))
    elif isinstance(value, list):
        if all(not isinstance(one, Mapping | list) for one in value):
            yield path, ", ".join(str(one) for one in value)
        else:
            for number, one in enumerate(value, 1):
                yield from _flat(one, f"{path} {number}")
    elif value is not None:
        yield path, {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
