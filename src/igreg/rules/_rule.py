"""How a rule is declared, found and explained."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from igreg.analysis.as_of import AsOf
from igreg.analysis.since_review import SinceReviews
from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.facts.life import Fact, Source
from igreg.facts.own import your_own
from igreg.facts.tables import sources
from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean, nearest
from igreg.once import once_for_each_record
from igreg.rules._about import kinds_of, read_by

if TYPE_CHECKING:
    from igreg.analysis.evidence.prover import Prover
    from igreg.facts.frameworks import ReadPack
    from igreg.model.packs.pack import Pack

FAMILIES = (
    "files",
    "fields",
    "leadership",
    "policies",
    "training",
    "audits",
    "incidents",
    "communication",
    "information",
    "exceptions",
)
"""The folders, in the order of their codes IG0 to IG9."""

LOCKED = ("IG0", "IG1", "IG9")
"""Families that no exception can silence (ruling A42)."""


class RuleRuns:
    """What each rule that has run has found, by its code. It grows while rules run, and one run asks for another."""

    def __init__(self) -> None:
        self._found: dict[str, Sequence[Fault]] = {}

    def found(self, rule: Rule, context: Context) -> Sequence[Fault]:
        """What a rule finds: it runs when that is first asked, and while it does it has found nothing."""
        if rule.code not in self._found:
            self._found[rule.code] = ()
            self._found[rule.code] = tuple(_bound(rule, context))
        return self._found[rule.code]


@dataclass(frozen=True)
class Context(AsOf):
    """What a rule may look at: the register as at the moment of the check, with the figures in force."""

    used_exceptions: frozenset[str] = frozenset()
    """Ids of exceptions that silenced something, known when the rules about exceptions run."""
    since_review: SinceReviews | None = None
    """What became of records since their reviews, by what was committed; nothing where no history was asked."""
    runs: RuleRuns = field(default_factory=RuleRuns, compare=False)
    """The runs of the rules so far. The two contexts of one check, without and with its exceptions, share them."""

    def reading(self, rule: str) -> Iterable[Fault]:
        """Faults of one rule that reading and building the register already found."""
        yield from self.register.faults.get(rule, ())
        if self.register.sources.frameworks or self.register.sources.framework_faults:
            yield from (told.fault for told in self.register.packs.faults() if told.rule == rule)

    def found(self, rule: str) -> Sequence[Fault]:
        """Everything that a rule, by name or code, finds, exceptions off; it runs once, whoever asks (ruling E72).

        A rule that asks for itself, be it by way of a proof, is told nothing.
        """
        return self.runs.found(by_word()[rule], self)

    def kinds(self, rule: str) -> Sequence[str]:
        """The kinds of record that a rule speaks of (ruling E33)."""
        one = by_word()[rule]
        return kinds_of(one.name, one.family)

    def reads(self, rule: str) -> Sequence[str]:
        """The kinds that a rule looks at, at the most (ruling E69)."""
        one = by_word().get(rule)
        return read_by(one.name, one.family) if one is not None else ()

    def names(self, rule: str) -> Sequence[str]:
        """The code and the name of a rule; nothing where there is no such rule."""
        one = by_word().get(rule)
        return (one.code, one.name) if one is not None else ()

    def usable(self, read: ReadPack) -> Pack | None:
        """A pack in which nothing is wrong, the names of courses, parties and rules in it included (ruling E17)."""
        if not read.own or read.sound is None:
            return read.sound
        return None if self._is_broken(read) else read.sound

    @once_for_each_record
    def _is_broken(self, read: ReadPack) -> bool:
        """Whether something is wrong in an own pack that it does not say by itself."""
        from igreg.rules._packs import names_amiss

        return next(names_amiss(self, read), None) is not None

    @cached_property
    def prover(self) -> Prover:
        """What the register shows of the items of packs; `silent` proofs are answered by the rules that run here."""
        from igreg.analysis.evidence.prover import Prover

        return Prover(self, self)


Basis = Literal["law", "contract", "toolkit", "own"]
BASES: Mapping[str, str] = {
    "law": "law",
    "contract": "contract",
    "toolkit": "the toolkit, or national guidance that goes with it",
    "own": "igreg's own",
}
"""What a rule may rest on, in words. The last makes no errors but of files, fields, exceptions, leads (ruling B31)."""

Check = Callable[[Context], Iterator[Fault]]


def good_practice(fault: Fault, country: str) -> Fault:
    """A fault as it is said where what it rests on does not bind: an info (ruling B34)."""
    words = f" (good practice, no rule here for {country} yet)"
    return replace(fault, severity=Severity.INFO, message=fault.message + words)


@dataclass(frozen=True)
class Rule:
    """A rule: its name is the fault, its code is short and never used twice."""

    name: str
    code: str
    severity: Severity
    family: str
    check: Check
    basis: Basis = "own"
    rests_on: tuple[str, ...] = ()
    """The sources, by key, and the rows of the facts, by id, that it rests on; the one that matters most first."""
    only_named: bool = False
    """Whether it is off unless its name or code is given: it asks the history, not the register alone (ruling H35)."""

    def binds(self, nation: str) -> bool:
        """Whether it is more than good practice in a nation: the toolkit binds where its source holds (ruling B34)."""
        if self.basis != "toolkit" or not self.rests_on:
            return True
        first = self.rests_on[0]
        life = Facts().row(first) if "." in first else sources()[first]
        return nation in life.nation

    def lives(self, facts: Facts) -> tuple[Fact | Source, ...]:
        """The rows and sources that it rests on, as they are in force."""
        return tuple(facts.row(one) if "." in one else sources()[one] for one in self.rests_on)

    @property
    def can_be_silenced(self) -> bool:
        """Whether an exception may silence it."""
        return not self.code.startswith(LOCKED)


def rule(
    code: str, severity: Severity, basis: Basis = "own", *rests_on: str, only_named: bool = False
) -> Callable[[Check], Rule]:
    """Make a generator of faults a rule; the name and the family come from its module.

    `rests_on` are keys of `facts/sources.yaml` and ids of rows, such as `limits.training-share`; a rule that is
    `only_named` is off unless somebody asks for it by its name or code.
    """

    def declare(check: Check) -> Rule:
        *_, family, module = check.__module__.split(".")
        return Rule(module.replace("_", "-"), code, severity, family, check, basis, rests_on, only_named)

    return declare


def _bound(rule: Rule, context: Context) -> Iterable[Fault]:
    """The faults of a rule; those of a duty that does not bind in the nation are an info (ruling B34).

    Where the organisation overrules a row that the rule rests on, each says so, and on what that row rests.
    """
    faults: Iterable[Fault] = rule.check(context)
    if your_own(context.facts, rule.rests_on):
        faults = (_with_your_own(fault, rule, context) for fault in faults)
    if rule.binds(context.standing.nation):
        return faults
    return (good_practice(fault, context.standing.country) for fault in faults)


def _with_your_own(fault: Fault, rule: Rule, context: Context) -> Fault:
    yours = your_own(context.facts, rule.rests_on if fault.rests_on is None else fault.rests_on)
    return replace(fault, help=f"{fault.help}; {yours}".lstrip("; ")) if yours else fault


@functools.cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code. A new file in a family's folder is a new rule; there is no list to edit."""
    found: list[Rule] = []
    for family in FAMILIES:
        package = importlib.import_module(f"igreg.rules.{family}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if not module.name.rpartition(".")[2].startswith("_"):
                found.append(importlib.import_module(module.name).check)
    return tuple(sorted(found, key=lambda rule: rule.code))


@functools.cache
def by_word() -> Mapping[str, Rule]:
    """Every rule by its name and by its code."""
    return {word: rule for rule in catalogue() for word in (rule.name, rule.code)}


def nearest_rule(word: str) -> str | None:
    """The name or code of a rule that is nearest to a word, in whatever case it is written."""
    return nearest(word.lower(), by_word()) or nearest(word.upper(), by_word())


def rule_hint(word: str, otherwise: str) -> str:
    """What to do about a word that is no rule."""
    return did_you_mean(nearest_rule(word), otherwise)


def page(rule: Rule) -> str:
    """The rule's page: Markdown, as written beside it."""
    name = rule.name.replace("-", "_") + ".md"
    import importlib.resources

    return importlib.resources.files(f"igreg.rules.{rule.family}").joinpath(name).read_text(encoding="utf-8")


def summary(rule: Rule) -> str:
    """The first sentence of the rule's page."""
    blocks = page(rule).split("\n\n")
    return " ".join(blocks[1].split()) if len(blocks) > 1 else ""
