"""What a template may do, and what it may not: reach, outlast, outgrow."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.render.report.template.text import fill_text

NAMES: dict[str, Any] = {
    "head": {"organisation": "A <b> & *c*", "day": dt.date(2026, 11, 24)},
    "areas": (
        {"title": "Risk", "leads": ("Ann", "Bo"), "cost": Decimal("1200.5")},
        {"title": "Data", "leads": (), "cost": 3},
    ),
    "share": 91.5,
    "at": dt.datetime(2026, 1, 2, 9, 30),
    "nothing": None,
    "yes": True,
    "page": {"title": "For the board", "unread": ""},
    "parts": ({"block": "part", "number": 1, "title": "The _report_", "on_new_page": False, "blocks": ()},),
}


def filled(template: str, format: str = "html", **others: str) -> str:
    texts = {"board.x": template, **others}
    return fill_text(format, "board.x", texts, NAMES, "board")


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ head.organisation }}", "A &lt;b&gt; &amp; *c*"),
        ("{{ body }}", '<section aria-labelledby="part-1">\n<h2 id="part-1">The _report_</h2>\n</section>\n'),
        (
            "{{ head.day }}, {{ at }}, {{ at | day }}, {{ share }}%",
            "24 November 2026, 2026-01-02 09:30, 2 January 2026, 91.5%",
        ),
        ("{{ nothing }}|{{ yes }}", "|yes"),
        (
            "{% for one in areas %}{{ loop.index }}/{{ loop.length }} {{ one.title }}; {% endfor %}",
            "1/2 Risk; 2/2 Data; ",
        ),
        ("{% for one in areas if not one.leads %}{{ one.title }}{% else %}none{% endfor %}", "Data"),
        (
            "{{ areas[0].leads | join(', ') }}, {{ areas | map(attribute='title') | join('<') }}",
            "Ann, Bo, Risk&lt;Data",
        ),
        ("{{ areas | join('-', attribute='title') }}", "Risk-Data"),
        (
            "{{ areas[0].cost | money }}, {{ areas | sum(attribute='cost') }}, {{ 2.567 | round(1) }}",
            "£1,200.50, 1203.5, 2.6",
        ),
        ("{{ 'a' ~ 1 ~ '<' }}{{ 'a' + 'b' }}{{ 1 + 2 * 3 }}{{ ([1] + [2]) | length }}", "a1&lt;ab72"),
        ("{{ 'aXbX' | replace('X', '--') | upper }}", "A--B--"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}{{ m(m('a')) }}", "<i>&lt;</i><i><i>a</i></i>"),
        ("{% set x %}<i>{{ share }}</i>{% endset %}{{ x ~ '<' }}{{ '<' + x }}", "<i>91.5</i>&lt;&lt;<i>91.5</i>"),
        ("{% for a in areas %}{{ loop.cycle('x', 'y') }}{% endfor %}{{ '<' | e }}", "xy&lt;"),
        ("{% for a in areas | selectattr('leads') %}{{ a.title }}{% endfor %}{{ areas[:1] | length }}", "Risk1"),
        ("{% if share > 90 and areas | length == 2 %}good{% endif %}", "good"),
        ("{% for one in [1, 2] recursive %}{{ one }}{% endfor %}", "12"),
    ],
)
def test_what_a_template_may_do(template: str, html: str) -> None:
    assert filled(template) == html


def test_templates_build_on_those_beside_them() -> None:
    base = "<main>{% block part %}base{% endblock %}</main>{{ self.part() }}"
    assert filled("{% extends 'base' %}{% block part %}{{ super() }} too{% endblock %}", base=base) == (
        "<main>base too</main>base too"
    )
    assert (
        filled(
            "{% include 'foot' %}{% import 'm' as m %}{{ m.g }}{{ m.f(1) }}",
            foot="{{ share }}",
            m="{% set g = 4 %}{% macro f(x) %}[{{ x }}]{% endmacro %}",
        )
        == "91.54[1]"
    )


@pytest.mark.parametrize(
    ("template", "markdown"),
    [
        ("# {{ head.organisation }}", "# A \\<b\\> \\& \\*c\\*"),
        ("{{ body }}", "## The \\_report\\_\n"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('a_b') }} {{ m('x') ~ '_' }}", "**a\\_b** **x**\\_"),
        ("{{ ['a_b', '*'] | join('|') }}", "a\\_b\\|\\*"),
        ("{{ 'one\\ntwo' }}{{ '_' | e }}", "one two\\_"),
    ],
)
def test_text_is_text_in_markdown(template: str, markdown: str) -> None:
    assert filled(template, "markdown") == markdown


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("a\n{{ heed.day }}", "board.x, line 2: 'heed' is undefined"),
        ("\n\n{{ head.dya }}", "line 3: there is no 'dya' here: it has organisation and day"),
        ("{{ areas.title }}", "there is no 'title' here: this is a list"),
        ("{{ areas }}", "this is a list: go through it"),
        ("{{ head }}", "this is a record, and one of its names is meant: organisation, day"),
        ("{{ share.real }}", "there is no 'real' here: this is no record"),
        ("{{ areas[7].title }}", "there is no '7' here"),
        ("{{ {}.x }}", "there is no 'x' here: it is empty"),
        ("{{ heed() }}", "'heed' is undefined"),
        ("a\n{% for one in areas %}", "line 2: Unexpected end of template"),
        ("{{ 1 / 0 }}", "it divides by nothing"),
        ("{{ 'a' * 2 }}", "'a' is no number"),
        ("{{ share | nosuch }}", "No filter named 'nosuch'"),
        ("{{ 2.5 | round(400) }}", "rounded to 0 to 12 digits"),
        ("{% include 'x' %}", "there is no template 'x' to include; there are board.x"),
    ],
)
def test_a_mistake_is_told_with_its_place(template: str, says: str) -> None:
    with pytest.raises(IgregError) as told:
        filled(template)
    assert says in told.value.sentence and told.value.hint
    assert "<" not in told.value.sentence.partition(":")[0]


def test_the_names_that_may_be_used_are_told() -> None:
    with pytest.raises(IgregError) as told:
        filled("{{ heed }}")
    assert told.value.hint == "did you mean 'head'? `igreg report board --names` tells what is in each"
    with pytest.raises(IgregError) as told:
        filled("{{ head.x }}")
    assert (
        "it may use the names areas, at, blocks, body, head, igreg, nothing, page, parts, share and yes"
        in told.value.hint
    )


def test_a_mistake_in_what_is_included_is_told_there() -> None:
    with pytest.raises(IgregError, match=r"the template foot, line 2: 'nobody' is undefined"):
        filled("{% include 'foot' %}", foot="\n{{ nobody }}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ head.__class__ }}",
        "{{ head['__class__'] }}",
        "{{ head.keys() }}",
        "{{ areas.__add__ }}",
        "{{ head.day.replace(year=1) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{% for a in areas %}{{ loop.__class__ }}{% endfor %}",
        "{% for a in areas %}{{ loop.cycle.__func__ }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__call__ }}",
        "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "{{ head | attr('__class__') }}",
        "{{ [head] | map(attribute='__class__.__mro__') | list | length }}{{ ([head] | map(attribute='__class__') | list)[0] }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum(n=100000) }}",
        "{{ range(10) }}",
        "{{ namespace(x=1) }}",
        "{{ dict(x=1) }}",
        "{{ '%s' | format(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '<b>' | safe }}",
        "{{ head | tojson }}",
        "{{ body.striptags }}",
        "{% include '../secret' %}",
        "{% include '/etc/passwd' %}",
        "{% extends head.organisation %}",
        "{% import 'm' as m %}{{ m.__class__ }}",
        "{% import 'm' as m %}{{ m._body_stream }}",
        "{% do head.clear() %}",
    ],
)
def test_what_a_template_may_not_reach(template: str) -> None:
    with pytest.raises(IgregError, match="the template board"):
        filled(template, m="")


TWICE = "{%% set x = 'aaaaaaaaaa' %%}%s{{ x }}"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in '0123456789' %}" * 9 + "{% endfor %}" * 9,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'board.x' %}",
        "{% for a in areas recursive %}{{ loop(areas) }}{% endfor %}",
        "{{ 's' * 10 ** 9 }}",
        "{{ [1] * 10 ** 9 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% set x = 999999999 %}" + "{% set x = x * x %}" * 40,
        TWICE % ("{% set x = x ~ x %}" * 60),
        TWICE % ("{% set x = x + x %}" * 60),
        TWICE % ("{% set x = [x, x] | join %}" * 60),
        TWICE % ("{% set x %}{{ x }}{{ x }}{% endset %}" * 60),
        TWICE % ("{% set x = x | replace('a', x) %}" * 60),
        "{% set x = [1, 1] %}" + "{% set x = x + x %}" * 60,
        "{% set x = [1, 1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x | join }}",
        "{% for a in '0123456789' %}" * 5 + "a" * 10_000 + "{% endfor %}" * 5,
        "{% for a in '0123456789' %}" * 4 + "a" * 200 + "{% endfor %}" * 4,
        "{{ 'a' | center(1000000000) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 'a' | indent(1000000000) }}",
        "{{ [1] | batch(1000000000, 1) }}",
    ],
)
def test_what_a_template_may_not_use_up(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.render.report.template.meter.STEPS", 50_000)
    monkeypatch.setattr("igreg.render.report.template.meter.LETTERS", 1_000_000)
    with pytest.raises(IgregError, match="the template board"):
        filled(template)
