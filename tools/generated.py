"""Write what is made from code: the references, the schemas, the README's help and pictures, the changelog.

`python -m tools.generated` writes; `--check` writes nothing and fails when a file is out of date.
"""

from __future__ import annotations

import difflib
import re
import sys
import tempfile
from pathlib import Path

from igreg.model.kinds import in_order
from tools.guides import guides
from tools.packs import pack_pages, packs_table
from tools.reference import (
    command_pages,
    commands_page,
    dates_table,
    kind_pages,
    kinds_page,
    rule_pages,
    rules_page,
    sources_table,
)
from tools.shell import help_text, output
from tools.site_table import site_table
from tools.tables import tables_page
from tools.word_template import word_template

ROOT = Path(__file__).parent.parent
DAY = "2026-11-24"


def pictures() -> dict[str, bytes]:
    """The pictures of the README, of the guides and of the page of the history, drawn from the sample register.

    The Word document of reports stands among them: it is made from code, and no text either.
    """
    out = guides()[1] | {"templates/report.docx": word_template()}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("structure", "communication"):
            output("chart", name, "register", "--today", DAY, "--format", "png", "--dpi", "120", "--out", folder)
            out[f"docs/images/{name}.png"] = (Path(folder) / f"{name}.png").read_bytes()
        held = Path(folder) / "timeline.png"
        words = ("risk", "confidentiality", "data-protection", "register")
        output("timeline", *words, "--today", DAY, "--format", "png", "--dpi", "120", "--out", str(held))
        out["docs/images/timeline.png"] = held.read_bytes()
    return out


def generated() -> dict[str, str]:
    """Every generated text and what belongs in it."""
    from igreg.model.schema import schema_files

    out = {"docs/rules.md": rules_page(), "docs/format.md": kinds_page(), "docs/commands.md": commands_page()}
    out |= rule_pages() | kind_pages() | command_pages() | pack_pages()
    out["docs/frameworks.md"] = packs_page((ROOT / "docs/frameworks.md").read_text(encoding="utf-8"))
    out |= {f"schemas/{name}": text for name, text in schema_files().items()}
    out["README.md"] = readme((ROOT / "README.md").read_text(encoding="utf-8"))
    out["docs/smallest.md"] = readme((ROOT / "docs/smallest.md").read_text(encoding="utf-8"))
    out["docs/due.md"] = list_page((ROOT / "docs/due.md").read_text(encoding="utf-8"))
    out["docs/sources.md"] = sources_page((ROOT / "docs/sources.md").read_text(encoding="utf-8"))
    out["docs/site-for-people.md"] = people_page((ROOT / "docs/site-for-people.md").read_text(encoding="utf-8"))
    out |= guides()[0]
    out["docs/tables.md"] = tables_page()
    out["docs/decisions/README.md"] = decisions()
    out["CHANGELOG.md"] = changelog()
    return out


def left_over(made: dict[str, str]) -> list[Path]:
    """Pages of rules, kinds and commands that are there no more."""
    pages = [
        page
        for folder in ("rules", "kinds", "commands", "frameworks")
        for page in (ROOT / "docs" / folder).glob("*.md")
    ]
    return sorted(page for page in pages if page.relative_to(ROOT).as_posix() not in made)


def readme(text: str) -> str:
    """The README with its blocks anew: help, real output, and the files of the smallest register."""
    commands = help_text().partition("Commands:\n")[2]
    block = f"<!-- help: made by `make docs` -->\n```text\n{commands}```\n<!-- /help -->"
    text = re.sub(r"<!-- help: .*?<!-- /help -->", lambda _: block, text, flags=re.DOTALL)
    text = re.sub(r"(<!-- run: igreg (.*?) -->\n).*?(<!-- /run -->)", _run, text, flags=re.DOTALL)
    return re.sub(r"(<!-- files: (.*?) -->\n).*?(<!-- /files -->)", _files, text, flags=re.DOTALL)


