"""Answer the blocks of a query before the engine sees it, and put what they found in their place."""

from collections.abc import Callable

from kg.store import blocks, ranked, searches, texts
from kg.store.blocks import Block, Table
from kg.store.builds import Build
from kg.store.vetting import Vetted
from kg.store.worker import PAGE, Request


class Joiner:
    """Those who answer blocks."""

    def may_ask(self, iri: str) -> bool:
        """Say whether the `SERVICE` of a name is answered."""
        return iri == searches.SERVICE

    def join(
        self, question: Request, vetted: Vetted, build: Build, ask: Callable[[Request], object]
    ) -> Request:
        """Return a question as the engine is to be given it: where it has blocks, with their rows in place.

        Args:
            question: the question, with the text that was vetted.
            vetted: the query.
            build: what is searched.
            ask: asks the engine, as it would be asked for a page.

        Raises:
            QueryError: the engine cannot read the query, or a block is not of the form that is answered.
        """
        if not vetted.blocks:
            return question
        # First, over no data: nobody is asked a part of what is no query, and faults have their true place.
        skeleton = blocks.skeleton(vetted.text, vetted.blocks)
        ask(
            question._replace(text=skeleton, media=PAGE, rows=0, default_graphs=["urn:none"], named_graphs=[])
        )
        tables = [self._table(block, vetted, build) for block in vetted.blocks]
        return question._replace(text=blocks.fill(vetted.text, vetted.blocks, tables))

    def _table(self, block: Block, vetted: Vetted, build: Build) -> Table:
        search = searches.read(block, vetted.text, vetted.names)
        return ranked.table(build.folder / texts.FILE, search, vetted.text)
