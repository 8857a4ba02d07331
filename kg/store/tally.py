"""Who is told what becomes of queries: the service counts it, others do not."""


class Tally:
    """Is told what happens, and forgets it."""

    def query(self, end: str) -> None:
        """Be told how a query ended: `answered`, the limit that it met, or the name of its error."""

    def process(self) -> None:
        """Be told that a process for queries was started."""
