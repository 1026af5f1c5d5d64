"""Files below the register that nobody reads because of their name: what each was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from igreg.model.kinds import KINDS
from igreg.pattern import pattern
from igreg.register.file_names import ENDINGS, kind_in_name, passed_over
from igreg.register.sources import Sources

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico")
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".numbers")
_ENDING = pattern(r"(?:~|\.[a-z0-9]{1,8})$", re.IGNORECASE)
_COPIED = pattern(
    r"^(?:copy|backup|kopie)[ _-]+(?:(?:\(\d+\)|\d+)[ _-]+)?(?:of[ _-]+)?|^old[ _-]+"
    r"|[ _-]*\(\d+\)$|[ _-]+-?[ _-]*copy(?:[ _-]*\(?\d+\)?)?$|[ _.-]+(?:old|bak|backup|new|final|orig|tmp|v?\d{1,2})$",
    re.IGNORECASE,
)


class Overlooked(NamedTuple):
    """A file that is not read."""

    file: str
    kind: str | None
    """The kind that its name was meant to say, where that can be told."""
    sort: str
    """What it is: `table`, `name` where renaming it is enough, `copy` of another file, or `other`."""
    alone: bool
    """Whether there is no other file of that kind."""


def copy_of(name: str) -> str | None:
    """The kind of which a YAML file directly below the register is a copy: `Copy of roles.yaml`, `roles (1).yaml`."""
    stem = name.rsplit(".", 1)[0]
    bare = _bare(stem)
    return bare if bare != stem.lower() and bare in KINDS else None


def overlooked(sources: Sources) -> Iterator[Overlooked]:
    """Every file that is not read and was perhaps meant to be: all but those named README, and pictures."""
    prefix = sources.prefix
    names = [file.removeprefix(prefix) for file in sorted({*sources.names, *sources.texts, *sources.unreadable})]
    there = {named.kind for name in names if (named := kind_in_name(name)) is not None}
    for name in names:
        if passed_over(name) or _in_silence(name):
            continue
        kind, sort = _meant(name)
        if sort:
            yield Overlooked(prefix + name, kind, sort, kind is not None and kind not in there)


def _in_silence(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return last.startswith("readme") or last.endswith(_PICTURES)


def _meant(name: str) -> tuple[str | None, str]:
    """The kind that a name was meant to say, and what sort of file it is; an empty sort for one that is read."""
    first, folder, rest = name.partition("/")
    if name.endswith(ENDINGS):
        kind = copy_of(name)
        return kind, "copy" if kind else ""
    stem, endings = first, ""
    if folder:
        stem = rest.rpartition("/")[2]
    while (found := _ENDING.search(stem)) is not None:
        stem, endings = stem[: found.start()], found[0].lower() + endings
    kind = first if folder else _bare(stem)
    if kind not in KINDS:
        kind = None
    if endings.endswith(_TABLES):
        return kind, "table"
    if any(one in endings for one in ENDINGS) or (kind is not None and not folder):
        copied = endings not in (".yaml", ".yml", ".yaml.txt", ".yml.txt", ".txt", "") or _bare(stem) != stem.lower()
        return kind, "copy" if copied else "name"
    return kind, "other"


def _bare(stem: str) -> str:
    """A name without what copying adds to it."""
    before = None
    while before != stem:
        before, stem = stem, _COPIED.sub("", stem).strip()
    return stem.lower().replace("_", "-").replace(" ", "-")
