"""Word documents that are none, or hold what they may not: each refused with a word, before anything opens it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from igreg.errors import IgregError
from igreg.render.report.word.package import looked_at
from igreg.store.report_templates import shipped_word

RELS = "word/_rels/document.xml.rels"
DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<Relationship Id="rX" Type="http://x/relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
FIELD = (
    b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>%s</w:instrText></w:r>'
    b'<w:r><w:instrText>%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
SIMPLE = b'<w:p><w:fldSimple w:instr="%s"/></w:p>'


def changed(**parts: bytes | Callable[[bytes], bytes] | None) -> bytes:
    """The shipped document with some parts changed, put in or taken out; `__` in a name stands for a slash."""
    found = {name.replace("__", "/"): part for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped_word())) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = found.pop(name, given.read(name))
            part = part(given.read(name)) if callable(part) else part
            if part is not None:
                made.writestr(name, part)
        for name, part in found.items():
            made.writestr(name, part if isinstance(part, bytes) else b"")
    return out.getvalue()


def swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(old, new, 1)


def related(sort: bytes, target: bytes) -> bytes:
    return changed(**{RELS: swap(b"</Relationships>", OUTSIDE % (sort, target))})


def bomb() -> bytes:
    """A part that is small in the zip and large unpacked, whatever the list says."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(41)) + packer.flush()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a", b"x" * len(data))
    raw = bytearray(out.getvalue().replace(b"x" * len(data), data))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = raw.find(mark) + at
        raw[place : place + 2] = (8).to_bytes(2, "little")
        raw[place + 14 : place + 18] = (1 << 30).to_bytes(4, "little")
    return bytes(raw)


