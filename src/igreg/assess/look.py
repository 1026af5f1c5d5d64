"""What does a return come to? States, statuses and drafts are worked out elsewhere; here they are put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from igreg.analysis.evidence.drafts import Drafter
from igreg.analysis.evidence.shown import Evidence
from igreg.analysis.returns.framework_return import Return
from igreg.analysis.returns.given import Given
from igreg.analysis.returns.states import ItemState, States
from igreg.assess.assessed import DONE, Assessed, AssessedItem, Cited, Earlier, Left
from igreg.assess.remarks import remarks
from igreg.dataclass import dataclass
from igreg.model.kinds.assessments import Answer, Assessment
from igreg.model.packs.pack import Item, Pack
from igreg.register.register import Register
from igreg.rules._rule import Context
from igreg.source.places import locate

ORGANISATION = "organisation"
NAMED = "named in the answer"
"""Why a record is listed that only the answer names; it proves nothing (ruling E44)."""


@dataclass(frozen=True)
class Wanted:
    """Which items are chosen; an empty field asks for nothing (ruling E08)."""

    items: frozenset[str] = frozenset()
    gaps: bool = False
    owner: str | None = None
    group: str | None = None


def states_of(context: Context, pack: Pack, assessment: Assessment | None) -> States:
    """The states of a return."""
    return States(Return(context, pack, assessment), context.prover)


def look(context: Context, states: States, wanted: Wanted) -> Assessed:
    """A return as it is shown; what is chosen changes the list of items, and no figure of the whole (ruling E08)."""
    of, register = states.of, context.register
    items = tuple(map(_Items(context, states).item, chosen(states, wanted)))
    left = tuple(_left(context, states))
    return Assessed(
        today=context.today,
        organisation=register.organisation.name or "",
        framework=of.pack.id or "",
        title=of.pack.title or "",
        edition=of.pack.edition or "",
        assessment=of.assessment.id if of.assessment is not None else None,
        assessment_title=of.assessment.title if of.assessment is not None else None,
        category=of.category,
        deadline=of.deadline,
        days=of.days,
        target=of.target,
        reached=states.reached,
        statuses={one.id: one.title or one.id for one in of.pack.statuses if one.id},
        items=items,
        left=left,
        summary=states.summary,
        groups={one.id: one.title or one.id for one in of.pack.groups if one.id},
        remarks=tuple(remarks(context, states)),
        not_offered=tuple(one.item.id or "" for one in states.set_aside_unoffered()),
        incomplete=register.unread,
        names=_names(register, items, left),
        cited=_cited(context, items),
    )


def below(pack: Pack, group: str) -> frozenset[str]:
    """A group of a pack and all those that belong to it, however deep."""
    found, size = {group}, 0
    while len(found) > size:
        size = len(found)
        found |= {one.id for one in pack.groups if one.id and one.part_of in found}
    return frozenset(found)


def chosen_ids(states: States, wanted: Wanted) -> frozenset[str]:
    """The ids of the items that are chosen."""
    return frozenset(one.item.id or "" for one in chosen(states, wanted))


def chosen(states: States, wanted: Wanted) -> Iterator[ItemState]:
    """The items that are chosen, in the pack's order."""
    groups = below(states.of.pack, wanted.group) if wanted.group is not None else None
    for one in states.items:
        if wanted.items and one.item.id not in wanted.items:
            continue
        if groups is not None and one.item.group not in groups:
            continue
        if wanted.owner is not None and one.owner != wanted.owner:
            continue
        if not wanted.gaps or one.state not in DONE:
            yield one


class _Items:
    """The items of a return as they are shown."""

    def __init__(self, context: Context, states: States) -> None:
        self.context, self.states, self.drafter = context, states, Drafter(context.prover)
        self.sources = states.of.pack.sources
        self.earlier = _earlier(context.register, states.of.assessment)

    def item(self, one: ItemState) -> AssessedItem:
        """One item with all that is said of it."""
        item, of, given = one.item, self.states.of, one.given
        answer = given.answer if given is not None else None
        has_levels = item.input == "level"
        return AssessedItem(
            item=item.id or "",
            title=item.title or "",
            group=item.group or "",
            input=item.input or "",
            need=one.need,
            approaching=one.approaching,
            register=one.register,
            state=one.state,
            answer=_answer(item, given),
            by=answer.by if answer is not None else None,
            on=answer.on if answer is not None else None,
            draft=self.drafter.draft(item, one.shown),
            evidence=_evidence(self.context.register, one, answer),
            missing=one.shown.missing,
            owner=one.owner,
            source=tuple(item.sources),
            confidence=item.confidence,
            not_applicable=answer.not_applicable if answer is not None else None,
            not_offered=of.set_aside_unoffered(item),
            unreadable=one.shown.unknown,
            stale_since=of.stale_since(item),
            level=of.pack.level_of(item, of.whom) if has_levels else None,
            levels=of.pack.levels_of(item) if has_levels else (),
            max_age=str(item.max_age) if item.max_age is not None else None,
            facts=tuple(_facts(item, self.sources)),
            notes=answer.notes if answer is not None else None,
            documents=tuple(doc.path or doc.url or "" for doc in answer.documents) if answer is not None else (),
            earlier=tuple(e for id in dict.fromkeys((item.id or "", *item.replaces)) for e in self.earlier.get(id, ())),
        )


