"""Reading with a language model: what it is asked, what it answers, and what of that the words bear out."""
