"""Each record leads to the pairs of states that it lies between, on the words that tell of them."""

from corpus import BASE, Telling
from graphs import about, claims, written
from rdflib import URIRef

from kg.emit import dyads
from kg.emit.sides import Told
from kg.model import Claim, Node, Resolution, Span
from kg.vocab import DIP

PAIR = f"{BASE}dyad/AZE/CHN"


def lands(telling: Telling) -> tuple[Node, Node, Node]:
    """Return China, Azerbaijan and Armenia as an article names them."""
    return (
        telling.state("CHN", "China"),
        telling.state("AZE", "Azerbaijan"),
        telling.state("ARM", "Armenia"),
    )


def between(graph: list[str], path: str) -> set[str]:
    """Return the dyads of a record, by the codes of their states."""
    return {each.removeprefix("dyad/") for each in about(graph, BASE + path).get("dyad", set())}


def linked(graph: list[str]) -> dict[str, set[str]]:
    """Return the dyads of each record that has any, by its kind."""
    subjects = {line.split()[0].strip("<>") for line in graph if f"<{DIP.dyad}>" in line.split()[:2]}
    return {each.removeprefix(BASE).partition("/")[0]: between(graph, each[len(BASE) :]) for each in subjects}


def test_meeting_of_two_states_people() -> None:
    """Persons stand for their states; the dyad has the two codes in their order, a label, and its states."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    liu, aliyev = a.person("Liu Jianchao", of=china), a.person("Ilham Aliyev", of=azerbaijan)
    a.event(DIP.Meeting, "Liu met Aliyev.", liu, aliyev, when="2025-04-02")
    graph = written(a.extraction())
    (claim,) = claims(graph, f"{BASE}meeting/2025-04-02-ilham-aliyev-liu-jianchao", DIP.dyad)

    assert linked(graph) == {"meeting": {"AZE/CHN"}}
    assert about(graph, PAIR) == {
        "type": {"Dyad"},
        "label": {"Azerbaijan and China"},
        "between": {"state/azerbaijan", "state/china"},
    }
    assert claim["rule"] == {"derived: dyad"}
    assert claim["basis"] == {"states of those named: Azerbaijan and China"}
    assert len(claim["passage"]) == 1


def test_each_pair_of_several_states() -> None:
    """An event of three states lies between each two of them."""
    a = Telling("a.txt", "2025-04-03")
    a.event(DIP.Meeting, "The three met.", *lands(a), when="2025-04-02")

    assert linked(written(a.extraction())) == {"meeting": {"ARM/AZE", "ARM/CHN", "AZE/CHN"}}


def test_one_state_alone() -> None:
    """What only one state's people take part in has no dyad, wherever it was."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    liu, xi = a.person("Liu Jianchao", of=china), a.person("Xi Jinping", of=china)
    a.event(DIP.Meeting, "Liu met Xi.", liu, xi, when="2025-04-02", place=azerbaijan)

    assert linked(written(a.extraction())) == {}


def test_visit_leads_to_the_state_of_its_places() -> None:
    """A visitor's state and that of each place make a dyad; two stops of a tour make none with each other."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, armenia = lands(a)
    baku = a.actor(DIP.Place, "Baku", of=azerbaijan)
    liu = a.person("Liu Jianchao", of=china)
    visit = a.event(DIP.Visit, "Liu went to Baku and Armenia.", liu, when="2025-04-02", place=baku)
    a.claim(visit, DIP.place, armenia, "Liu went to Baku and Armenia.")

    assert linked(written(a.extraction())) == {"visit": {"AZE/CHN", "ARM/CHN"}}


def test_place_within_another() -> None:
    """A place that tells no state has that of the place it lies in."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    baku = a.actor(DIP.Place, "Baku", of=azerbaijan)
    quay = a.actor(DIP.Place, "Old Quay")
    a.claim(quay, DIP.within, baku, "The Old Quay of Baku.")
    a.event(DIP.Visit, "Liu saw the quay.", a.person("Liu Jianchao", of=china), place=quay)

    assert linked(written(a.extraction())) == {"visit": {"AZE/CHN"}}


