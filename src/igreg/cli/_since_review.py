"""What the history says of reviews, for the commands that ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from igreg.cli.session import Session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from igreg.analysis.since_review import Committed, SinceReviews
    from igreg.register.register import Register


def since_reviews_of(at: Session, register: Register, today: dt.date, seconds: float = 60.0) -> SinceReviews:
    """What became of the reviewed records, by what was committed.

    Raises NoHistory where there is none, or not the objects that are needed, and IgregError where Git takes too long.
    """
    from igreg.analysis.since_review import Committed, SinceReviews, judged
    from igreg.git.documents import documents_of
    from igreg.git.history import history_of
    from igreg.git.run import Git
    from igreg.git.said import said
    from igreg.lives.life import Lives
    from igreg.lives.since_review import document_paths, since_reviews
    from igreg.store.find import find_root

    git = Git(find_root(at.folder), seconds)
    records = list(judged(register, today))
    kinds = {record.kind for record, _ in records}
    history = history_of(git, register.sources, kinds)
    if not records:
        return SinceReviews()
    papers = documents_of(git, history, {path for record, _ in records for path in document_paths(record)})

    def told(revs: Iterable[str]) -> Mapping[str, Committed]:
        found = said(git, revs, register.clock.zone)
        return {rev: Committed(rev, one.date, one.author) for rev, one in found.items()}

    return since_reviews(Lives(history), records, papers, told, today)
