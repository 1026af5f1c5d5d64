"""A difference in words, section by section, the gravest first; every format for people lays out the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from igreg.analysis.record_changes import RecordChange, renames_of
from igreg.dataclass import dataclass
from igreg.diff.difference import RuleSwitched, StateOf
from igreg.diff.shown import Shown
from igreg.due.item import Row
from igreg.language.english import listed, long_day, some_of
from igreg.model.base import titles
from igreg.model.kinds import model_of
from igreg.model.kinds.training_records import TrainingRecord
from igreg.render.diff.entry import Entry
from igreg.render.diff.found import MOST_NEW, MOST_TOLD, gone_findings, new_findings
from igreg.render.record.changed import Changes, Line
from igreg.rules._rule import by_word
from igreg.rules._rule import summary as summary_of

DIGITS = 10
"""So many digits of a commit's hash are shown."""
MOST_NAMED = 60
"""So many records that only name another by its new id are told by their own ids."""
_Training = tuple[str, str]
_PLACE = re.compile(r"^refs/(?:heads|remotes|tags)/")
RENAMED = "Records that only name another by its new id"
WORDS = {"added": "added", "gone": "taken out", "renamed": "renamed", "changed": "changed"}


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one sort."""

    name: str
    heading: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Story:
    """All that is said."""

    title: str
    states: str
    """What is compared."""
    warnings: Sequence[str]
    """What is to be known before anything else: how far the comparison goes."""
    sections: Sequence[Section]
    counts: str
    """How many records differ."""
    is_empty: bool
    """Whether nothing changed: neither in what is told here, nor in what a summary leaves out."""


def story(shown: Shown, *, summary: bool = False) -> Story:
    """What is to be said of a difference; with `summary` without records and findings (ruling H53)."""
    found = shown.difference
    there = [side.register for side in (found.after, found.before) if side.register.has_organisation]
    name = there[0].organisation.name if there else None
    due = partial(_due, shown)
    parts = [
        Section("settings", "What is checked", [Entry(f"{one.text}.", more=_meant(one)) for one in found.settings]),
        Section("consequences", "What it means", [Entry(_sentence(one.text)) for one in found.consequences]),
    ]
    if not summary:
        parts += [
            Section(
                "new",
                f"New findings ({len(found.new)})",
                list(new_findings(shown, found.new)),
            ),
            Section("gone", f"Findings that are gone ({len(found.gone)})", list(gone_findings(shown, found.gone))),
        ]
    parts += [
        Section("due-new", "What comes to the list of the next 30 days", list(map(due, found.due_new))),
        Section("due-gone", "What goes from that list", list(map(due, found.due_gone))),
    ]
    counts = _counts(found.summary)
    if not summary:
        parts.append(Section("records", f"Records: {counts or 'none'}", list(_records(shown, found.records))))
    return Story(
        title=f"What changed in the register of {name}" if name else "What changed in the register",
        states=f"From {_state(found.before.state)} to {_state(found.after.state)}. "
        f"Both are judged on {long_day(found.today)}.",
        warnings=[*_unread(*found.incomplete), *map(_sentence, found.remarks)],
        sections=[part for part in parts if part.entries],
        counts=f"Records: {counts}." if counts else "No record changed.",
        is_empty=not (found.records or found.new or found.gone or any(part.entries for part in parts)),
    )


def _meant(one: RuleSwitched) -> str:
    """What a rule finds, in its own first sentence, for whoever does not know it by name."""
    rule = by_word().get(one.rule)
    return f"it finds this: {summary_of(rule)}" if rule is not None else ""


def _sentence(text: str) -> str:
    """A text that begins with a capital and ends with a full stop."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?" else f"{text}."


def _state(one: StateOf) -> str:
    """A state by the word that was typed for it, its commit and its day."""
    if one.rev is None:
        return "the register as it stands here"
    asked = _PLACE.sub("", one.asked or "")
    if one.branched:
        return f"where this branch left {asked}, {one.rev[:DIGITS]} of {long_day(one.date)},"
    word = f"{asked}, " if asked and not one.rev.startswith(asked) else ""
    return f"{word or ('' if one.asked else 'the last commit, ')}{one.rev[:DIGITS]} of {long_day(one.date)}"


def _counts(summary: Mapping[str, int]) -> str:
    return (
        listed(f"{number} {WORDS[word]}" for word, number in summary.items() if number) if any(summary.values()) else ""
    )


