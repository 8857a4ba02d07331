"""Who is who across articles."""

import pytest
from corpus import BASE, Telling, path, resolved
from rdflib import DCTERMS

from kg.model import Decision
from kg.resolve import ledger
from kg.vocab import DIP


def two() -> tuple[Telling, Telling]:
    """Return two articles that tell nothing yet."""
    return Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")


def test_state_is_its_row_of_the_registry() -> None:
    """A state is one by its row, whatever it is called, and has the registry's name."""
    a, b = two()
    one, other = a.state("CHN", "Beijing"), b.state("CHN", "the Chinese side")
    found = resolved(a, b)

    assert (path(found, one), path(found, other)) == ("state/china", "state/china")
    assert found.labels[f"{BASE}state/china"] == "China"


def test_full_name_is_one_person() -> None:
    """The same full name is the same person, and is what the person is called."""
    a, b = two()
    one, other = a.person("Liu Jianchao", "Liu"), b.person("LIU Jianchao", "Minister Liu")
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == "person/liu-jianchao"
    assert found.labels[f"{BASE}person/liu-jianchao"] == "Liu Jianchao"


def test_surname_alone_stays_in_its_article() -> None:
    """A surname without a full name is nobody in another article."""
    a, b = two()
    one, other, full = a.person("Aliyev"), b.person("Aliyev"), b.person("Ilham Aliyev")
    found = resolved(a, b)

    assert path(found, one) == "person/aliyev-a"
    assert path(found, other) == "person/aliyev-b"
    assert path(found, full) == "person/ilham-aliyev"


def test_spelling_is_one_person_unless_the_states_differ() -> None:
    """Another transliteration is the same person where no other state is told."""
    a, b = two()
    c = Telling("c.txt", "2025-05-01")
    one = a.person("Tahir Budaqov", of=a.state("AZE", "Azerbaijan"))
    other = b.person("Tahir Budagov", of=b.state("AZE", "Azerbaijan"))
    third = c.person("Takhir Budagov", of=c.state("KAZ", "Kazakhstan"))
    found = resolved(a, b, c)

    assert path(found, one) == path(found, other) == "person/tahir-budaqov"
    assert path(found, third) == "person/takhir-budagov"


def test_one_letter_needs_the_same_office() -> None:
    """A name that differs by a letter is another person, unless state and office are the same."""
    a, b = two()
    azerbaijan, again = a.state("AZE", "Azerbaijan"), b.state("AZE", "Azerbaijan")
    one, other = a.person("Ceyhun Bayramov", of=azerbaijan), b.person("Jeyhun Bayramov", of=again)

    assert len({path(resolved(a, b), n) for n in (one, other)}) == 2

    for telling, person, state in ((a, one, azerbaijan), (b, other, again)):
        telling.tenure(person, "Foreign Minister", state, "He is Foreign Minister.")

    assert len({path(resolved(a, b), n) for n in (one, other)}) == 1


def test_body_is_one_by_a_telling_name() -> None:
    """A body is the same where a name in common tells which it is."""
    a, b = two()
    one, other = a.actor(DIP.Organization, "Sputnik"), b.actor(DIP.Organization, "Sputnik", "the agency")
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == "organization/sputnik"


def test_ministry_is_one_by_its_state() -> None:
    """A ministry that every state has is told by its state; without it, it stays in its article."""
    a, b = two()
    c, d = Telling("c.txt", "2025-05-01"), Telling("d.txt", "2025-05-02")
    one = a.actor(DIP.Organization, "Foreign Ministry", of=a.state("AZE", "Azerbaijan"))
    other = b.actor(DIP.Organization, "Foreign Ministry", of=b.state("AZE", "Azerbaijan"))
    third = c.actor(DIP.Organization, "Foreign Ministry", of=c.state("ARM", "Armenia"))
    fourth = d.actor(DIP.Organization, "Foreign Ministry")
    found = resolved(a, b, c, d)

    assert path(found, one) == path(found, other) == "organization/foreign-ministry-azerbaijan"
    assert path(found, third) == "organization/foreign-ministry-armenia"
    assert path(found, fourth) == "organization/foreign-ministry-d"


def test_groups_never_meet() -> None:
    """Equal words for an unnamed collective mean another one in another article."""
    a, b = two()
    one, other = (t.actor(DIP.Group, "pro-government media") for t in (a, b))
    found = resolved(a, b)

    assert path(found, one) == "group/pro-government-media-a"
    assert path(found, other) == "group/pro-government-media-b"
    assert found.labels[f"{BASE}group/pro-government-media-a"] == "pro-government media"


