"""Names of bodies that their head noun tells: "Ministry of Foreign Affairs of Ukraine", "Swiss embassy"."""

from collections.abc import Iterator

from kg.registry.words import words
from kg.text.gazetteer import Hits
from kg.text.persons import address, is_hyphened, is_name_word
from kg.text.tokens import Doc, Token
from kg.text.wholes import owner
from kg.text.wordings import longest_title, modifiers

_TAILS = frozenset({"of", "for", "on"})
_SEATED = frozenset({"in", "to", "at"})  # "Embassy in Bern", "Mission to the United Nations"
_ABROAD = frozenset({"embassy", "mission", "consulate", "delegation", "office", "commission"})
_SHORTEST = 2  # letters of a short form


def find(doc: Doc, hits: Hits) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each body's name, half-open, in the order of the text."""
    for token in doc:
        if _is_head(token):
            start, end = _start(doc, token.i), _end(doc, hits, token.i)
            is_owned = token.text[0].isupper() and owner(doc, start) is not None  # "Peru's Cabinet"
            if end - start > 1 or token.lower_ == "parliament" or is_owned:
                yield start, end


def short_form(doc: Doc, end: int) -> int | None:
    """Return the token of the short form in brackets right behind a name: "Federal Council (FC)"."""
    if end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return None
    return end + 1 if is_short_form(doc[end + 1]) else None


def is_short_form(token: Token) -> bool:
    """Say whether a word is made of capitals alone ("FDFA"), so that it may stand for a body."""
    return len(token) >= _SHORTEST and token.text.isupper() and token.text.isalpha()


def field_end(doc: Doc, start: int) -> int:
    """Return where a list of fields of duty ends: "Fisheries and Ocean Resources".

    A word with a capital goes on until fields give way to a word that is none: then a name begins.
    """
    i = start
    while i < len(doc) and (i == start or not doc[i].is_sent_start):
        step = 1 if is_name_word(doc[i]) and not _is_break(doc, start, i) else 0
        if i > start:
            step = step or int(is_hyphened(doc, i)) or _joint(doc, i)
        if not step:
            break
        i += step
    return i


def is_field(token: Token) -> bool:
    """Say whether a word with a capital names a field of duty, or part of one."""
    return token.text[0].isupper() and token.lower_ in words("field")


def is_people(doc: Doc, i: int) -> bool:
    """Say whether a people that an office looks after begins at a token: "Tunisians Abroad"."""
    if i + 1 >= len(doc) or not doc[i].text[0].isupper():
        return False
    abroad = doc[i + 1].text[0].isupper() and doc[i + 1].lower_ in words("abroad")
    return abroad or (doc[i].ent_type_ == "NORP" and is_field(doc[i + 1]))


def is_tell(token: Token) -> bool:
    """Say whether a word tells that it stands in no person's name: a field of duty, or a body's noun."""
    return token.lower_ in words("field") | words("body word")


def _is_break(doc: Doc, start: int, i: int) -> bool:
    """Say whether a name of something else begins at a token: a field stood before it, it is none itself."""
    if i > start and doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B" and not is_field(doc[i]):
        return True
    if i > start and _begins_title(doc, i):
        return True
    closed = i > start and doc[i - 1].lower_ in words("seat of legislators")
    if i == start or not (closed or is_field(doc[i - 1])) or _leads_to_body(doc, i) or is_people(doc, i):
        return False
    return not is_field(doc[i]) and not is_short_form(doc[i])


def _begins_title(doc: Doc, i: int) -> bool:
    """Say whether a title, rank or name begins behind a body's noun: "Security Council Rear Admiral A"."""
    before = doc[i - 1].lower_
    if before not in words("body word") or (doc[i].lower_ == "general" and before in words("general behind")):
        return False
    named = i + 1 < len(doc) and doc[i + 1].ent_type_ == "PERSON" and doc[i].ent_type_ in {"", "ORG"}
    begins_name = named and not is_tell(doc[i]) and not is_short_form(doc[i])  # "Council Malik Agar Eyre"
    return doc[i].text[0].isupper() and bool(begins_name or longest_title(doc, i) or address(doc, i))


