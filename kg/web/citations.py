"""How a query and the build that it was asked of are cited: as BibTeX and as CSL JSON."""

import json
import re
from dataclasses import dataclass

NAME = "Communiqué"
BIBTEX = "application/x-bibtex"
CSL = "application/vnd.citationstyles.csl+json"
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
        id: of the short link.
        url: where the query, its build and what is left of both are found.
        title: of the query.
        version: name of the build.
        issued: day on which the build was made, as an ISO date.
        accessed: day on which it was looked at, as an ISO date.
    """

    id: str
    url: str
    title: str
    version: str
    issued: str
    accessed: str

    @property
    def bibtex(self) -> str:
        """Return an entry for BibLaTeX; BibTeX takes it too, and leaves out what it does not know."""
        fields = {
            "author": f"{{{NAME}}}",
            "title": f"{{{_tex(self.title)}}}",
            "note": "Query of a knowledge graph of diplomatic events",
            "version": self.version,
            "year": self.issued[:4],
            "date": self.issued,
            "url": self.url,
            "urldate": self.accessed,
        }
        told = "".join(f"  {name:<8}= {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{{NAME.lower().replace('é', 'e')}-{self.id},\n{told}}}\n"

    @property
    def csl(self) -> str:
        """Return a list of one item, as programs that keep references read it."""
        item = {
            "id": f"communique-{self.id}",
            "type": "dataset",
            "author": [{"literal": NAME}],
            "title": self.title,
            "genre": "Query of a knowledge graph of diplomatic events",
            "version": self.version,
            "issued": _date(self.issued),
            "accessed": _date(self.accessed),
            "URL": self.url,
        }
        return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _date(iso: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in iso.split("-")]]}


def _tex(text: str) -> str:
    return re.sub(r"[\\{}~^#$%&_]", lambda sign: _TEX[sign[0]], text)
