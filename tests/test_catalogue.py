"""Which panels the page of a class is made of."""

from pathlib import Path

from kg.iris import segment
from kg.vocab import DIP, classes
from kg.web import catalogue


def write(root: Path, name: str, title: str) -> None:
    """Write a query of no interest."""
    path = root / f"{name}.rq"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# title: {title}\n# form: table\nSELECT ?entity WHERE {{}}\n", encoding="utf-8")


def test_class_has_the_panels_of_its_parents() -> None:
    """A denial is a statement, which is a record."""
    assert catalogue.folders(DIP.Denial) == ("denial", "statement", "record", "resource")


def test_class_of_another_ontology_lends_no_panels() -> None:
    """A claim is an rdf:Statement, and no dip:Statement for that."""
    assert catalogue.folders(DIP.Claim) == ("claim", "resource")


def test_panels_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """Panels of all folders are mixed by name."""
    for name in ("near/20-b", "far/10-a", "far/30-c"):
        write(tmp_path, name, name)
    found = catalogue.read(tmp_path).panels("near", "far")

    assert [source.name for source in found] == ["far/10-a", "near/20-b", "far/30-c"]


def test_nearer_panel_takes_the_place_of_the_farther(tmp_path: Path) -> None:
    """A class may have its own version of its parent's panel."""
    write(tmp_path, "near/10-a", "Near")
    write(tmp_path, "far/10-a", "Far")
    found = catalogue.read(tmp_path).panels("near", "far")

    assert [source.query.title for source in found] == ["Near"]
    assert found[0].form == "table"


def test_panel_is_found_by_its_name() -> None:
    """Every panel has a name, and no other name finds one."""
    panels = catalogue.read()

    assert panels.source("actor/10-events") is not None
    assert panels.source("actor/11-events") is None
    assert panels.source("nowhere/10-events") is None


def test_every_folder_is_of_a_class() -> None:
    """No panel lies where no page looks for it."""
    known = {segment(kind) for kind in classes()} | {catalogue.EVERY, "start"}

    assert set(catalogue.read().folders) - known == set()
