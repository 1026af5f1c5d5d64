"""Which findings are but the consequence of a file that is no YAML: those that go once its slips are put right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from igreg.check.baseline import key
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import INVALID_YAML, CheckResult
from igreg.register.read import reread
from igreg.register.register import Register
from igreg.source.reading.repair import repaired

_MOST = 5
"""For so many files it is worked out what follows from each: each costs another check."""


def with_causes(result: CheckResult, register: Register, now: dt.datetime, settings: Config) -> CheckResult:
    """The result, in which each broken file that could be put right has the findings that follow from it."""
    causes = [one for one in result.findings if one.rule == INVALID_YAML][:_MOST]
    texts = dict(register.sources.texts)
    left = [one for one in result.findings if one.rule != INVALID_YAML]
    follow = []
    for cause in causes:
        right = repaired(texts[cause.file], certain=False) if cause.file in texts else None
        if right is None:
            continue
        texts[cause.file] = right.text
        then = {key(one) for one in check(reread(register, texts), now, settings).findings}
        gone = [one for one in left if key(one) not in then]
        left = [one for one in left if key(one) in then]
        if gone:
            follow.append((cause, tuple(gone)))
    return replace(result, follow=tuple(follow))
