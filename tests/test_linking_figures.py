"""A generated world, as the figures are measured on, is linked as well as they tell; it is no chance."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "bench"))

from generated import world
from linking import run, score
from namesakes import SCRIPTS
from weighing import learnt, row

from kg.linking.judging import Bounds
from kg.matching import WEIGHTS, Profile, match


def test_few_of_ours(tmp_path: Path) -> None:
    """Of a small world nearly all links are right, and most that are there are found."""
    made = world(60, seed=4)
    (report,) = run(made, tmp_path, (Bounds(),))
    found = score(made, report)

    assert found.right >= 0.97 * found.accepted
    assert found.right >= 0.8 * found.present


def test_a_world_is_what_it_is_told_to_be() -> None:
    """Homonyms of one class and state, absent ones, other scripts and missing offices are all in it."""
    made = world(300, seed=5)
    names = [name for item in made.items for name, _ in item.names]
    truths = {item.item: item for item in made.items}
    present = [truths[item] for item in made.truth.values()]

    assert world(300, seed=5) == made
    assert len(made.ours) == 300 + len(SCRIPTS)
    assert 0.8 < len(made.truth) / 300 < 0.92
    assert len(names) - len(set(names)) > 50
    assert any(item.kind == "Q5" and not item.held for item in present)
    assert {language for item in present for _, language in item.names} >= {
        "ru",
        "ar",
        "zh",
        "hy",
        "ka",
        "az",
    }


def test_weights_are_learnt() -> None:
    """Whom a state of ours marks out among namesakes makes the state weigh more, and nothing changes sign."""
    ours = Profile(("Li Xiao",), states=("CHN",))
    there = [match(ours, Profile(("Li Xiao",), states=(state,))) for state in ("CHN", "JPN")]
    before, after = learnt(()), learnt([(np.array([row(each) for each in there]), 0)] * 40)
    state = 1 + 2 * list(WEIGHTS).index("state")

    assert before[state] > after[state]
    assert before[state + 1] < after[state + 1]
    assert max(after[1::2]) <= 0 <= min(after[2::2])
