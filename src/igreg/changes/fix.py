"""Safe repairs: slips of the pen and odd spellings where nothing else can have been meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from igreg.analysis.as_of import AsOf
from igreg.changes.plan import Plan
from igreg.errors import IgregError
from igreg.findings import CONFLICT_MARKER, INVALID_VALUE, INVALID_YAML, UNKNOWN_FIELD, Fault
from igreg.language.characters import plain
from igreg.language.english import counted
from igreg.model.said import shown
from igreg.register.read import reread
from igreg.register.register import Register
from igreg.rules._rule import Context, by_word
from igreg.source.editing.edit import EditError, Set, apply
from igreg.source.places import locate
from igreg.source.reading.repair import repaired
from igreg.source.slips.doubtful import Doubtful, typographic
from igreg.source.slips.leftovers import called, garbled, unseen


def fix(at: AsOf, files: Collection[str]) -> Plan:
    """Every safe repair in some files, or in all where none is named; each is a remark of the plan."""
    plan = Plan("", nothing="nothing is amiss of which the right form is certain; `igreg check` lists all there is")
    register = _texts(plan, at.register, files)
    context = Context(register, at.now, at.figures)
    values: dict[str, list[Fault]] = {}
    for fault in (*register.faults.get(INVALID_VALUE, ()), *_found(context)):
        if fault.becomes is not None and fault.path and (not files or fault.origin.file in files):
            values.setdefault(fault.origin.file, []).append(fault)
    _values(plan, register.sources.texts, values)
    return plan


def _values(plan: Plan, texts: Mapping[str, str], values: Mapping[str, list[Fault]]) -> None:
    """Plan the right form of values; a file in which that cannot be done keeps no other from being put right."""
    left: dict[str, EditError] = {}
    for file, faults in values.items():
        try:
            plan.rewritten[file] = apply(texts[file], [Set(one.origin.path(one.path), one.becomes) for one in faults])
        except EditError as error:
            left[file] = error
            continue
        plan.remarks += [f"{file}: {_said(fault)}" for fault in faults]
    plan.message = f"Fix {counted(len(plan.remarks), 'slip')} in {', '.join(sorted(plan.rewritten))}"
    if left and not plan.rewritten:
        file, why = next(iter(left.items()))
        raise IgregError(f"{file}: {why}", "nothing was written")
    plan.remarks += [f"{file}: {why}; its values were left as they are" for file, why in left.items()]


def _found(context: Context) -> Iterator[Fault]:
    """What rules find that have a right form."""
    for rule in ("unknown-reference", "stray-signs"):
        yield from by_word()[rule].check(context)


def _texts(plan: Plan, register: Register, files: Collection[str]) -> Register:
    """Put texts right as texts, and read the register again where that was done.

    A file with an unfinished merge is left to whoever finishes it: nobody knows yet what of it stays.
    """
    merging = {fault.origin.file for fault in register.faults.get(CONFLICT_MARKER, ())}
    broken = {fault.origin.file for fault in register.faults.get(INVALID_YAML, ())}
    texts = dict(register.sources.texts)
    some = sorted((set(files or texts) & set(texts)) - merging)
    for file in some:
        if file in broken:
            right = repaired(texts[file], certain=True)
            if right is None:
                continue
            plan.remarks += [f"{plain(file)}:{slip.line + 1}: {slip.message}" for slip in right.slips]
            plan.reveals = True
            texts[file] = right.text
        texts[file] = _signs(plan, file, texts[file])
    register = _rewritten(plan, register, texts)  # so that what a file held that could not be read is put right, too
    tight: dict[str, list[Fault]] = {}
    for fault in register.faults.get(UNKNOWN_FIELD, ()):
        if fault.becomes is not None:
            tight.setdefault(fault.origin.file, []).append(fault)
    for file in sorted(set(some) & set(tight)):
        texts[file] = _tight(plan, file, texts[file], tight[file])
    return _rewritten(plan, register, texts)


def _rewritten(plan: Plan, register: Register, texts: Mapping[str, str]) -> Register:
    """The register read again where texts are others than those it was read from; the plan is told of each."""
    others = {file: text for file, text in texts.items() if text != register.sources.texts[file]}
    plan.rewritten |= others
    return reread(register, dict(texts)) if others else register


def _tight(plan: Plan, file: str, text: str, faults: list[Fault]) -> str:
    """A text with a space behind the colon of fields in braces: `{staff:a}`."""
    wanted = {(fault.origin.path(fault.path), True): fault for fault in faults}
    lines = text.split("\n")
    for want, place in sorted((locate(text, wanted) if wanted else {}).items(), key=lambda one: one[1], reverse=True):
        fault, line = wanted[want], lines[place.line - 1]
        key, start = str(fault.path[-1]), place.column - 1
        if line.startswith(key, start):
            lines[place.line - 1] = line[:start] + str(fault.becomes) + line[start + len(key) :]
            plan.remarks.append(f"{file}: {_said(fault)}")
    return "\n".join(lines)


def _signs(plan: Plan, file: str, text: str) -> str:
    """A text with plain quotation marks around values, its letters put right, and nothing in it that cannot be seen."""
    for find in (garbled, unseen, typographic):
        lines = text.split("\n")
        certain = [one for one in find(text) if one.becomes]
        for place, _, becomes in reversed(certain):
            line = lines[place.line - 1]
            lines[place.line - 1] = line[: place.column - 1] + becomes + line[place.end_column - 1 :]
        plan.remarks += [f"{plain(file)}:{one.place.line}: {_SIGNS[find](one.text, one.becomes)}" for one in certain]
        text = "\n".join(lines)
    return text


_SIGNS: Mapping[Callable[[str], Iterator[Doubtful]], Callable[[str, str], str]] = {
    garbled: lambda told, becomes: f"the letters of {shown(told)} are garbled: now {becomes}",
    unseen: lambda told, becomes: f"{called(told)} in {shown(told)}: now {becomes}",
    typographic: lambda told, becomes: f"typographic quotation marks around {told[1:-1]!r}",
}


def _said(fault: Fault) -> str:
    becomes = str(fault.becomes).lower() if isinstance(fault.becomes, bool) else fault.becomes
    who = f"{fault.record}: " if fault.record else ""
    return f"{who}{fault.message}: now {becomes}"
