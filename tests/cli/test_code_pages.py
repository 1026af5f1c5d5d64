"""Every command on a console of a code page that has not all signs: the same bytes come out, in UTF-8, and nothing breaks."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from igreg.cli.app import Commands, main
from tests.cli import test_every_command_unread as unread
from tests.conftest import Write

NAME = "\u0141ukasz \u017b\u00f3\u0142\u0107 \u201cZo\u201d O\u2019Brien"
"""A name with letters of Poland and signs of Word: Windows-1252 has half of them, ASCII none."""
TITLE = "Fax \u2013 \u260e \u2260 e-mail"
FILES = {
    name: text.replace("name: Sam", f"name: '{NAME}'").replace("title: T,", f"title: '{TITLE}',")
    for name, text in unread.FILES.items()
}
TYPED = (
    unread.READS | {"timeline": ("dpo",)} | {command: (*words, "--dry-run") for command, words in unread.WRITES.items()}
)
MORE: dict[str, tuple[str, ...]] = {
    "check": ("--fail-on", "never"),
    "fix": ("--diff",),
    "estate": ("register",),
    "explain": ("no-deputy",),
    "rules": (),
    "schema": ("staff",),
    "facts": (),
    "frameworks": (),
    "help": ("add", "incident"),
    "init": ("new", "--type", "care-provider", "--name", NAME),
}
NAMED = ("check", "status", "due", "show", "chart", "who", "timeline", "leave", "log")
"""Commands of which it is asked that the name or the title is told, as it is written."""


def test_every_command_is_tried() -> None:
    assert {*TYPED, *MORE} | unread.NEVER_ENDS == set(Commands())


def console(monkeypatch: pytest.MonkeyPatch, encoding: str, *words: str) -> tuple[object, bytes, bytes]:
    """The exit code and what is written on both streams, of a console with this encoding."""
    out, err = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["igreg", *words])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding=encoding, errors="backslashreplace"))
    with pytest.raises(SystemExit) as end:
        main()
        raise SystemExit(0)
    sys.stdout.flush()
    sys.stderr.flush()
    return end.value.code, out.getvalue(), err.getvalue()


def _laid(monkeypatch: pytest.MonkeyPatch, folder: Path, command: str) -> list[str]:
    """A register to work on, and the words of a command with the paths that it needs."""
    if command in ("diff", "log", "blame"):
        monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T10:00:00Z")
        monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-20T10:00:00Z")
        unread.committed(_written(folder))
    else:
        _written(folder)
    (folder / "people.csv").write_text(f"name,job_title\n\u00c9va {NAME},Carer\n", encoding="utf-8")
    (folder / "plan.yaml").write_text(
        "on: 2026-12-01\nchanges:\n  - make: {unit: {id: v, name: V}}\n", encoding="utf-8"
    )
    named = {"out": "out", "table": "people.csv", "plan": "plan.yaml"}
    day = (
        []
        if command in ("log", "blame") or command in unread.ASKS_NO_REGISTER - {"init"}
        else ["--today", "2026-11-22"]
    )
    return [word.format(**named) for word in (TYPED | MORE)[command]] + day


@pytest.mark.parametrize("command", [*TYPED, *MORE])
def test_the_same_comes_out_on_every_console(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str) -> None:
    said = {}
    for encoding in ("utf-8", "ascii"):  # whatever a code page lacks, ASCII lacks too
        folder = tmp_path / encoding
        folder.mkdir()
        words = _laid(monkeypatch, folder, command)
        monkeypatch.chdir(folder)
        said[encoding] = console(monkeypatch, encoding, command, *words)
    code, out, err = said["utf-8"]
    assert said["ascii"] == said["utf-8"]
    assert code in (0, 1), err.decode()
    assert b"Traceback" not in err
    text = (out + err).decode("utf-8")
    if command in NAMED:
        assert NAME in text or TITLE in text or "\u0141ukasz" in text


def _written(folder: Path) -> Path:
    """The register, in a folder of its own."""
    (folder / "register").mkdir()
    for name, text in FILES.items():
        (folder / "register" / name).write_text(text, encoding="utf-8")
    return folder / "register"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_mistakes_at_the_prompt_are_told_there_too(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    for words in (
        ["du\u2013e"],
        ["due", "--wi\u2013thin", "1 week"],
        ["show", "\u201csiro\u201d"],
        ["due", "--kind", "Ł"],
    ):
        code, _, err = console(monkeypatch, encoding, *words)
        assert code == 2
        assert err and b"Traceback" not in err


def test_no_file_is_read_or_written_in_the_code_page_of_the_machine(write: Write, tmp_path: Path) -> None:
    """A process whose locale knows ASCII alone, as Windows knows a code page alone, with Python's own warnings of it."""
    write(FILES)
    tried = [
        ["check", "--fail-on", "never"],
        ["due", "--format", "eml", "--out", "messages"],
        ["chart", "structure", "--format", "svg", "--out", "charts"],
        ["assign", "r", "Tom", "--from", "2026-12-01", "--as", "deputy", "--by", TITLE],
        ["export", "--format", "csv", "--out", "tables"],
        ["sheet", "--out", "book.xlsx"],
        ["form", "incident", "--out", "form.html"],
        ["site", "--audience", "staff", "--out", "pages"],
    ]  # fmt: skip
    driver = (
        "import sys, warnings, igreg.cli.app as app\n"
        "seen = []\n"
        "warnings.simplefilter('always')\n"
        "warnings.showwarning = lambda *a: seen.append(a) if a[1] is EncodingWarning and 'igreg' in a[2] else None\n"
        f"for words in {tried!a}:\n"
        "    sys.argv = ['igreg', *words, '--today', '2026-11-22']\n"
        "    try:\n        app.main()\n    except SystemExit as end:\n        print(words[0], end.code)\n"
        "print([(str(a[0]), a[2], a[3]) for a in seen])\n"
    )
    env = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    run = [sys.executable, "-X", "warn_default_encoding", "-X", "utf8=0", "-c", driver]
    ran = subprocess.run(run, cwd=tmp_path, env=env, capture_output=True, check=False)
    out = ran.stdout.decode()
    assert ran.returncode == 0 and b"Traceback" not in ran.stderr, ran.stderr
    assert [line for line in out.splitlines() if line.endswith((" 2", " 3", " 4"))] == [], (out, ran.stderr)
    assert out.rstrip().endswith("[]"), out
    assert NAME in (tmp_path / "tables" / "staff.csv").read_text("utf-8-sig")
    assert TITLE in (tmp_path / "register" / "roles.yaml").read_text("utf-8")
