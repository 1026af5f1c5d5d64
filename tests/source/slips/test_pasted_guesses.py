"""What came along with a paste: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import pasted
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("fences", pasted.fences, "```yaml\na: b\n  ~~~\n``` a b", None, 0, [
        ((3, 3), SURE, "these signs belong to the page that this was copied from, not to the file",
         "```yaml\na: b\n\n``` a b"),
        ((1, 1), SURE, "these signs belong to the page that this was copied from, not to the file",
         "\na: b\n  ~~~\n``` a b"),
    ]),
    ("marks of a reply", pasted.reply_marks, "a: b\n> c: d\n>\n >> e: f", None, 0, [
        ((2, 1), SURE, "`>` stands before this line, as in an answer to an e-mail", "a: b\nc: d\n\ne: f"),
    ]),
    ("no mark of a reply", pasted.reply_marks, "a: >\n  b", None, 0, []),
    ("numbers of every line", pasted.line_numbers, "1: - a: b\n3|   c: d\n\n5.\te: f", None, 0, [
        ((1, 1), SURE, "the number of the line stands before it, as it was copied", "- a: b\n  c: d\n\ne: f"),
    ]),
    ("numbers of lines in which a number stands", pasted.line_numbers, "1 a: 2 b: c\n2 d: 3", None, 0, [
        ((1, 1), SURE, "the number of the line stands before it, as it was copied", "a: 2 b: c\nd: 3"),
    ]),
    ("numbers of some lines, one by one", pasted.line_numbers, "a: b\n7 c: d\n8 e: f\ng", None, 0, [
        ((2, 1), UNSURE, "the number of the line stands before it, as it was copied", "a: b\nc: d\ne: f\ng"),
    ]),
    ("numbers of some lines, with a gap", pasted.line_numbers, "a: b\n7 c: d\n9 e: f", None, 0, []),
    ("the number of one line", pasted.line_numbers, "a: b\n7 c: d", None, 0, []),
    ("the number of the only line", pasted.line_numbers, "\n7 c: d\n", None, 0, [
        ((2, 1), SURE, "the number of the line stands before it, as it was copied", "\nc: d\n"),
    ]),
    ("pluses", pasted.marks_of_a_difference, "- a: b\n+- c: d\n+  e: f", None, 0, [
        ((2, 1), UNSURE, "`+` stands before this line, as where two versions are compared", "- a: b\n- c: d\n  e: f"),
    ]),
    ("one plus", pasted.marks_of_a_difference, "+  a: b\nc: d", None, 0, [
        ((1, 1), UNSURE, "`+` stands before this line, as where two versions are compared", "  a: b\nc: d"),
    ]),
    ("pluses that are no marks", pasted.marks_of_a_difference, "+a: b\nc: d", None, 0, []),
    ("minuses and pluses", pasted.marks_of_a_difference, "-  a: b\n+  a: c\n-  d: e\n+- f: g", None, 0, [
        ((2, 1), UNSURE, "`+` stands before this line, as where two versions are compared",
         "-  a: b\n  a: c\n-  d: e\n- f: g"),
        ((1, 1), UNSURE, "lines of a difference of two versions stand here, with - and + before them",
         "#-  a: b\n  a: c\n#-  d: e\n- f: g"),
    ]),
    ("hunks", pasted.marks_of_a_difference, "@@ -1 +1 @@\n--- a/x\n+++ b/x\ndiff --git a b\na: b", None, 0, [
        ((1, 1), UNSURE, "a line of a difference of two versions stands here, which is no field",
         "# @@ -1 +1 @@\n# --- a/x\n# +++ b/x\n# diff --git a b\na: b"),
    ]),
    ("lines of a chat", pasted.lines_of_a_chat, "[1/2/26, 9:05] A: b\n  12.03.2026 14:05:10 - c\n1/2 3:04 d\na: b", None, 0, [
        ((2, 1), UNSURE, "a line of a chat stands here, with its day and hour, and is no field",
         "[1/2/26, 9:05] A: b\n# 12.03.2026 14:05:10 - c\n1/2 3:04 d\na: b"),
        ((1, 1), UNSURE, "a line of a chat stands here, with its day and hour, and is no field",
         "# [1/2/26, 9:05] A: b\n  12.03.2026 14:05:10 - c\n1/2 3:04 d\na: b"),
    ]),
    ("remarks of other languages", pasted.remarks_of_other_languages, "// a\n  /* b */\n;\n<!-- c\na // b", None, 0, [
        ((4, 1), UNSURE, "<!-- does not begin a remark here", "// a\n  /* b */\n;\n# c\na // b"),
        ((2, 3), UNSURE, "/* does not begin a remark here", "// a\n  # b\n;\n<!-- c\na // b"),
        ((1, 1), UNSURE, "// does not begin a remark here", "# a\n  /* b */\n;\n<!-- c\na // b"),
    ]),
    ("rules on paper", pasted.rules_on_paper, "----\n---\n  ___\n= = = =\n-- --\na: ***", None, 0, [
        ((4, 1), UNSURE, "a line drawn between two parts is no field", "----\n---\n  ___\n# = = = =\n-- --\na: ***"),
        ((3, 1), UNSURE, "a line drawn between two parts is no field", "----\n---\n# ___\n= = = =\n-- --\na: ***"),
        ((1, 1), UNSURE, "a line drawn between two parts is no field", "# ----\n---\n  ___\n= = = =\n-- --\na: ***"),
    ]),
    ("headings", pasted.headings, "- a: b\nDrafts:\n  Drafts:\ndrafts:\nFrom: A B", None, 0, [
        ((5, 1), UNSURE, "this line belongs to no record: it begins at the margin, with a capital",
         "- a: b\nDrafts:\n  Drafts:\ndrafts:\n# From: A B"),
        ((2, 1), UNSURE, "this line belongs to no record: it begins at the margin, with a capital",
         "- a: b\n# Drafts:\n  Drafts:\ndrafts:\nFrom: A B"),
    ]),
    ("no heading without a list", pasted.headings, "a: b\nDrafts:", None, 0, []),
    ("rows of a table", pasted.table_rows, "a: b\n| c | d |\n|---|\n| e", None, 0, [
        ((2, 1), UNSURE, "a row of a table stands here, which is no record", "a: b\n# | c | d |\n# |---|\n| e"),
    ]),
    ("rows of a spreadsheet", pasted.spreadsheet_rows, "a\tb\tc\nd: e\nf,g,h,i\n\u2022\tj\n- k\tl", None, 0, [
        ((1, 1), UNSURE, "a row of a spreadsheet stands here, with tabs between its cells, which is no record",
         "# a\tb\tc\nd: e\n# f,g,h,i\n\u2022\tj\n- k\tl"),
    ]),
    ("rows of a spreadsheet with commas first", pasted.spreadsheet_rows, "a,b,c\nd,e\nf, g, h\ni\tj", None, 0, [
        ((1, 1), UNSURE, "a row of a spreadsheet stands here, with commas between its cells, which is no record",
         "# a,b,c\nd,e\nf, g, h\n# i\tj"),
    ]),
    ("names in the signs of a chat", pasted.marked_up_names, "**a**: b\n- `c:` d\n_e_ :  f\n**g*: h\n**i**:", None, 0, [
        ((1, 1), SURE, "the signs around `a` (**) belong to the page that this was copied from",
         "a: b\n- `c:` d\n_e_ :  f\n**g*: h\n**i**:"),
        ((2, 3), SURE, "the signs around `c` (`) belong to the page that this was copied from",
         "**a**: b\n- c: d\n_e_ :  f\n**g*: h\n**i**:"),
        ((3, 1), SURE, "the signs around `e` (_) belong to the page that this was copied from",
         "**a**: b\n- `c:` d\ne: f\n**g*: h\n**i**:"),
        ((5, 1), SURE, "the signs around `i` (**) belong to the page that this was copied from",
         "**a**: b\n- `c:` d\n_e_ :  f\n**g*: h\ni:"),
    ]),
    ("a stray below a text", pasted.strays, "- a: b c\n  d e\nf: g", 1, 0, [
        ((2, 3), UNSURE, "this line is not a field; it seems to go on with the text above it",
         "- a: b c\n    d e\nf: g"),
        ((2, 3), UNSURE, "this line is not a field: it has no name with a colon", "- a: b c\n# d e\nf: g"),
    ]),
    ("a stray below a text at the margin", pasted.strays, "- a: b c\nd e", None, 0, [
        ((2, 1), UNSURE, "this line is not a field; it seems to go on with the text above it", "- a: b c\n    d e"),
        ((2, 1), UNSURE, "this line is not a field: it has no name with a colon", "- a: b c\n# d e"),
    ]),
    ("a stray below one word", pasted.strays, "- a: b\n  c d", None, 0, [
        ((2, 3), UNSURE, "this line is not a field: it has no name with a colon", "- a: b\n# c d"),
    ]),
    ("a stray below a text of several lines", pasted.strays, "a: |\n  b\n  c\nd e", None, 0, [
        ((4, 1), UNSURE, "this line goes on with the text above it, and is not set in as far", "a: |\n  b\n  c\n  d e"),
        ((4, 1), UNSURE, "this line is not a field: it has no name with a colon", "a: |\n  b\n  c\n# d e"),
        ((2, 3), UNSURE, "this line is not a field: it has no name with a colon", "a: |\n# b\n  c\nd e"),
    ]),
    ("a stray below a text of several lines, one short", pasted.strays, "- a: >-  # r\n    b\n   c d\n  e: f", 2, 0, [
        ((2, 5), UNSURE, "this line is not a field: it has no name with a colon", "- a: >-  # r\n# b\n   c d\n  e: f"),
    ]),
    ("a stray right below the mark of a text", pasted.strays, "a: |\nb c", None, 0, [
        ((2, 1), UNSURE, "this line is not a field: it has no name with a colon", "a: |\n# b c"),
    ]),
    ("a stray below a field behind a text", pasted.strays, "a: |\n  b\nc: d\ne f", None, 0, [
        ((4, 1), UNSURE, "this line is not a field: it has no name with a colon", "a: |\n  b\nc: d\n# e f"),
        ((2, 3), UNSURE, "this line is not a field: it has no name with a colon", "a: |\n# b\nc: d\ne f"),
    ]),
    ("a stray set in below a stray", pasted.strays, "a: b c\n  d e\n  f g", None, 0, [
        ((2, 3), UNSURE, "this line is not a field; it seems to go on with the text above it",
         "a: b c\n    d e\n  f g"),
        ((2, 3), UNSURE, "this line is not a field: it has no name with a colon", "a: b c\n# d e\n  f g"),
    ]),
    ("strays that are none", pasted.strays, "\n# a\n{b\n'c\n- d\ne:", None, 0, []),
    ("a stray on the first line", pasted.strays, "Dear all\n- a: b", 0, 0, [
        ((1, 1), UNSURE, "this line is not a field: it has no name with a colon", "# Dear all\n- a: b"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
