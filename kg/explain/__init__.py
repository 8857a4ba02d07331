"""What was found in one article, sentence by sentence: by which rule, who is meant, and what was dropped."""

from kg.explain.finding import Asked as Asked
from kg.explain.page import page as page
from kg.explain.parts import explain as explain
from kg.explain.terminal import lines as lines
