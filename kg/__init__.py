"""Communiqué: diplomatic events as a graph in which every triple cites its words."""
