"""A record points at an id that no record has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from igreg.findings import Fault, Severity
from igreg.language.english import listed, some_of
from igreg.language.person_name import person
from igreg.language.slug import slug
from igreg.language.suggest import did_you_mean, nearest, one_of
from igreg.model.kinds.assessments import Assessment
from igreg.model.marks import Ref
from igreg.model.no_value import not_yet
from igreg.model.said import SHOWN, shown
from igreg.model.usual_words import several, usual
from igreg.model.values import AUDIENCES
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.rules._no_id import WHOSE, address, ditto, each, held, itself, posts, remark, unnamed
from igreg.rules._rule import Context, rule

ENOUGH = 100
"""For how many unknown ids the nearest is looked for; after that nobody reads suggestions."""
ENOUGH_COMPARED = 100_000
"""With so many ids unknown ids are compared: half a second. Where there are very many, the first alone gets a hint."""


_STAFF, _COURSES = Ref(("staff",)), Ref(("courses",))


@rule("IG106", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    known, lost = register.kind_of, register.lost_ids
    near = _Nearest(register)
    amiss = {
        target
        for ref, targets in register.references.targets.items()
        if not ref.or_text
        for target in targets
        if target not in known and target not in AUDIENCES and target not in lost
    }
    for record, reference in register.references.to_any(amiss):
        target, ref = reference.target, reference.ref
        if ref.or_text:
            continue
        if _may_be_lost(register, ref.kinds) or _default_regulator(target, reference.path):
            continue
        help = ditto(register, record, target, reference.path) or itself(record, target, reference.path)
        help = help or _joined(register, target, reference.path) or held(ctx, target, ref)
        help = help or _nobody(target, reference.path) or unnamed(target, reference.path, ref)
        help = help or remark(register, target) or address(ctx, target, ref)
        help = help or near.help(target, ref, partial(posts, register, record, target, ref))
        fault = record.fault(reference.path, f"no record has the id {shown(target)}", help)
        yield replace(fault, becomes=near.certain(target, ref))
    yield from _training(register, near)
    yield from _packs(register)


def _packs(register: Register) -> Iterator[Fault]:
    """Framework packs that there are not; an assessment names its edition, since an alias means another next year."""
    if not register.organisation.frameworks and not register.of(Assessment):
        return
    packs = register.packs
    for index, pack in enumerate(register.organisation.frameworks):
        if pack not in packs.names and pack not in packs.aliases:
            yield register.organisation.fault(("frameworks", index), *_no_pack(packs.names, pack))
    for assessment in register.of(Assessment):
        word = assessment.framework
        if word is None or word in packs.names:
            continue
        editions = [one.name for one in packs.all() if one.pack is not None and one.pack.alias == word]
        if editions:
            message = f"{shown(word)} means another edition each year"
            yield assessment.fault(("framework",), message, f"name the edition: {listed(editions, 'or')}")
        else:
            yield assessment.fault(("framework",), *_no_pack(packs.names, word))


def _no_pack(names: Sequence[str], word: str) -> tuple[str, str]:
    return f"no framework pack is called {shown(word)}", one_of(word, names, f"the packs are: {', '.join(names)}")


def _joined(register: Register, target: str, path: tuple[str | int, ...]) -> str:
    """What to do about a text that names several records where one id stands."""
    words = target.split()
    apart = several(target) or (words if all(word in register.kind_of for word in words) else [])
    parts = [part if part in AUDIENCES else _one(register, part) for part in apart]
    if len(parts) < 2 or not all(parts):
        return ""
    if isinstance(path[-1], int):
        return f"these are several: part them by commas: {', '.join(parts)}"
    return f"one alone can stand here: {listed(parts, 'or')}"


def _nobody(target: str, path: tuple[str | int, ...]) -> str:
    """What to do about a part of a list, such as a holder, that says that there is none yet."""
    if len(path) > 1 and isinstance(path[-1], int) and not_yet(target):
        return f"take it out, and `{path[-2]}` too where it names nothing else"
    in_a_list = len(path) > 1 and isinstance(path[-2], int)
    return "take this entry out until there is somebody" if in_a_list and not_yet(target) else ""


def _one(register: Register, word: str) -> str:
    """The one id that a word means; empty where it means none or several."""
    found = register.lookup.matches(word)
    return found[0] if len(found) == 1 else ""


def _training(register: Register, near: _Nearest) -> Iterator[Fault]:
    """Training records: who is named at all is a matter of sets; lines are walked only where somebody is unknown."""
    known = register.kind_of.keys() | register.lost_ids
    people, courses = register.training_index.people, register.training_index.courses
    lost_people = set() if "staff" in register.lost_kinds else people - known
    lost_courses = set() if "courses" in register.lost_kinds else courses - known
    if not lost_people and not lost_courses:
        return
    for line in register.training:
        if line.staff in lost_people:
            yield _named(line, "staff", line.staff or "", _STAFF, near)
        if line.course in lost_courses:
            yield _named(line, "course", line.course or "", _COURSES, near)


def _named(line: TrainingLine, field: str, target: str, ref: Ref, near: _Nearest) -> Fault:
    """An id of a training record that nobody has."""
    help = each(field, target) or _joined(near.register, target, (field,)) or near.help(target, ref)
    fault = line.fault((field,), f"no record has the id {shown(target)}", help)
    return replace(fault, becomes=near.certain(target, ref))


def _may_be_lost(register: Register, kinds: Sequence[str]) -> bool:
    """Whether a file that could hold the id cannot be read at all (ruling A24)."""
    lost = register.lost_kinds - {"organisation"}
    return bool(lost) and (not kinds or bool(lost & set(kinds)))


def _default_regulator(target: str, path: tuple[str | int, ...]) -> bool:
    """The regulator needs no record to be reported to (ruling A114)."""
    return target == "ico" and (path == ("breach_report_to",) or (path[0] == "notifications" and path[-1] == "to"))


class _Nearest:
    """Suggests ids, first among those that may stand there."""

    def __init__(self, register: Register) -> None:
        self.register, self.left, self.compared = register, ENOUGH, 0
        self.by_kinds: dict[tuple[str, ...], list[str]] = {}

    def certain(self, target: str, ref: Ref) -> str | None:
        """The one id that is meant: by case or name, or since it alone differs in one letter. Asked after `help`."""
        ids = self.by_kinds.get(ref.kinds)
        if ids is None or self.left < 0 or "(" in target:
            return None
        meant = self.register.lookup.matches(target, ref.kinds) or [id for id in ids if _one_letter(id, target)]
        return meant[0] if len(meant) == 1 else None

    def help(self, target: str, ref: Ref, posts: Callable[[], str] = str) -> str:
        """What to do about an id; `posts` is said where no name that is written out is meant."""
        self.left -= 1
        if self.left >= 0 and self.compared < ENOUGH_COMPARED:
            if ref.kinds not in self.by_kinds:
                allowed = set(ref.kinds)
                ids = [id for id, kind in self.register.kind_of.items() if not allowed or kind in allowed]
                self.by_kinds[ref.kinds] = [*ids, *(AUDIENCES if ref.audiences else ())]
            self.compared += len(self.by_kinds[ref.kinds])
            lookup = self.register.lookup
            meant = lookup.matches(target, ref.kinds) or lookup.matches(WHOSE.sub("", target), ref.kinds)
            if len(meant) == 1:
                return f"write {meant[0]}, the id of {lookup.title(meant[0])}"
            if meant:
                return f"several are called so; write the id of one: {some_of([*map(lookup.called, meant)])}"
            if some_posts := posts():
                return some_posts
            people = lookup.by_part(target, ("staff",)) if not ref.kinds or "staff" in ref.kinds else ()
            if people:
                who = some_of([*map(lookup.called, people)])
                if len(people) == 1:
                    return f"{did_you_mean(people[0], '')} It is the id of {lookup.title(people[0])}"
                return f"several have that name; write the id of one: {who}"
            if " " in target and (told := lookup.by_telling_word(target, ref.kinds)) is not None:
                return f"{did_you_mean(told, '')} It is {lookup.title(told)}"
            near = usual(target, AUDIENCES if ref.audiences else ()) or nearest(target, self.by_kinds[ref.kinds])
            if near is None and not_yet(target):
                return "leave the field out until there is something to write"
        else:
            near = None
        kinds = listed(ref.kinds, "or") if ref.kinds else "the register"
        return did_you_mean(near, _as_record(target, ref) or f"correct the id, or add the record to {kinds}")


def _as_record(target: str, ref: Ref) -> str:
    """How to write down a body or person that is named in words where an id belongs."""
    kind = next((kind for kind in ("bodies", "staff") if kind in ref.kinds), None)
    if kind is None or " " not in target.strip() or len(target) > SHOWN or not _IN_A_NAME.issuperset(target):
        return ""
    if kind == "staff" and not target[:1].isupper():  # an agency nurse is nobody's name
        return ""
    id = person(target) if kind == "staff" else slug(target)
    return f"an id belongs here, not a name: add {{id: {id}, name: {target}}} to {kind}.yaml, and write {id}"


_IN_A_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ &'()-.")


def _one_letter(one: str, other: str) -> bool:
    """Whether two ids of some length differ in one letter, another, one more or one less, or in two that are swapped.

    A digit is no letter.
    """
    if len(one) == len(other) >= 4 and _swapped(one, other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if not long[at : at + 1].isalpha():
        return False
    if len(short) == len(long):
        return short[at].isalpha() and short[at + 1 :] == long[at + 1 :]
    return short[at:] == long[at + 1 :]


def _swapped(one: str, other: str) -> bool:
    """Whether two texts of one length differ in two letters beside one another that have changed places."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), len(one))
    pair = one[at : at + 2]
    return len(pair) == 2 and pair.isalpha() and other[at : at + 2] == pair[::-1] and one[at + 2 :] == other[at + 2 :]
