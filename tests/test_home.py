"""The state of a publisher: by address, by name, and unknown where nothing tells."""

import pytest

from kg.model import Article
from kg.text.home import state

TOLD = {
    "top domain": (None, "https://www.example.lk/news/1", "LKA"),
    "top domain of a government": (None, "https://www.example.gov/1", "USA"),
    "second domain of a government": (None, "https://pmd.gov.lk/1", "LKA"),
    "kingdom": (None, "https://www.example.co.uk/1", "GBR"),
    "domain before the name": ("The Times", "https://www.example.lk/1", "LKA"),
    "domain sold to anyone": (None, "https://example.tv/1", None),
    "outlet": ("Xinhua", None, "CHN"),
    "body": ("US Department of State", None, "USA"),
    "state in the name": ("President of Ukraine", None, "UKR"),
    "demonym in the name": ("Swiss Federal Administration", None, "CHE"),
    "outlet in the address": (None, "https://www.timesofoman.com/1", "OMN"),
    "outlet squeezed": ("timesofoman.com", "https://timesofoman.com/1", "OMN"),
    "state in the address": (None, "https://newsroompanama.com/1", "PAN"),
    "demonym in the address": (None, "https://www.boliviantimes.com/1", "BOL"),
    "unknown": ("Somebody", "https://example.com/1", None),
    "nothing": (None, None, None),
}


@pytest.mark.parametrize(("publisher", "url", "expected"), TOLD.values(), ids=TOLD.keys())
def test_home_is_told(publisher: str | None, url: str | None, expected: str | None) -> None:
    """The top domain tells the state, else the publisher's name, else a name within the address."""
    actual = state(Article("a.txt", "", publisher=publisher, url=url))

    assert actual == expected
