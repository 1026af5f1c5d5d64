"""Draws pages with a layout engine, and says of a page whether it can be read when it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from igreg.chart.graph import Graph
from igreg.drawing.crossing import crossed
from igreg.drawing.draw import drawn
from igreg.drawing.estimate import may_fit
from igreg.drawing.matrix import places as places_of_matrix
from igreg.drawing.measured import Measured, measured
from igreg.drawing.paper import A3, SMALLEST, Paper, printed
from igreg.drawing.places import NOTHING, Places
from igreg.drawing.scene import Scene
from igreg.drawing.skeleton import placed, skeleton

MOST_BOXES = 150
"""A page of more boxes is never drawn: it could not be read, and the engine would take long."""
MOST_LINES = 300
"""A page of more lines is never drawn either."""

_NEAR = 0.6
"""A drawing of lines with words becomes larger by less than two thirds when its boxes are drawn narrow and close."""


class Engine(Protocol):
    """A layout engine; drawing knows no more of it than this, and `store` has the one that there is."""

    def layout(self, dot: str, /) -> Mapping[str, Any]:
        """Where everything in a DOT text stands, as Graphviz's JSON has it. Raises IgregError if that fails."""


class Drawer:
    """Draws pages: those of one shape are laid out once, and one that was found to fit is not drawn again."""

    def __init__(self, engine: Engine, papers: Sequence[Paper] = (A3,)) -> None:
        self.papers = tuple(papers)
        self._engine = engine
        self._layouts: dict[str, Mapping[str, Any]] = {}
        self._sized: dict[Graph, Measured] = {}
        self._places: dict[Graph, Places] = {}
        self._fitting: dict[Graph, Scene] = {}

    def scene(self, page: Graph) -> Scene:
        """The drawing of a page."""
        if page in self._fitting:
            return self._fitting[page]
        sized = self._measured(page)
        return drawn(sized, self._placed(sized))

    def unframed(self, page: Graph) -> Scene:
        """The drawing of a page without its title, the way to other pages and where it comes from."""
        sized = self._measured(page)
        return drawn(sized, self._placed(sized), framed=False)

    def fits(self, page: Graph) -> bool:
        """Whether a page can be read on the largest sheet that may be used."""
        return self.fits_on(page, self.papers[-1])

    def points(self, page: Graph, paper: Paper) -> float:
        """The size of the smallest words of a page when it fills this paper."""
        scene = self.scene(page)
        return printed(scene.width, scene.height, paper)

    def is_clear(self, page: Graph) -> bool:
        """Whether no words on the lines of a page stand on one another, on another line or on a box."""
        sized = self._measured(page)
        return not crossed(sized, self._placed(sized))

    def fits_on(self, page: Graph, paper: Paper) -> bool:
        """Whether a page can be read on this paper; what is plainly too large is not drawn to find that out."""
        laid_out = not page.is_matrix
        if laid_out and (len(page.nodes) > MOST_BOXES or len(page.edges) > MOST_LINES):
            return False
        sized = self._measured(page)
        if laid_out and not may_fit(sized, paper):
            return False
        places = self._placed(sized)
        if printed(places.width, places.height, paper) < SMALLEST:
            return False
        scene = drawn(sized, places)
        fits = printed(scene.width, scene.height, paper) >= SMALLEST
        if fits:
            self._fitting[page] = scene
        return fits

    def is_far_off(self, page: Graph, paper: Paper) -> bool:
        """Whether a page was laid out, and its words are so small on this paper that less room between is no help."""
        places = self._places.get(page)
        return places is not None and printed(places.width, places.height, paper) < SMALLEST * _NEAR

    def _measured(self, page: Graph) -> Measured:
        if page not in self._sized:
            self._sized[page] = measured(page)
        return self._sized[page]

    def _placed(self, page: Measured) -> Places:
        """Where everything stands on a page."""
        if page.graph not in self._places:
            self._places[page.graph] = self._laid_out(page)
        return self._places[page.graph]

    def _laid_out(self, page: Measured) -> Places:
        """The one place in which the engine is asked."""
        if page.graph.is_matrix:
            return places_of_matrix(page.graph)
        if not page.nodes:
            return NOTHING
        text = skeleton(page)
        if text not in self._layouts:
            self._layouts[text] = self._engine.layout(text)
        return placed(page, self._layouts[text])
