"""Tables that lie, break off or weigh too much: some made by hand, some by chance out of sound ones."""

from __future__ import annotations

import codecs
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from tests.sheets.made import ROWS, ods, rows, xlsx, zipped

HEADS = ("Full Name", "Job Title", "Start Date", "Organisation")
LINES = (("Osei, Jane", "Nurse", "2024-02-01", "Ward 1"), ("Cole, Ben", "Porter", "01/03/2023", "Ward 2"))
MiB = 1 << 20


class Table(NamedTuple):
    """A table: what it is called, the ending of its file, and what makes its bytes."""

    name: str
    ending: str
    make: Callable[[], bytes]
    refused: bool | None = None
    """Whether it has to be refused; nothing where it may be read, too."""


def by_hand() -> Iterator[Table]:
    """The tables that were thought of."""
    yield from _texts()
    yield from _values()
    yield from _zips()
    yield from _xmls()
    yield from _sheets()
    yield from _ods()


def _csv(*lines: Sequence[str], heads: Sequence[str] = HEADS, delimiter: str = ",") -> bytes:
    return "\r\n".join(delimiter.join(line) for line in (heads, *lines)).encode() + b"\r\n"


def _texts() -> Iterator[Table]:
    head = ",".join(HEADS).encode() + b"\n"
    sound = head + b"Osei Jane,Nurse,2024-02-01,Ward 1\n"
    weights: dict[str, Callable[[], bytes]] = {
        "three million empty lines": lambda: b"\n" * 3_000_000,
        "a head and three million empty lines": lambda: head + b"\n" * 3_000_000,
        "three million lines of commas": lambda: head + b",,,\n" * 3_000_000,
        "a line of ten million commas": lambda: b"," * 10_000_000,
        "a head of 20,000 columns": lambda: b",".join(b"h%d" % n for n in range(20_000)) + b"\n",
        "a cell of 20 MiB": lambda: head + b"x" * (20 * MiB) + b"\n",
        "a cell of 200,000 signs": lambda: head + b"x" * 200_000 + b",,,\n",
        "a quote that is never closed": lambda: head + b'"Jane\n' + b"Osei,Nurse,,\n" * 200_000,
        "ten million quotes": lambda: head + b'"' * 10_000_000,
        "quotes in quotes": lambda: head + b'"' + b'""' * 60_000 + b'",,,\n',
        "two million short lines": lambda: b"a\n" * 2_000_000,
        "lines of one sign each, all unlike": lambda: head + "\n".join(map(chr, range(0x4E00, 0x9000))).encode(),
        "lone carriage returns": lambda: sound.replace(b"\n", b"\r") * 2_000,
        "all ends of lines mixed": lambda: head + b"Jane,,,\rBen,,,\r\nEve,,,\n\r\n\r" * 1000,
        "ever longer rows": lambda: head + b"\n".join(b"," * n for n in range(3000)),
        "a million totals": lambda: head + b"Total,1,2,3\n" * 1_000_000,
        "four thousand heads": lambda: head * 4_000,
        "no head at all": lambda: b"1,2,3\n" * 10_000,
        "only heads": lambda: head,
        "the same head twice": lambda: b"Name,Name\nJane,Ben\n",
        "heads of blanks": lambda: b" , ,\t\n" * 100,
        "numbers alone": lambda: b"1\n" * 1_000_000,
    }
    for name, make in weights.items():
        yield Table(f"csv: {name}", "csv", make)
    marks = {
        "UTF-8": codecs.BOM_UTF8, "UTF-16 LE": codecs.BOM_UTF16_LE, "UTF-16 BE": codecs.BOM_UTF16_BE,
        "UTF-32 LE": codecs.BOM_UTF32_LE, "UTF-32 BE": codecs.BOM_UTF32_BE, "UTF-7": b"+/v8-", "GB18030": b"\x84\x31\x95\x33",
    }  # fmt: skip
    for name, mark in marks.items():
        yield Table(f"csv: the mark of {name} alone", "csv", partial(bytes, mark))
        yield Table(f"csv: the mark of {name} before UTF-8", "csv", partial(bytes, mark + sound))
        yield Table(f"csv: the mark of {name} twice", "csv", partial(bytes, mark * 2 + sound))
    for encoding in (
        "utf-16-le",
        "utf-16-be",
        "utf-32-le",
        "utf-7",
        "cp037",
        "cp500",
        "mac-roman",
        "shift-jis",
        "koi8-r",
        "cp1252",
        "gb18030",
        "iso2022-jp",
    ):
        text = (sound.decode() + "O\u2019Neill \u00e9\u00e8\u20ac,Nurse,,\n" * 3).encode(encoding, "ignore")
        yield Table(f"csv: in {encoding}", "csv", partial(bytes, text))
    for sign in (
        "\x00",
        "\x01",
        "\x1a",
        "\x1b[2J",
        "\x7f",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ufffe",
        "\U000e0001",
    ):
        yield Table(
            f"csv: {sign!r} in every cell", "csv", partial(_csv, *([sign + cell for cell in line] for line in LINES))
        )
        yield Table(f"csv: {sign!r} in every head", "csv", partial(_csv, *LINES, heads=[sign + one for one in HEADS]))
    for data in (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x80" * 9, b"\x81\x8d\x8f"):
        yield Table(f"csv: the bytes {data.hex()} in a cell", "csv", partial(bytes, head + data + b",,,\n"))
    for line in ("sep=", "sep=,", "sep=;", "sep=\t", "sep=|", "sep=,,", "sep=\x00", 'sep="', "SEP=;\r", "sep=\u00e9"):
        yield Table(f"csv: first {line!r}", "csv", partial(bytes, line.encode() + b"\n" + sound))
    for start in (
        b"<html><table>",
        b"<?xml version='1.0'?>",
        b"%PDF-1.7",
        b"{\\rtf1",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xd0\xcf\x11\xe0",
        b"\x1f\x8b",
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x89PNG",
        b"GIF8",
        b"\xff\xd8\xff",
        b"MZ",
        b"\x7fELF",
        b"#!/bin/sh\n",
        b"{}",
        b"[]",
        b"---\n- a: b\n",
        b"SQLite format 3\x00",
        b"PAR1",
        b"ID;P",
    ):
        yield Table(f"csv: begins as {start[:12]!r}", "csv", partial(bytes, start + sound))
        yield Table(f"xlsx: nothing but {start[:12]!r}", "xlsx", partial(bytes, start), True)
    yield Table("csv: nothing", "csv", bytes, True)


_ODD = (
    "=1+1", "=cmd|'/c calc'!A0", "@SUM(A1)", "+1", "-1", "\t=1", "'=1", '="00123"', '="' + "x" * 40_000 + '"', "1E+05", "1E+400", "-1E-400",
    "9" * 400, "0" * 400, "NaN", "inf", "-0", "1e5000", "0x7f", "\u0661\u0662", "1,234.56", "#N/A", "#REF!", "Err:502", "31/02/2026", "00/00/0000",
    "99999-01-01", "2026-02-30", "0001-01-01", "9999-12-31", "1/2/3", "24:61", "60", "2958466", "-693594", "../../etc/passwd", "C:\\con", "a\nb: c",
    "- a", "{{7*7}}", "${7*7}", "<script>", "&a", "*a", "!!python/object", "|", ">", "%YAML", "---", "...", "\u0130", "\u00df" * 500,
    "a\u0300" * 1000, "\ufdfa" * 2000, "\U0001f468\u200d\u2695\ufe0f" * 50, "null", "true", "staff", "[[" * 500, "943 476 5919", "QQ 12 34 56 C", "x" * 32_767,
    " " * 30_000, "-" * 5000, "1" + " " * 9000 + "/", "Mr " * 3000, "of " * 3000, "a," * 9000, "O'" * 5000, "(" * 4000, "_x000D_", "_x0000_",
)  # fmt: skip


def _values() -> Iterator[Table]:
    """Odd values as a name, and as everything, in text and in a workbook."""
    for value in _ODD:
        quoted = '"' + value.replace('"', '""') + '"'
        yield Table(f"csv: named {value[:20]!r}", "csv", partial(_csv, (quoted, "Nurse", "2024-02-01", "Ward 1")))
        yield Table(f"csv: everywhere {value[:20]!r}", "csv", partial(_csv, *[(quoted,) * 4] * 3))
        yield Table(f"csv: headed {value[:20]!r}", "csv", partial(_csv, *LINES, heads=(*HEADS[:3], quoted)))
        yield Table(
            f"xlsx: everywhere {value[:20]!r}", "xlsx", partial(rows, list(HEADS), [_fit(value)] * 4, [_fit(value)] * 4)
        )


def _fit(value: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)[:32_767]


@cache
def _sound_xlsx() -> bytes:
    return rows(list(HEADS), *map(list, LINES))


@cache
def _sound_ods() -> bytes:
    return ods(_table("".join(_row(line) for line in (HEADS, *LINES))))


def _table(inner: str, name: str = "Staff") -> str:
    return f"<table:table table:name='{name}'>{inner}</table:table>"


def _row(cells: Sequence[str], more: str = "") -> str:
    inner = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{one}</text:p></table:table-cell>" for one in cells
    )
    return f"<table:table-row {more}>{inner}</table:table-row>"


