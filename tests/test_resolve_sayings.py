"""Which statement is told twice, who reported it, who denied it."""

import pytest
from corpus import BASE, Telling, path, resolved

from kg.model import Claim, Node, Resolution
from kg.resolve import ledger
from kg.vocab import DIP

WORDS = "The corridor is of great importance for the whole region"


def triples(found: Resolution, term: str) -> list[tuple[str, str]]:
    """Return what a property leads from and to, as paths, sorted."""
    claims = (c for c in found.claims if c.predicate == DIP[term])
    return sorted(
        {(path(found, c.subject), path(found, c.object)) for c in claims if isinstance(c.object, Node)}
    )


def test_repeated_in_one_article() -> None:
    """The same words of the same speaker, told again in the same article, are one statement."""
    a = Telling("a.txt", "2025-04-03")
    liu = a.person("Liu Jianchao")
    one = a.statement("‘The corridor is great’, Liu said.", liu, text="The corridor is great")
    other = a.statement("Liu said: the corridor is great.", liu, text="the corridor is great")
    found = resolved(a)

    assert path(found, one) == path(found, other) == "statement/liu-jianchao-the-corridor-is-great"
    assert found.labels[found.iris[one]] == "Liu Jianchao: “The corridor is great”"


@pytest.mark.parametrize(
    ("speaker", "words", "same"),
    [
        ("Liu Jianchao", f"{WORDS}.", True),
        ("Liu Jianchao", "The corridor will be of some importance for this region", False),
        ("Ali Asadov", WORDS, False),
    ],
    ids=["same", "other words", "other speaker"],
)
def test_told_in_two_articles(speaker: str, words: str, *, same: bool) -> None:
    """A statement is the same in another article with the same speaker and wording only."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    one = a.statement("Liu said it.", a.person("Liu Jianchao"), text=WORDS)
    other = b.statement("It was said.", b.person(speaker), text=words)
    found = resolved(a, b)

    assert (path(found, one) == path(found, other)) is same


def test_other_occasion() -> None:
    """The same words at another meeting are another statement, with the same content."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    nodes = []
    for telling, day in ((a, "2025-04-02"), (b, "2025-04-20")):
        liu, asadov = telling.person("Liu Jianchao"), telling.person("Ali Asadov")
        meeting = telling.event(DIP.Meeting, "They met.", liu, asadov, when=day)
        nodes.append(telling.statement("Liu said it there.", liu, text=WORDS, at=meeting))
    found = resolved(a, b)
    one, other = (path(found, n) for n in nodes)

    assert one != other
    assert triples(found, "sameContentAs") == sorted([(one, other), (other, one)])


def test_same_content() -> None:
    """Much the same content in two articles is linked both ways, each way on the words of its article."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    one = a.statement(
        "Media told it.",
        a.actor(DIP.Group, "media"),
        text="Chinese companies would take part in building the road",
    )
    other = b.statement(
        "Liu told it.",
        b.person("Liu Jianchao"),
        text="that Chinese companies would take part in building a road",
    )
    b.statement(
        "Asadov told it.", b.person("Ali Asadov"), text="that roads are built by companies from everywhere"
    )
    found = resolved(a, b)
    echoes = [c for c in found.claims if c.predicate == DIP.sameContentAs]

    assert [(c.subject, c.object) for c in echoes] == [(one, other), (other, one)]
    assert [c.spans for c in echoes] == [(a.sentence("Media told it."),), (b.sentence("Liu told it."),)]
    assert echoes[0].basis == "wording shared with b.txt: 96 of 100"


def test_content_within_longer_words() -> None:
    """Words that another article has within longer ones are the same content."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    told = "Chinese companies would take part in building the new road"
    more = f"that {told} — a plan that has been talked about since the railway was closed many years ago"
    one = a.statement("Media told it.", a.actor(DIP.Group, "media"), text=told)
    other = b.statement("Liu told it.", b.person("Liu Jianchao"), text=more)
    found = resolved(a, b)

    assert triples(found, "sameContentAs") == sorted(
        [(path(found, one), path(found, other)), (path(found, other), path(found, one))]
    )


def chain(telling: Telling) -> tuple[Node, Node, Node]:
    """Return a statement that Sputnik told after a ministry, with the statements of both."""
    liu, sputnik = telling.person("Liu Jianchao"), telling.actor(DIP.Organization, "Sputnik")
    ministry = telling.actor(DIP.Organization, "Ministry of Roads and Bridges")
    inner = telling.statement("Sputnik, citing the ministry, reported that Liu said so.", liu, text=WORDS)
    middle = telling.statement(
        "Sputnik, citing the ministry, reported that Liu said so.", ministry, reports=inner
    )
    outer = telling.statement(
        "Sputnik, citing the ministry, reported that Liu said so.", sputnik, reports=middle
    )
    return inner, middle, outer


def test_chain() -> None:
    """A statement is reported by every actor in its chain, and known from the outermost alone."""
    a = Telling("a.txt", "2025-04-03")
    inner, middle, outer = chain(a)
    found = resolved(a)
    liu = "statement/liu-jianchao-the-corridor-is-of-great-importance"
    roads, sputnik = "organization/ministry-of-roads-and-bridges", "organization/sputnik"

    assert path(found, inner) == liu
    assert path(found, middle).startswith("statement/ministry-of-roads-and-bridges-reports-liu-jianchao-the")
    assert triples(found, "reportedBy") == sorted(
        [(liu, roads), (liu, sputnik), (path(found, middle), sputnik)]
    )
    assert triples(found, "onlyAccordingTo") == sorted([(liu, sputnik), (path(found, middle), sputnik)])
    assert path(found, outer) not in dict(triples(found, "onlyAccordingTo"))


