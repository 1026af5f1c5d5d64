"""A year of a trust: a register of the bench, forty changes of the sort that somebody has to approve, and noise."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from bench.generate import files_of, generate
from bench.records import Sizes
from igreg.register.read import read
from igreg.register.register import Register
from tests.pages import sources

Kinds = dict[str, list[str]]
ADDED = {
    "delegations": "id: D-1\ntitle: Small disclosures\nfrom: ig-lead\nto: records-manager\ntasks: [disclosures]\nlimit: 5000\n"
    "currency: GBP\nstart: 2025-01-01\nreview: {every: 12 months, last: 2026-05-01}",
    "contracts": "id: K-1\ntitle: Hosting of the care record\nwith: b000\nowner: siro\nprocesses_personal_data: true\n"
    "breach_within: 24 hours\nstart: 2024-01-01\nend: 2028-12-31\nnotice: 3 months",
    "data-flows": "id: DF-1\ntitle: Discharge letters\nfrom: ig-lead\nto: [b000]\nwhat: letters\npersonal_data: true\nby: [MESH]\nowner: siro",
    "budgets": "id: B-IG\ntitle: Information governance\nyear: 2026/27\nowner: siro\ncurrency: GBP\n"
    "lines:\n  - {what: Training, planned: 40000}\n  - {what: Tools, planned: 12000}",
}


def before() -> Kinds:
    """The register at the beginning."""
    kinds = generate(Sizes.trust(0.01))
    kinds["assessments"] = kinds["assessments"][:1]
    for kind, text in ADDED.items():
        kinds.setdefault(kind, []).append(text)
    change(kinds, "risks", "RSK-0003", "likelihood: 2\nimpact: 3", "likelihood: 4\nimpact: 4")
    change(
        kinds,
        "risks",
        "RSK-0003",
        "\nreview:",
        "\nactions:\n  - {id: RSK-0003-a, what: Buy trolleys, owner: records-manager, due: 2026-12-15}\nreview:",
    )
    change(kinds, "incidents", "INC-00005", "status: closed", "status: open")
    change(kinds, "incidents", "INC-00005", "likelihood: 2\nimpact: 2", "likelihood: 4\nimpact: 4")
    change(kinds, "incidents", "INC-00005", "report: false", "report: true")
    kinds["incidents"] = [
        re.sub(r"\n(?:closed|target): .*", "", one) if "id: INC-00005" in one else one for one in kinds["incidents"]
    ]
    return kinds


def change(kinds: Kinds, kind: str, id: str, old: str, new: str) -> None:
    """Write something else in a record; `old` has to stand there."""
    [at] = [number for number, one in enumerate(kinds[kind]) if re.search(rf"^id: {id}$", one, re.MULTILINE)]
    assert old in kinds[kind][at], (id, old, kinds[kind][at])
    kinds[kind][at] = kinds[kind][at].replace(old, new, 1)


def drop(kinds: Kinds, kind: str, id: str) -> None:
    """Take a record out."""
    kinds[kind] = [one for one in kinds[kind] if not re.search(rf"^id: {id}$", one, re.MULTILINE)]


def half_of_the_training(kinds: Kinds) -> None:
    """Every second record of one course is lost."""
    of_course = [one for one in kinds["training-records"] if "course: c-2," in one]
    lost = set(of_course[::2])
    kinds["training-records"] = [one for one in kinds["training-records"] if one not in lost]


def renamed(kinds: Kinds) -> None:
    """A policy gets another id, here and wherever it is named."""
    for records in kinds.values():
        records[:] = [re.sub(r"\bPOL-0005\b", "IG-05", one) for one in records]


PLANTED: Mapping[str, Callable[[Kinds], None]] = {
    "the SIRO changes": lambda k: (
        change(
            k,
            "roles",
            "siro",
            "from: 2023-04-01,",
            "from: 2023-04-01, until: 2026-11-30,",
        )
        or change(
            k,
            "roles",
            "siro",
            "holders:\n",
            "holders:\n  - {staff: s00030, from: 2026-12-01, assigned_by: minute 40}\n",
        )
    ),
    "the DPO's appointment lapses": lambda k: change(
        k, "roles", "dpo", "from: 2023-04-01,", "from: 2023-04-01, until: 2026-10-31,"
    ),
    "the DPO has no deputy": lambda k: change(
        k, "roles", "dpo", "\n  - {staff: s00011, from: 2023-04-01, as: deputy}", ""
    ),
    "security has no deputy": lambda k: change(
        k, "roles", "security-lead", "\n  - {staff: s00009, from: 2023-04-01, as: deputy}", ""
    ),
    "a deputy for FOI": lambda k: change(
        k, "roles", "foi-lead", "holders:\n", "holders:\n  - {staff: s00031, from: 2026-02-01, as: deputy}\n"
    ),
    "a post is taken out": lambda k: drop(k, "roles", "ciso"),
    "somebody answers to another": lambda k: change(
        k, "roles", "records-manager", "accountable_to: ig-lead", "accountable_to: siro"
    ),
    "a post ends": lambda k: change(k, "roles", "r0003", "\nholders:", "\nend: 2026-03-01\nholders:"),
    "a policy is given to that post": lambda k: change(k, "policies", "POL-0004", "owner: ig-lead", "owner: r0003"),
    "a review moves": lambda k: change(k, "policies", "POL-0001", "every: 24 months", "every: 48 months"),
    "an approval is taken back": lambda k: (
        change(k, "policies", "POL-0002", "approver: ig-group\n", "")
        or change(k, "policies", "POL-0002", "status: in-force", "status: draft")
    ),
    "a policy is withdrawn": lambda k: change(k, "policies", "POL-0003", "status: in-force", "status: withdrawn"),
    "a policy gets another id": renamed,
    "things are kept for ever": lambda k: change(
        k, "assets", "IA-00001", "retention: 8 years after the last contact", "retention: kept without limit"
    ),
    "a system goes abroad": lambda k: (
        change(k, "assets", "IA-00002", "outside_uk: false", "outside_uk: true")
        or change(k, "assets", "IA-00002", "location: Data centre in the UK", "location: Data centre in Texas")
    ),
    "a system is no longer special": lambda k: change(
        k, "assets", "IA-00003", "special_category: true", "special_category: false"
    ),
    "a risk is scored lower": lambda k: change(
        k, "risks", "RSK-0003", "likelihood: 4\nimpact: 4", "likelihood: 2\nimpact: 2"
    ),
    "its action is put off": lambda k: change(k, "risks", "RSK-0003", "due: 2026-12-15", "due: 2027-12-15"),
    "a risk is tolerated": lambda k: change(k, "risks", "RSK-0002", "treatment: treat", "treatment: tolerate"),
    "a breach is not reported": lambda k: change(k, "incidents", "INC-00005", "report: true", "report: false"),
    "it was known later": lambda k: change(
        k, "incidents", "INC-00006", "aware: 2026-10-09T09:30", "aware: 2026-10-11T09:30"
    ),
    "more people are affected": lambda k: change(
        k, "incidents", "INC-00007", "people_affected: 1", "people_affected: 4000"
    ),
    "starters have longer": lambda k: change(
        k, "training-plans", "plan-all", "{course: c-3, within: 1 month}", "{course: c-3, within: 6 months}"
    ),
    "a course holds longer": lambda k: change(k, "courses", "c-1", "valid_for: 12 months", "valid_for: 36 months"),
    "training records are lost": half_of_the_training,
    "an agreement ends early": lambda k: change(
        k, "sharing-agreements", "DSA-000", "expires: 2028-03-31", "expires: 2026-09-30"
    ),
    "a DPIA is taken out": lambda k: drop(k, "dpias", "DPIA-00000"),
    "another lawful basis": lambda k: change(
        k,
        "processing",
        "ROPA-00000",
        "lawful_basis: [UK GDPR Article 6(1)(e)]",
        "lawful_basis: [UK GDPR Article 6(1)(a)]",
    ),
    "a quorum nobody reaches": lambda k: change(k, "groups", "ig-group", "quorum: 3", "quorum: 12"),
    "a group meets less": lambda k: change(k, "groups", "ig-group", "meets_every: 2 months", "meets_every: 6 months"),
    "an exception": lambda k: k.setdefault("exceptions", []).append(
        "id: E-1\nrule: review-too-rare\nrecord: POL-0001\nreason: agreed\napproved_by: siro\nuntil: 2027-03-31"
    ),
    "an answer is another": lambda k: change(
        k, "assessments", "assessments-0000", '"item": "ndg-1"', '"item": "ndg-2"'
    ),
    "a processor may tell later": lambda k: change(
        k, "contracts", "K-1", "breach_within: 24 hours", "breach_within: 96 hours"
    ),
    "a contract ends": lambda k: change(k, "contracts", "K-1", "end: 2028-12-31", "end: 2026-12-31"),
    "more may be decided": lambda k: change(k, "delegations", "D-1", "limit: 5000", "limit: 50000"),
    "letters go by e-mail": lambda k: change(k, "data-flows", "DF-1", "by: [MESH]", "by: [MESH, e-mail]"),
    "money for training": lambda k: change(k, "budgets", "B-IG", "planned: 40000", "planned: 10000"),
    "news come seldom": lambda k: change(k, "flows", "f-news", "every: 3 months", "every: 12 months"),
    "a notice loses Welsh": lambda k: change(
        k, "notices", "notice-1", "languages: [English, Welsh]", "languages: [English]"
    ),
    "an audit's finding goes": lambda k: k["audits"].__setitem__(1, k["audits"][1].partition("\nfindings:")[0]),
    "whoever leads has left": lambda k: change(k, "staff", "s00002", "\nname:", "\nleft: 2026-11-10\nname:"),
    "a service closes": lambda k: change(k, "units", "u001", "\nname:", "\nend: 2026-06-30\nname:"),
}


def register_of(kinds: Kinds) -> Register:
    """A register of these records, a file for each kind."""
    return read(sources({f"register/{name}": text.encode() for name, text in files_of(kinds, "few").items()}))


def with_noise(kinds: Kinds) -> Register:
    """The same records in another order and in other files, with comments, quotes and the line ends of another system."""
    kinds = {kind: random.Random(4).sample(records, len(records)) for kind, records in kinds.items()}
    texts: dict[str, bytes] = {}
    for number, (name, text) in enumerate(files_of(kinds, "few").items()):
        kind = name.removesuffix(".yaml")
        text = re.sub(r"(?m)^(  )?(owner|status|outcome): (\S+)$", r'\1\2:   "\3"', text)
        match number % 4:
            case 0:
                text = f"# Kept by the office.\n{text}# The end.\n"
            case 1:
                text = text.replace("\n", "\r\n")
            case 2 if kind not in ("organisation", "training-records"):
                name = f"{kind}/all-of-them.yaml"
            case _:
                text = f"\n\n{text}"
        texts[f"register/{name}"] = text.encode()
    return read(sources(texts))
