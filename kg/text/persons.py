"""Where the name of a person begins and ends."""

from functools import cache

from kg.registry.titles import title_words
from kg.registry.words import words
from kg.text.gazetteer import Hits
from kg.text.tokens import Doc, Token

_LONGEST = 6  # words of a person's name, particles and parts behind a hyphen not counted
_RANK = 4  # tokens of the longest military rank ("air vice - marshal")
_SMALL = 3  # letters of a surname that is a common word too, at most
_HEADLINE = 5  # letters from which on each word of a headline has a capital


@cache
def honorifics() -> frozenset[str]:
    """Return the words of address and military ranks, without full stops; with hyphens as words are cut."""
    forms = [w.word for w in title_words() if w.kind in {"honorific", "military"}]
    forms += [form.replace("-", joint) for form in forms if "-" in form for joint in (" ", " - ")]
    return frozenset(" ".join(part.rstrip(".") for part in form.split()) for form in forms)


def start_of_name(doc: Doc, i: int) -> int:
    """Return where a name begins behind a title that ends at a token.

    Between the two may stand a short form in brackets ("of Foreign Affairs (FDFA)") and words of address
    ("H.E. Dr", "Vice Admiral").
    """
    i = after_brackets(doc, i)
    while i < len(doc) and (length := address(doc, i) or _retired(doc, i)):
        i += length + (i + length < len(doc) and doc[i + length].text == ".")
    return i


def _retired(doc: Doc, i: int) -> int:
    """Return how many tokens "(Retd)" takes between a rank and the name, 0 where it does not stand there."""
    near = [token.lower_.rstrip(".") for token in doc[i : i + 4]]
    is_told = len(near) > 2 and near[0] == "(" and near[1] in words("retired") and ")" in near
    return near.index(")") + 1 if is_told else 0


def after_brackets(doc: Doc, i: int) -> int:
    """Return the token behind a short form in brackets that begins at one; the same where none does."""
    is_short = (
        i + 2 < len(doc) and doc[i].text == "(" and doc[i + 1].text.isupper() and doc[i + 2].text == ")"
    )
    return i + 3 if is_short else i


def address(doc: Doc, i: int) -> int:
    """Return how many tokens the word of address takes that begins at a token, 0 where none does."""
    lower = [token.lower_.rstrip(".") for token in doc[i : i + _RANK]]
    forms = ((" ".join(lower[:length]), length) for length in range(len(lower), 0, -1))
    is_letters = doc[i].text.isupper() and lower[0] in words("address")  # "HE", but not "He Lifeng"
    return next((n for form, n in forms if form in honorifics()), int(is_letters))


def end_of_name(doc: Doc, hits: Hits, start: int) -> int:
    """Return where a person's name that begins at a token ends; the token itself where none begins."""
    i, length = start, 0
    while i < len(doc) and length < _LONGEST and _is_part(doc, hits, start, i):
        length += not (doc[i].lower_ in words("particle") or is_hyphened(doc, i))
        i += 1
    return i if any(is_name_word(token) for token in doc[start:i]) else start


def _is_part(doc: Doc, hits: Hits, start: int, i: int) -> bool:
    """Say whether a token goes on with a name that begins at another."""
    if i == start:
        is_name = is_name_word(doc[i]) or is_small(doc, i)
        return _opens(doc, i) or (is_name and not _is_known(doc, hits, i))
    if not _goes_on(doc, i) or is_honour(doc, i):
        return False
    if doc[i].text == "." and not doc[i - 1].whitespace_ and doc[i - 1].lower_ in words("short given name"):
        return i + 1 < len(doc) and is_name_word(doc[i + 1])
    if doc[i].lower_ in words("break of name"):
        return False
    is_word = is_name_word(doc[i]) and not _is_common(doc[i]) and not _is_known(doc, hits, i)
    return is_word or _opens(doc, i) or is_hyphened(doc, i)


def is_part_of_name(doc: Doc, hits: Hits, i: int) -> bool:
    """Say whether a token may be part of a person's name that the registry does not know as another thing."""
    return hits.over(i) is None and ((is_name_word(doc[i]) and not _is_common(doc[i])) or _opens(doc, i))


def _opens(doc: Doc, i: int) -> bool:
    """Say whether a particle stands before a part of a name: "de Silva", "el-Sisi"."""
    passed = {"-"} | words("particle")
    after = next((token for token in doc[i + 1 : i + 4] if token.lower_ not in passed), None)
    return doc[i].lower_ in words("particle") and after is not None and is_name_word(after)


def is_name_word(token: Token) -> bool:
    """Say whether a word may be part of a name: it has a capital, and names can have it."""
    return token.text[0].isalpha() and token.text[0].isupper() and token.lower_ not in words("no name")


def is_headline(doc: Doc, i: int) -> bool:
    """Say whether a token stands in a line without a full stop in which all longer words have capitals."""
    line = doc[i].sent
    long = [t for t in line if t.is_alpha and len(t) >= _HEADLINE]
    return len(long) > 1 and all(t.text[0].isupper() for t in long) and "." not in {t.text for t in line[-2:]}


def is_hyphened(doc: Doc, i: int) -> bool:
    """Say whether a token is a hyphen inside a word or follows one: "Chan-o-cha"."""
    hyphens = {"-", "\u2011"}  # the second does not break
    inside = doc[i].text in hyphens and not doc[i].whitespace_ and not doc[i - 1].whitespace_
    behind = doc[i - 1].text in hyphens and not doc[i - 1].whitespace_ and doc[i].is_alpha
    return inside or behind


def is_honour(doc: Doc, i: int) -> bool:
    """Say whether a word in capitals behind a name tells a mandate or honours: "Jane Doe MP"."""
    told = doc[i].text.isupper() and doc[i].lower_ in words("post-nominal")
    return told and i > 0 and not doc[i - 1].text.isupper()


def is_small(doc: Doc, i: int) -> bool:
    """Say whether a word that is mostly none of a name begins one, by its capital amid others: "To Lam"."""
    token = doc[i]
    is_short = token.is_alpha and token.text.istitle() and 1 < len(token) <= _SMALL
    follows = i + 1 < len(doc) and is_name_word(doc[i + 1]) and not doc[i + 1].is_sent_start
    return is_short and follows and not token.is_sent_start and not is_headline(doc, i)


def _goes_on(doc: Doc, i: int) -> bool:
    return not doc[i].is_sent_start and not doc[i - 1].is_space


def _is_common(token: Token) -> bool:
    """Say whether a word with a capital is one of the words that every headline has ("Before", "Their")."""
    return token.is_stop and token.lower_ not in words("particle")


def _is_known(doc: Doc, hits: Hits, i: int) -> bool:
    """Say whether the registry knows a word as a state or body, and the model takes it for no person."""
    hit = hits.over(i)
    return (
        hit is not None and hit.kind in {"state", "demonym", "organisation"} and doc[i].ent_type_ != "PERSON"
    )
