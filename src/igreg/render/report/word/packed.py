"""A Word document as the same bytes each time: no moment at which it was packed."""

from __future__ import annotations

import io
import zipfile

_THEN = (1980, 1, 1, 0, 0, 0)
"""The moment that every part of the file bears: the earliest that a zip knows."""


def packed(document: bytes) -> bytes:
    """A document packed anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in given.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _THEN), given.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
