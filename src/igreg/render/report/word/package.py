"""A Word document that somebody gives to be filled in: looked at before anything opens it.

A .docx is a zip of XML. What would run a program, fetch something or grow without end is refused, each with a word on
what to do; the template that Word notes a document was made from is taken out, since Word would fetch it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from igreg.errors import IgregError
from igreg.render.escape.terminal import plain

MOST_BYTES = 32 << 20
"""So large may a document be."""
MOST_UNPACKED = 40 << 20
_TOO_LARGE = f"has more than {MOST_UNPACKED >> 20} MiB when it is unpacked"
MOST_XML = 4 << 20
"""So large may one of its texts be, unpacked."""
MOST_PARTS = 1000
MOST_GAPS = 2000
"""So many gaps may one of its texts have."""
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RUNS = re.compile(r"vbaProject|vbaData|macroEnabled|activeX|oleObject|ms-office\.vba", re.IGNORECASE)
_OTHERS = re.compile(r"/(aFChunk|oleObject|subDocument|frame|control|attachedTemplate)$")
_FETCHES = re.compile(r"^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD)\b", re.I | re.M)
"""Fields of Word that start another program, or bring in another file or page."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINKED = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_PICTURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\0", b"MM\0*"),
    "tiff": (b"II*\0", b"MM\0*"),
    "emf": (b"\x01\0\0\0",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0"),
}
"""How a picture of each sort begins; one of SVG is read as XML."""
_GAP = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_AGAIN = "open it in Word and save it anew as a Word document (.docx)"


def looked_at(data: bytes, file: str) -> bytes:
    """The document, safe to be opened. Raises IgregError where it is none, or holds what it may not."""
    try:
        return _looked_at(data)
    except _Refused as error:
        raise IgregError(f"the template {plain(file)} {error.sentence}", error.hint) from None


def refuse_large(data: bytes, file: str) -> None:
    """Raise IgregError for a document that says of itself that it unpacks to more than may be, and for no other.

    It is no more than a glance at the list of a zip, before a report is made and drawn for it; `looked_at` believes no
    list.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            whole = sum(one.file_size for one in packed.infolist())
    except Exception:  # what is wrong with it is told by `looked_at`
        return
    if whole > MOST_UNPACKED:
        raise IgregError(f"the template {plain(file)} {_TOO_LARGE}", _AGAIN)


class _Refused(Exception):
    def __init__(self, sentence: str, hint: str = _AGAIN) -> None:
        super().__init__(sentence)
        self.sentence, self.hint = sentence, hint


def _looked_at(data: bytes) -> bytes:
    parts = _unpacked(data)
    _types(parts)
    for name in parts:
        ending = name.rpartition(".")[2].casefold()
        if _RUNS.search(name):
            raise _Refused("holds a macro or another program", "save it as a Word document without macros (.docx)")
        if ending in ("xml", "rels", "svg"):
            root = _xml(parts[name], name)
            if ending == "rels":
                parts[name] = _relations(root, name)
            elif name == "word/settings.xml":
                parts[name] = _settings(root)
            elif ending == "xml":
                _fields(root)
                _gaps(root)
        elif name.startswith("word/media/"):
            _picture(parts[name], name, ending)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, part in parts.items():
            packed.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a document; no more is unpacked than may be there, whatever its list says."""
    if len(data) > MOST_BYTES:
        raise _Refused(f"has more than {MOST_BYTES >> 20} MiB", "make its pictures smaller: Picture Format, Compress")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _Refused("is a Word document of before 2007, or has a password", _AGAIN)
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if len(packed.infolist()) > MOST_PARTS:
                raise _Refused(f"has more than {MOST_PARTS} parts")
            for one in packed.infolist():
                if one.flag_bits & 1:
                    raise _Refused("has a password", "take it off in Word: File, Info, Protect Document")
                with packed.open(one) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise _Refused(_TOO_LARGE, _AGAIN)
                if one.filename in parts or one.filename.startswith("/") or ".." in one.filename:
                    raise _Refused("has parts whose names no Word document has")
                if not one.is_dir():
                    parts[one.filename] = part
    except _Refused:
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise _Refused("is no Word document") from error
    except Exception as error:  # what unpacks has errors of its own, such as zlib's
        raise _Refused("is damaged, or no Word document") from error
    return parts


