"""The lines by which igreg is installed, run as they stand: those of the pages, and those of the CI files that `init` writes.

They run on a wheel built here, in environments made for them, when IGREG_INSTALL=index says that a package index may be asked:
`make installs`, which CI runs too. Without it one of them runs, with what else igreg needs taken from the environment of the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from igreg import __version__
from igreg.source.reading.document import parse
from tests.conftest import Ran

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[1]
WHEEL = f"igreg-{__version__}-py3-none-any.whl"
FOLDER = (
    "src",
    "templates",
    "tools",
    "register",
    "docs",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "requirements-dev.lock",
)
INDEX = os.environ.get("IGREG_INSTALL") == "index"
ALWAYS = "test_the_ci_that_init_writes_installs_and_checks[github]"
CI = {"github": ".github/workflows/register.yml", "gitlab": ".gitlab-ci.yml", "azure": "azure-pipelines.yml"}
windows = pytest.mark.skipif(sys.platform == "win32", reason="lines of Linux and macOS")


def blocks(page: str) -> list[Any]:
    """The lines of a page that are marked to be run: in which shell, where, and with what."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.findall(r"<!-- lines: (.*?) -->\n```\w+\n(.*?)```", text, re.DOTALL)
    return [pytest.param(set(marks.split()), lines, id=marks.replace(" ", "-")) for marks, lines in found]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
    subprocess.run([sys.executable, "-m", "pip", "wheel", *quiet, "-w", folder, ROOT], check=True)
    return folder / WHEEL


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with pip and nothing else, under the names that users type."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if sys.platform != "win32":
        (programs / "py").symlink_to("python")
    return programs


@pytest.fixture
def here(request: pytest.FixtureRequest) -> None:
    """Lets a test go on that runs lines of installing: one always, the others where an index may be asked."""
    if not INDEX and request.node.name != ALWAYS:
        pytest.skip("takes its time, and may ask a package index: make installs")


@pytest.fixture
def home(tmp_path: Path, here: None, wheel: Path) -> Iterator[Path]:
    """A folder with the wheel and igreg's own folder in it, as somebody has them who downloaded both."""
    shutil.copy(wheel, tmp_path)
    (tmp_path / "igreg").mkdir()
    for name in FOLDER:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / "igreg" / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / "igreg")
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


