"""Links from one page of a chart to its others: to all of a few, of very many to the first and the neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from igreg.chart.graph import Graph

MOST = 8
"""So many pages are all named on each."""


def titles(pages: Iterable[Graph]) -> dict[str, str]:
    """What each of a chart's pages is called among them, by name."""
    return {page.name: page.called for page in pages}


def near(titles: Mapping[str, str], name: str) -> dict[str, str]:
    """The pages that one links to: all others, or of very many the first, the one before and the one after."""
    names = list(titles)
    here = names.index(name)
    near = names if len(names) <= MOST else [names[0], *names[max(here - 1, 0) : here + 2]]
    return {other: titles[other] for other in dict.fromkeys(near) if other != name}


def room(words: str) -> dict[str, str]:
    """Stands for the links, each with such words, until it is known how many there are: there is room for them."""
    return {f"page{number}": words for number in range(MOST)}
