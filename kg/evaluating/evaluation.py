"""How well extractors read articles that people have annotated, and on what that was taken."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kg.build.cache import converter
from kg.build.catalogue import digest
from kg.config import Config
from kg.evaluating import cases, graph, told
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
        settings: name the folder of what was read and answered before, and a language model.
        date: today, ISO 8601.
        extractors: those that are to read; empty: all that can be had.
        graph: file of a graph to score in their place.
    """

    articles: Path
    gold: Path
    settings: Config
    date: str
    extractors: tuple[str, ...] = ()
    graph: Path | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """On what figures were taken, and when.

    Attributes:
        articles: folder of the articles.
        gold: folder of the gold files; None where there are none.
        number: of the articles.
        version: of this software.
        date: the day, ISO 8601.
        rules: hash over the code and the tables of the rules; None where they read nothing.
        graphs: hashes of graphs that were there already.
    """

    articles: str
    gold: str | None
    number: int
    version: str
    date: str
    rules: str | None
    graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one extractor.

    Attributes:
        figures: on all articles.
        misses: each behind the name of its article.
        model: what is told of a language model that read; None where none did.
    """

    figures: Figures
    misses: tuple[tuple[str, Miss], ...]
    model: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of all extractors.

    Attributes:
        taken: on what.
        measured: by the name of the extractor.
        unmeasured: of each that was not, what it needs.
    """

    taken: Taken
    measured: Mapping[str, Measured]
    unmeasured: tuple[str, ...]

    def told(self) -> dict[str, object]:
        """Return it for programs, without the misses."""
        found = {name: one.figures.told() for name, one in self.measured.items()}
        models = {name: one.model for name, one in self.measured.items() if one.model}
        told: dict[str, object] = {"taken": asdict(self.taken), "figures": found, "models": models}
        return told | {"unmeasured": self.unmeasured}


def evaluate(wish: Wish) -> Evaluation:
    """Return how well each extractor that can be had reads the articles; or how well a graph tells of them.

    Raises:
        GoldError: a gold file is broken, or its article is not there.
        KgError: an article or the graph cannot be read.
    """
    read = cases.read(wish.articles, wish.gold)
    told_all = tuple(_told(wish, read))
    measured = {one.name: _measured(one, read) for one in told_all if isinstance(one, Told)}
    unmeasured = tuple(one for one in told_all if isinstance(one, str))
    about = taken(wish.articles, wish.gold, len(read), wish.date)
    return Evaluation(scoring(about, wish.graph), measured, unmeasured)


def scoring(taken: Taken, *graphs: Path | None) -> Taken:
    """Return on what figures of graphs are taken that were there already; of none, what was told."""
    hashes = tuple(digest(path.read_bytes()) for path in graphs if path is not None)
    return replace(taken, rules=None, graphs=hashes) if hashes else taken


def taken(articles: Path, annotated: Path | None, number: int, date: str) -> Taken:
    """Return on what figures are taken."""
    where = None if annotated is None else str(annotated)
    return Taken(str(articles), where, number, VERSION, date, converter())


def _told(wish: Wish, read: tuple[Case, ...]) -> Iterable[Told | str]:
    if wish.graph is not None:
        return (Told(wish.graph.name, graph.read(wish.graph)),)
    corpus = Corpus(tuple(case.path for case in read), wish.settings)
    return map(corpus.told, wish.extractors) if wish.extractors else corpus.all()


def _measured(one: Told, read: tuple[Case, ...]) -> Measured:
    judged = ((case, case.gold) for case in read if case.gold is not None)
    scored = [score(c.file, gold, told.finds(one.graph, c.file), c.sentences) for c, gold in judged]
    tallies = total(count for each in scored for count in each.tallies.items())
    misquoted = sum(told.misquoted(one.graph, case.file, case.sentences.text) for case in read)
    missed = (
        (each.file, miss)
        for each, c in zip(scored, read, strict=True)
        for miss in misses(each, c.sentences.text)
    )
    return Measured(figures(len(read), tallies, misquoted), tuple(missed), one.model)
