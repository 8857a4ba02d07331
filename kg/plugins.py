"""Find the modules that plug into a package, and load those whose libraries not everybody installs."""

import importlib
import pkgutil
from types import ModuleType
from typing import Any

from kg.errors import MissingError


def modules(package: ModuleType) -> tuple[ModuleType, ...]:
    """Return the modules of a package, sorted by name; those whose name starts with `_` are left out."""
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))
    return tuple(importlib.import_module(f"{package.__name__}.{name}") for name in names)


def optional(module: str, extra: str) -> Any:  # noqa: ANN401 - no type checker can follow a name
    """Return a module of the house that needs the libraries of an extra.

    Raises:
        MissingError: one of these is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        found = f"{module}: expected the package {error.name}, found none; `pip install '.[{extra}]'` has it"
        raise MissingError(found) from error
