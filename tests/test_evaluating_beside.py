"""Our figures are those of the published program, whatever is told: on invented articles, by the hundred."""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from annotated import Example, Gold, Row, actor, agreement, event, gold, saying, write
from annotations import CASES, claims

from kg.config import read as settings
from kg.evaluating import evaluation
from kg.evaluating.evaluation import Wish

EVAL = Path(__file__).parent.parent.parent / "shared" / "eval"
NAMES = (
    "Ann Lee",
    "Bo Ray",
    "Cy Fox",
    "Arland",
    "Borland",
    "The Post",
    "envoys of Arland",
    "Arland's envoys",
)
KINDS = ("Person", "Person", "Person", "State", "State", "Organization", "Group", "Group")
VERBS = ("met in Oslo", "said a word", "went to Rome and said so", "will sign it", "denied all of it again")
DAYS = (None, "2025-04-07", "2025-04-08")
STATUSES = ("Occurred", "Planned", "Denied")

pytestmark = pytest.mark.skipif(not EVAL.exists(), reason="the published scoring is no part of the project")


def ours(articles: Path, annotated: Path, graph: Path) -> dict[str, Any]:
    """Return our figures of a graph."""
    wish = Wish(articles, annotated, settings({}), "2026-01-01", graph=graph)
    return evaluation.evaluate(wish).measured[graph.name].figures.told()


def theirs(articles: Path, annotated: Path, graph: Path) -> dict[str, Any]:
    """Return the figures of the published program."""
    command = [sys.executable, EVAL / "score.py", articles, annotated, "--graph", graph, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class Chance:
    """An invented article, and what by chance is told of it on either side."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.sentences = [self.sentence() for _ in range(self.dice.randint(1, 7))]
        self.text = " ".join((*self.sentences, " and ".join(NAMES), "were there."))

    def sentence(self) -> str:
        """Return a sentence, perhaps the same as another."""
        return f"{self.dice.choice(NAMES)} and {self.dice.choice(NAMES)} {self.dice.choice(VERBS)}."

    def words(self) -> str:
        """Return some sentences that stand together, or a scrap of one."""
        first = self.dice.randrange(len(self.sentences))
        run = " ".join(self.sentences[first : first + self.dice.randint(1, 4)])
        return run if self.dice.random() < 0.9 else run[: self.dice.randint(3, len(run))]

    def some(self, of: Sequence[str], least: int = 1) -> list[str]:
        """Return a few of several."""
        return self.dice.sample(of, self.dice.randint(least, min(3, len(of))))

    def bounds(self) -> Gold:
        """Return two days, and a status."""
        first = self.dice.choice(DAYS)
        return {"earliest": first, "latest": first, "status": self.dice.choice(STATUSES)}

    def gold(self) -> Gold:
        """Return what people tell."""
        ids = [f"a{number}" for number in range(len(NAMES))]
        actors = [actor(i, kind, name) for i, kind, name in zip(ids, KINDS, NAMES, strict=True)]
        actors[0]["roles"] = [{"title": "Foreign Minister", "of": "Arland"}]
        maybe = {"optional": self.dice.random() < 0.2}
        sayings: list[str] = []
        told: dict[str, list[Gold]] = {"events": [], "statements": [], "agreements": []}
        for number in range(self.dice.randint(0, 6)):
            who, name = " ".join(self.some(ids)), f"r{number}"
            kind = self.dice.choice(("Meeting", "Visit", "Call"))
            told["events"].append(event(name, kind, who, self.words(), **self.bounds(), **maybe))
            points = [self.words() for _ in range(self.dice.randint(0, 2))]
            pact = agreement(name, who, self.words(), provisions=points, **self.bounds())
            told["agreements"] += [pact] * (self.dice.random() < 0.5)
            chains = [self.some(ids) for _ in range(self.dice.randint(0, 2))]
            aims = {"kind": "Denial", "denies": self.some(sayings, 0)} if self.dice.random() < 0.4 else {}
            told["statements"].append(saying(name, who, self.words(), reporter=chains, **aims, **maybe))
            sayings.append(name)
        return gold(actors=actors[: None if told["events"] else 2], **told)

    def graph(self) -> tuple[dict[str, tuple[str, ...]], tuple[Row, ...]]:
        """Return what a graph tells."""
        who = [f"actor/{number}" for number in range(len(NAMES))]
        things = {w: (kind, name) for w, kind, name in zip(who, KINDS, NAMES, strict=True)}
        rows = list(claims("tenure/t", self.words(), f"holder {who[0]}", "title Minister", f"of {who[3]}"))
        things["tenure/t"] = ("Tenure", "T")
        said: list[str] = []
        for number in range(self.dice.randint(0, 6)):
            for kind, part in (("Meeting", "participant"), ("Statement", "speaker"), ("Agreement", "party")):
                node, words = f"{kind.lower()}/{number}", self.words()
                things[node] = (kind, node)
                rows += claims(node, words, *(f"{part} {each}" for each in self.some(who)))
                rows += self.dated(node, words) if kind != "Statement" else self.saying(node, words, said)
            said.append(f"statement/{number}")
            if self.dice.random() < 0.3:
                things[said[-1]] = ("Statement Denial", said[-1])
        return things, tuple(dict.fromkeys(rows))

    def dated(self, node: str, words: str) -> tuple[Row, ...]:
        """Return claims of a time and a status."""
        told = [f"{name} {value}" for name, value in self.bounds().items() if value]
        return claims(node, words, *told)

    def saying(self, node: str, words: str, before: Sequence[str]) -> tuple[Row, ...]:
        """Return claims of what a statement tells, and of which one before it denies or reports."""
        about = (
            [f"{self.dice.choice(('denies', 'reports'))} {one}" for one in self.some(before, 0)]
            if before
            else []
        )
        return claims(node, words, *(["text words"] * (self.dice.random() < 0.7)), *about)


def invented(seed: int) -> Example:
    """Return an invented article."""
    chance = Chance(seed)
    things, rows = chance.graph()
    return Example(chance.text, chance.gold(), things, rows)


def test_cases(tmp_path: Path) -> None:
    """All cases that were counted by hand have their figures."""
    places = write({name: example for name, (example, _) in CASES.items()}, tmp_path)

    assert ours(*places) == theirs(*places)


def test_seeds(data: Path) -> None:
    """The build of the project's articles has its figures."""
    places = EVAL / "articles" / "seeds", EVAL / "gold" / "seeds", data / "current" / "graph.nt"

    assert ours(*places) == theirs(*places)


@pytest.mark.parametrize("begin", [0, 100])
def test_invented(tmp_path: Path, begin: int) -> None:
    """A hundred invented articles, of which each side tells what it will, have their figures."""
    places = write({f"a{seed}": own(invented(seed), seed) for seed in range(begin, begin + 100)}, tmp_path)
    told = ours(*places)

    assert told == theirs(*places)
    assert all(told[name]["hit"] for name in ("events", "statements", "agreements", "attribution", "denials"))


def own(example: Example, seed: int) -> Example:
    """Return an article whose things are its own, for all stand in one graph."""
    things = {f"{path}-{seed}": kinds for path, kinds in example.things.items()}
    rows = tuple(
        (f"{subject}-{seed}", name, f"{value}-{seed}" if value in example.things else value, words)
        for subject, name, value, words in example.told
    )
    return Example(example.text, example.gold, things, rows)
