"""Queries of every kind, drawn at random: by the grammar, and then bent by what an attacker would try."""

from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.tokens import split

# Where a call of another service would lead; a test puts a listener's address in its place.
TRAP = "http://trap.example/"
VARIABLES = st.sampled_from(["?s", "?p", "?o", "$who", "?größe", "?_1"])
IRIS = st.sampled_from(
    [
        "<a>",
        "<x:n/1>",
        "dip:Visit",
        "rdfs:label",
        "a:b%20c",
        r"a:b\~c",
        "a:",
        "a:1.2",
        "a:service",
        f"<{TRAP}>",
    ]
)
LITERALS = st.sampled_from(
    [
        "1",
        "-2.5",
        ".5",
        "+3",
        "1e6",
        "true",
        "FALSE",
        "'it\\'s'",
        '"é\\n"@fr-CA',
        '"5"^^xsd:integer',
        f'"SERVICE <{TRAP}> {{}}"',
        f"'''two\n\"lines\" FROM <{TRAP}> '''",
        '"""a "b" c"""',
    ]
)
SPACE = st.sampled_from([" ", " ", "\n", "\t", "\r\n", f" # SERVICE <{TRAP}> {{}}\n", "  "])
VERBS = (
    VARIABLES | IRIS | st.sampled_from(["a", "a:p/a:q", "^a:p", "(a:p|a:q)*", "!(a:p|^a:q)", "a:p+", "a:p?"])
)
SUBJECTS = VARIABLES | IRIS | st.sampled_from(["[]", "[ a:p ?l ]", "_:b1", "( ?s 1 )"])
EXPRESSIONS = st.sampled_from(
    [
        "?s < 3 && ?o > 2 || !BOUND(?p)",
        "?s<?o",
        "?s<?o&&?o>?s",
        "regex(STR(?o), '^a', \"i\")",
        "?s != <person/liu>",
        "?s IN (1, 'b', dip:Visit) && ?o NOT IN ()",
        "EXISTS { ?s ?x ?y }",
        "NOT EXISTS { ?s a:p ?y FILTER(?y > 1) }",
        "COALESCE(STRLEN(?o) * 2 - 1, IF(?s = ?o, 1, 0))",
        'xsd:date("2025-04-02") = ?o',
    ]
)
SERVICES = st.sampled_from(["SERVICE", "service", "SERVICE SILENT", "SeRvIcE\n"])
MARKS = [
    *("{", "}", "(", ")", "[", "]", "<", ">", ".", ";", ",", "'", '"', "'''", '"""', "#", "|", "^", "^^"),
    *("?", "\\", "\\u0027", "\\u0022", "\\u007D", "\\u003E", "\\\\", "@en", "?a", "?a<?b", "_:x"),
]
WORDS = [
    *("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "GRAPH", "VALUES", "BIND", "FILTER", "MINUS"),
    *("UNION", "OPTIONAL", "AS", "UNDEF", "SILENT"),
]
# What is put into queries, and what their tokens are replaced by.
PIECES = [
    f"SERVICE <{TRAP}> {{ ?s ?p ?o }}",
    f"SERVICE SILENT <{TRAP}> {{ ?s ?p ?o }}",
    f"S\\u0045RVICE <{TRAP}> {{}}",
    f"SERVICE\\u0020<{TRAP}>{{}}",
    f"trueSERVICE<{TRAP}>{{ ?s ?p ?o }}",
    f"1SERVICE<{TRAP}>{{ ?s ?p ?o }}",
    f"SERVICESILENT<{TRAP}>{{ ?s ?p ?o }}",
    f"SERVICE#\n<{TRAP}>{{}}",
    "SERVICEt:x { ?s ?p ?o }",
    "service:x{ ?s ?p ?o }",
    ")SERVICE:x#>{ ?s ?p ?o }",
    "SERVICE ?s { ?s ?p ?o }",
    f"FROM <{TRAP}>",
    f"FROM NAMED <{TRAP}>",
    "FROM <file:///etc/passwd>",
    f"; LOAD <{TRAP}>",
    "; CLEAR ALL",
    "INSERT DATA { <a> <b> <c> }",
    "DELETE WHERE { ?s ?p ?o }",
    f"LATERAL {{ SERVICE <{TRAP}> {{ ?s ?p ?o }} }}",
    "PREFIX service: <x:>",
    "BASE <http://other.example/>",
    *MARKS,
    *WORDS,
    "\x00",
    "\ufeff",
    "\u00a0",
    "\u2028",
    "\r",
    "%20",
    "<<",
    "{|",
    "|}",
]


@st.composite
def groups(draw: st.DrawFn, depth: int = 2) -> str:
    """Return the inside of a group."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.integers(0, 10 if depth else 4))
        if kind <= 1:
            parts.append(f"{draw(SUBJECTS)} {draw(VERBS)} {draw(SUBJECTS | LITERALS)} .")
        elif kind == 2:
            parts.append(f"FILTER ({draw(EXPRESSIONS)})")
        elif kind == 3:
            parts.append(f"BIND({draw(EXPRESSIONS)} AS ?n{len(parts)}{depth})")
        elif kind == 4:
            parts.append(f"VALUES (?s ?v) {{ ({draw(LITERALS)} UNDEF) (UNDEF {draw(IRIS)}) }}")
        else:
            inside = draw(groups(depth - 1))
            outer = {
                5: "OPTIONAL {{ {} }}",
                6: "{{ {0} }} UNION {{ {0} }}",
                7: "MINUS {{ {} }}",
                8: "GRAPH ?g {{ {} }}",
                9: "{{ SELECT * WHERE {{ {} }} LIMIT 2 }}",
                10: f"{draw(SERVICES)} <{TRAP}> {{{{ {{}} }}}}",
            }[kind]
            parts.append(outer.format(inside))
    return draw(SPACE).join(["", *parts, ""])


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Return a query by the grammar; what it means is nothing."""
    head = draw(
        st.sampled_from(
            [
                "",
                "BASE <https://b.example/>\n",
                "# remark\n",
                "PREFIX t: <http://trap.example/> ",
                "PREFIX : <x:>",
            ]
        )
    )
    form, tail = draw(
        st.sampled_from(
            [
                ("SELECT *", "LIMIT 3"),
                ("select distinct ?s", "ORDER BY DESC(?s) LIMIT 3 OFFSET 1"),
                ("SELECT (COUNT(*) AS ?c)", ""),
                ("SELECT ?s (GROUP_CONCAT(?o ; separator=', ') AS ?os)", "GROUP BY ?s HAVING (COUNT(*) > 1)"),
                ("ASK", ""),
                ("CONSTRUCT { ?s a:p ?o }", ""),
                ("DESCRIBE ?s <a>", ""),
            ]
        )
    )
    return f"{head}PREFIX a: <x:>\n{form}{draw(SPACE)}WHERE {{ {draw(groups())} }} {tail}"


@st.composite
def bent(draw: st.DrawFn) -> str:
    """Return a query with some tokens dropped, doubled, moved, glued together, or replaced by tricks."""
    text = draw(queries())
    try:
        tokens = [token.text for token in split(text)]
    except QueryError:
        tokens = text.split()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(tokens) - 1)) if tokens else 0
        match draw(st.integers(0, 5)):
            case 0:
                del tokens[at : at + 1]
            case 1:
                tokens[at:at] = tokens[at : at + 3]
            case 2:
                tokens[at : at + 2] = ["".join(tokens[at : at + 2])]
            case 3:
                tokens[at : at + 1] = [draw(st.sampled_from(PIECES))]
            case _:
                tokens.insert(at, draw(st.sampled_from(PIECES)))
    return draw(st.sampled_from([" ", " ", "\n", ""])).join(tokens)
