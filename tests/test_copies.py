"""Which article repeats an earlier one: the two count as one voice."""

from dataclasses import replace

import pytest
from corpus import BASE, Telling, resolved
from rdflib import DCTERMS

from kg.model import Claim, Extraction
from kg.vocab import DIP

RUNS = tuple(range(0, 400, 4))  # the marks of an article of some 400 words


def article(file: str, published: str | None, marks: tuple[int, ...]) -> Extraction:
    """Return an article with a fingerprint."""
    return replace(Telling(file, published).extraction(title=file), marks=marks)


def copies(*extractions: Extraction) -> dict[str, tuple[str, str | None]]:
    """Return, for each article that is a copy, of which and why."""
    found = resolved(*extractions)
    claims: list[Claim] = [c for c in found.claims if c.predicate == DIP.copyOf]
    return {c.subject.article: (c.object.article, c.basis) for c in claims}  # type: ignore[union-attr]


def test_near_copy() -> None:
    """A later article with most words of an earlier one is its copy; how many it shares is told."""
    one = article("release.txt", "2025-04-03", RUNS)
    other = article("paper.txt", "2025-04-04", (*RUNS[:80], *range(1001, 1041, 2)))

    assert copies(other, one) == {
        "paper.txt": ("release.txt", "80 of 100 runs of words stand in release.txt")
    }


def test_quotation_in_common_is_no_copy() -> None:
    """Articles that share less than half of their words are voices of their own."""
    one = article("a.txt", "2025-04-03", RUNS)
    other = article("b.txt", "2025-04-04", (*RUNS[:40], *range(1001, 1121, 2)))

    assert copies(one, other) == {}


def test_longer_report_that_holds_a_release() -> None:
    """An article that quotes a whole release but has more words of its own is no copy."""
    one = article("a.txt", "2025-04-03", RUNS[:40])
    other = article("b.txt", "2025-04-04", (*RUNS[:40], *range(1001, 1121, 2)))

    assert copies(one, other) == {}


def test_copy_of_a_copy() -> None:
    """Whoever copies a copy copies the first: all are one voice."""
    first = article("a.txt", "2025-04-03", RUNS)
    second = article("b.txt", "2025-04-04", RUNS[:90])
    third = article("c.txt", "2025-04-05", RUNS[:80])

    assert {file: of for file, (of, _) in copies(third, first, second).items()} == {
        "b.txt": "a.txt",
        "c.txt": "a.txt",
    }


def test_short_text_is_no_copy() -> None:
    """Of a few words, sharing half may be chance."""
    one, other = article("a.txt", "2025-04-03", RUNS), article("b.txt", "2025-04-04", RUNS[:9])

    assert copies(one, other) == {}


def test_set_phrase_of_many_articles() -> None:
    """Words that very many articles share, a notice at their foot, make no copies."""
    notices = [article(f"{i:02}.txt", "2025-04-03", RUNS[:20]) for i in range(53)]

    assert "52.txt" not in copies(*notices)


@pytest.mark.parametrize("published", [None, "2025-04-09"], ids=["unknown", "later"])
def test_copy_of_unknown_day(published: str | None) -> None:
    """An article whose day is unknown comes last: it is the copy."""
    one = article("b.txt", "2025-04-03", RUNS)

    assert set(copies(article("a.txt", published, RUNS), one)) == {"a.txt"}


def test_copy_leads_to_an_address() -> None:
    """The claim leads from the article to the earlier one, which both keep what is known of them."""
    found = resolved(article("a.txt", "2025-04-03", RUNS), article("b.txt", "2025-04-04", RUNS))
    (claim,) = [c for c in found.claims if c.predicate == DIP.copyOf]
    titles = {c.subject for c in found.claims if c.predicate == DCTERMS.title}

    assert (found.iris[claim.subject], found.iris[claim.object]) == (f"{BASE}article/b", f"{BASE}article/a")  # type: ignore[index]
    assert {claim.subject, claim.object} == titles
