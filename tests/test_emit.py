"""The graph as written: each triple once and claimed, each quote exact, the same lines each time."""

import re

import pyoxigraph as ox
import pytest
from corpus import BASE, Telling, resolved
from graphs import about, claims, parsed, written
from rdflib import DCTERMS, RDF, RDFS, SKOS, XSD, URIRef

from kg.model import Decision, Extraction
from kg.resolve import ledger
from kg.vocab import DIP, local

MEETING = f"{BASE}meeting/2025-04-02-ilham-aliyev-liu-jianchao"
VISIT = f"{BASE}visit/2025-04-ilham-aliyev-china"
TRACE = (DIP.Claim, DIP.Passage)


def corpus() -> tuple[Extraction, Extraction]:
    """Return two articles: a meeting that both tell, a visit that one announces and one tells."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    for telling in (a, b):
        china = telling.state("CHN", "China")
        aliyev, liu = telling.person("Ilham Aliyev", "Aliyev"), telling.person("Liu Jianchao", of=china)
        telling.event(DIP.Meeting, f"Aliyev “met” Liu, {telling.file} tells.", aliyev, liu, when="2025-04-02")
        if telling is a:
            said = telling.statement("Liu said so.", liu, text="He will come")
            visit = {"status": DIP.Planned, "place": china, "when": "2025-04-03/2025-04-30"}
            node = telling.event(DIP.Visit, "Aliyev would come.", aliyev, **visit)
            telling.claim(said, DIP.announces, node, "Liu said so.")
        else:
            telling.event(DIP.Visit, "Aliyev came.", aliyev, when="2025-04-22/2025-04-23", place=china)
    return a.extraction(publisher="Example News"), b.extraction(title="A visit")


@pytest.fixture(scope="module")
def graph() -> list[str]:
    """Return the lines of the graph of the corpus."""
    return written(*corpus())


def test_lines_are_sorted_and_whole(graph: list[str]) -> None:
    """Lines are sorted, none comes twice, an engine reads each as one triple, and no node is blank."""
    triples = list(parsed(graph))

    assert graph == sorted(set(graph))
    assert len(triples) == len(graph)
    assert {type(t.subject) for t in triples} == {ox.NamedNode}
    assert {type(t.object) for t in triples} == {ox.NamedNode, ox.Literal}


def test_lines_are_the_engines_own(graph: list[str]) -> None:
    """An engine that writes the graph writes the same lines."""
    text = ox.serialize(parsed(graph), format=ox.RdfFormat.N_TRIPLES)

    assert sorted(text.decode().splitlines()) == graph


def test_same_corpus_same_lines(graph: list[str]) -> None:
    """The order of articles does not matter, nor does the ledger's own first rows."""
    a, b = corpus()
    rows = resolved(a, b).decisions

    assert written(b, a) == graph
    assert written(a, b, known=ledger.of(rows)) == graph


def test_quotes_are_exact(graph: list[str]) -> None:
    """Each quote is the text between its offsets."""
    texts = {e.article.file: e.article.text for e in corpus()}
    passages = {t.subject.value for t in parsed(graph) if t.object.value == str(DIP.Passage)}
    found = [about(graph, p) for p in sorted(passages)]

    assert len(found) == 11
    for passage in found:
        (home,), (start,), (end,), (quote,) = (passage[k] for k in ("article", "start", "end", "quote"))
        assert texts[f"{home.rpartition('/')[2]}.txt"][int(start) : int(end)] == quote


def test_every_flat_triple_is_claimed(graph: list[str]) -> None:
    """Every triple outside claims and passages has a claim, but what an article's file itself tells."""
    triples = list(parsed(graph))
    parts: dict[str, dict[str, str]] = {}
    for t in triples:
        parts.setdefault(t.subject.value, {})[t.predicate.value] = str(t.object)
    ends = [str(p) for p in (RDF.subject, RDF.predicate, RDF.object)]
    claimed = {tuple(p[e] for e in ends) for p in parts.values() if ends[0] in p}
    trace = {t.subject.value for t in triples if t.object.value in map(str, TRACE)}
    flat = [t for t in triples if t.subject.value not in trace]
    bare = {
        t.predicate.value for t in flat if (str(t.subject), str(t.predicate), str(t.object)) not in claimed
    }

    assert bare == {str(DIP.file), str(DIP.sha256)}
    assert claimed - {(str(t.subject), str(t.predicate), str(t.object)) for t in flat} == {
        (f"<{VISIT}>", f"<{DIP.status}>", f"<{DIP.Planned}>"),
        (f"<{VISIT}>", f"<{DIP.earliest}>", f'"2025-04-03"^^<{XSD.date}>'),
        (f"<{VISIT}>", f"<{DIP.latest}>", f'"2025-04-30"^^<{XSD.date}>'),
        (f"<{VISIT}>", f"<{DIP.when}>", '"2025-04-03/2025-04-30"'),
    }


