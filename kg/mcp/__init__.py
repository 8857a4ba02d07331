"""Tools by which a language model asks the graph: what they answer are cited facts, and nothing else."""
