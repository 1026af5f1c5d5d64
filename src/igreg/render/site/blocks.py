"""The blocks of a page as HTML: written here and not in templates, since there are very many of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from igreg.render.site.words import Words
from igreg.site import page as of

SEARCH = """<noscript><p>Searching needs JavaScript, which is off in this browser.</p></noscript>
<div class="search" role="search">
<label for="words">What are you looking for?</label>
<input id="words" type="search" autocomplete="off" spellcheck="false" aria-describedby="hits">
<p id="hits" role="status"></p>
</div>
<ol id="results" class="results" aria-label="Found"></ol>
"""


_SHORT = 18
"""What has fewer signs stays on one line where a table has room: `30 September 2026`."""


def block_html(block: of.Block, words: Words, heading: str = "") -> str:
    """A block, but for a drawing, which is put in by whoever has the charts; `heading` is what stands above it."""
    if isinstance(block, of.Grid):
        return _grid(block, words, heading)
    return _WRITERS[type(block)](block, words)


def _paragraph(block: of.Words, words: Words) -> str:
    lead = ' class="lead"' if block.leads else ""
    return f"<p{lead}>{words.line(block.line)}</p>\n"


def _points(block: of.Points, words: Words) -> str:
    tag = "ol" if block.numbered else "ul"
    items = "".join([f"<li>{words.line(item)}</li>\n" for item in block.items])
    return f"<{tag}>\n{items}</{tag}>\n"


def _facts(block: of.Facts, words: Words) -> str:
    out = ['<dl class="facts">\n']
    texts, line = words.texts, words.line
    for fact in block.items:
        said = "</dd><dd>".join([line(one) for one in fact.lines])
        out.append(f"<div><dt>{texts[fact.name]}</dt><dd>{said}</dd></div>\n")
    out.append("</dl>\n")
    return "".join(out)


def _grid(block: of.Grid, words: Words, heading: str) -> str:
    """A table that says to every reader what it is, also where a narrow screen shows it as a list.

    Its name is heard and not seen where the heading above says the same, and a column in which nothing stands is left
    out.
    """
    texts = words.texts
    if not block.rows:
        return f"<p>{texts[block.empty]}</p>\n"
    filled = [place for place in range(len(block.heads)) if not place or any(row[place] for row in block.rows)]
    caption, heads = texts[block.caption], [texts[block.heads[place]] for place in filled]
    unseen = ' class="unseen"' if block.caption == heading else ""
    named = "".join([f'<th role="columnheader" scope="col">{head}</th>' for head in heads])
    out = [
        f'<div class="table" tabindex="0" role="region" aria-label="Table: {caption}"><table role="table">\n'
        f'<caption{unseen}>{caption}</caption>\n<thead role="rowgroup"><tr role="row">{named}</tr></thead>\n'
        '<tbody role="rowgroup">\n'
    ]
    opened = [f' role="cell" data-head="{head}">' for head in heads]
    for number, row in enumerate(block.rows):
        id = f' id="{texts[block.ids[number]]}"' if block.ids and block.ids[number] else ""
        out.append(f'<tr role="row"{id}><th role="rowheader" scope="row">{words.line(row[0])}</th>')
        for head, cell in zip(opened[1:], (row[place] for place in filled[1:]), strict=True):
            short = ' class="short"' if len(cell) == 1 and type(cell[0]) is str and len(cell[0]) < _SHORT else ""
            out.append(f"<td{short}{head}{words.line(cell)}</td>" if cell else '<td role="cell"></td>')
        out.append("</tr>\n")
    out.append("</tbody>\n</table></div>\n")
    return "".join(out)


def _card(block: of.Card, words: Words) -> str:
    inside = "".join([block_html(one, words) for one in block.blocks])
    title = words.texts[block.title]
    return (
        f'<section class="care" aria-labelledby="care-title">\n<h2 id="care-title">{title}</h2>\n'
        f"<div>\n{inside}</div>\n</section>\n"
    )


def _ways(block: of.Ways, words: Words) -> str:
    items = "".join([f"<li>{words.inline(link)}<p>{words.texts[tells]}</p></li>\n" for link, tells in block.items])
    return f'<ul class="ways">\n{items}</ul>\n'


def _search(_block: of.Search, _words: Words) -> str:
    return SEARCH


_WRITERS: Mapping[type, Callable[[Any, Words], str]] = {
    of.Words: _paragraph,
    of.Points: _points,
    of.Facts: _facts,
    of.Card: _card,
    of.Ways: _ways,
    of.Search: _search,
}
