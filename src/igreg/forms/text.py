"""The text of a form, which people send by mail: how it is written, and how it is read once mail programs had it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from igreg.dataclass import dataclass
from igreg.errors import IgregError

VERSION = 1
END = "-----END IGREG-----"
_BEGIN = re.compile(
    r"(?P<before>[> \t]*)-----BEGIN IGREG (?P<form>[A-Za-z_ -]{1,40}?) (?P<version>[0-9]{1,4})-----[ \t]*"
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*)[ \t]?:(?:[ \t]+(.*)|)")
_CLOSE = re.compile(r"([A-Za-z][A-Za-z0-9_.-]*):(\S.*)")
"""A field with no blank behind its colon, which counts where there is such a field: `https://` is none."""
_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\u000b\u000c]")
_SPACES = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]")
_PUT_IN = re.compile("[\u200b\u2060]")
"""Signs that nobody sees, which mail programs put where a line may be broken."""
_GUARDED = (" ", "\t", "|", ">", "-----")
"""What a line of a value may not begin with in the text; `| ` is put in front of it."""


@dataclass(frozen=True)
class Sent:
    """What was sent: the name of the form as it stands there, and each field with its text, in their order."""

    form: str
    pairs: Sequence[tuple[str, str]]


def plain(value: str) -> str:
    """A value as a text carries it: lines parted by LF, plain blanks, none at ends of lines, nothing unseen."""
    value = _PUT_IN.sub("", _UNSEEN.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", value))))
    return re.sub(r"[ \t]+(?=\n|\Z)", "", value).strip("\n\t ")


def written(form: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The text of a form with these answers; those that are empty are left out."""
    lines = [f"-----BEGIN IGREG {form} {VERSION}-----"]
    for field, value in pairs:
        first, *more = plain(value).split("\n")
        if first:
            lines += [f"{field}: {_guarded(first)}", *(f"  {_guarded(line)}" for line in more)]
    return "".join(f"{line}\n" for line in (*lines, END))


def found(text: str, known: Collection[str]) -> Sent | None:
    """What a text with a form in it says; nothing where it holds none. `known` are the fields that there may be.

    Raises IgregError where its end is missing, where it is of a later version, or where several say different things.
    """
    lines = _PUT_IN.sub("", _UNSEEN.sub("", _BREAKS.sub("\n", text))).split("\n")
    sent: list[Sent] = []
    number = 0
    while number < len(lines):
        begin = _BEGIN.fullmatch(_SPACES.sub(" ", lines[number]))
        number += 1
        if begin is None:
            continue
        if int(begin["version"]) != VERSION:
            raise IgregError(f"the form is of version {begin['version']}", "a newer igreg reads it; this one knows 1")
        inner: list[str] = []
        while number < len(lines) and (line := _bare(lines[number], begin["before"])).rstrip() != END:
            inner.append(line)
            number += 1
        if number == len(lines):
            raise IgregError("the text of the form was cut off", f"copy all of it, down to {END}")
        one = Sent(begin["form"].strip(), _pairs(inner, known))
        if one not in sent:
            sent.append(one)
    if len(sent) > 1:
        raise IgregError(f"there are {len(sent)} forms in it that differ", "give one of them alone")
    return sent[0] if sent else None


def _guarded(line: str) -> str:
    return f"| {line}".rstrip(" ") if not line or line.startswith(_GUARDED) else line


def _unguarded(text: str) -> str:
    return text[2:] if text.startswith("| ") else "" if text == "|" else text


def _bare(line: str, before: str) -> str:
    """A line without what a mail program put in front of all lines: signs of a quotation, or blanks."""
    line = _SPACES.sub(" ", line)
    quotes = before.count(">")
    for _ in range(quotes):
        line = re.sub(r"^[ \t]{0,3}>[ ]?", "", line)
    if not quotes and before and line.startswith(before):
        line = line[len(before) :]
    return line


def _pairs(lines: Sequence[str], known: Collection[str]) -> list[tuple[str, str]]:
    """Fields and their texts; a line that was broken on its way goes on with the one before it."""
    out: list[tuple[str, list[str]]] = []
    last = ""
    for line in lines:
        field = _FIELD.fullmatch(line.rstrip(" \t"))
        if field is None and (close := _CLOSE.fullmatch(line.rstrip(" \t"))) and _plain_name(close[1]) in known:
            field = close
        if not line.strip(" \t"):
            if out:
                out[-1][1].append("")
        elif line[0] in " \t" and out:
            out[-1][1].append(_unguarded(line.strip(" \t")))
        elif field is not None and (_plain_name(field[1]) in known or not last.endswith((" ", "=")) or not out):
            out.append((field[1], [_unguarded((field[2] or "").strip(" \t"))]))
        elif out:
            _go_on(out[-1][1], last, line)
        else:
            raise IgregError("the text of the form begins with a line that is no field", "each line is `field: value`")
        last = line
    return [(name, plain("\n".join(value))) for name, value in out]


def _plain_name(name: str) -> str:
    return name.casefold().replace("-", "_")


def _go_on(value: list[str], last: str, line: str) -> None:
    """Join what a mail program parted: at a soft end (`=`) without a blank, else with one."""
    text = line.strip(" \t")
    if last.endswith("=") and value[-1].endswith("="):
        value[-1] = value[-1][:-1] + text
    else:
        value[-1] = f"{value[-1]} {text}".strip(" ")