def test_event(graph: list[str]) -> None:
    """An event stands with its super-classes, its people, its bounds and a label."""
    assert about(graph, MEETING) == {
        "type": {"Meeting", "Event", "Record"},
        "label": {"Meeting of Ilham Aliyev and Liu Jianchao, 2 April 2025"},
        "participant": {"person/ilham-aliyev", "person/liu-jianchao"},
        "earliest": {"2025-04-02"},
        "latest": {"2025-04-02"},
        "when": {"2025-04-02"},
        "status": {"Occurred"},
    }


def test_sub_property(graph: list[str]) -> None:
    """A visitor is a participant too, and the claim of that says how it was found."""
    visit = about(graph, VISIT)
    derived = claims(graph, VISIT, DIP.participant)

    assert visit["participant"] == visit["visitor"] == {"person/ilham-aliyev"}
    assert [(c["rule"], c["passage"]) for c in derived] == [
        ({"derived: super-property"}, {"passage/b/96-108"}),
        ({"derived: super-property"}, {"passage/a/109-127"}),
    ]


def test_one_claim_for_each_article(graph: list[str]) -> None:
    """What two articles tell is one triple with a claim for each of them."""
    found = claims(graph, MEETING, DIP.status)

    assert len(found) == 2
    assert {p.split("/")[1] for c in found for p in c["passage"]} == {"a", "b"}
    assert all(c["type"] == {"Claim", "Statement"} for c in found)


def test_value_that_lost(graph: list[str]) -> None:
    """A value that another won over stays as a claim; a plan and its days dispute nothing that came of it."""
    found = {min(c["object"]): c for c in claims(graph, VISIT, DIP.status)}

    assert about(graph, VISIT)["status"] == {"Occurred"}
    assert set(found) == {"Occurred", "Planned"}
    assert all("disputes" not in c for c in found.values())
    assert all("disputes" not in c for c in claims(graph, VISIT, DIP.latest))


@pytest.mark.parametrize(("first", "then"), [(DIP.Occurred, DIP.Cancelled), (DIP.Planned, DIP.Denied)])
def test_value_that_is_disputed(first: URIRef, then: URIRef) -> None:
    """What is told to have happened disputes the claim that it was called off, and so does one denied."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    for telling, status in ((a, first), (b, then)):
        who = {"status": status, "when": "2025-04-02"}
        both = (telling.person("Ilham Aliyev"), telling.person("Liu Jianchao"))
        telling.event(DIP.Meeting, f"They met, {telling.file}.", *both, **who)
    found = written(a.extraction(), b.extraction())
    told = {min(c["object"]): c for c in claims(found, MEETING, DIP.status)}
    (winner,) = told[local(first)]["disputes"]

    assert about(found, BASE + winner) == told[local(then)]


def test_names(graph: list[str]) -> None:
    """One name is the label, others are alternative labels, each claimed where it stands."""
    person = about(graph, f"{BASE}person/ilham-aliyev")

    assert (person["label"], person["altLabel"]) == ({"Ilham Aliyev"}, {"Aliyev"})
    assert len(claims(graph, f"{BASE}person/ilham-aliyev", SKOS.altLabel)) == 2
    assert len(claims(graph, f"{BASE}person/ilham-aliyev", RDFS.label)) == 2


def test_made_label(graph: list[str]) -> None:
    """The label of a record is ours: its claim says so and cites the record's sentence."""
    (claim,) = claims(graph, MEETING, RDFS.label)

    assert claim["basis"] == {"label made from its parts"}
    assert len(claim["passage"]) == 1


def test_article(graph: list[str]) -> None:
    """An article has what is known of it; what its file tells needs no claim."""
    found = about(graph, f"{BASE}article/a")
    (publisher,) = claims(graph, f"{BASE}article/a", DCTERMS.publisher)

    assert found == {
        "type": {"Article"},
        "label": {"a.txt"},
        "file": {"a.txt"},
        "sha256": {"0" * 64},
        "issued": {"2025-04-03"},
        "publisher": {"organization/example-news"},
    }
    assert (publisher["basis"], publisher.get("passage")) == ({"a.txt"}, None)


def test_hash_of_the_text_where_none_is_given(graph: list[str]) -> None:
    """Without a hash of the file that of the text is told."""
    (found,) = about(graph, f"{BASE}article/b")["sha256"]

    assert re.fullmatch(r"[0-9a-f]{64}", found)


def test_former_iris() -> None:
    """An IRI that leads elsewhere says where; one that nothing tells of keeps its words and says so."""
    rows = [
        Decision("person/i-aliyev", "same as", "person/ilham-aliyev", "*", "Jane Doe"),
        Decision("person/ali-asadov", "names", "Ali Asadov"),
    ]
    graph = written(*corpus(), known=ledger.of(rows))

    assert about(graph, f"{BASE}person/i-aliyev") == {"isReplacedBy": {"person/ilham-aliyev"}}
    assert about(graph, f"{BASE}person/ali-asadov") == {
        "label": {"Ali Asadov"},
        "historyNote": {"No source that is read tells of it now."},
    }


def test_empty_corpus() -> None:
    """No articles make no lines."""
    assert written() == []
