"""What the forms of time cannot do without: looked for first, since most texts have little of it.

A form tries its prepositions and numbers at every letter; the words here are found at a tenth of that cost.
"""

import re
from collections.abc import Iterator

_NEAR = 120  # code points around what is needed in which a time that holds it begins and ends
_YEAR = r"(?:1[789]|20)\d\d"
_DAY = r"(?i:day|morning|evening)"

# What shows in the pattern of a form, and what it then needs: the first that shows counts.
_TABLE = (
    (r"(?:M1)", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    (r"(?:M2)", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    (r"<w1>", "Mon|Tue|Wed|Thu|Fri|Sat|Sun"),
    (r"half|quarter)", "half|quarter"),
    (r"<y1>", _YEAR),
    (r"<season>", "spring|summer|autumn|fall|winter"),
    (r"<unit>weekend)", "weekend"),
    (r"|weekend|", "week|month|quarter|year"),
    (r"<ago>", r"\bago\b"),
    (r"from now", r"[’']\s+time|from\s+now"),
    (r"(?:FEW)", "days|weeks|months|years|decades"),
    (r"anniversary", "(?i:anniversary)"),
    (r"year of", r"year\s+of"),
    (r"before yes", r"(?i:day\s+(?:before|after))"),
    (r"today", "(?i:today|tonight|yesterday|tomorrow)"),
    (r"last night", "(?i:night|morning|afternoon|evening)"),
    (r"|preceding|", rf"(?i:same|previous|preceding|following|next)\s+{_DAY}"),
    (r"that (?:day", rf"(?i:that\s+{_DAY}|the\s+day)"),
    (r" days? ", r"days?\s"),
    (r"STAY", r"[\s–-](?:day|week)[\s-]"),
    (r"recently", r"(?i:recently|previously|soon|shortly|formerly|nowadays|in\s+due|over\s+the)"),
    (r"future", r"(?i:future|in\s+the\s+past|in\s+recent)"),
    (r"", r"(?s:.+)"),  # of any other form nothing is known: all of the text is looked at
)


def need(pattern: str) -> re.Pattern[str]:
    """Return what a form cannot do without, by the pattern it is written as."""
    return re.compile(next(needed for mark, needed in _TABLE if mark in pattern))


def parts(text: str, needed: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text around what a form cannot do without, none overlapping another."""
    start = end = 0
    for match in needed.finditer(text):
        if match.start() - _NEAR > end:
            yield start, end
            start = match.start() - _NEAR
        end = min(match.end() + _NEAR, len(text))
    yield start, end
