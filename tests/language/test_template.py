"""Sentences with gaps: what they may do, and that nothing hostile comes of one (ruling E36)."""

from __future__ import annotations

import pytest

from igreg.language.template import LONGEST, Unfilled, amiss, calls, fill

NAMES = {"held": lambda function: ["Una", "Ben"], "organisation": {"name": "Home"}, "count": lambda kind: 3}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ organisation.name }} has {{ count('policies') }}.", "Home has 3."),
        ("{% for one in held('siro') %}{{ one }}{% if not loop.last %}; {% endif %}{% endfor %}", "Una; Ben"),
        ("{{ held('siro') | join(' and ') | upper }}", "UNA AND BEN"),
        ("{{ 'many' if count('policies') > 2 else 'few' }}", "many"),
        ("{{ '{{ 1 }}' }}", "{{ 1 }}"),
    ],
)
def test_what_comes_of_one(template: str, text: str) -> None:
    assert amiss(template, NAMES) == []
    assert fill(template, NAMES) == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ organisation.__class__.__mro__ }}",
        "{{ held.__globals__ }}",
        "{{ organisation.ods_code }}",
        "{{ organisation['ods_code'] }}",
        "{{ held('siro')[7] }}",
        "{{ held() }}",
        "{{ held('a', 'b', 'c') }}",
        "{{ organisation('x') }}",
        "{{ count('policies') | join('x') }}",
    ],
)
def test_what_cannot_be_filled_in(template: str) -> None:
    with pytest.raises(Unfilled):
        fill(template, NAMES)


@pytest.mark.parametrize(
    "template",
    [
        "{{ hold('siro') }}",
        "{{ self }}",
        "{{ range(1000000000) }}",
        "{{ cycler }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ '{0:>999999999}'.format(1) }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ organisation | attr('__class__') }}",
        "{{ held('x') | map('center', 1000000000) | list }}",
        "{% set x = 'a' %}{{ x }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% for a in held('x') %}{% for b in held('x') %}{{ a }}{% endfor %}{% endfor %}",
        "{% for a in held('x') recursive %}{{ loop(held('x')) }}{% endfor %}",
        "{% filter upper %}x{% endfilter %}",
        "{{ 'abc'[0:2] }}",
        "{{ held('siro')",
        "{% if %}",
        "{{ " + "(" * 1500 + "1" + ")" * 1500 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "x" * (LONGEST + 1),
    ],
)
def test_what_may_not_run(template: str) -> None:
    assert amiss(template, NAMES)
    with pytest.raises(Unfilled):
        fill(template, NAMES)


def test_no_more_comes_of_one_than_may() -> None:
    with pytest.raises(Unfilled):
        fill("{% for one in held('x') %}{{ one }}{% endfor %}", {"held": lambda _: ["x" * 1000] * 100})


def test_the_calls_in_it() -> None:
    (call,) = calls("{{ count('policies', areas=['risk'], at_least=held('x')) }}".replace("held('x')", "1"), ["count"])
    assert (call.function, call.given, dict(call.named)) == ("count", ("policies",), {"areas": ["risk"], "at_least": 1})
