"""The records of a generated register, kind by kind: YAML text without the dash of a list."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TODAY = dt.date(2026, 11, 24)
AREAS = ("governance", "caldicott", "risk", "security", "data-protection", "confidentiality")
FIRST = (
    "Amara",
    "Ben",
    "Carys",
    "Dev",
    "Elin",
    "Farid",
    "Grace",
    "Hamza",
    "Iona",
    "Jude",
    "Kemi",
    "Leo",
    "Mina",
    "Nia",
)
LAST = (
    "Abara",
    "Bevan",
    "Cole",
    "Dhillon",
    "Ellis",
    "Farrow",
    "Gill",
    "Hart",
    "Idris",
    "Jones",
    "Khan",
    "Lowe",
    "Munro",
)
LEADS = {
    "ig-lead": ("governance", "siro"),
    "caldicott-guardian": ("caldicott", "chief-executive"),
    "siro": ("risk", "chief-executive"),
    "security-lead": ("security", "siro"),
    "dpo": ("data-protection", "chief-executive"),
    "confidentiality-lead": ("confidentiality", "ig-lead"),
}
OTHERS = ("foi-lead", "records-manager", "ra-manager", "clinical-safety-officer", "ciso", "data-quality-lead")


def day(back: int) -> str:
    """The day that many days before the day of the measurement."""
    return (TODAY - dt.timedelta(days=back)).isoformat()


@dataclass(frozen=True)
class Sizes:
    """How many of each kind."""

    staff: int
    training: int
    roles: int
    units: int
    policies: int
    incidents: int
    audits: int
    assets: int
    flows: int
    meetings: int
    risks: int
    communications: int
    bodies: int

    @classmethod
    def trust(cls, scale: float) -> Sizes:
        """A large trust at scale 1.0; at least so many of each that the register stays whole."""
        full = (20_000, 200_000, 800, 200, 600, 3_000, 1_200, 5_000, 300, 500, 400, 600, 200)
        least = (40, 400, 24, 3, 8, 5, 8, 6, 10, 6, 4, 8, 3)
        return cls(*(max(round(n * scale), m) for n, m in zip(full, least, strict=True)))

    @classmethod
    def practice(cls) -> Sizes:
        """A practice of 50 after three years: eight courses a year each, a meeting a month, an audit a month."""
        return cls(50, 1_200, 28, 4, 60, 45, 40, 60, 40, 36, 25, 60, 20)


def staff_id(number: int) -> str:
    """The id of a person."""
    return f"s{number:05d}"


ORGANISATION = """name: Great Moor and Vale NHS Foundation Trust
type: nhs-trust
ods_code: R0Z
dspt_category: 1
top: board
ico_registration: {number: ZA482913, expires: 2027-06-30}
dspt:
  - {edition: 2025-26, status: standards met, published: 2026-06-24}
