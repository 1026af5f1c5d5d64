"""Whatever a user can type or write is documented, and every command has tests."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from igreg.cli.app import Commands
from igreg.cli.options import SHARED
from igreg.model.kinds import KINDS
from igreg.rules._rule import catalogue

ROOT = Path(__file__).parents[1]
ACTING = "test_acting.py"
"""Tests of commands that write; they share a register."""


def page(folder: str, name: str) -> str:
    """The page of a rule, a kind or a command; nothing where there is none."""
    path = ROOT / "docs" / folder / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def options(command: str) -> list[str]:
    """Every option of a command, as it is typed."""
    parameters = Commands()[command].params
    return [word for one in parameters for word in (*one.opts, *one.secondary_opts) if word.startswith("-")]


@pytest.mark.parametrize("command", Commands())
def test_every_command_is_documented(command: str) -> None:
    assert page("commands", command)
    assert f"(commands/{command}.md)" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^  {command} +\S", readme, re.MULTILINE)


@pytest.mark.parametrize("command", Commands())
def test_every_option_is_documented_and_explained(command: str) -> None:
    text = page("commands", command)
    shown = {
        word: re.search(rf"^  .*?(?<![\w-]){re.escape(word)}(?![\w-]).*\S", text, re.MULTILINE)
        for word in options(command)
    }
    assert [word for word, found in shown.items() if found is None] == []


@pytest.mark.parametrize("command", Commands())
def test_every_parameter_says_what_it_is(command: str) -> None:
    assert not [one.name for one in Commands()[command].params if not one.help]


@pytest.mark.parametrize("command", Commands())
def test_every_command_has_tests(command: str) -> None:
    """A file of its own; those that write records may stand in the tests of acting, where they are run."""
    folder = ROOT / "tests" / "cli"
    own = folder / f"test_{command.replace('-', '_')}.py"
    writes = "dry_run" in {one.name for one in Commands()[command].params}
    file = folder / ACTING if writes and not own.exists() else own
    assert file.exists(), f"{command} has no tests/cli/{own.name}"
    assert re.search(rf"""["']{command}["']""", file.read_text(encoding="utf-8")), f"{file.name} never runs {command}"


@functools.cache
def texts_with(command: str) -> str:
    """All tests that name a command, as one text."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py")))
    return "\n".join(text for text in texts if re.search(rf"""["']{command}["']|igreg {command}\b""", text))


@pytest.mark.parametrize("command", Commands())
def test_every_option_of_its_own_is_given_in_a_test(command: str) -> None:
    """Whether its test would fail without it, only who ignores it in the code and runs the test can see."""
    text = texts_with(command)
    own = [[*one.opts, *one.secondary_opts] for one in Commands()[command].params if one.name not in SHARED]
    options = [words for words in own if words[0].startswith("-")]
    assert [
        words for words in options if not any(re.search(rf"{re.escape(word)}(?![\w-])", text) for word in words)
    ] == []


@pytest.mark.parametrize("command", Commands())
def test_shared_options_mean_the_same_everywhere(command: str) -> None:
    """Every command has `-q`, `-v` and `--no-color`; whatever else is shared is explained alike."""
    shared = {name: annotation.__metadata__[0].help for name, (annotation, _) in SHARED.items()}
    shared["register"] = {shared["register"], shared.pop("folder")}
    own = {one.name: one.help for one in Commands()[command].params}
    assert own.keys() >= {"quiet", "verbose", "no_color"}
    assert all(own[name] == said or own[name] in said for name, said in shared.items() if name in own)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_documented(kind: str) -> None:
    assert "| Field | Form | Meaning |" in page("kinds", kind)
    assert f"(kinds/{kind}.md)" in (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: object) -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert f"{rule.code} | [{rule.name}](rules/{rule.name}.md)" in text  # type: ignore[attr-defined]
    assert page("rules", rule.name).startswith("# ")  # type: ignore[attr-defined]


def pages() -> list[Path]:
    """Every page that somebody reads."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_link_is_dead(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    wrong = []
    for to in re.findall(r"\]\(([^)\s]+)\)", text):
        file, _, anchor = to.partition("#")
        if re.match(r"\w+:", to):
            continue
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            wrong.append(to)
    assert wrong == []


def anchors(path: Path) -> set[str]:
    """The places of a page that a link may name: its headings, and its own anchors."""
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)"', text))


def test_every_guide_is_in_the_menu_of_the_site() -> None:
    menu = (ROOT / "docs" / "site" / "index.md").read_text(encoding="utf-8").splitlines()
    guides = {f"/docs/guides/{path.stem}" for path in (ROOT / "docs" / "guides").glob("*.md")}
    assert guides and guides <= set(menu)


def test_the_lines_for_windows_are_those_of_the_makefile() -> None:
    """There is no make on Windows: what it would do there stands on the page, line by line."""
    recipes = dict(
        re.findall(r"^([a-z-]+):.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    lines = "".join(recipes[name] for name in ("lint", "types", "layers", "check-generated", "pytest")).splitlines()
    wanted = [line.strip("\t@").replace("$(BIN)", ".venv/Scripts") for line in lines if "compileall" not in line]
    wanted = [re.sub(r"\$\(COVERAGE\) \$\(if \$\(THOROUGH\),,(.*)\)$", r"\1", line) for line in wanted]
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    assert len(wanted) == 6
    assert "\n".join(wanted) in page
