"""Asking a language model: many questions to a server, within a budget; what it answers is kept."""

from kg.llm.asking.runs import Asking as Asking
from kg.llm.asking.runs import Clock as Clock
from kg.llm.asking.runs import Manners as Manners
