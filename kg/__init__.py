"""Communiqué: diplomatic events as a graph in which every triple cites its words."""

from importlib.metadata import version

__version__ = version("communique")
