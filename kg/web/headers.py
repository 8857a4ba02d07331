"""What every answer says to browsers: nothing is loaded but from this service."""

from flask import Flask, request
from werkzeug.wrappers import Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def policy(nonce: str) -> str:
    """Return the policy of a page whose widgets add style sheets of their own, marked with a nonce."""
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'nonce-{nonce}'")


def register(app: Flask, hsts: int) -> None:
    """Let every answer carry the headers, where its view has not set its own.

    Args:
        app: the application.
        hsts: seconds for which browsers are to come by HTTPS alone (RFC 6797); 0 where that is not told.
    """

    @app.after_request
    def secure(answer: Response) -> Response:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if hsts and request.is_secure:  # over HTTP it is not to be told (RFC 6797, 7.2)
            answer.headers["Strict-Transport-Security"] = f"max-age={hsts}"
        return answer