def _unread(was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """Which files could not be used: what they hold may be missing here, and is not said to be gone."""
    for files, when in ((was, "before"), (now, "after")):
        if files:
            it = "it holds" if len(files) == 1 else "they hold"
            told = f"{some_of(files)} could not be read in full in the state {when}: what {it} is not compared"
            yield f"{told}, and something may have changed that is not told here."


def _due(shown: Shown, one: Row) -> Entry:
    item = one.item
    about = shown.called(item.record) if item.record else model_of(item.kind).one
    owner = f"; {shown.called(item.owner)} answers for it" if item.owner and item.owner != item.record else ""
    detail = f": {item.detail}" if item.detail else ""
    return Entry(_sentence(f"{long_day(item.due)}, {item.what.replace('-', ' ')}, {about}{detail}{owner}"))


def _records(shown: Shown, records: Sequence[RecordChange]) -> Iterator[Entry]:
    renames = renames_of(records)
    only_named: dict[tuple[tuple[str, str], ...], list[str]] = {}
    training = Counter(filter(None, map(_training, records)))
    told = Counter[_Training]()
    for one in records:
        if named := _only_named(one, renames):
            only_named.setdefault(named, []).append(str(one.record or model_of(one.kind).one))
            continue
        group = model_of(one.kind).many if one.record is not None else model_of(one.kind).one
        group = f"{group[:1].upper()}{group[1:]}"
        same = _training(one)
        if same is not None and training[same] > MOST_NEW:
            told[same] += 1
            if told[same] == MOST_TOLD + 1:
                more = f"{training[same] - MOST_TOLD:,} more of {shown.called(same[0])}, {WORDS[one.change]}"
                yield Entry(more, group=group)
            if told[same] > MOST_TOLD:
                continue
        text, lines = _record(shown, one)
        yield Entry(text, lines, group=group, whole=one.change in ("added", "gone"))

    for ids, names in only_named.items():
        what = listed(f"{was} by its new id, {now}" for was, now in ids)
        who, they = ("1 record names", "is") if len(names) == 1 else (f"{len(names)} records name", "are")
        yield Entry(f"{who} {what}, and {they} otherwise as before: {some_of(names, MOST_NAMED)}", group=RENAMED)


def _training(one: RecordChange) -> _Training | None:
    """The course of a training record that came or went, and which of the two; a list brings a thousand at once."""
    if one.kind != TrainingRecord.kind or one.record is None or one.change not in ("added", "gone"):
        return None
    return one.record.split("/")[1], one.change


def _only_named(one: RecordChange, renames: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The former and present ids that a record names, where nothing else of it differs; else nothing.

    One id that is changed may be named by a hundred records: told one by one they would hide what matters.
    """
    if one.change != "changed" or not one.fields:
        return ()
    if not all(isinstance(field.before, str) and field.before in renames for field in one.fields):
        return ()
    if any(renames[field.before] != field.after for field in one.fields):
        return ()
    return tuple(sorted({(field.before, field.after) for field in one.fields}))


def _record(shown: Shown, one: RecordChange) -> tuple[str, tuple[Line, ...]]:
    """What is said of one record: by what name it is known, what became of it, and field by field."""
    was, now = shown.before.record(one.kind, one.was or one.record), shown.after.record(one.kind, one.record)
    name = _name(shown, one, was if one.change == "gone" else now)
    changes = Changes(one.kind, was, now, shown.called, shown.called)
    if one.change == "added":
        return f"{name}, added", tuple(changes.said("id", *titles(model_of(one.kind))))
    if one.change == "gone":
        return f"{name}, {WORDS[one.change]}", tuple(changes.had("id", *titles(model_of(one.kind))))
    told = f"{name}, {WORDS[one.change]}" + (f" from {one.was}" if one.was else "")
    return told, tuple(map(changes.line, one.fields))


def _name(shown: Shown, one: RecordChange, said: Mapping[str, Any]) -> str:
    """How a record is known, with its id; a training record by the person and the course."""
    if one.record is None:
        return str(said.get("name") or model_of(one.kind).one)
    if one.kind == TrainingRecord.kind:
        staff, course, *day = one.record.split("/")
        return ", ".join([shown.called(staff), shown.called(course), *day])
    title = next((str(said[key]) for key in titles(model_of(one.kind)) if said.get(key)), None)
    return f"{title} ({one.record})" if title and title != one.record else one.record
