"""The bytes of a file as a book, by what is in them and not by its name."""

from __future__ import annotations

from igreg.errors import IgregError
from igreg.sheets.book import Book
from igreg.sheets.separated import read_separated


def read_book(name: str, data: bytes, *, only: str | None = None) -> Book:
    """The sheets of a file; with `only` that one alone is read. Raises IgregError where it cannot be read."""
    if data.startswith(b"PK\x03\x04"):
        from igreg.sheets.packed import read_packed  # most registers are fed with CSV

        return read_packed(name, data, only)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise IgregError(
            f"{name} is an old Excel file, or has a password", "save it as .xlsx without a password, or as CSV"
        )
    return read_separated(name, data)