def test_places_of_one_name_in_two_states() -> None:
    """A place is one by its name, unless the states differ; then the states tell them apart."""
    a, b = two()
    c = Telling("c.txt", "2025-05-01")
    one = a.actor(DIP.Place, "Tripoli", of=a.state("LBY", "Libya"))
    other = b.actor(DIP.Place, "Tripoli", of=b.state("LBN", "Lebanon"))
    again = c.actor(DIP.Place, "Tripoli", of=c.state("LBN", "Lebanon"))
    found = resolved(a, b, c)

    assert path(found, one) == "place/tripoli-libya"
    assert path(found, other) == path(found, again) == "place/tripoli-lebanon"


def test_places_of_one_name_are_found_again() -> None:
    """A second build finds each of two places of one name under its own address."""
    a, b = two()
    places = [
        a.actor(DIP.Place, "Tripoli", of=a.state("LBY", "Libya")),
        b.actor(DIP.Place, "Tripoli", of=b.state("LBN", "Lebanon")),
    ]
    first = resolved(a, b)
    second = resolved(b, a, ledger=ledger.parse(ledger.append("", first.decisions)))

    assert [path(second, p) for p in places] == ["place/tripoli-libya", "place/tripoli-lebanon"]
    assert second.decisions == ()


def test_topics_are_one_by_their_words() -> None:
    """A topic is one by its words."""
    a, b = two()
    one, other = (t.actor(DIP.Topic, "Zangezur corridor") for t in (a, b))
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == "topic/zangezur-corridor"


def test_name_is_the_most_frequent_spelling() -> None:
    """Of several spellings the most frequent is shown, of those the first; the others stay names."""
    a, b = two()
    c = Telling("c.txt", "2025-05-01")
    for telling, name in ((a, "Tahir Budaqov"), (b, "Tahir Budagov"), (c, "Tahir Budagov")):
        telling.person(name, of=telling.state("AZE", "Azerbaijan"))

    assert resolved(a, b).labels[f"{BASE}person/tahir-budaqov"] == "Tahir Budaqov"
    assert resolved(a, b, c).labels[f"{BASE}person/tahir-budaqov"] == "Tahir Budagov"


def test_reasons_are_kept() -> None:
    """For each node that joined another it is told where it went and why."""
    a, b = two()
    a.person("Tahir Budaqov")
    other = b.person("Tahir Budagov")

    assert resolved(a, b).merges == (
        (other, f"{BASE}person/tahir-budaqov", "name: spelling; alone person/tahir-budagov"),
    )


@pytest.mark.parametrize("by", ["article", "anywhere"])
def test_person_decides_who_a_name_is(by: str) -> None:
    """A person's row gives a name its IRI, in one article or in any."""
    a, b = two()
    one, other = a.person("Budagov"), b.person("Budagov")
    where = "a.txt" if by == "article" else "*"
    rows = [Decision("person/tahir-budaqov", "names", "Budagov", where, "Jane Doe")]
    found = resolved(a, b, ledger=ledger.of(rows))

    assert path(found, one) == "person/tahir-budaqov"
    assert path(found, other) == ("person/budagov-b" if by == "article" else "person/tahir-budaqov")


def test_person_splits_a_name() -> None:
    """Two whom rules take for one are two where a person says so."""
    a, b = two()
    one, other = a.person("Li Wei"), b.person("Li Wei")
    rows = [
        Decision("person/li-wei", "names", "Li Wei"),
        Decision("person/li-wei-envoy", "names", "Li Wei", "b.txt", "Jane Doe"),
    ]
    found = resolved(a, b, ledger=ledger.of(rows))

    assert (path(found, one), path(found, other)) == ("person/li-wei", "person/li-wei-envoy")


def test_person_joins_two_names() -> None:
    """Two whom rules take for two are one where a person says so, and the former IRI leads on."""
    a, b = two()
    one, other = a.person("Ali Asadov"), b.person("Əli Hidayət Əsədov")
    rows = [Decision("person/əli-hidayət-əsədov", "same as", "person/ali-asadov", "*", "Jane Doe")]
    found = resolved(a, b, ledger=ledger.of(rows))

    assert path(found, one) == path(found, other) == "person/ali-asadov"
    assert found.redirects == ((f"{BASE}person/əli-hidayət-əsədov", f"{BASE}person/ali-asadov"),)


def test_publisher_and_author_are_actors() -> None:
    """Who published and wrote an article is who is so called elsewhere."""
    a = Telling("a.txt", "2025-04-03")
    outlet = a.actor(DIP.Organization, "Example News")
    made = resolved(a).iris[outlet]
    extraction = a.extraction(publisher="Example News", author="Ann Writer")
    found = resolved(extraction)
    told = {
        (found.iris[c.subject], c.predicate): c.object for c in found.claims if c.subject.kind == DIP.Article
    }

    assert found.iris[told[(f"{BASE}article/a", DCTERMS.publisher)]] == made
    assert found.iris[told[(f"{BASE}article/a", DCTERMS.creator)]] == f"{BASE}person/ann-writer"
