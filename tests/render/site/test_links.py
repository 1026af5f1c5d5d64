"""No link is dead, nothing is fetched from elsewhere, and every name of a file does on every system."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from igreg.site.names import file_names, name_of
from tests.site.made import Site, site_in

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[3]
REGISTERS = {
    "trust": ROOT / "register",
    **{
        name: ROOT / "tests/registers" / name / "register"
        for name in ("care-home", "gp-practice", "mutual", "smallest")
    },
}
SITES = [
    ("trust", "board"),
    ("care-home", "public"),
    ("gp-practice", "public"),
    ("mutual", "staff"),
    ("smallest", "public"),
]
"""Each audience, and each sample but once: what a page links to depends on little else."""


class Links(HTMLParser):
    """The links, sources and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("script", "link", "img", "iframe", "object", "source"):
            self.fetched.append(given.get("src") or given.get("href") or "")
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.inline += [tag] if tag in ("style", "form") or (tag == "script" and "src" not in given) else []


@pytest.fixture(scope="module", params=SITES, ids="-".join)
def site(request: pytest.FixtureRequest) -> Site:
    """The sites of the samples."""
    name, audience = request.param
    return site_in(REGISTERS[name], audience, "2026-11-24")


def pages(site: Site) -> Iterator[tuple[str, Links]]:
    """Every page."""
    return ((path, Links(data.decode())) for path, data in site.files.items() if path.endswith(".html"))


def test_no_link_is_dead(site: Site) -> None:
    found = dict(pages(site))
    dead = []
    for path, page in found.items():
        for link in (*page.links, *page.fetched):
            if re.match(r"(https?|mailto):", link):
                continue
            file, _, fragment = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if target not in site.files or (fragment and fragment not in found[target].ids):
                dead.append((path, link))
    assert dead == []


def test_nothing_is_fetched_from_elsewhere_and_nothing_stands_inline(site: Site) -> None:
    for path, page in pages(site):
        root = "../" * path.count("/")
        assert all(one.startswith(f"{root}look/") for one in page.fetched), path
        assert page.inline == [], path
        assert "default-src 'none'; style-src 'self'; script-src 'self'" in site.page(path)


def test_no_id_is_there_twice(site: Site) -> None:
    assert [path for path, page in pages(site) if len(page.ids) != len(set(page.ids))] == []


def test_every_page_can_be_reached_from_the_start(site: Site) -> None:
    found, seen, waiting = dict(pages(site)), set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for link in found[path].links:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), link.partition("#")[0] or posixpath.basename(path))
            )
            waiting += [target] if target in found else []
    assert found.keys() - seen == set()


def test_names_of_files_do_on_every_system(site: Site) -> None:
    names = [path.casefold() for path in site.files]
    assert len(names) == len(set(names))
    assert [path for path in site.files if not re.fullmatch(r"([a-z0-9_-]+/)?[a-z0-9_-]+(\.[a-z0-9_-]+)?", path)] == []


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["SIRO", "siro", "Siro"], ["siro", "siro-2", "siro-3"]),
        (["a", "a-2", "A"], ["a", "a-2", "a-3"]),
        (
            ["CON", "aux", "com1", "lpt9", "console"],
            ["con-record", "aux-record", "com1-record", "lpt9-record", "console"],
        ),
        (["a.b", "a-b", "x.", "...", ""], ["a-b", "a-b-2", "x", "record", "record-2"]),
        (["Łukasz Þóra é/../etc"], ["ukasz-ora-e-etc"]),
    ],
)
def test_names_of_files(texts: list[str], names: list[str]) -> None:
    assert file_names(texts) == names


def test_a_long_name_is_cut() -> None:
    assert len(name_of("x" * 500)) == 80
