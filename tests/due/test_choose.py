"""Words of the command line: what there is is chosen, and what there is not is refused with the nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from igreg.deadlines._deadline import names
from igreg.due.choose import kinds, known, span
from igreg.errors import IgregError
from igreg.model.kinds import in_order
from igreg.model.span import Span
from igreg.register.read import read
from tests.conftest import Ran, Write
from tests.pages import sources

FILES = {
    "organisation.yaml": "name: Example\ntype: other\nareas: [{id: archives, title: Archives}]\n",
    "roles.yaml": "- {id: ig-lead, title: IG Lead}\n- {id: siro, title: SIRO}\n",
    "staff.yaml": "- {id: j-osei, name: Joan Osei}\n",
    "units.yaml": "- {id: nursing, name: Nursing}\n",
    "groups.yaml": "- {id: board, title: Board}\n",
}

UNKNOWN = [
    ("--owner", "ig-leed", "--owner: there is no role 'ig-leed'", "did you mean 'ig-lead'?"),
    ("--owner", "j-osei", "--owner: there is no role 'j-osei'", "check the id"),
    ("--owner", "board", "--owner: there is no role 'board'", "check the id"),
    ("--owner", "", "--owner: there is no role ''", "check the id"),
    ("--for", "j-ose", "--for: there is no person 'j-ose'", "did you mean 'j-osei'?"),
    ("--for", "siro", "--for: there is no person 'siro'", "check the id"),
    ("--unit", "nursng", "--unit: there is no unit 'nursng'", "did you mean 'nursing'?"),
    ("--unit", "ig-lead", "--unit: there is no unit 'ig-lead'", "check the id"),
    ("--area", "archive", "--area: there is no area 'archive'", "did you mean 'archives'?"),
    ("--area", "nursing", "--area: there is no area 'nursing'", "check the id"),
    ("--kind", "polices", "--kind: there is no kind 'polices'", "did you mean 'policies'?"),
    ("--kind", "breach-clocks", "--kind: there is no kind 'breach-clocks'", "did you mean 'breach-clock'?"),
    ("--kind", "review,Review", "--kind: there is no kind 'Review'", "did you mean 'review'?"),
]


@pytest.mark.parametrize(("option", "word", "sentence", "hint"), UNKNOWN, ids=[f"{o[2:]}-{w}" for o, w, *_ in UNKNOWN])
def test_an_unknown_word_is_refused(
    option: str, word: str, sentence: str, hint: str, write: Write, igreg: Callable[..., Ran]
) -> None:
    ran = igreg("due", write(FILES), "--today", "2026-11-24", option, word)
    assert (ran.code, ran.out, ran.err) == (2, "", f"igreg: {sentence}\nhelp: {hint}\n")


KNOWN = [("--owner", "siro"), ("--for", "j-osei"), ("--unit", "nursing"), ("--area", "archives"), ("--area", "risk")]


@pytest.mark.parametrize(("option", "word"), [*KNOWN, ("--kind", "review"), ("--kind", "policies , dspt-deadline,")])
def test_a_known_word_is_taken(option: str, word: str, write: Write, igreg: Callable[..., Ran]) -> None:
    assert igreg("due", write(FILES), "--today", "2026-11-24", option, word).code == 0


def test_what_is_chosen() -> None:
    register = read(sources({f"register/{name}": text.encode() for name, text in FILES.items()}))
    assert known(register, "--owner", None, "roles") is None
    assert known(register, "--owner", "siro", "roles") == "siro"
    assert known(register, "--area", "risk", "areas") == "risk"
    assert kinds(["review, policies", "audit", ""]) == {"review", "policies", "audit"}
    assert kinds([]) == frozenset()


def test_of_kinds_without_a_near_one_all_are_named() -> None:
    with pytest.raises(IgregError) as refused:
        kinds(["qqqq"])
    assert refused.value.hint == f"one of: {', '.join((*in_order(), *names()))}"


@pytest.mark.parametrize("text", ["6 week", "6 weeks"])
def test_a_span(text: str) -> None:
    assert span("--within", text) == Span(6, "week")


@pytest.mark.parametrize(
    ("text", "form"),
    [("", "6 weeks"), ("6", "6 days"), ("0 weeks", "6 weeks"), ("six weeks", "6 weeks"), ("-6 weeks", "6 weeks")],
)
@pytest.mark.parametrize("option", ["--within", "--forecast"])
def test_what_is_no_span(option: str, text: str, form: str, write: Write, igreg: Callable[..., Ran]) -> None:
    ran = igreg("due", write(FILES), f"{option}={text}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"igreg: {option}: {text!r} is not ") and f"{option} '{form}'" in ran.err
