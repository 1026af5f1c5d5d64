"""SVG to pixels, with the fonts that come with igreg, so that every machine draws the same."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

from igreg.errors import IgregError

FONT = "Arimo"
MOST_PIXELS = 60_000_000
"""A picture larger than this takes more memory than a small machine has (four bytes a pixel, twice over)."""
_PIXELS = 96.0
"""Pixels in an inch, as browsers count them."""
_HEAD = 33
"""The bytes of a PNG before its first piece that may be anything: the signature, and the size of the picture."""
_POINTS = 72.0
"""Points in an inch."""
# What the font has: Latin, Greek, Cyrillic, Hebrew, punctuation and a few signs.
_COVERED = re.compile(
    "^[\t\n\r -~\u00a0-\u0377\u037a-\u037f\u0384-\u052f\u0591-\u05f4\u1e00-\u1eff"
    "\u2000-\u2064\u20a0-\u20be\u2190-\u2195]*$"
)


def png(svg: str, size: tuple[float, float], dpi: float, title: str = "") -> tuple[bytes, float]:
    """The picture of an SVG as PNG, and the resolution at which it was drawn: less than asked for when too large.

    `size` is the width and the height that the SVG gives itself, in pixels of 96 to an inch. Fonts of the machine are
    used only for scripts that the font of igreg lacks. The title stands in the file, for those who look at its details.
    """
    data, used = _png(svg, size, dpi, _PIXELS)
    return data[:_HEAD] + (_title(title) if title else b"") + data[_HEAD:], used


def _title(text: str) -> bytes:
    """The piece of a PNG that holds its title, as its standard has it."""
    body = b"iTXtTitle\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def line(svg: str, size: tuple[float, float], dpi: float) -> bytes:
    """The picture of a few words, whose SVG has a width and a height in points."""
    return _png(svg, size, dpi, _POINTS)[0]


def _png(svg: str, size: tuple[float, float], dpi: float, units: float) -> tuple[bytes, float]:
    """The picture of an SVG whose size is in units of so many to an inch."""
    import resvg_py

    width, height = size
    used = min(dpi, units * (MOST_PIXELS / (width * height)) ** 0.5)
    try:
        data = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=max(1, int(width * used / units)),
            skip_system_fonts=covered(svg),
            font_files=[str(path) for path in font_files()],
            font_family=FONT,
            sans_serif_family=FONT,
            serif_family=FONT,
        )
    except ValueError as error:
        raise IgregError(f"the picture cannot be drawn: {error}", "try --format svg") from None
    return bytes(data), used


def covered(text: str) -> bool:
    """Whether the font of igreg has every letter of a text."""
    return _COVERED.match(text) is not None


def font_files() -> list[Path]:
    """The files of the font that comes with igreg: upright first."""
    import fontpkg_arimo

    folder = Path(fontpkg_arimo.__file__).parent / "files"
    found = sorted(folder.glob("*.ttf"), key=lambda path: ("Italic" in path.name, path.name))
    if not found:
        raise IgregError(
            "the font Arimo is not installed", "it comes with igreg: `python -m pip install fontpkg-arimo`"
        )
    return found