def run(lines: str, folder: Path, bare: Path, more: Mapping[str, str] = {}) -> str:
    """What the lines print; the first that fails ends them. The shell is named, as it is to whoever types: CI has none."""
    env = os.environ | {"PATH": f"{bare}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), **more}
    env |= {"SHELL": "/bin/bash"}
    env |= {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "bin")}
    env |= {"UV_TOOL_DIR": str(folder / "uv"), "UV_TOOL_BIN_DIR": str(folder / "bin")}
    if (
        not INDEX
    ):  # what igreg stands on is at hand already; igreg itself is not, since an editable install needs a `site`
        env |= {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_FORCE_REINSTALL": "1"}
        env |= {"PIP_NO_BUILD_ISOLATION": "0", "PYTHONPATH": sysconfig.get_path("purelib")}
    shell = ["powershell", "-Command", f"$ErrorActionPreference = 'Stop'\n{lines}"]
    ran = subprocess.run(
        shell if sys.platform == "win32" else ["sh", "-ec", lines],
        cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 0, f"{lines}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@pytest.mark.parametrize(
    ("marks", "lines"),
    [
        *blocks("README.md"),
        *blocks("docs/install.md"),
        *(one for page in sorted(ROOT.glob("docs/guides/*.md")) for one in blocks(f"docs/guides/{page.name}")),
    ],
)
def test_the_lines_of_the_page_install(marks: set[str], lines: str, home: Path, bare: Path) -> None:
    if "sh" in marks and sys.platform == "win32":
        pytest.skip("lines of Linux and macOS")  # those of PowerShell are plain enough for sh, where `py` is a Python
    said = run(lines, home / "igreg" if "inside" in marks else home, bare)
    if "inside" in marks:
        assert "Three files to open" in said
    elif "--version" in lines:
        assert f"igreg {__version__}" in said
    else:
        assert any((home / "bin").glob("igreg*"))


def strings(value: object) -> Iterator[str]:
    """Every text in a file of CI."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def variables(value: object) -> dict[str, str]:
    """What a file of CI says that igreg is installed from; once."""
    found: list[str] = []
    walk = [value]
    while walk:
        one = walk.pop()
        if isinstance(one, dict):
            found += [str(text) for key, text in one.items() if key == "IGREG"]
            walk += one.values()
        elif isinstance(one, list):
            walk += one
    assert len(found) == 1, "one variable says it"
    return {"IGREG": found[0]}


def installing(text: str) -> tuple[dict[str, str], list[str]]:
    """The variable of a file of CI, and its lines that install, in the words of a shell (Azure writes $(NAME))."""
    read = parse("ci.yml", text)
    assert read.faults == ()
    value = read.value[0] if read.single and read.value else read.value
    lines = [line for line in strings(value) if "install" in line]
    return variables(value), [re.sub(r"\$\((\w+)\)", r"${\1}", line) for line in lines]


def ci_files() -> dict[str, str]:
    """The files of CI that the pages show, and those that send the weekly list."""
    out = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "templates" / "mail").glob("*.yml")}
    for page in ("README.md", "docs/ci.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)):
            if "IGREG" in block:
                out[f"{page} {number}"] = block
    return out


@windows
@pytest.mark.parametrize("name", ci_files())
def test_the_ci_of_the_pages_installs(name: str, home: Path, bare: Path) -> None:
    variable, lines = installing(ci_files()[name])
    assert lines
    assert f"igreg {__version__}" in run("\n".join([*lines, "igreg --version"]), home, bare, variable)


@windows
@pytest.mark.parametrize("ci", CI)
def test_the_ci_that_init_writes_installs_and_checks(
    igreg: Callable[..., Ran], ci: str, home: Path, bare: Path
) -> None:
    assert igreg("init", home / "new", "--type", "care-provider", "--name", "Willow Court", "--ci", ci).code == 0
    shutil.copy(home / WHEEL, home / "new")
    variable, lines = installing((home / "new" / CI[ci]).read_text(encoding="utf-8"))
    assert lines
    said = run("\n".join([*lines, "igreg check"]), home / "new", bare, variable)
    assert "records in" in said


def test_nothing_says_that_an_index_has_it() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("docs/*.md"), *ROOT.glob("docs/guides/*.md"), *ROOT.glob("templates/**/*")]
    wrong = re.compile(r"(?:pip|pipx|tool) install (?:-\S+ )*[\"']?igreg\b(?![-/])")
    found = [
        f"{page.name}: {line}"
        for page in pages
        if page.is_file() and page.suffix != ".docx"
        for line in page.read_text(encoding="utf-8").splitlines()
        if wrong.search(line) and "finds nothing" not in line and "uninstall" not in line
    ]
    assert found == []


def test_the_wheel_that_the_pages_name_is_that_of_this_version() -> None:
    mail = ("templates/mail/github-weekly.yml", "templates/mail/gitlab-weekly.yml")
    for page in ("README.md", "docs/ci.md", "docs/install.md", *mail):
        named = set(re.findall(r"igreg-[\w.]+-py3-none-any\.whl", (ROOT / page).read_text(encoding="utf-8")))
        assert named == {WHEEL}, page


@pytest.mark.no_cover
def test_the_demo_is_short_and_ends_with_how_the_register_stands() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tools.demo"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    lines = ran.stdout.splitlines()
    assert len(lines) <= 60
    typed = [line for line in lines if line.startswith("$")]
    assert typed[-1].startswith("$ igreg status register")
    end = lines[lines.index(typed[-1]) + 2 :]
    assert "Findings" in end
    assert any(line.startswith("Due this week") for line in end)
    named = [line.split()[0] for line in lines if line.startswith("  charts/")]
    assert len(named) == 3
    assert [name for name in named if (ROOT / name).is_file()] == named
    assert sum("INC-2026-14" in line for line in typed) == 1
