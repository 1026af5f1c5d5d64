"""How many pages PDFs of the repository have, counted in a process of its own, since anybody may have made them."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from igreg.store.apart import Stopped, apart

MOST_BYTES = 256 << 20
"""So large may a document be of which pages are counted."""
MOST_PAGES = 100_000
_WORK = "from igreg.store.lengths import begun\nbegun()"


def lengths(root: Path, paths: Sequence[str]) -> Mapping[str, tuple[int | None, str]]:
    """Of each document, by its path from the root of the repository, its pages, or why they are not known.

    No document that stands outside the repository is opened, be it by a link.
    """
    out: dict[str, tuple[int | None, str]] = {}
    there: dict[str, str] = {}
    whole = root.resolve()
    for path in paths:
        try:
            file = (root / path).resolve()
            if not file.is_relative_to(whole) or not file.is_file():
                out[path] = (None, "not there")
            elif file.stat().st_size > MOST_BYTES:
                out[path] = (None, f"larger than {MOST_BYTES >> 20} MiB")
            else:
                there[path] = str(file)
        except (OSError, ValueError):
            out[path] = (None, "it cannot be read")
    if there:
        try:
            found = json.loads(apart(_WORK, json.dumps(list(there.values())).encode()))
        except (Stopped, ValueError):
            found = [[None, "counting its pages takes too long"]] * len(there)
        out |= {path: (pages, why) for path, (pages, why) in zip(there, found, strict=True)}
    return out


def begun() -> None:
    """The work of the other process: paths stand on standard input, what is known of each goes to standard output."""
    logging.disable(logging.CRITICAL)
    sys.stdout.write(json.dumps([_counted(Path(path)) for path in json.load(sys.stdin)]))


def _counted(file: Path) -> tuple[int | None, str]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            return None, "it has a password"
        pages = len(reader.pages)
    except Exception:  # whatever a damaged file does to the library that reads it
        return None, "it is damaged, or no PDF"
    return (pages, "") if 0 < pages <= MOST_PAGES else (None, "it has no pages")
