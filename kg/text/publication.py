"""The day of publication that an article's description lacks, as far as its own dated words tell it."""

import datetime as dt
import re
from dataclasses import replace

from kg.model import Article, Origin
from kg.text.calendar import Written
from kg.text.times import Time
from kg.text.tokens import Doc

# What follows the words of a caption: "Photo: VCG", "(Image by Xinhua)".
_CREDIT = re.compile(
    r"\(?(?:Photo|Photograph|Picture|Image|Credit)s?(?:\s+(?:by|from|courtesy))?\b\s*[:/]?\s*\S"
)
# What stands around the date of a dateline: "CAIRO - 25 July 2022:", "Addis Ababa, Tuesday, 25 July 2022 –".
_PLACE = re.compile(
    r"(?:[A-Z][A-Z .’'-]*[A-Z]|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [A-Z][\w.’'-]+)?),?"
    r"\s*(?:[—–-]+\s*)?(?:\(?[A-Z][a-z]+day,?\s*)?\Z"
)
# What stands around a date on a line of its own: "Bern, 7 March 2022", "Published on 5 May 2024, 14:03 CET".
_HEADING = re.compile(
    r"(?:(?:press release|date|published|posted|issued|released)(?: on| at)?\s*[:,|–—-]?\s*)?"
    r"(?:[A-Z][\w .’'-]{1,30},\s*)?(?:[A-Z][a-z]+day,?\s*)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\s,|–—-]*(?:at\s*)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?\.?"
)
_HEAD, _FOOT = (
    6,
    2,
)  # lines from the top, and from the end, among which a line with a date alone dates the text
_OPENING = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?(?:[:—–]|-)")
_AHEAD = frozenset({"will", "shall", "would", "to"})


def published(article: Article, doc: Doc, times: tuple[Time, ...]) -> Article:
    """Return the article with its day of publication, where only its text tells it.

    A dateline tells the day, as does a date on a line of its own at the head or the foot of the text. A
    caption dated in the past or present tense tells only the day that publication cannot precede; the article
    is then marked as inferred.

    Args:
        article: as read; returned unchanged where the day is known or nothing tells it.
        doc: its parsed text.
        times: the expressions of time in it.
    """
    if article.published is not None:
        return article
    for time in times:
        day = _day(time)
        if day is not None and (_is_dateline(article.text, time) or _is_heading(article.text, time)):
            return _with(article, day, Origin("published", "dateline", time.span))
    for time in times:
        day = _day(time)
        if day is not None and _is_caption(article.text, doc, time):
            origin = Origin("published", "dated caption", time.span)
            return replace(_with(article, day, origin), inferred=True)
    return article


def _day(time: Time) -> dt.date | None:
    sense = time.sense
    if time.open or not isinstance(sense, Written) or sense.first != sense.last:
        return None
    point = sense.first
    if not (point.year and point.month and point.day):
        return None
    try:
        return dt.date(point.year, point.month, point.day)
    except ValueError:
        return None


def _is_dateline(text: str, time: Time) -> bool:
    line = text.rfind("\n", 0, time.span.start) + 1
    place = text[line : time.span.start].strip()
    return bool(_PLACE.fullmatch(place) and _OPENING.match(text, time.span.end))


def _is_heading(text: str, time: Time) -> bool:
    """Say whether a date has a line of its own at the head or the foot of a text."""
    line = text.rfind("\n", 0, time.span.start) + 1
    end = text.find("\n", time.span.end)
    rest = text[time.span.end : end if end >= 0 else len(text)]
    if not _HEADING.fullmatch(text[line : time.span.start].lstrip()) or not _CLOCK.fullmatch(rest.rstrip()):
        return False
    above, below = (part.split("\n") for part in (text[:line], text[end:] if end >= 0 else ""))
    return sum(map(bool, map(str.strip, above))) < _HEAD or sum(map(bool, map(str.strip, below))) < _FOOT


def _is_caption(text: str, doc: Doc, time: Time) -> bool:
    """Say whether a photo's credit follows in the same paragraph, and nothing in the sentence lies ahead."""
    end = text.find("\n", time.span.end)
    credit = _CREDIT.search(text, time.span.end, end if end >= 0 else len(text))
    return credit is not None and not any(t.lower_ in _AHEAD and t.tag_ == "MD" for t in doc[time.start].sent)


def _with(article: Article, day: dt.date, origin: Origin) -> Article:
    return replace(article, published=day, origins=(*article.origins, origin))
