"""Records of processing as values: what UK GDPR, Article 30, asks of each, and what belongs to it in the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from igreg.analysis.article_30 import missing_of, missing_of_asset
from igreg.analysis.bases import names_schedule
from igreg.analysis.contracts import contracts_on
from igreg.analysis.incidents import breaches
from igreg.dataclass import dataclass
from igreg.model.base import Record
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.contracts import Contract
from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.processing import Processing
from igreg.report.asked import Asked
from igreg.report.meeting import where
from igreg.report.parties import called, with_holder

T = TypeVar("T")
PARTS = {
    "purposes": "what it is for",
    "subjects": "about whom",
    "categories": "which data",
    "recipients": "who receives them",
    "retention": "how long they are kept",
    "security": "what keeps them safe",
    "controllers": "with whom or for whom we do it",
}
"""What Article 30 asks for, in words."""


@dataclass(frozen=True, slots=True)
class Going:
    """Personal data that go to a country outside the UK."""

    country: str
    to: str
    safeguard: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One processing activity."""

    id: str
    title: str
    owner: str
    our_role: str
    """`controller`, `joint-controller` or `processor`; empty where nobody said."""
    controllers: tuple[str, ...]
    """With their contacts."""
    purposes: tuple[str, ...]
    lawful_basis: tuple[str, ...]
    condition: tuple[str, ...]
    schedule: tuple[str, ...]
    """The conditions that name Schedule 1 of the Data Protection Act 2018."""
    subjects: tuple[str, ...]
    categories: tuple[str, ...]
    special_category: bool | None
    recipients: tuple[str, ...]
    processors: tuple[str, ...]
    contracts: tuple[str, ...]
    """With the processors, or of a processor with those for whom it is done."""
    transfers: tuple[Going, ...]
    retention: str
    security: tuple[str, ...]
    assets: tuple[str, ...]
    locations: tuple[str, ...]
    dpia: str
    dpia_state: str
    dpia_where: str
    breaches: tuple[str, ...]
    """The breaches in which an asset of it was concerned."""
    notices: tuple[str, ...]
    source: str
    automated: str
    missing: tuple[str, ...]
    """What Article 30 asks for and is not recorded."""
    is_asset: bool = False
    """Whether it is an information asset that no record of processing names."""


class Beside:
    """What is about assets and bodies: gathered once for all records of processing, and not looked through for each."""

    def __init__(self, asked: Asked) -> None:
        register = asked.register
        self.breaches = _Table((one.assets, one) for one in breaches(register))
        self.dpias = _Table((one.assets, one) for one in register.of(Dpia))
        self.contracts = _Table(((one.with_,), one) for one in contracts_on(register, asked.today) if one.with_)


class _Table(Generic[T]):
    """Records by the ids that they are about, in the order of the register."""

    def __init__(self, records: Iterable[tuple[Collection[str], T]]) -> None:
        self._by_id: dict[str, list[tuple[int, T]]] = {}
        for place, (ids, record) in enumerate(records):
            for id in dict.fromkeys(ids):
                self._by_id.setdefault(id, []).append((place, record))

    def of(self, ids: Iterable[str]) -> list[T]:
        """Those about any of some ids, each once."""
        found = dict(item for id in ids for item in self._by_id.get(id, ()))
        return [found[place] for place in sorted(found)]


