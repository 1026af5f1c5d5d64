"""The life of a record, and when its values came to be, for machines: the JSON of version 1."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from igreg.analysis.field_changes import FieldChange
from igreg.analysis.withheld import sentence
from igreg.lives.said import Said
from igreg.lives.shown import Entry, LifeShown, ValueShown


def log_json(life: LifeShown) -> str:
    """A life as one JSON object, its commits oldest first."""
    last = life.uncommitted[-1] if life.uncommitted else None
    return _written(
        {
            "version": 1,
            "record": life.record,
            "kind": life.kind,
            "shallow": life.is_shallow,
            "commits": [_commit(one) for one in life.entries],
            "uncommitted": {"change": last.change, "file": last.file, "fields": _fields(last.fields)} if last else None,
            "incomplete": [{"rev": one.said.rev if one.said else None, "file": one.file} for one in life.incomplete],
        }
    )


def blame_json(life: LifeShown, values: Sequence[ValueShown], unread: Sequence[str] = ()) -> str:
    """Each value with its commit as one JSON object; no commit where it is not committed.

    `unread` are the files that cannot be read in full as they stand now.
    """
    return _written(
        {
            "version": 1,
            "record": life.record,
            "kind": life.kind,
            "shallow": life.is_shallow,
            "fields": [
                {
                    "path": list(one.path),
                    "value": one.value,
                    "rev": one.said.rev if one.said else None,
                    "date": _day(one.said.date) if one.said else None,
                    "author": _told(one.said.author) if one.said else None,
                    "message": _told(one.said.message) if one.said else None,
                }
                for one in values
            ],
            **({"incomplete": list(unread)} if unread else {}),
        }
    )


def _commit(one: Entry) -> dict[str, Any]:
    return {
        **_said(one.said),
        "change": one.change,
        "was": one.was,
        "now": one.now,
        "file": one.file,
        "fields": _fields(one.fields),
    }


def _said(said: Said | None) -> dict[str, Any]:
    assert said is not None
    return {
        "rev": said.rev,
        "date": _day(said.date),
        "author": _told(said.author),
        "committer": _told(said.committer) if said.committer is not None else None,
        "written": _day(said.written),
        "message": _told(said.message),
    }


def _told(text: str) -> str:
    """A text of a commit, without numbers that identify a person."""
    return sentence(text, {})


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _fields(fields: Sequence[FieldChange]) -> list[dict[str, Any]]:
    return [{"path": list(one.path), "before": one.before, "after": one.after} for one in fields]


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