def _again(data: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipInfo, bytes], None]) -> bytes:
    """An archive written anew, each part as `change` writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            change(new, entry, old.read(entry))
    return out.getvalue()


def _with(data: bytes, **more: bytes | int) -> bytes:
    """An archive with more parts; a number is so many zeros."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name, bytes(content) if isinstance(content, int) else content)
    return out.getvalue()


def _zips() -> Iterator[Table]:
    for ending, sound, main in (("xlsx", _sound_xlsx, "xl/worksheets/sheet1.xml"), ("ods", _sound_ods, "content.xml")):

        def named(name: str, make: Callable[[], bytes], refused: bool | None = None, ending: str = ending) -> Table:
            return Table(f"{ending}: {name}", ending, make, refused)

        yield named("a part of 300 MiB of zeros", partial(_bomb, sound, "xl/x.xml", 300), True)
        yield named("the table is 300 MiB of blanks", partial(_bomb, sound, main, 300), True)
        yield named("6,000 parts", partial(_many, sound, 6_000), True)
        yield named("200 parts of a MiB", partial(_many, sound, 200, MiB), True)
        for way in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED):
            yield named(f"packed in the way {way}", partial(_packed, sound, way))
        for name in (
            "../../evil",
            "/etc/passwd",
            "C:\\evil",
            "con",
            "a" * 60_000,
            "\u202exml",
            "",
            "xl/",
            "XL/WORKBOOK.XML",
            "mimetype",
        ):
            yield named(f"with a part called {name[:20]!r}", partial(_named, sound, name))
        yield named("the table twice", partial(_named, sound, main))
        yield named("behind a megabyte of rubbish", lambda sound=sound: b"x" * MiB + sound())  # type: ignore[misc]
        yield named("before a megabyte of rubbish", lambda sound=sound: sound() + b"x" * MiB)  # type: ignore[misc]
        yield named("with a comment of 60,000 signs", partial(_comment, sound))
        for at in (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99):
            yield named(f"cut off at {at}", lambda sound=sound, at=at: sound()[: int(len(sound()) * at)])  # type: ignore[misc]
        for field, at, value in (
            ("flags", 6, b"\x01\x00"), ("flags", 6, b"\xff\xff"), ("way", 8, b"\x63\x00"), ("way", 8, b"\x0c\x00"), ("sum", 14, b"\0\0\0\0"),
            ("packed size", 18, b"\xff\xff\xff\xff"), ("size", 22, b"\xff\xff\xff\xff"), ("size", 22, b"\x01\0\0\0"), ("name", 26, b"\xff\xff"), ("more", 28, b"\xff\xff"),
        ):  # fmt: skip
            yield named(f"{field} {value.hex()} in each part", partial(_patched, sound, b"PK\x03\x04", at, value))
            yield named(f"{field} {value.hex()} in the list", partial(_patched, sound, b"PK\x01\x02", at + 2, value))
        for at in (8, 10, 12, 16, 20):
            yield named(f"end {at}", partial(_patched, sound, b"PK\x05\x06", at, b"\xff\xff"))
    yield Table("xlsx: an archive in an archive", "xlsx", lambda: zipped({"a.xlsx": _sound_xlsx()}), True)
    yield Table("xlsx: an empty archive", "xlsx", lambda: zipped({}), True)
    for parts in (
        ("xl/workbook.bin",),
        ("Index/Document.iwa",),
        ("word/document.xml",),
        ("ppt/presentation.xml",),
        ("mimetype",),
        ("content.xml",),
    ):
        yield Table(f"xlsx: nothing but {parts[0]}", "xlsx", partial(zipped, dict.fromkeys(parts, "x")), True)