def _answer(item: Item, given: Given | None) -> str | bool | None:
    if given is None or given.answer.answer is None:
        return None
    if item.input == "yes-no" and given.says in ("yes", "no"):
        return given.says == "yes"
    return given.answer.answer


def _evidence(register: Register, one: ItemState, answer: Answer | None) -> tuple[Evidence, ...]:
    known = {found.record for found in one.shown.evidence}
    named = dict.fromkeys(answer.evidence if answer is not None else ())
    also = (id for id in named if id not in known and id in register.kind_of)
    return (*one.shown.evidence, *(Evidence(id, NAMED) for id in also))


def _facts(item: Item, sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What else is said of an item, for its whole story (rulings E24, E43)."""
    if item.changed:
        yield "New in its meaning", item.changed
    if item.replaces:
        yield "Was", ", ".join(item.replaces)
    if item.not_applicable_when:
        yield "May be set aside", item.not_applicable_when
    if item.exemptions:
        yield "May stand for it", f"{', '.join(item.exemptions)}: whether it does is yours to say"
    if item.note:
        yield "Note", item.note
    for key in item.sources:
        yield "Source", f"{key}: {sources[key]}" if key in sources else key


def _earlier(register: Register, assessment: Assessment | None) -> Mapping[str, list[Earlier]]:
    """What other returns answered, by item; the latest first."""
    out: dict[str, list[Earlier]] = defaultdict(list)
    for other in register.of(Assessment):
        if other is assessment:
            continue
        for answer in other.answers:
            said = answer.not_applicable or answer.answer
            if answer.item and said and answer.by and answer.on:
                out[answer.item].append(Earlier(other.id or "", answer.item, said, answer.by, answer.on))
    for found in out.values():
        found.sort(key=lambda one: (one.on is None, one.on), reverse=True)
    return out


def _left(context: Context, states: States) -> Iterator[Left]:
    """What stands between here and the target, by owner: whoever has most comes first."""
    by_owner: dict[str | None, list[str]] = defaultdict(list)
    for one in states.between():
        by_owner[one.owner].append(one.item.id or "")
    for owner, items in sorted(by_owner.items(), key=lambda pair: (-len(pair[1]), pair[0] or "")):
        yield Left(owner, tuple(context.tenure.members(owner)), tuple(items))


def _names(register: Register, items: Iterable[AssessedItem], left: Iterable[Left]) -> Mapping[str, str]:
    wanted: dict[str | None, None] = {}
    for one in items:
        wanted.update(dict.fromkeys((one.owner, one.by, *(found.by for found in one.earlier))))
    for rest in left:
        wanted.update(dict.fromkeys((rest.owner, *rest.people)))
    return {id: register.title(id) for id in wanted if id is not None and id in register.by_id}


def _cited(context: Context, items: Iterable[AssessedItem]) -> Mapping[str, Cited]:
    """Every record that is named as evidence; the lines of a file are looked up together."""
    register = context.register
    ids: Collection[str] = dict.fromkeys(found.record for one in items for found in one.evidence)
    records = {id: register.organisation if id == ORGANISATION else register.by_id.get(id) for id in ids}
    paths: dict[str, set[tuple[tuple[str | int, ...], bool]]] = defaultdict(set)
    for record in records.values():
        if record is not None:
            paths[record.where.file].add((record.where.path(()), False))
    places = {file: locate(register.sources.texts.get(file, ""), wanted) for file, wanted in paths.items()}
    out = {}
    for id, record in records.items():
        if record is not None:
            where = record.where
            place = places[where.file].get((where.path(()), False))
            title = register.organisation.called if id == ORGANISATION else register.title(id)
            out[id] = Cited(title, context.owners.of(record, ()), where.file, place.line if place else 1)
    return out
