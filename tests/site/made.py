"""A site in memory, and what stands in its bytes."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from igreg.cli.session import Session
from igreg.publish.site import Made, make_site
from igreg.register.register import Register
from igreg.report.asked import Asked
from igreg.report.period import period_of
from igreg.site.audience import Audience

MONTHS = calendar.month_name[1:]
_LONG_DAY = rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})"


@dataclass(frozen=True)
class Site:
    """The files of a site by their path."""

    files: Mapping[str, bytes]
    made: Made

    def words(self, form: str) -> set[str]:
        """Every word of a form in any file or name of a file, in small letters."""
        texts = [*self.files, *(data.decode("utf-8", "replace") for data in self.files.values())]
        return {word for text in texts for word in re.findall(form, text.casefold())}

    def figures(self) -> set[str]:
        """Every day, length and number that stands in any file, each as a register writes it."""
        found: set[str] = set()
        for text in (*self.files, *(data.decode("utf-8", "replace") for data in self.files.values())):
            found |= set(re.findall(r"\d{4}-\d\d-\d\d", text))
            found |= {
                f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}" for day, month, year in re.findall(_LONG_DAY, text)
            }
            found |= set(re.findall(r"\b\d+ days\b", text))
            found |= {one.replace(",", "") for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
        return found

    def page(self, path: str) -> str:
        """A page as text."""
        return self.files[path].decode()


def site_of(files: Mapping[str, str], audience: Audience, folder: Path, today: str) -> Site:
    """The site of a register of these files."""
    return site_in(_on_disk(files, folder), audience, today)


def as_read(files: Mapping[str, str], folder: Path, today: str) -> Register:
    """A register of these files, as igreg reads it."""
    return Session(register=_on_disk(files, folder), today=today).open().register


def _on_disk(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        path = folder / "register" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "register"


def site_in(register: Path, audience: Audience, today: str) -> Site:
    """The site of a register on disk; every document there is reads as what it is called."""
    as_of = Session(register=register, today=today).open()
    asked = Asked(
        as_of, Session(register=register, today=today).configured, period_of("this year", as_of.today, (4, 1))
    )
    made = make_site(asked, audience, lambda path: f"a document at {len(path)}".encode())
    return Site(made.files, made)
