"""CSV, TSV and their like: the encoding and the separator found, rows numbered by record."""

from __future__ import annotations

import csv
import io

from igreg.errors import IgregError
from igreg.sheets.book import Book, Sheet, Value

_SEPARATORS = ",;\t|"


def read_separated(name: str, data: bytes) -> Book:
    """A text file as a book of one sheet. Raises IgregError where it is no text."""
    text, remarks = _decoded(name, data)
    first, _, rest = text.partition("\n")
    skipped = 0
    separator = _separator(text)
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        separator, text, skipped = first.strip()[4], rest, 1
    if "\0" in text:
        raise IgregError(f"{name} is no table: it holds bytes that no text has", "save it as CSV or .xlsx")
    try:
        csv.field_size_limit(10_000_000)
        rows: list[list[Value]] = [
            [cell if cell != "" else None for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)
        ]
    except csv.Error as error:
        raise IgregError(f"{name} cannot be read as CSV: {error}", "look for a quote that is not closed") from None
    return Book("csv", [Sheet(None, rows, 1 + skipped)], remarks, separator)


def _decoded(name: str, data: bytes) -> tuple[str, list[str]]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError:
                raise IgregError(
                    f"{name} is broken: it says that it is {encoding}, and is not", "save it again"
                ) from None
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), ["read as Windows-1252, as it is no UTF-8"]
    except UnicodeDecodeError:
        raise IgregError(f"{name} is in an encoding that is not known", "save it as CSV UTF-8") from None


def _separator(text: str) -> str:
    """The sign that parts the cells of the first lines: the one that most of them have, and most often."""
    lines = [line for line in text[:20_000].splitlines()[:30] if line.strip()]
    return max(
        _SEPARATORS, key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines))
    )
