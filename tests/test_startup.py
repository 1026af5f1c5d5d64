"""Starting igreg loads nothing heavy, so that `--help` and completion stay quick; and a Ctrl-C ends it at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from igreg.model.kinds import KINDS

REPOSITORY = Path(__file__).parents[1]
HEAVY = ("pydantic", "ruamel", "yaml_rs", "jinja2", "graphviz", "rich", "igreg.model", "igreg.rules", "igreg.render")


def test_importing_the_command_line_is_light() -> None:
    code = f"import sys, igreg.cli.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


CTRL_C = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts the tests in the background ignores it
class Finder:
    def find_spec(name, *rest):
        if name == {at!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder)
sys.argv = ["igreg", "check", {register!r}]
from igreg.__main__ import run
run()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize(
    ("at", "code"),
    [
        pytest.param("igreg.cli.app", -signal.SIGINT, id="while it loads"),
        pytest.param("igreg.check.engine", 130, id="while the command loads"),
        pytest.param("igreg.rules.files", 130, id="while it works"),
    ],
)
def test_ctrl_c_is_no_traceback(at: str, code: int) -> None:
    program = CTRL_C.format(at=at, register=str(REPOSITORY / "register"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


def test_the_names_of_kinds_are_known_without_loading_a_model() -> None:
    code = (
        "import sys; from igreg.model.kinds import KINDS; print(len(KINDS), [k for k in sys.modules if '.kinds.' in k])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == f"{len(KINDS)} []"


def test_reading_loads_the_models_of_what_is_there_only() -> None:
    code = (
        "import sys; from igreg.register.read import read; from igreg.register.sources import Sources\n"
        "read(Sources({'register/organisation.yaml': 'name: N\\ntype: other\\n', 'register/units.yaml': '- {id: u, name: U}\\n'}))\n"
        "print(sorted(k.rpartition('.')[2] for k in sys.modules if k.startswith('igreg.model.kinds.')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['organisation', 'training_records', 'units']"
