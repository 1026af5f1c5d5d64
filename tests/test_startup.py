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


RUN = """
import os, sys
before = set(sys.modules)
os._exit = lambda code: print("\\n".join(("LOADED", *set(sys.modules).difference(before))))
sys.argv = ["igreg", *{words!r}]
from igreg.__main__ import run
run()
"""
"""A command as it is started; what it has loaded is told at its end."""
SMALL = {
    "organisation.yaml": "name: N\ntype: gp-practice\nnation: england\n",
    "roles.yaml": "- {id: siro, title: SIRO, function: siro, review: {every: 12 months, next: 2026-01-01}}\n",
    "staff.yaml": "- id: ann\n  name: Ann\n  left: 2026-01-01\n",
}


def _loaded(folder: Path, *words: str) -> tuple[str, set[str]]:
    """What a command prints of a small register without a mistake in form, and the modules that it loads."""
    (folder / "register").mkdir()
    for name, text in SMALL.items():
        (folder / "register" / name).write_text(text, encoding="utf-8")
    given = (*words, "--today", "2026-11-24")
    code = RUN.format(words=given)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    said, _, names = ran.stdout.partition("LOADED\n")
    return said + ran.stderr, set(names.split())


def test_a_check_loads_no_more_than_its_register_asks_for(tmp_path: Path) -> None:
    said, loaded = _loaded(tmp_path, "check", "register")
    assert "IG" in said
    assert "igreg.rules.fields.unknown_reference" in loaded
    assert loaded.isdisjoint(
        {
            *("email", "html", "jinja2", "json", "rich", "ruamel", "socket", "tomllib", "yaml", "zipfile"),
            *("igreg.analysis.evidence", "igreg.analysis.returns", "igreg.chart", "igreg.facts.frameworks"),
            *("igreg.model.meant", "igreg.model.mend", "igreg.model.packs", "igreg.render.findings.json"),
        }
    )


def test_a_site_loads_no_charts_but_its_own(tmp_path: Path) -> None:
    said, loaded = _loaded(tmp_path, "site", "register", "--audience", "staff", "--out", "out")
    assert "pages for staff" in said
    assert (tmp_path / "out" / "index.html").is_file()
    assert loaded.isdisjoint(
        {
            *("email", "jinja2", "rich", "ruamel", "socket", "yaml", "igreg.model.mend", "igreg.model.packs"),
            *("igreg.chart.data_flows", "igreg.chart.delegation", "igreg.chart.drill", "igreg.chart.skills"),
        }
    )


WANTS_METADATA = """
import sys
from igreg.__main__ import _Metadata
import importlib
stand_in = sys.modules["importlib.metadata"] = importlib.metadata = _Metadata([importlib.__path__[0] + "/metadata"])
from importlib.metadata import entry_points
print(sys.modules["importlib.metadata"] is stand_in)
{ask}
"""


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        pytest.param("print(len(entry_points(group='console_scripts')) > 0)", "True", id="what was taken before"),
        pytest.param("import importlib.metadata as one; print(one.version('pydantic')[0])", "2", id="as a module"),
        pytest.param("from importlib.metadata import version; print(version('pydantic')[0])", "2", id="a function"),
        pytest.param(
            "from importlib.metadata._meta import PackageMetadata as one; print(one.__name__)",
            "PackageMetadata",
            id="a part",
        ),
    ],
)
def test_what_packages_tell_of_themselves_is_loaded_when_asked(ask: str, says: str) -> None:
    code = WANTS_METADATA.format(ask=ask)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", says]


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
        pytest.param("gc", -signal.SIGINT, id="before anything is loaded"),
        pytest.param("igreg.cli.app", -signal.SIGINT, id="while it loads"),
        pytest.param("igreg.check.engine", 130, id="while the command loads"),
        pytest.param("igreg.rules.files", 130, id="while it works"),
    ],
)
def test_ctrl_c_is_no_traceback(at: str, code: int) -> None:
    program = CTRL_C.format(at=at, register=str(REPOSITORY / "register"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


def test_nothing_is_loaded_before_a_ctrl_c_is_seen_to() -> None:
    """Within that time Python itself would answer, with a traceback."""
    code = "import sys; before = set(sys.modules); import igreg.__main__; print(*sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) <= {"igreg", "igreg.__main__", "types"}


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


def test_a_chart_loads_the_kinds_that_it_draws(tmp_path: Path) -> None:
    said, loaded = _loaded(tmp_path, "chart", "structure", "register")
    assert "structure.svg" in said
    assert "igreg.model.kinds.roles" in loaded
    others = ("contracts", "data_flows", "delegations", "incidents", "requests", "sharing_agreements", "training_plans")
    assert loaded.isdisjoint(f"igreg.model.kinds.{kind}" for kind in others)
