"""The messages of the interface: those that the project holds, and those that a catalogue has."""

import tomllib
from functools import cache
from pathlib import Path

from babel.messages import extract
from babel.messages.catalog import Catalog

HOME = Path(__file__).parent.parent
COMMAND = (
    "pybabel extract -F pyproject.toml -k mark --add-location file -o messages.pot . && "
    "pybabel update -i messages.pot -o kg/web/catalogues/{tag}.po -l {tag} --no-fuzzy-matching "
    "--ignore-obsolete --no-wrap, then write what is empty"
)
Message = str | tuple[str, ...]


@cache
def messages() -> Catalog:
    """Return all messages that stand in templates, queries, scripts, modules and the ontology."""
    mappings = tomllib.loads((HOME / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods, options = [], {}
    for mapping in mappings:
        patterns = mapping["pattern"] if isinstance(mapping["pattern"], list) else [mapping["pattern"]]
        methods += [(pattern, mapping["method"]) for pattern in patterns]
        told = {key: str(value).lower() for key, value in mapping.get("options", {}).items()}
        options |= dict.fromkeys(patterns, told)
    found = Catalog()
    keywords = extract.DEFAULT_KEYWORDS | {"mark": None}
    for file, _, message, _, _ in extract.extract_from_dir(HOME, methods, options, keywords):
        found.add(message, locations=[(file, 0)])
    return found
