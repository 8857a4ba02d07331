"""Other data sets of events, beside ours for comparison: read, told as a graph of their own, and matched."""
