"""Parts of igreg's own templates replaced one by one, and the mistakes that are told instead of passed over."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest

from igreg.errors import IgregError
from igreg.render.report import html, markdown
from igreg.render.report.template.text import fill_text
from igreg.report.paper import Part
from tests.render.report.papers import every_block, paper
from tests.report.hostile import tags

HOSTILE = "{}<script>x</script>\"'&_a_ | *b* `c` [d](e)"
PAPER = paper(Part("Part one", every_block("{} <i>")), Part("Part two", every_block("{} _x_")), unread="Not all.")
VALUES = {"head": {"organisation": "Ash <b>"}}
NAMES: dict[str, dict[str, Any]] = {
    "html": {**VALUES, **html.html_names(PAPER, {})},
    "markdown": {**VALUES, **markdown.markdown_names(PAPER)},
}
DEFAULT = {"html": html.report_html(PAPER, {}), "markdown": markdown.report_markdown(PAPER)}
ENDING = {"html": ".html.j2", "markdown": ".md.j2"}


def filled(format: str = "html", file: str = "", **own: str) -> str:
    """The paper through own templates, each by its name without its ending."""
    ending = ENDING[format]
    texts = {f"{name}{ending}": text for name, text in own.items()}
    return fill_text(format, (file or next(iter(own))) + ending, texts, NAMES[format], "board")


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_what_is_replaced_by_nothing_new_stays_to_the_letter(format: str) -> None:
    whole = f"{{% extends 'igreg/report{ENDING[format]}' %}}"
    assert filled(format, board=whole) == DEFAULT[format]
    assert filled(format, blocks="") == DEFAULT[format]
    same = "{% macro table(block) %}{{ igreg.table(block) }}{% endmacro %}"
    assert filled(format, blocks=same) == DEFAULT[format]


def test_one_block_is_replaced_and_the_rest_stays() -> None:
    page = filled(blocks="{% macro said(block) %}<p class=ours>{{ block.text }}</p>{% endmacro %}")
    expected = re.sub(r'<p( class="lead")?>((?:Read|A para)[^<]*)</p>', r"<p class=ours>\2</p>", DEFAULT["html"])
    assert page == expected != DEFAULT["html"]


def test_a_table_is_ours_wherever_it_stands() -> None:
    table = "{% macro table(block) %}<p>{{ block.caption }} ({{ block.rows | length }})</p>\n{% endmacro %}"
    page = filled(blocks=table)
    assert "<table" not in page
    assert "<p>Courses &lt;i&gt; (2)</p>" in page
    assert "<details><summary>The same numbers as a table</summary>\n<p>Counts, incidents (4)</p>" in page


def test_a_block_knows_the_names_of_the_report_and_calls_its_own_macros() -> None:
    page = filled(
        blocks="{% macro figures(block) %}{% for one in block['items'] %}{{ one_figure(one) }}{% endfor %}{% endmacro %}"
        "{% macro one_figure(one) %}<b>{{ head.organisation }}: {{ one.label }}</b>{% endmacro %}"
    )
    assert "<b>Ash &lt;b&gt;: Incidents &lt;i&gt;</b><b>Ash &lt;b&gt;: Audits</b>" in page


def test_a_part_of_a_page_is_replaced_and_the_page_keeps_its_promise_about_styles() -> None:
    page = filled(
        board="{% extends 'igreg/report.html.j2' %}\n"
        "{% block style %}{{ super() }}\n.top { background: #00573f }{% endblock %}"
        "{% block banner %}<header class=top>{{ head.organisation }}</header>\n{% endblock %}"
    )
    css = re.search("<style>(.*?)</style>", page, re.S)[1]  # type: ignore[index]
    assert css.endswith(".top { background: #00573f }")
    assert f"style-src 'sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}'" in page
    assert "<header class=top>Ash &lt;b&gt;</header>" in page and '<header class="top">' not in page
    assert page[page.index("<main") :] == DEFAULT["html"][DEFAULT["html"].index("<main") :]


def test_the_policy_of_a_page_is_a_part_too() -> None:
    page = filled(
        board="{% extends 'igreg/report.html.j2' %}{% block policy %}{{ super() }}; img-src data:{% endblock %}"
    )
    assert page.replace("; img-src data:", "") == DEFAULT["html"]
    assert "form-action 'none'; img-src data:\">" in page


def test_one_report_is_built_on_what_all_have() -> None:
    page = filled(
        board="{% extends 'report.html.j2' %}{% block seal %}board{% endblock %}",
        report="{% extends 'igreg/report.html.j2' %}{% block foot %}<p>{% block seal %}all{% endblock %}</p>{% endblock %}",
    )
    assert "<p>board</p>" in page
    alone = filled(board="{% extends 'report.html.j2' %}{% block foot %}<hr>{% endblock %}")
    assert "<hr>" in alone and alone.replace("<hr>", "") == DEFAULT["html"]


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_the_body_of_a_whole_page_has_our_blocks_too(format: str) -> None:
    whole = filled(format, board="[{{ body }}]", blocks="{% macro newpage(block) %}-8<-{% endmacro %}")
    assert whole.count("-8<-") == 2 and whole.startswith("[") and whole.endswith("]")
    assert "Not all." in whole and "Part two" in whole
    assert filled(format, board="{{ body }}") in DEFAULT[format]


def test_a_page_shows_the_blocks_that_it_likes() -> None:
    page = filled(
        board="{% for part in parts %}{% for block in part.blocks if block.block == 'figures' %}"
        "{{ blocks[block.block](block) }}{% endfor %}{% endfor %}"
    )
    assert page.count('<dl class="figures">') == 2 == page.count("<dl")


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ head.organisation | prose }}", "Ash \\<b\\>"),
        ("{{ '- a_b (c) - d' | prose }}", "\\- a\\_b (c) - d"),
        ("{{ 'a\\n# b' | prose }}", "a # b"),
        ("{{ 'a`b|c' | code }}", "``a`b\\|c``"),
        ("{{ '*, ig_x@a.example' | contact }}", "\\*, [ig_x@a.example](mailto:ig_x@a.example)"),
        ("{{ ('_' | prose) ~ '_' }}", "\\_\\_"),
    ],
)
def test_ways_to_write_in_markdown(template: str, written: str) -> None:
    assert filled("markdown", board=template) == written


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ '<a>' | prose }}", "&lt;a&gt;"),
        ("{{ '<a>' | code }}", "<code>&lt;a&gt;</code>"),
        ("{{ '<b>, ig@a.example' | contact }}", '&lt;b&gt;, <a href="mailto:ig@a.example">ig@a.example</a>'),
        ("{{ '\\'\"' }}", "&#39;&#34;"),
    ],
)
def test_ways_to_write_in_a_page(template: str, written: str) -> None:
    assert filled(board=template) == written


@pytest.mark.parametrize(
    ("own", "says", "help"),
    [
        pytest.param(
            {"blocks": "\n{% macro figrues(block) %}x{% endmacro %}"},
            "the template blocks.html.j2, line 2: there is no block 'figrues', and nothing calls it",
            "did you mean 'figures'? the blocks are drawn, facts, figures, lines, newpage, part, points, said and table",
            id="a block that there is not",
        ),
        pytest.param(
            {"blocks": "{% macro said() %}x{% endmacro %}"},
            "blocks.html.j2, line 1: the block 'said' is given one value",
            "begin it with {% macro said(block) %}",
            id="a block that takes nothing",
        ),
        pytest.param(
            {"blocks": "{% macro said(a, b) %}x{% endmacro %}"},
            "the block 'said' is given one value",
            "{% macro said(block) %}",
            id="a block that wants two values",
        ),
        pytest.param(
            {"blocks": "{% macro said(block) %}x{% endmacro %}\n\n<p>lost</p>"},
            "blocks.html.j2, line 3: '<p>lost</p>' stands outside of every macro, and would not be shown",
            "put it into the one",
            id="text outside of every macro",
        ),
        pytest.param(
            {"board": "{% extends 'igreg/report.html.j2' %}\n{% block baner %}x{% endblock %}"},
            "the template board.html.j2, line 2: there is no part 'baner' in igreg/report.html.j2",
            "did you mean 'banner'? the parts are style, policy, title, banner, heading, unread, contents, parts and foot",
            id="a part that there is not",
        ),
        pytest.param(
            {"board": "{% extends 'igreg/report.html.j2' %}\n\n<p>lost</p>"},
            "board.html.j2, line 3: '<p>lost</p>' stands outside of every block",
            "put it into",
            id="text outside of every part",
        ),
        pytest.param(
            {"board": "{% extends 'igreg/report.html.j2' %}\n{{ page.title }}"},
            "board.html.j2, line 2: '{{ ... }}' stands outside of every block",
            "put it into",
            id="a value outside of every part",
        ),
        pytest.param(
            {"report": "{% extends 'report.html.j2' %}"},
            "the template report.html.j2: it is built on itself",
            "that of igreg is called 'igreg/report.html.j2'",
            id="built on itself",
        ),
        pytest.param(
            {"board": "{% extends 'reprot.html.j2' %}"},
            "there is no template 'reprot.html.j2' to include; there are board.html.j2, igreg/blocks.html.j2 and",
            "a template includes those",
            id="built on nothing",
        ),
        pytest.param(
            {"blocks": "{% macro said(block) %}\n{{ block.txet }}{% endmacro %}"},
            "the template blocks.html.j2, line 2: there is no 'txet' here: it has block, text and leads",
            "`igreg report board --names`",
            id="a name that a block has not",
        ),
        pytest.param(
            {"blocks": "{% macro said(block) %}{{ heed }}{% endmacro %}"},
            "blocks.html.j2, line 1: 'heed' is undefined",
            "did you mean 'head'?",
            id="a name that there is not",
        ),
        pytest.param(
            {"blocks": "{% macro said(block) %}"},
            "blocks.html.j2, line 1: Unexpected end of template",
            "it may use the names",
            id="a block without an end",
        ),
        pytest.param(
            {"board": "<p>\n{{ blocks.table(1) }}</p>"},
            "board.html.j2, line 2: ",
            "`igreg report board --names`",
            id="a block of ours that is given something else",
        ),
        pytest.param(
            {"board": "{{ blocks.tabel(1) }}"},
            "there is no 'tabel' here: it has drawn, facts, figures",
            "it may use the names",
            id="a block of ours that there is not",
        ),
        pytest.param(
            {"board": "{{ blocks.table }}"}, "this is a macro, and it is called with", "names", id="a macro not called"
        ),
    ],
)
def test_a_mistake_is_told(own: dict[str, str], says: str, help: str) -> None:
    with pytest.raises(IgregError) as told:
        filled(**own)
    assert says in told.value.sentence
    assert help in told.value.hint


@pytest.mark.parametrize(
    "block",
    [
        "{{ block.__class__ }}",
        "{{ block['text'].__class__.__mro__ }}",
        "{{ blocks.table.__globals__ }}",
        "{{ igreg.table._environment }}",
        "{{ igreg['table'].__call__ }}",
        "{{ blocks.said(block) }}",
        "{% for a in '0123456789' %}" * 7 + "{% endfor %}" * 7,
        "{{ block.text * 10 ** 9 }}",
        "{% include '/etc/passwd' %}",
        "{% import 'igreg/../secret' as x %}",
        "{{ blocks.clear() }}",
    ],
)
def test_a_block_stays_in_the_sandbox(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.render.report.template.meter.STEPS", 50_000)
    with pytest.raises(IgregError, match=r"the template blocks\.html\.j2, line [12]"):  # 1: where a macro calls itself
        filled(blocks=f"{{% macro said(block) %}}\n{block}{{% endmacro %}}")


@pytest.mark.parametrize("format", ["html", "markdown"])
@pytest.mark.parametrize(
    "call",
    [
        "{{ blocks.part({'title': '', 'number': 1, 'on_new_page': no, 'blocks': [{'block': '__class__'}]}) }}",
        "{{ blocks.part({'title': '', 'number': 1, 'on_new_page': no, 'blocks': [{'block': 'clear'}]}) }}",
        "{{ igreg.said('a text') }}",
        "{{ igreg.said(igreg.said) }}",
        "{{ igreg.part(page) }}",
    ],
)
def test_a_block_of_ours_reaches_nothing_but_what_it_is_given(call: str, format: str) -> None:
    with pytest.raises(IgregError, match=r"the template board\.\S+, line 2: there is no '\w+' here"):
        filled(format, board=f"{{% set no = 1 > 2 %}}\n{call}")


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_texts_are_data_in_a_block_of_ours(format: str) -> None:
    found = paper(Part(HOSTILE, every_block(HOSTILE)))
    names = html.html_names(found, {}) if format == "html" else markdown.markdown_names(found)
    own = {
        f"blocks{ENDING[format]}": "{% macro said(block) %}{{ block.text }}{% endmacro %}"
        "{% macro table(block) %}{% for row in block.rows %}{{ row | join('; ') }}{% endfor %}{% endmacro %}"
        "{% macro points(block) %}{% for one in block['items'] %}{{ one | prose }}, {% endfor %}{% endmacro %}"
    }
    shown = fill_text(format, next(iter(own)), own, names, "board")
    plain = fill_text(format, next(iter(own)), own, NAMES[format], "board")
    assert set(tags(shown, format)) <= set(tags(plain, format))
