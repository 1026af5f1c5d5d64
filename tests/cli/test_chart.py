"""igreg chart over a small register: files, standard output, --check, and what goes wrong."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.chart.view import day_named
from tests.chart.registers import HOME
from tests.conftest import Ran, Write
from tests.drawing.drawn import parsed

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def home(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The care home's register; the working directory is the folder above it."""
    monkeypatch.chdir(tmp_path)
    return write(HOME)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_both_charts_as_svg_into_charts_by_default(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    ran = igreg("chart", *DAY)
    assert (ran.code, ran.out) == (0, "")
    assert list(files(tmp_path / "charts")) == ["communication.svg", "structure.svg"]
    assert "wrote charts/structure.svg" in ran.err


def test_several_formats_and_the_same_bytes_twice(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    words = ("chart", "all", home, *DAY, "--format", "svg,png", "--format", "dot", "--format", "text", "-q")
    assert igreg(*words, "--out", "one").err == ""
    assert igreg(*words, "--out", "two").code == 0
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert {name.split(".")[1] for name in files(tmp_path / "one")} == {"svg", "png", "dot", "txt"}
    assert files(tmp_path / "one")["structure.png"].startswith(PNG)


def test_dot_on_standard_output(home: Path, igreg: Igreg) -> None:
    ran = igreg("chart", "structure", home, *DAY, "--format", "dot", "--out", "-")
    assert ran.code == 0
    assert "champion" in parsed(ran.out).nodes


def test_text_says_the_same_on_one_line_for_each_role(home: Path, igreg: Igreg) -> None:
    out = igreg("chart", "structure", home, "--as-of", "2026-11-24", "--format", "text", "--out", "-").out
    assert out.startswith("Information governance structure\n================================\n")
    assert "Willow Court Care, as of 24 November 2026" in out
    assert "- Risk: No role is named as lead (Nobody)" in out
    assert (
        "  - Data Security and Protection Lead [Information governance, Confidentiality]: Jo Osei; Deputy: Max Lewis\n"
        "    - Local champion: Vacant since 1 November 2026; East wing; supports Data Security and Protection Lead\n"
    ) in out


def test_text_of_the_communication_chart(home: Path, igreg: Igreg) -> None:
    out = igreg("chart", "communication", home, *DAY, "--format", "text", "--out", "-").out
    assert "- All staff\n  - tell Data Security and Protection Lead (Jo Osei; Deputy: Max Lewis): Incident seen" in out
    assert "tells and hears from Data Protection Officer" in out


def test_no_names_leaves_none_in_any_format(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    assert igreg("chart", "all", home, *DAY, "--no-names", "--format", "svg,dot,text", "--out", "public").code == 0
    for name, data in files(tmp_path / "public").items():
        for secret in (b"Osei", b"j-osei", b"Lewis", b"m-lewis", b"Hughes", b"Reid"):
            assert secret not in data, name


def test_as_of_wins_over_today(home: Path, igreg: Igreg) -> None:
    words = (
        "chart",
        "structure",
        home,
        "--today",
        "2026-11-24",
        "--as-of",
        "2026-10-31",
        "--format",
        "text",
        "--out",
        "-",
    )
    assert "Local champion: Pat Hughes (2 roles)" in igreg(*words).out


def test_check_says_what_is_stale_and_writes_nothing(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    check = ("chart", "all", home, *DAY, "--check")
    ran = igreg(*check)
    assert ran.code == 1
    assert ran.out == "charts/structure.svg is missing\ncharts/communication.svg is missing\n"
    assert not (tmp_path / "charts").exists()
    assert igreg("chart", "all", home, *DAY).code == 0
    assert igreg(*check).code == 0
    assert igreg("chart", "all", home, "--today", "2026-11-25", "--check").code == 0, "the next day nothing has changed"
    assert igreg("chart", "all", home, "--today", "2026-12-02", "--check").code == 1, "Ana Reid is back"
    path = tmp_path / "charts" / "structure.svg"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert igreg(*check).code == 0, "line ends do not count"


@pytest.mark.thorough
@pytest.mark.parametrize("format", ["svg", "png", "pdf", "html", "text", "mermaid", "dot"])
def test_a_chart_names_its_day_and_is_current_for_as_long_as_nothing_changes(
    home: Path, igreg: Igreg, tmp_path: Path, format: str
) -> None:
    words = ("chart", "structure", home, "--format", format)
    assert igreg(*words, *DAY).code == 0
    before = files(tmp_path / "charts")
    assert all(day_named(data) == dt.date(2026, 11, 24) for data in before.values())
    for day, code in (("2026-11-24", 0), ("2026-11-25", 0), ("2026-12-01", 0), ("2026-12-02", 1), ("2026-11-19", 1)):
        assert igreg(*words, "--today", day, "--check").code == code, day
    assert files(tmp_path / "charts") == before
    roles = home / "roles.yaml"
    roles.write_text(roles.read_text().replace("title: ", "title: New ", 1))
    assert igreg(*words, "--today", "2026-11-25", "--check").code == 1


@pytest.mark.parametrize(
    ("paper", "box"), [("auto", b"841.89"), ("a4", b"841.89"), ("A3", b"1190.55")], ids=("auto", "a4", "a3")
)
def test_a_homes_charts_are_one_page_each_on_the_paper_asked_for(
    igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: str, box: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    assert igreg("init", ".", "--type", "care-provider", "--name", "Rosewood", *DAY).code == 0
    assert igreg("chart", "all", "register", "--format", "pdf,svg", "--paper", paper, *DAY).code == 0
    for name, data in files(tmp_path / "charts").items():
        if name.endswith(".pdf"):
            assert data.count(b"/MediaBox") == 1
            assert box in data[data.index(b"/MediaBox") :][:60], name
    assert sorted(files(tmp_path / "charts")) == [
        f"{c}.{e}" for c in ("communication", "structure") for e in ("pdf", "svg")
    ]
    assert (
        "Incidents and near misses: 1 to 4" in (tmp_path / "charts" / "communication.svg").read_text() or paper == "A3"
    )


def test_files_of_several_days_are_each_held_against_their_own(home: Path, igreg: Igreg) -> None:
    assert igreg("chart", "structure", home, *DAY).code == 0
    assert igreg("chart", "communication", home, "--today", "2026-11-25").code == 0
    assert igreg("chart", "all", home, "--today", "2026-11-26", "--check").code == 0


def test_a_unit_without_roles_is_told(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    with (home / "units.yaml").open("a") as out:
        out.write("\n- {id: attic, name: Attic, category: site}\n")
    ran = igreg("chart", "all", home, "--unit", "attic", "--format", "svg,text", *DAY)
    assert ran.code == 0
    said = "No role is in Attic or a unit below it"
    assert ran.err.count(f"{said}: there is nobody to draw in the structure chart") == 1
    assert said in (tmp_path / "charts" / "structure.svg").read_text()
    assert said in (tmp_path / "charts" / "structure.txt").read_text()
    ran = igreg("chart", "structure", home, "--unit", "east", "--area", "risk", *DAY)
    assert "No role of East wing or a unit below it leads " in ran.err


def test_check_says_which_pages_are_no_longer_drawn(home: Path, igreg: Igreg, tmp_path: Path) -> None:
    assert igreg("chart", "all", home, *DAY).code == 0
    (tmp_path / "charts" / "structure-gone.svg").write_text("<svg/>")
    ran = igreg("chart", "all", home, *DAY, "--check")
    assert (ran.code, ran.out) == (1, "charts/structure-gone.svg is no longer drawn\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("structur",), "did you mean 'structure'?", id="an unknown chart"),
        pytest.param(("all", "--format", "svgg"), "did you mean 'svg'?", id="an unknown format"),
        pytest.param(("--direction", "sideways"), "one of: auto, across, down", id="an unknown direction"),
        pytest.param(
            ("communication", "--direction", "down"),
            "--direction goes with the structure chart",
            id="no direction of flows",
        ),
        pytest.param(("all", "--out", "-"), "one chart in one format", id="two charts on standard output"),
        pytest.param(("structure", "--out", "-", "--format", "svg,dot"), "one chart in one format", id="two formats"),
        pytest.param(("all", "--paper", "a5"), "one of: auto, a4, a3", id="no such paper"),
        pytest.param(("structure", "--as-of", "2026-02-30"), "--as-of: '2026-02-30' is not", id="no such day"),
        pytest.param(("structure", "--unit", "eats"), "did you mean 'east'?", id="no such unit"),
        pytest.param(("structure", "--engine", "no-such-dot"), "there is no layout engine", id="no such engine"),
    ],
)
def test_wrong_usage(home: Path, igreg: Igreg, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ran = igreg("chart", *words, *DAY)
    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "charts").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for an engine is a script")
@pytest.mark.parametrize(
    "body",
    [
        "import time; time.sleep(20)",
        "print('<svg></svg>'); raise SystemExit(1)",
        'print(\'{"bb": "0,0,9,9"}\')',
        'print(\'{"bb": "all", "objects": 7}\')',
    ],
)
def test_an_engine_that_fails_leaves_old_files_whole(home: Path, igreg: Igreg, tmp_path: Path, body: str) -> None:
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "structure.svg").write_text("old")
    fake = tmp_path / "dot"
    fake.write_text(f"#!{sys.executable}\n{body}\n")
    fake.chmod(0o755)
    ran = igreg("chart", "all", home, *DAY, "--engine", fake, "--time-limit", "0.5")
    assert ran.code == 2
    assert "help: " in ran.err
    assert "0.5 seconds" in ran.err or "sleep" not in body
    assert files(tmp_path / "charts") == {"structure.svg": b"old"}


def test_dots_per_inch_and_the_cap_on_pixels(home: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch) -> None:
    import igreg.store.raster as raster

    def wide(dpi: int) -> tuple[int, str]:
        ran = igreg("chart", "structure", home, *DAY, "--format", "png", "--dpi", dpi, "--out", "out")
        return int.from_bytes(Path("out/structure.png").read_bytes()[16:20], "big"), ran.err

    small, _ = wide(48)
    large, said = wide(96)
    assert abs(large - 2 * small) <= 2
    assert "too large" not in said
    monkeypatch.setattr(raster, "MOST_PIXELS", 10_000)
    capped, said = wide(96)
    assert capped < 200
    assert "structure.png has" in said


def test_faults_in_the_register_are_told_and_the_rest_is_drawn(home: Path, igreg: Igreg) -> None:
    (home / "bodies.yaml").write_text("- {id: ico, name: [\n")
    ran = igreg("chart", "structure", home, *DAY, "--format", "text", "--out", "-")
    assert ran.code == 0
    assert "Local champion" in ran.out
    assert "see `igreg check`" in ran.err


def test_an_empty_register_gives_charts_that_say_so(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": "name: Nobody yet\ntype: other\n"})
    ran = igreg("chart", "all", folder, *DAY, "--format", "svg,png,dot,text", "--out", tmp_path / "out")
    assert ran.code == 0
    assert "No role is named as lead" in (tmp_path / "out" / "structure.txt").read_text()


DATA = HOME | {
    "assets.yaml": "- {id: records, name: Care records, owner: ig-lead}\n",
    "bodies.yaml": "- {id: gp, name: The surgery}\n",
    "data-flows.yaml": "- {id: f, title: Letters, from: records, to: [gp], what: letters, personal_data: true}\n",
}


def test_data_flows_are_drawn_with_all_charts_where_there_are_any(
    write: Write, igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(DATA)
    assert igreg("chart", *DAY).code == 0
    assert list(files(tmp_path / "charts")) == ["communication.svg", "data-flows.svg", "structure.svg"]
    assert igreg("chart", *DAY, "--check").code == 0
    formats = ("--format", "svg,pdf,png,html,dot,mermaid,text")
    assert igreg("chart", "data-flows", *DAY, *formats, "--out", "data").code == 0
    endings = ["dot", "html", "mmd", "pdf", "png", "svg", "txt"]
    assert list(files(tmp_path / "data")) == [f"data-flows.{ending}" for ending in endings]
    assert b"NO AGREEMENT IN FORCE" in files(tmp_path / "data")["data-flows.html"]
    assert igreg("chart", *DAY, "--area", "risk", "--out", "risk").code == 0
    assert "data-flows.svg" not in files(tmp_path / "risk")


def test_a_map_of_data_flows_is_current_until_one_of_its_days_comes(
    write: Write, igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    contract = "- {id: c, title: C, with: gp, owner: ig-lead, start: 2026-11-01, end: 2026-11-25}\n"
    write(DATA | {"contracts.yaml": contract})
    assert igreg("chart", "data-flows", *DAY).code == 0
    assert igreg("chart", "data-flows", "--check", "--today", "2026-11-25").code == 0
    stale = igreg("chart", "data-flows", "--check", "--today", "2026-11-26")
    assert (stale.code, stale.out) == (1, "charts/data-flows.svg is not what the register says\n")


def test_data_flows_are_about_no_area(home: Path, igreg: Igreg) -> None:
    ran = igreg("chart", "data-flows", home, *DAY, "--area", "risk")
    assert (ran.code, ran.out) == (2, "")
    assert "--area does not go with the data flows" in ran.err


@pytest.mark.parametrize(("format", "sign"), [("dot", "rankdir=TB"), ("mermaid", "flowchart TD"), ("svg", "upper end")])
def test_a_structure_chart_from_the_top_down(home: Path, igreg: Igreg, format: str, sign: str) -> None:
    words = ("chart", "structure", home, *DAY, "--format", format, "--out", "-", "--direction")
    assert sign in igreg(*words, "down").out
    assert sign not in igreg(*words, "across").out


def test_too_many_boxes_for_the_top_down_are_told_of(home: Path, write: Write, igreg: Igreg) -> None:
    roles = "".join(f"- {{id: r{i}, title: Role {i}, accountable_to: r0}}\n" for i in range(25))
    folder = write({"roles.yaml": roles})
    ran = igreg("chart", "structure", folder, *DAY, "--direction", "down", "--format", "dot,svg", "--out", "out")
    told = "structure has 26 boxes, and from the top down takes 25 at most, so it runs from left to right"
    assert ran.err.count(told) == 1
    ran = igreg("chart", "structure", folder, *DAY, "--direction", "auto", "--format", "dot,svg", "--out", "out")
    assert "boxes" not in ran.err


def test_what_cannot_be_read_from_the_top_down_is_told_of(home: Path, write: Write, igreg: Igreg) -> None:
    roles = "".join(f"- {{id: r{i}, title: Role {i}, areas: [risk], accountable_to: r0}}\n" for i in range(24))
    folder = write({"organisation.yaml": "top: r0\n", "roles.yaml": roles})
    ran = igreg("chart", "structure", folder, *DAY, "--direction", "down", "--paper", "a4", "--out", "out")
    assert "structure cannot be read from the top down on this paper, so it runs from left to right" in ran.err
    assert (ran.code, ran.out) == (0, "")


def test_the_charts_of_a_home_that_is_kept_well_are_one_a4_page_each(
    igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(__file__).parents[1] / "registers" / "care-home" / "register"
    monkeypatch.chdir(tmp_path)
    assert igreg("chart", "all", home, "--format", "pdf", "--today", "2026-11-28").code == 0
    for data in files(tmp_path / "charts").values():
        assert data.count(b"/MediaBox") == 1
        assert b"841.89" in data[data.index(b"/MediaBox") :][:60]


def test_delegations_are_drawn_in_every_format_where_they_are_asked_for(home: Path, write: Write, igreg: Igreg) -> None:
    write({"delegations.yaml": "- {id: d, title: Answers, from: ig-lead, to: champion, tasks: [Answer]}\n"})
    formats = ("--format", "svg,pdf,png,html,dot,mermaid,text")
    assert igreg("chart", "delegation", home, *DAY, *formats).code == 0
    endings = ["dot", "html", "mmd", "pdf", "png", "svg", "txt"]
    assert list(files(home.parent / "charts")) == [f"delegation.{ending}" for ending in endings]
    assert igreg("chart", "delegation", home, *DAY, *formats, "--check").code == 0
    said = igreg("chart", "delegation", home, *DAY, "--format", "text", "--out", "-").out
    assert "  - to Local champion (Vacant since 1 November 2026): Answers" in said
    assert igreg("chart", "all", home, *DAY, "--out", "all").code == 0
    assert "delegation.svg" not in files(home.parent / "all")


@pytest.mark.parametrize(
    ("words", "below", "marked"),
    [
        pytest.param((), True, False, id="all of it"),
        pytest.param(("--depth", "1"), False, False, id="one step below the top"),
        pytest.param(("--depth", "2"), True, False, id="two steps"),
        pytest.param(("--risks",), True, True, id="leads for whom nobody stands in"),
    ],
)
def test_what_is_asked_for_is_drawn(
    home: Path, igreg: Igreg, words: tuple[str, ...], below: bool, marked: bool
) -> None:
    out = igreg("chart", "structure", home, *DAY, *words, "--format", "text", "--out", "-").out
    assert "Data Security and Protection Lead" in out
    assert ("Local champion: Vacant" in out, "Single point of failure" in out) == (below, marked)
