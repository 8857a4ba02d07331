"""The commands of `kg`, of which `kg --help` has the list."""

import datetime as dt
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kg import build, config, explain, plugins
from kg.build import compared, modelled, report, selection
from kg.comparing import formats
from kg.config import Config
from kg.errors import KgError, UnansweredError
from kg.evaluating import comparison as extracted
from kg.evaluating import contrasts, evaluation, terminal
from kg.linking import command as linking
from kg.linking.command import Wish
from kg.linking.endpoint import Manners
from kg.linking.judging import ACCEPT
from kg.linking.sought import KINDS
from kg.llm.asking import having
from kg.llm.asking.kept import FOLDER, Shelf
from kg.remote.client import agent
from kg.version import VERSION
from kg.web import server, service, units
from kg.web.comparison import views as comparison
from kg.web.comparison import wish
from kg.web.events import columns, wanted, writing
from kg.web.events.units import Table

SOURCES = Path("sources")


class _Commands(click.Group):
    """The commands; what a user can mend is told in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UnansweredError as error:
            raise linking.StoppedError(str(error)) from error
        except (KgError, OSError, sqlite3.Error) as error:  # such as a disk that is full
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(VERSION, prog_name="kg")
def main() -> None:
    """Build and serve a graph of diplomatic events that cites its words."""


@main.command("build")
@click.argument("sources", nargs=-1, metavar="[FILE_OR_DIR]...", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), help="Folder that holds the builds.")
@click.option(
    "--ledger", type=click.Path(path_type=Path), help="Ledger of identities, if not beside the sources."
)
@click.option(
    "--links", type=click.Path(path_type=Path), help="Decisions on links, if not beside the sources."
)
@click.option("--jobs", type=click.IntRange(1), help="Most processes that convert articles.")
@click.option("--scheduler", metavar="ADDRESS", help="Scheduler of a Dask cluster whose workers convert.")
@click.option(
    "--extractor",
    type=click.Choice(modelled.EXTRACTORS),
    default=modelled.RULES,
    show_default=True,
    help="Who reads articles: rules, a language model, or both.",
)
@click.option("--again", is_flag=True, help="Ask a language model again where its answer was no use.")
@click.option(
    "--keep-going", "keeps_going", is_flag=True, help="Set aside what cannot be read, and build the rest."
)
def build_command(sources: tuple[Path, ...], to: Path | None, *, again: bool, **told: Any) -> None:  # noqa: ANN401
    """Convert articles (those of sources/ where none are named), check the graph, and make it current."""
    settings = config.read(os.environ)
    folder = to or Path(settings.data)
    told["reader"] = modelled.reader(told.pop("extractor"), settings, folder, is_exacting=again)
    told |= {"seconds": settings.article_seconds, "memory": settings.article_memory}
    place = build.run(build.Order(sources or (SOURCES,), folder, settings.base, **told))
    counts = selection.lines(selection.of(place))
    click.echo("\n".join((str(place), *counts, *modelled.lines(place), *report.lines(place))))


@main.command("serve")
@click.option("--data", help="Folder that holds the builds.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.")
def serve_command(data: str | None, host: str | None, port: int | None) -> None:
    """Answer over HTTP; where there is no build yet, build from sources/ first."""
    settings = _settings(data=data, host=host, port=port)
    _have_build(settings)
    server.run(settings)


@main.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--html", type=click.Path(path_type=Path), help="Write a page to this file instead.")
@click.option(
    "--extractor",
    type=click.Choice(("rules", "model", "both")),
    default="rules",
    show_default=True,
    help="Who reads; of a language model its kept answers.",
)
@click.option("--data", help="Folder that holds the answers of a language model.")
def explain_command(file: Path, html: Path | None, extractor: str, data: str | None) -> None:
    """Tell what is found in an article, sentence by sentence: by which rule, and what is dropped and why."""
    asked = None
    if extractor != "rules":
        settings = _settings(data=data)
        model = having.of(settings, Shelf(Path(settings.data) / FOLDER))
        asked = explain.Asked(model.answers, extractor == "both")
    explanation = explain.explain(file, asked)
    if html is None:
        for line in explain.lines(explanation, shutil.get_terminal_size().columns):
            click.echo(line)
        return
    try:
        html.write_text(explain.page(explanation), encoding="utf-8")
    except OSError as error:
        raise KgError(f"{html}: expected a file that can be written, found: {error.strerror}") from error


@main.command("evaluate")
@click.argument("articles", type=click.Path(path_type=Path))
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--data", help="Folder that holds the builds: what they read of these articles is used.")
@click.option(
    "--extractor",
    "extractors",
    multiple=True,
    type=click.Choice(modelled.EXTRACTORS),
    help="Who reads; all that can be had where none is named.",
)
@click.option("--graph", type=click.Path(path_type=Path), help="Score this graph (.nt, .ttl) instead.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Most misses of each kind to print.")
@click.option("--json", "is_json", is_flag=True, help="Print for programs.")
def evaluate_command(articles: Path, gold: Path, data: str | None, errors: int, **more: Any) -> None:  # noqa: ANN401
    """Tell how well ARTICLES are read, by the files in GOLD that tell what is in them."""
    is_json = more.pop("is_json")
    found = evaluation.evaluate(evaluation.Wish(articles, gold, _settings(data=data), _today(), **more))
    click.echo(json.dumps(found.told(), indent=2) if is_json else "\n".join(terminal.lines(found, errors)))


@main.command("compare-extractors")
@click.argument("articles", type=click.Path(path_type=Path))
@click.argument("gold", required=False, type=click.Path(path_type=Path))
@click.option("--data", help="Folder that holds the builds, and what a model answered.")
@click.option("--graphs", nargs=2, type=click.Path(path_type=Path), help="Compare these two instead.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Most examples of each kind to print.")
@click.option("--json", "is_json", is_flag=True, help="Print for programs.")
def compare_extractors_command(
    articles: Path,
    gold: Path | None,
    data: str | None,
    errors: int,
    **more: Any,  # noqa: ANN401
) -> None:
    """Tell what rules and a language model find in ARTICLES, and, by the files in GOLD, who is right."""
    is_json = more.pop("is_json")
    found = extracted.compare(extracted.Wish(articles, gold, _settings(data=data), _today(), **more))
    click.echo(json.dumps(found.told(), indent=2) if is_json else "\n".join(contrasts.lines(found, errors)))


@main.command("export")
@click.option("--data", help="Folder that holds the builds.")
@click.option(
    "--unit", type=click.Choice(wanted.UNITS), default=wanted.EVENT, show_default=True, help="What a row is."
)
@click.option("--to", type=click.Path(path_type=Path), required=True, help="File, .csv or .parquet.")
def export_command(data: str | None, unit: str, to: Path) -> None:
    """Write the records of the current build as a table for statistics."""
    graph = service.opened(_settings(data=data))
    parts = writing.write(to.suffix[1:], columns.of(unit), Table(graph, wanted.read({"unit": unit})))
    try:
        with to.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise KgError(f"{to}: expected a file that can be written, found: {error.strerror}") from error


@main.command("link")
@click.option("--data", help="Folder that holds the builds.")
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=SOURCES,
    help="Folder of links.sssom.tsv, sources/ if not told.",
)
@click.option("--endpoint", help="Address of the SPARQL endpoint.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Class to link, if not all.")
@click.option("--most", type=click.IntRange(1), help="Most things to look for.")
@click.option(
    "--pause", type=click.FloatRange(0), default=1.0, help="Seconds between questions, 1 if not told."
)
@click.option(
    "--accept", type=click.FloatRange(0, 1), default=ACCEPT, help="Score from which the machine decides."
)
@click.option("--offline", "is_offline", is_flag=True, help="Use only what was answered before.")
@click.option("--by", default="", help="Name of who decides, on a terminal, on what is left open.")
def link_command(data: str | None, to: Path, endpoint: str | None, pause: float, **more: Any) -> None:  # noqa: ANN401
    """Find our actors at a Wikidata-like SPARQL endpoint; what is sure is linked, the rest left to people."""
    settings = _settings(data=data)
    made = service.opened(settings).build
    manners = Manners(agent(settings.base), pause)
    wish = Wish(endpoint or settings.link_endpoint, to, Path(settings.data), manners, **more)
    linking.carry_out(made, replace(wish, asks=sys.stdin.isatty()))


class _Compare(click.Group):
    """`kg compare AZE CHN` compares two states; other first words are commands of their own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *self.get_help_option_names(ctx)}:
            args = ["states", *args]
        return super().parse_args(ctx, args)


