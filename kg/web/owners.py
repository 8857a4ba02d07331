"""Whose a query is: whoever knows the secret that it was asked with.

A browser gets a secret of its own in a cookie that no script reads and no other site sends. A program makes
one up and sends it as `X-Query-Key`, or as a bearer token (RFC 6750). Only a digest of it is kept, and only
while the query runs. No address, and no id of a query, makes anybody its owner.
"""

import hashlib
import re
import secrets

from flask import Request
from werkzeug.wrappers import Response

from kg.errors import QueryError

COOKIE = "queries"
HEADER = "X-Query-Key"
DAY = 86_400  # seconds that a browser keeps its secret
# At least as many characters as 72 bits need; the characters are those of bearer tokens.
_SECRET = re.compile(r"[A-Za-z0-9._~+/=-]{12,200}")


def owner(request: Request) -> str:
    """Return whose a request is; empty where it tells no secret.

    Raises:
        QueryError: what it tells is no secret.
    """
    bearer = request.authorization
    told = request.headers.get(HEADER)
    if told is None and bearer is not None and bearer.type == "bearer":
        told = bearer.token or ""
    if told is None:
        told = request.cookies.get(COOKIE)
        return _digest(told) if told is not None and _SECRET.fullmatch(told) else ""
    if not _SECRET.fullmatch(told):
        raise QueryError(
            f"{HEADER}: expected 12 to 200 letters, digits and signs, found {len(told)} characters"
        )
    return _digest(told)


def hand_out(request: Request, answer: Response) -> None:
    """Let a browser that has no secret keep one."""
    if COOKIE not in request.cookies:
        answer.set_cookie(
            COOKIE,
            secrets.token_urlsafe(24),
            max_age=DAY,
            path="/sparql",
            secure=request.is_secure,
            httponly=True,
            samesite="Strict",
        )
        answer.headers.setdefault("Cache-Control", "private, no-cache")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
