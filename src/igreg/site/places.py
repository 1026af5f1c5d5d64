"""Where each record stands in the site: a page of its own, or a line of a page that others are on too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from igreg.analysis.as_of import AsOf
from igreg.site.audience import Audience, sees_kind
from igreg.site.names import file_names
from igreg.site.shown import is_shown

OWN_PUBLIC = ("roles",)
"""The kinds of which the public sees a page for each record."""
LINES_PUBLIC = {
    "policies": "policies.html",
    "notices": "notices.html",
    "groups": "groups.html",
    "requests": "requests.html",
    "engagements": "taking-part.html",
    "dpias": "policies.html",
}
"""Where the public finds the others."""
NO_PLACE = frozenset({"staff", "organisation", "training-records"})
"""The kinds without any place: people have no page."""
LINES = {"requests": "requests.html"}
"""The kinds that are lines of a page for everybody."""


def places(as_of: AsOf, audience: Audience, said: Callable[[str | None], str]) -> Mapping[str, str]:
    """The place of each record by its id. `said` takes names out of an id, where names are left out."""
    lines = LINES_PUBLIC if audience == "public" else LINES
    out: dict[str, str] = {}
    by_id = as_of.register.by_id
    for kind, records in as_of.register.kinds.items():
        own = audience != "public" or kind in OWN_PUBLIC
        if kind in NO_PLACE or not sees_kind(audience, kind) or not (own or kind in lines):
            continue
        ids = [
            one.identity
            for one in records
            if one.identity and by_id.get(one.identity) is one and is_shown(as_of, one, audience)
        ]
        for id, name in zip(ids, file_names(map(said, ids)), strict=True):
            out[id] = f"{lines[kind]}#{kind}-{name}" if kind in lines else f"{kind}/{name}.html"
    return out


def anchor(place: str) -> str:
    """The name by which a link finds a line of a page."""
    return place.partition("#")[2]
