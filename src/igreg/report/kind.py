"""How a report is declared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Literal, TypeVar

from igreg.dataclass import dataclass
from igreg.report.asked import Asked
from igreg.report.paper import Paper, without_idle_columns

Values = TypeVar("Values")
Format = Literal["html", "docx", "pdf", "xlsx", "markdown", "json"]
Option = Literal["period", "unit", "area", "of", "appendix"]
FORMATS: tuple[Format, ...] = ("html", "docx", "pdf", "xlsx", "markdown", "json")
"""Every format; each report has those that fit it."""
ENDINGS = {"html": "html", "docx": "docx", "pdf": "pdf", "xlsx": "xlsx", "markdown": "md", "json": "json"}


@dataclass(frozen=True)
class Report(Generic[Values]):
    """One report: what it tells to whom, its values, and the paper that is made of them.

    The values are plain frozen data, the same for every format, and all that a template sees; the paper says in which
    order they are read.
    """

    tells: str
    """What stands in it, in a line for the list of reports."""
    readers: str
    """For whom it is."""
    values: Callable[[Asked], Values]
    type: type[Values]
    paper: Callable[[Values], Paper]
    sheets: Callable[[Values], Paper] | None = None
    """The paper of a spreadsheet, where its tables are other ones than those that are read."""
    formats: tuple[Format, ...] = FORMATS
    """Those that fit, the usual one first."""
    period: str | None = None
    """The time it tells of where nobody names one; nothing where it tells of a day."""
    takes: frozenset[Option] = frozenset()
    """Which options narrow it or say what it is about."""
    documents: Callable[[Asked], tuple[str, ...]] | None = None
    """The paths of documents of which it tells how many pages they have."""
    history: bool = False
    """Whether it asks what was committed before the time that it tells of."""
    of: tuple[str, ...] = ()
    """The kinds of record that `--of` may name."""

    def paper_for(self, values: Values, format: str) -> Paper:
        """The paper as it goes into a format: a spreadsheet keeps its columns, what is read has no empty ones."""
        if format == "xlsx":
            return (self.sheets or self.paper)(values)
        return without_idle_columns(self.paper(values))
