"""What a user's query may ask is decided on its text, whatever the text hides."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ForbiddenQueryError, QueryError
from kg.store.tokens import decode, split
from kg.store.vetting import vet

BASE = "https://example.org/"
GRAPH = "https://example.org/graph"
# Words that are refused where they stand for themselves.
REFUSED = ["SERVICE", "service", "LOAD", "INSERT", "DELETE", "FROM", "CLEAR", "DROP"]


def form(query: str) -> str:
    """Return the form of a query over a data set of one named graph."""
    return vet(query, (GRAPH,), BASE).form


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("select*{?s ?p ?o}", "SELECT"),
        ("ASK {}", "ASK"),
        ("# SELECT\nASK {}", "ASK"),
        ("BASE <http://x/> PREFIX ask: <http://y/> CONSTRUCT WHERE { ?s ask:x ?o }", "CONSTRUCT"),
        ("PREFIX : <http://y/>\nDESCRIBE :x", "DESCRIBE"),
        ("PREFIX select: <http://y/> ASK { select:x a select:y }", "ASK"),
        (r"\u0041SK {}", "ASK"),
        ("ASK { ?s a dip:Meeting ; rdfs:label ?x }", "ASK"),
        (f"ASK FROM <{GRAPH}> {{}}", "ASK"),
        ("ASK FROM NAMED <graph> {}", "ASK"),
        (f"PREFIX e: <{BASE}> ASK FROM e:graph {{}}", "ASK"),
        ("SELECT ?a { ?s ?p ?a, ?b FILTER(?a < ?b && ?b > 1) }", "SELECT"),
        ("ASK { ?s ?p 'it''s' }", "ASK"),
        ('ASK { ?s ?p """a "quoted" word""", "x"@en-GB, 1.5e3, _:b, "1"^^xsd:integer }', "ASK"),
        # Decoded, the quotation mark is escaped, and the string goes on: so the engine gets it.
        (r"ASK { ?s ?p '\u005C' SERVICE <http://127.0.0.1/> {} #'" + "\n }", "ASK"),
        ("ASK { ?s rdf:type/rdfs:subClassOf* ?o . ?s ^dip:at? ?m }", "ASK"),
    ],
)
def test_the_form_of_a_query(query: str, expected: str) -> None:
    """A query that asks for our own data passes, and its form is known."""
    assert form(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "ASK { SERVICE <http://127.0.0.1/> {} }",
        "ASK { sErViCe <http://127.0.0.1/> {} }",
        "ASK { SERVICE SILENT ?where {} }",
        "ASK { # nothing\n SERVICE # <\n <http://127.0.0.1/> {} }",
        "ASK { # nothing\r SERVICE <http://127.0.0.1/> {} }",
        r"ASK { S\u0045RVICE <http://127.0.0.1/> {} }",
        r"ASK { \U00000053ERVICE <http://127.0.0.1/> {} }",
        r'ASK { ?s ?p "\u0022 SERVICE <http://127.0.0.1/> {} #"' + "\n }",
        "ASK { ?s ?p '\\'' SERVICE <http://127.0.0.1/> {} }",
        "ASK { ?s ?p '''a'b''' SERVICE <http://127.0.0.1/> {} }",
        "ASK { SERVICESILENT<http://127.0.0.1/>{} }",
        "ASK { ?s ?p trueSERVICE <http://127.0.0.1/> {} }",
        "ASK { ?s ?p 1SERVICE <http://127.0.0.1/> {} }",
        "PREFIX e: <http://127.0.0.1/> PREFIX SERVICEe: <x:> ASK { SERVICEe:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> PREFIX service: <x:> ASK { service:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> PREFIX service: <x:> ASK { ?s ?p 1service:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> ASK { ?s ?p ?a, ?b FILTER(?a<?b)SERVICE:s#>\n{ ?s ?p ?o } }",
    ],
)
def test_another_service_is_never_asked(query: str) -> None:
    """A call of another service is refused in every spelling that the engine would take for one."""
    with pytest.raises(ForbiddenQueryError):
        vet(query, (GRAPH,), BASE)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <b:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "DROP GRAPH <x:y>",
        "ASK {} ; LOAD <http://127.0.0.1/>",
        "WITH <x:y> DELETE { ?s ?p ?o } WHERE {}",
        "ASK FROM <file:///etc/passwd> {}",
        "ASK FROM NAMED <http://127.0.0.1/> {}",
        "ASK FROM <http://elsewhere.example/graph> {}",
        "PREFIX e: <http://elsewhere.example/> ASK FROM e:graph {}",
        "BASE <http://elsewhere.example/> ASK FROM <graph> {}",
        "PREFIX : <x:> SELECT(?a<1AS?x)FROM:g#>\n{ ?a ?b ?c }",
    ],
)
def test_changes_and_foreign_data_are_refused(query: str) -> None:
    """Updates, and graphs that the data set does not hold, are refused."""
    with pytest.raises(ForbiddenQueryError):
        vet(query, (GRAPH,), BASE)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   # only a comment",
        "PREFIX a: <b:>",
        "{ ?s ?p ?o }",
        "SELEKT * {}",
        "ASK { ?s unknown:x ?o }",
        "ASK { ?s ?p 'open }",
        "ASK { ?s ?p '''open }",
        "ASK { \x00 }",
        r"ASK { \uD800 }",
        r"ASK { \UFFFFFFFF }",
        "ASK {} #" + "x" * 1_000_000,
    ],
)
def test_what_is_no_query_is_an_error(query: str) -> None:
    """What cannot be read as a query is an error, and not a refusal."""
    with pytest.raises(QueryError) as caught:
        vet(query, (GRAPH,), BASE)

    assert caught.type is QueryError


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK {\n  SERVICE <a:b> {} }", "line 2, column 3: SERVICE <a:b> is refused"),
        ("ASK {}\r\n; Load <a:b>", "line 2, column 3: Load is refused"),
        ("ASK { ?s nope:x ?o }", "line 1, column 10: expected a declared prefix, found 'nope:x'"),
        ("ASK FROM <a:b> {}", f"line 1, column 10: FROM <a:b> is refused: {'this service reads its own'}"),
        ("ASK { ?s ?p ¬ }", "line 1, column 13: expected a token of SPARQL, found '¬ }'"),
        ("ASK {\n ?s ?p ?o }}", "line 2, column 12: expected no closing bracket, found }"),
        ("ASK { FILTER(1 }", "line 1, column 16: expected ), found }"),
        ("ASK {\n { ?s ?p ?o }", "line 1, column 5: expected } for {, found none"),
        ("FETCH {}", "line 1, column 1: expected a word of SPARQL, found 'FETCH'"),
    ],
)
def test_a_message_names_the_place(query: str, expected: str) -> None:
    """A message names what is refused with line and column, counted from 1."""
    with pytest.raises(QueryError) as caught:
        vet(query, (), BASE)

    assert str(caught.value).startswith(expected)


def test_the_engine_is_given_what_was_judged() -> None:
    """Codepoint escapes are decoded once; an escaped backslash begins none."""
    assert (
        decode(r'ASK { ?s ?p "\u00e9", "\\u0041", "\u005Cu0041" }')
        == r'ASK { ?s ?p "é", "\\u0041", "\u0041" }'
    )


def test_tokens_and_their_places() -> None:
    """Tokens are told apart by kind, and start where they stand."""
    found = [(t.kind, t.text, t.start) for t in split("?a<?b # <x>\n<x>'#'e:a\\#b.")]

    assert found == [
        ("variable", "?a", 0),
        ("mark", "<", 2),
        ("variable", "?b", 3),
        ("iri", "<x>", 12),
        ("string", "'#'", 15),
        ("name", "e:a\\#b", 18),
        ("mark", ".", 24),
    ]


words = st.sampled_from(REFUSED)
plain = st.text(st.characters(codec="utf-8", exclude_characters="\\\"'\n\r"), max_size=12)


@given(words, plain, plain, st.sampled_from(["'", '"', "'''", '"""']))
def test_words_in_strings_pass(word: str, before: str, after: str, mark: str) -> None:
    """A keyword within a string of any kind is a part of the string."""
    assert form(f"ASK {{ ?s ?p {mark}{before} {word} {after}{mark} }}") == "ASK"