def _bomb(sound: Callable[[], bytes], part: str, size: int) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    del press
    blank = b" " * MiB if "sheet" in part or "content" in part else bytes(MiB)

    def change(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
        if entry.filename != part:
            new.writestr(entry, content)

    out = io.BytesIO(_again(sound(), change))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(part, "w", force_zip64=True) as stream,
    ):
        for _ in range(size):
            stream.write(blank)
    return out.getvalue()


def _many(sound: Callable[[], bytes], count: int, size: int = 1) -> bytes:
    return _with(sound(), **{f"xl/part{n}.xml": size for n in range(count)})


def _packed(sound: Callable[[], bytes], way: int) -> bytes:
    return _again(sound(), lambda new, entry, content: new.writestr(entry.filename, content, way))


def _named(sound: Callable[[], bytes], name: str) -> bytes:
    out = io.BytesIO(sound())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name or "x"), b"<x/>")
    return out.getvalue()


def _comment(sound: Callable[[], bytes]) -> bytes:
    out = io.BytesIO(sound())
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"PK\x05\x06" * 15_000
    return out.getvalue()


def _patched(sound: Callable[[], bytes], mark: bytes, at: int, value: bytes) -> bytes:
    data, start = bytearray(sound()), 0
    while (found := data.find(mark, start)) >= 0:
        data[found + at : found + at + len(value)] = value
        start = found + 4
    return bytes(data)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _xmls() -> Iterator[Table]:
    """XML that is more than it seems, in each part of a workbook in turn."""
    tricks: dict[str, Callable[[str], str | bytes]] = {
        "a DTD": lambda xml: f"<!DOCTYPE x>{xml}",
        "a billion laughs": lambda xml: f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LOL}]>{xml.replace("</", "&l9;</", 1)}',
        "an entity of a file": lambda xml: f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{xml}',
        "an entity of the network": lambda xml: f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">{xml}',
        "an entity in small letters": lambda xml: f"<!doctype x [<!entity e 'x'>]>{xml}",
        "a hundred thousand deep": lambda xml: "<a>" * 100_000,
        "a hundred thousand deep and back": lambda xml: "<a>" * 100_000 + "</a>" * 100_000,
        "an attribute of 5 MiB": lambda xml: xml.replace(">", f" odd='{'x' * (5 * MiB)}'>", 1),
        "fifty thousand attributes": lambda xml: xml.replace(
            ">", "".join(f" a{n}='1'" for n in range(50_000)) + ">", 1
        ),
        "a comment of 20 MiB": lambda xml: f"<!--{'x' * (20 * MiB)}-->{xml}",
        "a hundred thousand instructions": lambda xml: "<?x y?>" * 100_000 + xml,
        "text before it": lambda xml: "rubbish" + xml,
        "text behind it": lambda xml: xml + "rubbish",
        "not closed": lambda xml: xml[: int(len(xml) * 0.7)],
        "nothing": lambda xml: "",
        "NUL in it": lambda xml: xml.replace("</", "\x00</", 1),
        "UTF-16": lambda xml: xml.encode("utf-16"),
        "UTF-16 with a DTD": lambda xml: f"<!DOCTYPE x [<!ENTITY e 'x'>]>{xml}".encode("utf-16"),
        "said to be UTF-7": lambda xml: "<?xml version='1.0' encoding='UTF-7'?>" + xml,
        "said to be EBCDIC": lambda xml: "<?xml version='1.0' encoding='cp037'?>" + xml,
        "no UTF-8": lambda xml: xml.encode().replace(b"</", b"\xff\xfe</", 1),
        "other names before each": lambda xml: xml.replace("<", "<x:").replace("<x:/", "</x:"),
        "CDATA": lambda xml: xml.replace("</", f"<![CDATA[{'x' * 100_000}]]></", 1),
    }
    parts = {
        "xl/worksheets/sheet1.xml": ROWS.format(
            "<row r='1'><c r='A1' t='inlineStr'><is><t>Full Name</t></is></c></row>"
        ),
        "xl/sharedStrings.xml": f"<sst xmlns='{_MAIN}'><si><t>Full Name</t></si></sst>",
        "xl/workbook.xml": "",
        "xl/styles.xml": f"<styleSheet xmlns='{_MAIN}'><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>",
    }
    for part, xml in parts.items():
        for trick, change in tricks.items():
            yield Table(f"xlsx: {trick} in {part}", "xlsx", partial(_tricked, part, xml, change))
    for trick, change in tricks.items():
        yield Table(f"ods: {trick} in content.xml", "ods", partial(_tricked_ods, change))


