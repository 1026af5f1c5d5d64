"""Templates: what is filled in is data, a mistake is told with its line, and the sandbox holds."""

from __future__ import annotations

import pytest
from jinja2.sandbox import SandboxedEnvironment

from igreg.errors import IgregError
from igreg.render.escape.template import fill


@pytest.mark.parametrize(
    ("name", "template", "text"),
    [
        pytest.param("m.txt", "Dear {{ who }},\n", "Dear <b>{{ 1 }}</b>,\n", id="text is not filled in again"),
        pytest.param("m.html", "{{ who }}", "&lt;b&gt;{{ 1 }}&lt;/b&gt;", id="HTML is escaped"),
        pytest.param("m.html.j2", "{{ who }}", "&lt;b&gt;{{ 1 }}&lt;/b&gt;", id="HTML that ends in j2 too"),
        pytest.param("m.yaml", "x: {{ who | yaml }}\n", "x: '<b>{{ 1 }}</b>'\n", id="one value of YAML"),
        pytest.param("m.md", "{{ who | markdown }}", "\\<b\\>\\{\\{ 1 \\}\\}\\</b\\>", id="Markdown shows it"),
        pytest.param("m.txt", "{% if who %}\nyes\n{% endif %}\nend\n", "yes\nend\n", id="tags leave no lines behind"),
    ],
)
def test_what_is_filled_in_is_data(name: str, template: str, text: str) -> None:
    assert fill(name, template, who="<b>{{ 1 }}</b>") == text


@pytest.mark.parametrize(
    ("template", "line"),
    [
        pytest.param("{{ whoo }}", ", line 1,", id="a name that is not there"),
        pytest.param("a\n{{ who.x.y }}", ", line 2,", id="a part that is not there"),
        pytest.param("a\nb\n{% if %}", ", line 3,", id="half a tag"),
        pytest.param("{{ 1 / 0 }}", ", line 1,", id="a sum that cannot be"),
        pytest.param("\n{{ [][1] + 1 }}", ", line 2,", id="an item that is not there"),
        pytest.param("{{ who.__class__.__mro__ }}", ", line 1,", id="a way out of the sandbox"),
        pytest.param("{{ who | nofilter }}", ", line 1,", id="no such filter"),
        pytest.param("{% include 'x' %}", "", id="another file"),
    ],
)
def test_a_mistake_is_told_with_its_line(template: str, line: str) -> None:
    with pytest.raises(IgregError) as refused:
        fill("mine.txt", template, who="w", day="d")
    assert refused.value.sentence.startswith(f"the template mine.txt{line}")
    assert "cannot be filled in: " in refused.value.sentence
    assert refused.value.hint == "it may use the names day and who"


def test_a_template_that_is_filled_in_again_begins_anew_and_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = SandboxedEnvironment.from_string
    monkeypatch.setattr(
        SandboxedEnvironment, "from_string", lambda self, text, *more: made.append(text) or make(self, text, *more)
    )
    template = "{% set n = namespace(count=0) %}{% for one in who %}{% set n.count = n.count + 1 %}{% endfor %}{{ n.count }} of {{ who | join }}"
    filled = [fill(name, template, who=who) for name, who in (("a.txt", "<b"), ("b.txt", "c"), ("a.html", "<b"))]
    assert filled == ["2 of <b", "1 of c", "2 of &lt;b"]
    assert made == [template, template], "one for text and one for HTML"
