"""Our records of two states beside the events that other data sets have of them."""
