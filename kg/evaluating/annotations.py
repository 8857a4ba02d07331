"""What a gold file holds, as the guide for annotators has it; fields not named here are left alone."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from kg.evaluating import finds
from kg.evaluating.finds import Finds
from kg.evaluating.sentences import Sentences
from kg.evaluating.wordings import plain
from kg.model import Span

Words = Annotated[str, Field(min_length=1)]
Many = tuple[Words, ...]
Some = Annotated[Many, Field(min_length=1)]
Status = Literal["Occurred", "Planned", "Proposed", "Cancelled", "Denied"]


class _Values(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Role(_Values):
    """An office, as worded, and the state or body it is of."""

    title: Words
    of: Words


class _Find(_Values):
    """What has a name within its file, and may count neither way."""

    id: Words
    optional: bool = False


class Actor(_Find):
    """Who takes part in something below, or holds an office."""

    type: Literal["Person", "State", "Organization", "Group"]
    names: Some
    roles: tuple[Role, ...] = ()

    def find(self) -> finds.Actor:
        """Return it as it is compared."""
        names = frozenset(map(plain, self.names))
        return finds.Actor(id=self.id, is_optional=self.optional, kind=self.type, names=names)

    def offices(self) -> tuple[finds.Role, ...]:
        """Return the offices, which are as optional as their holder."""
        return tuple(
            finds.Role(
                id=self.id,
                is_optional=self.optional,
                person=self.id,
                titles=(role.title,),
                bodies=frozenset({role.of}),
            )
            for role in self.roles
        )


class Dated(_Find):
    """What has a time, a status and words it rests on."""

    earliest: dt.date | None
    latest: dt.date | None
    status: Status
    evidence: Some

    @property
    def dates(self) -> finds.Dates:
        """Return the first and the last day it may have been, ISO 8601."""
        return _iso(self.earliest), _iso(self.latest)


class Event(Dated):
    """A meeting, call or visit, or an action of the kind that `action` names."""

    type: Literal["Meeting", "Call", "Visit", "Action"]
    action: str | None = None
    participants: Some
    place: Many

    def find(self, sentences: Sentences) -> finds.Event:
        """Return it as it is compared."""
        return finds.Event(
            id=self.id,
            is_optional=self.optional,
            kind=self.action or self.type,
            who=frozenset(self.participants),
            at=_places(self.evidence, sentences),
            dates=self.dates,
            status=self.status,
            places=frozenset(map(plain, self.place)),
        )


class Statement(_Find):
    """An act of saying; `reporter` has a chain for each way by which the article has it."""

    speaker: Some
    kind: Literal["Statement", "Denial"]
    reporter: tuple[Some, ...]
    denies: Many = ()
    evidence: Words

    def find(self, sentences: Sentences) -> finds.Statement:
        """Return it as it is compared."""
        return finds.Statement(
            id=self.id,
            is_optional=self.optional,
            kind=self.kind,
            who=frozenset(self.speaker),
            at=sentences.places(self.evidence),
            chains=frozenset(self.reporter),
            denies=frozenset(self.denies),
        )


class Agreement(Dated):
    """An instrument or a commitment, with the words of each undertaking."""

    parties: Many
    signatories: Many
    provisions: Many

    def find(self, sentences: Sentences) -> finds.Agreement:
        """Return it as it is compared."""
        return finds.Agreement(
            id=self.id,
            is_optional=self.optional,
            who=frozenset({*self.parties, *self.signatories}),
            at=_places(self.evidence, sentences),
            dates=self.dates,
            status=self.status,
            provisions=tuple(sentences.places(words)[:1] for words in self.provisions),
        )


class Gold(_Values):
    """What one article tells."""

    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]

    def finds(self, sentences: Sentences) -> Finds:
        """Return all of it as it is compared."""
        return Finds(
            actors=tuple(actor.find() for actor in self.actors),
            roles=tuple(role for actor in self.actors for role in actor.offices()),
            events=tuple(event.find(sentences) for event in self.events),
            statements=tuple(statement.find(sentences) for statement in self.statements),
            agreements=tuple(agreement.find(sentences) for agreement in self.agreements),
        )


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _places(strings: tuple[str, ...], sentences: Sentences) -> tuple[Span, ...]:
    return tuple(place for words in strings for place in sentences.places(words))
