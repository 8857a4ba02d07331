"""Sets of mappings are read and written as SSSOM/TSV; what is wrong in a file is named with its line."""

import datetime as dt
import io

import pytest
import sssom_pydantic
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SKOS

from kg.errors import MappingError
from kg.sssom import COMPOSITE, MANUAL, Head, Mapping, read, write

OURS = "https://w3id.org/communique/"
WIKIDATA = "http://www.wikidata.org/entity/"
HEAD = Head(
    f"{OURS}mappings.sssom.tsv",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    (("communique", OURS), ("wikidata", WIKIDATA)),
)
ACCEPTED = Mapping(
    f"{OURS}person/liu-jianchao",
    str(SKOS.exactMatch),
    f"{WIKIDATA}Q1",
    COMPOSITE,
    subject_label="Liu Jianchao",
    object_label="Liu Jianchao",
    confidence=0.981,
    tool="kg link",
    tool_version="1",
    date=dt.date(2026, 11, 22),
    rules=("name 1.00: the same", "office 0.95: minister | head \\ of a department"),
)
REFUSED = Mapping(
    f"{OURS}person/liu-jianchao",
    str(SKOS.exactMatch),
    f"{WIKIDATA}Q2",
    MANUAL,
    is_rejected=True,
    authors=("Anna Holm", "Jan de Vries"),
    comment='a "homonym"',
)
TABLE = (
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
    "communique:person/a\tskos:exactMatch\twikidata:Q1\tsemapv:ManualMappingCuration\n"
)
ABOVE = (
    "#curie_map:\n"
    f"#  communique: {OURS}\n"
    f"#  wikidata: {WIKIDATA}\n"
    "#mapping_set_id: https://example.org/set\n"
    "#license: https://example.org/licence\n"
)


def with_cell(slot: str, cell: str) -> str:
    """Return a file whose one row has one more column."""
    names, row = TABLE.splitlines()
    return f"{ABOVE}{names}\t{slot}\n{row}\t{cell}\n"


def test_what_is_written_is_read() -> None:
    """A set of mappings is the same after it was written and read."""
    head, mappings = read(write(HEAD, (ACCEPTED, REFUSED)))

    assert head == HEAD
    assert mappings == (ACCEPTED, REFUSED)


def test_as_written() -> None:
    """A file has a head in YAML, its columns in the order of the standard, and quotation marks."""
    assert write(HEAD, (REFUSED,)) == (
        "#sssom_version: '1.1'\n"
        "#curie_map:\n"
        f"#  communique: {OURS}\n"
        f"#  wikidata: {WIKIDATA}\n"
        f"#mapping_set_id: {HEAD.id}\n"
        f"#license: {HEAD.licence}\n"
        "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_label\tcomment\n"
        "communique:person/liu-jianchao\tskos:exactMatch\tNot\twikidata:Q2\tsemapv:ManualMappingCuration"
        '\tAnna Holm|Jan de Vries\t"a ""homonym"""\n'
    )


def test_another_program_reads_it() -> None:
    """What is written is valid to a program of others that checks each slot by the standard's model."""
    mappings, _, about = sssom_pydantic.read(io.StringIO(write(HEAD, (ACCEPTED, REFUSED))))

    assert str(about.id) == HEAD.id
    assert [m.subject.curie for m in mappings] == ["communique:person/liu-jianchao"] * 2
    assert [m.object.curie for m in mappings] == ["wikidata:Q1", "wikidata:Q2"]
    assert [m.predicate_modifier for m in mappings] == [None, "Not"]
    assert mappings[0].confidence == 0.981
    assert mappings[0].mapping_date == dt.date(2026, 11, 22)


def test_an_empty_set() -> None:
    """A set without rows is a head and the names of the columns that each row must have."""
    assert read(write(HEAD, ())) == (HEAD, ())


def test_rows_are_sorted() -> None:
    """The order in which mappings are given makes no difference to the file."""
    assert write(HEAD, (ACCEPTED, REFUSED)) == write(HEAD, (REFUSED, ACCEPTED))


def test_what_is_not_known_here_is_kept() -> None:
    """Columns and slots of the head that have no name here stay as they stood, versions as strings."""
    text = (
        ABOVE
        + "#mapping_set_version: 1.10\n"
        + with_cell("see_also", "https://a.example/").removeprefix(ABOVE)
    )
    head, mappings = read(text)

    assert head.others == (("mapping_set_version", "1.10"),)
    assert mappings[0].others == (("see_also", "https://a.example/"),)
    assert read(write(head, mappings)) == (head, mappings)


