"""Why an event is matched or not, in words."""

from kg.comparing.matching import Reason
from kg.web.wording import gettext, mark

REASONS = {
    "same-day": mark("same kind and day"),
    "within": mark("same kind, within our days"),
    "later": mark("same kind, their day is later by %(number)s"),
    "earlier": mark("same kind, their day is earlier by %(number)s"),
    "same-article": mark("rests on the same article"),
    "reversed": mark("they have the other side acting"),
    "several": mark("%(number)s of their events for this one"),
    "not-imported": mark("what was imported has no such days (%(first)s to %(last)s)"),
    "no-code": mark("ours has no code of %(scheme)s"),
    "coded-otherwise": mark("they have other kinds on these days: %(codes)s"),
    "nothing-theirs": mark("they have nothing between the two near that day (days: %(number)s)"),
    "nearest": mark("the nearest of this kind is further away (days: %(number)s)"),
    "one-side": mark("our articles tell of people of one side only (%(side)s)"),
    "not-occurred": mark("told as %(status)s, not as having taken place"),
    "not-covered": mark("a kind that we do not look for (%(code)s)"),
    "article-read": mark("we read their article, and found no such event in it"),
    "told-otherwise": mark("we have other kinds on these days: %(kinds)s"),
    "no-article": mark("no article of ours was published on that day or soon after (days: %(number)s)"),
    "nothing-ours": mark("our articles of those days tell of nothing between the two"),
}


def told(reasons: tuple[Reason, ...]) -> str:
    """Return reasons in the language of the reader."""
    return "; ".join(gettext(REASONS[reason.name], **dict(reason.values)) for reason in reasons)


def english(reasons: tuple[Reason, ...]) -> str:
    """Return reasons in English, as data have them."""
    return "; ".join(REASONS[reason.name] % dict(reason.values) for reason in reasons)
