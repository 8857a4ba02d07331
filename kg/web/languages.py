"""In which language a page speaks: as its address says (`?lang=fr`), else as chosen, else as browsers ask.

Only pages speak in the reader's language: data, exports and errors told to programs are English. A page that
was asked for with `?lang=` is in that language for everybody who has the address. Where the reader came to it
from a page of this service, by the switch at its foot, the choice is kept in a cookie; an address from
elsewhere changes nobody's choice.
"""

from urllib.parse import urlencode

import flask_babel
from flask import Flask, g, request
from werkzeug.wrappers import Response

from kg.web import wording

DATA = (".evidence.html",)  # what is taken away as a page, and read elsewhere
PARAMETER = "lang"  # of an address, and the name of the cookie
_YEAR = 365 * 24 * 3600  # seconds that a choice is kept


def register(app: Flask) -> None:
    """Let pages speak in the language of their reader, and say so to caches."""
    babel = flask_babel.Babel(app, locale_selector=chosen)
    babel.domain_instance = wording.Catalogues()
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals |= {
        "language": wording.language,
        "languages": wording.languages,
        "ngettext": wording.ngettext,  # which writes the number as the language does
        "of_scripts": wording.of_scripts,
        "switch": switch,
    }
    app.after_request(_told)


def chosen() -> str:
    """Return the language of the answer at hand."""
    if not _is_page():
        return wording.ENGLISH
    g.is_chosen = True
    for told in (request.args.get(PARAMETER), request.cookies.get(PARAMETER)):
        if told in wording.languages():
            return str(told)
    liked = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((tag for tag in liked if tag in wording.languages()), wording.ENGLISH)


def switch(tag: str) -> str:
    """Return the address of the page at hand in another language."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]
    return f"?{urlencode([*kept, (PARAMETER, tag)])}"


def _is_page() -> bool:
    """Say whether a page is asked for: neither by its address nor by its client is it data."""
    name, accept = request.path.rpartition("/")[2], request.accept_mimetypes
    if "." in name and (not name.endswith(".html") or name.endswith(DATA)):
        return False
    return not accept or accept["text/html"] >= max(quality for _, quality in accept)


def _told(answer: Response) -> Response:
    """Say in which language an answer is, and what that hung on."""
    if not g.get("is_chosen"):
        return answer
    tag = wording.language()
    answer.headers["Content-Language"] = tag
    answer.vary.update(("Accept-Language", "Cookie"))
    told, is_here = request.args.get(PARAMETER), (request.referrer or "").startswith(request.host_url)
    if is_here and told == tag != request.cookies.get(PARAMETER):
        answer.set_cookie(
            PARAMETER, tag, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure
        )
        answer.headers["Cache-Control"] = "private, no-cache"
    return answer
