"""A build for which a language model reads too: its answers are had first, and lie on disk.

What is converted then is an article together with the answers on it: that hangs on nothing else, wherever it
runs, and who converts asks nobody.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import readers
from kg.build.catalogue import Source, articles, digest
from kg.config import Config
from kg.errors import SourceError
from kg.llm import prompting
from kg.llm.answered import Answered
from kg.llm.asking import having, kept
from kg.llm.asking.having import Model
from kg.llm.asking.questions import Summary
from kg.model import Article, Extraction
from kg.readers import Aside, Item

Told = dict[str, object] | None
RULES = "rules"
EXTRACTORS = (RULES, "model", "both")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads beside the rules, or in their place.

    Attributes:
        extractor: "model" or "both".
        model: the model.
    """

    extractor: str
    model: Model


@dataclass(frozen=True, slots=True)
class Asked:
    """An article as it lies somewhere, and what a model answered on it."""

    item: Item
    answered: tuple[Answered, ...]

    @property
    def place(self) -> str:
        """Where the article lies, for messages."""
        return self.item.place


def reader(extractor: str, config: Config, to: Path, *, is_exacting: bool) -> Reader | None:
    """Return who reads beside the rules; None where they read alone.

    Args:
        extractor: one of `EXTRACTORS`.
        config: names the model.
        to: folder that holds the builds, and the answers.
        is_exacting: whether answers that are no use are asked for again.

    Raises:
        KgError: the settings name no model, or contradict each other.
    """
    if extractor == RULES:
        return None
    model = having.of(config, kept.Shelf(to / kept.FOLDER), is_exacting=is_exacting)
    return Reader(extractor, model)


def converter(reader: Reader | None, rules: str) -> str:
    """Return the dotted name of what converts articles; that of the rules where they read alone."""
    return rules if reader is None else f"kg.build.verified:{reader.extractor}"


def summaries(
    reader: Reader | None, sources: tuple[Source, ...], aside: Callable[[Aside], None] = readers.refuse
) -> dict[Source, Summary]:
    """Have a model's answers on articles, and return what they come to; nothing where the rules read alone.

    Articles that cannot be read are told to `aside`.

    Raises:
        UnansweredError: some are not to be had; those that are, are kept.
        SourceError: an article cannot be read.
    """
    if reader is None:
        return {}
    answers = reader.model.answers
    before = having.have(reader.model, (article for _, article in _read(sources, aside)), len(sources))
    rest = tuple(source for source in sources if source.file not in before)
    new = {source: answers.gather(article).summary for source, article in _read(rest, aside)}
    found = {source: before[source.file] if source.file in before else new.get(source) for source in sources}
    return {source: told for source, told in found.items() if told is not None}


def tags(reader: Reader | None, found: Mapping[Source, Summary]) -> dict[Source, str]:
    """Return for each article who reads it beside the rules, and the hash of what that answered."""
    return {} if reader is None else {s: f"{reader.extractor} {told.digest}" for s, told in found.items()}


def asked(
    reader: Reader | None, given: Iterator[tuple[Source, Item]]
) -> Iterator[tuple[Source, Item | Asked]]:
    """Yield articles with the answers on them; as they are where the rules read alone."""
    for source, item in given:
        yield source, item if reader is None else Asked(item, _answered(reader, item))


def _read(sources: tuple[Source, ...], aside: Callable[[Aside], None]) -> Iterator[tuple[Source, Article]]:
    for source, item in articles(sources, aside):
        try:
            yield source, readers.article(item)
        except SourceError as error:
            aside(Aside(item.place, str(error)))


def _answered(reader: Reader, item: Item) -> tuple[Answered, ...]:
    try:
        return reader.model.answers.gather(readers.article(item)).answered
    except SourceError:  # told by who converts it
        return ()


def told(reader: Reader | None, found: Iterable[Summary], extractions: Iterable[Extraction]) -> Told:
    """Return what a manifest tells of a model: what it answered, and how much of that is rejected."""
    if reader is None:
        return None
    all_found = tuple(found)
    days = sorted({day for each in all_found for day in each.days})
    rejected = Counter(dropped.rule for e in extractions for dropped in e.rejected)
    return {
        "extractor": reader.extractor,
        "model": reader.model.answers.model,
        "prompt": prompting.VERSION,
        "answered": {"first": days[0], "last": days[-1]} if days else None,
        "answers": sum(each.answers for each in all_found),
        "useless": sum(each.useless for each in all_found),
        "rejected": dict(sorted(rejected.items())),
        "sha256": digest("\n".join(each.digest for each in all_found).encode()),
    }


def lines(build: Path) -> Iterator[str]:
    """Yield what a finished build tells of a language model, as lines for people; nothing where none read."""
    found = json.loads((build / "manifest.json").read_text(encoding="utf-8")).get("model")
    if found is None:
        return
    yield f"{found['answers']:8,} answers of {found['model']}, {found['useless']:,} of them no use"
    kinds = ", ".join(f"{rule} {number:,}" for rule, number in found["rejected"].items())
    yield f"{sum(found['rejected'].values()):8,} finds rejected" + (f" ({kinds})" if kinds else "")
