"""What is answered while pages are served: which page, to whom, and what stays when the register cannot be read."""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable, Mapping
from dataclasses import field
from urllib.parse import unquote, urlsplit

from igreg.dataclass import dataclass
from igreg.errors import IgregError, own_fault
from igreg.render.escape.terminal import plain
from igreg.render.site.html import NOTICE, POLICY

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
HOSTS = ("127.0.0.1", "localhost")
"""The names under which this machine is asked by itself."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to one request."""

    status: int
    type: str
    body: bytes


@dataclass
class Pages:
    """The pages as they are now: made anew when something was changed, and kept when that fails."""

    stamp: Callable[[], Hashable]
    """What tells whether something was changed."""
    make: Callable[[], tuple[Mapping[str, bytes], str]]
    """The files, and what is wrong with the register though they could be made; empty where nothing is."""
    notice: str = field(default="", init=False)
    """What stands on top of every page; empty where all is well."""
    _files: Mapping[str, bytes] = field(default_factory=dict, init=False)
    _seen: Hashable = field(default=None, init=False)

    def files(self) -> Mapping[str, bytes]:
        """The pages of the register as it stands, or the last that were good.

        Raises IgregError where there were none yet.
        """
        now = self.stamp()
        if now != self._seen:
            self._renew()
            self._seen = now
        return self._files

    def _renew(self) -> None:
        try:
            files, wrong = self.make()
        except Exception as fault:
            error = fault if isinstance(fault, IgregError) else own_fault(fault)
            if not self._files:
                raise error from None
            self.notice = f"{_LAST} {error.sentence}. {error.hint}".strip()
            return
        if wrong and self._files:
            self.notice = f"{_LAST} {wrong}"
            return
        self._files, self.notice = files, wrong


_LAST = "The register cannot be read as it stands, and this is how it was before."


def answer(pages: Pages, port: int, method: str, target: str, host: str) -> Answer:
    """The answer to one request; nothing is told to whoever asks under another name than this machine's."""
    name, _, asked = host.rpartition(":") if ":" in host else (host, "", "80")
    if name not in HOSTS or asked != str(port):
        return _said(421, f"This is igreg on this machine: ask for http://{HOSTS[0]}:{port}/")
    if method not in ("GET", "HEAD"):
        return _said(405, "Pages can only be read.")
    path = unquote(urlsplit(target).path).removeprefix("/") or "index.html"
    try:
        data = pages.files().get(path)
    except IgregError as error:
        return _said(503, f"{error.sentence}. {error.hint}")
    if data is None:
        return _said(404, f"There is no page {path}.")
    ending = path.rpartition(".")[2]
    if ending == "html":
        data = data.replace(NOTICE.encode(), _banner(pages.notice), 1)
    return Answer(200, _TYPES.get(ending, "application/octet-stream"), data if method == "GET" else b"")


def headers(answered: Answer) -> Mapping[str, str]:
    """What is said of an answer."""
    return {
        "Content-Type": answered.type,
        "Content-Length": str(len(answered.body)),
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def _banner(notice: str) -> bytes:
    return f'<p class="notice" role="alert">{html.escape(plain(notice))}</p>'.encode() if notice else b""


def _said(status: int, text: str) -> Answer:
    page = (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Not found</title></head>'
        f'<body><h1>{html.escape(plain(text))}</h1><p><a href="/">Start</a></p></body></html>\n'
    )
    return Answer(status, _TYPES["html"], page.encode())
