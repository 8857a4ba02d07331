"""What is told twice is brought together with its reason, and keeps its address when names in it change."""

from dataclasses import dataclass

from kg.model import Decision, Node
from kg.resolve import ledger, merging, minting
from kg.resolve.clusters import Match, Rule
from kg.resolve.minting import Thing
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Talk(merging.Part):
    """A meeting told by its participants alone."""

    who: frozenset[str]


def talk(article: str, *who: str) -> Talk:
    """Return a meeting that an article tells."""
    return Talk(Thing((Node(article, DIP.Meeting, article),), DIP.Meeting, (), article), frozenset(who))


def worded(part: Talk) -> Thing:
    """Return a meeting's thing with a slug made of who was there."""
    slug = "-".join(sorted(p.partition("/")[2] for p in part.who))
    return Thing(part.thing.nodes, DIP.Meeting, (slug,), part.thing.article)


RULE: Rule[Talk] = Rule(
    blocks=lambda t: t.who,
    likeness=lambda one, other: Match(0.9, "one in common") if one.who & other.who else None,
    join=lambda one, other: Talk(minting.join(one.thing, other.thing), one.who | other.who),
)
LIU, ALI, ANN = "person/liu", "person/ali", "person/ann"


def settled(*parts: Talk, rows: tuple[Decision, ...] = ()) -> tuple[dict[str, str], dict[str, str]]:
    """Return the path of each article's meeting, and why those joined that did."""
    minted, merges = merging.across(parts, worded, RULE, ledger.of(rows))
    return {n.article: p for n, p in minted.paths.items()}, {n.article: why for n, why in merges}


def test_reason_names_the_address_it_would_have_alone() -> None:
    """What joins another tells why, and what it would be called by itself."""
    paths, why = settled(talk("a", LIU, ALI), talk("b", LIU, ANN))

    assert paths == {"a": "meeting/ali-liu", "b": "meeting/ali-liu"}
    assert why == {"b": "one in common; alone meeting/ann-liu"}


def test_same_address_is_not_told_twice() -> None:
    """Where both would be called the same, no row could part them and none is named."""
    _, why = settled(talk("a", LIU, ALI), talk("b", LIU, ALI))

    assert why == {"b": "one in common"}


def test_ledger_parts_them() -> None:
    """A row with the two addresses keeps them apart."""
    row = Decision("meeting/ali-liu", "not", "meeting/ann-liu", by="Jane Doe")
    paths, why = settled(talk("a", LIU, ALI), talk("b", LIU, ANN), rows=(row,))

    assert paths == {"a": "meeting/ali-liu", "b": "meeting/ann-liu"}
    assert why == {}


def test_ledger_unites_them() -> None:
    """Two that the ledger gives one address are one, and it is told that the ledger says so."""
    rows = (
        Decision("meeting/m", "names", "ali", "a", "Jane Doe"),
        Decision("meeting/m", "names", "ann", "b", "Jane Doe"),
    )
    paths, why = settled(talk("a", ALI), talk("b", ANN), rows=rows)

    # Nothing but the ledger lets the two be compared: they have nobody in common.
    assert paths == {"a": "meeting/m", "b": "meeting/m"}
    assert why == {"b": "ledger; alone meeting/ann"}


def test_address_stays_when_one_is_renamed() -> None:
    """A meeting known under the former name of somebody in it keeps its address."""
    rows = (
        Decision("meeting/ali-lew", "names", "ali-lew", "a"),
        Decision("person/lew", "same as", LIU, by="Jane Doe"),
    )

    assert settled(talk("a", LIU, ALI), rows=rows)[0] == {"a": "meeting/ali-lew"}


def test_address_stays_when_all_are_renamed() -> None:
    """The same where everybody in it got another name."""
    rows = (
        Decision("meeting/aly-lew", "names", "aly-lew", "a"),
        Decision("person/lew", "same as", LIU, by="Jane Doe"),
        Decision("person/aly", "same as", ALI, by="Jane Doe"),
    )

    assert settled(talk("a", LIU, ALI), rows=rows)[0] == {"a": "meeting/aly-lew"}


def test_mentions_of_one_article() -> None:
    """Mentions in one article are brought together first, with the reason alone."""
    parts, why = merging.within((talk("a", LIU), talk("a", LIU, ALI)), RULE)

    assert [p.who for p in parts] == [frozenset({LIU, ALI})]
    assert [reason for _, reason in why] == ["one in common"]
