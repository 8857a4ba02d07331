"""The forms in which English writes time, each with what it means: patterns, and the senses they build."""

import re
from collections.abc import Callable

from kg.text.calendar import Point, Sense, Shift, Stay, Step, Vague, Weekday, Written
from kg.text.needs import need

Build = Callable[[re.Match[str]], Sense | None]
Rule = tuple[re.Pattern[str], Build, re.Pattern[str]]  # form, meaning, what the form needs

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS = (
    "a an one first,two second,three third,four fourth,five fifth,six sixth,seven seventh,eight eighth,"
    "nine ninth,ten tenth,eleven,twelve,thirteen,fourteen,fifteen"
)
_NUMBERS = {word: n for n, words in enumerate(_WORDS.split(","), start=1) for word in words.split()}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3}
_TURNS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_STEPS = {"same": 0, "": 0, "previous": -1, "preceding": -1, "earlier": -1, "before": -1}

# No time begins within a word: that looked at first, the patterns take less than half of their time.
_START = r"(?<![a-z])"

# Words that bound one side only; they and other prepositions before a time belong to its phrase.
OPEN = (
    r"since|until|till|before|after|by|prior to|as of|as from|starting|starting from|starting on|effective|"
    r"no later than|following"
)
_LEAD = rf"(?:\b(?P<lead>(?i:on|in|during|for|from|between|at|over|of|{OPEN})) (?i:the )?)?"

# Parts of the patterns below, which may hold one another. A space stands for any white space, since texts may
# be wrapped.
_PARTS = {
    "FEW": r"\b(?i:(?:a |the )?(?:few|several|many|couple of|past|last|coming|recent|next|previous|following)"
    r"(?: few| several| couple of| NUMBER)?)",
    "W": r"(?:WEEKDAY,? (?:the )?)?",
    "M1": r"(?P<m1>MONTH)",
    "M2": r"(?P<m2>MONTH)",
    "D1": r"(?P<d1>DAY)",
    "D2": r"(?P<d2>DAY)",
    "Y1": r"(?:,? (?P<y1>YEAR))?",
    "Y2": r"(?:,? (?P<y2>YEAR))?",
    "PRT": r"(?P<part>\b(?i:(?:early|mid|late|later|earlier)[ -](?:in |on )?|"
    r"(?:beginning|start|middle|end) of (?:the )?))?",
    "MONTH": r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)",
    "DAY": r"(?<![\d.,$])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,]\d)",
    "YEAR": r"(?<![\w.,$])(?:1[789]|20)\d\d(?!\w|[.,]\d|-\w)",
    "WEEKDAY": r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?(?=,? \d))",
    "TO": r"(?: ?[–—-] ?| (?:to|and|until|through|till) )",
    "NUMBER": r"\b(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve))\b",
    "ORDINAL": r"\b(?i:first|second|third|fourth|fifth|sixth|seventh|last|final)\b",
    "TURN": r"\b(?i:last|this|current|next|coming|upcoming|past)\b",
    "ABOUT": r"(?i:over|more than|about|around|nearly|almost|some|at least|less than)",
    "PHASE": r"(?: (?i:morning|afternoon|evening|night))?(?: \(\d\d?(?:st|nd|rd|th)?\))?",
    "STAY": r"(?:visit|trip|tour|stay|mission|journey|travel|summit|meeting|talks|conference|forum|session|"
    r"programme|program|event|negotiations|consultations|dialogue)",
}
_SPACE = re.compile(r"\[ -\]| \?| ")


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in (*_PARTS.items(), *_PARTS.items()):
        pattern = re.sub(rf"\b{name}\b", part.replace("\\", r"\\"), pattern)
    spaces = {"[ -]": r"[\s-]", " ?": r"\s*", " ": r"\s+"}
    return re.compile(_START + _SPACE.sub(lambda m: spaces[m.group()], _LEAD + pattern))


