"""A form as one page that needs nothing else: it checks what is typed and gives a text to send."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from igreg.drawing.metrics import drawable
from igreg.forms.form import Form


def form_html(form: Form) -> str:
    """The page. Its script and its style are the only ones that the browser runs; nothing is fetched or sent."""
    css, js = _file("form.css"), f"{_file('encode.js')}{_file('form.js')}"
    page = _template().render(form=form, css=Markup(css), js=Markup(js), style=_digest(css), digest=_digest(js))
    return f"{page}\n"


@functools.cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_safe, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_file("form.html.j2"))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(value: object) -> object:
    return drawable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _file(name: str) -> str:
    return resources.files("igreg.render.form").joinpath("page", name).read_text(encoding="utf-8")
