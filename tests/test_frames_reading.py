"""The frames of events: what they declare, and that every name in them is known."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

from kg.errors import OntologyError
from kg.extract import _frames, _syntax
from kg.extract._fill import HELPED, OTHERWISE
from kg.extract._frames import Frame, Slot, carriers, event_frames
from kg.vocab import DIP, classes, frames, local, properties, superclasses

HOME = Path(__file__).parent.parent / "ontology" / "frames"
FRAMES = event_frames()
PREPOSITIONS = {
    "against",
    "alongside",
    "among",
    "and",
    "at",
    "between",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
}
PREPOSITIONS |= {"as", "into", "over", "through", "to", "together", "under", "upon", "via", "with"}


def _named(name: str) -> Frame:
    return next(f for f in FRAMES if f.name == name)


def test_slots() -> None:
    """A slot has a role, the functions of its filler, the classes it may have, and whether it is needed."""
    assert _named("expel").slots == (
        Slot(DIP.initiator, ("subject", "agent"), (), needed=False),
        Slot(DIP.participant, ("object", "else", "object-of", "of"), (), needed=True),
    )
    assert _named("summon").slots[1].kinds == (DIP.Person, DIP.Group, DIP.State)


def test_words() -> None:
    """Verbs and nouns carry the words they need; cues are wanted, barred, or name a kind."""
    assert ("call", "on") in _named("call-on").verbs
    assert ("courtesy", "call") in _named("courtesy").nouns
    assert "phone" in _named("speak").wanted
    assert "phone" in _named("talks").barred
    assert "state" in _named("visit-noun").told
    assert _named("summit").alone == {"summit", "session"}


def test_codes() -> None:
    """A frame's codes are told with their scheme."""
    assert _named("summon").codes == ("PLOVER:ACCUSE", "PLOVER mode:disapprove", "CAMEO:114")


def test_order() -> None:
    """Frames that need or bar a word around the trigger are tried before those that do not."""
    assert [f.name for f in FRAMES] == [
        f.name for f in sorted(FRAMES, key=lambda f: (not f.wanted and not f.unless, f.name))
    ]


def test_carriers() -> None:
    """Verbs that carry an event noun are known by their lemma."""
    assert {"hold", "pay", "kick"} <= carriers()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_terms_are_known(frame: Frame) -> None:
    """A frame evokes an event, and its roles and their classes are terms of the ontology."""
    used = {s.role for s in frame.slots} | {k for s in frame.slots for k in s.kinds}

    assert DIP.Event in superclasses(frame.kind)
    assert used <= {*classes(), *properties()}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_functions_are_known(frame: Frame) -> None:
    """Each step of a function is one that syntax knows, or a preposition."""
    steps = {step for s in frame.slots for name in s.functions for step in name.split("-")}

    assert steps <= PREPOSITIONS | set(_syntax.FUNCTIONS) | {"carrier", "attender", HELPED, OTHERWISE}


def test_no_frame_is_declared_twice() -> None:
    """A name stands for one frame, for a second one would lend it words of another meaning."""
    named = [n for path in HOME.glob("*.ttl") for n in re.findall(r"^frame:(\S+) a ", path.read_text(), re.M)]

    assert sorted(named) == sorted(set(named))
    assert len(named) == len(set(frames().subjects(RDF.type, DIP.Frame)))


def test_slot_of_another_form() -> None:
    """A slot that cannot be read is an error of the ontology that names the frame."""
    with pytest.raises(OntologyError, match="frame/x: expected a slot"):
        _frames.slot(URIRef("https://w3id.org/communique/frame/x"), "participant subject")


def test_each_action_has_a_frame() -> None:
    """Every kind of action is evoked by some frame."""
    evoked = {local(f.kind) for f in FRAMES}
    actions = {local(t) for t in classes() if DIP.Action in superclasses(t)} - {"Action", "Retraction"}

    assert actions <= evoked