def _group(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _word(match: re.Match[str], name: str) -> str:
    return " ".join((_group(match, name) or "").casefold().split())


def _number(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _NUMBERS.get(text.casefold())


def _point(match: re.Match[str], end: str) -> Point:
    year, month, day = (_group(match, name + end) for name in "ymd")
    named = _MONTHS.index(month[:3].casefold()) + 1 if month and month[:1].isalpha() else int(month or 0)
    return Point(int(year) if year else None, named or None, _number(day or ""))


def _part(match: re.Match[str]) -> str | None:
    word = re.split(r"[\s-]", _word(match, "part"))[0]
    return {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}.get(word, word) or None


def _one(match: re.Match[str]) -> Sense | None:
    point = _point(match, "1")
    return Written(point, point, _part(match)) if (point.month or 1) <= 12 else None


def _slashed(match: re.Match[str]) -> Sense | None:
    """Return a date whose order shows: 25/12 or 12/25, not 5/12."""
    point = _point(match, "1")
    month, day = point.month or 0, point.day or 0
    if month <= 12 < day:
        return Written(point, point)
    point = Point(point.year, day, month)
    return Written(point, point) if day <= 12 < month <= 31 else None


def _several(match: re.Match[str]) -> Sense | None:
    """Return a range; what the first date leaves out, it shares with the last."""
    first, last = _point(match, "1"), _point(match, "2")
    if last.month is None and first.month is not None:  # "April 2-4, 2025"
        last = Point(last.year, first.month, last.day)
    if first.month is None:
        first = Point(first.year, last.month, first.day)
    return Written(first, last)


def _bare_month(match: re.Match[str]) -> Sense | None:
    """Return a month without its year, which a preposition must mark, since May is a verb and a name too."""
    lead = _word(match, "lead")
    named = lead == "of" and "month" not in match.group()  # "the aunt of April Jones"
    return _one(match) if (lead and not named) or _part(match) else None


def _turned_month(match: re.Match[str]) -> Sense | None:
    month = _point(match, "1").month
    return Shift("month", _TURNS[_word(match, "turn")], turn=month)


def _section(match: re.Match[str]) -> Sense | None:
    """Return a half, quarter or season of a year."""
    unit = _word(match, "unit") or "season"
    number = _SEASONS.get(_word(match, "season")) or _number(_word(match, "n"))
    if number is None:
        return Vague()
    if _group(match, "y1") is None:
        return Shift(unit, _TURNS.get(_word(match, "turn"), 0), turn=number)
    months = 6 if unit == "half" else 3
    point = Point(int(match["y1"]), months * (number - 1) + 1 + (2 if unit == "season" else 0))
    return Written(point, point, months=months)


def _unit(match: re.Match[str]) -> Sense | None:
    return Shift(_word(match, "unit"), _TURNS[_word(match, "turn")], _part(match))


def _weekend(_: re.Match[str]) -> Sense | None:
    return Shift("weekend", 0, "near")


def _ago(match: re.Match[str]) -> Sense | None:
    number, unit = _number(_word(match, "n")), _word(match, "unit")
    if number is None or _group(match, "about"):
        return Vague()
    number = 10 * number if unit == "decade" else number
    return Shift("year" if unit == "decade" else unit, -number if _group(match, "ago") else number)


def _anniversary(match: re.Match[str]) -> Sense | None:
    number = _number(_word(match, "n"))
    return Shift("year", -number) if number else None


def _weekday(match: re.Match[str]) -> Sense | None:
    first = _WEEKDAYS.index(_word(match, "w1")[:3])
    last = _WEEKDAYS.index(_word(match, "w2")[:3]) if _group(match, "w2") else first
    return Weekday(first, last, _TURNS.get(_word(match, "turn"), 0))


def _day(match: re.Match[str]) -> Sense | None:
    word = _word(match, "word")
    days = {"the day before yesterday": -2, "day before yesterday": -2, "day after tomorrow": 2}
    return Shift("day", days.get(word, _DAYS.get(word, 0)))


def _step(match: re.Match[str]) -> Sense | None:
    number = _number(_word(match, "n") or "1") or 1
    return Step(number * _STEPS.get(_word(match, "step"), 1))


def _day_of_stay(match: re.Match[str]) -> Sense | None:
    number = _number(_word(match, "n"))
    return Vague() if number is None else Step(number - 1, stay=True)


def _stay(match: re.Match[str]) -> Sense | None:
    number = _number(_word(match, "n"))
    return Stay(number * (7 if _word(match, "unit") == "week" else 1)) if number else None


def _year(match: re.Match[str]) -> Sense | None:
    """Return a year that a preposition or a determiner marks as one ("in 2016", "the 2016 treaty")."""
    before = match.string[: match.start()].split()[-1:] or [""]
    marked = before[0].casefold() in {"the", "its", "their", "his", "her", "and"} or before[0].endswith(
        (",", "(", "s")
    )
    return _one(match) if match["lead"] or _part(match) or marked else None


def _years(match: re.Match[str]) -> Sense | None:
    first, last = int(match["y1"]), match["y2"]
    return Written(Point(first), Point(int(str(first)[: 4 - len(last)] + last)))


def _vague(_: re.Match[str]) -> Sense | None:
    return Vague()


_TABLE: tuple[tuple[str, Build], ...] = (
    (r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?![\d-])", _one),
    (r"(?<![\d.])(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:19|20)\d\d)(?!\d)", _one),
    (r"(?<![\d/])(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d)(?!\d)", _slashed),
    (r"(?:W)(?:D1)(?:TO)(?:W)(?:D2) (?:of )?(?:M2)(?:Y2)", _several),
    (r"(?:W)(?:D1) (?:M1)(?:Y1),?(?:TO)(?:on )?(?:W)(?:D2) (?:M2)(?:Y2)", _several),
    (r"(?:W)(?:M1) (?:D1)(?:TO)(?:D2)(?! ?MONTH)(?:Y2)", _several),
    (r"(?:W)(?:M1) (?:D1)(?:Y1),?(?:TO)(?:on )?(?:W)(?:M2) (?:D2)(?:Y2)", _several),
    (r"(?:W)(?:D1)[ -](?:of )?(?:M1)(?:,?[ -](?P<y1>YEAR))?", _one),
    (r"(?:W)(?:M1) (?:D1)(?: \(WEEKDAY\))?(?:Y1)", _one),
    (r"(?:M1)(?:Y1)(?:TO)(?:M2)(?: of)?,? (?P<y2>YEAR)", _several),
    (r"(?:PRT)(?:M1)(?: of)?,? (?P<y1>YEAR)", _one),
    (r"(?:the month of )?(?:PRT)(?:M1)(?! \d)", _bare_month),
    (r"(?P<turn>TURN) (?:M1)(?! \d)", _turned_month),
    (r"(?P<n>ORDINAL) (?P<unit>half|quarter) of (?:(?P<y1>YEAR)|(?:(?P<turn>TURN)|the) year)", _section),
    (r"(?P<turn>TURN) (?P<season>spring|summer|autumn|fall|winter)", _section),
    (r"\b(?P<season>(?i:spring|summer|autumn|fall|winter))(?: of)? (?P<y1>YEAR)", _section),
    (r"(?:PRT)\b(?P<turn>(?i:last|this|current|next)) (?P<unit>week|weekend|month|quarter|year)\b", _unit),
    (r"(?i:over|at|during|on) the (?P<unit>weekend)\b", _weekend),
    (r"(?P<about>(?:ABOUT) )?(?P<n>NUMBER) (?P<unit>day|week|month|year|decade)s? (?P<ago>ago)\b", _ago),
    (r"(?P<n>NUMBER) (?P<unit>day|week|month|year)s?(?:[’'] time| from now)\b", _ago),
    (r"(?:FEW) (?:days|weeks|months|years|decades)(?: ago| back)?\b", _vague),
    (r"\b(?P<n>\d{1,3})(?:st|nd|rd|th|[- ]years?) (?i:anniversary)\b", _anniversary),
    (
        r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) year of (?=(?:the )?(?:establishment|diplomatic|normali))",
        _anniversary,
    ),
    (r"(?:PRT)(?:(?P<turn>TURN) )?(?P<w1>WEEKDAY)(?:PHASE)", _weekday),
    (r"(?P<w1>WEEKDAY)(?:PHASE)(?:(?:, WEEKDAY)?,? and |(?:TO))(?P<w2>WEEKDAY)(?:PHASE)", _weekday),
    (r"\b(?P<word>(?i:(?:the )?day (?:before yes|after tomor)(?:terday|row)))\b", _day),
    (
        r"(?:(?i:earlier|later|late|early) )?\b(?P<word>(?i:today|tonight|yesterday|tomorrow))\b(?:PHASE)",
        _day,
    ),
    (
        r"(?:(?i:late|early) )?\b(?P<word>(?i:last night|this (?:morning|afternoon|evening)))\b",
        _day,
    ),
    (
        r"\b(?i:(?:the |that )?(?P<step>same|previous|preceding|following|next) (?:day|evening|morning))\b",
        _step,
    ),
    (r"\b(?i:the day (?P<step>before|after)|that (?:day|evening|morning))\b", _step),
    (r"(?P<n>NUMBER) days? (?P<step>earlier|later|before|after)\b", _step),
    (r"(?P<n>ORDINAL) (?:and (?:last|final) )?day (?=of (?:\S+ ){0,4}?STAY)", _day_of_stay),
    (r"(?P<n>NUMBER)[ –-](?P<unit>day|week)(?:[ -]long)?(?= (?:[\w-]+ ){0,3}STAY\b)", _stay),
    (r"(?:PRT)(?P<y1>YEAR)", _year),
    (r"(?P<y1>YEAR)(?: ?[–—/-] ?| (?:to|until|till|through) )(?P<y2>(?:1[789]|20)?\d\d)(?!\w)", _years),
    (r"\b(?i:recently|previously|soon|shortly|formerly|nowadays|in due course|over the years)\b", _vague),
    (r"\b(?i:(?:near|foreseeable) future|in the past|in recent (?:days|weeks|months|years))\b", _vague),
)
RULES: tuple[Rule, ...] = tuple((_compiled(pattern), build, need(pattern)) for pattern, build in _TABLE)
