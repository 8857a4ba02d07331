"""The WSGI entry: `gunicorn 'server:app()'`; `python server.py` is the same as `kg serve`."""

import os
import sys

from flask import Flask

from kg import config
from kg.cli import main
from kg.web import create_app


def app() -> Flask:
    """Return the application as the environment sets it."""
    return create_app(config.read(os.environ))


if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
