"""The columns of the ICO's templates for records of processing, so that the spreadsheet is the one that it knows."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.report.article_30 import Activity
from igreg.report.paper import Cell

_COUNTRIES = (
    "Names of third countries or international organisations that personal data are transferred to (if applicable)"
)
_SAFEGUARDS = (
    "Safeguards for exceptional transfers of personal data to third countries or international organisations "
    "(if applicable)"
)
_SECURITY = "General description of technical and organisational security measures (if possible)"
CONTROLLER = (
    "Business function",
    "Purpose of processing",
    "Name and contact details of joint controller (if applicable)",
    "Categories of individuals",
    "Categories of personal data",
    "Categories of recipients",
    "Link to contract with processor",
    _COUNTRIES,
    _SAFEGUARDS,
    "Retention schedule (if possible)",
    _SECURITY,
    "Article 6 lawful basis for processing personal data",
    "Article 9 condition for processing special category data",
    "Legitimate interests for the processing (if applicable)",
    "Link to record of legitimate interests assessment (if applicable)",
    "Rights available to individuals",
    "Existence of automated decision-making, including profiling (if applicable)",
    "The source of the personal data (if applicable)",
    "Link to record of consent",
    "Location of personal data",
    "Data Protection Impact Assessment required?",
    "Data Protection Impact Assessment progress",
    "Link to Data Protection Impact Assessment",
    "Has a personal data breach occurred?",
    "Link to record of personal data breach",
    "Data Protection Act 2018 Schedule 1 Condition for processing",
    "GDPR Article 6 lawful basis for processing",
    "Link to retention and erasure policy document",
    "Is personal data retained and erased in accordance with the policy document?",
    "Reasons for not adhering to policy document (if applicable)",
)
"""Columns A to AD. Those of which the register has no field (`NOT_HELD`) stay empty, to be filled in."""
PROCESSOR = (
    "Name and contact details of controller",
    "Name and contact details of controller's representative (if applicable)",
    "Categories of processing",
    "Link to contract with controller",
    _COUNTRIES,
    _SAFEGUARDS,
    _SECURITY,
)
NOT_HELD = (*(CONTROLLER[at] for at in (13, 14, 15, 18, 27, 28, 29)), PROCESSOR[1])
"""The columns that the register has no field for: they are empty in every row."""


def controller_row(one: Activity) -> tuple[Cell, ...]:
    """An activity that we decide on, in the columns of the template for controllers."""
    return (
        one.title,
        _said(one.purposes),
        _said(one.controllers),
        _said(one.subjects),
        _said(one.categories),
        _said(one.recipients),
        _said(one.contracts),
        _said(to.country for to in one.transfers),
        _said(f"{to.country}: {to.safeguard}" for to in one.transfers if to.safeguard),
        one.retention,
        _said(one.security),
        _said(one.lawful_basis),
        _said(one.condition),
        None,
        None,
        None,
        one.automated,
        one.source,
        None,
        _said(one.locations),
        "Yes" if one.dpia else None,
        one.dpia_state,
        one.dpia_where or one.dpia,
        "Yes" if one.breaches else "None recorded",
        _said(one.breaches),
        _said(one.schedule),
        _said(one.lawful_basis) if one.schedule else None,
        None,
        None,
        None,
    )


def processor_row(one: Activity) -> tuple[Cell, ...]:
    """An activity that we carry out for others, in the columns of the template for processors."""
    return (
        _said(one.controllers),
        None,
        f"{one.title}: {_said(one.categories)}" if one.categories else one.title,
        _said(one.contracts),
        _said(to.country for to in one.transfers),
        _said(f"{to.country}: {to.safeguard}" for to in one.transfers if to.safeguard),
        _said(one.security),
    )


def _said(texts: Iterable[str]) -> str:
    return "; ".join(texts)
