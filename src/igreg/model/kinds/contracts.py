"""Contracts: with suppliers, commissioners and partners."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import BodyRef, Document, ProcessingRef, Review, RoleRef
from igreg.model.sums import Currency, Sum
from igreg.model.values import Day, Flag, Id, Length, Text, empty


class ContractMeasure(Part):
    """What the contract measures, and how it stands."""

    what: Annotated[Text | None, Needed()] = Field(description="What is measured.")
    target: Text | None = Field(None, description="What it should be.")
    actual: Text | None = Field(None, description="What it is.")
    on: Day | None = Field(None, description="The day it was measured.")


class Contract(Record):
    """What somebody does for us, or we for them, and how soon each tells the other of a breach."""

    kind: ClassVar[str] = "contracts"
    order: ClassVar[int] = 185
    one: ClassVar[str] = "a contract"
    many: ClassVar[str] = "contracts"
    asks: ClassVar[tuple[str, ...] | None] = (
        "our_part",
        "processes_personal_data",
        "start",
        "end",
        "notice",
        "document.path",
    )

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    with_: Annotated[BodyRef | None, Needed()] = Field(alias="with", description="The other side.")
    our_part: (
        Literal["buyer", "provider", "commissioner", "commissioned", "grant-giver", "grant-holder", "partner"] | None
    ) = Field(None, description="What we are in it.")
    owner: Annotated[RoleRef | None, Needed(), Owner("answers for the contract")] = Field(
        description="The role that answers for it."
    )
    processes_personal_data: Flag | None = Field(None, description="True if personal data is processed under it.")
    processing: list[ProcessingRef] = Field(
        default_factory=empty, description="The records of what is processed under it."
    )
    clauses: list[
        Literal[
            "article-28",
            "confidentiality",
            "breach-notice",
            "audit-right",
            "return-or-destroy",
            "sub-processors",
            "foi",
            "dspt",
            "exit",
        ]
    ] = Field(default_factory=empty, description="What it says about information.")
    breach_within: Length | None = Field(
        None,
        description="How soon they tell us of a breach; where we are provider, commissioned, grant-holder or partner, "
        "how soon we tell them.",
    )
    start: Annotated[Day | None, Starts()] = Field(None, description="Its first day.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="Its last day.")
    notice: Length | None = Field(None, description="How long before its end somebody has to give notice.")
    value: Sum | None = Field(None, description="What it is worth.")
    currency: Currency = Field("GBP", description="In which money.")
    measures: list[ContractMeasure] = Field(default_factory=empty, description="What is measured under it.")
    document: Document | None = Field(None, description="The contract.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
