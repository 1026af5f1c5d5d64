"""What is wrong in a pack that only a register, or the rules, can tell: names of what there is not, and templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from igreg.facts.frameworks import ReadPack
from igreg.findings import Fault, KeyPath
from igreg.language.suggest import did_you_mean, one_of
from igreg.model.kinds.courses import Course
from igreg.model.packs.pack import Item, Pack
from igreg.model.packs.reading import Reading
from igreg.model.packs.taking import FUNCTIONS, Amiss, Mention
from igreg.model.said import shown
from igreg.model.values import AUDIENCES
from igreg.rules._about import NOT_ASKED
from igreg.rules._rule import Context, by_word, nearest_rule

_PARTIES = ("roles", "groups", "units", "staff", "bodies")


def faults_of(ctx: Context, read: ReadPack) -> Iterator[Fault]:
    """Everything that is wrong in a pack, whatever rule speaks of it; nothing comes of one that may be used."""
    yield from (told.fault for told in read.faults)
    yield from names_amiss(ctx, read)


def names_amiss(ctx: Context, read: ReadPack) -> Iterator[Fault]:
    """What is wrong in a pack that it does not say by itself."""
    if read.pack is None:
        return
    amiss = [*_mentions(ctx, read.mentions)]
    for index, item in enumerate(read.pack.items):
        amiss += _template(ctx, item, ("items", index, "answer"))
    for one in amiss:
        yield _fault(read.pack, one)


def _fault(pack: Pack, one: Amiss) -> Fault:
    made = pack.fault(one.path, one.message, one.help, on_key=one.on_key)
    return Fault(made.origin, made.path, made.message, made.help, on_key=made.on_key)


def _mentions(ctx: Context, mentions: Iterable[Mention]) -> Iterator[Amiss]:
    """Names of areas, courses, parties and rules that there are not. What is in a file that is lost may be there."""
    courses = {course.id for course in ctx.register.of(Course) if course.id}
    known: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
        "area": lambda word: _among(word, "area", ctx.register.areas),
        "course": lambda word: _among(word, "course", courses) if not _lost(ctx, "courses") else None,
        "party": lambda word: _party(ctx, word),
        "rule": _rule,
    }
    said: dict[tuple[str, str], tuple[str, str] | None] = {}
    for mention in mentions:
        key = (mention.sort, mention.word)
        if key not in said:
            said[key] = known[mention.sort](mention.word)
        found = said[key]
        if found is not None:
            yield Amiss(mention.path, *found)


def _lost(ctx: Context, *kinds: str) -> bool:
    return not ctx.register.lost_kinds.isdisjoint(kinds)


def _among(word: str, what: str, words: Iterable[str]) -> tuple[str, str] | None:
    words = sorted(words)
    help = one_of(word, words, None if words else f"there is no {what} yet")
    return None if word in words else (f"no {what} is called {shown(word)}", help)


def _party(ctx: Context, word: str) -> tuple[str, str] | None:
    register = ctx.register
    if (
        word in AUDIENCES
        or register.kind_of.get(word) in _PARTIES
        or word in register.lost_ids
        or _lost(ctx, *_PARTIES)
    ):
        return None
    return f"no party has the id {shown(word)}", one_of(word, sorted(AUDIENCES))


def _rule(word: str) -> tuple[str, str] | None:
    found = by_word().get(word)
    if found is None:
        return f"no rule is called {shown(word)}", did_you_mean(nearest_rule(word), "see `igreg rules`")
    if found.code.startswith(NOT_ASKED):
        return f"{found.name} says nothing of what is done, and is not asked", "name another rule"
    return None


def _template(ctx: Context, item: Item, path: KeyPath) -> Iterator[Amiss]:
    if item.answer is None:
        return
    from igreg.analysis.evidence.drafts import NAMES  # few packs have templates, and they are slow to load
    from igreg.language.template import amiss, calls

    found = amiss(item.answer, NAMES)
    for message in found:
        yield Amiss(path, message, "a template is text with names in it: {{ held('siro') }}")
    if found:
        return
    for call in calls(item.answer, NAMES):
        for message, help in _call(ctx, call.function, call.given, call.named):
            yield Amiss(path, f"in the template, {message}", help)


def _call(ctx: Context, name: str, given: tuple[Any, ...], named: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    first = given[0] if given else None
    if name in ("held", "role") and isinstance(first, str) and first not in (*FUNCTIONS, *ctx.register.areas):
        yield f"no function is called {shown(first)}", one_of(first, FUNCTIONS)
    elif name in ("count", "last") and isinstance(first, str):
        reading = Reading()
        reading.proof({"records": first, **{key: value for key, value in named.items() if value is not None}}, ())
        yield from ((one.message, one.help) for one in reading.amiss)
        yield from ((one.message, one.help) for one in _mentions(ctx, reading.mentions))
    elif name == "share":
        course, area = first if isinstance(first, str) else named.get("course"), named.get("area")
        mentions = [Mention(sort, word, ()) for sort, word in (("course", course), ("area", area)) if word is not None]
        yield from ((one.message, one.help) for one in _mentions(ctx, mentions))
