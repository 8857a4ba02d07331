"""The line below a title that says how much is told, of how many articles and outlets, from when to when."""

import pytest
from flask.testing import FlaskClient
from lxml import html


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        # Its class, name and state by one article; that a meeting was there by two.
        pytest.param(
            "place/port-alba",
            ["5 claims", "2 articles", "2 outlets", "told 5 Mar 2031"],
            id="several articles",
        ),
        pytest.param(
            "tenure/mara-voss-foreign-minister-ardenia",
            ["8 claims", "1 article", "1 outlet", "told 5 Mar 2031"],
            id="one article",
        ),
        # Keller's promise, as Northern Wire reported it.
        pytest.param(
            "person/jonas-keller",
            ["14 claims", "3 articles", "3 outlets", "1 denial", "told 5 Mar – 17 Apr 2031"],
            id="denied",
        ),
    ],
)
def test_head_tells_how_much_is_told(client: FlaskClient, thing: str, told: list[str]) -> None:
    """Claims count where the thing is their subject or object; one of a kind is told in the singular."""
    page = html.document_fromstring(client.get(f"/{thing}.html").get_data(as_text=True))
    counts = page.xpath("//div[@class='title']/ul[@class='counts']")[0]

    assert [" ".join(each.text_content().split()) for each in counts.xpath("./li")] == told


def test_what_no_claim_tells_of_has_no_counts(client: FlaskClient) -> None:
    """An article is no find of articles."""
    page = html.document_fromstring(client.get("/article/harbour-post.html").get_data(as_text=True))

    assert page.xpath("//div[@class='title']/ul[@class='counts']") == []
