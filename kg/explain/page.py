"""What was found in an article, as a page that stands for itself: one file, no scripts, nothing fetched."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.explain.parts import Explanation

_HERE = Path(__file__).parent
_STYLE = _HERE.parent / "web" / "static" / "style.css"
_FONT = re.compile(r"@font-face \{[^}]*\}\n?")  # fonts are files of the service: those of the reader stand in


def page(explanation: Explanation) -> str:
    """Return the page."""
    return _environment().get_template("page.html").render(page=explanation, style=_style())


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> Markup:
    return Markup(_FONT.sub("", _STYLE.read_text(encoding="utf-8")))  # noqa: S704 - our own file
