"""igreg's own templates say the same in the sandbox of an organisation's as they do by themselves, in every report."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from igreg.publish.report import charts
from igreg.render.report.html import html_names, report_html
from igreg.render.report.markdown import markdown_names, report_markdown
from igreg.render.report.template.text import fill_text
from igreg.report.catalogue import reports
from tests.report.asking import asked
from tests.report.sweep import spoilt

OF = {"handover": "j-osei"}
ENDING = {"html": ".html.j2", "markdown": ".md.j2"}


@pytest.mark.parametrize("name", reports())
@pytest.mark.parametrize("format", ENDING)
def test_in_the_sandbox_they_say_the_same(name: str, format: str) -> None:
    wanted, ending = reports()[name], ENDING[format]
    given = asked(spoilt(), "2026-10-15", of=OF.get(name), period="last quarter")
    paper = wanted.paper_for(wanted.values(given), format)
    if format == "html":
        drawn = charts(paper, given)
        names, page = html_names(paper, drawn), report_html(paper, drawn)
    else:
        names, page = markdown_names(paper), report_markdown(paper)
    folder = resources.files("igreg.render.report").joinpath("page")
    own = {one + ending: folder.joinpath(one + ending).read_text(encoding="utf-8") for one in ("report", "blocks")}
    assert fill_text(format, f"report{ending}", own, names, name) == page


@pytest.mark.parametrize("ending", ENDING.values())
def test_every_block_is_a_macro_that_is_given_the_block(ending: str) -> None:
    text = resources.files("igreg.render.report").joinpath("page", f"blocks{ending}").read_text(encoding="utf-8")
    found = re.findall(r"{% macro (\w+)\((\w+)\) %}", text)
    assert dict(found) == {**dict.fromkeys((name for name, _ in found), "block"), "part": "part"}
    assert {"said", "points", "figures", "facts", "table", "drawn", "lines", "newpage"} == {n for n, _ in found} - {
        "part"
    }
