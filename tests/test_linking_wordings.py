"""Titles and names of both sides are made comparable."""

import pytest

from kg.linking.wordings import compared, looked_up, office, usual


@pytest.mark.parametrize(
    ("wording", "of", "expected"),
    [
        ("President", ("Azerbaijan", "AZE"), "head of state"),
        ("President of Azerbaijan", ("AZE",), "head of state"),
        ("King of Jordan", ("JOR",), "head of state"),
        ("Premier", ("China", "CHN"), "head of government"),
        ("President of the Council of Elders", (), "president of the council of elders"),
        ("President", ("State Oil Fund",), "president"),
        ("Foreign Minister", ("Armenia", "ARM"), "minister of foreign affairs"),
        ("Minister of Foreign Affairs of the Republic of Armenia", ("ARM",), "minister of foreign affairs"),
        ("Azerbaijani foreign minister", (), "minister of foreign affairs"),
        ("Deputy Foreign Minister", (), "deputy minister of foreign affairs"),
        ("Keeper of the Seals", ("FRA",), "keeper of the seals"),
        ("Chair of the Audit Chamber", ("AZE",), "chairperson of the audit chamber"),
        ("Former Foreign Minister", (), None),
        ("", (), ""),
    ],
)  # fmt: skip
def test_office(wording: str, of: tuple[str, ...], expected: str | None) -> None:
    """A title is that of the registry, without its state; one is the head of a state by any title."""
    assert office(wording, of) == expected


def spellings(name: str, tag: str = "", *, person: bool = True) -> set[str]:
    """Return the spellings that a name is looked up by, in any language."""
    return {literal.value for literal in looked_up([(name, tag)], person=person)}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Tahir Budaqov", {"Tahir Budaqov", "Budaqov Tahir", "Tahir Budagov", "Takhir Budagov"}),
        ("Şamxal Bayramov", {"Samxal Bayramov", "Şamxal Bayramov", "Shamxal Bayramov", "Bayramov Şamxal"}),
        ("Kim Jong-un", {"Kim Jong un", "Jong-un Kim"}),
        ("Faisal bin Farhan", {"Faisal Farhan", "Faisal bin Farhan"}),
        ("Celso Galvez", {"Celso Gálvez"}),
        ("Ramon Galvez", {"Ramón Gálvez"}),
        ("Nabil al-Houthi", {"Nabil Houthi", "Nabil al-Huthi", "Nabil el-Houthi"}),
        ("Лавров Сергей", {"Лавров Сергей", "Сергей Лавров", "Sergey Lavrov"}),
    ],
)
def test_spellings_of_a_person(name: str, found: set[str]) -> None:
    """A person is looked up in both orders, in plain letters, and by other habits of transliteration."""
    assert found <= spellings(name)


def test_spellings_of_a_body() -> None:
    """A body is looked up in usages of other countries, never in another order."""
    found = spellings("The Centre for Peace & Defence of Armenia", person=False)

    assert {"Centre for Peace & Defence of Armenia", "The Center for Peace and Defence of Armenia"} <= found
    assert {"The Centre of Peace & Defence of Armenia", "The Centre for Peace & Defense of Armenia"} <= found
    assert not any(name.startswith("Armenia") for name in found)


@pytest.mark.parametrize(
    ("name", "tag", "languages"),
    [
        ("Tahir Budaqov", "az", {"az", "en", "mul"}),
        ("Тахир Будагов", "", {"ru", "uk"}),
        ("刘建超", "", {"zh", "zh-hans"}),
        ("თახირი", "", {"ka"}),
        ("علييف", "", {"ar", "fa"}),
        ("Ալիև", "hy", {"hy"}),
    ],
)
def test_languages(name: str, tag: str, languages: set[str]) -> None:
    """A name is looked up in the languages of its script, and in its own."""
    assert languages <= {
        literal.language for literal in looked_up([(name, tag)], person=True) if literal.value == name
    }


@pytest.mark.parametrize("name", ["", " ", "a\u0000b", "a\u202eb", "x" * 201], ids=repr)
def test_what_is_no_name(name: str) -> None:
    """What holds marks that are not seen, or is too long, is not looked up."""
    assert spellings(name) == set()


def test_no_other_spellings() -> None:
    """Where they are not wanted a name is looked up as it stands, in plain letters and both orders."""
    found = looked_up([("Şamxal Bayramov", "")], person=True, respelt=False)

    assert {each.value for each in found} == {
        *("Şamxal Bayramov", "Samxal Bayramov", "Bayramov Şamxal", "Bayramov Samxal"),
    }


def test_few_are_enough() -> None:
    """However many habits a name could be written by, the spellings are few."""
    assert len(spellings("Kharkhy Yachyushchou Tsoukhghzhou")) < 800


def test_compared() -> None:
    """Bodies are compared in one usage too, persons without articles, places as they are."""
    assert compared(["Bank of Peace"], "Organization") == ("Bank of Peace",)
    assert usual("Centre for Peace & Defence") in compared(["Centre for Peace & Defence"], "Organization")
    assert compared(["Saud al-Faisal", "Saud al-Faisal"], "Person") == ("Saud al-Faisal", "Saud Faisal")
    assert compared(["El Paso"], "Place") == ("El Paso",)
