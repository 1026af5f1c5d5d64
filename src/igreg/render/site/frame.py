"""What stands around the content of every page: its head, the way back, the menu and the day."""

from __future__ import annotations

from html import escape

from igreg.render.site.words import safe
from igreg.site.page import Site


def frame(site: Site, root: str, path: str, policy: str, notice: str) -> list[str]:
    """The frame of a page in pieces: the title and the heading go between them, then the content and the scripts.

    `root` is the way up to the site's root, `path` the page's own from there where it is one of the menu. The start
    page has its title and heading already.
    """
    start = path == "index.html"
    name = _said(site.organisation)
    robots = "" if site.audience == "public" else '<meta name="robots" content="noindex, nofollow">\n'
    before = [
        f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
{robots}<title>""",
        f"""{"" if start else " – "}Information governance – {name}</title>
<link rel="stylesheet" href="{root}look/site.css">
</head>
<body>
{notice}
<a class="skip" href="#main">Skip to the content</a>
<header class="head"><div>
<a class="home" href="{root}index.html"><span>{name}</span> Information governance</a>
<nav aria-label="Shortcuts"><ul>
<li><a href="{root}search.html">Search</a></li>
<li><a href="{root}a-to-z.html">A to Z</a></li>
<li><a href="#menu">All pages</a></li>
</ul></nav>
</div></header>
<main id="main">
{"" if start else _way(site, root)}{_unread(site)}<h1>{name if start else ""}""",
    ]
    rest = ["</h1>\n", f"</main>\n{_foot(site, root, path)}", "</body>\n</html>\n"]
    return ["".join(before) + rest[0], *rest[1:]] if start else [*before, *rest]


def _way(site: Site, root: str) -> str:
    """The way back: to the start, and from a record to all records where there is such a page."""
    above = ""
    if root and site.audience != "public":
        above = f' <span aria-hidden="true">›</span> <a href="{root}records.html">All records</a>'
    return f'<nav class="way" aria-label="Where you are"><a href="{root}index.html">Start</a>{above}</nav>\n'


def _unread(site: Site) -> str:
    return f'<p class="unread"><strong>{_said(site.unread)}</strong></p>\n' if site.unread else ""


def _foot(site: Site, root: str, path: str) -> str:
    links = ""
    for link in site.menu:
        here = ' aria-current="page"' if link.to == path else ""
        links += f'<li><a href="{root}{_said(link.to)}"{here}>{_said(link.text)}</a></li>\n'
    return f"""<footer class="foot"><div>
<nav id="menu" aria-label="All pages" tabindex="-1"><ul>
{links}</ul></nav>
<p>Made from our register of information governance as it stood on {_said(site.day)}.</p>
</div></footer>
"""


def _said(text: str) -> str:
    return escape(safe(text))
