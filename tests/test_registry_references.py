"""Nouns that stand for holders of many offices: the table is whole."""

from kg.registry.references import references
from kg.registry.titles import RANKS


def test_ranks_are_those_of_the_ontology() -> None:
    """Each noun stands for holders of ranks that the ontology has."""
    actual = {rank for ranks in references().values() for rank in ranks} - set(RANKS)

    assert actual == set()


def test_leader_stands_for_heads_alone() -> None:
    """A leader is a head of state or government, not an envoy."""
    actual = references()["leader"] & {"HeadOfState", "HeadOfGovernment", "Envoy"}

    assert actual == {"HeadOfState", "HeadOfGovernment"}


def test_nouns_are_single_words_in_small_letters() -> None:
    """Each noun is one word, as lemmas of the text are."""
    actual = [head for head in references() if head != head.lower() or " " in head]

    assert actual == []
