"""A model's answers are had from the shelf first, then from the server that the settings name."""

import sys
from pathlib import Path

import pytest
from modelled import Server, busy, each, failing, good, modelled, said

from kg import config
from kg.errors import BudgetError, KgError, MissingError, RemoteError, UnansweredError
from kg.llm.asking import having
from kg.llm.asking.having import Model
from kg.llm.asking.kept import Shelf
from kg.model import Article

ARTICLES = [Article(f"{name}.txt", f"They met in {name}.") for name in ("lima", "oslo", "rome")]


def model(place: Path, stub: Server | None = None, **settings: str) -> Model:
    """Return the model that settings name, one question at a time."""
    named = {"KG_MODEL": "m", "KG_MODEL_PLACES": "1", "KG_MODEL_URL": stub.address if stub else ""}
    given = named | {f"KG_MODEL_{name.upper()}": value for name, value in settings.items()}
    return having.of(config.read(given), Shelf(place))


def test_asked_then_read_without_a_server(tmp_path: Path) -> None:
    """What was answered is read again from the folder alone, by a run that names no server."""
    with modelled(each(good())) as stub:
        first = having.have(model(tmp_path, stub), ARTICLES, 3)
        having.have(model(tmp_path, stub), ARTICLES, 3)
    second = having.have(model(tmp_path), ARTICLES, 3)

    assert len(stub.asked) == 3
    assert first == {}
    assert sorted(second) == ["lima.txt", "oslo.txt", "rome.txt"]
    assert {(told.answers, told.useless, len(told.days)) for told in second.values()} == {(1, 0, 1)}


def test_nobody_to_ask(tmp_path: Path) -> None:
    """Without a server the articles that lack an answer are named."""
    with modelled(each(good())) as stub:
        having.have(model(tmp_path, stub), ARTICLES[:1], 1)

    few = f"2 of 3 articles have no answer of m to this prompt in {tmp_path}"
    with pytest.raises(
        UnansweredError, match=f"^{few}, and KG_MODEL_URL names nobody to ask: oslo.txt, rome.txt$"
    ):
        having.have(model(tmp_path), ARTICLES, 3)


def test_many_that_lack(tmp_path: Path) -> None:
    """Of many articles that lack an answer the first are named."""
    many = [Article(f"{n:03}.txt", f"They met {n} times.") for n in range(25)]

    with pytest.raises(UnansweredError, match=r"25 of 25 .*: 000\.txt, .*, 019\.txt and 5 more$"):
        having.have(model(tmp_path), many, 25)


def test_another_model(tmp_path: Path) -> None:
    """Answers of one model are none of another."""
    with modelled(each(good())) as stub:
        having.have(model(tmp_path, stub), ARTICLES, 3)
        other = having.of(config.read({"KG_MODEL": "n", "KG_MODEL_URL": stub.address}), Shelf(tmp_path))
        having.have(other, ARTICLES, 3)

    assert [asked.body["model"] for asked in stub.asked] == ["m"] * 3 + ["n"] * 3


def test_what_stops_a_run(tmp_path: Path) -> None:
    """A run that is stopped says how far it went and that nothing is lost."""
    with (
        modelled(lambda asked: good() if asked.number == 1 else failing(401)) as stub,
        pytest.raises(RemoteError, match=r"status 401.*is KG_MODEL_KEY the key of this server\?$"),
    ):
        having.have(model(tmp_path, stub), ARTICLES, 3)
    with (
        modelled(each(busy("900"))) as stub,
        pytest.raises(UnansweredError, match=r"in 900 seconds\. This run had 0 answers, 0 tokens, on 1 of 3"),
    ):
        having.have(model(tmp_path, stub), ARTICLES, 3)


def test_budget(tmp_path: Path) -> None:
    """A budget too small for a question asks none; the message tells what would have been needed."""
    with (
        modelled(each(good())) as stub,
        pytest.raises(
            BudgetError, match=r"^KG_MODEL_TOKENS: .* left are 500 of 500\. This run had 0 answers.*goes on"
        ),
    ):
        having.have(model(tmp_path, stub, tokens="500"), ARTICLES, 3)

    assert stub.asked == []


