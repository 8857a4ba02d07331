"""IRIs of the data and paths of the service."""

import pytest

from kg.web.addresses import Addresses

ADDRESSES = Addresses("https://w3id.org/communique/")


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        pytest.param("https://w3id.org/communique/person/a", "/person/a", id="a thing"),
        pytest.param("https://w3id.org/communique/passage/a/1-2", "/passage/a/1-2", id="a passage"),
        pytest.param("https://w3id.org/communique/ontology#Person", "/ontology#Person", id="a term"),
        pytest.param("https://w3id.org/communique/person/ქ", "/person/%E1%83%A5", id="another script"),
        pytest.param('https://w3id.org/communique/a/"><b', "/a/%22%3E%3Cb", id="signs of markup"),
        pytest.param("http://www.wikidata.org/entity/Q1", None, id="elsewhere"),
    ],
)
def test_path_of_an_iri(iri: str, path: str | None) -> None:
    """An IRI below the base has a path; others have none."""
    assert ADDRESSES.path(iri) == path


def test_path_and_iri_are_inverse() -> None:
    """The path of an IRI leads back to it."""
    iri = "https://w3id.org/communique/person/əli-ağa"

    assert ADDRESSES.iri(ADDRESSES.path(iri) or "") == iri
