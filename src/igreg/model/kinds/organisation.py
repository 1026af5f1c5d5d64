"""The organisation itself: one record, in organisation.yaml."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed
from igreg.model.shared import Certificate, Document, Party, RoleOrGroup
from igreg.model.sums import Sum
from igreg.model.values import Amount, Count, Day, Flag, Id, MonthAndDay, Nation, OneToFour, Text, empty


class OwnArea(Part):
    """An area that the organisation adds to the six."""

    id: Annotated[Id | None, Needed()] = Field(description="The area's short name.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")


class IcoRegistration(Part):
    """The entry in the register of fee payers (SI 2018/480)."""

    number: Text | None = Field(None, description="The registration number.")
    expires: Day | None = Field(None, description="The last day it counts.")


class DsptEdition(Part):
    """One edition of the Data Security and Protection Toolkit."""

    edition: Annotated[Text | None, Needed()] = Field(description="The edition, such as 8 or 2025-26.")
    status: Text | None = Field(None, description="The outcome that was published.")
    published: Day | None = Field(None, description="The day of publication.")


class Mutual(Part):
    """What makes the organisation one that belongs to its members."""

    members: Count | None = Field(None, description="How many members there are.")
    constitution: Document | None = Field(None, description="Its constitution or rules.")
    next_election: Day | None = Field(None, description="The day of the next election.")


class Organisation(Record):
    """The organisation whose register this is."""

    kind: ClassVar[str] = "organisation"
    order: ClassVar[int] = 10
    one: ClassVar[str] = "the organisation"
    many: ClassVar[str] = "organisations"

    name: Annotated[Text | None, Needed()] = Field(description="The organisation's name.")
    type: Annotated[
        Literal[
            "nhs-trust",
            "icb",
            "gp-practice",
            "care-provider",
            "local-authority",
            "health-board",
            "third-sector",
            "mutual",
            "pharmacy",
            "dental",
            "optician",
            "hospice",
            "university",
            "it-supplier",
            "other",
        ]
        | None,
        Needed(),
    ] = Field(description="What kind of organisation it is; many rules depend on it.")
    nation: Nation = Field("england", description="The nation whose rules apply to it.")
    nhs_contract: Literal["full", "short", "none"] | None = Field(
        None, description="The form of the NHS Standard Contract that it holds; default: by type."
    )
    publicly_funded: Flag | None = Field(None, description="Whether anybody's care is paid from public money.")
    public_authority: Flag | None = Field(
        None, description="Whether it is a public authority in freedom of information law; default: by type."
    )
    staff_count: Amount | None = Field(None, description="How many people work for it.")
    turnover: Sum | None = Field(None, description="Its turnover of a year, in pounds.")
    essential_service: Flag | None = Field(
        None, description="Whether it is an operator of an essential service (NIS Regulations 2018)."
    )
    large_scale: Flag | None = Field(
        None, description="Whether it processes health data on a large scale; default: by type."
    )
    ods_code: Text | None = Field(None, description="Its code in the Organisation Data Service.")
    dspt_category: OneToFour | None = Field(None, description="Its DSPT category; default: by type.")
    timezone: Text = Field("Europe/London", description="The time zone of moments without an offset.")
    mutual: Mutual | None = Field(None, description="Of a mutual: its members, constitution and next election.")
    fiscal_year_starts: MonthAndDay = Field("04-01", description="Month and day on which its financial year begins.")
    areas: list[OwnArea] = Field(default_factory=empty, description="Areas beyond the six.")
    frameworks: list[Text] = Field(default_factory=empty, description="Packs to assess against, such as dspt-v8.")
    top: RoleOrGroup | None = Field(None, description="The role or group at the top of the structure chart.")
    ico_registration: IcoRegistration | None = Field(None, description="The entry in the ICO's register of fee payers.")
    certificates: list[Certificate] = Field(default_factory=empty, description="Certificates with an end.")
    dspt: list[DsptEdition] = Field(
        default_factory=empty, description="What was published in the DSPT, edition by edition."
    )
    website: Text | None = Field(None, description="The public web site.")
    breach_report_to: Party = Field("ico", description="Who is told of a reportable breach.")
