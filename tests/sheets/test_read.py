"""What a file says, cell by cell, in each format; and what is refused, with what to do."""

from __future__ import annotations

import datetime as dt
import io
import random
from typing import Any

import pytest
import xlsxwriter
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

from igreg.errors import IgregError
from igreg.sheets import text_table
from igreg.sheets.book import CellError, Shown
from igreg.sheets.read import read_book
from tests.sheets.made import ROWS, ods, rows, workbook, xlsx, zipped


def texts(data: bytes) -> list[list[Any]]:
    """The rows of the one sheet of a text."""
    (sheet,) = read_book("a.csv", data).sheets
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"Name,Unit\nJane,Ash\n", [["Name", "Unit"], ["Jane", "Ash"]], id="commas"),
        pytest.param(b"Name;Hours\r\nJane;37,5\r\n", [["Name", "Hours"], ["Jane", "37,5"]], id="semicolons"),
        pytest.param(b"Name\tUnit\nOsei, J\tAsh\n", [["Name", "Unit"], ["Osei, J", "Ash"]], id="tabs"),
        pytest.param(b'Name;Unit\n"Osei, Jane";Ash\n', [["Name", "Unit"], ["Osei, Jane", "Ash"]], id="commas in names"),
        pytest.param(b'sep=;\nName;Unit\nJ;"a\nb"\n', [[], ["Name", "Unit"], ["J", "a\nb"]], id="sep= and a line break"),
        pytest.param(b'Name,Note\nJ,"say ""hello"""\n', [["Name", "Note"], ["J", 'say "hello"']], id="quotes"),
        pytest.param(b"Name\n\nJane\n", [["Name"], [], ["Jane"]], id="one column and a blank row"),
        pytest.param(b'Id,Due\n"=""00123""",#N/A\n', [["Id", "Due"], ["00123", CellError("#N/A", "a formula that came to an error")]], id="text on purpose, and an error"),
        pytest.param(b"Title,Note\n'=1+1,'+44\n\"'=\"\"00\"\"\",''tis\n'a,'\n", [["Title", "Note"], ["=1+1", "+44"], ['="00"', "'tis"], ["'a", "'"]], id="the sign before what would be run"),
        pytest.param(b"a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]], id="ragged"),
        pytest.param(b"\xef\xbb\xbfName,Unit\nZo\xc3\xab,x\n", [["Name", "Unit"], ["Zoë", "x"]], id="UTF-8 with a mark"),
        pytest.param("Name,Unit\nZoë,x\n".encode("utf-16"), [["Name", "Unit"], ["Zoë", "x"]], id="UTF-16"),
        pytest.param(b"Name,Unit\nZo\xeb O\x92Neill,x\n", [["Name", "Unit"], ["Zoë O’Neill", "x"]], id="Windows-1252"),
    ],
)  # fmt: skip
def test_texts(data: bytes, found: list[list[Any]]) -> None:
    assert texts(data) == found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        ("Name\nRenée\n".encode("mac-roman"), "line 2 would be odd"),
        ("Name\nZoë, mañana\n".encode("mac-roman"), "line 2 would be odd"),
        ("Name\nAndré\n".encode("mac-roman"), "line 2 would be odd"),
        (b"Name\nZo\xc3\xab\nZo\xeb\n", "breaks in line 3: the byte 0xeb"),
        ("Name,Unit\n".encode("utf-16-le"), "UTF-16, with no mark"),
        ("Name,Unit\n".encode("utf-32"), "UTF-32"),
        (b"Name\n\x00\x01\x02 and no more text of any kind", "no text and no workbook"),
        (b"<!DOCTYPE html><html><table>", "a web page"),
        (b"<?xml version='1.0'?><Workbook>", "an XML file"),
        (b"{\\rtf1 x}", "a document"),
        (b"%PDF-1.7", "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "the old format .xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"PK\x03\x04 cut off", "is broken"),
        (zipped({"xl/workbook.bin": "x"}), "the format .xlsb"),
        (zipped({"Index/Document.iwa": "x"}), "a spreadsheet of Numbers"),
        (zipped({"word/document.xml": "<x/>"}), "a Word document"),
        (zipped({"a.csv": "x"}), "an archive"),
        (rows(["Name"], ["Jane"])[:-40], "is broken"),
        (b'Name\n"' + b"x" * 140_000 + b'"\n', "row 2 cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(IgregError, match=said) as caught:
        read_book("a.xlsx", data)
    assert (caught.value.code, bool(caught.value.hint)) == (2, True)


def test_a_workbook() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "Staff list"
        sheet.append([])
        sheet.append([None, "Name", "Started", "Seen", "Hours", "Lead", "Id"])
        sheet.append([None, "Zoë", dt.date(2026, 2, 1), dt.datetime(2026, 2, 1, 14, 10), 37.5, True, '="007"'])
        sheet["G3"].data_type = "s"
        sheet.append([None, "Jane", 45_000, None, 40, "#REF!"])
        sheet["A1"].font = Font(bold=True)
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["E"].hidden = True
        sheet["G5"] = ArrayFormula("G5:G5", "=1+1")
        hidden = book.create_sheet("Old")
        hidden.sheet_state = "veryHidden"

    book = read_book("staff", workbook(fill))
    staff, old = book.sheets
    assert (book.form, staff.name, staff.shown, old.shown) == ("xlsx", "Staff list", Shown.VISIBLE, Shown.VERY_HIDDEN)
    assert (staff.first_row, staff.first_column) == (2, 1)
    assert list(staff.rows[1][:6]) == ["Zoë", dt.date(2026, 2, 1), dt.datetime(2026, 2, 1, 14, 10), 37.5, True, "007"]
    assert staff.rows[2][1] == 45_000
    assert staff.rows[2][4] == CellError("#REF!", "a formula that came to an error")
    assert (staff.hidden_rows, staff.hidden_columns) == ({4}, {4})
    assert list(staff.formulas) == [(5, 6)]


def test_the_days_of_an_old_mac_are_the_same_days() -> None:
    def fill(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active.append(["Started", dt.date(2026, 2, 1)])

    (sheet,) = read_book("a", workbook(fill)).sheets
    assert sheet.rows[0][1] == dt.date(2026, 2, 1)


def test_a_merge_has_its_value_in_every_row() -> None:
    def fill(book: Any) -> None:
        for line in (["Unit", "Name"], ["Ash", "Jane"], [None, "Zoë"], ["Oak", "Bo"]):
            book.active.append(line)
        book.active.merge_cells("A2:A3")

    (sheet,) = read_book("a", workbook(fill)).sheets
    assert [row[0] for row in sheet.rows] == ["Unit", "Ash", "Ash", "Oak"]
    assert sheet.merged == {(3, 0)}


def test_an_open_document() -> None:
    cell = "<table:table-cell office:value-type='string'{}><text:p>{}</text:p></table:table-cell>".format
    day = "<table:table-cell office:value-type='date' office:date-value='2026-02-01'><text:p>1/2/26</text:p></table:table-cell>"
    deep = " table:number-rows-spanned='2'"
    table = (
        "<table:table table:name='Staff'><table:table-column/><table:table-column table:visibility='collapse'/>"
        f"<table:table-row>{cell('', 'Unit')}{cell('', 'Started')}</table:table-row>"
        f"<table:table-row table:visibility='filter'>{cell(deep, 'Ash')}{day}</table:table-row>"
        f"<table:table-row><table:covered-table-cell/>{cell('', '#N/A')}</table:table-row>"
        "<table:table-row table:number-rows-repeated='1048570'><table:table-cell table:number-columns-repeated='16384'/>"
        "</table:table-row></table:table>"
    )
    book = read_book("a", ods(table))
    (sheet,) = book.sheets
    assert book.form == "ods"
    assert [list(row) for row in sheet.rows] == [
        ["Unit", "Started"],
        ["Ash", dt.date(2026, 2, 1)],
        ["Ash", CellError("#N/A", "a formula that came to an error")],
    ]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == ({2}, {1}, {(3, 0)})


FAR = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
ODS_FAR = (
    "<table:table table:name='A'><table:table-row table:number-rows-repeated='1000000'><table:table-cell "
    "table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row></table:table>"
)
LONG = (
    "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>" + "x" * 32_000 + "</t></si></sst>"
)
POINTING = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 8_000))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(xlsx(ROWS.format(FAR)), "lie so far apart", id="two cells far apart"),
        pytest.param(xlsx(ROWS.format(FAR).replace("'", '"')), "lie so far apart", id="the same, written the usual way"),
        pytest.param(ods(ODS_FAR), "lie so far apart", id="a cell repeated a billion times"),
        pytest.param(xlsx(ROWS.format(POINTING).replace("'", '"'), **{"xl/sharedStrings.xml": LONG}), "texts come to more", id="one text, thousands of times"),
        pytest.param(xlsx(ROWS.format(POINTING).replace('"', "'"), **{"xl/sharedStrings.xml": LONG}), "texts come to more", id="the same, written otherwise"),
        pytest.param(xlsx(ROWS.format(POINTING).replace("'", '"').replace('t="', 't = "'), **{"xl/sharedStrings.xml": LONG}), "texts come to more", id="the same, with blanks"),
        pytest.param(xlsx(ROWS.format(POINTING).replace("'", '"').replace("<v>", "<f>1</f><v>"), **{"xl/sharedStrings.xml": LONG}), "texts come to more", id="the same, out of formulas"),
        pytest.param(xlsx(ROWS.format("<row r='1'><c r='A0'/></row>")), "is broken", id="no such cell"),
        pytest.param(xlsx(ROWS.format("<row r='x'/>")), "is broken", id="no such row"),
        pytest.param(xlsx(ROWS.format("<row><c></row>")), "is broken", id="no XML"),
        pytest.param(xlsx("<!DOCTYPE a [<!ENTITY b 'c'>]>" + ROWS.format("")), "words of its own", id="entities"),
        pytest.param(xlsx(ROWS.format(""), **{"xl/_rels/workbook.xml.rels": "<Relationships/>"}), "is broken", id="no relations"),
        pytest.param(zipped({"xl/workbook.xml": "x" * 3_000_000}), "100 times its size", id="a bomb"),
        pytest.param(zipped({"xl/workbook.xml": "<workbook/>"}), "is broken", id="no relations at all"),
    ],
)  # fmt: skip
def test_what_is_sly_is_refused_before_it_is_read(data: bytes, said: str) -> None:
    with pytest.raises(IgregError, match=said):
        read_book("a", data)


