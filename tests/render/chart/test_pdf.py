"""PDF: a page for each page of the chart, words as words, links inside, the same bytes every time."""

from __future__ import annotations

import base64
import re
import zlib

import pytest

from igreg.chart.about import Address, Link, OtherPage
from igreg.chart.structure import structure
from igreg.drawing.scene import Group, Item, Rectangle, Scene, Words
from igreg.render.chart.pdf import Sheet, chart_pdf
from igreg.store.raster import font_files, line
from tests.chart.registers import HOME, view
from tests.drawing.drawn import scene

FONT = font_files()[0].read_bytes()


def sheets(roles: str = "") -> list[Sheet]:
    graph = structure(view(HOME | {"roles.yaml": HOME["roles.yaml"] + roles}))
    drawing = scene(graph)
    return [Sheet("structure", "One", drawing), Sheet("structure-home", "Two", drawing)]


def contents(pdf: bytes) -> bytes:
    """What the pages hold, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?~>)endstream", pdf, re.DOTALL)
    return b"".join(zlib.decompress(base64.a85decode(one.strip(), adobe=False)) for one in (p[:-2] for p in packed))


def test_words_are_words_and_nothing_is_a_picture() -> None:
    pdf, whole = chart_pdf(sheets(), FONT, line)
    assert pdf.startswith(b"%PDF-1.")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert whole
    assert b"/Image" not in pdf.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(b"/ImageI", b"")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2
    assert b"/FontFile2" not in pdf
    assert contents(pdf).count(b"(Local champion)") == 2


def test_letters_beyond_helvetica_bring_their_font() -> None:
    pdf, whole = chart_pdf(sheets("- {id: odd, title: Ŵyn Łukasz Киев, accountable_to: owner}\n"), FONT, line)
    assert whole
    assert b"/FontFile2" in pdf


def test_words_that_the_font_lacks_are_pictures_and_that_is_told() -> None:
    asked: list[tuple[str, float]] = []

    def picture(svg: str, size: tuple[float, float], dpi: float) -> bytes:
        asked.append((svg, dpi))
        assert 'viewBox="0 0 {:.2f} {:.2f}"'.format(*size) in svg
        return line(svg, size, dpi)

    odd = "- {id: odd, title: '<中> & العربية', accountable_to: owner}\n"
    pdf, whole = chart_pdf(sheets(odd), FONT, picture)
    assert not whole
    assert len(asked) == 2
    assert ">&lt;中&gt; &amp; العربية</text>" in asked[0][0]
    assert 'font-weight="bold"' in asked[0][0]
    assert asked[0][1] >= 300
    assert b"/Subtype /Image" in pdf
    assert chart_pdf(sheets(odd), FONT, picture)[0] == pdf


def test_the_same_bytes_every_time() -> None:
    odd = "- {id: odd, title: Ŵyn, accountable_to: owner}\n"
    assert chart_pdf(sheets(odd), FONT, line) == chart_pdf(sheets(odd), FONT, line)


@pytest.mark.parametrize(
    ("link", "inside", "found"),
    [
        pytest.param(
            OtherPage("structure-home"), (Words(10, 20, "Home", 10, False, "#000000"),), b"/Dest", id="another page"
        ),
        pytest.param(
            Address("https://ico.example/a"),
            (Group((Words(10, 20, "ICO", 10, True, "#000000"),)),),
            b"(https://ico.example/a)",
            id="an address, its words in a group",
        ),
        pytest.param(
            OtherPage("elsewhere"),
            (Words(10, 20, "X", 10, False, "#000000"),),
            b"",
            id="a page that is not in this file",
        ),
        pytest.param(OtherPage("structure-home"), (Rectangle(0, 0, 5, 5, "#ffffff"),), b"", id="no words to point at"),
    ],
)
def test_links_lie_over_their_words(link: Link, inside: tuple[Item, ...], found: bytes) -> None:
    drawing = Scene("structure", "T", "D", "S", 100, 50, "#ffffff", (Group(inside, link=link),))
    pdf, _ = chart_pdf([Sheet("structure", "One", drawing), Sheet("structure-home", "Two", drawing)], FONT, line)
    links = re.findall(rb"/Subtype /Link", pdf)
    assert len(links) == (2 if found else 0)
    assert found in pdf
