"""The registry: states, titles, organisations, outlets, places and topics, each a table with its loader."""
