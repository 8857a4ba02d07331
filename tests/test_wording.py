"""Message catalogues: each language has all that the interface says."""

import re

import pytest
from catalogues import COMMAND, Message, messages
from flask import Flask, render_template_string

from kg.web import wording

SCRIPTS = wording.CATALOGUES.parent / "static"
OTHERS = [tag for tag in wording.languages() if tag != wording.ENGLISH]
PLACE = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}|</?\w+[^>]*>")


def places(text: str) -> list[str]:
    """Return what is filled in, and the tags, of a message, sorted."""
    return sorted(PLACE.findall(text))


def texts(message: Message) -> tuple[str, ...]:
    """Return the forms of a message."""
    return (message,) if isinstance(message, str) else tuple(message)


@pytest.mark.parametrize("tag", OTHERS)
def test_catalogue_is_complete(tag: str) -> None:
    """A catalogue has each message of the interface, and no other."""
    held = {message.id for message in wording.catalogue(tag) if message.id}
    asked = {message.id for message in messages() if message.id}
    if held != asked:
        lacks, spare = ("".join(f"\n  {text}" for text in texts) for texts in (asked - held, held - asked))
        pytest.fail(f"{tag}.po lacks:{lacks}\nNo longer used:{spare}\nRun: {COMMAND.format(tag=tag)}")


@pytest.mark.parametrize("tag", OTHERS)
def test_messages_are_translated(tag: str) -> None:
    """No message is empty, and none is a guess: write its `msgstr`, and take away `#, fuzzy`."""
    bad = [m.id for m in wording.catalogue(tag) if m.id and (m.fuzzy or not all(texts(m.string)))]

    assert bad == []


@pytest.mark.parametrize("tag", OTHERS)
def test_places_are_those_of_english(tag: str) -> None:
    """Each form of a message fills in the same values, and holds the same tags, as the English one."""
    bad = [
        (message.id, form)
        for message in wording.catalogue(tag)
        if message.id
        for form in texts(message.string)
        if places(form) != places(texts(message.id)[-1])
    ]

    assert bad == []


def test_languages() -> None:
    """A language is a catalogue, called by its own name; English needs none."""
    assert wording.languages() == {"en": "English", "fr": "français"}


def test_a_text_of_no_catalogue_is_english(app: Flask) -> None:
    """What no catalogue has is told as it stands."""
    with app.test_request_context("/?lang=fr"):
        assert wording.gettext("Told by %(actor)s", actor="Voss") == "Told by Voss"


@pytest.mark.parametrize(("tag", "read"), [("en", "1,234"), ("fr", "1\u202f234")])
def test_numbers(app: Flask, tag: str, read: str) -> None:
    """A number is written as the language writes it."""
    with app.test_request_context(f"/?lang={tag}"):
        assert wording.number(1234) == read


@pytest.mark.parametrize(("tag", "read"), [("en", "1,234 rows"), ("fr", "1\u202f234 lignes")])
def test_numbers_of_things(app: Flask, tag: str, read: str) -> None:
    """So is the number of things that a text tells, in a module and in a template alike."""
    with app.test_request_context(f"/?lang={tag}"):
        told = wording.ngettext("%(num)s row", "%(num)s rows", 1234)
        shown = render_template_string("{{ ngettext('%(num)s row', '%(num)s rows', 1234) }}")

    assert (told, shown) == (read, read)


def test_words_of_scripts() -> None:
    """Scripts are given what they say; English they hold."""
    assert wording.of_scripts("en") == {}
    assert wording.of_scripts("fr")["Filter rows"] == "Filtrer les lignes"
    assert wording.of_scripts("fr")["%(num)s triple"] == ["%(num)s triplet", "%(num)s triplets"]


def test_messages_of_scripts_are_found() -> None:
    """No script looks a text up within a template literal: the extraction does not see it there."""
    found = {path.name for path in SCRIPTS.glob("*/*.js") if "${gettext(" in path.read_text()}

    assert found == set()