def test_chain_told_elsewhere_directly() -> None:
    """What another article tells without a report is no longer known from the reporter alone."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    inner, middle, _ = chain(a)
    b.statement("Liu said it.", b.person("Liu Jianchao"), text=WORDS)
    found = resolved(a, b)

    assert path(found, inner) not in dict(triples(found, "onlyAccordingTo"))
    assert path(found, middle) in dict(triples(found, "onlyAccordingTo"))


def test_event_on_somebodys_word() -> None:
    """An event that is told in what somebody says is known from the speaker alone, until one tells it."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    nodes = {}
    for telling in (a, b):
        china = telling.state("CHN", "China")
        nodes[telling.file] = telling.person("Liu Jianchao"), telling.person("Ilham Aliyev"), china
    liu, aliyev, china = nodes["a.txt"]
    said = a.statement(
        "Liu said Aliyev visits China on 22 April.", liu, text="Aliyev visits China on 22 April"
    )
    visit = a.event(
        DIP.Visit, "Liu said Aliyev visits China on 22 April.", aliyev, when="2025-04-22", place=china
    )
    a.claims = [_on_word(c, said) if c.subject == visit else c for c in a.claims]
    alone = resolved(a)

    assert triples(alone, "onlyAccordingTo") == [
        ("visit/2025-04-22-ilham-aliyev-china", "person/liu-jianchao"),
    ]

    _, again, land = nodes["b.txt"]
    b.event(DIP.Visit, "Aliyev visited China.", again, when="2025-04-22", place=land)

    assert triples(resolved(a, b), "onlyAccordingTo") == []


def _on_word(claim: Claim, said: Node) -> Claim:
    return Claim(claim.subject, claim.predicate, claim.object, claim.spans, "test", according_to=said)


def test_denial() -> None:
    """A denial reaches the statement it is aimed at and what that announces; statuses stay."""
    a = Telling("a.txt", "2025-04-03")
    liu, chen, aliyev = (a.person(n) for n in ("Liu Jianchao", "Chen Ming", "Ilham Aliyev"))
    visit = a.event(DIP.Visit, "Aliyev would come.", aliyev, when="2025-04-22", place=a.state("CHN", "China"))
    said = a.statement("Liu told so.", liu, text=WORDS, announces=visit)
    denial = a.statement("Chen denied it.", chen, kind=DIP.Denial, denies=said)
    found = resolved(a)

    assert triples(found, "deniedBy") == [
        ("statement/liu-jianchao-the-corridor-is-of-great-importance", "person/chen-ming"),
        ("visit/2025-04-22-ilham-aliyev-china", "person/chen-ming"),
    ]
    assert path(found, denial).startswith("denial/chen-ming-denies-liu-jianchao-the-corridor-is-of")
    assert found.labels[found.iris[denial]] == f"Chen Ming denied Liu Jianchao: “{WORDS}”"
    assert found.settled[(found.iris[visit], DIP.status)] == DIP.Occurred


def test_denial_in_another_article() -> None:
    """A denial told in one article denies the statement as the other article has it too."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    one = a.statement("Liu said it.", a.person("Liu Jianchao"), text=WORDS)
    other = b.statement("Liu had said it.", b.person("Liu Jianchao"), text=WORDS)
    b.statement("Chen denied it.", b.person("Chen Ming"), kind=DIP.Denial, denies=other)
    found = resolved(a, b)

    assert triples(found, "deniedBy") == [(path(found, one), "person/chen-ming")]


def test_first_words_in_common() -> None:
    """Statements whose first words are the same are told apart by more of them, not by a number."""
    a = Telling("a.txt", "2025-04-03")
    liu = a.person("Liu Jianchao")
    start = "Both the road and the railway"
    one = a.statement("Liu said the first.", liu, text=f"{start} are needed by our friends now")
    other = a.statement("Liu said the second.", liu, text=f"{start} cost more money than anybody has")
    found = resolved(a)

    assert (
        path(found, one)
        == "statement/liu-jianchao-both-the-road-and-the-railway-are-needed-by-our-friends-now"
    )
    assert path(found, other) == (
        "statement/liu-jianchao-both-the-road-and-the-railway-cost-more-money-than-anybody-has"
    )


def test_day_of_a_statement() -> None:
    """A statement whose day is told has it in its address."""
    a = Telling("a.txt", "2025-04-03")
    node = a.event(
        DIP.Statement, "On Wednesday Liu said it.", when="2025-04-02", speaker=a.person("Liu Jianchao")
    )
    found = resolved(a)

    assert path(found, node) == "statement/2025-04-02-liu-jianchao-on-wednesday-liu-said-it"


def test_circle_of_reports() -> None:
    """Statements that report each other are no endless loop."""
    a = Telling("a.txt", "2025-04-03")
    sputnik, apa = a.actor(DIP.Organization, "Sputnik"), a.actor(DIP.Organization, "APA")
    one = Node("a.txt", DIP.Statement, "one")
    other = a.statement("APA told what Sputnik told.", apa, reports=one)
    for term, thing in (("speaker", sputnik), ("reports", other)):
        a.claim(one, DIP[term], thing, "Sputnik told what APA told.")
    first = resolved(a)
    second = resolved(a, ledger=ledger.of(first.decisions))

    assert len({first.iris[one], first.iris[other]}) == 2
    assert first.iris == second.iris
    assert first.iris[one].startswith(f"{BASE}statement/sputnik")