@main.group("compare", cls=_Compare)
def compare_group() -> None:
    """Compare events of two states with those of other data sets: `kg compare AZE CHN --with gdelt`."""


@compare_group.command("states")
@click.argument("one")
@click.argument("other")
@click.option("--from", "first", help="First day, YYYY-MM-DD.")
@click.option("--to", "last", help="Last day, YYYY-MM-DD.")
@click.option("--with", "sets", multiple=True, help="Data set that was imported; all where none is told.")
@click.option("--days", type=click.IntRange(0, wish.WIDEST), default=wish.WINDOW, help="Most days apart.")
@click.option("--data", help="Folder that holds the builds.")
def states_command(one: str, other: str, data: str | None, **told: Any) -> None:  # noqa: ANN401
    """Write, as CSV, which events between two states we have, they have, and both have, with reasons."""
    graph = service.opened(_settings(data=data))
    options = {"from": told["first"] or "", "to": told["last"] or "", "days": str(told["days"])}
    asked = wish.read(graph.build, one, other, options | {"with": ",".join(told["sets"])})
    click.echo(comparison.table(graph, asked).decode(), nl=False)


@compare_group.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", required=True, type=click.Choice(tuple(formats.known())), help="Of the files."
)
@click.option("--name", help="What the data set is called here; its format where that is not told.")
@click.option("--to", type=click.Path(path_type=Path), help="Folder that holds the builds.")
def import_command(files: tuple[Path, ...], form: str, name: str | None, to: Path | None) -> None:
    """Import a data set as a graph of its own, in place of what had its name, and make a build with it."""
    settings = config.read(os.environ)
    order = compared.Order(files, form, name or form, to or Path(settings.data), settings.base)
    for line in compared.lines(compared.bring(order)):
        click.echo(line)


