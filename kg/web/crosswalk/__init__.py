"""`/crosswalk`: a table of a reader's own is matched with the graph, decided row by row, and taken away.

Nothing that is sent is kept: the table travels in the forms of the pages, is read into memory, and is gone
with the answer. There is no account and no cookie, and no form changes anything here: so they need no
token against forgery (CSRF), for who forges one gets an answer that only holds what was forged.
"""
