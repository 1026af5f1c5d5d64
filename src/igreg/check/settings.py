"""Read igreg.toml: every mistake in it is told with its line and a suggestion, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from igreg.check.config import Config, matches
from igreg.check.toml_place import place
from igreg.errors import IgregError, unknown
from igreg.facts import limits
from igreg.facts.effort import Effort, own_effort, words
from igreg.facts.figures import Figures, own_figure
from igreg.facts.in_force import TABLES, Facts
from igreg.facts.life import Fact
from igreg.facts.own import UNSOURCED, named, own_row
from igreg.facts.tables import Limit, table
from igreg.findings import Severity
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.kind_words import kind_meant
from igreg.model.span import Span
from igreg.rules._rule import by_word, catalogue, nearest_rule
from igreg.source.reading.toml_text import NoToml, toml

SEVERITIES: Mapping[str, Severity | None] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "never": None,
}
_TOP = ("select", "ignore", "extend-select", "fail-on", "severity", "limits", "effort", "facts")
_LEVELS: Mapping[str, Severity | None] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "off": None,
}


def load(
    file: tuple[str, str],
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    extend_select: tuple[str, ...] = (),
    fail_on: str | None = None,
    no_exceptions: bool = False,
) -> Config:
    """The settings of a check: those of the file, then those of the command line, which has the last word."""
    base = parse(*file) if file[1] else Config()
    if fail_on is not None and fail_on not in SEVERITIES:
        raise unknown("--fail-on", "severity", fail_on, SEVERITIES)
    return Config(
        select=select or base.select,
        ignore=ignore + tuple(word for word in base.ignore if word not in select),
        extend_select=extend_select + base.extend_select,
        severity=base.severity,
        figures=base.figures,
        fail_on=base.fail_on if fail_on is None else SEVERITIES[fail_on],
        no_exceptions=no_exceptions,
    )


def parse(name: str, text: str) -> Config:
    """The settings that the text of a configuration file stands for.

    Raises IgregError (exit code 2) that lists every mistake as file:line.
    """
    try:
        data = toml(text)
    except NoToml as error:
        why = f"this is not valid TOML: {error}" if error.is_syntax else str(error)
        raise IgregError(f"{name}: {why}", "see docs/configuration.md for an example") from None
    reader = _Reader(name, text)
    config = reader.config({key.replace("_", "-"): value for key, value in data.items()})
    if reader.mistakes:
        raise IgregError("\n".join(reader.mistakes), "docs/configuration.md lists every setting")
    return config


def _unsourced(limit: Limit, value: float | Span) -> Limit:
    """A figure set under `[limits]`, as a row: it is the organisation's own, and nobody has said why."""
    figure = {"value": value.number, "unit": f"{value.unit}s"} if isinstance(value, Span) else {"value": value}
    life = dict.fromkeys(("url", "checked", "edition", "in_force_from", "until", "rests_on"))
    said = {"source": UNSOURCED, "first_hand": False, "confidence": "medium", "own": True}
    return limit.model_copy(update=figure | life | said)


MOST_MISTAKES = 50
"""So many mistakes of one file are told: for each it is gone through once more."""