def _tricked(part: str, xml: str, change: Callable[[str], str | bytes]) -> bytes:
    sheet = ROWS.format(
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' s='0'><v>45000</v></c></row>"
    )
    if not xml:
        with zipfile.ZipFile(io.BytesIO(xlsx(sheet))) as archive:
            xml = archive.read(part).decode()
    return xlsx(sheet, **{part: change(xml)})


def _tricked_ods(change: Callable[[str], str | bytes]) -> bytes:
    def altered(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(entry.filename, change(content.decode()) if entry.filename == "content.xml" else content)

    return _again(_sound_ods(), altered)


def _cell(name: str, value: str = "x", more: str = "t='str'") -> str:
    return f"<c r='{name}' {more}><v>{value}</v></c>"


def _sheets() -> Iterator[Table]:
    head = "<row r='1'>" + "".join(_cell(f"{'ABCD'[at]}1", one) for at, one in enumerate(HEADS)) + "</row>"
    inner: dict[str, Callable[[], str]] = {
        "cells at both corners": lambda: head + f"<row r='1048576'>{_cell('XFD1048576')}</row>",
        "a box of 20 million cells": lambda: head + f"<row r='20000'>{_cell('ALL20000')}</row>",
        "a box of 4 million cells": lambda: head + f"<row r='4000'>{_cell('ALL4000')}</row>",
        "a wide head in the last row": lambda: (
            "<row r='1048576'>" + _cell("A1048576") + "<c t='str'><v>x</v></c>" * 16_383 + "</row>"
        ),
        "a cell in row 0": lambda: head + f"<row r='0'>{_cell('A0')}</row>",
        "a cell in row 9999999": lambda: head + f"<row r='9999999'>{_cell('A9999999')}</row>",
        "a cell in column ZZZ": lambda: head + f"<row r='2'>{_cell('ZZZ2')}</row>",
        "a cell called nothing": lambda: head + f"<row r='2'>{_cell('')}</row>",
        "a cell called A1B2": lambda: head + f"<row r='2'>{_cell('A1B2')}</row>",
        "a million times the same cell": lambda: head + _cell("A2") * 1_000_000,
        "rows in the wrong order": lambda: "".join(f"<row r='{n}'>{_cell(f'A{n}')}</row>" for n in range(500, 0, -1)),
        "text 4294967295": lambda: (
            head + f"<row r='2'>{_cell('A2', '4294967295', chr(116) + chr(61) + chr(39) + 's' + chr(39))}</row>"
        ),
        "text -1": lambda: head + "<row r='2'><c r='A2' t='s'><v>-1</v></c></row>",
        "text that is none": lambda: head + "<row r='2'><c r='A2' t='s'><v>one</v></c></row>",
        "a number that is none": lambda: head + "<row r='2'><c r='A2'><v>one</v></c></row>",
        "a truth that is none": lambda: head + "<row r='2'><c r='A2' t='b'><v>7</v></c></row>",
        "a day that is none": lambda: head + "<row r='2'><c r='A2' t='d'><v>2026-99-99</v></c></row>",
        "an error that is none": lambda: head + "<row r='2'><c r='A2' t='e'><v>#ODD!</v></c></row>",
        "a type that is none": lambda: head + "<row r='2'><c r='A2' t='odd'><v>1</v></c></row>",
        "a formula without a value": lambda: head + "<row r='2'><c r='A2'><f>" + "A1&amp;" * 5000 + "A1</f></c></row>",
        "100,000 formulas": lambda: (
            head + "".join(f"<row r='{n}'><c r='A{n}'><f>B{n}</f></c></row>" for n in range(2, 100_002))
        ),
        "100,000 errors": lambda: (
            head + "".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(2, 100_002))
        ),
        "200,000 hidden rows": lambda: head + "".join(f'<row r="{n}" hidden="1"/>' for n in range(2, 200_002)),
        "rows in rows": lambda: "<row r='1'>" * 2000 + "</row>" * 2000,
        "no number of rows or cells": lambda: ("<row>" + "<c t='str'><v>x</v></c>" * 4 + "</row>") * 50_000,
    }
    for number in ("1e400", "-1e400", "NaN", "-1e12", "1e-400", "9" * 4000, "0x10", "--1", "1e308"):
        inner[f"the number {number[:12]}"] = lambda number=number: (
            head + f"<row r='2'><c r='A2'><v>{number}</v></c><c r='C2' s='1'><v>{number}</v></c></row>"
        )  # type: ignore[misc]
    for name, make in inner.items():
        yield Table(f"xlsx: {name}", "xlsx", lambda make=make: xlsx(ROWS.format(make())))  # type: ignore[misc]
    after: dict[str, Callable[[], str]] = {
        "a merge of everything": lambda: "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
        "a merge turned round": lambda: "<mergeCells><mergeCell ref='D9:A1'/></mergeCells>",
        "a merge of nothing": lambda: "<mergeCells><mergeCell ref=''/></mergeCells>",
        "150,000 merges": lambda: "<mergeCells>" + "<mergeCell ref='A1:D9'/>" * 150_000 + "</mergeCells>",
        "90,000 merges": lambda: "<mergeCells>" + "<mergeCell ref='A1:D2'/>" * 90_000 + "</mergeCells>",
        "a filter of everything": lambda: "<autoFilter ref='A1:XFD1048576'/>",
    }
    two = head + "<row r='2'>" + "".join(_cell(f"{'ABCD'[at]}2", one) for at, one in enumerate(LINES[0])) + "</row>"
    for name, make in after.items():
        yield Table(
            f"xlsx: {name}",
            "xlsx",
            partial(_replaced, two, "</worksheet>", make, "</worksheet>"),
        )
    for size in ("A1", "A1:XFD1048576", "nothing", "A1:ZZZ99999999999", ":"):
        yield Table(
            f"xlsx: said to reach {size}",
            "xlsx",
            partial(_replaced, two, "<sheetData>", f"<dimension ref='{size}'/>".format, "<sheetData>"),
        )
    for count in ("4294967295", "-1", "x", "18446744073709551616"):
        yield Table(
            f"xlsx: {count} texts it says",
            "xlsx",
            partial(_with_texts, two, count),
        )
    long = f"<sst xmlns='{_MAIN}'><si><t>{'x' * (2 * MiB)}</t></si></sst>"
    yield Table(
        "xlsx: 100,000 cells of one long text",
        "xlsx",
        lambda: xlsx(
            ROWS.format("".join(f"<row r='{n}'><c r='A{n}' t='s'><v>0</v></c></row>" for n in range(1, 100_001))),
            **{"xl/sharedStrings.xml": long},
        ),
        True,
    )
    yield Table(
        "xlsx: 16 million cells of 12 bytes", "xlsx", lambda: xlsx(ROWS.format("<c r='A1'/>" * 16_000_000)), True
    )
    for many in (300, 5000):
        yield Table(f"xlsx: {many} sheets of one name", "xlsx", partial(_of_sheets, many, same=True))
        yield Table(f"xlsx: {many} sheets", "xlsx", partial(_of_sheets, many, same=False))
    for target in (
        "../../../etc/passwd",
        "http://127.0.0.1:9/",
        "",
        "worksheets/none.xml",
        "sharedStrings.xml",
        "/xl/worksheets/sheet1.xml",
    ):
        yield Table(f"xlsx: the sheet is at {target!r}", "xlsx", partial(_at, target))


