"""What two extractors find in the same articles: both, or one of them alone, and where values differ."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.build.modelled import RULES
from kg.config import Config
from kg.evaluating import cases, evaluation, graph, told
from kg.evaluating.agreeing import BOTH, ONE, OTHER, Found, Held, Pair
from kg.evaluating.cases import Case
from kg.evaluating.evaluation import Taken
from kg.evaluating.extractors import MODEL, Corpus, Told
from kg.evaluating.finds import LAYERS, Actor, Event, Find, Statement
from kg.evaluating.scoring import score
from kg.evaluating.values import VALUES

COLUMNS = (BOTH, ONE, OTHER)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be compared.

    Attributes:
        articles: folder of articles; where there is gold, those without it are left alone.
        gold: folder of gold files; None for none.
        settings: name the folder of what was read and answered before, and a language model.
        date: today, ISO 8601.
        graphs: files of two graphs to compare in place of what the two make of the articles; None for these.
    """

    articles: Path
    gold: Path | None
    settings: Config
    date: str
    graphs: tuple[Path, Path] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, how many of these gold judges, and how many of those are right."""

    number: int
    judged: int
    right: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How often two have the same value, and of values that differ, whose is right.

    Attributes:
        same: values that both have alike.
        differ: those that they do not.
        judged: those of them whose record is in gold, as either has it.
        right: of these, how often the value of the one is right, and of the other.
    """

    same: int
    differ: int
    judged: int
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two extractors.

    Attributes:
        taken: on what.
        names: of the two.
        found: everything that any of them found, behind the name of the article.
        held: the values of what both found, likewise.
        texts: of the articles, by their names.
        is_judged: whether there is gold.
        model: what is told of the language model.
    """

    taken: Taken
    names: tuple[str, str]
    found: tuple[tuple[str, Found], ...]
    held: tuple[tuple[str, Held], ...]
    texts: dict[str, str]
    is_judged: bool
    model: Mapping[str, object] | None = None

    def kinds(self) -> dict[str, dict[str, Share]]:
        """Return by the kinds of records how many both found, and each alone."""
        found = [one for _, one in self.found]
        kinds = sorted({(LAYERS.index(one.layer), kind(one.find)) for one in found})
        return {
            name: {by: _share(f for f in found if f.by == by and kind(f.find) == name) for by in COLUMNS}
            for _, name in kinds
        }

    def values(self) -> dict[str, Difference]:
        """Return by the names of values how often both have the same."""
        held = [one for _, one in self.held]
        return {name: _difference([h for h in held if h.name == name]) for name in VALUES}

    def told(self) -> dict[str, object]:
        """Return it for programs."""
        kinds = {name: {by: asdict(share) for by, share in row.items()} for name, row in self.kinds().items()}
        values = {name: asdict(difference) for name, difference in self.values().items()}
        told = {"taken": asdict(self.taken), "model": self.model, "extractors": self.names}
        return told | {"found": kinds, "values": values}


def compare(wish: Wish) -> Comparison:
    """Return what rules and a language model find in articles, and where there is gold, who is right.

    Raises:
        GoldError: a gold file is broken, or its article is not there.
        UnansweredError: the model has not answered on all, and does not.
        KgError: no model is named, or an article cannot be read.
    """
    read = cases.read(wish.articles, wish.gold)
    two = _two(wish, read)
    taken = evaluation.taken(wish.articles, wish.gold, len(read), wish.date)
    return compared(evaluation.scoring(taken, *(wish.graphs or ())), read, two)


def compared(taken: Taken, read: tuple[Case, ...], two: tuple[Told, Told]) -> Comparison:
    """Return what two extractors found in articles, and where there is gold, who is right."""
    pairs = [(case.file, _pair(case, two)) for case in read]
    return Comparison(
        taken,
        (two[0].name, two[1].name),
        tuple((file, found) for file, pair in pairs for found in pair.found()),
        tuple((file, held) for file, pair in pairs for held in pair.held()),
        {case.file: case.sentences.text for case in read},
        any(case.gold for case in read),
        two[1].model,
    )


def _two(wish: Wish, read: tuple[Case, ...]) -> tuple[Told, Told]:
    if wish.graphs is not None:
        one, other = wish.graphs
        return Told("first", graph.read(one)), Told("second", graph.read(other))
    corpus = Corpus(tuple(case.path for case in read), wish.settings)
    return corpus.told(RULES), corpus.told(MODEL)


def kind(find: Find) -> str:
    """Return what a find is called in a table."""
    match find:
        case Actor() | Event() | Statement():
            return find.kind
        case _:
            return type(find).__name__


def _pair(case: Case, two: tuple[Told, Told]) -> Pair:
    finds = told.finds(two[0].graph, case.file), told.finds(two[1].graph, case.file)
    if case.gold is None:
        return Pair(case.sentences, finds)
    scored = tuple(score(case.file, case.gold, found, case.sentences) for found in finds)
    return Pair(case.sentences, finds, (scored[0], scored[1]))


def _share(found: Iterable[Found]) -> Share:
    verdicts = [one.is_right for one in found]
    judged = [verdict for verdict in verdicts if verdict is not None]
    return Share(len(verdicts), len(judged), sum(judged))


def _difference(held: list[Held]) -> Difference:
    differing = [one for one in held if not one.is_same]
    judged = [one.are_right for one in differing if one.are_right != (None, None)]
    right = sum(bool(one) for one, _ in judged), sum(bool(other) for _, other in judged)
    return Difference(len(held) - len(differing), len(differing), len(judged), right)
