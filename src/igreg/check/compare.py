"""What a change to a register's files would bring: findings that are there after it and were not before."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from igreg.check.baseline import key
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Finding
from igreg.register.read import read
from igreg.register.register import Register


def new_findings(register: Register, texts: Mapping[str, str], now: dt.datetime, settings: Config) -> list[Finding]:
    """The findings of the register with these texts that it does not have as it stands, each as often as it is new."""
    before = Counter(key(finding) for finding in check(register, now, settings).findings)
    out = []
    for finding in check(read(replace(register.sources, texts=texts)), now, settings).findings:
        if before[key(finding)] > 0:
            before[key(finding)] -= 1
        else:
            out.append(finding)
    return out
