"""Where a command works, at which moment, and how much it says: what its shared options come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from igreg.cli import console
from igreg.cli._unread import UnreadFiles
from igreg.dataclass import dataclass
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.check.config import Config
    from igreg.git.run import Git
    from igreg.register.clock import Clock
    from igreg.register.register import Register
    from igreg.render.escape.colour import Style


MOST_OFFERED = 8
"""Of so many records that a word may mean the ids are named."""


@dataclass
class Session:
    """One run of a command: its shared options as they were typed, and what it came upon that could not be read."""

    command: str = "check"
    """The command's own name."""
    register: Path | None = None
    today: str | None = None
    now: str | None = None
    config: Path | None = None
    dry_run: bool = False
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    unread: UnreadFiles = field(default_factory=UnreadFiles)
    """Said first and last. A session with other options, made by `replace`, shares it, and so it is one for a run."""
    says_unread_last: bool = False
    """Whether they are said at the end alone, by a command that may mend them meanwhile."""

    @cached_property
    def folder(self) -> Path:
        """The register's folder: the one given, else `register/` here or in the nearest parent."""
        from igreg.store.find import find_register

        return find_register(self.register, command=self.command)

    @cached_property
    def configured(self) -> Config:
        """What `igreg.toml` decides; a mistake in it is refused by every command alike."""
        from igreg.check.settings import load

        return load(self.config_text)

    @property
    def looked_up(self) -> Config:
        """The settings of a command that needs no register: those beside one, of the file given, or the defaults."""
        from igreg.check.settings import load
        from igreg.errors import NO_REGISTER
        from igreg.store.config import read_config

        try:
            return self.configured
        except IgregError as error:
            if self.register is not None or error.code != NO_REGISTER:
                raise
        return load(read_config(console.here(), self.config) if self.config is not None else ("", ""))

    @property
    def day(self) -> dt.date:
        """The day to work at of a command that needs no register: the one asked for, else today as it is here."""
        return typed_day("--today", self.today) if self.today is not None else dt.datetime.now().astimezone().date()

    @property
    def beside(self) -> Path:
        """The folder in which `igreg.toml` is or would be; own packs stand in `frameworks/` there (ruling E15)."""
        return self.config.resolve().parent if self.config is not None else self.folder.parent

    @property
    def config_text(self) -> tuple[str, str]:
        """The name and the text of the configuration file; empty where there is none."""
        from igreg.store.config import read_config

        return read_config(self.folder, self.config)

    def open(self, kinds: Collection[str] | None = None) -> AsOf:
        """The register, of some kinds or all, as at the moment asked for and with the figures in force."""
        from igreg.analysis.as_of import AsOf
        from igreg.register.read import read
        from igreg.store.read import read_sources

        figures = self.configured.figures
        self.warn_of_half()
        register = read(read_sources(self.folder, kinds, self.beside), kinds)
        self.unread.add(register.unread)
        if not self.says_unread_last:
            self.unread.say()
        now = self.moment(register)
        return AsOf(register, now, figures.in_nation(register.organisation.nation, now.date()))

    def moment(self, register: Register) -> dt.datetime:
        """The moment to work at, aware, in the organisation's time zone."""
        return self.moment_by(register.clock)

    def moment_by(self, clock: Clock) -> dt.datetime:
        """The moment to work at, aware, by a clock.

        `--now` decides; with `--today` alone it is the end of that day, so that what is dated that day has happened
        (ruling A01); without either it is the clock's.
        """
        if self.now is not None:
            from igreg.model.values import parse_moment

            try:
                return clock.instant(parse_moment(self.now)).astimezone(clock.zone)
            except ValueError as error:
                raise IgregError(f"--now: {self.now!r} is not {error}", "for example: --now 2026-11-02T09:30") from None
        if self.today is not None:
            from igreg.model.values import FIRST_YEAR, LAST_YEAR

            day = typed_day("--today", self.today)
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise IgregError(
                    f"--today: {self.today!r} is not a day between the years {FIRST_YEAR} and {LAST_YEAR}",
                    "for example: --today 2026-11-02",
                )
            return dt.datetime.combine(day, dt.time(23, 59, 59, 999999), clock.zone)
        return dt.datetime.now(clock.zone)

    def warn_of_half(self) -> None:
        """Say where a command that wrote several files was cut off: half of its change may stand in the register."""
        from igreg.store.journal import NAME

        if (self.folder / NAME).exists():
            console.say(
                "warning: a command was cut off while it wrote, so half of its change may stand here; the next one "
                "that writes, such as `igreg review`, brings it to its end"
            )

    def meant(self, register: Register, place: str, word: str, *kinds: str) -> str:
        """The id that a word means: itself, or a name, title or function of these kinds, or of all; case aside.

        What was taken for it is said. A word that means nothing stays as it is, for whoever needs the record to refuse.
        Raises IgregError where it means several.
        """
        found = register.lookup.matches(word, kinds)
        start = f"{place}: " if place else ""
        if len(found) > 1:
            from igreg.language.english import listed

            several = listed(map(register.lookup.called, found[:MOST_OFFERED]), "or")
            more = f", and {len(found) - MOST_OFFERED} more" if len(found) > MOST_OFFERED else ""
            raise IgregError(f"{start}{word!r} may mean several records", f"name one by its id: {several}{more}")
        if not found or found[0] == word:
            return word
        self.remark(f"{start}{word!r} is taken to mean {register.lookup.called(found[0])}")
        return found[0]

    @property
    def style(self) -> Style:
        """Colour where the reader can see it and did not ask to go without; lines as long as their terminal is wide."""
        from igreg.render.escape.colour import Style

        return Style(console.colour(self.no_color), console.width() if console.on_terminal() else None)

    def repository(self, seconds: float | None = None) -> Git:
        """The repository in which the register is committed, be it the register's folder itself (ruling H43)."""
        from igreg.git.run import SECONDS, Git
        from igreg.store.find import find_repository

        root, within = find_repository(self.folder)
        return Git(root, SECONDS if seconds is None else seconds, self.folder.name if within == "." else "")

    def refuse_target(self, out: Path, what: str, example: str, *, option: str = "--out", folder: bool = False) -> None:
        """Refuse a file to write in the register, or, unless `folder` says that one is meant, one that is a folder."""
        from igreg.store.target import refuse_inside

        refuse_inside(out, self.folder, what, example, option=option)
        if not folder and out.is_dir():
            raise IgregError(f"{option}: {out.as_posix()} is a folder", f"name a file, for example: {option} {example}")

    def refuse_place(self, out: Path, what: str, *, option: str = "--out") -> None:
        """Refuse a place that is replaced as a whole, in the register or around it."""
        from igreg.store.target import refuse_around

        refuse_around(out, self.folder, what, option=option)

    def remark(self, text: str) -> None:
        """Say something that is no result, unless `-q` asks for results only."""
        if not self.quiet:
            console.say(text)


def offered(words: Collection[str]) -> str:
    """A choice in a line of help: the first few of some words, and how many more; empty where there is none."""
    more = len(words) - MOST_OFFERED
    named = ", ".join(list(words)[:MOST_OFFERED]) + (f" and {more} more" if more > 0 else "")
    return f"one of: {named}" if words else ""


def typed_day(option: str, text: str) -> dt.date:
    """A day as typed after an option; one in another form is refused with the form that is meant."""
    from igreg.model.values import parse_day

    try:
        return parse_day(text)
    except ValueError as error:
        from igreg.model.meant.meaning import meant

        known = meant("day", text)
        help = (
            f"write {option} {known.text}, if that is what is meant" if known else f"for example: {option} 2026-11-02"
        )
        raise IgregError(f"{option}: {text!r} is not {error}", help) from None
