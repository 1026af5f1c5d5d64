"""What takes the place of a part of igreg's templates, looked at before it runs: a mistaken name is silent.

Jinja passes over a block that no page has and a text that stands in none, and a macro that nobody calls.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from jinja2 import Environment, nodes

from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.language.suggest import one_of
from igreg.render.escape.terminal import plain
from igreg.render.report.template import shipped
from igreg.render.report.template.writing import WRITTEN


def refuse_unknown_parts(
    environment: Environment, root: str, own: Mapping[str, str], blocks: str, parts: Collection[str]
) -> None:
    """Raises IgregError for what stands in an own template and would never be shown, and for a block's wrong values.

    `root` is the template that is filled in, `blocks` the file of blocks, and `parts` are the names of those.
    """
    if blocks in own:
        _look_at_blocks(environment, own, blocks, parts)
    _look_at_page(environment, root, own)


def _look_at_blocks(environment: Environment, own: Mapping[str, str], file: str, parts: Collection[str]) -> None:
    tree = environment.parse(own[file], file)
    _refuse_stray(tree, file, "outside of every macro")
    used = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "load"}
    others = "\n".join(text for name, text in own.items() if name != file)
    for macro in tree.find_all(nodes.Macro):
        name = macro.name
        if name in parts:
            if not macro.args or len(macro.args) - len(macro.defaults) > 1:
                raise _wrong(
                    file, macro, f"the block {name!r} is given one value", f"begin it with {{% macro {name}(block) %}}"
                )
        elif name not in used and not name.startswith("_") and not re.search(rf"\b{name}\b", others):
            raise _wrong(
                file, macro, f"there is no block {name!r}, and nothing calls it", _meant(name, parts, "blocks")
            )


def _look_at_page(environment: Environment, root: str, own: Mapping[str, str]) -> None:
    """The templates that a page is built on, from the last one up: each has the parts that are replaced in it."""
    seen: list[str] = []
    trees: list[nodes.Template] = []
    file: str | None = root
    while file is not None:
        if file in seen:
            ours = shipped.FOLDER + file
            raise IgregError(
                f"the template {plain(root)}: it is built on itself", f"that of igreg is called {plain(ours)!r}"
            )
        text = _text(environment, file)
        if text is None:
            break  # Jinja says what there is
        seen.append(file)
        trees.append(environment.parse(text, file))
        file = _built_on(trees[-1])
    for number, (name, tree) in enumerate(zip(seen, trees, strict=True)):
        above = list(dict.fromkeys(block.name for one in trees[:number:-1] for block in one.find_all(nodes.Block)))
        if name in own and _built_on(tree) is not None and len(trees) > number + 1:
            _refuse_stray(tree, name, "outside of every block")
            for block in (one for one in tree.body if isinstance(one, nodes.Block)):
                if block.name not in above:
                    sentence = f"there is no part {block.name!r} in {listed(seen[number + 1 :])}"
                    raise _wrong(name, block, sentence, _meant(block.name, above, "parts"))


def _text(environment: Environment, file: str) -> str | None:
    if environment.loader is None or file not in environment.loader.list_templates():
        return None
    return environment.loader.get_source(environment, file)[0]


def _built_on(tree: nodes.Template) -> str | None:
    """The template that one extends, where its name stands there."""
    for one in tree.body:
        if isinstance(one, nodes.Extends) and isinstance(one.template, nodes.Const):
            return str(one.template.value)
    return None


def _refuse_stray(tree: nodes.Template, file: str, where: str) -> None:
    """Raises IgregError for what is written where nothing is shown."""
    for output in (one for one in tree.body if isinstance(one, nodes.Output)):
        for number, said in _said(output):
            text = " ".join(said.split())[:60]
            raise IgregError(
                f"the template {plain(file)}, line {number}: {plain(text)!r} stands {where}, and would not be shown",
                "put it into the one in which it is to stand",
            )


def _said(output: nodes.Output) -> Iterator[tuple[int, str]]:
    """What an output writes, with its line, blanks aside."""
    for one in output.nodes:
        if isinstance(one, nodes.TemplateData):
            if one.data.strip():
                before = one.data[: len(one.data) - len(one.data.lstrip())]
                yield one.lineno + before.count("\n"), one.data
        elif isinstance(one, nodes.Filter) and one.name == WRITTEN:
            yield one.lineno, "{{ ... }}"


def _wrong(file: str, node: nodes.Node, sentence: str, hint: str) -> IgregError:
    return IgregError(f"the template {plain(file)}, line {node.lineno}: {plain(sentence)}", hint)


def _meant(name: str, known: Collection[str], what: str) -> str:
    near = one_of(name, known, "")
    return f"{near} the {what} are {listed(known)}".strip()
