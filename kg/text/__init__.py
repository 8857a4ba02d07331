"""Reading: an article becomes words, sentences, quotations, times and mentions of actors."""

from kg.text.reader import read as read
