"""Score what extractors find against gold files, and compare extractors with one another.

What is scored is the graph that a build would have: what was found, and what became of it on the way.
"""
