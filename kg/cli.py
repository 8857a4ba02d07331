"""The commands: `kg build`, `kg serve`, `kg explain` and `kg export`."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click

from kg import build, config, explain
from kg.build import selection
from kg.config import Config
from kg.errors import KgError
from kg.version import VERSION
from kg.web import server, service
from kg.web.events import columns, wanted, writing
from kg.web.events.units import Table

SOURCES = Path("sources")


class _Commands(click.Group):
    """The commands; what a user can mend is told in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KgError as error:
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
def build_command(
    sources: tuple[Path, ...], to: Path | None, ledger: Path | None, links: Path | None, jobs: int | None
) -> None:
    """Convert articles (those of sources/ where none are named), check the graph, and make it current."""
    settings = config.read(os.environ)
    order = build.Order(sources or (SOURCES,), to or Path(settings.data), settings.base, ledger, links, jobs)
    place = build.run(order)
    click.echo("\n".join((str(place), *selection.lines(selection.of(place)))))


@main.command("serve")
@click.option("--data", help="Folder that holds the builds.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.")
def serve_command(data: str | None, host: str | None, port: int | None) -> None:
    """Answer over HTTP; where there is no build yet, build from sources/ first."""
    read = config.read(os.environ)
    settings = replace(
        read,
        data=data or read.data,
        host=host or read.host,
        port=read.port if port is None else port,
    )
    _have_build(settings)
    server.run(settings)


@main.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--html", type=click.Path(path_type=Path), help="Write a page to this file instead.")
def explain_command(file: Path, html: Path | None) -> None:
    """Tell what is found in an article, sentence by sentence: by which rule, and what is dropped and why."""
    explanation = explain.explain(file)
    if html is None:
        for line in explain.lines(explanation, shutil.get_terminal_size().columns):
            click.echo(line)
        return
    try:
        html.write_text(explain.page(explanation), encoding="utf-8")
    except OSError as error:
        raise KgError(f"{html}: expected a file that can be written, found: {error.strerror}") from error


@main.command("export")
@click.option("--data", help="Folder that holds the builds.")
@click.option(
    "--unit", type=click.Choice(wanted.UNITS), default=wanted.EVENT, show_default=True, help="What a row is."
)
@click.option("--to", type=click.Path(path_type=Path), required=True, help="File, .csv or .parquet.")
def export_command(data: str | None, unit: str, to: Path) -> None:
    """Write the records of the current build as a table for statistics."""
    read = config.read(os.environ)
    graph = service.opened(replace(read, data=data or read.data))
    parts = writing.write(to.suffix[1:], columns.of(unit), Table(graph, wanted.read({"unit": unit})))
    try:
        with to.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise KgError(f"{to}: expected a file that can be written, found: {error.strerror}") from error


def _have_build(settings: Config) -> None:
    """Build where there is no build, in a process of its own: the service keeps no language model."""
    if (Path(settings.data) / "current").exists():
        return
    made = subprocess.run([sys.executable, "-m", "kg", "build", "--to", settings.data], check=False)  # noqa: S603
    if made.returncode:
        sys.exit(made.returncode)
