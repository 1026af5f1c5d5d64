"""Everything that a change comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.consequences.assessments import of_assessments
from igreg.analysis.consequences.breach import of_breach_path
from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence, gravest_first
from igreg.analysis.consequences.exceptions import of_exceptions
from igreg.analysis.consequences.leads import of_leads
from igreg.analysis.consequences.owners import of_owners
from igreg.analysis.consequences.posts import of_posts
from igreg.analysis.consequences.quorum import of_quorum
from igreg.analysis.consequences.training import of_training
from igreg.analysis.evidence.prover import Prover

_SUBJECTS = (
    of_leads,
    of_posts,
    of_owners,
    of_breach_path,
    of_quorum,
    of_assessments,
    of_training,
    of_exceptions,
)


def consequences(
    before: AsOf,
    after: AsOf,
    provers: tuple[Prover, Prover],
    *,
    today: dt.date | None = None,
    since: dt.date | None = None,
    renamed: Mapping[str, str] | None = None,
) -> list[Consequence]:
    """What a change comes to, the gravest first; both states are judged at one moment (ruling H17).

    `provers` say what the register shows in each. `today` is the day by which something is past, where the states are
    judged on a later one; `since` the first day that is compared, else the past is compared too. `renamed` are the ids
    of the first state that are others in the second. Where one state has no register, there is nothing to compare.
    """
    if not before.register.files or not after.register.files:
        return []
    compared = Compared(before, after, provers, today or after.today, since, renamed or {})
    found = [one for subject in _SUBJECTS for one in subject(compared)]
    return sorted(found, key=gravest_first)