def _replaced(rows: str, mark: str, make: Callable[[], str], behind: str) -> bytes:
    return xlsx(ROWS.format(rows).replace(mark, make() + behind))


def _with_texts(rows: str, count: str) -> bytes:
    texts = f"<sst xmlns='{_MAIN}' count='{count}' uniqueCount='{count}'><si><t>x</t></si></sst>"
    return xlsx(ROWS.format(rows), **{"xl/sharedStrings.xml": texts})


def _of_sheets(number: int, *, same: bool) -> bytes:
    names = "".join(
        f"<sheet name='{'Staff' if same else f'S{n}'}' sheetId='{n + 1}' r:id='rId1'/>" for n in range(number)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f"<workbook xmlns='{_MAIN}' xmlns:r='{office}'><sheets>{names}</sheets></workbook>"
    return xlsx(ROWS.format(""), **{"xl/workbook.xml": book})


def _at(target: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx(""))) as archive:
        part = "xl/_rels/workbook.xml.rels"
        return xlsx(ROWS.format(""), **{part: archive.read(part).decode().replace("worksheets/sheet1.xml", target)})


def _ods() -> Iterator[Table]:
    sound = "".join(_row(line) for line in (HEADS, *LINES))
    cell = "<table:table-cell office:value-type='string' {}><text:p>{}</text:p></table:table-cell>"
    inner: dict[str, Callable[[], str]] = {
        "200,000 rows": lambda: _table(_row(HEADS) + _row(LINES[0]) * 200_000),
        "60,000 rows": lambda: _table(_row(HEADS) + _row(LINES[0]) * 60_000),
        "a row a million times": lambda: _table(_row(HEADS) + _row(LINES[0], "table:number-rows-repeated='1000000'")),
        "a row 4294967295 times": lambda: _table(_row(LINES[0], "table:number-rows-repeated='4294967295'")),
        "a row 0 times": lambda: _table(sound + _row(LINES[0], "table:number-rows-repeated='0'")),
        "a row -1 times": lambda: _table(sound + _row(LINES[0], "table:number-rows-repeated='-1'")),
        "a cell 16,384 times": lambda: _table(
            f"<table:table-row>{cell.format(chr(116) + 'able:number-columns-repeated=' + chr(39) + '16384' + chr(39), 'x')}</table:table-row>"
            * 400
        ),
        "a cell 99999999 times": lambda: _table(
            f"<table:table-row>{cell.format('table:number-columns-repeated=' + chr(39) + '99999999' + chr(39), 'x')}</table:table-row>"
        ),
        "a long text ten thousand times": lambda: _table(_row(["x" * 30_000], "table:number-rows-repeated='10000'")),
        "a billion blanks": lambda: _table(_row(["<text:s text:c='1000000000'/>"])),
        "a merge of everything": lambda: _table(
            sound
            + f"<table:table-row>{cell.format('table:number-columns-spanned=' + chr(39) + '16384' + chr(39) + ' table:number-rows-spanned=' + chr(39) + '1048576' + chr(39), 'x')}</table:table-row>"
        ),
        "rows in rows": lambda: _table("<table:table-row>" * 3000 + "</table:table-row>" * 3000),
        "tables in tables": lambda: "<table:table table:name='a'>" * 2000 + "</table:table>" * 2000,
        "2,000 tables": lambda: "".join(_table(sound, f"T{n}") for n in range(2000)),
        "two tables of one name": lambda: _table(sound) * 2,
        "a cell outside any row": lambda: _table(cell.format("", "x") + sound),
        "a row outside any table": lambda: sound,
        "no table": lambda: "",
        "a million columns declared": lambda: _table(
            "<table:table-column table:number-columns-repeated='1000000' table:visibility='collapse'/>" * 100 + sound
        ),
        "hidden rows without end": lambda: _table(
            sound + _row([], "table:visibility='collapse' table:number-rows-repeated='1048570'")
        ),
        "a hundred thousand paragraphs": lambda: _table(_row(["x</text:p><text:p>" * 100_000])),
    }
    for sort, value in (
        ("float", "1e400"),
        ("float", "x"),
        ("date", "2026-99-99"),
        ("date", "99999-01-01"),
        ("time", "PT99999999H"),
        ("time", "x"),
        ("percentage", "NaN"),
        ("boolean", "odd"),
        ("odd", "1"),
    ):
        inner[f"the {sort} {value}"] = lambda sort=sort, value=value: _table(
            sound
            + f"<table:table-row><table:table-cell office:value-type='{sort}' office:value='{value}' office:date-value='{value}' office:time-value='{value}'/></table:table-row>"
        )  # type: ignore[misc]
    for name, make in inner.items():
        yield Table(f"ods: {name}", "ods", lambda make=make: ods(make()))  # type: ignore[misc]