def test_cells_that_do_not_say_where_they_are_count_on() -> None:
    inline = "<c t='inlineStr'><is><t>{}</t></is></c>".format
    data = xlsx(ROWS.format(f"<row>{inline('Name')}{inline('Unit')}</row><row r='4'>{inline('Jane')}</row>"))
    (sheet,) = read_book("a", data).sheets
    assert sheet.rows[0][:2] == ["Name", "Unit"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_file_in_any_of_its_forms(encoding: str, separator: str) -> None:
    text = f'Name{separator}Unit\r\nZo\u00eb{separator}\r\n\r\n"a\nb"{separator}c\r\n'
    (sheet,) = read_book("x.txt", text.encode(encoding)).sheets
    assert [list(row) for row in sheet.rows] == [["Name", "Unit"], ["Zo\u00eb", None], [], ["a\nb", "c"]]
    assert (sheet.name, sheet.first_row) == (None, 1)


def test_a_line_that_says_the_separator_counts_as_a_row() -> None:
    book = read_book("x.csv", b"sep=|\nName|Unit\na,b|c\n")
    assert (book.delimiter, list(book.sheets[0].rows[2])) == ("|", ["a,b", "c"])


def listed() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("List")
    sheet.write_row(2, 1, ["Name", "Start", "Hours"])
    sheet.write_row(3, 1, ["Jane", None, 12.0])
    sheet.write_datetime(3, 2, dt.datetime(2026, 2, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.add_worksheet("Lists").hide()
    book.close()
    return out.getvalue()


def test_the_sheets_of_a_workbook() -> None:
    sheet, _ = read_book("x.bin", listed()).sheets
    assert (sheet.name, sheet.first_row, sheet.first_column, sheet.shown) == ("List", 3, 1, Shown.VISIBLE)
    assert [list(row) for row in sheet.rows] == [["Name", "Start", "Hours"], ["Jane", dt.date(2026, 2, 1), 12]]
    assert read_book("x", listed(), only="Lists").sheets[0].shown is Shown.HIDDEN


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old", b"a\0b", b"\xff\xfea", "\u0081".encode("latin-1")]
)
def test_what_cannot_be_read_is_wrong_usage(data: bytes) -> None:
    with pytest.raises(IgregError) as refused:
        read_book("x.xlsx", data)
    assert refused.value.code == 2


def test_tabs_and_line_breaks_of_a_cell_are_read_however_they_are_written() -> None:
    text = (
        "<text:p>a<text:tab/>b<text:tab text:tab-ref='1'></text:tab>c<text:line-break/>d<text:s text:c='2'/>e</text:p>"
    )
    cell = f"<table:table-cell office:value-type='string'>{text}<text:p>f</text:p></table:table-cell>"
    (sheet,) = read_book("a.ods", ods(f"<table:table table:name='S'><table:table-row>{cell}</table:table-row></table:table>")).sheets  # fmt: skip
    assert sheet.rows == [["a\tb\tc\nd  e\nf"]]


def test_a_sheet_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(IgregError, match="Nowhere"):
        read_book("x.xlsx", listed(), only="Nowhere")


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ONE = "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
TWICE = "".join(f"<sheet name='S{n}' sheetId='{n}' r:id='rId1'/>" for n in (1, 2))
FURTHER = "<row r='2000'><c r='A2000'><v>1</v></c></row>"
MERGE = "<mergeCell ref='A1:Z2000'/>"
BLANKS = (
    "<table:table table:name='S'><table:table-row><table:table-cell office:value-type='string'><text:p>a"
    "<text:s text:c='999999999'/></text:p></table:table-cell></table:table-row></table:table>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(xlsx("<?xml version='1.0' encoding='UQTF-8'?>" + ROWS.format(ONE)), "is broken", id="an encoding nobody knows"),
        pytest.param(xlsx(ROWS.format("<row r='1'><c r='A1'><v>-1e308</v></c></row>")), "is broken", id="a number that no day can be"),
        pytest.param(xlsx(f"<worksheet xmlns='{MAIN}'><sheetData>{ONE}{FURTHER}</sheetData><mergeCells>{MERGE * 60}</mergeCells></worksheet>"), "is broken", id="merges over one another"),
        pytest.param(xlsx(ROWS.format(ONE), **{"xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>{TWICE}</sheets></workbook>"}), "is broken", id="one part for two sheets"),
        pytest.param(ods(BLANKS), "is broken", id="blanks without bounds"),
        pytest.param(b"h," * 16_384 + b"h\n", "row 1 has 16,385 columns", id="more columns than a sheet has"),
        pytest.param(b'Name,Unit\nJane,Ash\n"Bo,Ash\nAl,Ash\n', "in row 3 a cell begins with a quote", id="a quote that stays open"),
        pytest.param("Name,Unit\nMar\u00eda,x\n".encode("mac-roman"), "line 2 would be odd", id="an i of a Mac that looks like an apostrophe"),
    ],
)  # fmt: skip
def test_what_would_end_the_library_or_lose_rows_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(IgregError, match=said) as caught:
        read_book("a", data)
    assert (caught.value.code, bool(caught.value.hint)) == (2, True)


def test_how_many_texts_there_are_said_to_be_does_not_matter() -> None:
    texts = f"<sst xmlns='{MAIN}' count='999999999' uniqueCount='999999999'><si><t>Jane</t></si></sst>"
    data = xlsx(ROWS.format("<row r='1'><c r='A1' t='s'><v>0</v></c></row>"), **{"xl/sharedStrings.xml": texts})
    assert [list(row) for row in read_book("a", data).sheets[0].rows] == [["Jane"]]


def test_an_apostrophe_of_windows_is_one() -> None:
    assert texts("O\u2019Neill,d\u2019Arc,Jane\u2019s Zo\u00eb\n".encode("cp1252")) == [
        ["O’Neill", "d’Arc", "Jane’s Zoë"]
    ]


def test_a_quote_that_closes_at_the_end_is_no_fault() -> None:
    assert texts(b'Name,Note\nJ,"a\nb"') == [["Name", "Note"], ["J", "a\nb"]]


@pytest.mark.parametrize("seed", range(40))
def test_lines_of_a_text_end_where_those_of_a_file_do(seed: int) -> None:
    chance = random.Random(seed)
    signs = ["a", "b", ",", "\n", "\r\n", "\r", '"', *(["\v", "\x1c", "\x85", "\u2028"] if seed % 2 else [])]
    text = "".join(chance.choices(signs, k=300_000 if seed % 10 == 0 else chance.randrange(60)))
    assert list(text_table._lines(text)) == list(io.StringIO(text, newline=""))


def test_a_sign_that_ends_lines_elsewhere_stands_in_a_cell() -> None:
    (sheet,) = read_book("t.csv", "Name,Unit\nA\u2028B,C\vD\n".encode()).sheets
    assert list(sheet.rows[1]) == ["A\u2028B", "C\vD"]


@pytest.mark.parametrize("before", [0, 1, 2, 3, 4])
def test_rows_that_are_taken_at_once_are_as_one_by_one(monkeypatch: pytest.MonkeyPatch, before: int) -> None:
    """Wherever the cut falls: ragged rows, empty ones, and the number of a row that cannot be read."""
    monkeypatch.setattr("igreg.sheets.text_table._AT_ONCE", 3)
    even = b"Ben,'=1\n" * before
    rows = read_book("t.csv", b"Name,Role\n" + even + b"\nJane\nEve,,x\n").sheets[0].rows
    expected = [["Name", "Role"], *[["Ben", "=1"]] * before, [], ["Jane"], ["Eve", None, "x"]]
    assert list(map(list, rows)) == expected
    with pytest.raises(IgregError, match=f"row {before + 2} cannot be read: a cell of more than 131,072"):
        read_book("t.csv", b"Name,Role\n" + even + b"x" * 140_000 + b",b\nJane,c\n")
