"""The records of a build as tidy tables for statistics: events, dyad-years, actor-months, with a codebook."""
