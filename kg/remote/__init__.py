"""What others than the engine answer of a query: searches of our own, and services elsewhere."""
