"""Pictures: how many pixels they have, and at most."""

from __future__ import annotations

import struct
import zlib

import pytest

from igreg.errors import IgregError
from igreg.store import raster
from igreg.store.raster import MOST_PIXELS, covered, font_files, line, png


def svg(width: float, height: float) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"/>'


def size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    return struct.unpack(">II", data[16:24])  # type: ignore[return-value]


@pytest.mark.parametrize(("dpi", "pixels"), [(96, (200, 100)), (48, (100, 50)), (144, (300, 150)), (0.1, (1, 1))])
def test_pixels_by_the_inch(dpi: float, pixels: tuple[int, int]) -> None:
    data, used = png(svg(200, 100), (200, 100), dpi)
    assert size(data)[0] == pixels[0]
    assert used == dpi


def test_the_height_follows() -> None:
    assert size(png(svg(200, 100), (200, 100), 192)[0]) == (400, 200)


def test_a_line_is_measured_in_points() -> None:
    assert size(line(svg(72, 36), (72, 36), 144)) == (144, 72)


def test_a_picture_has_so_many_pixels_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PIXELS == 60_000_000
    monkeypatch.setattr(raster, "MOST_PIXELS", 200)
    data, used = png(svg(200, 100), (200, 100), 96)
    assert used == pytest.approx(9.6)
    assert size(data) == (20, 10)
    monkeypatch.setattr(raster, "MOST_PIXELS", 20_000)
    assert png(svg(200, 100), (200, 100), 96)[1] == 96


def test_what_cannot_be_drawn() -> None:
    with pytest.raises(IgregError, match="the picture cannot be drawn") as told:
        png("<no svg", (1, 1), 96)
    assert told.value.hint == "try --format svg"


def test_the_font_comes_with_igreg_and_its_upright_face_first() -> None:
    names = [path.name for path in font_files()]
    assert names
    upright = ["Italic" not in name for name in names]
    assert upright == sorted(upright, reverse=True)
    assert upright[0]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("", True),
        ("Data protection\n\t~", True),
        ("Gwybodaeth \u0175 \u2013 \u00a3", True),
        ("\u0391 \u0416 \u05d0", True),
        ("\u8cc7", False),
        ("Data \u8cc7", False),
        ("Data\n\u0627", False),
        ("\U0001f600", False),
    ],
)
def test_which_letters_the_font_has(text: str, has: bool) -> None:
    assert covered(text) is has


def test_a_title_stands_in_the_file_and_the_picture_stays() -> None:
    plain, _ = png(svg(20, 10), (20, 10), 96)
    titled, used = png(svg(20, 10), (20, 10), 96, "Who leads \u2013 what")
    piece = titled[33 : 33 + len(titled) - len(plain)]
    assert (titled[:33] + titled[33 + len(piece) :], used) == (plain, 96)
    (length,) = struct.unpack(">I", piece[:4])
    assert piece[4:-4] == b"iTXtTitle\0\0\0\0\0" + "Who leads \u2013 what".encode()
    assert (length, piece[-4:]) == (len(piece) - 12, struct.pack(">I", zlib.crc32(piece[4:-4])))


def test_a_font_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster.Path, "glob", lambda *_: iter(()))
    with pytest.raises(IgregError, match="the font Arimo is not installed") as told:
        font_files()
    assert "pip install fontpkg-arimo" in told.value.hint
