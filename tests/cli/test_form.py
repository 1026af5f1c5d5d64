"""igreg form: where pages and GitHub's forms go, what they hold, and that what GitHub makes of them comes back."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
FORMS = ("asset-confirmation", "incident", "near-miss", "request", "training-plan")
EVIL = "One: # \"two\" 'three' \u0085 {{ x }} \U0001f600"
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "units.yaml": f"- {{id: ward-1, name: {json.dumps(EVIL)}}}\n- {{id: ward-0, name: Gone, end: 2020-01-01}}\n",
    "staff.yaml": "- {id: g-mensah, name: Grace Mensah, email: grace@example.org}\n",
    "roles.yaml": (
        "- {id: ig-lead, title: IG lead, function: ig-lead, holders: [{staff: g-mensah, from: 2020-01-01}]}\n"
        "- {id: siro, title: Risk owner, function: siro}\n"
    ),
    "courses.yaml": "- {id: dsa, title: Data security awareness}\n",
    "assets.yaml": "- {id: AST-001, name: Care system, owner: siro}\n",
}


def test_a_page_is_written(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    out = tmp_path / "incident.html"
    ran = igreg("form", "incidents", "--out", out, "--register", write(FILES), *DAY)
    assert (ran.code, ran.out) == (0, ""), ran.err
    page = out.read_text(encoding="utf-8")
    assert "default-src 'none'" in page and "unsafe" not in page
    assert 'data-to="grace@example.org"' in page and "Grace Mensah" not in page
    assert "ward-1" in page and "ward-0" not in page
    again = igreg("form", "incident", "--out", out, "--register", tmp_path / "register", *DAY)
    assert (again.code, "--force" in again.err) == (2, True)
    assert igreg("form", "incident", "--out", out, "--force", "--register", tmp_path / "register", *DAY).code == 0
    assert out.read_text(encoding="utf-8") == page


def test_a_page_of_a_register_that_could_not_be_read_ends_otherwise(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({**FILES, "roles.yaml": "a: [\n"})
    ran = igreg("form", "incident", "--out", tmp_path / "one.html", "--register", register, *DAY)
    assert (ran.code, (tmp_path / "one.html").exists()) == (1, True)
    assert "roles.yaml could not be read in full" in ran.err
    ok = ("--incomplete-ok", "--force")
    assert igreg("form", "incident", "--out", tmp_path / "one.html", "--register", register, *DAY, *ok).code == 0


def test_names_are_left_out(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    out = tmp_path / "incident.html"
    folder = write(FILES)
    assert igreg("form", "incident", "--out", out, "--no-names", "--register", folder, *DAY).code == 0
    page = out.read_text(encoding="utf-8")
    assert "grace" not in page and "three" not in page and ">ward-1<" in page
    assert igreg("form", "incident", "--out", out, "--force", "--to", "ig@example.org", "--register", folder).code == 0
    assert 'data-to="ig@example.org"' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("incident",), "say which form"),
        (("--out", "x.html"), "say which form"),
        (("incident", "--out", "x.html", "--github", "y"), "say which form"),
        (("incidence", "--out", "x.html"), "did you mean 'incident'?"),
        (("incident", "--out", "register/x.html"), "--out: a form cannot go into the register"),
        (("--github", "register/forms"), "--github: a form cannot go into the register"),
        (("incident", "--out", "x.html", "--to", "at home"), "not an e-mail address"),
        (("incident", "--out", "."), "is a folder"),
    ],
)
def test_wrong_usage(
    igreg: Igreg, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    write(FILES)
    monkeypatch.chdir(tmp_path)
    ran = igreg("form", *words)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["register"]


def test_forms_of_github_are_valid_and_warn_first(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    assert igreg("form", "--github", folder, "--register", write(FILES), *DAY).code == 0
    files = sorted(folder.iterdir())
    assert [path.name for path in files] == [f"{name}.yml" for name in FORMS]
    for path in files:
        found = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        assert "public repository anybody can read" in found["body"][0]["attributes"]["value"].split("\n")[0]
    module = "check_jsonschema"
    ran = subprocess.run(
        [sys.executable, "-m", module, "--builtin-schema", "vendor.github-issue-forms", *map(str, files)],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("kind", ["incident", "near-miss", "request", "training-plan", "asset-confirmation"])
def test_what_github_makes_of_a_form_comes_back(igreg: Igreg, write: Write, tmp_path: Path, kind: str) -> None:
    folder = write(FILES)
    assert igreg("form", kind, "--github", tmp_path / "forms", "--register", folder, *DAY).code == 0
    form = YAML(typ="safe").load((tmp_path / f"forms/{kind}.yml").read_text(encoding="utf-8"))
    body = ""
    for one in form["body"][1:]:
        options = one["attributes"].get("options", [])
        if one["type"] == "checkboxes":
            answer = "\n".join(
                f"- [{'X' if not number else ' '}] {each['label']}" for number, each in enumerate(options)
            )
        elif one["type"] == "dropdown":
            answer = options[0]
        else:
            answer = {"aware": "2026-11-20 09:30", "received": "20/11/2026", "title": "A", "review-every": "12 months"}.get(one["id"], "_No response_")  # fmt: skip
        body += f"### {one['attributes']['label']}\n\n{answer}\n\n"
    file = tmp_path / "body.md"
    file.write_text(body, encoding="utf-8")
    ran = igreg("add", kind, file, "--register", folder, *DAY, "--yes", "--format", "json")
    assert ran.code == 0, ran.out
    plan = json.loads(ran.out)
    assert len(plan["new"]) + len(plan["changed"]) == 1
    if kind == "incident":
        assert plan["new"][0]["values"]["unit"] == "ward-1"
        assert plan["new"][0]["values"]["personal_data"] is True


@pytest.mark.parametrize("kind", FORMS)
def test_boxes_say_nothing_that_html_does_not_know_of_them(
    igreg: Igreg, write: Write, tmp_path: Path, kind: str
) -> None:
    """`autocomplete` is for what is typed or chosen from a list; of boxes the form's own counts."""
    out = tmp_path / "form.html"
    assert igreg("form", kind, "--out", out, "--register", write(FILES), *DAY).code == 0
    page = out.read_text(encoding="utf-8")
    inputs = re.findall(r"<(?:input|select|textarea)[^>]*>", page)
    boxes = [one for one in inputs if 'type="checkbox"' in one or 'type="radio"' in one]
    assert boxes
    assert {one for one in inputs if ' autocomplete="off"' in one} == {*inputs} - {*boxes}
    assert re.search(r'<form[^>]* autocomplete="off"', page)
