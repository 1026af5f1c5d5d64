"""What the history of a block says of reviews: its commits read without Git, as the room of Git would give them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from igreg.analysis.since_review import Committed, SinceReviews, judged
from igreg.lives.documents import Documents
from igreg.lives.life import Lives
from igreg.lives.since_review import since_reviews
from igreg.lives.touched import Commit, History
from igreg.lives.versions import Files, Version
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register

if TYPE_CHECKING:
    from tests.pages import Block

ROOT = "register/"


class _Reader:
    """What grows while commits are read."""

    def __init__(self) -> None:
        self.history, self.files = History(), Files()
        self.versions: dict[str, Version] = {}
        self.papers: dict[str, dict[int, str | None]] = {}

    def take(self, rev: str | None, changed: Mapping[str, bytes | None]) -> None:
        number = len(self.history.commits)
        self.history.take(Commit(rev, (number - 1,) if number else ()), list(self._register(changed)))
        for file, data in changed.items():
            if not file.startswith(ROOT) and rev is not None:
                id = hashlib.sha1(data).hexdigest() if data is not None else None
                self.papers.setdefault(file, {})[number] = id

    def _register(self, changed: Mapping[str, bytes | None]) -> Iterator[tuple[str, Version | None, Version | None]]:
        for file, data in changed.items():
            place = kind_in_name(file.removeprefix(ROOT)) if file.startswith(ROOT) else None
            if place is None or place.kind is None:
                continue
            old = self.versions.pop(file, None)
            new = self.files.read(place.kind, file, data) if data is not None else None
            if new is not None:
                self.versions[file] = new
            yield file, old, new


def committed(block: Block, register: Register, today: dt.date) -> SinceReviews:
    """What became of the reviewed records of a block, by its commits."""
    reader, days = _Reader(), {}
    for number, (day, changed) in enumerate(block.commits):
        rev = f"{number:040x}" if day is not None else None
        if day is not None:
            days[f"{number:040x}"] = dt.date.fromisoformat(day)
        reader.take(rev, changed)
    if block.commits[-1][0] is not None:
        reader.take(None, {})

    def told(revs: Iterable[str]) -> Mapping[str, Committed]:
        return {rev: Committed(rev, days[rev], "Ann Ash") for rev in revs}

    papers = Documents(reader.history, reader.papers)
    return since_reviews(Lives(reader.history), judged(register, today), papers, told, today)
