"""Which bodies have our personal data, and whether somebody looked at how safe they are with them (ruling B62)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from igreg.analysis.contracts import contracts_on, is_about_personal_data
from igreg.analysis.data_flows import flows_on, is_personal
from igreg.model.base import Record
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.processing import Processing
from igreg.register.register import Register

_FOR_THEM = frozenset({"provider", "commissioned", "grant-holder"})
"""Our parts in a contract under which the data are rather theirs than ours."""
_BUT = re.compile(r"\b(?:not|no|nearly|almost|partly|partially|approaching)\b")
_BETWEEN = re.compile(r"[\s_-]+")


def partners_on(register: Register, day: dt.date) -> dict[str, Record]:
    """The bodies that process or receive our personal data on a day, each with the first record that says so."""
    out: dict[str, Record] = {}
    for body, record in _named(register, day):
        if register.kind_of.get(body) == "bodies":
            out.setdefault(body, record)
    return out


def _named(register: Register, day: dt.date) -> Iterator[tuple[str, Record]]:
    for record in register.of(Processing):
        yield from ((body, record) for body in (*record.processors, *record.recipients))
    for flow in flows_on(register, day):
        if is_personal(flow):
            yield from ((body, flow) for body in flow.to)
    for contract in contracts_on(register, day):
        if contract.with_ and is_about_personal_data(contract) and contract.our_part not in _FOR_THEM:
            yield contract.with_, contract


def meets(status: str | None, words: Iterable[str]) -> bool:
    """Whether a status that was published says that the standards are met, in any usual spelling."""
    text = _BETWEEN.sub(" ", (status or "").casefold())
    return not _BUT.search(text) and any(re.search(rf"(?:\b|standards?){word}\b", text) for word in words)


def is_certified(body: Body, words: Iterable[str], day: dt.date) -> bool:
    """Whether a body has one of some certificates that is not past its last day, however the name is spaced."""
    known = [letters(word) for word in words]
    return any(
        any(word in letters(one.name) for word in known)
        for one in body.certificates
        if one.expires is None or one.expires >= day
    )


def letters(name: str | None) -> str:
    """What a name has in common with another that means the same: ISO 27001, ISO27001, iso-27001."""
    return re.sub(r"[\W_]+", "", name or "").casefold()