def activity(asked: Asked, one: Processing, beside: Beside) -> Activity:
    """A record of processing with all that belongs to it."""
    assets = [asset for id in one.assets if (asset := asked.register.get(Asset, id)) is not None]
    dpia = asked.register.get(Dpia, one.dpia)
    bodies = one.controllers if one.our_role == "processor" else one.processors
    return Activity(
        id=one.id or "",
        title=asked.called(one),
        owner=with_holder(asked, one.owner),
        our_role=one.our_role or "",
        controllers=tuple(_with_contact(asked, body) for body in one.controllers),
        purposes=_texts(asked, one, one.purposes),
        lawful_basis=_texts(asked, one, one.lawful_basis),
        condition=_texts(asked, one, one.condition),
        schedule=_texts(asked, one, (text for text in one.condition if names_schedule([text]))),
        subjects=_texts(asked, one, one.subjects),
        categories=_texts(asked, one, one.categories),
        special_category=one.special_category,
        recipients=(*(called(asked, id) for id in one.recipients), *_texts(asked, one, one.recipient_categories)),
        processors=tuple(_with_contact(asked, body) for body in one.processors),
        contracts=_contracts(asked, beside.contracts.of(bodies)),
        transfers=tuple(
            Going(asked.told(one, to.country), called(asked, to.to), asked.told(one, to.safeguard))
            for to in one.transfers
        ),
        retention=asked.told(one, one.retention),
        security=tuple(_policy_or_text(asked, one, text) for text in one.security),
        assets=tuple(asked.called(asset) for asset in assets),
        locations=_texts(asked, one, (asset.location for asset in assets)),
        dpia=called(asked, one.dpia),
        dpia_state=_decided(dpia),
        dpia_where=where(asked, dpia.document if dpia is not None else None),
        breaches=tuple(found.id or "" for found in beside.breaches.of(one.assets)),
        notices=tuple(called(asked, id) for id in one.notices),
        source=asked.told(one, one.source),
        automated=asked.told(one, one.automated_decisions),
        missing=tuple(PARTS[field] for field in missing_of(one)),
    )


def of_asset(asked: Asked, one: Asset, beside: Beside) -> Activity:
    """An information asset with personal data, which stands for a record of processing where none names it."""
    own = [one.id] if one.id else []
    dpia = next(iter(beside.dpias.of(own)), None)
    abroad = (Going("a country that is not recorded", "", asked.told(one, one.safeguards)),) if one.outside_uk else ()
    return Activity(
        id=one.id or "",
        title=asked.called(one),
        owner=with_holder(asked, one.owner),
        our_role="controller",
        controllers=(),
        purposes=_texts(asked, one, one.purposes),
        lawful_basis=_texts(asked, one, [one.lawful_basis]),
        condition=_texts(asked, one, [one.condition]),
        schedule=_texts(asked, one, [one.condition] if names_schedule([one.condition or ""]) else []),
        subjects=_texts(asked, one, one.subjects),
        categories=_texts(asked, one, one.categories),
        special_category=one.special_category,
        recipients=tuple(called(asked, id) for id in one.recipients),
        processors=tuple(_with_contact(asked, body) for body in one.all_suppliers),
        contracts=_contracts(asked, beside.contracts.of(one.all_suppliers)),
        transfers=abroad,
        retention=asked.told(one, one.retention),
        security=tuple(_policy_or_text(asked, one, text) for text in one.security),
        assets=(asked.called(one),),
        locations=_texts(asked, one, [one.location]),
        dpia=asked.called(dpia) if dpia is not None else "",
        dpia_state=_decided(dpia),
        dpia_where=where(asked, dpia.document if dpia is not None else None),
        breaches=tuple(found.id or "" for found in beside.breaches.of(own)),
        notices=(),
        source="",
        automated="",
        missing=tuple(PARTS[field] for field in missing_of_asset(one)),
        is_asset=True,
    )


def _decided(dpia: Dpia | None) -> str:
    return "" if dpia is None else (dpia.decision or "not decided").replace("-", " ")


def _texts(asked: Asked, record: Record, texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(asked.told(record, text) for text in texts if text))


def _with_contact(asked: Asked, id: str) -> str:
    body = asked.register.get(Body, id)
    contact = asked.told(body, body.contact) if body is not None else ""
    return f"{called(asked, id)}, {contact}" if contact else called(asked, id)


def _contracts(asked: Asked, found: Iterable[Contract]) -> tuple[str, ...]:
    return tuple(": ".join(filter(None, (asked.called(one), where(asked, one.document)))) for one in found)


def _policy_or_text(asked: Asked, record: Record, text: str) -> str:
    return called(asked, text) if asked.register.get(Policy, text) is not None else asked.told(record, text)
