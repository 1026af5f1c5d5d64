"""A difference as it may be shown: nothing in it that ought not to have been written (ruling H50)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.field_changes import FieldChange, plain_record
from igreg.analysis.record_changes import RecordChange
from igreg.analysis.withheld import Withheld, sentence
from igreg.dataclass import dataclass
from igreg.diff.difference import Difference, Side
from igreg.due.item import Row
from igreg.findings import Finding
from igreg.model.base import Record


@dataclass(frozen=True)
class ShownSide:
    """One of the two states, with what of it is not to be shown."""

    side: Side
    named: frozenset[str] = frozenset()
    """The ids of records of which sentences speak, so that more of them may be quoted than their titles."""

    @cached_property
    def withheld(self) -> Withheld:
        """By the people and the facts of this state."""
        return Withheld.of(self.side.context)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The titles and names in it that are not to be shown, and what else may be quoted; and what stands instead."""
        register = self.side.register
        named = [register.by_id[id] for id in sorted(self.named) if id in register.by_id]
        labels = self.withheld.labels((register.organisation, *register.records()))
        return {**labels, **self.withheld.texts(named)}

    def record(self, kind: str, id: str | None) -> Mapping[str, Any]:
        """What a record says; nothing where it is not there, or has no id of its own."""
        found = self._found(kind, id)
        shown: Mapping[str, Any] = self.withheld.value(kind, (), plain_record(found)) if found is not None else {}
        return shown

    def _found(self, kind: str, id: str | None) -> Record | None:
        register = self.side.register
        if kind == register.organisation.kind:
            return register.organisation
        found = register.by_id.get(id) if id else None
        return found if found is not None and found.kind == kind else None


@dataclass(frozen=True)
class Shown:
    """Both states of a difference, and the difference with other words in the place of what is not to be shown."""

    whole: Difference

    @cached_property
    def before(self) -> ShownSide:
        """The first state."""
        return ShownSide(self.whole.before, self._named)

    @cached_property
    def after(self) -> ShownSide:
        """The second state."""
        return ShownSide(self.whole.after, self._named)

    @cached_property
    def _named(self) -> frozenset[str]:
        whole = self.whole
        found = {one.record for one in (*whole.new, *whole.gone)} | {one.subject for one in whole.consequences}
        found |= {row.item.record for row in (*whole.due_new, *whole.due_gone)}
        return frozenset(id for id in found if id)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The titles and names of both that are not to be shown."""
        return {**self.before.labels, **self.after.labels}

    @cached_property
    def difference(self) -> Difference:
        """The difference as it may be shown, be it to people or to machines."""
        whole = self.whole
        return replace(
            whole,
            consequences=[self._consequence(one) for one in whole.consequences],
            records=[self._record(one) for one in whole.records],
            new=[self._finding(one) for one in whole.new],
            gone=[self._finding(one) for one in whole.gone],
            due_new=[self._row(one) for one in whole.due_new],
            due_gone=[self._row(one) for one in whole.due_gone],
            remarks=[self.said(one) for one in whole.remarks],
        )

    def said(self, text: str) -> str:
        """A sentence as it may be shown."""
        return sentence(text, self.labels)

    def called(self, id: str) -> str:
        """A record or an area by its name, with its id beside it: `Senior Information Risk Owner (siro)`."""
        register = self.whole.after.register
        if id not in register.by_id and id not in register.areas:
            register = self.whole.before.register
        title = register.areas.get(id, id) if id not in register.by_id else register.plain_title(id)
        return self.said(f"{title} ({id})" if title != id else id)

    def _may(self, text: str | None) -> str | None:
        return self.said(text) if text is not None else None

    def _stands(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self.said, value))
        return self.said(value) if isinstance(value, str) else value

    def _consequence(self, one: Consequence) -> Consequence:
        return replace(
            one,
            subject=self.said(one.subject),
            before=self._stands(one.before),
            after=self._stands(one.after),
            text=self.said(one.text),
        )

    def _record(self, one: RecordChange) -> RecordChange:
        fields = tuple(self._field(one.kind, field) for field in one.fields)
        return replace(one, record=self._may(one.record), was=self._may(one.was), fields=fields)

    def _field(self, kind: str, one: FieldChange) -> FieldChange:
        before = self.before.withheld.value(kind, one.path, one.before)
        after = self.after.withheld.value(kind, one.path, one.after)
        return replace(one, path=self.after.withheld.path(one.path), before=before, after=after)

    def _finding(self, one: Finding) -> Finding:
        return replace(
            one,
            record=self._may(one.record),
            title=self._may(one.title),
            subject=self._may(one.subject),
            message=self.said(one.message),
            help=self.said(one.help),
        )

    def _row(self, one: Row) -> Row:
        item = one.item
        shown = replace(
            item,
            record=self._may(item.record),
            title=self._may(item.title),
            detail=self.said(item.detail),
            subject=self._may(item.subject),
        )
        return replace(one, item=shown)
