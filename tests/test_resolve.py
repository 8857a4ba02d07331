"""The resolution of a corpus: stable under order, additions and the ledger's own rows."""

from itertools import permutations

from corpus import BASE, Telling, path, resolved
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, RDFS

from kg import resolve
from kg.model import Decision, Extraction, Node, Resolution, Value
from kg.resolve import ledger
from kg.resolve.ledger import Ledger
from kg.vocab import DIP


def meeting(file: str, published: str, *names: str, when: str = "2025-04-02") -> Telling:
    """Return an article about one meeting."""
    told = Telling(file, published)
    told.event(DIP.Meeting, "They met.", *(told.person(n) for n in names), when=when)
    return told


A = ("a.txt", "2025-04-03", "Liu Jianchao", "Ilham Aliyev")
B = ("b.txt", "2025-04-24", "Liu Jianchao", "Ilham Aliyev", "Ali Asadov")
C = ("c.txt", "2025-04-02", "Liu Jianchao", "Ilham Aliyev", "Sahiba Gafarova")


def grown(before: Ledger, found: Resolution) -> Ledger:
    """Return the ledger after a build, as read from its file again."""
    return ledger.parse(ledger.append(ledger.append("", before.decisions), found.decisions))


def test_order_of_articles_does_not_matter() -> None:
    """Articles may come in any order."""
    tellings = [meeting(*each) for each in (A, B, C)]
    found = [resolved(*order) for order in permutations(tellings)]

    assert found == [found[0]] * 6


def test_resolving_again_changes_nothing() -> None:
    """With the rows that a first run appended a second gives the same IRIs and appends nothing."""
    tellings = [meeting(*each) for each in (A, B, C)]
    first = resolved(*tellings)
    second = resolved(*tellings, ledger=grown(Ledger(), first))

    assert (second.iris, second.labels, second.claims) == (first.iris, first.labels, first.claims)
    assert second.decisions == ()


def test_another_article_renames_nothing() -> None:
    """An article that is added later, even one published before, leaves the IRIs as they were."""
    first = resolved(meeting(*A), meeting(*B))
    second = resolved(meeting(*C), meeting(*A), meeting(*B), ledger=grown(Ledger(), first))

    assert {n: i for n, i in second.iris.items() if n in first.iris} == first.iris
    assert [d.iri for d in second.decisions] == ["person/sahiba-gafarova"]


def test_article_that_joins_two() -> None:
    """Where a later article shows that two records are one, the first IRI stays and the other leads to it."""
    vague = meeting("a.txt", "2025-04-03", "Liu Jianchao", "Ilham Aliyev", when="2025-04-02")
    other = meeting("b.txt", "2025-04-24", "Liu Jianchao", "Ilham Aliyev", when="2025-04-01/2025-05-31")
    before = resolved(vague, other)
    both = Decision("meeting/2025-ilham-aliyev-liu-jianchao", "same as", "meeting/x", "*", "Jane Doe")

    assert len({i for n, i in before.iris.items() if n.kind == DIP.Meeting}) == 2

    rows = (*before.decisions, both)
    named = Decision("meeting/2025-04-02-ilham-aliyev-liu-jianchao", "same as", "meeting/x", "*", "Jane Doe")
    after = resolved(vague, other, ledger=ledger.of((*rows, named)))

    assert {i for n, i in after.iris.items() if n.kind == DIP.Meeting} == {f"{BASE}meeting/x"}
    assert after.redirects == (
        (f"{BASE}meeting/2025-04-02-ilham-aliyev-liu-jianchao", f"{BASE}meeting/x"),
        (f"{BASE}meeting/2025-ilham-aliyev-liu-jianchao", f"{BASE}meeting/x"),
    )


def test_rules_join_two_that_were_published() -> None:
    """Two IRIs of the ledger that rules now find to be one: the elder stays, and the ledger gains a row."""
    rows = (
        Decision("person/tahir-budagov", "names", "Tahir Budagov"),
        Decision("person/tahir-budaqov", "names", "Tahir Budaqov"),
    )
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    nodes = (a.person("Tahir Budaqov"), b.person("Tahir Budagov"))
    found = resolved(a, b, ledger=ledger.of(rows))

    assert [path(found, n) for n in nodes] == ["person/tahir-budagov"] * 2
    assert found.redirects == ((f"{BASE}person/tahir-budaqov", f"{BASE}person/tahir-budagov"),)
    assert found.decisions == (
        Decision("person/tahir-budaqov", "same as", "person/tahir-budagov", note="told as one"),
    )
    assert resolved(a, b, ledger=grown(ledger.of(rows), found)).decisions == ()


def test_renamed_person_moves_no_record() -> None:
    """Where a person gets another address, records whose addresses hold the old name keep theirs."""
    a = Telling("a.txt", "2025-04-03")
    china = a.state("CHN", "China")
    liu, aliyev = a.person("Liu Jian-chao", of=china), a.person("Ilham Aliyev")
    met = a.event(DIP.Meeting, "They met.", liu, aliyev, when="2025-04-02")
    office = a.tenure(liu, "Minister", china, "Minister Liu met him.")
    said = a.statement("Liu hailed it.", liu, text="It is good.")
    before = resolved(a)
    renamed = Decision("person/liu-jian-chao", "same as", "person/liu-jianchao", "*", "Jane Doe")
    after = resolved(a, ledger=ledger.of((*before.decisions, renamed)))

    assert path(after, liu) == "person/liu-jianchao"
    assert path(after, met) == "meeting/2025-04-02-ilham-aliyev-liu-jian-chao"
    assert path(after, office) == "tenure/liu-jian-chao-minister-china"
    assert [path(after, n) for n in (met, office, said)] == [path(before, n) for n in (met, office, said)]
    assert after.gone == ()
    assert resolved(a, ledger=grown(ledger.of((*before.decisions, renamed)), after)).decisions == ()


