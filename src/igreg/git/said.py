"""Who made a commit and when, and what they said of it. Addresses are left out: nothing asks for them (ruling H50)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import closing

from igreg.git.blobs import blobs
from igreg.git.run import Git
from igreg.lives.said import Said

_ADDRESS = re.compile(r"\S+@\S+")


def said(git: Git, revs: Iterable[str], zone: dt.tzinfo) -> Mapping[str, Said]:
    """What there is to say of commits, by their hashes. Raises NoHistory where one is not here."""
    with closing(blobs(git, list(dict.fromkeys(revs)))) as found:
        return {id: _said(id, data, zone) for id, _, data in found}


def _said(rev: str, data: bytes, zone: dt.tzinfo) -> Said:
    head, _, message = data.partition(b"\n\n")
    fields: dict[bytes, bytes] = {}
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        fields.setdefault(name, value)
    encoding = fields.get(b"encoding", b"").decode("ascii", "replace")
    author, written = _person(fields.get(b"author", b""), encoding, zone)
    committer, date = _person(fields.get(b"committer", b""), encoding, zone)
    first = next((line for line in _text(message, encoding).splitlines() if line.strip()), "").strip()
    return Said(rev, date, author, committer if committer != author else None, written, first)


def _person(line: bytes, encoding: str, zone: dt.tzinfo) -> tuple[str, dt.date | None]:
    """A name, which is never an address, and a day."""
    written, _, rest = line.partition(b"<")
    name = _ADDRESS.sub("(address)", _text(written, encoding)).strip()
    try:
        stamp = int((rest.rpartition(b">")[2].split() or [b"0"])[0])
        return name, dt.datetime.fromtimestamp(stamp, dt.UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        return name, None


def _text(data: bytes, encoding: str) -> str:
    """Text in the encoding that the commit names, else UTF-8, else Latin-1 (ruling H45)."""
    for name in (encoding, "utf-8"):
        try:
            return data.decode(name) if name else data.decode("utf-8")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
