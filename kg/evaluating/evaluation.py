"""How well extractors read articles that people have annotated, and on what that was taken."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.build.cache import converter
from kg.evaluating import cases, extractors, graph, told
from kg.evaluating.cases import Case
from kg.evaluating.extractors import Corpus, Told
from kg.evaluating.figures import Figures, figures
from kg.evaluating.misses import Miss, misses
from kg.evaluating.scoring import score, total
from kg.version import VERSION


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be evaluated.

    Attributes:
        articles: folder of articles; those without gold are left alone.
        gold: folder of gold files.
        data: folder that holds the builds, and what articles told them.
        base: base of the IRIs.
        date: today, ISO 8601.
        graph: file of a graph to score in place of what extractors make of the articles; None for these.
    """

    articles: Path
    gold: Path
    data: Path
    base: str
    date: str
    graph: Path | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """On what figures were taken, and when.

    Attributes:
        articles: folder of the articles.
        gold: folder of the gold files.
        number: articles that were scored.
        version: of this software.
        converter: hash over the code and the tables of the rules.
        date: the day, ISO 8601.
    """

    articles: str
    gold: str
    number: int
    version: str
    converter: str
    date: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one extractor.

    Attributes:
        figures: on all articles.
        misses: each behind the name of its article.
    """

    figures: Figures
    misses: tuple[tuple[str, Miss], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of all extractors.

    Attributes:
        taken: on what.
        measured: by the name of the extractor.
        unmeasured: which were not, and what they need; None where all were.
    """

    taken: Taken
    measured: Mapping[str, Measured]
    unmeasured: str | None

    def told(self) -> dict[str, object]:
        """Return it for programs, without the misses."""
        found = {name: one.figures.told() for name, one in self.measured.items()}
        return {"taken": asdict(self.taken), "figures": found, "unmeasured": self.unmeasured}


def evaluate(wish: Wish) -> Evaluation:
    """Return how well each extractor that can be had reads the articles; or how well a graph tells of them.

    Raises:
        GoldError: a gold file is broken, or its article is not there.
        KgError: an article or the graph cannot be read.
    """
    read = cases.read(wish.articles, wish.gold)
    taken = Taken(str(wish.articles), str(wish.gold), len(read), VERSION, converter(), wish.date)
    measured = {one.name: _measured(one, read) for one in _told(wish, read)}
    return Evaluation(taken, measured, None if wish.graph else extractors.UNMEASURED)


def _told(wish: Wish, read: tuple[Case, ...]) -> Iterable[Told]:
    if wish.graph is not None:
        return (Told(wish.graph.name, graph.read(wish.graph)),)
    return Corpus(tuple(case.path for case in read), wish.data, wish.base).told()


def _measured(one: Told, read: tuple[Case, ...]) -> Measured:
    scored = [score(case.file, case.gold, told.finds(one.graph, case.file), case.sentences) for case in read]
    tallies = total(count for each in scored for count in each.tallies.items())
    misquoted = sum(told.misquoted(one.graph, case.file, case.sentences.text) for case in read)
    missed = (
        (each.file, miss)
        for each, c in zip(scored, read, strict=True)
        for miss in misses(each, c.sentences.text)
    )
    return Measured(figures(len(read), tallies, misquoted), tuple(missed))
