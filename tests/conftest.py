"""What many tests share: a small register on disk and a way to run igreg in-process."""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import os
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typer import testing
from typer.testing import CliRunner

from igreg.cli import app as cli
from igreg.errors import OWN_FAULT, IgregError

# The same texts in each run, so that red is of the change; and no clock, since the machine may be busy.
settings.register_profile(
    "igreg",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("igreg")
# Hypothesis also draws texts and numbers that stand in the modules loaded so far; which ones a worker has loaded is
# chance, and with it what a test is given.
with contextlib.suppress(ImportError):  # an older Hypothesis looks into no modules
    providers = importlib.import_module("hypothesis.internal.conjecture.providers")
    if hasattr(providers, "_get_local_constants"):
        providers._get_local_constants = lambda: providers._local_constants

Write = Callable[[dict[str, str]], Path]


def pytest_configure() -> None:
    """Wait for no disk: what a test wrote need not be there after the power went. Whether igreg asks is still seen.

    A test that looks at `os.fsync` puts its own in the place of this one (`store/test_write.py`, `power.py`).
    """
    os.fsync = lambda handle: None
    testing._get_command = functools.cache(
        testing._get_command
    )  # what a command takes is worked out once, not each run


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes are called by their argument, since those of an archive hold the time and each worker has its own."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected, of which there is none, and afterwards seldom, as igreg never does.

    What is there is not frozen: Hypothesis asks who holds a source of chance, and is told of nobody then.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.set_threshold(50_000, 10, 5)


@dataclass(frozen=True)
class Ran:
    """One run of igreg."""

    code: int
    out: str
    err: str


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files of a register below tmp_path/register; gives the register's folder."""

    def write_files(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "register" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path / "register"

    return write_files


@pytest.fixture
def igreg(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run igreg in this process, as `main` would."""

    def run(*words: object, columns: int = 100) -> Ran:
        monkeypatch.setenv("COLUMNS", str(columns))
        result = CliRunner().invoke(cli.app, [str(word) for word in words])
        if isinstance(result.exception, IgregError):
            error = result.exception
            if error.code == OWN_FAULT:
                raise error
            return Ran(error.code, result.stdout, f"{result.stderr}igreg: {error.sentence}\nhelp: {error.hint}\n")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(scope="session")
def demo_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of `make demo-history`, made once (some 5 seconds); nobody may change it."""
    from tools.history.build import build

    folder = tmp_path_factory.mktemp("history") / "demo"
    build(folder)
    return folder
