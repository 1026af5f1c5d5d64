"""The pages that the browser is shown: those of the sample trust, of a care home on its first day, of the smallest register."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from igreg.report.catalogue import reports
from tests.conftest import Ran
from tests.git.repositories import begin

REGISTER = Path(__file__).parents[2] / "register"
HOME = Path(__file__).parents[1] / "registers" / "care-home"
MUTUAL = HOME.parent / "mutual" / "register"
DAY = ("--today", "2026-11-24")
Igreg = Callable[..., Ran]
PAGES = [
    ("charts.html", "trust"),
    ("charts.html", "home"),
    ("charts.html", "smallest"),
    ("structure.html", "home"),
    ("drill-incident.html", "trust"),
    ("charts.html", "mutual"),
    ("skills.html", "trust"),
    ("skills.html", "mutual"),
    ("skills.html", "smallest"),
    ("delegation.html", "mutual"),
    ("delegation.html", "smallest"),
    ("data-flows.html", "trust"),
    ("data-flows.html", "mutual"),
    ("restructure.html", "trust"),
    ("due.html", "trust"),
    ("due.html", "mutual"),
    ("due.html", "home"),
    ("due.html", "smallest"),
    ("breach.html", "trust"),
    ("assess.html", "trust"),
    ("assess.html", "home"),
    ("evidence.html", "sample"),
    ("timeline.html", "trust"),
    ("timeline.html", "home"),
    ("diff.html", "changed"),
    ("diff.html", "unchanged"),
    ("estate.html", "trust"),
    ("estate.html", "home"),
    *((f"report-{name}.html", "trust") for name, report in reports().items() if "html" in report.formats),
    ("report-board.html", "smallest"),
    ("report-leads.html", "home"),
]
"""Each page and the register that it is made of."""
WORDS = {
    "charts.html": ("chart", "all"),
    "drill-incident.html": ("chart", "--drill", "incident"),
    "structure.html": ("chart", "structure"),
    "skills.html": ("chart", "skills"),
    "delegation.html": ("chart", "delegation"),
    "data-flows.html": ("chart", "data-flows"),
}
ABOUT = {"handover": ("--of", "o-bramwell")}
"""Whom a report on one is about."""
PLAN = """\
on: 2027-04-01
changes:
  - make: {role: {id: head-of-ig, title: Head of IG, accountable_to: siro}}
  - place: {role: head-of-ig, staff: h-nakamura, assigned_by: board minute 12}
  - end: ciso
"""


def made(igreg: Igreg, pages: Path, name: str, of: str = "trust") -> Path:
    """One page of one of the registers, made below this folder when it is first asked for."""
    folder = pages / of
    folder.mkdir(exist_ok=True)
    path = folder / name
    if path.exists():
        return path
    register = _register(igreg, pages, of)
    if name == "due.html":
        path.write_text(igreg("due", register, *DAY, "--format", "html", "--by", "kind").out, encoding="utf-8")
    elif name == "breach.html":
        assert igreg("breach", "INC-2026-14", register, *DAY, "--format", "html", "--out", path).code == 0
    elif name == "restructure.html":
        plan = pages / "plan.yaml"
        plan.write_text(PLAN, encoding="utf-8")
        ran = igreg("restructure", plan, "--register", register, *DAY, "--dry-run", "--format", "html")
        assert ran.out.startswith("<!"), ran.err
        path.write_text(ran.out, encoding="utf-8")
    elif name == "assess.html":
        pack = "caf-dspt-2026-27" if of == "trust" else "dspt-v8"
        assert igreg("assess", pack, register, *DAY, "--format", "html", "--out", path).code == 0
    elif name == "timeline.html":
        assert igreg("timeline", register, *DAY, "--format", "html", "--out", path).code == 0
    elif name == "estate.html":
        others = [HOME, MUTUAL, pages / "no-such-register"] if of == "trust" else []
        path.write_text(igreg("estate", register, *others, *DAY, "--format", "html").out, encoding="utf-8")
    elif name == "evidence.html":
        pack = pages / f"{of}-evidence"
        assert igreg("evidence", "dspt-2026-27", register, *DAY, "--out", pack).code == 0
        path.write_bytes((pack / "index.html").read_bytes())
    elif name.startswith("report-"):
        report = name.removeprefix("report-").removesuffix(".html")
        ran = igreg("report", report, register, *DAY, *ABOUT.get(report, ()), "--format", "html", "--out", path)
        assert ran.code in (0, 1), ran.err
    elif name == "diff.html":
        path.write_text(igreg("diff", register, *DAY, "--format", "html").out, encoding="utf-8")
    else:
        ran = igreg(WORDS[name][0], *WORDS[name][1:], register, *DAY, "--format", "html", "--out", folder)
        assert ran.code == 0, ran.err
    return path


def _register(igreg: Igreg, pages: Path, of: str) -> Path:
    """The register of that name; a new one is begun."""
    if of == "trust":
        return REGISTER
    if of == "mutual":
        return MUTUAL
    root = pages / f"{of}-begun"
    if of == "smallest":
        (root / "register").mkdir(parents=True, exist_ok=True)
        (root / "register/organisation.yaml").write_text("name: Somebody\ntype: other\n", encoding="utf-8")
    elif not root.exists():
        if of in ("sample", "changed", "unchanged"):
            shutil.copytree(HOME, root)
            _commit(root) if of != "sample" else None
            _change(root / "register") if of == "changed" else None
        else:
            assert igreg("init", root, "--type", "care-provider", "--name", "Willow Court", *DAY).code == 0
    return root / "register"


def _commit(root: Path) -> None:
    """Make a repository of a folder, with everything in it committed."""
    repository = begin(root)
    repository.git("add", "-A")
    repository.git("commit", "--quiet", "-m", "x")


def _change(register: Path) -> None:
    """Change what makes every section of a difference: a rule is off, a post ends, records come, go and change."""
    (register.parent / "igreg.toml").write_text('ignore = ["no-deputy"]\n', encoding="utf-8")
    roles = register / "roles.yaml"
    text = roles.read_text(encoding="utf-8").replace("from: 20", "until: 2026-12-10, from: 20", 1)
    roles.write_text(text, encoding="utf-8")
    with (register / "policies.yaml").open("a", encoding="utf-8") as policies:
        policies.write("- {id: POL-99, title: Use of telephones, owner: nobody, areas: [security]}\n")
    risks = register / "risks.yaml"
    risks.write_text(
        "".join(risks.read_text(encoding="utf-8").replace("every: 3 months", "every: 6 months").splitlines(True)[:-1]),
        encoding="utf-8",
    )
