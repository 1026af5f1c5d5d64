"""Training records at full speed: by far the most numerous, so what was plainly right once is only looked up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, count, repeat
from typing import Any

from igreg.model.values import parse_day
from igreg.register.training_lines import TrainingLine
from igreg.source.reading.fast import load
from igreg.source.reading.met_rows import MetRows, Runs
from igreg.source.reading.pieces import Piece
from igreg.source.reading.rows import FIELDS, Row

_KEYS = frozenset(FIELDS)

Closer = Callable[[dict[str, object], int | None], TrainingLine]
"""Makes the line of plain data that needs a closer look, from the data and its place in the file's list."""


class Lines:
    """Makes lines of plain data. What was plainly right once is known: equal ids are one string, days are looked up."""

    def __init__(self) -> None:
        self.ids: dict[object, str] = {}
        self.days: dict[object, dt.date] = {}
        self.met = MetRows(self._word, self._days)
        self.words: dict[str, str] = {}
        """Words of rows that are texts: others of the same letters may have stood in quotes, such as `"null"`."""

    def read(
        self, into: list[TrainingLine], file: str, pieces: Iterator[Piece], bad: frozenset[int], closer: Closer
    ) -> None:
        """Put the lines of a file's pieces into a list.

        Written out, because a call for each of some 200,000 records is what would take the time (decision 4).
        """
        ids, days, words, new, add = self.ids, self.days, self.words, tuple.__new__, into.append
        at = -1
        for single, piece in _runs(pieces):
            if single is None:
                into += [
                    new(TrainingLine, (staff, course, completed, expires, file, index))
                    for index, (staff, course, (completed, expires)) in enumerate(piece, at + 1)
                ]
                at += len(piece)
                continue
            for data in piece:
                at += 1
                index = None if single else at
                if type(data) is tuple:
                    _, staff, course, completed, expires, _ = data
                    try:
                        end = days[expires] if expires else None
                        add(new(TrainingLine, (words[staff], words[course], days[completed], end, file, index)))
                        continue
                    except KeyError:
                        line = self.new_words(data, file, index)
                        if line is not None:
                            add(line)
                            continue
                        data = self.of_row(data)
                if len(data) <= 4:
                    # The three fields, or with an end four, all seen before: by far the most records are made here.
                    try:
                        staff, course, completed = ids[data["staff"]], ids[data["course"]], days[data["completed"]]
                        expires = None if len(data) == 3 else days[data["expires"]]
                        add(new(TrainingLine, (staff, course, completed, expires, file, index)))
                        continue
                    except (KeyError, TypeError):
                        pass
                if index not in bad:
                    add(self.plain(data, file, index) or closer(data, index))

    def take(self, into: list[TrainingLine], file: str, columns: Mapping[str, Sequence[str]]) -> bool:
        """Put the lines of rows of which it was proved what they say into a list; no where a day of them is none."""
        known: dict[str, dict[str, str]] = {}
        for field in ("staff", "course"):
            known[field] = {word: self.ids.setdefault(word, word) for word in dict.fromkeys(columns[field])}
            self.words.update(known[field])
        days: dict[str, dt.date | None] = {"": None}
        for text in dict.fromkeys(chain(columns["completed"], columns.get("expires", ()))):
            if text:
                days[text] = self._day(text)
                if days[text] is None:
                    return False
        ends = map(days.__getitem__, columns["expires"]) if "expires" in columns else repeat(None)
        words = (map(known[field].__getitem__, columns[field]) for field in ("staff", "course"))
        completed = map(days.__getitem__, columns["completed"])
        into.extend(map(partial(tuple.__new__, TrainingLine), zip(*words, completed, ends, repeat(file), count())))
        return True

    def _word(self, word: str) -> str | None:
        """The text that a word is, one string for all that are equal; nothing where it is none, such as `null`."""
        # A word that is not of letters alone, such as `s00017`, is a text to every reader.
        if word not in self.words and (not word.isalpha() or load(word) == word):
            self.words[word] = self.ids.setdefault(word, word)
        return self.words.get(word)

    def _days(self, completed: str, expires: str) -> tuple[dt.date, dt.date | None] | None:
        """The day and the end of a row; nothing where one is written that is none."""
        day, end = self._day(completed), self._day(expires) if expires else None
        return None if day is None or (end is None and expires) else (day, end)

    def new_words(self, row: Row, file: str, item: int | None) -> TrainingLine | None:
        """The line of a row in which a text or a day stands for the first time; nothing where a word may be no text."""
        _, staff, course, completed, expires, _ = row
        words, ids = self.words, self.ids
        if (staff.isalpha() and staff not in words) or (course.isalpha() and course not in words):
            return None
        day, end = self._day(completed), self._day(expires) if expires else None
        if not staff or not course or day is None or (end is None and expires):
            return None
        for word in (staff, course):
            words[word] = ids.setdefault(word, word)
        return TrainingLine(words[staff], words[course], day, end, file, item)

    def of_row(self, row: Row) -> dict[str, object]:
        """The data that a row stands for, as the fast reader gives it."""
        texts = (*(self._word(word) or load(word) for word in row[1:3]), *row[3:5])
        return {field: text for field, text in zip(FIELDS, texts, strict=True) if text != ""}

    def plain(self, data: dict[str, object], file: str, item: int | None) -> TrainingLine | None:
        """The line that plain data stands for, or nothing where anything about it needs a closer look."""
        if not data.keys() <= _KEYS:
            return None
        staff, course = self._id(data.get("staff")), self._id(data.get("course"))
        completed, expires = self._day(data.get("completed")), self._day(data.get("expires"))
        if staff is None or course is None or completed is None or (expires is None and "expires" in data):
            return None
        return TrainingLine(staff, course, completed, expires, file, item)

    def _id(self, value: object) -> str | None:
        if type(value) is not str or not value or value != value.strip():
            return None
        return self.ids.setdefault(value, value)

    def _day(self, value: object) -> dt.date | None:
        if type(value) is not str:
            return None
        try:
            return self.days.setdefault(value, parse_day(value))
        except ValueError:
            return None


def _runs(pieces: Iterator[Piece]) -> Iterator[tuple[bool | None, Sequence[Any]]]:
    """The pieces of a file; of rows that were met before, told by None, those between the others, and the others."""
    for single, piece in pieces:
        if type(piece) is not Runs:
            yield single, piece
            continue
        start = 0
        for other in piece.others:
            yield None, piece[start:other]
            yield False, piece[other : other + 1]
            start = other + 1
        yield None, piece[start:]
