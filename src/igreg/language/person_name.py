"""A person's name in its parts: titles, given names, the family name with its particles, letters behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from igreg.language.slug import plain_letters

_MILD = "mr mrs ms miss mx"
_KEPT = "dr prof professor rev revd reverend sir dame lord lady sister br fr"
_WITHIN = (
    "van der den de von zu la las los le da das do dos du di del della ap ab ferch al el bin ibn ben mac st ter ten"
)
_LAST = "jr sr ii iii iv rgn rmn rn rnld phd dphil md mbe obe cbe msc bsc ma ba frcp frcs frcgp mrcgp mrcp qc kc jp"
_DROPPED, _PARTICLES, _BEHIND = (frozenset(words.split()) for words in (_MILD, _WITHIN, _LAST))
_TITLES = _DROPPED | frozenset(_KEPT.split())
_ALSO_FAMILY = frozenset({"ma", "ba"})
"""Letters behind a name that are family names too: `Jack Ma`."""


class PersonName(NamedTuple):
    """A name in its parts, each word as it was written."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    """The family name with its particles; a name of one word is one."""
    behind: tuple[str, ...]

    @property
    def id(self) -> str:
        """The initial of the first given name, and the family name; in a script without plain letters `person-1`."""
        family = plain_letters(" ".join(self.family))
        given = plain_letters(self.given[0])[:1] if self.given else ""
        return f"{given}-{family}" if given and family else family or plain_letters(" ".join(self.given)) or "person-1"

    @property
    def folded(self) -> str:
        """What is compared: given names and family name in plain letters; titles and letters behind do not count.

        In a script without plain letters it is the name itself, but for case and blanks.
        """
        words = (*self.given, *self.family)
        return plain_letters(" ".join(words)) or " ".join(words).casefold()

    @property
    def text(self) -> str:
        """The name as a register has it: in its plain order, without Mr, Mrs, Ms, Miss and Mx."""
        titles = [one for one in self.titles if _bare(one) not in _DROPPED]
        return " ".join((*titles, *self.given, *self.family)) + "".join(f" {one}" for one in self.behind)

    @property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals."""
        letters = "".join((*self.given, *self.family))
        return letters.isupper() and sum(1 for one in letters if one.isalpha()) > 3

    def quiet(self) -> PersonName:
        """The name that is written in capitals as people write it: `O'Neill`, `McDonald`, `van der Berg`."""
        family = [
            word.lower() if at < len(self.family) - 1 and _bare(word) in _PARTICLES - {"mac", "st"} else _quiet(word)
            for at, word in enumerate(self.family)
        ]
        titles = tuple(_quiet(one) if one.isupper() else one for one in self.titles)
        return PersonName(titles, tuple(map(_quiet, self.given)), tuple(family), self.behind)


def person_name(text: str, *, turned: bool = True) -> PersonName:
    """A name in its parts. `turned` is whether `Osei, Jane` has its family name first."""
    text = re.sub(r"\s*\((?:mr|mrs|ms|miss|mx|dr)\.?\)", "", text, flags=re.IGNORECASE)
    first, comma, rest = text.partition(",")
    if comma and turned and is_turned(text):
        return name_of_parts(rest, first)
    return _whole(text.replace(",", " ").split() if not comma or not is_turned(text) else text.split())


def is_turned(text: str) -> bool:
    """Whether a name has its family name first, a comma behind it: `Osei, Jane`, and not `Jane Osei, RGN`."""
    first, comma, rest = text.partition(",")
    words = [word for word in rest.split() if plain_letters(word) or not word.isascii()]
    return bool(comma and first.strip() and words and "," not in rest and not all(map(_is_behind, words)))


def name_of_parts(given: str, family: str, title: str = "") -> PersonName:
    """A name of its given names and its family name, which may have several words."""
    titles = [*title.split()]
    first, last = given.split(), family.split()
    while first and _bare(first[0]) in _TITLES and len(first) > 1:
        titles.append(first.pop(0))
    while first and len(first) > 1 and _bare(first[-1]) in _TITLES:
        titles.append(first.pop())
    behind: list[str] = []
    while len(last) > 1 and _is_behind(last[-1]):
        behind.insert(0, last.pop())
    while len(last) > 1 and _bare(last[0]) in _TITLES:
        titles.append(last.pop(0))
    while len(first) > 1 and _bare(first[-1]) in _PARTICLES:
        last.insert(0, first.pop())
    return PersonName(tuple(dict.fromkeys(titles)), tuple(first), tuple(last), tuple(behind))


def person(name: str) -> str:
    """The id of a person of a name, before it is looked at whether it is taken."""
    return person_name(name).id


def _whole(words: list[str]) -> PersonName:
    titles: list[str] = []
    behind: list[str] = []
    while len(words) > 1 and _bare(words[0]) in _TITLES:
        titles.append(words.pop(0))
    while len(words) > 1 and _is_behind(words[-1]) and (len(words) > 2 or _bare(words[-1]) not in _ALSO_FAMILY):
        behind.insert(0, words.pop())
    at = max(len(words) - 1, 0)
    while at > 1 and _bare(words[at - 1]) in _PARTICLES:
        at -= 1
    return PersonName(tuple(titles), tuple(words[:at]), tuple(words[at:]), tuple(behind))


def _is_behind(word: str) -> bool:
    own = _bare(word)
    return own in _BEHIND and (own not in _ALSO_FAMILY or word.replace(".", "").isupper())


def _bare(word: str) -> str:
    return plain_letters(word).replace("-", "")


def _quiet(word: str) -> str:
    """A word in capitals as a name: each part with a capital, and the letter behind O' and Mc too."""
    out = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word.lower())
    out = re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", out)
    return re.sub(r"(?<=['\u2019])S\b", "s", out)
