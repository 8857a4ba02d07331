"""The codes of the frames are those of the codebooks, and go together as the crosswalk has them."""

import pytest
from rdflib import RDF, Literal, URIRef

from kg.vocab import DIP, frames

# CAMEO 1.1b3 to PLOVER, after the crosswalk of 2021 (PLOVER project, CAMEO2PLOVER-2021.txt). Expulsions of
# diplomats stand under CAMEO 161 and the mode "expel" of the PLOVER manual.
CROSSWALK = {
    "040": {("CONSULT", None)},
    "041": {("CONSULT", "phone")},
    "042": {("CONSULT", "visit")},
    "043": {("CONSULT", "host")},
    "045": {("CONSULT", None)},
    "050": {("SUPPORT", None)},
    "054": {("SUPPORT", None)},
    "070": {("AID", None)},
    "114": {("ACCUSE", "disapprove")},
    "161": {("SANCTION", "withdraw"), ("SANCTION", "expel")},
    "163": {("COERCE", "restrict")},
}


@pytest.mark.parametrize("frame", sorted(frames().subjects(DIP.cameo)), ids=str)
def test_codes_go_together(frame: URIRef) -> None:
    """PLOVER's type and mode are those that the crosswalk gives for the CAMEO code."""
    [cameo] = frames().objects(frame, DIP.cameo)
    [event] = frames().objects(frame, DIP.plover)
    mode = frames().value(frame, DIP.ploverMode)

    assert (str(event), None if mode is None else str(mode)) in CROSSWALK[str(cameo)]


def test_codes_are_strings() -> None:
    """A code keeps its leading zeros."""
    codes = [c for p in (DIP.cameo, DIP.plover, DIP.ploverMode) for c in frames().objects(None, p)]

    assert all(isinstance(c, Literal) and isinstance(c.toPython(), str) for c in codes)


def test_each_frame_is_told() -> None:
    """No PLOVER mode stands without its type."""
    told = set(frames().subjects(DIP.ploverMode)) - set(frames().subjects(DIP.plover))

    assert told == set()
    assert set(frames().subjects(DIP.plover)) <= set(frames().subjects(RDF.type, DIP.Frame))
