"""Verifying what a model answered: of its finds, those that the words of the article bear out."""

from kg.llm.verifying.borne import Verified as Verified
from kg.llm.verifying.borne import read as read
