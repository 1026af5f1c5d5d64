"""What is named as the basis of processing personal data: which paragraphs of Articles 6 and 9 a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.language.suggest import nearest
from igreg.once import once_for_each

_SCHEDULE = re.compile(r"\bsch(?:edule)?\.?\s*1\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s_-]+")


@dataclass(frozen=True)
class Paragraphs:
    """The paragraphs that one list of the facts has: `6(1)(e)`, and the names that people know each by."""

    pairs: tuple[tuple[str, str], ...]

    @once_for_each
    def named(self, text: str) -> frozenset[str]:
        """The paragraphs that a text names, by number in any spacing or by a name; other words may stand by.

        Most assets name the same few.
        """
        plain = _BETWEEN.sub(" ", text.casefold())
        by_number = {number for number, form in self._numbers.items() if form.search(plain)}
        return frozenset(by_number | {number for form, number in self._names if form.search(plain)})

    def nearest(self, text: str) -> str | None:
        """The paragraph or name that is nearest to a text that names none."""
        plain = _BETWEEN.sub(" ", text.casefold()).strip()
        bare = re.sub(r"^art(icle|\.)? ?", "", plain)
        words = [*dict.fromkeys(number for number, _ in self.pairs), *(name for _, name in self.pairs)]
        return nearest(bare, words)

    @cached_property
    def _numbers(self) -> Mapping[str, re.Pattern[str]]:
        return {number: re.compile(_any_spacing(number)) for number, _ in self.pairs}

    @cached_property
    def _names(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(rf"\b{_spelt(name)}s?\b"), number) for number, name in self.pairs)


def lawful_bases(facts: Facts) -> Paragraphs:
    """The lawful bases (UK GDPR, Article 6(1))."""
    return _of(facts, "lawful-bases")


def conditions(facts: Facts) -> Paragraphs:
    """The conditions for special category data (UK GDPR, Article 9(2))."""
    return _of(facts, "conditions")


def names_schedule(texts: Iterable[str]) -> bool:
    """Whether any of some texts names Schedule 1 of the Data Protection Act 2018 (ruling B50)."""
    return any(_SCHEDULE.search(text) for text in texts)


def listed_texts(value: str | list[str] | None) -> tuple[str, ...]:
    """The texts of a field that holds one, or a list of them."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def _of(facts: Facts, key: str) -> Paragraphs:
    pairs = (pair.partition("=") for pair in facts.values(key))
    return Paragraphs(tuple((number, name) for number, _, name in pairs))


def _any_spacing(number: str) -> str:
    """`6(1)(e)` as people write it: `6 (1) (e)`, `6(1)e`, `6.1.e`, `6, 1(e)`, `6 1 e`."""
    article, paragraph, letter = re.findall(r"[0-9a-z]+", number)
    return rf"(?<![0-9]){article}(?:[ ,.]*\( ?{paragraph} ?\)|[ ,.]+{paragraph})[ .]*\(? ?{letter}\b"


def _spelt(name: str) -> str:
    """A name with what stands for `or` in it."""
    return re.escape(name).replace(r"\ or\ ", r"(?: or | and | ?& ?| ?/ ?)").replace(r"\ ", " ")