def by_chance(each: int = 12) -> Iterator[Table]:
    """Sound tables of twelve sorts, altered in twelve ways, each so often as is asked."""
    for sort, (ending, sound) in SOUND.items():
        for way, alter in (_ALTERED_PARTS if ending in ("xlsx", "ods") else _ALTERED).items():
            for number in range(each):
                yield Table(
                    f"chance: {sort}, {way} {number}", ending, partial(_altered, sound, alter, f"{sort} {way} {number}")
                )


def _altered(sound: Callable[[], bytes], alter: Callable[[bytes, random.Random], bytes], seed: str) -> bytes:
    return alter(sound(), random.Random(seed))


def _many_lines(count: int) -> list[list[str]]:
    return [[f"Person{n}, Jane", "Nurse", f"{1 + n % 28:02}/03/20{10 + n % 15}", f"Ward {n % 5}"] for n in range(count)]


def _quoted() -> bytes:
    return _csv(*(['"' + cell + '\nsecond ""line"""' for cell in line] for line in _many_lines(40)))


def _odd_workbook() -> bytes:
    from tests.sheets.made import workbook

    def fill(book: object) -> None:
        sheet = book.active  # type: ignore[attr-defined]
        for line in ([*HEADS], *_many_lines(30)):
            sheet.append(line)
        sheet["A5"] = "=A2&B2"
        sheet.merge_cells("D2:D6")
        sheet.row_dimensions[4].hidden = sheet.column_dimensions["B"].hidden = True
        book.create_sheet("Other").append(["x"])  # type: ignore[attr-defined]

    return workbook(fill)


