"""What stands on each page of the menu, as words, for small registers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from igreg.cli.session import Session
from igreg.report.asked import Asked
from igreg.report.period import period_of
from igreg.site.audience import Audience
from igreg.site.build import build
from igreg.site.page import Away, Card, Drawing, Facts, Grid, Link, Page, Points, Search, Site, Ways, Words, plain_words
from igreg.site.seen import Seen
from tests.conftest import Write

HOME = {
    "organisation.yaml": "name: Willow Court\ntype: care-provider\ndspt: [{edition: 2025-26, status: Standards met, published: 2026-06-20}]\n",
    "staff.yaml": "- {id: ana, name: Ana Reid}\n- {id: bo, name: Bo Marsh}\n- {id: cy, name: Cy Lund, left: 2025-06-30}\n",
    "roles.yaml": (
        "- {id: ig-lead, title: IG lead, function: ig-lead, areas: [governance], public_contact: ig@willow.example,\n"
        "   holders: [{staff: cy, from: 2024-01-01, until: 2025-06-30}, {staff: ana, from: 2025-07-01}]}\n"
        "- {id: siro, title: Owner, function: siro, areas: [risk], holders: [{staff: bo, from: 2025-01-01}],\n"
        "   requires: {courses: [c1], skills: [{skill: Reading a log, level: 2}]}}\n"
    ),
    "flows.yaml": (
        "- {id: f1, title: Report, from: all-staff, to: [ig-lead], trigger: incident, within: 2 hours, by: [phone, form]}\n"
        "- {id: f2, title: Pass on, from: ig-lead, to: [siro], trigger: incident, within: 1 day, by: [phone], out_of_hours: true}\n"
    ),
    "groups.yaml": "- {id: igg, title: IG group, ig_group: true, chair: siro, members: [ig-lead], meets_every: 2 months, quorum: 2}\n",
    "meetings.yaml": (
        "- {id: m1, group: igg, date: 2026-09-01, status: held, decisions: [Locks for all bags], minutes: {path: a.pdf, public: true}}\n"
        "- {id: m2, group: igg, date: 2026-10-01, status: held, decisions: [No more fax], minutes: {path: b.pdf}}\n"
        "- {id: m3, group: igg, date: 2026-12-01}\n"
    ),
    "courses.yaml": "- {id: c1, title: Data security, valid_for: 12 months, target: 95}\n",
    "training-plans.yaml": "- {id: t1, title: Everybody, audience: [all-staff], courses: [{course: c1, within: 1 month}]}\n",
    "training-records.yaml": "- {staff: ana, course: c1, completed: 2026-05-01}\n",
    "policies.yaml": (
        "- {id: p1, title: Privacy, owner: ig-lead, areas: [data-protection], version: '2', in_force_from: 2026-01-01,\n"
        "   review: {every: 1 year, last: 2026-01-01}}\n"
        "- {id: p2, title: Late, owner: siro, in_force_from: 2024-01-01, review: {every: 1 year, last: 2025-01-01}}\n"
        "- {id: p3, title: To come, owner: siro, status: draft}\n"
    ),
    "notices.yaml": "- {id: n1, title: How we use it, owner: ig-lead, audience: [public], formats: [web, easy-read], languages: [Welsh], published: 2026-02-01}\n",
    "requests.yaml": (
        "- {id: r1, title: Cost of fax, category: freedom-of-information, received: 2026-05-01, responded: 2026-05-20, outcome: disclosed}\n"
        "- {id: r2, title: Cost of ink, category: freedom-of-information, received: 2026-06-01, responded: 2026-09-20, outcome: refused, exemptions: [section 12]}\n"
        "- {id: r3, title: Mine, category: subject-access, received: 2026-06-01, responded: 2026-06-20, outcome: disclosed}\n"
        "- {id: r4, title: Open, category: freedom-of-information, received: 2026-11-20}\n"
    ),
    "engagements.yaml": (
        "- {id: e1, title: Tea and talk, date: 2026-08-01, with: [service-users], people: 12, heard: ['Letters are too long'],\n"
        "   changed: [{what: One page, done: 2026-09-01}, {what: Large print}]}\n"
        "- {id: e2, title: Winter talk, date: 2027-01-10, with: [Carers of the north]}\n"
    ),
    "incidents.yaml": (
        "- {id: i1, title: Letter lost, aware: 2026-05-02, status: closed, closed: 2026-06-01, lessons: [{lesson: Check the address}]}\n"
        "- {id: i2, title: Bag lost, aware: 2026-07-02, personal_data: false}\n"
        "- {id: i3, title: No more, aware: 2026-07-02, status: withdrawn}\n"
    ),
    "audits.yaml": "- {id: a1, title: Spot check, performed: 2026-10-10, rating: good, findings: [{id: a1f, what: x}]}\n",
    "exceptions.yaml": "- {id: x1, rule: no-deputy, record: siro, reason: We are few, approved_by: siro, until: 2027-01-01}\n",
    "decisions.yaml": "- {id: d1, title: May we share, asked: 2026-03-01, by: siro, decided: 2026-03-05, outcome: 'Yes', reason: It helps}\n",
    "delegations.yaml": "- {id: g1, title: Sign small contracts, from: siro, to: ig-lead, start: 2026-01-01}\n",
    "dpias.yaml": "- {id: y1, title: Cameras, owner: siro, document: {url: 'https://willow.example/cameras', public: true}}\n",
}


def site(folder: Path, audience: Audience) -> Site:
    """The site as a value, at noon of 24 November 2026."""
    at = Session(register=folder, today="2026-11-24")
    as_of = at.open()
    asked = Asked(as_of, at.configured, period_of("this year", as_of.today, (4, 1)), names=audience != "public")
    return build(Seen(asked, audience, {"a.pdf": "documents/a.pdf"}))


def lines(page: Page) -> list[str]:
    """A page as lines of words; of a table a line a row."""
    out = []
    for part in page.sections:
        out += [f"# {part.title}"] if part.title else []
        for block in part.blocks:
            out += list(_lines(block))
    return out


def _lines(block: object) -> list[str]:
    match block:
        case Words(words):
            return [plain_words(words)]
        case Points(items):
            return [f"- {plain_words(item)}" for item in items]
        case Facts(items):
            return [f"{one.name}: {'; '.join(map(plain_words, one.lines))}" for one in items]
        case Grid(_, _, rows, empty):
            return [" | ".join(map(plain_words, row)) for row in rows] or [empty]
        case Card(title, blocks):
            return [title, *(line for one in blocks for line in _lines(one))]
        case Ways(items):
            return [f"> {link.text}" for link, _ in items]
        case Drawing(chart):
            return [f"[{chart}]"]
        case Search():
            return ["[search]"]
    raise TypeError(block)


@pytest.fixture
def pages(write: Write) -> Mapping[Audience, Mapping[str, list[str]]]:
    """The words of each page of each audience."""
    folder = write(HOME)
    audiences: tuple[Audience, ...] = ("public", "staff", "board")
    return {one: {page.path: lines(page) for page in site(folder, one).pages} for one in audiences}


def test_what_the_public_reads(pages: Mapping[Audience, Mapping[str, list[str]]]) -> None:
    found = pages["public"]
    assert found["index.html"][:4] == [
        "Something has gone wrong?",
        "Tell one of these people at once if information about you was lost, is wrong or reached somebody else.",
        "- Ana Reid, IG lead: ig@willow.example",
        "You can also complain to the Information Commissioner’s Office (ico.org.uk).",
    ]
    assert "training.html" not in found
    assert "decisions.html" not in found
    assert found["who-leads.html"][1:4] == [
        "Information governance | IG lead | Ana Reid | ig@willow.example",
        "Caldicott | Nobody is named | Vacant | ",
        "Risk | Owner | In post | ",
    ]
    assert found["policies.html"] == [
        "Late |  |  | Owner | 1 January 2024 | 1 January 2026 | ",
        "Privacy | Data protection | 2 | IG lead | 1 January 2026 | 1 January 2027 | ",
        "# Data protection impact assessments",
        "Cameras | Read it",
    ]
    assert found["notices.html"][1:] == [
        "How we use it | The public | Web page and easy read | Welsh | 1 February 2026 | "
    ]
    assert found["groups.html"] == [
        "# IG group",
        "Chair: Owner",
        "Meets: Every 2 months",
        "1 September 2026 |  | Minutes",
    ]
    assert found["requests.html"] == [
        "# How quickly we answered",
        "Freedom of information | 3 | 2 | 1 | 1",
        "# Disclosure log",
        "Requests for information that we answered. Who asked is never published.",
        "Cost of ink | 1 June 2026 | 20 September 2026 | Refused | section 12",
        "Cost of fax | 1 May 2026 | 20 May 2026 | Given | ",
    ]
    assert found["taking-part.html"] == [
        "# Winter talk",
        "To come: 10 January 2027",
        "With whom: Carers of the north",
        "# Tea and talk",
        "When: 1 August 2026",
        "With whom: Service users",
        "How many took part: 12 people",
        "You said:",
        "- Letters are too long",
        "We did:",
        "- One page (done 1 September 2026)",
        "- Large print (still to be done)",
    ]
    assert found["year.html"] == [
        "This financial year so far: 1 April to 24 November 2026.",
        "# Training",
        "Data security | 50% | 95% | Under target",
        "# Policies",
        "- 2 policies in force.",
        "- 1 policy past the day of review.",
        "# Data Security and Protection Toolkit",
        "2025-26 | Standards met | 20 June 2026",
    ]
    assert found["roles/ig-lead.html"][0] == "Who: Ana Reid"
    assert "1 January 2024 | 30 June 2025 | Holder" in found["roles/ig-lead.html"]


def test_what_staff_read_besides(pages: Mapping[Audience, Mapping[str, list[str]]]) -> None:
    found = pages["staff"]
    assert found["index.html"][:5] == [
        "Something has gone wrong?",
        "Tell somebody at once, whether you are sure or not. It does not matter whose fault it was.",
        "- Tell the IG lead, Ana Reid (phone or form, within 2 hours): ig@willow.example",
        "What happens then:",
        "- IG lead tells the Owner (phone, within 24 hours, also out of hours)",
    ]
    assert found["training.html"][1:] == [
        "# Everybody",
        "For: All staff",
        "Data security | every 12 months | within 1 month of starting | ",
        "# For your role",
        "Owner | Data security | Reading a log (level 2)",
    ]
    assert found["groups.html"][-3:] == [
        "1 December 2026 (planned) |  | ",
        "1 October 2026 | No more fax | Minutes (not in these pages)",
        "1 September 2026 | Locks for all bags | Minutes",
    ]
    assert found["year.html"][-6:] == [
        "# Incidents",
        "- 2 incidents became known.",
        "- 1 of them concerned personal data.",
        "- None of these was reported to the regulator.",
        "# What we learnt",
        "- Check the address",
    ]
    assert "Cy Lund" in " ".join(found["roles/ig-lead.html"])
    assert not [path for path in found if path.startswith(("incidents/", "staff/", "audits/", "decisions/"))]


def test_what_the_board_reads_besides(pages: Mapping[Audience, Mapping[str, list[str]]]) -> None:
    found = pages["board"]
    assert found["decisions.html"] == [
        "# Departures",
        "Departure: A Caldicott Guardian, SIRO, data protection officer or IG lead without a current deputy (Owner) | "
        "We are few |  | Owner | 1 January 2027",
        "# Decisions",
        "May we share | 5 March 2026 | Owner | Yes | It helps",
        "# Who may decide what",
        "Sign small contracts | Owner | IG lead",
    ]
    assert found["year.html"][-2:] == ["# Audits", "Spot check | 10 October 2026 | good | 1"]
    assert "To come (draft) |  |  | Owner |  |  | " in found["policies.html"]
    assert {"incidents/i1.html", "incidents/i2.html"} <= found.keys()
    assert "incidents/i3.html" not in found


def test_a_register_of_nothing_has_a_start_all_the_same(write: Write) -> None:
    folder = write({"organisation.yaml": "name: Somebody\ntype: other\n"})
    found = {page.path: lines(page) for page in site(folder, "public").pages}
    assert (
        found["index.html"][1] == "No way to reach a named lead is published here yet. Ask anybody who works with us."
    )
    assert list(found) == ["index.html", "who-leads.html", "search.html", "about.html", "a-to-z.html"]
    found = {page.path: lines(page) for page in site(folder, "staff").pages}
    assert found["index.html"][1] == "No way of reporting is written down yet. Tell your manager, or a lead, at once."


def test_a_year_without_an_incident_says_that_none_is_recorded(write: Write) -> None:
    folder = write({one: text for one, text in HOME.items() if one != "incidents.yaml"})
    found = {page.path: lines(page) for page in site(folder, "staff").pages}["year.html"]
    assert found[-2:] == ["# Incidents", "No incident is recorded for this time."]


def test_who_took_part_is_named_also_where_they_have_a_page(write: Write) -> None:
    folder = write(
        {**HOME, "engagements.yaml": "- {id: e1, title: Tea, date: 2026-08-01, with: [igg, Neighbours, siro]}\n"}
    )
    for audience in ("public", "staff"):
        found = {page.path: lines(page) for page in site(folder, audience).pages}
        assert "With whom: IG group, Neighbours, Owner" in found["taking-part.html"]


def test_staff_are_told_every_way_of_reporting_that_is_open_to_them(write: Write) -> None:
    folder = write(
        {
            **HOME,
            "units.yaml": "- {id: u1, name: Nursery}\n",
            "flows.yaml": (
                "- {id: f1, title: Ring, from: all-staff, to: [ig-lead], trigger: incident, within: 1 hour, by: [phone]}\n"
                "- {id: f2, title: Write, from: all-staff, to: [siro, igg], trigger: incident, within: 2 days, by: [form]}\n"
                "- {id: f3, title: Ask, from: all-staff, to: [siro]}\n"
                "- {id: f4, title: Shout, from: u1, to: [siro], trigger: incident, out_of_hours: true}\n"
                "- {id: f5, title: Pass on, from: ig-lead, to: [siro], trigger: incident, within: 1 day}\n"
            ),
        }
    )
    start = lines(site(folder, "staff").pages[0])
    assert start[2:8] == [
        "- Tell the IG lead, Ana Reid (phone, within 1 hour): ig@willow.example",
        "- If you work in Nursery: tell the Owner, Bo Marsh (also out of hours)",
        "You can also use one of these ways:",
        "- Write: Owner, IG group (form, within 2 days)",
        "What happens then:",
        "- IG lead tells the Owner (within 24 hours)",
    ]


def test_records_of_one_title_are_told_apart_by_their_day_or_else_by_their_reference(write: Write) -> None:
    folder = write(
        {
            "communications.yaml": (
                "- {id: k1, title: Bulletin, date: 2026-05-01}\n- {id: k2, title: Bulletin, date: 2026-06-01}\n"
                "- {id: k3, title: News, date: 2026-06-01}\n- {id: k4, title: News, date: 2026-06-01}\n"
                "- {id: k5, title: Letter, date: 2026-06-01}\n"
            ),
            "audits.yaml": "- {id: a1, title: Spot check}\n- {id: a2, title: Spot check}\n",
        }
    )
    found = {page.path: page.title for page in site(folder, "board").pages if "/" in page.path}
    assert found == {
        "communications/k1.html": "Bulletin (1 May 2026)",
        "communications/k2.html": "Bulletin (1 June 2026)",
        "communications/k3.html": "News (k3)",
        "communications/k4.html": "News (k4)",
        "communications/k5.html": "Letter",
        "audits/a1.html": "Spot check (a1)",
        "audits/a2.html": "Spot check (a2)",
    }


@pytest.mark.parametrize(
    ("incidents", "said"),
    [
        ("- {id: i1, title: x, aware: 2020-05-02}", ["No incident became known."]),
        (
            "- {id: i1, title: x, aware: 2026-05-02, personal_data: false}",
            ["1 incident became known.", "None of them concerned personal data."],
        ),
        (
            "- {id: i1, title: x, aware: 2026-05-02, notifications: [{to: ico, at: 2026-05-03T09:00}]}\n- {id: i2, title: y, aware: 2026-05-02}",
            [
                "2 incidents became known.",
                "2 of them concerned personal data.",
                "1 of these was reported to the regulator.",
            ],
        ),
    ],
)
def test_incidents_of_the_year_in_sentences(write: Write, incidents: str, said: list[str]) -> None:
    files = {**HOME, "incidents.yaml": f"{incidents}\n", "bodies.yaml": "- {id: ico, name: ICO, category: regulator}\n"}
    folder = write(files | {"organisation.yaml": f"{HOME['organisation.yaml']}breach_report_to: ico\n"})
    year = {page.path: lines(page) for page in site(folder, "staff").pages}["year.html"]
    assert year[year.index("# Incidents") + 1 :][: len(said)] == [f"- {one}" for one in said]


def test_a_document_is_named_by_its_record_for_whoever_hears_links_one_by_one(write: Write) -> None:
    folder = write(HOME)
    [groups] = [page for page in site(folder, "staff").pages if page.path == "groups.html"]
    [table] = [block for block in groups.sections[0].blocks if isinstance(block, Grid)]
    assert table.rows[-1][2] == (Link("Minutes", "documents/a.pdf", "IG group, 1 September 2026"),)
    [policies] = [page for page in site(folder, "public").pages if page.path == "policies.html"]
    [table] = [block for block in policies.sections[-1].blocks if isinstance(block, Grid)]
    assert table.rows[0][1] == (Away("Read it", "https://willow.example/cameras", "Cameras"),)


def test_whoever_looks_for_an_incident_finds_whom_to_tell(write: Write) -> None:
    title, sort, place, more = site(write(HOME), "staff").found[0]
    assert (title, sort, place) == ("Something has gone wrong?", "Page", "index.html")
    assert {"incident", "breach", "loss"} <= set(more.replace(",", "").split())


def test_whoever_has_left_and_is_named_still_is_marked_for_colleagues_and_not_named_to_the_public(write: Write) -> None:
    left = HOME["staff.yaml"].replace("name: Ana Reid", "name: Ana Reid, left: 2026-10-31")
    deputy = HOME["roles.yaml"].replace(
        "holders: [{staff: bo, from: 2025-01-01}]",
        "holders: [{staff: bo, from: 2025-01-01}, {staff: cy, from: 2025-01-01, as: deputy}]",
    )
    folder = write(HOME | {"staff.yaml": left, "roles.yaml": deputy})
    rows = {one: _page_of(folder, one, "who-leads.html") for one in ("staff", "public")}
    assert "Information governance | IG lead | Ana Reid (has left) |  | ig@willow.example" in rows["staff"]
    assert "Risk | Owner | Bo Marsh | Cy Lund (has left) | " in rows["staff"]
    assert not any("Ana Reid" in row for row in [*rows["public"], *_page_of(folder, "public", "index.html")])


def _page_of(folder: Path, audience: Audience, path: str) -> list[str]:
    return next(lines(page) for page in site(folder, audience).pages if page.path == path)


def test_a_meeting_that_was_not_held_says_so(write: Write) -> None:
    meetings = (
        "- {id: m1, group: igg, date: 2026-03-01, status: held}\n- {id: m2, group: igg, date: 2026-06-01, status: cancelled}\n"
        "- {id: m3, group: igg, date: 2026-12-01, status: planned}\n"
    )
    folder = write({**HOME, "meetings.yaml": meetings})
    found = {page.path: lines(page) for page in site(folder, "board").pages}["groups.html"]
    assert found[-3:] == ["1 December 2026 (planned) |  | ", "1 June 2026 (cancelled) |  | ", "1 March 2026 |  | "]


def test_a_notice_that_is_not_published_says_so_to_the_board(write: Write) -> None:
    notices = (
        "- {id: n1, title: One, owner: siro, published: 2026-11-24}\n- {id: n2, title: Two, owner: siro}\n"
        "- {id: n3, title: Three, owner: siro, published: 2026-11-25}\n"
        "- {id: n4, title: Four, owner: siro, published: 2026-01-01, review: {last: 2026-11-01, outcome: withdrawn}}\n"
    )
    folder = write({**HOME, "notices.yaml": notices})
    found = {page.path: lines(page) for page in site(folder, "board").pages}["notices.html"]
    assert found[1:] == [
        "One |  |  |  | 24 November 2026 | ",
        "Two (not published yet) |  |  |  |  | ",
        "Three (not published yet) |  |  |  | 25 November 2026 | ",
        "Four (withdrawn) |  |  |  | 1 January 2026 | ",
    ]


def test_a_departure_in_force_is_what_check_counts_as_one(write: Write) -> None:
    departures = (
        "- {id: x1, rule: no-deputy, record: siro, reason: Approved later, approved_by: siro, approved_on: 2026-12-01, until: 2027-01-01}\n"
        "- {id: x2, rule: no-deputy, record: ig-lead, reason: Last day, approved_by: siro, until: 2026-11-24}\n"
        "- {id: x3, rule: no-deputy, record: ig-lead, reason: Over, approved_by: siro, until: 2026-11-23}\n"
    )
    folder = write({**HOME, "exceptions.yaml": departures})
    found = {page.path: lines(page) for page in site(folder, "board").pages}["decisions.html"]
    assert [one.split(" | ")[1] for one in found[1:3]] == ["Approved later", "Last day"]
    assert found[3] == "# Decisions"


@pytest.mark.parametrize(
    ("audience", "told"),
    [("u1, u2, old, igg, past", "For: Nursery, IG group"), ("u2, old, past", "For: Nobody today")],
)
def test_a_training_plan_is_for_those_who_are_there(write: Write, audience: str, told: str) -> None:
    files = {
        "units.yaml": "- {id: u1, name: Nursery}\n- {id: u2, name: Kitchen, end: 2026-11-23}\n",
        "roles.yaml": f"{HOME['roles.yaml']}- {{id: old, title: Old post, end: 2026-11-23}}\n",
        "groups.yaml": f"{HOME['groups.yaml']}- {{id: past, title: Past group, end: 2026-11-23}}\n",
        "training-plans.yaml": f"- {{id: t1, title: Some, audience: [{audience}], courses: [{{course: c1}}]}}\n",
    }
    found = {page.path: lines(page) for page in site(write({**HOME, **files}), "staff").pages}["training.html"]
    assert found[1:3] == ["# Some", told]
