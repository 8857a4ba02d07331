"""The Reconciliation API of the W3C community group: tables of others are matched with things of the graph.

Version 0.2, which OpenRefine speaks, stands at `/reconcile`, the draft of 1.0 at `/reconcile/1.0`: their
manifests contradict each other, so that no one address could serve both. One core answers both.
"""