def test_person_keeps_two_apart() -> None:
    """Two that a person keeps apart stay two, whatever the rules say."""
    iri = "meeting/2025-04-02-ilham-aliyev-liu-jianchao"
    rows = [
        Decision(iri, "names", iri.partition("/")[2], "a.txt"),
        Decision(f"{iri}-b", "names", iri.partition("/")[2], "b.txt", "Jane Doe"),
    ]
    tellings = [meeting(*A), meeting("b.txt", *A[1:])]
    found = resolved(*tellings, ledger=ledger.of(rows))

    assert {i for n, i in found.iris.items() if n.kind == DIP.Meeting} == {BASE + iri, f"{BASE}{iri}-b"}


def test_not_keeps_names_apart() -> None:
    """A row with `not` keeps two names apart that rules take for one person."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    nodes = (a.person("Tahir Budaqov"), b.person("Tahir Budagov"))
    row = Decision("person/tahir-budaqov", "not", "person/tahir-budagov", "*", "Jane Doe")
    found = resolved(a, b, ledger=ledger.of([row]))

    assert [path(found, n) for n in nodes] == ["person/tahir-budaqov", "person/tahir-budagov"]


def test_what_no_source_tells_of_now() -> None:
    """An IRI of the ledger that nothing gets any more is kept with its last words."""
    first = resolved(meeting(*A), meeting(*B))
    second = resolved(meeting(*A), ledger=grown(Ledger(), first))

    assert second.gone == ((f"{BASE}person/ali-asadov", "Ali Asadov"),)
    assert second.redirects == ()


def test_record_of_another_kind() -> None:
    """A record that is now told as another kind leads from its former IRI to the new one."""
    first = resolved(meeting(*A))
    told = Telling(*A[:2])
    told.event(DIP.Call, "They met.", *(told.person(n) for n in A[2:]), when="2025-04-02")
    second = resolved(told, ledger=grown(Ledger(), first))
    old, new = (f"{BASE}{k}/2025-04-02-ilham-aliyev-liu-jianchao" for k in ("meeting", "call"))

    assert second.redirects == ((old, new),)
    assert second.gone == ()
    assert second.decisions[-1].note == "told as another kind of record"


def test_meetings_in_the_same_words() -> None:
    """Two records that the same words tell get two IRIs, the same in every run."""
    told = Telling("a.txt", "2025-04-03")
    people = [told.person(n) for n in ("Liu Jianchao", "Ilham Aliyev")]
    for when in ("2025-04-02/2025-04-03", "2025-04-10/2025-04-11"):
        told.event(DIP.Meeting, "They met twice.", *people, when=when)
    first = resolved(told)
    second = resolved(told, ledger=grown(Ledger(), first))

    assert len({i for n, i in first.iris.items() if n.kind == DIP.Meeting}) == 2
    assert (first.iris, second.decisions) == (second.iris, ())


def test_article_claims_what_is_known_of_it() -> None:
    """What is known of an article is claimed, each on its field."""
    extraction = Telling("a.txt", "2025-04-03").extraction(
        title="A visit", url="https://x.org/a", inferred=True
    )
    found = resolved(extraction)
    told = {c.predicate: c.object for c in found.claims}

    assert {found.iris[c.subject] for c in found.claims} == {f"{BASE}article/a"}
    assert told == {
        RDF.type: DIP.Article,
        RDFS.label: Value("A visit"),
        DCTERMS.title: Value("A visit"),
        DCTERMS.issued: Value("2025-04-03", "date"),
        DIP.when: Value("2025-04-03/.."),
        DIP.url: Value("https://x.org/a"),
    }
    assert found.labels == {f"{BASE}article/a": "A visit"}


def test_nothing() -> None:
    """No articles resolve to nothing."""
    assert resolve.run((), Ledger(), BASE) == Resolution({}, {}, ())


NAMES = ("Liu Jianchao", "Ilham Aliyev", "Ali Asadov", "Liu", "Tahir Budaqov", "Tahir Budagov")
DAYS = ("", "2025-04-02", "2025-04-02/2025-04-03", "2025-04-01/2025-04-30")
EVENT = st.tuples(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), st.sampled_from(DAYS))


def article(number: int, events: list[tuple[list[str], str]]) -> Telling:
    """Return an article about some meetings."""
    told = Telling(f"{number}.txt", f"2025-04-{10 + number}")
    people: dict[str, Node] = {}
    for i, (names, when) in enumerate(events):
        who = [people.setdefault(n, told.person(n)) for n in names]
        told.event(DIP.Meeting, f"Meeting {i} was held.", *who, when=when)
    return told


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(EVENT, max_size=4), min_size=1, max_size=3))
def test_any_corpus(corpus: list[list[tuple[list[str], str]]]) -> None:
    """Whatever articles tell, IRIs are whole, stay over a second run in another order."""
    tellings: list[Extraction | Telling] = [article(i, events) for i, events in enumerate(corpus)]
    first = resolved(*tellings)
    second = resolved(*reversed(tellings), ledger=grown(Ledger(), first))

    assert second.iris == first.iris
    assert second.decisions == ()
    assert set(first.iris.values()) == set(first.labels)
    assert all(first.labels.values())
    for iri in set(first.iris.values()):
        assert len({n.kind for n, i in first.iris.items() if i == iri}) == 1
