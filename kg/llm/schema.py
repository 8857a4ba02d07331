"""What a language model may answer: records in the words of the article, never in values.

Who is meant, which day, and whether it took place are told by words copied from the text, and found there
again by `kg.llm.verifying`; nothing here can name an address, a date or a row of the registry.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["Occurred", "Planned", "Proposed", "Cancelled", "Denied"]
Kind = Literal[
    "Meeting",
    "Call",
    "Visit",
    "Expulsion",
    "Summons",
    "Recall",
    "Recognition",
    "Sanction",
    "Credentials",
    "Appointment",
    "Mediation",
    "Aid",
    "RelationsEstablished",
    "RelationsSevered",
    "EmbassyOpened",
    "EmbassyClosed",
]


class _Part(BaseModel):
    """A part of an answer; what the schema does not know makes it unreadable, numbers are no words."""

    # Of the schema that is sent, a strict server wants every field required.
    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, json_schema_serialization_defaults_required=True
    )


class Quote(_Part):
    """Words copied from the article, letter by letter."""

    text: str = Field(description="Copied from the article to the character: no word left out or changed.")
    occurrence: int = Field(
        default=1, description="Which one, counted from 1, where the same letters stand there several times."
    )


class Role(_Part):
    """An office that the article gives a person."""

    title: str = Field(
        description="The title as worded, without the state or body: 'President', 'former Foreign Minister'."
    )
    of: str = Field(
        description="The words that name its state or body: 'Azerbaijani', 'the Chinese Embassy'."
    )
    evidence: Quote = Field(description="The clause in which title, state or body, and person stand.")


class Actor(_Part):
    """Somebody who takes part in a record below, or holds an office that is told."""

    type: Literal["Person", "State", "Organization", "Group"]
    names: tuple[str, ...] = Field(description="Every form that the article uses, the fullest first.")
    english: str | None = Field(
        default=None, description="Its name in English, where the article is in another language; else null."
    )
    roles: tuple[Role, ...] = Field(default=(), description="For persons only.")


class Event(_Part):
    """A meeting, call, visit or other act of diplomacy."""

    kind: Kind
    trigger: str = Field(description="The one verb or noun, within the evidence, that tells of it: 'met'.")
    participants: tuple[str, ...] = Field(
        description="The words by which each is meant; for a visit the travellers, else first who acts."
    )
    place: tuple[str, ...] = Field(default=(), description="The words that name where, most special first.")
    when: str | None = Field(default=None, description="The words of time: 'On Wednesday'. Never a date.")
    status: Status = "Occurred"
    cue: str | None = Field(
        default=None, description="The words that a status other than Occurred rests on: 'will', 'invited'."
    )
    evidence: tuple[Quote, ...] = Field(description="Each sentence that tells of it.")


class Statement(_Part):
    """One act of saying."""

    id: str = Field(description="A name of your own for it, by which a denial can point to it.")
    kind: Literal["Statement", "Denial"]
    cue: str = Field(description="The words of saying within the evidence: 'said', 'according to'.")
    speakers: tuple[str, ...] = Field(description="The words by which who says it is meant.")
    content: str = Field(description="The words within the evidence that are what is said.")
    reporters: tuple[tuple[str, ...], ...] = Field(
        default=(), description="A chain for each way by which the article has it, each outermost first."
    )
    denies: tuple[str, ...] = Field(default=(), description="For a denial: the ids of what it denies.")
    evidence: tuple[Quote, ...] = Field(description="The sentence or sentences with the content.")


class Agreement(_Part):
    """An instrument, or a concrete commitment of parties to each other."""

    names: tuple[str, ...] = Field(description="Its names as worded; none for a commitment without one.")
    trigger: str = Field(description="The one noun or verb within the evidence: 'memorandum', 'agreed'.")
    parties: tuple[str, ...] = Field(description="The words by which the states or bodies bound are meant.")
    signatories: tuple[str, ...] = Field(default=(), description="The persons who signed, where told.")
    topics: tuple[str, ...] = Field(default=(), description="What it is about, in short words of the text.")
    provisions: tuple[Quote, ...] = Field(default=(), description="One for each separate undertaking.")
    when: str | None = Field(default=None, description="The words of time.")
    status: Status = "Occurred"
    cue: str | None = Field(default=None, description="The words that another status rests on.")
    evidence: tuple[Quote, ...] = Field(description="Each sentence that tells of it.")


class Answer(_Part):
    """All that a part of an article tells."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
