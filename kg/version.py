"""The version; a module of its own, since to look it up takes longer than to start a process for queries."""

from importlib.metadata import version

VERSION = version("communique")
