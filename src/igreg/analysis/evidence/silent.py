"""Do rules find nothing, in a register that has something for them to look at (ruling E33)?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence.records import Counting
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.findings import Fault
from igreg.language.english import listed
from igreg.model.base import noun
from igreg.model.kinds import model_of
from igreg.model.kinds.exceptions import RuleException
from igreg.model.packs.proofs import Silent


class Rules(Protocol):
    """What `silent` proofs ask of the rules. Whoever runs rules hands one in: analysis knows none."""

    def found(self, rule: str) -> Sequence[Fault]:
        """Everything that a rule, by name or code, finds, exceptions off; it runs once, whoever asks."""
        ...

    def kinds(self, rule: str) -> Sequence[str]:
        """The kinds of record that a rule speaks of; without a record of any of them its silence shows nothing."""
        ...

    def reads(self, rule: str) -> Sequence[str]:
        """The kinds that a rule looks at, at the most: where a file of one cannot be read, nothing is certain."""
        ...

    def names(self, rule: str) -> Sequence[str]:
        """The code and the name of a rule; nothing where there is no such rule."""
        ...


def silent(as_of: AsOf, rules: Rules, counting: Counting, proof: Silent) -> Outcome:
    """Whether none of the rules finds anything, exceptions off; what they find is the opposite.

    Where a rule has nothing to look at, or only what is a draft, cancelled or over, its silence shows nothing.
    """
    missing, opposite, evidence = [], False, []
    for word in proof.rules:
        if not rules.names(word):
            missing.append(f"no rule is called {word!r}")
            continue
        kinds = rules.kinds(word)
        if kinds and not any(as_of.register.kinds.get(kind) for kind in kinds if kind != "organisation"):
            missing.append(f"no {_kinds(kinds)} are in the register")
            continue
        found = rules.found(word)
        if found:
            opposite = True
            missing.append(_said(as_of, rules, word, found))
        elif looked_at := _looked_at(rules, counting, word, kinds):
            evidence.append(looked_at)
        else:
            missing.append(f"of {_kinds(kinds)} the register has only drafts, and what is cancelled or over")
    if missing:
        return Outcome(False, (), ", and ".join(dict.fromkeys(missing)), opposite)
    return Outcome(True, tuple(evidence))


def _kinds(kinds: Sequence[str]) -> str:
    return listed([kind.replace("-", " ") for kind in kinds], "or")


def _looked_at(rules: Rules, counting: Counting, word: str, kinds: Sequence[str]) -> Evidence | None:
    """What shows that a rule is content: it has looked at so many records that count, and found nothing amiss."""
    counts = [(len(counting.lasting(kind)), kind) for kind in kinds if kind != "organisation"]
    of = listed([_counted(count, kind) for count, kind in counts if count])
    if counts and not of:
        return None
    return Evidence("organisation", f"the rule {rules.names(word)[-1]} finds nothing" + (f" among {of}" if of else ""))


def _counted(count: int, kind: str) -> str:
    """So many records of a kind: `2 policies`, `1 policy`."""
    model = model_of(kind)
    return f"1 {noun(model)}" if count == 1 else f"{count} {model.many}"


def _said(as_of: AsOf, rules: Rules, word: str, found: Sequence[Fault]) -> str:
    """How much a rule finds, where first, and which exceptions explain it away. Its messages may name people."""
    first = next((as_of.register.plain_title(one.record) for one in found if one.record), None)
    name = rules.names(word)[-1]
    times = "once" if len(found) == 1 else f"{len(found)} times"
    about = f", {'for' if len(found) == 1 else 'first for'} {first}" if first else ""
    excused = _exceptions(as_of, rules, word, found)
    sets, does = ("sets", "does") if len(excused) == 1 else ("set", "do")
    more = f"; {listed(excused)} {sets} it aside, and {does} not show it" if excused else ""
    return f"the rule {name} finds something {times}{about}{more}"


def _exceptions(as_of: AsOf, rules: Rules, word: str, found: Sequence[Fault]) -> list[str]:
    names = set(rules.names(word))
    about = {one for fault in found for one in (fault.record, fault.subject, None if fault.record else "organisation")}
    return [
        one.id
        for one in as_of.register.of(RuleException)
        if one.id and one.rule in names and one.record in about and (one.until is None or one.until >= as_of.today)
    ]