@pytest.mark.parametrize(
    "text",
    [
        ABOVE + TABLE,
        "\ufeff" + ABOVE + TABLE,
        (ABOVE + TABLE).replace("\n", "\r\n"),
        ABOVE.replace("#", "# ") + TABLE,
        ABOVE + TABLE + "\t\t\t\n\n",
        ABOVE + TABLE.replace("mapping_justification", "mapping_justification\tcomment"),
        ABOVE + TABLE.replace("communique:person/a", '"communique:person/a"'),
    ],
    ids=["plain", "byte order mark", "CRLF", "spaces", "empty rows", "a cell too few", "quoted"],
)
def test_files_as_programs_write_them(text: str) -> None:
    """What editors and spreadsheets do to a file does not change what it says."""
    _, (mapping,) = read(text)

    assert mapping == Mapping(f"{OURS}person/a", str(SKOS.exactMatch), f"{WIKIDATA}Q1", MANUAL)
    assert mapping.decided_by is None


def test_what_the_head_says_of_all() -> None:
    """A tool, a day or a rule in the head is that of each row, unless the rows have a column of it."""
    above = ABOVE + "#mapping_tool: kg link\n#curation_rule_text:\n#- one\n#- a|b\n"

    assert read(above + TABLE)[1][0].tool == "kg link"
    assert read(above + TABLE)[1][0].rules == ("one", "a|b")
    assert read(above + with_cell("mapping_tool", "").removeprefix(ABOVE))[1][0].tool is None


def test_who_decided() -> None:
    """People stand above the program that proposed a mapping."""
    assert ACCEPTED.decided_by == "kg link 1"
    assert REFUSED.decided_by == "Anna Holm, Jan de Vries"


def test_lines() -> None:
    """Each row tells the line at which it ends, the head's lines counted too."""
    assert [mapping.line for mapping in read(ABOVE + TABLE)[1]] == [7]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"lines 1 to 0: expected a head of .*, found none"),
        (TABLE, r"expected a head"),
        ("#a: [\n", r"expected YAML behind '#', found: .*"),
        ("#" + "[" * 5000 + "\n", r"expected YAML behind '#'"),
        ("#license: x\n" + TABLE, r"expected a value of 'mapping_set_id' in the head, found 'none'"),
        (ABOVE + "#curie_map: [a]\n" + TABLE, r"expected prefixes and IRIs under 'curie_map', found \['a'\]"),
        (ABOVE, r"line 6: expected each column once.*; found nothing"),
        (ABOVE + "subject_id\n", r"line 6: expected each column once, subject_id, .*; found subject_id"),
        (ABOVE + TABLE.replace("predicate_id", "subject_id"), r"line 6: expected each column once"),
        (ABOVE + TABLE.rstrip() + "\tmore\n", r"line 7: expected 4 columns, found 5"),
        (ABOVE + TABLE.replace("wikidata:Q1", ""), r"line 7: expected a value under 'object_id', found none"),
        (
            ABOVE + TABLE.replace("wikidata:Q1", "viaf:1"),
            r"line 7: expected under 'object_id' a CURIE with a prefix of 'curie_map', found 'viaf:1'",
        ),
        (
            ABOVE + TABLE.replace("wikidata:Q1", f"{WIKIDATA}Q1"),
            r"found 'http://www\.wikidata\.org/entity/Q1'",
        ),
        (ABOVE + TABLE.replace("wikidata:Q1", "wikidata:Q1> <x"), r"found 'wikidata:Q1> <x'"),
        (with_cell("confidence", "1.1"), r"line 7: expected a number from 0 to 1 .*, found '1\.1'"),
        (with_cell("confidence", "nan"), r"expected a number from 0 to 1 under 'confidence', found 'nan'"),
        (with_cell("confidence", "high"), r"found 'high'"),
        (with_cell("mapping_date", "23.4.2025"), r"expected a day as 2025-04-23 .*, found '23\.4\.2025'"),
        (with_cell("predicate_modifier", "no"), r"expected 'Not' or nothing under .*, found 'no'"),
        (ABOVE + TABLE + '"open\n', r"expected a row of tab-separated cells, found: "),
    ],
)
def test_broken_files(text: str, message: str) -> None:
    """A file that cannot be read is named with its line, what was expected and what was found."""
    with pytest.raises(MappingError, match=message):
        read(text, "a.sssom.tsv")


def test_an_iri_without_a_prefix() -> None:
    """An IRI that no prefix of the set fits is not written."""
    with pytest.raises(MappingError, match=r"https://sws\.geonames\.org/1/: expected an IRI of one of the"):
        write(HEAD, (Mapping(ACCEPTED.subject, ACCEPTED.predicate, "https://sws.geonames.org/1/", MANUAL),))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@settings(deadline=None)  # a machine may pause at any moment
@given(label=words.filter(bool), rules=st.lists(words.filter(bool), max_size=3))
def test_any_words(label: str, rules: list[str]) -> None:
    """Labels and rules of any characters come back as they were: marks, bars, backslashes, any script."""
    made = Mapping(
        ACCEPTED.subject,
        ACCEPTED.predicate,
        ACCEPTED.object,
        MANUAL,
        label,
        rules=tuple(rules),
        comment=label,
    )

    assert read(write(HEAD, (made,)))[1] == (made,)