def test_a_document_as_it_should_be_is_taken() -> None:
    assert zipfile.is_zipfile(io.BytesIO(looked_at(shipped_word(), "own.docx")))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no Word document"),
        (b"Dear board,", "is no Word document"),
        (b"PK\x03\x04 nothing", "is no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is a Word document of before 2007, or has a password"),
        (shipped_word()[:-500], "is no Word document"),
        (lambda: b"\0" * ((32 << 20) + 1), "has more than 32 MiB"),
        (lambda: changed(**{TYPES: None}), "is a zip, and no Word document"),
        (
            lambda: changed(**{TYPES: swap(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")}),
            "is no Word document (.docx)",
        ),
        (
            lambda: changed(
                **{TYPES: swap(b"officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")}
            ),
            "holds a macro",
        ),
        (lambda: changed(word__vbaProject__bin=b"x").replace(b"vbaProject/bin", b"vbaProject.bin"), "holds a macro"),
        (lambda: changed(**{"word/activeX/activeX1.xml": b"<a/>"}), "holds a macro or another program"),
        (
            lambda: related(b"image", b"https://example.org/logo.png"),
            "points to something outside it (https://example.org/logo.png)",
        ),
        (lambda: related(b"hyperlink", b"file:///etc/passwd"), "points to something outside it"),
        (lambda: related(b"oleObject", b"\\\\host\\share"), "points to something outside it"),
        (
            lambda: changed(
                **{
                    RELS: swap(
                        b"</Relationships>", b'<Relationship Id="rX" Type="x/aFChunk" Target="a"/></Relationships>'
                    )
                }
            ),
            "an object of another program",
        ),
        (lambda: changed(**{"word/header9.xml": BOMB}), "declares entities in word/header9.xml"),
        (
            lambda: changed(**{"word/header9.xml": BOMB.decode().encode("utf-16")}),
            "declares entities in word/header9.xml",
        ),
        (lambda: changed(**{DOCUMENT: b"<w:document"}), "is damaged: word/document.xml cannot be read"),
        (lambda: changed(**{DOCUMENT: b"<a>" * 5000}), "is damaged"),
        (lambda: changed(**{DOCUMENT: b" " * (5 << 20)}), "has more than 4 MiB of text in word/document.xml"),
        (lambda: changed(**{"word/media/logo.png": b"GIF89a"}), "has a picture that is none: word/media/logo.png"),
        (lambda: changed(**{"word/media/logo.exe": b"MZ"}), "has a picture that is none: word/media/logo.exe"),
        (lambda: changed(**{"word/media/logo.svg": BOMB}), "declares entities"),
        (lambda: changed(**{f"word/x{number}.xml": b"<a/>" for number in range(1000)}), "has more than 1000 parts"),
        (lambda: changed(**{"../x.xml": b"<a/>"}), "has parts whose names no Word document has"),
        (lambda: changed(**{"/x.xml": b"<a/>"}), "has parts whose names no Word document has"),
        (lambda: changed(**{"a.bin": b"\0" * (41 << 20)}), "has more than 40 MiB when it is unpacked"),
        (lambda: changed(**{DOCUMENT: swap(b"{{p body }}", b"{{ a }} " * 2001)}), "has more than 2000 gaps"),
        (lambda: changed(**{DOCUMENT: swap(b"{{p body }}", b"-%} " * 20_000)}), "has a %} that closes nothing"),
        (lambda: changed(**{DOCUMENT: swap(b"{{p body }}", b"{{r " * 20_000)}), "has a {{ that nothing closes"),
        (
            lambda: changed(**{DOCUMENT: swap(b"<w:sectPr", FIELD % (b" DDE", b"AUTO c:\\\\cmd") + b"<w:sectPr")}),
            "has a field that brings in something from outside it (DDEAUTO)",
        ),
        (
            lambda: changed(
                **{DOCUMENT: swap(b"<w:sectPr", SIMPLE % b" includeText &quot;a.txt&quot;" + b"<w:sectPr")}
            ),
            "has a field that brings in something from outside it (INCLUDETEXT)",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "document",  # its bytes hold the time it was packed
)
def test_what_is_refused(data: bytes | Callable[[], bytes], says: str) -> None:
    with pytest.raises(IgregError) as told:
        looked_at(data() if callable(data) else data, "own.docx")
    assert told.value.sentence.startswith("the template own.docx ")
    assert says in told.value.sentence and told.value.hint


def test_a_bomb_goes_off_nowhere() -> None:
    with pytest.raises(IgregError, match=r"own\.docx (?:has more than 40 MiB|is no Word document|is damaged)"):
        looked_at(bomb(), "own.docx")


def test_a_document_with_a_password_is_told() -> None:
    raw = bytearray(shipped_word())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(mark) + at] |= 1
    with pytest.raises(IgregError, match="has a password"):
        looked_at(bytes(raw), "own.docx")


def test_the_template_that_a_document_was_made_from_is_not_fetched() -> None:
    data = changed(
        **{
            "word/_rels/settings.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + OUTSIDE % (b"attachedTemplate", b"http://example.org/evil.dotm"),
            "word/settings.xml": swap(b"<w:zoom", b'<w:attachedTemplate r:id="rX"/><w:zoom'),
        }
    )
    with zipfile.ZipFile(io.BytesIO(looked_at(data, "own.docx"))) as packed:
        assert all(b"ttachedTemplate" not in packed.read(name) for name in packed.namelist())


def test_links_to_pages_and_addresses_may_stand_in_it() -> None:
    assert looked_at(related(b"hyperlink", b"https://example.org"), "own.docx")
    assert looked_at(related(b"hyperlink", b"mailto:ig@example.org"), "own.docx")


def test_fields_that_fetch_nothing_may_stand_in_it() -> None:
    for field in (FIELD % (b" PA", b"GE "), SIMPLE % b" DATE ", FIELD % (b' HYPERLINK "https://a.example', b'/LINK"')):
        assert looked_at(changed(**{DOCUMENT: swap(b"<w:sectPr", field + b"<w:sectPr")}), "own.docx")
