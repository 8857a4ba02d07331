"""Words of titles that are none: part of a rank, of a body's name, of honours, or a given name."""

from kg.registry.words import words
from kg.text.persons import address, honorifics
from kg.text.tails import Tail
from kg.text.tokens import Doc
from kg.text.wordings import longest_title

_ROYAL = frozenset({"hrh", "h.r.h", "hm", "h.m", "hh", "h.h", "hsh", "h.s.h"})  # "HRH Prince Ada"


def is_part(doc: Doc, i: int, length: int) -> bool:
    """Say whether a wording that begins at a token and takes `length` tokens is part of something else."""
    single = length == 1
    return _is_rank(doc, i, length) or (single and (_is_of_body(doc, i + 1) or _is_honour(doc, i)))


def is_given_name(doc: Doc, i: int, after: int) -> bool:
    """Say whether a title is a given name: "Dr. Sultan Al Jaber", "the head of the bank Dean Smith"."""
    if doc[i].lower_ not in words("given name too"):
        return False
    before = doc[i - 1].lower_.rstrip(".") if i > 0 and not doc[i].is_sent_start else ""
    dotted = before or (doc[i - 2].lower_ if i > 1 else "")
    follows = doc[i + 1].lower_.rstrip(".-") if i + 1 < len(doc) else ""
    return (i == after > 0) or dotted in honorifics() - _ROYAL or follows in {"al", "bin", "ibn"}


def _is_rank(doc: Doc, i: int, length: int) -> bool:
    """Say whether a wording is a part of a longer military rank: "Air Chief" of "Air Chief Marshal"."""
    starts = (j for j in range(max(i - 2, 0), i + 1) if doc[j].text[0].isupper())
    ranks = ((j, j + address(doc, j)) for j in starts)
    return any(j <= i and end >= i + length and end - j > length for j, end in ranks)


def _is_of_body(doc: Doc, end: int) -> bool:
    """Say whether a wording goes on as a body's name: "Sovereign Council", "Representative Office"."""
    near = doc[end - 1 : end + 1]
    is_noun = len(near) > 1 and near[1].lower_ in words("body word") - words("duty")
    if end + 1 < len(doc) and doc[end + 1].ent_type_ == "PERSON":
        return False  # "Chairman Senate Ada Weber"
    return is_noun and all(t.text[0].isupper() for t in near) and not near[1].is_sent_start


def _is_honour(doc: Doc, i: int) -> bool:
    """Say whether a wording in capitals stands in brackets, or behind a name as honours do: "Jane Doe MP"."""
    told = doc[i].text.isupper() and doc[i].lower_ in words("post-nominal")
    behind = doc[i + 1].text[0] if i + 1 < len(doc) else "."
    if doc[i].text.isupper() and behind == ")" and i > 0 and doc[i - 1].text == "(":
        return True  # the short form of a title
    return told and i > 0 and doc[i - 1].ent_type_ == "PERSON" and not behind.isupper()


def is_member(doc: Doc, i: int, tail: Tail) -> bool:
    """Say whether a membership is told of somebody: "Weber, a member of the Central Committee".

    Else it must begin a list of titles: "Member of the Central Committee and Minister Weber".
    """
    if tail.body is None:
        return False
    near = doc[tail.end : tail.end + 2]
    if doc[i].text[0].isupper() and len(near) > 1 and near[0].lower_ in {"and", ","}:
        return longest_title(doc, near[1].i) is not None
    comma = i - 1
    while comma > 0 and doc[comma].lower_ in words("before apposed title"):
        comma -= 1
    return comma > 0 and doc[comma].text == "," and doc[comma - 1].ent_type_ == "PERSON"
