"""Expressions that are compiled when something is first looked for with them."""

from __future__ import annotations

import copy
import re
import subprocess
import sys

import pytest

from igreg.pattern import pattern


def test_it_is_what_re_makes_of_it() -> None:
    made, theirs = pattern(r"(?P<a>x)(y)?", re.IGNORECASE), re.compile(r"(?P<a>x)(y)?", re.IGNORECASE)
    for _ in range(2):
        assert [match.groups() for match in made.finditer("Xy x")] == [("X", "y"), ("x", None)]
        assert made.sub("-", "xy, X") == theirs.sub("-", "xy, X") == "-, -"
        assert (made.pattern, made.flags, made.groups, made.groupindex) == (
            theirs.pattern,
            theirs.flags,
            theirs.groups,
            theirs.groupindex,
        )
    assert made.search == made.search and made.fullmatch("z") is None


def test_bytes_are_looked_through_too() -> None:
    assert pattern(rb"a+").findall(b"aab a") == [b"aa", b"a"]


def test_a_copy_is_the_same_expression() -> None:
    made = copy.copy(pattern("a"))
    assert made.match("ab") is not None


def test_what_expressions_lack_it_lacks() -> None:
    with pytest.raises(AttributeError, match="find_all"):
        pattern("a").find_all  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(re.error):
        pattern("(").search("a")


def test_nothing_is_compiled_before_it_is_needed() -> None:
    code = (
        "import re; made = []; real = re.compile\n"
        "re.compile = lambda *given: made.append(given[0]) or real(*given)\n"
        "import igreg.register.birth_dates as b; print(any('born' in one for one in made))\n"
        "print(b.birth_dates('born on 1 May 1960')); print(any('born' in one for one in made))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["False", "['1 May 1960']", "True"]
