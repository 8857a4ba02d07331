"""From an article, and a model's answers on it, to what the article tells: no answer is taken on its word."""

from dataclasses import replace

from kg import extract, readers, text
from kg.build.modelled import Asked
from kg.llm import verifying
from kg.llm.verifying import both as joining
from kg.model import Extraction
from kg.text.reading import Reading


def model(asked: Asked) -> Extraction:
    """Return what of a model's answers the words of an article bear out.

    Raises:
        SourceError: the article, or what describes it, cannot be read.
    """
    return _verified(text.read(readers.article(asked.item)), asked)


def both(asked: Asked) -> Extraction:
    """Return what the rules find in an article, joined with what its words bear out of a model's answers.

    Raises:
        SourceError: the article, or what describes it, cannot be read.
    """
    reading = text.read(readers.article(asked.item))
    found = _verified(reading, asked)
    return replace(joining.join(extract.run(reading), found), rejected=found.rejected)


def _verified(reading: Reading, asked: Asked) -> Extraction:
    found = verifying.read(reading, asked.answered)
    return replace(found.extraction, rejected=found.rejected)