def test_parties_and_signatories() -> None:
    """An agreement lies between the states that it binds, or whose people sign it."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    pact = a.event(DIP.Agreement, "They signed a pact.", when="2025-04-02")
    a.claim(pact, DIP.party, china, "They signed a pact.")
    a.claim(pact, DIP.signatory, a.person("Ilham Aliyev", of=azerbaijan), "They signed a pact.")

    assert linked(written(a.extraction())) == {"agreement": {"AZE/CHN"}}


def said(of: URIRef, *, by: str = "CHN", at: str = "") -> dict[str, set[str]]:
    """Return the dyads of a statement whose property leads to Azerbaijan's president, or to an event."""
    a = Telling("a.txt", "2025-04-03")
    states = {
        "CHN": a.state("CHN", "China"),
        "AZE": a.state("AZE", "Azerbaijan"),
        "ARM": a.state("ARM", "Armenia"),
    }
    liu, aliyev = a.person("Liu Jianchao", of=states["CHN"]), a.person("Ilham Aliyev", of=states["AZE"])
    speaker = a.person("Chen Ming", of=states[by])
    target = a.event(DIP.Meeting, "Liu met Aliyev.", liu, aliyev, when="2025-04-02") if at else aliyev
    statement = a.statement("Chen said so.", speaker, text="so")
    a.claim(statement, of, target, "Chen said so.")
    return {kind: pairs for kind, pairs in linked(written(a.extraction())).items() if kind == "statement"}


def test_statement_faces_whom_it_is_about_or_said_to() -> None:
    """A speaker's state and that of whom the statement is about, or said to, make a dyad."""
    assert said(DIP.about) == {"statement": {"AZE/CHN"}}
    assert said(DIP.addressee) == {"statement": {"AZE/CHN"}}


def test_statement_at_a_meeting_faces_the_others() -> None:
    """What is said at an event of one's own state with others faces those; what a third says does not."""
    assert said(DIP.at, at="meeting") == {"statement": {"AZE/CHN"}}
    assert said(DIP.announces, at="meeting") == {"statement": {"AZE/CHN"}}
    assert said(DIP.at, at="meeting", by="ARM") == {}


def test_denial_faces_who_says_and_who_reports() -> None:
    """A denial of what a third state's media report lies between the denier's state and theirs."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    liu, chen = a.person("Liu Jianchao", of=china), a.person("Chen Ming", of=china)
    media = a.actor(DIP.Group, "Azerbaijani media", of=azerbaijan)
    words = a.statement("Media reported that Liu promised it.", liu, text="it")
    report = a.statement("Media reported it.", media, text="Liu promised it", reports=words)
    a.statement("Chen denied it.", chen, kind=DIP.Denial, denies=words)
    graph = written(a.extraction())

    assert report.kind == DIP.Statement
    assert linked(graph) == {"denial": {"AZE/CHN"}}


def test_two_articles_tell_of_one_side_each() -> None:
    """Where no article tells of both sides, each claim rests on the words for one."""
    states = [Node("a.txt", DIP.State, key, key) for key in ("CHN", "AZE")]
    told = [Node(file, DIP.Meeting, "m") for file in ("a.txt", "b.txt")]
    spans = (Span(0, 9), Span(10, 19))
    resolution = Resolution(
        iris={states[0]: "state/china", states[1]: "state/azerbaijan"} | dict.fromkeys(told, "meeting/m"),
        labels={"state/china": "China", "state/azerbaijan": "Azerbaijan"},
        claims=tuple(
            Claim(node, DIP.participant, state, (span,), "test")
            for node, state, span in zip(told, states, spans, strict=True)
        ),
    )
    found = dyads.added(resolution, Told(resolution), "")

    assert [(c.subject.article, c.spans) for c in found.claims if c.predicate == DIP.dyad] == [
        ("a.txt", (Span(0, 9),)),
        ("b.txt", (Span(10, 19),)),
    ]


def test_word_of_somebody_is_kept() -> None:
    """A dyad that rests on what somebody tells says on whose word it stands."""
    a = Telling("a.txt", "2025-04-03")
    china, azerbaijan, _ = lands(a)
    said_so = a.statement("Liu told it.", a.person("Liu Jianchao", of=china), text="they met")
    meeting = Node("a.txt", DIP.Meeting, "m")
    for state in (china, azerbaijan):
        a.claim(meeting, DIP.participant, state, "They met.", according_to=said_so, confidence=0.5)
    a.claim(meeting, DIP.status, DIP.Occurred, "They met.")
    graph = written(a.extraction())
    (iri,) = {line.split()[0].strip("<>") for line in graph if line.startswith(f"<{BASE}meeting/")}
    (claim,) = claims(graph, iri, DIP.dyad)

    assert claim["accordingTo"] == {"statement/liu-jianchao-they-met"}
    assert claim["confidence"] == {"0.50"}