def _leads_to_body(doc: Doc, i: int) -> bool:
    """Say whether a body's noun closes the capitals here: "Statistical Committee" behind "State"."""
    for token in doc[i : i + 3]:
        if not token.text[0].isupper() or token.is_sent_start:
            return False
        if token.lower_ in words("body word"):
            return True
    return False


def _joint(doc: Doc, i: int) -> int:
    """Return how many tokens join a field to the next one: "and", a comma, or a comma with "and"."""
    j = i
    while j < len(doc) and doc[j].lower_ in {",", "and", "&", "the"}:
        j += 1
    if not i < j < len(doc) - 1:
        return 0
    is_list = any(t.lower_ in {"and", "&"} for t in doc[i : i + 12] if t.sent == doc[i].sent)
    if not is_list or not (is_field(doc[j]) or is_people(doc, j)) or not is_field(doc[i - 1]):
        return 0
    begins = longest_title(doc, j) or longest_title(doc, j + 1)  # "Trade Minister", a title of its own
    return j - i if begins is None else 0


def _is_head(token: Token) -> bool:
    word = token.lower_
    capital = token.text[0].isupper() and word in words("body noun")
    return capital or word in words("body noun in small letters")


def _start(doc: Doc, i: int) -> int:
    j = i
    while j > 0 and not doc[j].is_sent_start and _stands_before(doc, j - 1, i):
        j -= 1
    while j < i and doc[j].lower_ in {"and", "&"}:
        j += 1
    return j


def _stands_before(doc: Doc, j: int, i: int) -> bool:
    """Say whether a token is part of the name whose head stands at i: "foreign" of "foreign ministry"."""
    token = doc[j]
    if is_name_word(token):
        return token.ent_type_ != "PERSON"
    if j > 0 and is_hyphened(doc, j) and token.is_punct:  # "Australia-India Business Council"
        return is_name_word(doc[j - 1]) and is_name_word(doc[j + 1])
    if token.dep_ in {"compound", "amod"} and token.head.i == i:
        return token.lower_ in words("field")
    linked = token.lower_ in {"and", "&"} and j > 0 and doc[j + 1].text[0].isupper()
    return linked and (doc[j - 1].ent_type_ == "ORG" or is_field(doc[j - 1])) and doc[j - 1].text[0].isupper()


def _end(doc: Doc, hits: Hits, i: int) -> int:
    end = i + 1
    if end < len(doc) and doc[i].text[0].isupper() and _goes_on(doc, end) and is_name_word(doc[end]):
        end += 0 if doc[end].ent_type_ == "PERSON" or _begins_title(doc, end) else 1
    while (longer := _longer(doc, hits, i, end)) > end:
        end = longer
    return end


def _goes_on(doc: Doc, i: int) -> bool:
    return not doc[i].is_sent_start and not doc[i].is_space


def _longer(doc: Doc, hits: Hits, head: int, end: int) -> int:
    """Return where a name ends that takes in the phrase behind it, the same end where it takes in none."""
    if end + 1 >= len(doc) or not _binds(doc, head, end):
        return end
    first = end + 1 + (doc[end + 1].lower_ == "the")
    if first >= len(doc) or doc[first].ent_type_ in {"DATE", "PERSON"}:
        return end
    if doc[end].lower_ != "of" and _is_head(doc[first]):
        return end  # "left the Ministry of Trade for the Ministry of Justice"
    hit = hits.at(first)
    if hit is not None and hit.is_state:
        return max(hit.end, field_end(doc, first)) if hit.kind == "demonym" else hit.end
    if doc[first].text[0].isupper():
        return max(field_end(doc, first), end)
    small = doc[end].lower_ == "of" and doc[first].lower_ in words("field")
    return first + 1 + (first + 1 < len(doc) and doc[first + 1].pos_ == "NOUN") if small else end


def _binds(doc: Doc, head: int, i: int) -> bool:
    word = doc[i].lower_
    if word == "for" and doc[head].lower_ == "ministry" and head > 0 and _is_portfolio(doc[head - 1]):
        return False  # "Undersecretary of the Foreign Ministry for Trade": the ministry is named already
    return not doc[i].is_sent_start and (word in _TAILS or (word in _SEATED and doc[head].lower_ in _ABROAD))


def _is_portfolio(token: Token) -> bool:
    return is_field(token) and token.lower_ not in modifiers()
