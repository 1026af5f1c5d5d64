"""A form as a form of GitHub's issues: a file of `.github/ISSUE_TEMPLATE`."""

from __future__ import annotations

from typing import Any

from igreg.forms.form import Form, Question
from igreg.render.form.yaml import yaml

WARNING = (
    "**In a public repository anybody can read what you write here, and it stays readable in mails and copies.** "
    "Never write a name, an address, a date of birth, an NHS number or a National Insurance number."
)
_HINTS = {"day": "As 2026-11-24 or 24/11/2026.", "moment": "As 2026-11-24 09:30, or the day alone."}


def github_form(form: Form) -> str:
    """The file. Its first line warns whoever fills it in that others may read it."""
    return yaml(
        {
            "name": form.kind.title,
            "description": form.kind.about,
            "title": f"{form.kind.title}: ",
            "body": [
                {"type": "markdown", "attributes": {"value": f"{WARNING}\n\n{form.kind.about}"}},
                *map(_element, form.questions),
            ],
        }
    )


def _element(one: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": one.title}
    hint = " ".join(filter(None, (one.hint, _HINTS.get(one.sort, ""))))
    if hint:
        attributes["description"] = hint
    id = one.field.replace(".", "-")
    options = list(dict.fromkeys(choice.shown for choice in one.choices)) or ["yes", "no"]
    if one.sort == "many":
        # Ticked boxes come back one a line; a list to choose from gives one line in which titles may hold commas.
        boxes = attributes | {"options": [{"label": option} for option in options]}
        return {"type": "checkboxes", "id": id, "attributes": boxes}
    needed = {"validations": {"required": one.needed}}
    if one.sort in ("one", "flag"):
        return {"type": "dropdown", "id": id, "attributes": attributes | {"options": options}} | needed
    return {"type": "textarea" if one.sort == "lines" else "input", "id": id, "attributes": attributes} | needed
