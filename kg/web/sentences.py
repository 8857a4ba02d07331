"""The sentence that a fact rests on: its words, its place in the article here, and the one it was read at."""

from dataclasses import dataclass
from urllib.parse import quote as percent

from kg.store.builds import Row
from kg.web.addresses import Addresses
from kg.web.dates import day
from kg.web.values import text

PART = 40_000  # code points: of longer articles one page shows a part, so that none weighs over 100 kB
WHOLE = 10  # words up to which a text fragment holds a sentence whole
ENDS = 4  # words of a longer one's beginning, and of its end, that a text fragment holds


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that a fact rests on.

    Attributes:
        quote: its words.
        link: path of its place in the article.
        outlet: who published it; empty where unknown.
        published: the day, for readers; empty where unknown.
        original: its place at the address where it was published; None where no address is known.
    """

    quote: str
    link: str
    outlet: str
    published: str
    original: str | None = None


def citation(row: Row, addresses: Addresses) -> Citation | None:
    """Return the sentence that a row of a query tells; None where it tells none."""
    quote, article = text(row, "quote"), text(row, "article")
    if quote is None or article is None:
        return None
    return Citation(
        quote=quote,
        link=place(addresses.path(article) or "", text(row, "start"), text(row, "end")),
        outlet=text(row, "outlet") or "",
        published=day(text(row, "published") or ""),
        original=original(text(row, "url"), quote),
    )


def place(article: str, start: object, end: object) -> str:
    """Return the address of a passage on the page of its article; a late one names its part of the article.

    >>> place("/article/post", 7, 16)
    '/article/post.html#p-7-16'
    >>> place("/article/post", 40000, 40016)
    '/article/post.html?at=40000#p-40000-40016'
    """
    late = int(str(start)) >= PART if str(start).isdecimal() else False
    return f"{article}.html{f'?at={start}' if late else ''}#{anchor(start, end)}"


def anchor(start: object, end: object) -> str:
    """Return the name of a passage within the page of its article."""
    return f"p-{start}-{end}"


def original(url: str | None, quote: str) -> str | None:
    """Return the address of words on a page of the web (WICG, "URL Fragment Text Directives").

    >>> original("https://post.example/a", "They met, again.")
    'https://post.example/a#:~:text=They%20met%2C%20again.'
    """
    if url is None or not url.startswith(("https://", "http://")):
        return None
    return f"{url}{'' if '#' in url else '#'}:~:text={directive(quote)}"


def directive(quote: str) -> str:
    """Return what a text directive asks for: a short sentence whole, of a longer one both ends.

    Space is made one blank, as browsers show it. What is no word of a line break's two sides is looked for
    by its ends too: a browser finds a whole text in one block only.
    """
    words = quote.split()
    if len(words) <= WHOLE and "\n" not in quote.strip():
        return _percent(" ".join(words))
    ends = min(ENDS, len(words) // 2) or 1
    return ",".join(_percent(" ".join(part)) for part in (words[:ends], words[-ends:]))


def _percent(words: str) -> str:
    """Return words in which no sign is left that the directive means something by: `-`, `,` and `&`."""
    return percent(words, safe="").replace("-", "%2D")
