"""What the history says of reviews, for the commands that ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from igreg.cli.session import Session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from igreg.analysis.since_review import Committed, SinceReviews
    from igreg.check.config import Config
    from igreg.register.register import Register


def since_reviews_if_asked(at: Session, register: Register, today: dt.date, settings: Config) -> SinceReviews | None:
    """What the history says of reviews, where a rule about it is selected by its name (ruling H35)."""
    from igreg.rules._rule import catalogue

    if not any(rule.only_named for rule in settings.selected(catalogue())):
        return None
    from igreg.git.run import NoHistory

    try:
        return since_reviews_of(at, register, today)
    except NoHistory:
        return None


def since_reviews_of(at: Session, register: Register, today: dt.date, seconds: float = 60.0) -> SinceReviews:
    """What became of the reviewed records, by what was committed.

    Raises NoHistory where there is none, or not the objects that are needed, and IgregError where Git takes too long.
    """
    from igreg.analysis.since_review import Committed, SinceReviews, judged
    from igreg.git.documents import documents_of
    from igreg.git.former_ids import FormerIds
    from igreg.git.history import history_of
    from igreg.git.said import said
    from igreg.lives.life import Lives
    from igreg.lives.since_review import document_paths, since_reviews

    git = at.repository(seconds)
    records = list(judged(register, today))
    kinds = {record.kind for record, _ in records}
    history = history_of(git, register.sources, kinds)
    if not records:
        return SinceReviews()
    papers = documents_of(git, history, {path for record, _ in records for path in document_paths(record)})

    def told(revs: Iterable[str]) -> Mapping[str, Committed]:
        found = said(git, revs, register.clock.zone)
        return {rev: Committed(rev, one.date, one.author) for rev, one in found.items()}

    lives, former = Lives(history), FormerIds(git, register)

    def is_renamed(was: str, now: str) -> bool:
        if was in register.kind_of or now not in register.kind_of:
            return False
        return (lives.present_id(was) or former.present(was)) == now

    return since_reviews(lives, records, papers, told, today, is_renamed)
