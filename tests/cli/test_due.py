"""`igreg due`: options that do not go together, the exit code, and where messages may go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "roles.yaml": "- {id: r, title: R, holders: [{staff: s, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: s, name: Sam, email: s@x.example}\n",
    "policies.yaml": "- {id: P, title: T, owner: r, review: {every: 1 year, last: 2025-11-30}}\n",
}


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        pytest.param(
            ("--format", "tabel"), "--format: there is no format 'tabel'", "did you mean 'table'?", id="format"
        ),
        pytest.param(("--by", "weak"), "--by: there is no view 'weak'", "did you mean 'week'?", id="view"),
        pytest.param(("--kind", "polices"), "--kind: there is no kind", "did you mean 'policies'?", id="kind"),
        pytest.param(("--owner", "s"), "--owner: there is no role 's'", "", id="owner"),
        pytest.param(("--deputies",), "--deputies goes with --for", "for example: --for", id="deputies of nobody"),
        pytest.param(("--forecast", "1 year", "--by", "week"), "--forecast counts", "--format", id="forecast by"),
        pytest.param(
            ("--forecast", "1 year", "--format", "ics"), "--forecast counts", "--format", id="forecast as ics"
        ),
        pytest.param(
            ("--all",),
            "--all goes with --kind training",
            "as table, markdown or json: --kind training --all",
            id="all of what",
        ),
        pytest.param(
            ("--all", "--kind", "training", "--format", "csv"),
            "--all goes with",
            "as table, markdown or json",
            id="all as csv",
        ),
        pytest.param(("--format", "eml"), "--format eml and --out go together", "for example", id="no folder"),
        pytest.param(("--out", "x"), "--format eml and --out go together", "for example", id="no messages"),
        pytest.param(("--within", "soon"), "--within: 'soon' is not", "for example: --within", id="span"),
    ],
)
def test_mistakes_end_in_2(write: Write, igreg: Igreg, words: tuple[str, ...], sentence: str, hint: str) -> None:
    ran = igreg("due", write(FILES), *DAY, *words)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert f"help: {hint}" in ran.err


@pytest.mark.parametrize(
    ("day", "words", "code"),
    [
        pytest.param("2026-11-30", ("--fail-on-overdue",), 0, id="due on the day itself"),
        pytest.param("2026-12-01", ("--fail-on-overdue",), 1, id="overdue"),
        pytest.param("2026-12-01", (), 0, id="overdue, and not asked about"),
    ],
)
def test_overdue_is_1_where_it_is_asked(
    write: Write, igreg: Igreg, day: str, words: tuple[str, ...], code: int
) -> None:
    ran = igreg("due", write(FILES), "--today", day, *words)
    assert ran.code == code
    assert "P" in ran.out


def test_messages_go_beside_the_register(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder, out = write(FILES), tmp_path / "post"
    words = ("due", folder, *DAY, "--format", "eml", "--out")
    refused = igreg(*words, folder / "post")
    assert (refused.code, (folder / "post").exists()) == (2, False)
    assert igreg(*words, out).err == f"wrote {(out / 's.eml').as_posix()}\n"
    (out / "old.eml").write_bytes(b"")
    assert igreg(*words, out).err.splitlines()[-1] == "old.eml: from an earlier run, not written now"
    assert igreg(*words, out, "-q") == Ran(0, "", "")


TRAINED = FILES | {
    "courses.yaml": "- {id: dsa, title: Awareness, valid_for: 1 year}\n",
    "training-records.yaml": "- {staff: t, course: dsa, completed: 2025-10-01}\n",
    "staff.yaml": FILES["staff.yaml"] + "- {id: t, name: Tia Lapsed}\n",
}


@pytest.mark.parametrize("format", ["table", "markdown", "csv", "json", "ics", "html"])
def test_whose_training_lapses_is_named_where_it_is_asked_for(write: Write, igreg: Igreg, format: str) -> None:
    words = ("due", write(TRAINED), *DAY, "--kind", "training", "--format", format)
    named = '"names": [' if format == "json" else "Tia Lapsed"
    assert [named in igreg(*words, *more, columns=300).out for more in ((), ("--people",))] == [False, True]