def test_money(tmp_path: Path) -> None:
    """Money is spent by the tokens that the server counts, until the next question might cost too much."""
    prices = {"price_in": "1000", "price_out": "0"}  # a thousandth of the money for a token
    with (
        modelled(each(said("{}", tokens=(20_000, 0)))) as stub,
        pytest.raises(
            BudgetError, match=r"KG_MODEL_MONEY.*This run had 1 answers, 20,000 tokens, 20\.00 in money"
        ),
    ):
        having.have(model(tmp_path, stub, money="30", **prices), ARTICLES, 3)

    assert len(stub.asked) == 1


def test_some_without_an_answer(tmp_path: Path) -> None:
    """Articles that get no answer are named at the end, when all others have theirs."""
    with (
        modelled(lambda asked: failing(400) if "oslo" in asked.text else good()) as stub,
        pytest.raises(UnansweredError, match=r"^1 of 3 articles have no answer: oslo\.txt \(oslo\.txt: http"),
    ):
        having.have(model(tmp_path, stub), ARTICLES, 3)

    assert [asked.text for asked in stub.asked] == [article.text for article in ARTICLES]


def test_server_that_says_what_nobody_knows(tmp_path: Path) -> None:
    """A status that is none of the protocol ends the run, with the words of the server."""
    with modelled(each(failing(418, message="tea"))) as stub, pytest.raises(RemoteError, match=r"418: .*tea"):
        having.have(model(tmp_path, stub), ARTICLES, 3)

    assert len(stub.asked) == 1


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing, the extra that has it is named; kept answers need none."""
    with modelled(each(good())) as stub:
        having.have(model(tmp_path, stub), ARTICLES[:1], 1)
    monkeypatch.setitem(sys.modules, "openai", None)
    monkeypatch.delitem(sys.modules, "kg.llm.asking.client")
    having.have(model(tmp_path, stub), ARTICLES[:1], 1)

    with pytest.raises(
        MissingError, match=r"expected the package openai, found none; `pip install '\.\[model\]'`"
    ):
        having.have(model(tmp_path, stub), ARTICLES, 3)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"KG_MODEL": ""}, "KG_MODEL: expected the name of a model, found none"),
        ({"KG_MODEL_PLACES": "0"}, "KG_MODEL_PLACES: expected a number from 1, found 0"),
        ({"KG_MODEL_TOKENS": "-1"}, "KG_MODEL_TOKENS: expected a number from 0, found -1"),
        ({"KG_MODEL_MONEY": "nan"}, "KG_MODEL_MONEY: expected a number from 0, found nan"),
        (
            {"KG_MODEL_MONEY": "1"},
            "KG_MODEL_MONEY: expected KG_MODEL_PRICE_IN and KG_MODEL_PRICE_OUT beside it",
        ),
        ({"KG_MODEL_URL": "localhost:11434"}, "KG_MODEL_URL: expected an address such as http"),
        ({"KG_MODEL_URL": "file:///etc/passwd"}, "KG_MODEL_URL: expected an address such as http"),
        ({"KG_MODEL_URL": "http://[half"}, "KG_MODEL_URL: expected an address such as http"),
        ({"KG_MODEL_URL": "http://a:99999/v1"}, "KG_MODEL_URL: expected an address such as http"),
        (
            {"KG_MODEL_URL": "http://me:sk-1@a.example/v1"},
            "KG_MODEL_URL: expected scheme, host, port and path",
        ),
        *(
            (
                {"KG_MODEL_URL": "http://a.example/v1", "KG_MODEL_KEY": key},
                "KG_MODEL_KEY: expected letters, digits and signs of ASCII",
            )
            for key in ("sk-123456789\n", "sk-123456789\r", "sk-1 23456789", "sk-123456789\u0430", "\x00sk-1")
        ),
        (
            {"KG_MODEL_URL": "http://a.example/v1?key=sk-1"},
            "KG_MODEL_URL: expected scheme, host, port and path",
        ),
    ],
)
def test_settings_that_make_no_sense(tmp_path: Path, settings: dict[str, str], message: str) -> None:
    """Settings that make no sense are named; what may be a password is not repeated."""
    with pytest.raises(KgError, match=f"^{message}") as caught:
        having.of(config.read({"KG_MODEL": "m"} | settings), Shelf(tmp_path))

    assert "sk-1" not in str(caught.value)
