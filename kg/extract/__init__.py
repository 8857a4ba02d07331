"""Extraction: what an article claims, found by families of rules that know nothing of each other."""

from kg.extract._run import dropped as dropped
from kg.extract._run import run as run
from kg.extract._run import told as told
