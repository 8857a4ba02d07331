"""What is found in a text keeps its nodes, its words and their ranges."""

from reads import found, parsed

from kg.model import Node, Span
from kg.text import actors, descriptions, names, offices, titles
from kg.text.material import Material
from kg.vocab import DIP

TEXT = "Italian President Ada Weber left.\nIn Milan, Weber met  Italian officials."


def material() -> Material:
    """Return what names and describes actors in the text."""
    doc, hits = parsed(TEXT), found(TEXT)
    phrases = tuple(titles.find(doc, hits))
    named = names.find(doc, hits, phrases)
    return Material(
        article="a.txt",
        doc=doc,
        hits=hits,
        clusters=actors.gather(doc, named),
        titles=phrases,
        held=offices.held(doc, phrases, named),
        descriptions=tuple(descriptions.find(doc, hits)),
    )


def test_names_of_one_have_one_node() -> None:
    """Each name has the node of its actor."""
    actual = [node.key for node in material().node_of.values()]

    assert sorted(actual) == ["person:ada weber", "person:ada weber", "place:milan"]


def test_tokens_of_names_are_known() -> None:
    """Each token that is part of a name is known as such, others are not."""
    found_material = material()

    actual = [found_material.doc[i].text for i in sorted(found_material.named)]

    assert actual == ["Ada", "Weber", "Milan", "Weber"]


def test_states_are_those_of_the_registry() -> None:
    """The node of a state is made from its key."""
    actual = material().state("ITA")

    assert actual == Node("a.txt", DIP.State, "state:ITA", "ITA")


def test_ranges_are_those_of_the_tokens() -> None:
    """Tokens lead to the range of the text from the first to behind the last."""
    actual = material().span(2, 4)

    assert actual == Span(18, 27)
    assert TEXT[18:27] == "Ada Weber"


def test_words_have_single_spaces() -> None:
    """The words of a range have one space between them, whatever the text has."""
    start = TEXT.index("met")

    actual = material().words(Span(start, start + len("met  Italian")))

    assert actual == "met Italian"
