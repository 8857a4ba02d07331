"""A bundle of evidence stands for itself, and can be verified by the program that it holds."""

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import live
import pytest
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app

MEETING = "meeting/2031-03-04-jonas-keller-mara-voss"
VISIT = "visit/2025-04-22-ilham-aliyev-china"


@pytest.fixture
def bundle(data: Path, tmp_path: Path) -> Path:
    """Return a bundle about a person of the two articles, and beside it the program that it holds."""
    client = create_app(config.read({"KG_DATA": str(data)})).test_client()
    page = client.get("/person/liu-jianchao.evidence.html").get_data(as_text=True)
    (tmp_path / "bundle.html").write_text(page, encoding="utf-8")
    program = re.search(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    assert program is not None
    (tmp_path / "verify.py").write_text(html.unescape(program[1]), encoding="utf-8")
    return tmp_path


def verify(bundle: Path, data: Path, articles: Path) -> tuple[int, str]:
    """Return how the program of a bundle ends, and what it says."""
    files = ("bundle.html", data / "current" / "graph.nt", articles)
    done = subprocess.run(
        [sys.executable, "-I", "verify.py", *map(str, files)],
        cwd=bundle,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_bundle_is_verified(bundle: Path, data: Path, sources: Path) -> None:
    """With the graph and the articles all is found as told."""
    status, told = verify(bundle, data, sources)

    assert re.fullmatch(r"\d+ claims, 2 articles: all as told\n", told)
    assert status == 0


def test_other_articles_are_noticed(bundle: Path, data: Path, sources: Path, tmp_path: Path) -> None:
    """An article of which one letter is changed is another file."""
    changed = tmp_path / "changed"
    changed.mkdir()
    for path in sources.glob("*.txt"):
        (changed / path.name).write_text(path.read_text(encoding="utf-8").replace("Liu", "Lou", 1), "utf-8")

    status, told = verify(bundle, data, changed)

    assert (status, told.count("another file")) == (1, 2)


def test_other_claims_are_noticed(bundle: Path, data: Path, sources: Path) -> None:
    """A claim that the graph has not, and words that stand elsewhere, are told."""
    page = (bundle / "bundle.html").read_text(encoding="utf-8")
    page = page.replace("ontology#participant\\u003e", "ontology#host\\u003e").replace(
        "Liu announced", "Liu said"
    )
    (bundle / "bundle.html").write_text(page, encoding="utf-8")

    status, told = verify(bundle, data, sources)

    assert (status, "not in the graph: " in told, "other words" in told) == (1, True, True)


def test_it_fetches_nothing(client: FlaskClient) -> None:
    """Nothing of the page lies elsewhere, and it is sent under a policy that forbids to fetch."""
    answer = client.get(f"/{MEETING}.evidence.html")
    page = answer.get_data(as_text=True)

    assert re.findall(r"<(?:link|img|iframe|object|embed)\b|\bsrc=|@import|url\(", page) == []
    assert re.findall(r"<script(?! type=\"application/json\")", page) == []
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


def test_facts_with_their_sentences(client: FlaskClient) -> None:
    """Each sentence has its outlet, file, offsets and what it is cited for; each source its checksum."""
    page = client.get(f"/{MEETING}.evidence.html").get_data(as_text=True)

    assert "Jonas Keller, the Prime Minister of Belmark, received Mara Voss in Port Alba on 4 March." in page
    assert re.search(r"northern-wire\.txt, characters \d+ to \d+", page)
    assert "visitor: Mara Voss (confidence 0.9) · " in page
    assert "status: occurred (confidence 0.9) · " in page
    assert f"<code>{'1'.zfill(64)}</code>" in page


def test_a_person_has_the_records_they_have_part_in(client: FlaskClient) -> None:
    """Evidence on a person holds the claims about the person, and those about what the person did."""
    page = client.get("/person/mara-voss.evidence.html").get_data(as_text=True)
    element = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert element is not None
    told = json.loads(element[1])

    assert "<h2>Mara Voss</h2>" in page
    assert "<h2>Meeting of Jonas Keller and Mara Voss, 4 March 2031</h2>" in page
    assert {source["file"] for source in told["sources"]} == {"harbour-post.txt", "northern-wire.txt"}


def test_hostile_words_stay_words(client: FlaskClient) -> None:
    """Markup in sentences and titles is shown, never run, and ends no element."""
    page = client.get("/article/northern-wire.evidence.html").get_data(as_text=True)

    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in page
    assert page.count("</script>") == 1
    assert 'href="javascript:' not in page


def test_what_nothing_is_claimed_of(client: FlaskClient) -> None:
    """Where there is no claim the bundle says so."""
    page = client.get("/topic/sea-routes.evidence.html").get_data(as_text=True)

    assert "No claim is told of it." in page


@pytest.mark.parametrize(("claims", "is_part"), [(199, False), (201, True)])
def test_what_is_left_out_is_told(tmp_path: Path, claims: int, is_part: bool) -> None:
    """Where a thing has more claims than a bundle takes, the bundle says that it is a part."""
    base, rdf = "https://w3id.org/communique/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    lines = [f"<{base}person/a> <{rdf}type> <{base}ontology#Person> ."]
    lines += [f"<{base}claim/{number}> <{rdf}subject> <{base}person/a> ." for number in range(claims)]
    live.build(tmp_path, "\n".join(lines))
    page = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client().get("/person/a.evidence.html")

    assert ("this is a part" in page.get_data(as_text=True)) == is_part