def list_page(text: str) -> str:
    """The page of the list with its table of dates anew."""
    block = f"<!-- dates: made by `make docs` -->\n{dates_table()}<!-- /dates -->"
    return re.sub(r"<!-- dates: .*?<!-- /dates -->", lambda _: block, text, flags=re.DOTALL)


def sources_page(text: str) -> str:
    """The page of sources with its table anew."""
    block = f"<!-- sources: made by `make docs` -->\n{sources_table()}<!-- /sources -->"
    return re.sub(r"<!-- sources: .*?<!-- /sources -->", lambda _: block, text, flags=re.DOTALL)


def people_page(text: str) -> str:
    """The page of the site for people with its table of who sees what anew."""
    block = f"<!-- sees: made by `make docs` -->\n{site_table()}<!-- /sees -->"
    return re.sub(r"<!-- sees: .*?<!-- /sees -->", lambda _: block, text, flags=re.DOTALL)


def packs_page(text: str) -> str:
    """The page of packs with its table anew."""
    block = f"<!-- packs: made by `make docs` -->\n{packs_table()}\n<!-- /packs -->"
    return re.sub(r"<!-- packs: .*?<!-- /packs -->", lambda _: block, text, flags=re.DOTALL)


def _run(match: re.Match[str]) -> str:
    """What a command prints, 100 columns wide, without the marks of a terminal."""
    words = re.findall(r"'[^']*'|\d+ days|\S+", match[2])
    return f"{match[1]}```text\n{output(*words).rstrip()}\n```\n{match[3]}"


def _files(match: re.Match[str]) -> str:
    """Every file of a folder, each as a block."""
    folder = ROOT / match[2]
    blocks = [
        f"```yaml\n# register/{path.relative_to(folder).as_posix()}\n{path.read_text(encoding='utf-8').rstrip()}\n```\n"
        for path in sorted(folder.rglob("*.yaml"), key=lambda path: in_order().index(path.stem))
    ]
    return match[1] + "\n".join(blocks) + match[3]


def decisions() -> str:
    """The decisions, each with its page."""
    out = ["# Decisions", "", "Made by `make docs`.", ""]
    for file in sorted((ROOT / "docs/decisions").glob("[0-9]*.md")):
        title = file.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
        out.append(f"* [{title}]({file.name})")
    return "\n".join([*out, ""])


def changelog() -> str:
    """The changelog, from the files in changes/."""
    titles = {"added": "Added", "changed": "Changed", "fixed": "Fixed", "removed": "Removed"}
    out = ["# Changes", "", "Made from the files in `changes/` by `make docs`.", "", "## Next version", ""]
    for kind, title in titles.items():
        files = sorted((ROOT / "changes").glob(f"*.{kind}.md"))
        if files:
            out += [f"### {title}", ""]
            out += [f"- {' '.join(file.read_text(encoding='utf-8').split())}" for file in files]
            out.append("")
    return "\n".join(out)


def main() -> None:
    """Write the files, or hold them against what belongs in them."""
    stale = []
    made = generated()
    for page in left_over(made):
        stale.append(page.name)
        if "--check" not in sys.argv:
            page.unlink()
            stale.pop()
            print(f"took away {page.name}")
    for name, text in made.items():
        path = ROOT / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if before == text:
            continue
        if "--check" in sys.argv:
            stale.append(name)
            diff = difflib.unified_diff(before.splitlines(), text.splitlines(), name, "wanted", lineterm="", n=1)
            print("\n".join(list(diff)[:20]))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}")
    for name, data in pictures().items():
        path = ROOT / name
        if path.exists() and path.read_bytes() == data:
            continue
        if "--check" in sys.argv:
            stale.append(name)
        else:
            path.write_bytes(data)
            print(f"wrote {name}")
    if stale:
        sys.exit(f"out of date: {', '.join(stale)}; write them anew with `make docs`")


if __name__ == "__main__":
    main()
