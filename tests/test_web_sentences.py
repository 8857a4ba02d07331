"""The sentence beside a fact: its place in the article here, and at the original address."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from lxml import html
from pyoxigraph import Literal, NamedNode

from kg.web import sentences
from kg.web.addresses import Addresses
from kg.web.sentences import Citation, citation, directive, original, place

ADDRESSES = Addresses("https://w3id.org/communique/")
ROW = {
    "quote": Literal("They met."),
    "article": NamedNode("https://w3id.org/communique/article/post"),
    "start": Literal(7),
    "end": Literal(16),
}
LONG = "Foreign Minister Mara Voss of Ardenia met the Prime Minister, Jonas Keller, in Port Alba on Tuesday."


def test_row_tells_a_sentence() -> None:
    """Outlet, day and address stand where the row tells them."""
    told = {
        "outlet": Literal("Post"),
        "published": Literal("2031-03-05"),
        "url": Literal("https://post.example"),
    }

    assert citation(ROW, ADDRESSES) == Citation("They met.", "/article/post.html#p-7-16", "", "")
    assert citation(ROW | told, ADDRESSES) == Citation(
        "They met.",
        "/article/post.html#p-7-16",
        "Post",
        "5 Mar 2031",
        "https://post.example#:~:text=They%20met.",
    )


def test_row_without_a_sentence_tells_none() -> None:
    """A row of another branch has no quote."""
    assert citation({"fact": Literal("x")}, ADDRESSES) is None


@pytest.mark.parametrize(
    ("start", "address"),
    [
        pytest.param(0, "/article/a.html#p-0-9", id="the first"),
        pytest.param(39_999, "/article/a.html#p-39999-9", id="the last of the first part"),
        pytest.param(40_000, "/article/a.html?at=40000#p-40000-9", id="in a later part"),
        pytest.param(None, "/article/a.html#p-None-9", id="of no place"),
    ],
)
def test_late_passage_names_its_part(start: int | None, address: str) -> None:
    """Of a long article a page shows a part; the server is told which, for it never sees the fragment."""
    assert place("/article/a", start, 9) == address


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("They met.", "They%20met.", id="short"),
        pytest.param("A, B & C-D", "A%2C%20B%20%26%20C%2DD", id="signs of the directive"),
        pytest.param("“Мир”", "%E2%80%9C%D0%9C%D0%B8%D1%80%E2%80%9D", id="letters of all scripts"),
        pytest.param("They  met.", "They%20met.", id="wide space"),
        pytest.param(LONG, "Foreign%20Minister%20Mara%20Voss,Port%20Alba%20on%20Tuesday.", id="long"),
        pytest.param("Talks\nThey met.", "Talks,met.", id="over the end of a line"),
        pytest.param("a b c d e f g h i j", "a%20b%20c%20d%20e%20f%20g%20h%20i%20j", id="ten words"),
        pytest.param("a b c d e f g h i j k", "a%20b%20c%20d,h%20i%20j%20k", id="eleven words"),
        pytest.param("100% #1?", "100%25%20%231%3F", id="signs of addresses"),
    ],
)
def test_directive_holds_the_words(quote: str, expected: str) -> None:
    """A short sentence stands whole, a long one by its ends; no sign of it is mistaken."""
    assert directive(quote) == expected


@pytest.mark.parametrize("quote", ["They met.", LONG, "A - B, C & D; 50%, “never” — yes", "Talks\nThey met."])
def test_directive_leads_back_to_the_words(quote: str) -> None:
    """What a browser reads of it is where the sentence begins and where it ends."""
    start, _, end = directive(quote).partition(",")
    plain = " ".join(quote.split())

    assert plain.startswith(unquote(start))
    assert plain.endswith(unquote(end) or unquote(start))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, None),
        ("javascript:alert(1)", None),
        ("https://a.example/x", "https://a.example/x#:~:text=Yes."),
        ("https://a.example/x#top", "https://a.example/x#top:~:text=Yes."),
    ],
)
def test_original_is_an_address_of_the_web(url: str | None, expected: str | None) -> None:
    """Nothing else can be opened; a fragment that is there stays."""
    assert original(url, "Yes.") == expected


def test_query_page_tells_the_same_places() -> None:
    """The script that shows sentences below a result cuts articles and sentences at the same bounds."""
    script = (Path(sentences.__file__).parent / "static" / "query" / "sentences.js").read_text(
        encoding="utf-8"
    )
    told = f"[{sentences.PART:_}, {sentences.WHOLE}, {sentences.ENDS}]"

    assert f"const [PART, WHOLE, ENDS] = {told};" in script


def tree(client: FlaskClient, path: str) -> html.HtmlElement:
    """Return the tree of a page."""
    return html.document_fromstring(client.get(path).get_data(as_text=True))


@pytest.mark.parametrize(
    ("path", "key", "sentence"),
    [
        pytest.param(
            "/person/mara-voss.html", "person-00-offices-1", "Foreign Minister Mara Voss", id="line"
        ),
        pytest.param("/topic/the-strait.html", "topic-05-scheme-1-2", "as Belmark calls it", id="terms"),
    ],
)
def test_value_in_a_line_opens_its_sentence(client: FlaskClient, path: str, key: str, sentence: str) -> None:
    """A mark names the note that holds the sentence, its outlet and day, and both of its places."""
    page = tree(client, path)
    (mark,) = page.xpath("//button[@popovertarget=$id]", id=f"s-{key}")
    (note,) = page.xpath("//*[@id=$id][@popover]", id=f"s-{key}")

    assert mark.get("aria-label").startswith("Sentence for ")
    assert sentence in note.text_content()
    assert note.xpath("(.//footer/a)[1]/@href")[0].startswith("/article/harbour-post.html#p-")
    assert note.xpath(".//a[@class='original']/@href")[0].startswith(
        "https://harbour-post.example/strait#:~:text="
    )
