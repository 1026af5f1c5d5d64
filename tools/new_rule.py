"""Begin a rule, its page and its changelog file: `make new-rule name=my-fault family=leadership`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from igreg.rules._rule import FAMILIES, by_word, catalogue

ROOT = Path(__file__).parent.parent

MODULE = '''"""TODO: say in one sentence what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule


@rule("{code}", Severity.WARNING, "own", "practice")  # TODO: law, contract, toolkit or own; its sources
def check(ctx: Context) -> Iterator[Fault]:
    for policy in ctx.register.of(Policy):
        if policy.title is None:
            yield policy.fault(("title",), "what is wrong, with the value", help="what to do")
'''

PAGE = """# {name} ({code})

TODO: one sentence that says what is wrong.

## Why it matters

TODO: in plain English, for an IG lead.

## What it rests on

TODO: the law, guidance or DSPT item, so that a reader can look it up.

## Not accepted

```yaml
# file: policies/POL-001.yaml
id: POL-001
title: Records retention  # <- {code}
owner: records-manager
```

## Accepted

```yaml
# file: policies/POL-001.yaml
id: POL-001
title: Records retention
owner: records-manager
```

## How to put it right

TODO: what to do.
"""


def free_code(family: str) -> str:
    """The code after the last of a family; where that was the highest there can be, the first that is free."""
    head = f"IG{FAMILIES.index(family)}"
    used = {int(rule.code[3:]) for rule in catalogue() if rule.code.startswith(head)}
    after = max(used, default=0) + 1
    return f"{head}{after if after < 100 else min(set(range(1, 100)) - used):02}"


def main() -> None:
    """Write the three files; say what to do next."""
    code, name, family = [*sys.argv[1:], "", "", ""][:3]
    if family and family not in FAMILIES:
        sys.exit(f"no family is called {family!r}: {', '.join(FAMILIES)}")
    code = code or (free_code(family) if family else "")
    if not re.fullmatch(r"IG[0-9]{3}", code) or not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        sys.exit("make new-rule name=my-fault family=leadership, or code=IG... in the place of the family")
    family = family or FAMILIES[int(code[2])]
    taken = by_word().get(code) or by_word().get(name)
    if taken:
        free = free_code(family)
        sys.exit(f"{taken.code} is {taken.name} already; codes and names are never used twice: {free} is free")
    stem = ROOT / "src" / "igreg" / "rules" / family / name.replace("-", "_")
    stem.with_suffix(".py").write_text(MODULE.replace("{code}", code), encoding="utf-8")
    stem.with_suffix(".md").write_text(PAGE.format(code=code, name=name), encoding="utf-8")
    change = ROOT / "changes" / f"{name}.added.md"
    change.write_text(f"New rule `{name}` ({code}).\n", encoding="utf-8")
    print(f"1. write the page: {stem.relative_to(ROOT)}.md")
    print(f"2. see it fail:    .venv/bin/pytest tests/test_rule_pages.py -k {name.replace('-', '_')}")
    print(f"3. write the rule: {stem.relative_to(ROOT)}.py")


if __name__ == "__main__":
    main()
