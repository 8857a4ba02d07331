"""A query is written again without some of its parts, and the rest of it as it was."""

import pytest

from kg.store import outlines
from kg.store.pruning import without
from kg.store.tokens import split

LINES = "SELECT * {\n  ?a <b> ?c .\n  ?a <d> ?e .\n  FILTER(?e > 1)\n}"


def left(query: str, *dropped: int) -> str:
    """Return a query without the parts of these numbers."""
    group = outlines.outline(tuple(split(query))).group
    assert group is not None
    return without(query, group, [group.parts[i] for i in dropped])


@pytest.mark.parametrize(
    ("query", "dropped", "expected"),
    [
        pytest.param(LINES, (), LINES, id="nothing"),
        pytest.param(LINES, (1,), "SELECT * {\n  ?a <b> ?c .\n  FILTER(?e > 1)\n}", id="a line"),
        pytest.param(LINES, (1, 2), "SELECT * {\n  ?a <b> ?c .\n}", id="two lines"),
        pytest.param("ASK { ?a <b> ?c ; <d> ?e, ?f }", (0,), "ASK { ?a <d> ?e, ?f }", id="the first verb"),
        pytest.param("ASK { ?a <b> ?c ; <d> ?e, ?f }", (1,), "ASK { ?a <b> ?c ; <d> ?f }", id="an object"),
        pytest.param("ASK { ?a <b> ?c ; <d> ?e, ?f }", (1, 2), "ASK { ?a <b> ?c }", id="the last verb"),
        pytest.param("ASK { ?a <b> ?c ; <d> ?e, ?f }", (0, 1, 2), "ASK { }", id="a statement"),
        pytest.param("ASK { ?a <b> ?c ; <d> ?e ; }", (0,), "ASK { ?a <d> ?e ; }", id="a mark too many"),
        pytest.param(
            "ASK { ?a <b> ?c FILTER(?c) ?d <e> ?f }",
            (1,),
            "ASK { ?a <b> ?c . ?d <e> ?f }",
            id="a full stop lacks",
        ),
        pytest.param(
            "ASK { ?a <b> ?c FILTER(?c) . ?d <e> ?f }",
            (1,),
            "ASK { ?a <b> ?c . ?d <e> ?f }",
            id="a full stop goes",
        ),
        pytest.param("ASK { ?a <b> 1. ?c <d> 2. }", (0,), "ASK { ?c <d> 2. }", id="a stop at a number"),
        pytest.param(
            "ASK {\n  ?a <b> ?c . # why\n  ?d <e> ?f }",
            (1,),
            "ASK {\n  ?a <b> ?c . # why\n }",
            id="a comment stays",
        ),
    ],
)
def test_without(query: str, dropped: tuple[int, ...], expected: str) -> None:
    """What is left is a query again, and stands as it stood."""
    assert left(query, *dropped) == expected
