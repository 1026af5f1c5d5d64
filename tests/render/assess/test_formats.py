"""A return in each format: what a reader finds, how wide it is, and that hostile text is shown and never obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.assess.returns import ANSWERED, DAY, FILES, RETURN, Igreg, Write

FORMATS = ("table", "markdown", "csv", "json", "html")
NASTY = "=cmd|' /C calc'!A0 <script>alert(1)</script> | `x` [a](javascript:b) \\x1b[31m \\u202e"


def test_the_table_ends_with_what_is_left(igreg: Igreg, write: Write) -> None:
    out = igreg("assess", write(ANSWERED), *DAY).out
    assert out.splitlines()[0] == "Our return (ret: ours, edition 2026-27)"
    assert out.splitlines()[1] == "Willow, as on 22 November 2026, category 3"
    assert out.endswith(
        "Reached: Approaching. Target: Standards met, by 30 June 2027: 220 days left.\n"
        "Between here and Standards met: 2 items.\n"
        "  IG lead (Ben): 1 item, 220 days left: 2.1\n"
        "  SIRO (Ann Ash): 1 item, 220 days left: 1.3\n"
        "Of 4 mandatory items the register shows 2, 1 in part and 0 not; of 1 only a person can say.\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 83, 84, 100, 120, 200])
def test_lines_fit_the_terminal(igreg: Igreg, write: Write, columns: int) -> None:
    folder = write(ANSWERED)
    for words in ((), ("--item", "1.1"), ("--compare", "olds")):
        what = () if words[:1] != ("--compare",) else ("ours",)
        lines = igreg("assess", *what, folder, *DAY, *words, columns=columns).out.splitlines()
        assert max(map(len, lines)) <= columns


@pytest.mark.parametrize(
    ("today", "left"),
    [("2027-06-30", "the last day is today"), ("2027-07-01", "1 day past"), ("2027-06-29", "1 day left")],
)
def test_days_left(igreg: Igreg, write: Write, today: str, left: str) -> None:
    assert f"by 30 June 2027: {left}." in igreg("assess", write(ANSWERED), "--today", today).out


def test_the_whole_story_of_an_item(igreg: Igreg, write: Write) -> None:
    earlier = RETURN.replace("id: ret", "id: before").replace("framework", "status: published\n  framework")
    earlier = earlier.replace("2026-08-22", "2025-08-22").replace('item: "1.1"', 'item: "0.9"')
    out = igreg("assess", "ret", write(FILES | {"assessments.yaml": RETURN + earlier}), *DAY, "--item", "1.1").out
    assert out.split("\n\n", 1)[1] == (
        "1.1 Who answers for information\n"
        "  Asked\n"
        "    Leads; answered with text; mandatory\n"
        "    It counts for approaching the standards, too.\n"
        "    An answer counts for 3 months.\n"
        "    Answered by: IG lead\n"
        "  State\n"
        "    met; the register: shown\n"
        "  Answer\n"
        "    Ann does\n"
        "    IG lead, 2026-08-22\n"
        "  Shown by\n"
        "    siro SIRO: held since 2020-01-01 (register/roles.yaml:1)\n"
        "  Draft\n"
        "    Ann Ash answers for information risk.\n"
        "  Answered before\n"
        "    before, 0.9: Ann does (IG lead, 2025-08-22)\n"
        "  About the item\n"
        "    New in its meaning: Now of the board, too\n"
        "    Was: 0.9\n"
        "    Source: cs: The contract schedule\n"
    )


def test_what_to_do(igreg: Igreg, write: Write) -> None:
    folder = write(ANSWERED)
    out = igreg("assess", folder, *DAY, "--item", "1.3", "--item", "2.1", "--item", "1.10", "--format", "markdown").out
    assert "- Notes: see the shelf" in out
    assert "- answer it again: igreg answer ret 1.3 \\-\\-as ... \\-\\-by WHO" in out
    assert "- put your name to the draft: igreg answer ret 2.1 \\-\\-by WHO" in out
    assert "- answer it: igreg answer ret 1.10 \\-\\-as ... \\-\\-by WHO" in out
    assert "begin the return: igreg assess ours --draft" in igreg("assess", "ours", folder, *DAY, "--item", "2.1").out


def test_rows_for_spreadsheets(igreg: Igreg, write: Write) -> None:
    rows = list(
        csv.DictReader(io.StringIO(igreg("assess", write(ANSWERED), *DAY, "--format", "csv").out.lstrip("\ufeff")))
    )
    assert [(row["item"], row["register"], row["state"], row["answer"]) for row in rows] == [
        ("1.1", "shown", "met", "Ann does"),
        ("1.2", "shown", "met", "yes"),
        ("1.3", "partly", "contradicted", "yes"),
        ("1.10", "not-shown", "unanswered", ""),
        ("2.1", "ask", "unanswered", "yes"),
    ]


def test_the_workbook(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = write(ANSWERED)
    ran = igreg("assess", folder, *DAY, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    assert ran.err.strip().endswith("a.xlsx")
    igreg("assess", folder, *DAY, "--format", "xlsx", "--out", tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        text = book.read("xl/sharedStrings.xml").decode()
    assert names == ["Items", "How it stands", "Counts", "Left by owner"]
    assert "Ann Ash answers for information risk." in text


def hostile(write: Write) -> Path:
    roles = FILES["roles.yaml"].replace("title: SIRO", f'title: "{NASTY}"')
    pack = (
        FILES["../frameworks/ours.yaml"]
        .replace("title: Policy", f'title: "{NASTY}"')
        .replace("title: What our commissioner asks", f'title: "{NASTY}"')
    )
    answers = RETURN.replace("answer: Ann does", f'answer: "{NASTY}\\nsecond line"').replace("Our return", "Ours")
    staff = FILES["staff.yaml"].replace("Ann Ash", "=1+1")
    files = {"roles.yaml": roles, "../frameworks/ours.yaml": pack, "assessments.yaml": answers, "staff.yaml": staff}
    return write(FILES | files)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("words", [(), ("--item", "1.1", "--item", "1.2")])
def test_hostile_text(igreg: Igreg, write: Write, format: str, words: tuple[str, ...]) -> None:
    ran = igreg("assess", hostile(write), *DAY, *words, "--format", format)
    assert ran.code == 0, ran.err
    assert not {"\x1b", "\u202e"} & set(ran.out) or format == "json"
    if format == "html":
        assert "<script>" not in ran.out
        assert "&lt;script&gt;" in ran.out
    if format == "markdown":
        assert "](javascript" not in ran.out
        assert "\\<script\\>" in ran.out
    if format == "csv":
        for row in csv.reader(io.StringIO(ran.out.lstrip("\ufeff"))):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    if format == "json":
        assert json.loads(ran.out)["items"][0]["answer"].startswith("=cmd|")


def test_hostile_text_in_a_workbook(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    igreg("assess", hostile(write), *DAY, "--format", "xlsx", "--out", tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        for name in book.namelist():
            text = book.read(name).decode()
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(text)
            assert "<f>" not in text
            assert "hyperlink" not in text


class Page(HTMLParser):
    """What a page's parts refer to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given.get("href") or ""] if tag == "a" else []
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in given else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []


def test_the_page_stands_alone_and_its_links_lead_somewhere(igreg: Igreg, write: Write) -> None:
    page = Page(igreg("assess", write(ANSWERED), *DAY, "--format", "html").out)
    assert page.loads == []
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert page.headings[0] == 1
    assert all(later - one <= 1 for one, later in zip(page.headings, page.headings[1:], strict=False))


def test_nothing_chosen_is_said(igreg: Igreg, write: Write) -> None:
    folder = write(ANSWERED)
    none = ("--item", "1.1", "--gaps")
    assert "No item is chosen." in igreg("assess", folder, *DAY, *none, "--format", "html").out
    assert json.loads(igreg("assess", folder, *DAY, *none, "--format", "json").out)["items"] == []
    assert "Reached: " in igreg("assess", folder, *DAY, "--owner", "siro", "--group", "2").out


def test_where_a_file_goes(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = write(ANSWERED)
    inside = igreg("assess", folder, *DAY, "--format", "html", "--out", folder / "a.html")
    assert (inside.code, "cannot go into the register" in inside.err) == (2, True)
    assert igreg("assess", folder, *DAY, "--format", "html", "--out", tmp_path).code == 2
    for format in FORMATS:
        assert igreg("assess", folder, *DAY, "--format", format, "--out", tmp_path / "out").code == 0
        assert (tmp_path / "out").stat().st_size > 200