@main.command("mcp")
@click.option("--data", help="Folder that holds the builds.")
@click.option("--host", help="Address to listen on, with --port.")
@click.option("--port", type=click.IntRange(1, 65535), help="Serve over HTTP, at /mcp of this port.")
def mcp_command(data: str | None, host: str | None, port: int | None) -> None:
    """Serve tools to language models (Model Context Protocol), over the standard streams."""
    settings = _settings(data=data, host=host)
    _have_build(settings)
    plugins.optional("kg.mcp.server", "mcp").run(settings, port)


@main.command("unit")
@click.argument("kind", type=click.Choice(tuple(units.FILES)))
def unit_command(kind: str) -> None:
    """Write the file by which systemd, or a container, runs the service."""
    click.echo(units.text(kind), nl=False)


def _settings(**told: Any) -> Config:  # noqa: ANN401
    """Return the settings, with what the command tells in place of them; what is empty is not told."""
    return replace(config.read(os.environ), **{name: v for name, v in told.items() if v not in (None, "")})


def _today() -> str:
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _have_build(settings: Config) -> None:
    """Build where there is no build, in a process of its own: the service keeps no language model."""
    if (Path(settings.data) / "current").exists():
        return
    made = subprocess.run([sys.executable, "-m", "kg", "build", "--to", settings.data], check=False)  # noqa: S603
    if made.returncode:
        sys.exit(made.returncode)
