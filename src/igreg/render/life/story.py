"""The life of a record in words, commit by commit; every format for people lays out the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.analysis.withheld import sentence
from igreg.dataclass import dataclass
from igreg.language.english import counted, listed, long_day
from igreg.lives.said import Said
from igreg.lives.shown import Entry, LifeShown
from igreg.model.base import titles
from igreg.model.kinds import KINDS, model_of
from igreg.render.record.changed import Called, Changes

DIGITS = 10
"""So many digits of a commit's hash are shown."""
MOST_LINES = 12
"""So many fields of one commit are shown; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one commit did."""

    heading: str
    message: str
    said: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Story:
    """All that is said."""

    name: str
    title: str
    known_as: str
    chapters: Sequence[Chapter]
    remarks: Sequence[str]


def story(life: LifeShown, called: Called) -> Story:
    """What is to be said of a life; `called` gives an id with its name."""
    name = f"{life.title} ({life.record})" if life.title and life.title != life.record else life.record
    former = [sentence(one, {}) for one in life.names[1:]]
    name = sentence(name, {})
    return Story(
        name=name,
        title=f"{name}, {one_of(life.kind)}: {_count(life)}",
        known_as=f"It was called {listed(former)} before." if former else "",
        chapters=[_chapter(one, called) for one in (*life.entries, *life.uncommitted)],
        remarks=list(_remarks(life)),
    )


def one_of(kind: str) -> str:
    """One of a kind in words, such as "a policy"."""
    if kind in KINDS:
        return model_of(kind).one
    return {"actions": "an action"}.get(kind, f"one of the {kind}")


def _count(life: LifeShown) -> str:
    commits = len({one.said.rev for one in life.entries if one.said})
    return f"{counted(commits, 'commit')}{', and what is not committed' if life.uncommitted else ''}"


def _remarks(life: LifeShown) -> Iterator[str]:
    if life.is_shallow:
        yield "This is a shallow clone: what was before its first commit is not in it (git fetch --unshallow)."
    for one in life.incomplete:
        when = f"in {short(one.said)} of {day(one.said)}" if one.said else "as it stands here"
        yield f"{one.file} could not be read {when}: the record is compared with what could be read last."


def _chapter(one: Entry, called: Called) -> Chapter:
    lines = list(_lines(one, called))
    more = len(lines) - MOST_LINES
    return Chapter(
        heading=heading(one.said),
        message=sentence(one.said.message, {}) if one.said else "",
        said=_said(one),
        lines=[*lines[:MOST_LINES], *([f"and {more} more"] if more > 0 else [])],
    )


def heading(said: Said | None) -> str:
    """Day, author and hash of a commit, and who committed it when, where that is another."""
    if said is None:
        return "Not committed yet"
    author = sentence(said.author, {}) or "nobody named"
    text = f"{day(said)}, {author} ({short(said)})"
    if said.committer is not None:
        text += f", committed by {sentence(said.committer, {}) or 'nobody named'}"
    if said.written is not None and said.written != said.date:
        text += f", written on {long_day(said.written)}"
    return text


def day(said: Said) -> str:
    """The committer's day."""
    return long_day(said.date) if said.date is not None else "a day that no calendar has"


def short(said: Said) -> str:
    """The first digits of a commit's hash."""
    return said.rev[:DIGITS]


def _said(one: Entry) -> str:
    """What became of it, in words."""
    if one.change == "renamed":
        text = f"renamed from {sentence(one.was or '', {})} to {sentence(one.now or '', {})}"
    elif one.change == "gone":
        text = f"taken out of {one.file}" + (f", and added as {sentence(one.now, {})}" if one.now else "")
    elif one.change == "added":
        text = f"added in {one.file}" if not one.fields else f"added again in {one.file}, otherwise than it was"
    else:
        text = one.change
    if one.came_from is not None:
        joined = "" if one.change == "moved" else ", and moved"
        text += f"{joined} from {one.came_from} to {one.file}"
    if one.holders is not None:
        joined = "" if text == "moved" else ", and moved"
        text += f"{joined} from {sentence(one.holders[0], {})} to {sentence(one.holders[1], {})}"
    return text


def _lines(one: Entry, called: Called) -> Iterator[str]:
    changes = Changes(one.kind, one.before, one.after, called, called)
    if one.change == "added" and not one.fields:
        but = titles(model_of(one.kind))
        yield from (line.value for line in changes.said("id", *but))
    else:
        yield from (changes.line(field).text for field in one.fields)
