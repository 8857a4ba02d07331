"""What is sent compressed, our own static files among it."""

from flask import Flask, request
from flask_compress import Compress
from werkzeug.wrappers import Response

# Fonts are compressed already.
COMPRESSED = (
    "text/html",
    "text/css",
    "text/plain",
    "text/turtle",
    "text/javascript",
    "application/json",
    "application/ld+json",
    "application/n-triples",
    "application/rdf+xml",
    "application/problem+json",
)


def register(app: Flask) -> None:
    """Let the application compress its answers, where the client takes that."""
    app.config |= {"COMPRESS_MIMETYPES": COMPRESSED, "COMPRESS_STREAMS": False}
    Compress(app)

    # Registered after `Compress`, it runs before: a file is a stream, and streams are left as they are.
    @app.after_request
    def hold(answer: Response) -> Response:
        if request.endpoint == "static" and answer.mimetype in COMPRESSED:
            answer.direct_passthrough = False
            answer.make_sequence()
            answer.close()  # the file is read
        return answer
