"""Which findings appear with a change, and which go (rulings H24, H25)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from igreg.analysis.unread import Hidden, hidden
from igreg.diff.difference import Side
from igreg.diff.same_place import SamePlace
from igreg.findings import INVALID_YAML, UNREAD, CheckResult, Finding
from igreg.model.kinds import KINDS
from igreg.register.file_names import kind_in_name
from igreg.rules._rule import by_word, catalogue

LEFT_OUT = ("IG310", "IG311")
"""They speak of the history themselves."""
FOR_ALL = ("IG313",)
"""They are told once where they hold of every record of a kind."""
_OF_FILES = ("files", "fields")
Key = tuple[object, ...]


def finding_changes(
    before: Side, after: Side, was: CheckResult, now: CheckResult, renames: Mapping[str, str]
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """The findings of the second state that the first has not, and the other way round, each as often as it is new.

    One that an exception silences in the second state is not gone, nor is one of a rule that is switched off there.
    Where files cannot be read, nothing is said that what they may hold could belie.
    """
    places = SamePlace(before.register, after.register, renames)
    first = [(_key(one, places.before(one)), one) for one in _told(was)]
    second = [(_key(one, places.after(one)), one) for one in _told(now)]
    silenced = [_key(one.finding, places.after(one.finding)) for one in now.silenced]
    off = {rule.code for rule in catalogue()} - {rule.code for rule in after.config.selected(catalogue())}
    sure = _Sure(before, after)
    new = [one for one in _more(first, second, ()) if sure.is_new(one)]
    gone = [one for one in _more(second, first, silenced) if one.code not in off and sure.is_gone(one)]
    for_all = {one.code for one in new if _is_for_all(one)} & {one.code for one in gone if _is_for_all(one)}
    new, gone = ([one for one in side if one.code not in for_all or not _is_for_all(one)] for side in (new, gone))
    return new, gone


def _is_for_all(one: Finding) -> bool:
    """Whether it is told of the first of many in the place of all: which one comes first is no change."""
    return one.code in FOR_ALL and one.message.startswith("none of the ")


def _told(found: CheckResult) -> Iterable[Finding]:
    return (one for one in found.findings if one.code not in LEFT_OUT)


def _key(one: Finding, place: Key) -> Key:
    """What a finding is known by; `place` is its record and way, as the first state has them."""
    return (one.code, *place)


def _more(
    known: Iterable[tuple[Key, Finding]], found: Sequence[tuple[Key, Finding]], besides: Iterable[Key]
) -> Sequence[Finding]:
    """Those that were found and not known, each as often as it is new; of several that are one, the words decide."""
    known = list(known)
    same = Counter((key, one.message) for key, one in known)
    left = Counter(key for key, _ in known)
    doubtful = []
    for key, one in found:
        if same[key, one.message] > 0:
            same[key, one.message] -= 1
            left[key] -= 1
        else:
            doubtful.append((key, one))
    left.update(besides)
    out = []
    for key, one in doubtful:
        if left[key] > 0:
            left[key] -= 1
        else:
            out.append(one)
    return out


class _Sure:
    """What may be said of findings where files of either state cannot be read in full."""

    def __init__(self, before: Side, after: Side) -> None:
        self.was, self.now = hidden(before.register, after.register), hidden(after.register, before.register)
        self.reads = after.context.reads
        self.root = after.register.sources.prefix
        self.encrypted = {*before.encrypted, *after.encrypted}

    def is_new(self, one: Finding) -> bool:
        """Whether it is new for certain."""
        return self._is_sure(one, self.was, self.now)

    def is_gone(self, one: Finding) -> bool:
        """Whether it is gone for certain."""
        return self._is_sure(one, self.now, self.was)

    def _is_sure(self, one: Finding, other: Hidden, own: Hidden) -> bool:
        if one.rule in UNREAD:
            return one.rule != INVALID_YAML or one.file not in self.encrypted
        if not (other.kinds or other.ids or own.kinds):
            return True
        if self._kind(one) in other.kinds or one.record in other.ids:
            return False
        return self._reads(one).isdisjoint(other.kinds | own.kinds)

    def _kind(self, one: Finding) -> str | None:
        named = kind_in_name(one.file.removeprefix(self.root))
        return named.kind if named is not None else None

    def _reads(self, one: Finding) -> set[str]:
        """The kinds that a rule looks at beside the one that it speaks of; of one that looks at all, that one.

        Whether an exception is used hangs on what any other rule finds.
        """
        rule = by_word().get(one.code)
        if rule is not None and rule.family == "exceptions":
            return set(KINDS)
        kinds = set(self.reads(one.code))
        own = {kind for kind in (self._kind(one),) if kind is not None}
        return set() if rule is None or rule.family in _OF_FILES else own if kinds >= set(KINDS) else kinds
