"""The codes of the frames are those of the codebooks, and go together as the crosswalk has them."""

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from kg.vocab import DIP, FOLDER, frames

# CAMEO 1.1b3 to PLOVER, after the conversion table of the PLOVER project (CAMEO2PLOVER-2021.txt, of
# 17 September 2021, for draft 0.8 of the manual). PLOVER dropped CAMEO 01 and 02.
CROSSWALK = {
    **dict.fromkeys(("015", "016", "018", "020"), (None, None)),
    **dict.fromkeys(("030", "032", "033", "036", "039"), ("AGREE", None)),
    **dict.fromkeys(("040", "045"), ("CONSULT", None)),
    "041": ("CONSULT", "phone"),
    **dict.fromkeys(("042", "043"), ("CONSULT", "visit")),
    **dict.fromkeys(("050", "051", "052", "054", "055"), ("SUPPORT", None)),
    "070": ("AID", None),
    "100": ("REQUEST", None),
    **dict.fromkeys(("110", "111", "112"), ("ACCUSE", "disapprove")),
    "120": ("REJECT", None),
    "129": ("REJECT", "yield"),
    "130": ("THREATEN", None),
    "139": ("THREATEN", "relations"),
    "161": ("SANCTION", "withdraw"),
    "163": ("COERCE", "restrict"),
}
# Where the manual (draft 2.0) is plainer than the table: diplomatic protests and summoned envoys are
# "disapprove" (the table has "allege"), expelled diplomats "expel".
MANUAL = {"114": ("ACCUSE", "disapprove"), "161": ("SANCTION", "expel")}


@pytest.mark.parametrize("frame", sorted(frames().subjects(DIP.cameo)), ids=str)
def test_codes_go_together(frame: URIRef) -> None:
    """PLOVER's type and mode are those that the crosswalk gives for the CAMEO code."""
    [cameo] = frames().objects(frame, DIP.cameo)
    event, mode = (frames().value(frame, p) for p in (DIP.plover, DIP.ploverMode))
    told = tuple(None if value is None else str(value) for value in (event, mode))

    assert told in (CROSSWALK.get(str(cameo)), MANUAL.get(str(cameo)))


@pytest.mark.parametrize("frame", sorted(frames().subjects(DIP.cameoAhead)), ids=str)
def test_intents_are_agreements(frame: URIRef) -> None:
    """What is planned or proposed, and would be cooperation, has a code that the crosswalk makes AGREE."""
    [ahead] = frames().objects(frame, DIP.cameoAhead)

    assert CROSSWALK[str(ahead)] == ("AGREE", None)
    assert str(frames().value(frame, DIP.plover)) in {"CONSULT", "SUPPORT", "AID"}


def test_codes_are_strings() -> None:
    """A code keeps its leading zeros."""
    codes = [c for p in (DIP.cameo, DIP.plover, DIP.ploverMode) for c in frames().objects(None, p)]

    assert all(isinstance(c, Literal) and isinstance(c.toPython(), str) for c in codes)


def test_each_frame_is_told() -> None:
    """No PLOVER mode stands without its type."""
    told = set(frames().subjects(DIP.ploverMode)) - set(frames().subjects(DIP.plover))

    assert told == set()
    assert set(frames().subjects(DIP.plover)) <= set(frames().subjects(RDF.type, DIP.Frame))


def test_frame_stands_in_one_file() -> None:
    """No two files tell of one frame: they would be read as one, with the triggers of both."""
    homes: dict[str, list[str]] = {}
    for path in sorted((FOLDER / "frames").glob("*.ttl")):
        for frame in set(Graph().parse(path).subjects(RDF.type, DIP.Frame)):
            homes.setdefault(str(frame), []).append(path.name)

    assert {frame: files for frame, files in homes.items() if len(files) > 1} == {}
