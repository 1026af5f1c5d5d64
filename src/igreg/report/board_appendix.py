"""The appendix of the board's paper: every list that it cuts short, whole."""

from __future__ import annotations

from igreg.report.matters import audits, departures, holding, incidents, policies, requests, returns, risks
from igreg.report.matters import money as budgets
from igreg.report.matters import training as courses
from igreg.report.matters.asks import sentence
from igreg.report.matters.leads import post_sentence
from igreg.report.matters.overview import Overview
from igreg.report.matters.statements import statements
from igreg.report.paper import NewPage, Part, Points, Said


def appendix(of: Overview) -> tuple[Part, ...]:
    """Every list whole, for whoever wants to look further."""
    asks = Points(tuple(map(sentence, of.asks)), numbered=True) if of.asks else Said("Nothing is asked.")
    told = Points(tuple(one.text for one in statements(of, None)))
    posts = Points(tuple(map(post_sentence, of.empty))) if of.empty else Said("No post is empty.")
    return (
        Part("Appendix: all that is asked, and all that stands out", (NewPage(), asks, told)),
        Part("Appendix: posts that are empty", (posts,)),
        Part("Appendix: training", (courses.course_table(of.training), courses.unit_table(of.training))),
        Part("Appendix: policies that are not current", (policies.table(of.policies, len(of.policies.rows)),)),
        Part("Appendix: audits", (audits.done_table(of.audits), audits.planned_table(of.audits))),
        Part("Appendix: what is held, and where it goes", (Points(holding.sentences(of.holding)),)),
        Part("Appendix: risks", (risks.table(of.risks),)),
        Part("Appendix: departures from rules", (departures.table(of.departures),)),
        Part("Appendix: requests", (requests.category_table(of.requests),)),
        Part("Appendix: returns", tuple(map(Said, returns.sentences(of.returns, len(of.returns.open))))),
        Part("Appendix: money", tuple(map(budgets.table, of.money.budgets)) or (Said("No budget is recorded."),)),
        Part("Appendix: lessons of incidents", tuple(incidents.lessons(of.incidents, len(of.incidents.lessons)))),
    )
