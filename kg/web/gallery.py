"""`/picture/…`: each picture of the pages as a file of its own, with its data and its query."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.store.builds import Term
from kg.web import negotiation, picture
from kg.web.catalogue import Source
from kg.web.drawing import world
from kg.web.picture import Picture
from kg.web.service import Graph, Service


@dataclass(frozen=True, slots=True)
class PictureFile:
    """What the template `pictures/file.svg` shows.

    Attributes:
        picture: the picture.
        land: path of the land under it; empty where it is no map.
        root: what its links begin with, so that they lead somewhere from wherever the file is opened.
    """

    picture: Picture
    land: str
    root: str


def blueprint(service: Service) -> Blueprint:
    """Return the views of the files of pictures."""
    views = Blueprint("gallery", __name__)

    @views.get("/picture/<folder>/<name>.svg")
    def drawing(folder: str, name: str) -> Response:
        """Return a picture."""
        graph = service.graph()
        source, parameters = _asked(graph, folder, name)
        found = graph.picture(source, **parameters)
        if found is None:
            raise NotFoundError(
                f"{request.full_path}: expected something to draw, found nothing in this graph"
            )
        page = PictureFile(
            found, world.land() if found.drawing.base else "", graph.addresses.base.rstrip("/")
        )
        return _file(render_template("pictures/file.svg", page=page), "image/svg+xml", graph)

    @views.get("/picture/<folder>/<name>.csv")
    def data(folder: str, name: str) -> Response:
        """Return the rows that a picture is drawn from."""
        graph = service.graph()
        source, parameters = _asked(graph, folder, name)
        answer = _file(picture.table(graph.build.select(source.query, parameters)), "text/csv", graph)
        of = "-".join(word.rpartition("/")[2] for word in request.args.values())
        kept = "-".join(filter(None, (source.query.name.partition("-")[2], of)))
        answer.headers.set("Content-Disposition", "attachment", filename=f"{kept}.csv")
        return answer

    return views


def _asked(graph: Graph, folder: str, name: str) -> tuple[Source, dict[str, Term]]:
    source = graph.gallery.source(f"{folder}/{name}")
    if source is None:
        raise NotFoundError(f"There is no picture called {folder}/{name}")
    return source, picture.asked(source.query, request.args, graph.addresses)


def _file(body: str, media: str, graph: Graph) -> Response:
    answer = negotiation.page(request, body, graph.build.hash)
    answer.headers["Content-Type"] = f"{media}; charset=utf-8"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
