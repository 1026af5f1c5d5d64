"""An organisation's own templates: which one is taken, what it may include, and what is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.report_templates import MOST_BYTES, MOST_FILES, own_template, shipped_word


def put(folder: Path, **texts: str | bytes) -> Path:
    """A folder of templates: `board_html` is board.html.j2."""
    (folder / "templates").mkdir()
    for name, text in texts.items():
        stem, _, ending = name.partition("_")
        data = text if isinstance(text, bytes) else text.encode()
        (folder / "templates" / f"{stem}.{ending}.j2").write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("there", "format", "file"),
    [
        pytest.param(
            {"board_html": "B", "report_html": "R", "blocks_html": "X"}, "html", "board.html.j2", id="its own"
        ),
        pytest.param({"report_html": "R", "blocks_html": "X"}, "html", "report.html.j2", id="that of all reports"),
        pytest.param({"blocks_html": "X"}, "html", "blocks.html.j2", id="blocks alone"),
        pytest.param({"board_html": "B"}, "markdown", None, id="of another format"),
        pytest.param({"board_html": "B"}, "text", None, id="a format without templates"),
        pytest.param({"other_html": "O"}, "html", None, id="of another report"),
    ],
)
def test_which_one_is_taken(there: dict[str, str], format: str, file: str | None, tmp_path: Path) -> None:
    found = own_template(put(tmp_path, **there), "board", format, None)
    assert (found and found.file) == file


def test_what_stands_beside_it_may_be_included_and_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    long, mid, last = b"x" * (MOST_BYTES + 1), b"\xff\xfe\x00", "Z"
    put(tmp_path, board_html="B", a_html=long, m_html=mid, z_html=last, head_md="M")
    found = own_template(tmp_path, "board", "html", None)
    assert found is not None
    assert found.texts == {"board.html.j2": "B", "z.html.j2": "Z", "head.md.j2": "M"}


def test_a_link_out_of_the_folder_is_no_template(tmp_path: Path) -> None:
    put(tmp_path, board_html="B", z_html="Z")
    (tmp_path / "secret.html.j2").write_text("S")
    (tmp_path / "templates" / "a.html.j2").symlink_to(tmp_path / "secret.html.j2")
    found = own_template(tmp_path, "board", "html", None)
    assert found is not None and found.texts == {"board.html.j2": "B", "z.html.j2": "Z"}


@pytest.mark.parametrize(
    ("size", "said"), [(MOST_BYTES, ""), (MOST_BYTES + 1, "large|MiB"), (None, "there is no template")]
)
def test_one_that_is_given(size: int | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.html.j2"
    if size is not None:
        path.write_bytes(b"x" * size)
    if said:
        with pytest.raises(IgregError, match=said):
            own_template(tmp_path, "board", "html", path)
    else:
        found = own_template(tmp_path, "board", "html", path)
        assert found is not None and len(found.data) == size


@pytest.mark.parametrize(
    ("format", "said"), [("markdown", "is no template for markdown"), ("json", "in json has none")]
)
def test_one_that_is_given_for_another_format(format: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(IgregError, match=said):
        own_template(tmp_path, "board", format, tmp_path / "mine.html.j2")


def test_so_much_may_a_template_have_as_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "mine.html.j2").write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(IgregError, match=f"has more than {MOST_BYTES // 1024 // 1024} MiB"):
        own_template(tmp_path, "board", "html", tmp_path / "mine.html.j2")


def test_a_mark_before_the_text_and_line_ends_of_windows(tmp_path: Path) -> None:
    put(tmp_path, board_html=b"\xef\xbb\xbfA\r\nB")
    found = own_template(tmp_path, "board", "html", None)
    assert found is not None and found.texts == {"board.html.j2": "A\nB"}


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    put(tmp_path, board_html=b"\xff\xfe\x00")
    with pytest.raises(IgregError, match=r"board\.html\.j2 is no text in UTF-8"):
        own_template(tmp_path, "board", "html", None)


def test_so_many_templates_may_stand_beside_it(tmp_path: Path) -> None:
    put(tmp_path, **{f"{number:03}_html": "x" for number in range(MOST_FILES)}, zz_html="Z")
    found = own_template(tmp_path, "000", "html", None)
    assert found is not None and len(found.texts) == MOST_FILES and "zz.html.j2" not in found.texts


@pytest.mark.parametrize(
    ("blocks", "said"), [(b"\xff", "is no text in UTF-8"), (None, "is a link that leads out of its folder")]
)
def test_blocks_that_cannot_be_read_are_told(blocks: bytes | None, said: str, tmp_path: Path) -> None:
    put(tmp_path, board_html="B")
    path = tmp_path / "templates" / "blocks.html.j2"
    if blocks is None:
        (tmp_path / "elsewhere").write_text("X")
        path.symlink_to(tmp_path / "elsewhere")
    else:
        path.write_bytes(blocks)
    with pytest.raises(IgregError, match=said):
        own_template(tmp_path, "board", "html", None)


def test_one_for_word_may_be_larger_and_has_no_texts(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "templates" / "report.docx").write_bytes(b"x" * (MOST_BYTES + 1))
    found = own_template(tmp_path, "board", "docx", None)
    assert found is not None and (found.file, found.texts) == ("report.docx", {})
    assert shipped_word().startswith(b"PK")
