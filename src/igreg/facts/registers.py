"""By which words an outside register is known: that of the Guardians in each nation, and that of the regulator."""

from __future__ import annotations

import re
from collections.abc import Callable

from igreg.facts.organisation import Standing


def guardian_register(standing: Standing) -> Callable[[str], bool]:
    """Whether a text names the national register of Guardians, in the words of the nation (ruling B35)."""
    pairs = (value.partition("=") for value in standing.facts.values("guardian-registers"))
    wanted = [words.casefold().split("+") for nation, _, words in pairs if nation == standing.nation]
    return lambda text: any(all(word in text.casefold() for word in words) for words in wanted)


def regulator_register(standing: Standing) -> Callable[[str], bool]:
    """Whether a text names the register of the regulator (ruling B35)."""
    words = "|".join(map(re.escape, standing.facts.values("regulator-registers")))
    form = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    return lambda text: bool(form.search(text))