class _Reader:
    """Collects the settings and the mistakes of one file."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.lines = name, text.splitlines()
        self.mistakes: list[str] = []

    def config(self, data: dict[str, Any]) -> Config:
        for key in data:
            if key not in _TOP:
                self.wrong("", key, f"no setting is called {key!r}", nearest(key, _TOP))
        fail_on = data.get("fail-on", "error")
        if not isinstance(fail_on, str) or fail_on not in SEVERITIES:
            message = f"fail-on: {fail_on!r} is none of {', '.join(SEVERITIES)}"
            self.wrong("", "fail-on", message, nearest(str(fail_on), list(SEVERITIES)))
            fail_on = "error"
        return Config(
            select=self.words(data, "select"),
            ignore=self.words(data, "ignore"),
            extend_select=self.words(data, "extend-select"),
            severity=self.severities(data.get("severity", {})),
            figures=replace(
                self.figures(data.get("limits", {}), self.facts(data.get("facts", {}))),
                effort=self.effort(data.get("effort", {})),
            ),
            fail_on=SEVERITIES[fail_on],
        )

    def wrong(self, table: str, key: str, message: str, near: str | None = None) -> None:
        """Remember a mistake at the line where the key stands; of very many the first are told."""
        if len(self.mistakes) >= MOST_MISTAKES:
            return
        hint = f"; {did_you_mean(near)}" if near else ""
        line, column = self.place(table, key)
        self.mistakes.append(f"{self.name}:{line}:{column}: {message}{hint}")

    def place(self, table: str, key: str) -> tuple[int, int]:
        """Where a key stands, or the head of its table; lines and columns count from 1."""
        return place(self.lines, table, key)

    def words(self, data: dict[str, Any], key: str) -> tuple[str, ...]:
        given = data.get(key, [])
        if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
            self.wrong("", key, f'{key}: a list of rules belongs here, such as {key} = ["IG2"]')
            return ()
        for word in given:
            if not any(matches(word, rule) for rule in catalogue()):
                self.wrong("", key, f"{key}: no rule is called {word!r}", nearest_rule(word))
        return tuple(given)

    def severities(self, given: object) -> dict[str, Severity | None]:
        out: dict[str, Severity | None] = {}
        for key, level in self.table("severity", given):
            rule = by_word().get(key)
            if rule is None:
                self.wrong("severity", key, f"severity: no rule is called {key!r}", nearest_rule(key))
            elif not isinstance(level, str) or level not in _LEVELS:
                self.wrong("severity", key, f"severity: {level!r} is none of error, warning, info, off")
            elif _LEVELS[level] is None and not rule.can_be_silenced:
                self.wrong("severity", key, f"severity: {rule.name} ({rule.code}) cannot be switched off")
            else:
                out[rule.name] = _LEVELS[level]
        return out

    def figures(self, given: object, rows: dict[str, Fact]) -> Figures:
        """The organisation's own figures, bare or as rows; each must be of the sort that the facts have there."""
        out: dict[str, float | Span] = {}
        for key, value in self.table("limits", given):
            known = limits().get(key)
            if known is None:
                self.wrong("limits", key, f"limits: no figure is called {key!r}", nearest(key, limits()))
                continue
            try:
                out[key] = own_figure(known, value)
            except ValueError as error:
                self.wrong("limits", key, f"limits: {key}: {error}")
                continue
            if known.id in rows:
                self.wrong("limits", key, f"limits: {key} is set in [facts.{known.id}] too; take one of the two out")
            rows[known.id] = _unsourced(known, out[key])
        return Figures(out, Facts(rows))

    def effort(self, given: object) -> dict[str, float | Span]:
        """How long things take each time, by the kind of record, in the singular too, or of date."""
        out: dict[str, float | Span] = {}
        written = tuple(self.table("effort", given))
        known = words(table(Effort)) if written else ()
        for key, value in written:
            word = key if key in known else kind_meant(key) or key.replace("_", "-")
            if word not in known:
                self.wrong("effort", key, f"effort: nothing that falls due is called {key!r}", nearest(key, known))
                continue
            try:
                out[word] = own_effort(value)
            except ValueError as error:
                self.wrong("effort", key, f"effort: {key}: {error}")
        return out

    def facts(self, given: object) -> dict[str, Fact]:
        """The organisation's own rows of facts, by id; each with a source of its own."""
        out: dict[str, Fact] = {}
        for name, rows in self.table("facts", given):
            model = named(name)
            if model is None:
                tables = [one.table for one in TABLES]
                self.wrong("facts", name, f"facts: there is no table {name!r}", nearest(name, tables))
                continue
            for key, row in self.table(f"facts.{name}", rows):
                if not isinstance(row, dict):
                    self.wrong(f"facts.{name}", key, f"facts: a table belongs here, [facts.{name}.{key}]")
                    continue
                found = own_row(model, key, row)
                if isinstance(found, Fact):
                    out[found.id] = found
                    continue
                for mistake in found:
                    self.wrong_row(f"facts.{name}", key, mistake.key, mistake.message, mistake.near)
        return out

    def wrong_row(self, table: str, key: str, field: str | None, message: str, near: str | None) -> None:
        """Remember a mistake in a row: at the key where it stands there, else at the row's head."""
        if field is not None and self.place(f"{table}.{key}", field) != (1, 1):
            self.wrong(f"{table}.{key}", field, f"{table}.{key}: {message}", near)
        else:
            self.wrong(table, key, f"{table}.{key}: {message}", near)

    def table(self, name: str, given: object) -> Iterable[tuple[str, Any]]:
        if not isinstance(given, dict):
            self.wrong("", name, f"{name}: a table belongs here, [{name}]")
            return ()
        return given.items()