def _written_by_xlsxwriter(*, constant: bool) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": constant, "in_memory": not constant})
    sheet, day = book.add_worksheet("Staff"), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, line in enumerate([list(HEADS), *_many_lines(40)]):
        sheet.write_row(number, 0, line)
        sheet.write_number(number, 4, 45_000 + number, day)
    book.close()
    return out.getvalue()


SOUND: dict[str, tuple[str, Callable[[], bytes]]] = {
    "commas": ("csv", lambda: _csv(*_many_lines(40))),
    "semicolons": ("csv", lambda: _csv(*_many_lines(40), delimiter=";").replace(b"Jane", b"J\xe9r\xf4me")),
    "tabs": ("tsv", lambda: _csv(*_many_lines(40), delimiter="\t")),
    "quotes": ("csv", _quoted),
    "UTF-16": ("txt", lambda: _csv(*_many_lines(40), delimiter="\t").decode().encode("utf-16")),
    "UTF-8 with a mark": ("csv", lambda: codecs.BOM_UTF8 + _csv(*_many_lines(40)).replace(b"Jane", "J\u00e9r\u00f4me".encode())),
    "openpyxl": ("xlsx", lambda: rows(list(HEADS), *_many_lines(40))),
    "odd workbook": ("xlsx", _odd_workbook),
    "xlsxwriter": ("xlsx", lambda: _written_by_xlsxwriter(constant=False)),
    "texts in cells": ("xlsx", lambda: _written_by_xlsxwriter(constant=True)),
    "by hand": ("xlsx", lambda: xlsx(ROWS.format("<row r='1'><c r='A1' t='str'><v>Full Name</v></c></row><row r='2'><c r='A2' t='str'><v>Jane</v></c></row>"))),
    "ods": ("ods", lambda: ods(_table("".join(_row(line) for line in (HEADS, *_many_lines(40)))))),
}  # fmt: skip


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _lose(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randrange(1, 200) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at : at + chance.randrange(1, 100)] * chance.randrange(2, 2000) + data[at:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    a, b, c = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _put(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randrange(1, 300)) + data[at:]


def _token(shape: bytes, others: Sequence[bytes]) -> Callable[[bytes, random.Random], bytes]:
    def alter(data: bytes, chance: random.Random) -> bytes:
        often = chance.choice((0.02, 0.2, 1.0))
        return re.sub(shape, lambda found: chance.choice(others) if chance.random() < often else found[0], data)

    return alter


_NUMBERS = (b"0", b"-1", b"4294967296", b"9" * 40, b"1e400", b"1.5", b"", b"NaN", b"99999", b"1048577", b"16385")
_TEXTS = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"=1+1",
    b"'" * 50,
    b'"',
    b"A" * 40_000,
    "\u202e\U0001f468".encode(),
    b"]]>",
    b"&lol;",
    b"#N/A",
    b"\r",
    b"\xc2\x85",
)
_SIGNS = (b"", b"<", b">", b"/", b"'", b'"', b",", b";", b"\n", b"\r", b"\t", b"&", b"=")
_BY_BYTES = {"bytes": _flip, "cut": _cut, "lost": _lose, "again and again": _repeat, "swapped": _swap, "put in": _put}
_BY_TOKENS = {
    "numbers": _token(rb"\d+", _NUMBERS),
    "words": _token(rb"[A-Za-z]{3,}", _TEXTS),
    "signs": _token(rb"[<>/'\",;\n\t=]", _SIGNS),
}
_ALTERED: dict[str, Callable[[bytes, random.Random], bytes]] = {
    **_BY_BYTES, **_BY_TOKENS,
    "lines": lambda data, chance: b"\n".join(chance.choices(data.split(b"\n"), k=chance.randrange(1, 3000))),
    "twice": lambda data, chance: _flip(_swap(data, chance), chance),
    "all": lambda data, chance: _put(_BY_TOKENS["signs"](_BY_TOKENS["numbers"](data, chance), chance), chance),
}  # fmt: skip


def _in_parts(alter: Callable[[bytes, random.Random], bytes]) -> Callable[[bytes, random.Random], bytes]:
    """The same within the unpacked parts of a workbook, of which one or all are altered."""

    def altered(data: bytes, chance: random.Random) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
        chosen = {chance.choice(names)} | (
            {one for one in names if "sheet" in one or "content" in one} if chance.random() < 0.6 else set()
        )

        def change(new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> None:
            new.writestr(entry.filename, alter(content, chance) if entry.filename in chosen and content else content)

        return _again(data, change)

    return altered


_ALTERED_PARTS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "bytes": _flip, "cut": _cut, "lost": _lose, "again and again": _repeat, "swapped": _swap,
    **{f"{way} in parts": _in_parts(alter) for way, alter in {**_BY_BYTES, **_BY_TOKENS}.items() if way not in ("swapped", "lost")},
}  # fmt: skip
