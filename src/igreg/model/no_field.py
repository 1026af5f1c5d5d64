"""What is said of a name that no field has, and of a text that is no id: what was meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from igreg.language.english import listed
from igreg.language.slug import slug
from igreg.language.suggest import did_you_mean, one_of, same_word
from igreg.model.elsewhere import at_home
from igreg.model.meant.meaning import meant
from igreg.model.misplaced import in_key
from igreg.model.said import SHOWN, Said, shown
from igreg.model.usual_words import usual_field

_ID = "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 64"


def no_field(field: str, value: object, fields: Sequence[str], parts: Sequence[str]) -> Said:
    """A key that no field has: a slip of the pen, or a name that is nearly right."""
    said = _known if len(field) <= SHOWN else _known.__wrapped__
    found = said(field, tuple(fields), tuple(parts), empty=value is None)
    if isinstance(found, Said):
        return found
    return Said(f"no field is called {shown(field)}", _as_field(field, found, value), field=found)


@functools.lru_cache(maxsize=512)
def _known(field: str, fields: Sequence[str], parts: Sequence[str], *, empty: bool) -> Said | str:
    """The same where the value does not matter, else the field that is meant: records of a file have the same keys."""
    slip = in_key(field, fields, empty=empty)
    if slip is None and empty and field.isdigit():
        return Said(
            f"no field is called {shown(field)}", "if a comma stands in a number, type a full stop in its place"
        )
    if slip is None and empty and same_word(field, fields) is None:
        help = "if it goes on with the text before it, put that text in quotes: a comma ends it; else give it a value"
        return Said(f"no field is called {shown(field)}", help)
    if slip is not None:
        return Said(slip.message, slip.help, slip.becomes, slip.field)
    if (meant_for := _without_marks(field, fields)) is not None:
        return Said(
            f"no field is called {shown(field)}", f"write `{meant_for}:`, in plain letters alone", field=meant_for
        )
    if (called := usual_field(field, fields)) is not None:
        return called
    if len(parts) == 1 and same_word(field, fields) is None:
        help = f"it is a field of `{parts[0]}`: set it in below `{parts[0]}:`, by two spaces more than that"
        return Said(f"no field is called {shown(field)} here", help)
    help = one_of(field, fields, _no_such(field, fields))
    return Said(f"no field is called {shown(field)}", help, field=same_word(field, fields))


_LIKE_LATIN = str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u03bf\u03b1", "aeopcyxioa")
"""Letters of other alphabets that look like ours."""


def _without_marks(field: str, fields: Sequence[str]) -> str | None:
    """The field that a name means once what is no letter is taken away: `name*`, `title \u2705`, `\u201cname\u201d`."""
    letters = field.translate(_LIKE_LATIN)
    bare = re.sub(r"[^A-Za-z_ -]", "", letters).strip(" -")
    return same_word(bare, fields) if bare and bare != field and not any(map(str.isdigit, field)) else None


def _no_such(field: str, fields: Sequence[str]) -> str:
    """What to do about a field that is nearly none of them: whose it is, else which there are."""
    if not fields:
        return "take it out"
    if (whose := at_home(field)) is not None and "extra" in fields:
        return f"{whose}; else put it under `extra:`"
    known = listed(name for name in fields if name not in _OF_ALL)
    return f"the fields are {known}; what is none of them goes under `extra:` of the record"


_OF_ALL = ("notes", "tags", "extra")
"""Fields that every record has."""


def _as_field(field: str, called: str, value: object) -> str:
    """What to write for a field that people call otherwise; a day of a review is one of its fields."""
    if called == "review" and isinstance(value, str) and meant("day", value) is not None:
        found = _WHICH_REVIEW.search(field.lower())
        if found is None:
            return f"write review: {{last: {value}}} for the last one, or review: {{next: {value}}} for the next"
        return f"write: review: {{{'next' if found[0] in ('next', 'due') else 'last'}: {value}}}"
    return did_you_mean(called)


_WHICH_REVIEW = re.compile("next|due|last|reviewed")


def as_id(value: object) -> str:
    """How to write an id that holds what no id may hold: a blank, a comma, a remark too close."""
    form = f"an id has {_ID}"
    if not isinstance(value, str) or len(value) > SHOWN:
        return form
    before, hash, remark = value.partition("#")
    if hash and remark.strip() and slug(before) == before.strip().casefold():
        return f"a space is missing before the #, which begins a remark: {before.strip()} # {remark.strip()}"
    bare = value.strip(" ,.;:")
    joined = slug(bare) if " " in bare else re.sub("['\u2019]", "", bare)
    signs = re.sub(r"[^A-Za-z0-9._-]+", "-", value).strip("-._")
    right = next((one for one in (bare, joined, signs) if _AN_ID.fullmatch(one)), "")
    return f"write {right}: {form}" if right else form


_AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
