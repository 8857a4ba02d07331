"""The words of the frames: which frames there are, and which verbs evoke them beside which words."""

import re
from pathlib import Path

import pytest
from rdflib import RDF
from sayings import marked

from kg.errors import OntologyError
from kg.extract._lexicon import frame
from kg.vocab import DIP, frames

EXTRACT = Path(__file__).parent.parent / "kg" / "extract"
NAMED = sorted({n for p in EXTRACT.glob("*.py") for n in re.findall(r'\bframe\("([\w-]+)"\)', p.read_text())})
MATCHED = {
    "verb alone": ("say", "Liu [said] so."),
    "another form": ("say", "Liu is [saying] so."),
    "capital": ("say", "[Saying] so, Liu left."),
    "verb with a particle": ("say", "Liu [pointed] out that it rained."),
    "verb with a preposition": ("stress", "Liu [called] for an end to it."),
    "verb with an adverb": ("stress", "Liu [spoke] highly of Peru."),
    "verb with its object": ("stress", "Liu [paid] tribute to Peru."),
    "denial": ("deny", "Liu [denied] it."),
    "withdrawal with a particle": ("retract", "Liu [took] the page down."),
    "enactment": ("enactment", "Peru and Chile [inked] a deal."),
    "undertaking": ("commitment", "Peru [committed] to it."),
    "plan": ("planned", "Liu [plans] to leave."),
    "calling off": ("cancelled", "Liu [called] off the talks."),
    "agreement on a matter": ("stress", "The two [agreed] on the matter."),
}
NOT_MATCHED = {
    "another verb": ("say", "Liu [ate] bread."),
    "without its particle": ("retract", "Liu [took] the page."),
    "without its preposition": ("stress", "Liu [called] his brother."),
    "without its adverb": ("stress", "Liu [spoke] of Peru."),
    "the word elsewhere": ("stress", "Liu [spoke] of Peru, which is highly prized."),
    "a day instead of a matter": ("stress", "The two [agreed] on Thursday."),
    "a plan is no denial": ("denied", "Liu [plans] to leave."),
}


@pytest.mark.parametrize(("name", "words"), MATCHED.values(), ids=MATCHED)
def test_verb_evokes_a_frame(name: str, words: str) -> None:
    """A verb matches in each of its forms, with the words that it needs beside it."""
    assert frame(name).match(marked(words)[1])


@pytest.mark.parametrize(("name", "words"), NOT_MATCHED.values(), ids=NOT_MATCHED)
def test_verb_evokes_no_frame(name: str, words: str) -> None:
    """A verb does not match where the word that it needs is missing, stands elsewhere or leads to a day."""
    assert not frame(name).match(marked(words)[1])


@pytest.mark.parametrize("name", NAMED)
def test_frame_that_the_code_names_exists(name: str) -> None:
    """Each frame that a converter asks for is declared, with words of one kind at least."""
    found = frame(name)

    assert found.verbs | found.nouns | found.cues


def test_frame_without_a_name_is_an_error() -> None:
    """A frame that is not declared is named in the error."""
    with pytest.raises(OntologyError, match="'sing'"):
        frame("sing")


def test_words_are_in_lower_case() -> None:
    """Verbs, nouns and cues are compared in lower case, and stand so."""
    words = {str(o) for p in (DIP.verb, DIP.noun, DIP.cue) for o in frames().objects(None, p)}

    told = {w for w in words if not w.startswith("status: ")}  # which name a term of the ontology

    assert {w for w in told if w != w.lower() or w != " ".join(w.split())} == set()


def test_names_of_frames_end_in_one_word() -> None:
    """No two frames share the name by which they are asked for."""
    found = [str(s).rpartition("/")[2] for s in frames().subjects(RDF.type, DIP.Frame)]

    assert sorted(found) == sorted(set(found))


def test_kinds_are_those_declared() -> None:
    """A frame knows the class of what it evokes."""
    names = ("say", "deny", "retract", "agreement", "planned", "cancelled", "unreal")

    assert [frame(n).kind for n in names] == [
        DIP.Statement,
        DIP.Denial,
        DIP.Retraction,
        DIP.Agreement,
        DIP.Planned,
        DIP.Cancelled,
        DIP.Status,
    ]


def test_a_verb_of_several_words_is_split() -> None:
    """The first word is the verb's lemma, the others stand beside it."""
    assert ("take", "down") in frame("retract").verbs
    assert ("delete",) in frame("retract").verbs
