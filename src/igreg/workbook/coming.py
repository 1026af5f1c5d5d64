"""A workbook that came back: what was changed in it, merged cell by cell with what the register says by now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from igreg.changes.filled import ordered
from igreg.changes.new_record import place_all
from igreg.changes.plan import Plan
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Brought, ChangedRecord, NewRecord, Refused
from igreg.exchange.plan import Draft
from igreg.model.kinds import in_order, model_of
from igreg.register.register import Register
from igreg.sheets.book import Book
from igreg.source.editing.edit import EditError, Remove, apply
from igreg.workbook.came import read_rows
from igreg.workbook.columns import tables
from igreg.workbook.kept import read_kept
from igreg.workbook.merging import Changed, Ended, Found, Made, Merging
from igreg.workbook.standing import unread_of
from igreg.workbook.wanting import wanting


def coming(register: Register, file: str, book: Book, now: dt.datetime, *, missing: str = "report") -> Draft:
    """The plan of a workbook. Raises IgregError (2) where it is none that igreg wrote."""
    names, kept = read_kept(file, book)
    known = {table.name: table for kind in in_order() for table in tables(kind)}
    chosen = [known[name] for name in names if name in known]
    read = read_rows(book, chosen, kept)
    kinds = list(dict.fromkeys(table.kind for table in chosen))
    merging = Merging(register, now, kept, missing)
    found = merging.merged(chosen, read)
    unread = unread_of(register, kinds)
    refused = [Refused(None, None, f"{one} cannot be read", "`igreg check` says how to mend it") for one in unread]
    brought = Brought(
        "sheet",
        kinds[0] if len(kinds) == 1 else None,
        refused=[*refused, *read.refused],
        notes=read.notes,
        file=file,
        rows=sum(map(len, read.rows.values())),
    )
    return _Drafting(register, now, brought, found).draft()


@dataclass(frozen=True)
class _Drafting:
    """Makes the plan of what was found, and again without the rows that check refuses."""

    register: Register
    now: dt.datetime
    known: Brought
    found: Found

    def draft(self, without: Collection[str | None] = (), refused: Sequence[Refused] | None = None) -> Draft:
        """The plan, without the records of some names."""
        plan = Plan(f"Brought back from {self.known.file}")
        bad = list(self.known.refused if refused is None else refused)
        bad += self.found.refused if refused is None else []
        changed = [one for one in self.found.changed if one.name not in without]
        changed = self._edited(plan, changed, bad)
        made = [one for one in self.found.made if one.values.get("id") not in without]
        made, new = self._new(plan, made, bad)
        self._removed(plan, [one for one in self.found.ended if one.there.name not in without])
        brought = replace(
            self.known,
            new=new,
            changed=[ChangedRecord(one.name, one.kind, one.row, one.fields, one.title) for one in changed],
            unchanged=[name for name in self.found.unchanged if name not in {one.name for one in changed}],
            gone=self.found.gone,
            refused=bad,
        )
        return Draft(
            brought, plan, wanting(self.register, changed, made), brought, refuses=bool(bad), again=self._again
        )

    def _again(self, names: Collection[str | None], refused: Sequence[Refused]) -> Draft:
        return self.draft(names, refused)

    def _edited(self, plan: Plan, changed: Sequence[Changed], bad: list[Refused]) -> list[Changed]:
        """Changes of values, file by file; a record that cannot be changed in place is refused with its first cell."""
        out: list[Changed] = []
        files = dict.fromkeys(one.edits.there.file for one in changed)
        for file in files:
            own = [one for one in changed if one.edits.there.file == file]
            text = self.register.sources.texts[file]
            try:
                every = [edit for one in own for edit in one.edits.changes()]
                apply(text, every)
                fine = own
            except EditError:
                fine = [one for one in own if _is_possible(text, one, bad)]
                every = [edit for one in fine for edit in one.edits.changes()]
            if every:
                plan.changes.setdefault(file, []).extend(every)
            out += fine
        places = {id(one) for one in out}
        return [one for one in changed if id(one) in places]

    def _new(self, plan: Plan, made: Sequence[Made], bad: list[Refused]) -> tuple[list[Made], list[NewRecord]]:
        """New records, each where those of its kind stand."""
        out: list[Made] = []
        new: list[NewRecord] = []
        for kind in dict.fromkeys(one.kind for one in made):
            own = [one for one in made if one.kind == kind]
            records = [ordered(model_of(kind), one.values) for one in own]
            try:
                files = place_all(plan, self.register, kind, records)
            except IgregError as error:
                bad += [own[0].came.refused(None, None, error.sentence, error.hint)]
                continue
            for one, record, file in zip(own, records, files, strict=True):
                out.append(one)
                new.append(NewRecord(record.get("id"), file, record, kind, one.came.number))
        return out, new

    def _removed(self, plan: Plan, ended: Sequence[Ended]) -> None:
        """Records that are taken out of their lists."""
        for file in dict.fromkeys(one.there.file for one in ended):
            items = tuple(one.there.item for one in ended if one.there.file == file and one.there.item is not None)
            plan.changes.setdefault(file, []).append(Remove(items))


def _is_possible(text: str, one: Changed, bad: list[Refused]) -> bool:
    """Whether a record's changes can be made in place; else its first cell is refused."""
    try:
        apply(text, one.edits.changes())
    except EditError as error:
        bad.append(one.first.refused(one.cell, one.field, str(error), f"change it in {one.edits.there.file}"))
        return False
    return True
