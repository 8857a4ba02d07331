"""Whatever an article holds, it is converted with each citation in its place, or refused with the reason."""

import re

import pytest
import rotten
from rotten import CONVERTED, REFUSED, Rotten

from kg.build import conversion
from kg.errors import SourceError
from kg.readers import Item

SAMPLE = tuple(rotten.articles(len(CONVERTED) + len(REFUSED), 400))


def item(article: Rotten) -> Item:
    """Return an article as a build hands it out."""
    return Item(article.file, article.file, article.content)


@pytest.mark.parametrize("article", [a for a in SAMPLE if a.fault is None], ids=lambda a: a.file)
def test_article_is_converted(article: Rotten) -> None:
    """The text is kept to the letter, and what is claimed rests on words in it."""
    found = conversion.convert(item(article))
    spans = [span for claim in found.claims for span in claim.spans]

    assert found.article.text == article.content.decode()
    assert [s for s in spans if not 0 <= s.start < s.end <= len(found.article.text)] == []
    assert [s for s in spans if not found.article.text[s.start : s.end].strip()] == []


@pytest.mark.parametrize("article", [*(a for a in SAMPLE if a.fault), *rotten.large()], ids=lambda a: a.file)
def test_article_is_refused(article: Rotten) -> None:
    """The error names the file, what was expected and what was found."""
    with pytest.raises(SourceError, match=re.escape(article.fault or "")) as caught:
        conversion.convert(item(article))

    assert str(caught.value).startswith(f"{article.file}: expected ")


def test_meeting_is_found_in_spite_of_all() -> None:
    """Marks that turn the direction of writing, and brackets by the hundred, hide no meeting between them."""
    for kind in ("one-line", "right-to-left", "brackets"):
        article = next(a for a in SAMPLE if a.file.startswith(kind))
        kinds = {str(c.object).rpartition("#")[2] for c in conversion.convert(item(article)).claims}

        assert "Meeting" in kinds
