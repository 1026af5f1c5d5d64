"""igreg serve."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Hashable, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any

import typer

from igreg.cli._sites import AUDIENCES, audience_meant, made, tell_left_out
from igreg.cli._unread import UnreadFiles
from igreg.cli.complete import among
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.publish.serving import Pages
    from igreg.site.audience import Audience

HOST = "127.0.0.1"


@reads
def serve(
    at: Session,
    audience: Annotated[
        str | None,
        typer.Option(
            metavar="WHO", help="public, staff or board: each sees only what it may.", autocompletion=among(*AUDIENCES)
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port to listen on; 0 takes any that is free.")
    ] = 8000,
) -> None:
    """Show the pages of `igreg site` on this machine alone, made anew when the register changes, until Ctrl-C."""
    who = audience_meant(audience)
    pages = _pages(at, who)
    server = _server(pages, port)
    try:
        pages.files()
        at.remark(f"http://{HOST}:{server.server_address[1]}/ shows the pages for {who} until Ctrl-C")
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def _pages(at: Session, who: Audience) -> Pages:
    """The pages, looked up and made as the site is made; what is left out is told the first time."""
    from igreg.language.english import some_of
    from igreg.publish.serving import Pages
    from igreg.store.stamp import stamp

    watched = [at.folder, at.beside / "igreg.toml", at.beside / "frameworks"]
    watched += [at.config] if at.config is not None else []
    papers: dict[Path, Hashable] = {}
    changes = 0
    told: list[bool] = []

    def note(paper: Path) -> None:
        papers[paper] = stamp([paper])

    def make() -> tuple[Mapping[str, bytes], str]:
        papers.clear()
        as_of, found = made(_afresh(at), who, note)
        if not told:
            tell_left_out(at, found)
            told.append(True)
        unread = as_of.register.unread
        return found.files, f"{some_of(unread)} cannot be read in full: see igreg check." if unread else ""

    def now() -> Hashable:
        nonlocal changes
        day = at.now or at.today or dt.datetime.now().astimezone().date()
        if {paper: stamp([paper]) for paper in papers} != papers:  # as they were just before they were read
            changes += 1
        return day, stamp(watched), changes

    return Pages(now, make)


def _afresh(at: Session) -> Session:
    """The same command as if it had just been typed: nothing that was read stays."""
    return replace(at, unread=UnreadFiles(), says_unread_last=True)


def _server(pages: Pages, port: int) -> ThreadingHTTPServer:
    """The server, bound to this machine alone; raises IgregError where the port is taken."""
    one_at_a_time = Lock()

    class Handler(BaseHTTPRequestHandler):
        """Answers one request; what it is told of the outside is the path and the name it was asked under."""

        timeout = 30
        server_version, sys_version = "igreg", ""

        def _answer(self) -> None:
            from igreg.publish.serving import answer, headers

            with one_at_a_time:
                bound = int(self.server.server_address[1])  # type: ignore[index]
                found = answer(pages, bound, self.command, self.path, self.headers.get("Host") or "")
            self.send_response(found.status)
            for name, value in headers(found).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(found.body)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = _answer

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: whoever works beside it reads what it says at the start."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        allow_reuse_address = sys.platform != "win32"  # there two could listen on one port

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Nothing: a browser that goes away half way is no fault."""

    try:
        return Server((HOST, port), Handler)
    except OSError as error:
        raise IgregError(
            f"--port: {port} cannot be used: {error.strerror or error}",
            "take another: --port 8001, or --port 0 for any",
        ) from None
