"""The one place where the stages are joined: from files to a build in service.

A build is a folder `DIR/builds/<hash>/` that is never changed:

    graph.nt        the graph, sorted
    manifest.json   what it was made of, and what it holds
    metadata.nq     what it holds, for machines: a graph of its own
    articles/       the text of each article as kept: every offset counts on it
    store/          the graph, ready to be asked, beside data sets to compare it with (`kg.build.compared`)
    text.sqlite     the index of words
    index.sqlite    the things of each class in their order
    cited.sqlite    the sentences of each record that its pages show
    told.sqlite     who tells of each thing
    report.tsv      what was set aside, and why (`kg.build.report`)
"""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Lookup
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from types import ModuleType

from tqdm import tqdm

from kg import check, emit, links, plugins, readers, resolve, sssom
from kg.build import compared, folder, manifest, modelled, report, selection, workers
from kg.build.cache import Cache
from kg.build.catalogue import Source, articles, catalogue, digest
from kg.build.modelled import Reader
from kg.emit import metadata
from kg.errors import KgError
from kg.model import Article, Extraction, Resolution
from kg.readers import Aside
from kg.resolve import ledger
from kg.resolve.ledger import Ledger
from kg.sssom import Mapping
from kg.store import articles as texts
from kg.store import loading
from kg.store.prologue import PREFIXES


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages that a build joins.

    Attributes:
        converter: dotted name of the function from an article (an `Item`) to what it tells.
        resolve: who is who in the corpus, under a base.
        link: what other data sets call it, with the decisions on links and a base.
        emit: lines of N-Triples, sorted, of a resolution, the articles, a base and the hashes of the files.
        check: raises a `CheckError` where the graph breaks a promise to the texts of the articles.
        load: adds the store and the index of words to a folder that has `graph.nt` and `metadata.nq`.
    """

    converter: str
    resolve: Callable[[tuple[Extraction, ...], Ledger, str], Resolution]
    link: Callable[[Resolution, tuple[Mapping, ...], str], Resolution]
    emit: Callable[[Resolution, tuple[Article, ...], str, Lookup[str, str]], Iterable[str]]
    check: Callable[[bytes, dict[str, str]], None]
    load: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built.

    Attributes:
        sources: articles, files that hold many, and folders of these.
        to: folder that holds the builds.
        base: base of the IRIs.
        ledger: the ledger of identities; None for the one beside the first source, or, where none lies
            there, for one in `to`: a folder that is only read from gains no file.
        links: decisions on links to other data sets; None for those beside the first source, if any.
        jobs: most processes that convert articles; None for one for each processor.
        reader: a language model that reads too; None: the rules read alone.
        keeps_going: whether articles that cannot be read or converted are set aside, and the rest is built.
        seconds: deadline of one article, where several processes convert or it may be set aside.
        memory: most bytes of a process that converts, where it is not this one.
        scheduler: address of the scheduler of a Dask cluster whose workers convert; None for processes here.
    """

    sources: tuple[Path, ...]
    to: Path
    base: str
    ledger: Path | None = None
    links: Path | None = None
    jobs: int | None = None
    reader: Reader | None = None
    keeps_going: bool = False
    seconds: float = 600.0
    memory: int = 4_000_000_000
    scheduler: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The files of a build, but for those that are made of these.

    Attributes:
        graph: N-Triples, sorted.
        metadata: what it holds, as N-Quads.
        manifest: what it was made of, as JSON.
        report: what was set aside, and why; empty where nothing was.
        words: of each article, by its file name.
        sentences: of each article, what became of them.
    """

    graph: bytes
    metadata: bytes
    manifest: bytes
    report: str
    words: dict[str, str]
    sentences: dict[str, tuple[texts.Sentence, ...]]

    @property
    def name(self) -> str:
        """Return the name of the build, which hangs on these files alone."""
        return digest(self.graph + self.metadata + self.manifest)[:16]


def _load(place: Path) -> None:
    loading.load(place)
    loading.index(place)


STAGES = Stages("kg.build.conversion:convert", resolve.run, links.run, emit.lines, check.run, _load)


def run(order: Order, stages: Stages = STAGES) -> Path:
    """Build, make it the current build, and return its folder.

    Whatever goes wrong, and whenever the process is killed, the former build stays current.

    Raises:
        KgError: a source or the ledger cannot be read, the graph breaks a promise, or another build goes on.
    """
    with folder.locked(order.to) as unfinished:
        content, decided = _made(order, unfinished, stages)
        if not (order.to / "builds" / content.name).exists():
            compared.attach(order.to, unfinished / "build")
            _write(content, unfinished / "build", stages)
        place = folder.publish(order.to, unfinished / "build", content.name)
        _append(_ledger(order), decided)
        folder.switch(order.to, unfinished, content.name)
    return place


def content(order: Order, stages: Stages = STAGES) -> Content:
    """Return what a build would hold, and make none: what each article tells is kept, and nothing else.

    Raises:
        KgError: a source or the ledger cannot be read, or the graph breaks a promise.
    """
    with folder.beside(order.to) as unfinished:
        return _made(order, unfinished, stages)[0]


def _made(order: Order, unfinished: Path, stages: Stages) -> tuple[Content, str]:
    """Return the content of the build, and the rows that the ledger gains."""
    aside: list[Aside] = []
    told = aside.append if order.keeps_going else readers.refuse
    sources = catalogue(order.sources, order.to, told)
    answers = modelled.summaries(order.reader, sources, told)
    cache = Cache(order.to / "cache", unfinished, modelled.tags(order.reader, answers))
    found = _extract(sources, order, cache, modelled.converter(order.reader, stages.converter), aside)
    if not found:
        first = f"; the first that was set aside: {aside[0].reason}" if aside else ""
        raise KgError(f"{', '.join(map(str, order.sources))}: expected articles, found none{first}")
    model = modelled.told(order.reader, answers.values(), found.values())
    return _join(found, (model, report.text(aside, order.sources)), order, stages)


def _extract(
    sources: tuple[Source, ...], order: Order, cache: Cache, converter: str, aside: list[Aside]
) -> dict[Source, Extraction]:
    """Return what each article tells, in the order of their names; those that are set aside lack."""
    found = {s: kept for s in sources if (kept := cache.load(s)) is not None}
    new = tuple(s for s in sources if s not in found)
    count = workers.needed(len(new), order.jobs or cpu_count() or 1)
    told = aside.append if order.keeps_going else None
    way = workers.Way(converter, count, order.seconds, order.memory, told)
    given = modelled.asked(order.reader, articles(new, told or readers.refuse))
    converted = _cluster().run(given, way, order.scheduler) if order.scheduler else workers.run(given, way)
    # disable=None: shown on a terminal only.
    with tqdm(total=len(sources), initial=len(found), desc="articles", disable=None) as bar:
        for source, extraction in converted:
            cache.keep(source, extraction)
            found[source] = extraction
            bar.update()
    return {s: found[s] for s in sources if s in found}


def _cluster() -> ModuleType:
    """Return what converts on a Dask cluster, which an extra installs."""
    found: ModuleType = plugins.optional("kg.build.cluster", "scale")
    return found


def _join(
    found: dict[Source, Extraction], told: tuple[modelled.Told, str], order: Order, stages: Stages
) -> tuple[Content, str]:
    """Return the content of the build, and the rows that the ledger gains.

    `told` is what the manifest tells of a language model, and the report of what was set aside.
    """
    sources, extractions = tuple(found), tuple(found.values())
    before = _text(_ledger(order))
    known = ledger.parse(before, str(_ledger(order)))
    decisions = _text(_links(order))
    linked = sssom.read(decisions, str(_links(order)))[1] if decisions else ()
    resolution = stages.link(stages.resolve(extractions, known, order.base), linked, order.base)
    read = tuple(e.article for e in extractions)
    lines = stages.emit(resolution, read, order.base, {s.file: s.sha256 for s in sources})
    graph = "".join(f"{line}\n" for line in lines).encode()
    words = {article.file: article.text for article in read}
    stages.check(graph, words)
    after = ledger.append(before, resolution.decisions) if resolution.decisions else before
    inputs = manifest.Inputs(order.base, sources, after, decisions, *told)
    described = manifest.describe(inputs, graph, selection.count(extractions))
    described = manifest.beside(described, compared.sets(order.to))
    whole = "".join(f"{line}\n" for line in metadata.lines(graph, order.base, PREFIXES))
    became = {e.article.file: selection.sentences(e) for e in extractions}
    made = Content(graph, whole.encode(), described.encode(), told[1], words, became)
    return made, after[len(before) :]


def _write(content: Content, place: Path, stages: Stages) -> None:
    place.mkdir(exist_ok=True)
    (place / "graph.nt").write_bytes(content.graph)
    (place / loading.METADATA).write_bytes(content.metadata)
    (place / "manifest.json").write_bytes(content.manifest)
    if content.report:
        (place / report.FILE).write_text(content.report, encoding="utf-8")
    for file, text in content.words.items():
        texts.keep(place, file, text)
        texts.keep_sentences(place, file, content.sentences[file])
    stages.load(place)


def _ledger(order: Order) -> Path:
    first = order.sources[0]
    beside = (first if first.is_dir() else first.parent) / readers.LEDGER
    return order.ledger or (beside if beside.exists() else order.to / readers.LEDGER)


def _links(order: Order) -> Path:
    """Return the file of decisions on links; one that was named must be there."""
    first = order.sources[0]
    if order.links and not order.links.exists():
        raise KgError(f"{order.links}: expected decisions on links, found no such file")
    return order.links or (first if first.is_dir() else first.parent) / readers.LINKS


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode() if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: expected a table in UTF-8, found: {error}") from error


def _append(path: Path, rows: str) -> None:
    """Add rows to the ledger, in one write so that none is cut short."""
    if not rows:
        return
    try:
        with path.open("ab", buffering=0) as file:
            file.write(rows.encode())
        folder.flush(path)
    except OSError as error:
        raise KgError(f"{path}: expected a ledger that can be written, found: {error.strerror}") from error