@given(words, plain, plain, st.sampled_from(["\n", "\r", "\r\n"]))
def test_words_in_comments_pass(word: str, before: str, after: str, end: str) -> None:
    """A keyword within a comment is a part of the comment."""
    assert form(f"ASK {{ # {before} {word} <{after}{end} ?s ?p ?o }}") == "ASK"


@given(words, st.sampled_from(["/", "#", "?q=", "(", "-"]), st.sampled_from(["", "/", ")", "#x", ":x"]))
def test_words_in_iris_pass(word: str, before: str, after: str) -> None:
    """A keyword within an IRI is a part of the IRI."""
    assert form(f"ASK {{ <http://x/{before}{word}{after}> ?p <http://x/{word}{after}> }}") == "ASK"


@given(words, words)
def test_words_in_names_pass(prefix: str, local: str) -> None:
    """A keyword within a prefixed name, a variable, a blank node or a language is a part of it."""
    prologue = f"PREFIX {prefix}: <http://x/>"

    assert form(f'{prologue} ASK {{ {prefix}:{local} ?{local} _:{local}, "x"@{local} . }}') == "ASK"


spaces = st.sampled_from([" ", "\n", "\t", "# SERVICE\n", "#'\n", '#"""\r', "#<\n"])


@st.composite
def spellings(draw: st.DrawFn) -> str:
    """Return SERVICE in some spelling: letters in either case, or as codepoint escapes."""
    letters = []
    for letter in "SERVICE":
        cased = draw(st.sampled_from([letter, letter.lower()]))
        letters.append(draw(st.sampled_from([cased, f"\\u{ord(cased):04X}", f"\\U{ord(cased):08x}"])))
    return "".join(letters)


strings = st.sampled_from(
    ["'a'", '"#"', "'''it's'''", '"""\n"""', "'\\\\'", "'<'", '"\\""', "<http://x/#>", "1", "true"]
)


@given(spellings(), spaces, spaces, strings)
def test_a_hidden_service_is_refused(word: str, before: str, after: str, value: str) -> None:
    """SERVICE is refused in any case, with escapes, and behind any comment or string."""
    with pytest.raises(ForbiddenQueryError):
        vet(f"ASK {{ ?s ?p {value}{before}{word}{after}<http://127.0.0.1/> {{}} }}", (GRAPH,), BASE)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str) -> None:
    """Whatever the text, it is a query, or it is refused: nothing else goes wrong."""
    with contextlib.suppress(QueryError):
        assert vet(f"ASK {{ {text} }}", (), BASE).form == "ASK"


def test_brackets_in_an_iri_cost_no_more_than_their_number() -> None:
    """An IRI of ten thousand closing brackets is judged at once: tried from each, it took seconds."""
    begun = time.process_time()
    vet(f"SELECT * {{ FILTER(<{')' * 10_000}>) }}", (), BASE)
    assert time.process_time() - begun < 1
