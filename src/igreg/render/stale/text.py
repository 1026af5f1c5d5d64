"""Stale reviews for people, as wide as the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.since_review import Committed, LaterChange
from igreg.check.stale import CHANGED, NOT_LOOKED_AT, StaleReview, StaleReviews
from igreg.language.english import counted, listed, long_day
from igreg.render.escape.terminal import folded, plain

_HEADS = {
    CHANGED: "Changed since the review was written down",
    NOT_LOOKED_AT: "Reviewed with the outcome `changed`, and nothing was changed",
}


def stale_text(found: StaleReviews, width: int) -> str:
    """The records with what changed in them, and when."""
    out: list[str] = []
    for part in _lines(found):
        indent = part[: len(part) - len(part.lstrip(" "))]
        out += folded(plain(part), width, then=f"{indent}    " if indent else "")
    return "".join(f"{line}\n" for line in out)


def _lines(found: StaleReviews) -> Iterator[str]:
    for code, head in _HEADS.items():
        items = [one for one in found.items if one.rule.code == code]
        if items:
            yield f"{head} ({code}, {counted(len(items), 'record')}):"
            yield ""
            for one in items:
                yield from _item(one)
            yield ""
    if found.unknown:
        yield f"not known, since this is a shallow clone: {listed(found.unknown)}"
        yield ""
    yield _summary(found)


def _summary(found: StaleReviews) -> str:
    told = len({one.record.identity for one in found.items}) + len(found.unknown)
    stands = found.judged - told
    if not found.judged:
        return "No record has been reviewed."
    return f"Of {counted(found.judged, 'reviewed record')}, {stands} stand{'s' if stands == 1 else ''} as reviewed."


def _item(one: StaleReview) -> Iterator[str]:
    name = f"{one.record.label} ({one.record.identity})" if one.record.label else str(one.record.identity)
    yield f"  {name}: reviewed on {long_day(one.last)}, written down {_commit(one.since.reviewed)}"
    for change in one.since.changed:
        yield f"    {_commit(change.commit)}: {_what(change)}"
    if not one.since.changed and one.since.as_before is not None:
        yield f"    it is what it was at the review before, of {long_day(one.since.as_before)}"


def _commit(commit: Committed) -> str:
    if commit.rev is None:
        return "not committed yet"
    day = f"on {long_day(commit.date)}" if commit.date else "on a day that no calendar has"
    by = f" by {commit.author}" if commit.author else ""
    return f"{day}{by} ({commit.rev[:7]})"


def _what(change: LaterChange) -> str:
    fields = dict.fromkeys(str(path[0]) for path in change.fields)
    return listed([*fields, *([change.document] if change.document is not None else [])])