"""


def _units(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.units):
        parent = f"\nparent: u{i // 10:03d}" if i >= 10 else ""
        yield f"id: u{i:03d}\nname: Service {i}{parent}\ncategory: service\nlead: r{i % _posts(n):04d}\nhead_count: {n.staff // n.units}"


def _posts(n: Sizes) -> int:
    return n.roles - len(LEADS) - len(OTHERS) - 1


def _role(id: str, title: str, above: str, holder: int, more: str) -> str:
    return (
        f"id: {id}\ntitle: {title}\naccountable_to: {above}\nduties:\n  - Answers for information in its part of the trust\n"
        f"holders:\n  - {{staff: {staff_id(holder)}, from: 2023-04-01, assigned_by: letter of appointment}}{more}"
    )


def _roles(n: Sizes, _: random.Random) -> Iterator[str]:
    holder = 0
    yield _role("chief-executive", "Chief Executive", "board", holder, "\nfunction: chief-executive\nlevel: board")
    for name, (area, above) in LEADS.items():
        holder += 2
        level = "board" if name in ("siro", "caldicott-guardian") else "senior"
        more = f"\n  - {{staff: {staff_id(holder + 1)}, from: 2023-04-01, as: deputy}}\nfunction: {name}\nlevel: {level}\nareas: [{area}]"
        if name == "caldicott-guardian":
            more += f"\nregistrations:\n  - {{with: national-register, on: 2023-04-10, confirmed: {day(60)}, confirm_every: 12 months}}"
        if name == "dpo":
            more += "\nreports_to: [board]"
        yield _role(name, name.replace("-", " ").title(), above, holder, more)
    for name in OTHERS:
        holder += 2
        yield _role(name, name.replace("-", " ").title(), "ig-lead", holder, f"\nfunction: {name}\nlevel: senior")
    for i in range(_posts(n)):
        holder += 1
        function = "\nfunction: information-asset-owner" if i % 2 == 0 else ""
        above = "siro" if i % 2 == 0 else "chief-executive" if i < 20 else f"r{(i // 16) | 1:04d}"
        review = f"\nreview: {{every: 12 months, last: {day(i % 300)}, outcome: unchanged}}"
        unit = f"\nunit: u{i % n.units:03d}\nlevel: operational"
        yield _role(f"r{i:04d}", f"Service manager {i}", above, holder % n.staff, unit + function + review)


def _staff(n: Sizes, chance: random.Random) -> Iterator[str]:
    for i in range(n.staff):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        manager = f"\nmanager: {staff_id(i // 12)}" if i else ""
        yield (
            f"id: {staff_id(i)}\nname: {first} {last}\nemail: {first.lower()}.{last.lower()}{i}@moorandvale.example\n"
            f"job_title: Member of staff, band {2 + i % 7}\nunit: u{i % n.units:03d}{manager}\nstarted: {day(700 + i % 2000)}\n"
            f"hours_per_week: 37.5"
        )


def _groups(n: Sizes, _: random.Random) -> Iterator[str]:
    yield "id: board\ntitle: Trust board\nchair: chief-executive\nmembers: [siro, caldicott-guardian]"
    yield (
        "id: ig-group\ntitle: Information Governance Group\nchair: siro\nsecretary: ig-lead\nig_group: true\naccountable_to: board\n"
        "members: [caldicott-guardian, dpo, security-lead, confidentiality-lead, records-manager]\nmeets_every: 2 months\nquorum: 3"
    )


def _meetings(n: Sizes, _: random.Random) -> Iterator[str]:
    yield "id: m-next\ngroup: ig-group\ndate: 2027-01-12\nstatus: planned\nagenda:\n  - {title: Incidents and lessons}"
    for i in range(n.meetings - 1):
        yield (
            f"id: m{i:04d}\ngroup: ig-group\ndate: {day(20 + i * 3)}\nstatus: held\nagenda:\n  - {{title: Minutes of the last meeting, presenter: ig-lead}}\n"
            f"  - {{title: Incidents and lessons, presenter: siro}}\n  - {{title: Training figures}}\npresent: [siro, ig-lead, dpo, caldicott-guardian, security-lead]\n"
            f"apologies: [records-manager]\nminutes: {{url: 'https://intranet.moorandvale.example/ig/{i}', title: Minutes}}\n"
            f"decisions:\n  - The group agreed the action plan for service {i}.\nactions:\n"
            f"  - {{id: m{i:04d}-a, what: Write to the service about its action plan, owner: ig-lead, due: {day(i)}, done: {day(i + 1)}}}"
        )


def _flows(n: Sizes, _: random.Random) -> Iterator[str]:
    yield "id: f-report\ntitle: CheckResult of an incident\nfrom: all-staff\nto: [ig-lead]\nabout: [governance, confidentiality]\ntrigger: incident\nwithin: 1 hour\nby: [form]\nout_of_hours: true"
    yield "id: f-grade\ntitle: Graded incident\nfrom: ig-lead\nto: [dpo, siro, caldicott-guardian, security-lead, confidentiality-lead]\ntrigger: incident\nwithin: 24 hours\nby: [email]\ntwo_way: true"
    yield "id: f-ico\ntitle: Notice of a breach\nfrom: dpo\nto: [ico]\ntrigger: incident\nwithin: 24 hours\nby: [portal]"
    yield "id: f-news\ntitle: News about information governance\nfrom: ig-lead\nto: [all-staff]\nevery: 3 months\nby: [email, intranet]"
    for i in range(n.flows - 4):
        yield f"id: f{i:04d}\ntitle: Monthly return of service {i}\nfrom: r{i % _posts(n):04d}\nto: [siro, ig-lead]\nabout: [risk]\ntrigger: request\nby: [email]"


def _bodies(n: Sizes, _: random.Random) -> Iterator[str]:
    yield "id: ico\nname: Information Commissioner\ncategory: regulator"
    yield "id: national-register\nname: Register of Caldicott Guardians\ncategory: national-body"
    for i in range(n.bodies - 2):
        yield f"id: b{i:03d}\nname: Partner organisation {i}\ncategory: partner\ncontact: Its information governance office"


def _policies(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.policies):
        yield (
            f"id: POL-{i:04d}\ntitle: Policy on subject {i}\ncategory: policy\nareas: [{AREAS[i % 6]}]\nowner: ig-lead\napprover: ig-group\n"
            f"author: records-manager\nversion: '{1 + i % 5}.{i % 10}'\nstatus: in-force\nin_force_from: {day(400 + i % 300)}\n"
            f"document: {{url: 'https://intranet.moorandvale.example/policies/{i}', title: The policy}}\nfollows: [g-{i % 20:02d}]\n"
            f"applies_to: [all-staff]\nreview: {{every: 24 months, last: {day(30 + i % 300)}, by: ig-lead, outcome: unchanged}}"
        )


def _guidance(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(20):
        yield f"id: g-{i:02d}\ntitle: Guidance on subject {i}\npublisher: national-register\npublished: 2024-03-01\nupdated: 2025-01-15"


def _courses(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(10):
        areas = ", ".join(AREAS) if i == 0 else AREAS[i % 6]
        yield f"id: c-{i}\ntitle: Course {i} in information governance\nareas: [{areas}]\nvalid_for: 12 months\nprovider: The trust"


def _plans(n: Sizes, _: random.Random) -> Iterator[str]:
    courses = "\n".join(f"  - {{course: c-{i}, within: 1 month}}" for i in range(10))
    yield f"id: plan-all\ntitle: Training for everybody\naudience: [all-staff]\ncourses:\n{courses}\nowner: ig-lead\napproved_by: ig-group\napproved_on: 2026-01-20"


def _training(n: Sizes, _: random.Random) -> Iterator[str]:
    each = n.training // n.staff
    for i in range(n.training):
        yield f"{{staff: {staff_id(i // each % n.staff)}, course: c-{i % each % 10}, completed: {day(5 + i * 7 % 330)}}}"


def _audits(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.audits):
        yield (
            f"id: AUD-{i:04d}\ntitle: Spot check {i}\ncategory: spot-check\nareas: [{AREAS[i % 6]}]\npolicies: [POL-{i % n.policies:04d}]\n"
            f"lead: data-quality-lead\nunits: [u{i % n.units:03d}]\nplanned: {day(10 + i % 340)}\nperformed: {day(9 + i % 340)}\n"
            f"sample: {{checked: 20, compliant: {17 + i % 4}}}\nstatus: done\nfindings:\n  - id: AUD-{i:04d}-1\n    what: Two records were left open on a desk\n"
            f"    severity: medium\n    policy: POL-{i % n.policies:04d}\n"
            f"    action: {{id: AUD-{i:04d}-1-a, what: Remind the team, owner: r{i % _posts(n):04d}, due: {day(i % 300)}, done: {day(i % 300 + 3)}}}"
        )


def _incidents(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.incidents):
        back = 40 + i % 900
        yield (
            f"id: INC-{i:05d}\ntitle: Letter sent to a wrong address, case {i}\naware: {day(back)}T09:30\noccurred: {day(back + 1)}T15:00\n"
            f"areas: [confidentiality]\nunit: u{i % n.units:03d}\neffects: [confidentiality]\nbreach_type: wrong recipient, form {i}\n"
            f"summary: A letter was put into the wrong envelope and came back unopened.\nlikelihood: 2\nimpact: 2\npeople_affected: 1\nstatus: closed\n"
            f"lead: ig-lead\ninvolved: [r{i % _posts(n):04d}]\nreported_by: all-staff\n"
            f"decision: {{report: false, by: dpo, at: '{day(back - 1)}T10:00', reason: The letter came back unopened}}\n"
            f"root_cause: Two letters lay on one desk while envelopes were filled.\nlessons:\n"
            f"  - {{lesson: Fill one envelope at a time, shared_by: [com-{i % n.communications:04d}]}}\nactions:\n"
            f"  - {{id: INC-{i:05d}-a, what: Mark the desk, owner: r{i % _posts(n):04d}, due: {day(back - 20)}, done: {day(back - 18)}}}\n"
            f"target: {day(back - 30)}\nclosed: {day(back - 25)}"
        )


def _risks(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.risks):
        yield (
            f"id: RSK-{i:04d}\ntitle: Loss of records in service {i}\nareas: [risk]\nowner: siro\ncause: Paper moved by hand\neffect: Delay to care\n"
            f"likelihood: 2\nimpact: 3\ntarget_score: 4\ntreatment: treat\ncontrols: [POL-{i % n.policies:04d}, Locked trolleys]\n"
            f"review: {{every: 3 months, last: {day(5 + i % 80)}, outcome: unchanged}}"
        )


def _assets(n: Sizes, _: random.Random) -> Iterator[str]:
    owners = [i for i in range(_posts(n)) if i % 2 == 0]
    for i in range(n.assets):
        yield (
            f"id: IA-{i:05d}\nname: Clinical system {i}\nowner: r{owners[i % len(owners)]:04d}\nadministrator: records-manager\nunit: u{i % n.units:03d}\n"
            f"personal_data: true\nspecial_category: true\npurposes: [direct care]\nsubjects: [service users]\ncategories: [health records]\n"
            f"lawful_basis: Article 6(1)(e), public task\ncondition: Article 9(2)(h), health or social care, Schedule 1 paragraph 2\nretention: 8 years after the last contact\n"
            f"location: Data centre in the UK\noutside_uk: false\nsupplier: b{i % (n.bodies - 2):03d}\ncritical: true\nsupport_ends: 2030-12-31\n"
            f"review: {{every: 12 months, last: {day(5 + i % 340)}, by: siro, outcome: unchanged}}"
        )


def _agreements(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(max(n.bodies // 4, 1)):
        yield (
            f"id: DSA-{i:03d}\ntitle: Agreement {i}\npartners: [b{i % (n.bodies - 2):03d}]\npurpose: Shared care\nlawful_basis: Article 6(1)(e)\nowner: ig-lead\n"
            f"signed: {day(300)}\nexpires: 2028-03-31\nreview: {{every: 12 months, last: {day(100 + i)}}}"
        )


def _dpias(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(0, n.assets, 50):
        assets = ", ".join(f"IA-{j:05d}" for j in range(i, min(i + 50, n.assets)))
        yield (
            f"id: DPIA-{i:05d}\ntitle: Assessment {i}\nassets: [{assets}]\nowner: siro\ndpo_advice: {{by: dpo, on: {day(200)}, advice: Proceed}}\n"
            f"residual: low\ndecision: proceed\napproved_by: ig-group\napproved_on: {day(190)}\nreview: {{every: 24 months, last: {day(190)}}}"
        )


def _notices(n: Sizes, _: random.Random) -> Iterator[str]:
    yield (
        f"id: notice-1\ntitle: How we use your information\naudience: [service-users, public]\nowner: dpo\nareas: [data-protection]\n"
        f"formats: [web, leaflet, easy-read]\nlanguages: [English, Welsh]\npublished: {day(200)}\nreview: {{every: 12 months, last: {day(200)}}}"
    )


def _communications(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.communications):
        yield (
            f"id: com-{i:04d}\ntitle: Bulletin {i}\ndate: {day(i % 340)}\nto: [all-staff]\nfrom: ig-lead\nflow: f-news\nareas: [{AREAS[i % 6]}]\nby: [email]"
        )


def _processing(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(0, n.assets, 50):
        assets = ", ".join(f"IA-{j:05d}" for j in range(i, min(i + 50, n.assets)))
        yield (
            f"id: ROPA-{i:05d}\ntitle: Care in service {i}\nowner: siro\nour_role: controller\npurposes: [care]\nlawful_basis: [UK GDPR Article 6(1)(e)]\n"
            f'condition: ["UK GDPR Article 9(2)(h), Schedule 1 paragraph 2"]\nsubjects: [patients]\ncategories: [health]\nspecial_category: true\n'
            f"recipient_categories: [general practices]\nretention: 8 years\nsecurity: [encryption]\nassets: [{assets}]\n"
            f"notices: [notice-1]\nreview: {{every: 12 months, last: {day(100)}}}"
        )


def _requests(n: Sizes, _: random.Random) -> Iterator[str]:
    for i in range(n.incidents):
        back = 40 + i % 300
        yield (
            f"id: REQ-{i:05d}\ntitle: Records of service {i % n.units}\ncategory: subject-access\nreceived: {day(back)}\nchannel: letter\n"
            f"handler: ig-lead\nresponded: {day(back - 20)}\noutcome: disclosed"
        )


Maker = Callable[[Sizes, random.Random], Iterator[str]]

MAKERS: dict[str, Maker] = {
    "units": _units, "roles": _roles, "staff": _staff, "groups": _groups, "meetings": _meetings, "flows": _flows,
    "bodies": _bodies, "policies": _policies, "guidance": _guidance, "courses": _courses, "training-plans": _plans,
    "training-records": _training, "audits": _audits, "incidents": _incidents, "risks": _risks, "assets": _assets,
    "sharing-agreements": _agreements, "dpias": _dpias, "notices": _notices, "communications": _communications,
    "processing": _processing, "requests": _requests,
}  # fmt: skip
