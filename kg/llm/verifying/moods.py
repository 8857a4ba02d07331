"""Whether what an answer tells of is told as having taken place: by our own rules, and by cues in the words.

In English the rules of `kg.extract.status` judge the word that evokes a record. Other languages are not
parsed: there the cues of `cues.tsv` are all that is known, and what has one of another status is no fact.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rdflib import RDF, URIRef

from kg.errors import RegistryError
from kg.extract import status
from kg.llm.verifying.case import Case, short
from kg.model import Span
from kg.registry.tables import rows
from kg.text import foreign
from kg.text.tokens import Token
from kg.vocab import DIP, frames, local

FILE = "cues.tsv"
COLUMNS = ("cue", "words")
UNREAL, DENIAL = "Unreal", "Denial"
_UNDONE = (DIP.Planned, DIP.Proposed, DIP.Cancelled, DIP.Denied)
_UNSPACED = frozenset({"zh", "ja"})
_CLAUSES = frozenset({"advcl", "conj", "relcl", "ccomp", "parataxis"})  # they tell of something else
_NOBODY = frozenset({"nobody", "none", "neither"})
_CLAUSE = re.compile(r"[,.;:!?…،؛؟。，；：！？։՝—–]")
_ASKED = re.compile(r"[?؟？՞;]\W*$")


def status_of(
    case: Case, trigger: Span, told: tuple[str, str | None], evidence: tuple[Span, ...]
) -> URIRef | str:
    """Return the status of a record, or why the words do not bear it out.

    Args:
        case: the answer.
        trigger: the words that evoke the record.
        told: the status of the answer, and the words it rests on.
        evidence: where it is told.
    """
    claimed, cue = DIP[told[0]], told[1]
    found = _foreign(case, trigger) if case.is_foreign else _own(case, trigger)
    if found is None:
        return "it is negated, wished for, asked, ordered or conditional"
    if claimed == DIP.Occurred:
        return claimed if found == claimed else f"it is told as {local(found).lower()}, not as occurred"
    places = case.whole(cue, evidence) if cue is not None else ()
    if cue is None or not places:
        return f"nothing in the evidence says that it is {told[0].lower()}"
    is_told = found == claimed or any(_bears_on(case, place, trigger) for place in places)
    return (
        claimed
        if is_told and is_cue(case, cue, claimed)
        else f"{short(cue)} does not say that it is {told[0].lower()}"
    )


def is_said(case: Case, cue: Span) -> bool:
    """Say whether words of saying tell that something was said: not that it may, will or should be."""
    if case.is_foreign:
        return _foreign(case, cue) == DIP.Occurred
    token = _token(case, cue)
    is_verb = token is not None and token.tag_.startswith("VB") and token.lower_ != "according"
    return not is_verb or _own(case, cue) == DIP.Occurred


def is_denial(case: Case, words: Iterable[Span]) -> bool:
    """Say whether some of the words call untrue what was said."""
    language = foreign.language_of(case.article)
    return any(_matches(language, DENIAL, case.text[w.start : w.end]) for w in words)


def is_cue(case: Case, cue: str, claimed: URIRef) -> bool:
    """Say whether words are known to tell of a status."""
    language = foreign.language_of(case.article)
    if _matches(language, local(claimed), cue):
        return True
    forms = _forms(case, cue) if language == "en" else set()
    return any(phrase <= forms for phrase in _lemmas(claimed))


def _own(case: Case, trigger: Span) -> URIRef | None:
    """Return what our rules say of the word that evokes it; an order tells nothing, nor what nobody does."""
    token = _token(case, trigger)
    is_untold = token is None or _is_order(token) or _has_nobody(token)
    return None if token is None or is_untold else status.status(case.reading, token)


def _bears_on(case: Case, cue: Span, trigger: Span) -> bool:
    """Say whether words of a cue speak of what a trigger evokes: those above it, or that hang on these.

    "Will" of "met, and will visit" tells of the visit alone.
    """
    if case.is_foreign:
        return _clause(case, trigger).covers(cue)
    token = _token(case, trigger)
    above = set() if token is None else {token, *token.ancestors}
    words = case.tokens(cue) or ()
    return any(t in above or (t.head in above and t.dep_ not in _CLAUSES) for t in words)


def _has_nobody(token: Token) -> bool:
    """Say whether a verb is told of nobody: "No one met him"."""
    acting = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(c.lower_ in _NOBODY or any(d.lower_ == "no" for d in c.children) for c in acting)


def _token(case: Case, words: Span) -> Token | None:
    tokens = case.tokens(words)
    return None if tokens is None else tokens.root


def _is_order(token: Token) -> bool:
    """Say whether the sentence bids: "Report that they met"."""
    root = token.sent.root
    beside = {c.dep_ for c in root.children}
    return root.tag_ == "VB" and beside.isdisjoint({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


def _foreign(case: Case, trigger: Span) -> URIRef | None:
    """Return the status that the clause around a word has a cue of; None where nothing is told as a fact."""
    language, words = foreign.language_of(case.article), _clause(case, trigger)
    clause = case.text[words.start : words.end]
    sentence = next((s.span for s in case.reading.touched(trigger)), trigger)
    if _matches(language, UNREAL, clause) or _ASKED.search(case.text[sentence.start : sentence.end]):
        return None
    return next((s for s in _UNDONE if _matches(language, local(s), clause)), DIP.Occurred)


def _clause(case: Case, words: Span) -> Span:
    """Return the range between the marks around some words, within their sentence."""
    sentence = next((s.span for s in case.reading.touched(words)), words)
    before = [m.end() for m in _CLAUSE.finditer(case.text, sentence.start, words.start)]
    after = _CLAUSE.search(case.text, words.end, sentence.end)
    return Span(before[-1] if before else sentence.start, after.start() if after else sentence.end)


def _forms(case: Case, cue: str) -> set[str]:
    """Return the words of a cue with their lemmas."""
    at = case.whole(cue, (case.answered.part,))
    tokens = [t for span in at[:1] for t in case.tokens(span) or ()]
    return {form for t in tokens for form in (t.lower_, t.lemma_.lower())}


@cache
def _lemmas(claimed: URIRef) -> frozenset[frozenset[str]]:
    """Return the verbs, nouns and cues of the frames that evoke a status."""
    graph = frames()
    named = [s for s in graph.subjects(DIP.evokes, claimed) if (s, RDF.type, DIP.Frame) in graph]
    told = (str(o) for s in named for term in (DIP.verb, DIP.noun, DIP.cue) for o in graph.objects(s, term))
    return frozenset(frozenset(words.split()) for words in told)


def _matches(language: str, name: str, words: str) -> bool:
    pattern = _patterns().get(f"{language}.{name}")
    return pattern is not None and pattern.search(words) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each language and status.

    Raises:
        RegistryError: where the table is broken.
    """
    found = {}
    for row in rows(FILE, COLUMNS, Path(__file__).parent):
        language = row.need("cue").partition(".")[0]
        words = "|".join(each.strip() for each in row.need("words").split(" | "))
        edges = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
        try:
            found[row.need("cue")] = re.compile(f"{edges[0]}(?:{words}){edges[1]}", re.IGNORECASE)
        except re.error as error:
            message = f"{row.file}:{row.line}: expected regular expressions, found: {error}"
            raise RegistryError(message) from None
    return found