def _types(parts: Mapping[str, bytes]) -> None:
    """What the document says that its parts are."""
    if _TYPES not in parts:
        raise _Refused("is a zip, and no Word document")
    kinds = [str(one.get("ContentType")) for one in _xml(parts[_TYPES], _TYPES) if isinstance(one.tag, str)]
    if any(_RUNS.search(kind) for kind in kinds):
        raise _Refused("holds a macro or another program", "save it as a Word document without macros (.docx)")
    if _MAIN not in kinds:
        raise _Refused("is no Word document (.docx)")


def _xml(part: bytes, name: str) -> etree._Element:
    """A part as a tree; nothing in it is made longer, or fetched."""
    if len(part) > MOST_XML:
        raise _Refused(f"has more than {MOST_XML >> 20} MiB of text in {plain(name)}", "a template is a few pages long")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!" in part.replace(b"\0", b"") and re.search(rb"<!(?:DOCTYPE|ENTITY)", part.replace(b"\0", b"")):
        raise _Refused(f"declares entities in {plain(name)}, which no Word document does")
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _Refused(f"is damaged: {plain(name)} cannot be read") from None


def _relations(root: etree._Element, name: str) -> bytes:
    """What a part points to; what Word would fetch when it opens the document is refused, or left out."""
    for one in list(root):
        sort, target = str(one.get("Type")), str(one.get("Target"))
        if sort.endswith("/attachedTemplate"):
            root.remove(one)
        elif str(one.get("TargetMode")).casefold() == "external":
            if not (sort.endswith("/hyperlink") and _LINKED.match(target)):
                raise _Refused(
                    f"points to something outside it ({plain(target)[:80]})",
                    "put pictures in, and do not link them: in Word, File, Info, Edit Links to Files, Break Link",
                )
        elif _OTHERS.search(sort):
            raise _Refused("holds an object of another program", "take the object out, or paste it as a picture")
    return _written(root)


def _settings(root: etree._Element) -> bytes:
    for one in list(root):
        if isinstance(one.tag, str) and one.tag.endswith("}attachedTemplate"):
            root.remove(one)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _picture(part: bytes, name: str, ending: str) -> None:
    if ending not in _PICTURES or not part.startswith(_PICTURES[ending]):
        raise _Refused(
            f"has a picture that is none: {plain(name)}", "put the logo in again, as a PNG or a JPEG: Insert, Pictures"
        )


def _fields(root: etree._Element) -> None:
    """No field may bring in what stands elsewhere. What a field does is often cut into several runs."""
    said = []
    for one in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple"):
        if one.tag == f"{_W}instrText":
            said.append(one.text or "")
        elif one.tag == f"{_W}fldSimple":
            said.append(f"\n{one.get(f'{_W}instr')}\n")
        elif one.get(f"{_W}fldCharType") == "begin":
            said.append("\n")
    found = _FETCHES.search("".join(said))
    if found is not None:
        raise _Refused(
            f"has a field that brings in something from outside it ({found[1].upper()})",
            "keep what it shows and not the field: in Word, click into it and press Ctrl+Shift+F9",
        )


def _gaps(root: etree._Element) -> None:
    """Every gap must be closed before the next begins: {{ a name }}, {% a word %}."""
    text = "".join(root.itertext())
    opened, count = "", 0
    for found in _GAP.finditer(text):
        mark = found[0]
        near = plain(" ".join(text[max(0, found.start() - 20) : found.end() + 30].split()))
        if opened and mark != _CLOSES[opened]:
            if mark in _CLOSES or mark == "}}":
                raise _Refused(
                    f"has a {opened} that nothing closes, near {near!r}", "write {{ a name }} or {% a word %}"
                )
            continue
        if not opened and mark not in _CLOSES:
            raise _Refused(f"has a {mark} that closes nothing, near {near!r}", "write {{ a name }} or {% a word %}")
        opened = "" if opened else mark
        count += 1
    if opened:
        raise _Refused(f"has a {opened} that nothing closes", "write {{ a name }} or {% a word %}")
    if count > 2 * MOST_GAPS:
        raise _Refused(f"has more than {MOST_GAPS} gaps", "go through a list with {% for one in ... %}")
