"""How a query, a thing or an article is cited, with the build: as BibTeX, as CSL JSON and as RIS."""

import json
import re
from dataclasses import dataclass

NAME = "Communiqué"
BIBTEX = "application/x-bibtex"
CSL = "application/vnd.citationstyles.csl+json"
RIS = "application/x-research-info-systems"
QUERY = "Query of a knowledge graph of diplomatic events"
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited.

    Attributes:
        id: of the short link, or the path of the thing; makes the key of the entry.
        url: where it is found.
        title: of the query, thing or article.
        version: name of the build; empty for an article, which has none.
        issued: day on which the build was made, or the article published, as an ISO date, if known.
        accessed: day on which it was looked at, as an ISO date.
        note: what it is, in words; empty where its type says it.
        authors: who made it.
        outlet: the outlet that published it; None for what is no article.
    """

    id: str
    url: str
    title: str
    version: str
    issued: str
    accessed: str
    note: str = QUERY
    authors: tuple[str, ...] = (NAME,)
    outlet: str | None = None

    @property
    def words(self) -> str:
        """Return the citation as a line of a bibliography."""
        dated = f" ({self.issued[:4]})" if self.issued else ""
        where = self.outlet if self.outlet is not None else self.note
        build = f", build {self.version}" if self.version else ""
        parts = (f"{', '.join(self.authors)}{dated}", f"“{self.title}”", f"{where}{build}", self.url)
        return ". ".join(part for part in parts if part.strip())

    @property
    def bibtex(self) -> str:
        """Return an entry for BibLaTeX; BibTeX takes it too, and leaves out what it does not know."""
        fields = {
            "author": " and ".join(f"{{{_tex(author)}}}" for author in self.authors),
            "title": f"{{{_tex(self.title)}}}",
            "journaltitle": _tex(self.outlet or ""),
            "note": _tex(self.note),
            "version": self.version,
            "year": self.issued[:4],
            "date": self.issued,
            "url": self.url,
            "urldate": self.accessed,
        }
        told = "".join(f"  {name:<8}= {{{value}}},\n" for name, value in fields.items() if value)
        kind = "misc" if self.outlet is None else "article"
        return f"@{kind}{{{self._key},\n{told}}}\n"

    @property
    def csl(self) -> str:
        """Return a list of one item, as programs that keep references read it."""
        item = {
            "id": self._key,
            "type": "dataset" if self.outlet is None else "article-newspaper",
            "author": [{"literal": author} for author in self.authors],
            "title": self.title,
            "container-title": self.outlet,
            "genre": self.note,
            "version": self.version,
            "issued": _date(self.issued),
            "accessed": _date(self.accessed),
            "URL": self.url,
        }
        told = {name: value for name, value in item.items() if value}
        return json.dumps([told], ensure_ascii=False, indent=2) + "\n"

    @property
    def ris(self) -> str:
        """Return a record of RIS, whose lines end as its readers expect."""
        tags = (
            ("TY", "DATA" if self.outlet is None else "NEWS"),
            *(("AU", author) for author in self.authors),
            ("TI", self.title),
            ("T2", self.outlet),
            ("N1", self.note),
            ("ET", self.version),
            ("PY", self.issued[:4]),
            ("DA", self.issued.replace("-", "/")),
            ("UR", self.url),
            ("Y2", self.accessed.replace("-", "/")),
            ("ID", self._key),
        )
        lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
        return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))

    @property
    def _key(self) -> str:
        return f"communique-{self.id}"


def _date(iso: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else None


def _tex(text: str) -> str:
    return re.sub(r"[\\{}~^#$%&_]", lambda sign: _TEX[sign[0]], text)
