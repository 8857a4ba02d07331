"""Settings come from the environment, else from the one table; a value of another type is refused."""

import copy
import pickle
from dataclasses import fields

import pytest

from kg import config
from kg.config import SETTINGS, Config, Secret
from kg.errors import KgError


def test_defaults() -> None:
    """Without an environment the table's defaults hold."""
    settings = config.read({})

    assert settings.base == "https://w3id.org/communique/"
    assert (settings.host, settings.port, settings.data) == ("127.0.0.1", 8000, "data")
    assert settings.query_seconds == 30.0


def test_environment() -> None:
    """What the environment sets goes before the defaults, as the type of the setting."""
    settings = config.read({"KG_PORT": "9000", "KG_QUERY_SECONDS": "2", "KG_DATA": "/srv/kg", "PORT": "1"})

    assert (settings.port, settings.query_seconds, settings.data) == (9000, 2.0, "/srv/kg")
    assert settings.workers == config.read({}).workers


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("KG_PORT", "soon", "KG_PORT: expected int, found 'soon'"),
        ("KG_PORT", "", "KG_PORT: expected int, found ''"),
        ("KG_QUERY_SECONDS", "1s", "KG_QUERY_SECONDS: expected float, found '1s'"),
        (
            "KG_BASE",
            "https://a.example",
            "KG_BASE: expected an IRI that ends in a slash, found 'https://a.example'",
        ),
    ],
)
def test_wrong_type(name: str, value: str, message: str) -> None:
    """A value that is not of the setting's type is an error which names setting and value."""
    with pytest.raises(KgError, match=f"^{message}$"):
        config.read({name: value})


def test_each_setting_has_its_field() -> None:
    """The table and the values have the same settings, in the same order."""
    assert [s.name.removeprefix("KG_").lower() for s in SETTINGS] == [f.name for f in fields(Config)]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_explained(setting: config.Setting) -> None:
    """Each setting has one line of help."""
    assert setting.name.startswith("KG_")
    assert 10 < len(setting.help) < 100
    assert "\n" not in setting.help


def test_secret() -> None:
    """A secret is shown by no value that holds it, and goes into no file and to no other process."""
    settings = config.read({"KG_MODEL_KEY": "sk-0123"})

    assert "sk-0123" not in f"{settings} {settings!r} {settings.model_key} {[settings.model_key]}"
    assert settings.model_key.reveal() == "sk-0123"
    assert {Secret("a"), Secret("a"), Secret("b")} == {Secret("b"), Secret("a")}
    assert Secret("a") != "a"
    for store in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="a secret is not stored"):
            store(settings)
