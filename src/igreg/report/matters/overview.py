"""Everything that whoever leads an organisation is told of, at once: for the board's paper and the year's."""

from __future__ import annotations

import datetime as dt

from igreg.dataclass import dataclass
from igreg.report.asked import Asked, Head
from igreg.report.matters.asks import Ask, asks
from igreg.report.matters.audits import Audits, audits
from igreg.report.matters.departures import Departures, departures
from igreg.report.matters.holding import Holding, holding
from igreg.report.matters.incidents import Incidents, incidents
from igreg.report.matters.leads import Area, EmptyPost, empty_posts, leading
from igreg.report.matters.money import Money, money_of
from igreg.report.matters.policies import Policies, policies
from igreg.report.matters.requests import Requests, requests
from igreg.report.matters.returns import Returns, returns
from igreg.report.matters.risks import Risks, risks
from igreg.report.matters.training import Training, training


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole of it."""

    head: Head
    siro: tuple[str, ...]
    """From whom the paper comes: whoever is the senior information risk owner."""
    areas: tuple[Area, ...]
    empty: tuple[EmptyPost, ...]
    incidents: Incidents
    training: Training
    policies: Policies
    audits: Audits
    risks: Risks
    departures: Departures
    requests: Requests
    returns: Returns
    money: Money
    holding: Holding
    asks: tuple[Ask, ...]

    @property
    def today(self) -> dt.date:
        """The day of the report."""
        return self.head.day


def overview(asked: Asked, ahead: int = 3) -> Overview:
    """All of it, audits looked ahead for so many months."""
    areas, gone, open_returns = leading(asked), departures(asked), returns(asked)
    holders = asked.as_of.tenure.holders_of("siro")
    return Overview(
        head=asked.head,
        siro=tuple(asked.person(one) for one in holders if not asked.as_of.tenure.not_employed(one)),
        areas=areas,
        empty=empty_posts(asked),
        incidents=incidents(asked),
        training=training(asked),
        policies=policies(asked),
        audits=audits(asked, ahead),
        risks=risks(asked),
        departures=gone,
        requests=requests(asked),
        returns=open_returns,
        money=money_of(asked),
        holding=holding(asked),
        asks=asks(asked, areas, gone, open_returns),
    )
