"""Titles of offices: wordings, ranks, and the words before them."""

from pathlib import Path

import pytest

from kg.errors import RegistryError
from kg.registry import tables
from kg.registry.states import states
from kg.registry.titles import (
    EFFECTS,
    RANKS,
    Title,
    office,
    title_names,
    title_words,
    titles,
    wordings,
    words_of,
)

CHANCELLOR = Title(
    "chancellor", ("head of the table",), "HeadOfGovernment", "Executive", "any", (("CHE", "Official"),)
)


@pytest.mark.parametrize(
    ("wording", "name", "rank"),
    [
        ("President", "president", "HeadOfState"),
        ("PRESIDENT", "president", "HeadOfState"),
        ("Vice President", "vice president", "DeputyHeadOfState"),
        ("vice-president", "vice president", "DeputyHeadOfState"),
        ("Emir", "emir", "HeadOfState"),
        ("Crown Prince", "crown prince", "Royal"),
        ("Prime Minister", "prime minister", "HeadOfGovernment"),
        ("Premier", "prime minister", "HeadOfGovernment"),
        ("Taoiseach", "taoiseach", "HeadOfGovernment"),
        ("Deputy Prime Minister", "deputy prime minister", "DeputyHeadOfGovernment"),
        ("Foreign Minister", "minister of foreign affairs", "Minister"),
        ("Minister for Foreign Affairs", "minister of foreign affairs", "Minister"),
        ("Minister of External Affairs", "minister of foreign affairs", "Minister"),
        ("Defense Minister", "minister of defence", "Minister"),
        ("Minister of National Defence", "minister of defence", "Minister"),
        ("Interior Minister", "minister of interior", "Minister"),
        ("Deputy Foreign Minister", "deputy minister of foreign affairs", "DeputyMinister"),
        ("First Deputy Minister of Energy", "deputy minister of energy", "DeputyMinister"),
        ("Vice Foreign Minister", "deputy minister of foreign affairs", "DeputyMinister"),
        ("Assistant Foreign Minister", "assistant foreign minister", "DeputyMinister"),
        ("Minister of State", "minister of state", "DeputyMinister"),
        ("State Councilor", "state councillor", "Minister"),
        ("Federal Councillor", "federal councillor", "Minister"),
        ("Ambassador", "ambassador", "Envoy"),
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador", "Envoy"),
        ("Charge d'Affaires", "charge d'affaires", "Envoy"),
        ("Chargé d’affaires", "charge d'affaires", "Envoy"),
        ("Consul General", "consul general", "Envoy"),
        ("Special Envoy", "special envoy", "Envoy"),
        ("Spokeswoman", "spokesperson", "Spokesperson"),
        ("Press Secretary", "press secretary", "Spokesperson"),
        ("Senator", "senator", "Legislator"),
        ("Speaker of the Parliament", "speaker", "Legislator"),
        ("MP", "member of parliament", "Legislator"),
        ("Chief of the General Staff", "chief of the general staff", "Military"),
        ("Military Attaché", "military attaché", "Military"),
        ("Prosecutor General", "attorney general", "Judge"),
        ("General Secretary", "general secretary", "PartyOfficial"),
        ("Secretary-General", "secretary-general", "InternationalOfficial"),
        ("High Representative", "high representative", "InternationalOfficial"),
        ("Governor", "governor", "RegionalOfficial"),
        ("Mayor", "mayor", "RegionalOfficial"),
        ("CEO", "chief executive officer", "Executive"),
        ("National Security Adviser", "national security adviser", "Official"),
    ],
)
def test_offices(wording: str, name: str, rank: str) -> None:
    """A wording gives its normalised office and the rank it has in a state."""
    found = office(wording)

    assert found is not None
    assert found.name == name
    assert found.rank_in("AZE") == rank


@pytest.mark.parametrize(
    ("wording", "state", "rank"),
    [
        ("Foreign Secretary", "GBR", "Minister"),
        ("Foreign Secretary", "IND", "Official"),
        ("Secretary of State", "USA", "Minister"),
        ("Secretary of State", "DEU", "DeputyMinister"),
        ("Secretary of State", "VAT", "HeadOfGovernment"),
        ("Deputy Secretary of State", "USA", "DeputyMinister"),
        ("Chancellor", "DEU", "HeadOfGovernment"),
        ("Federal Chancellor", "CHE", "Official"),
        ("Premier", "CHN", "HeadOfGovernment"),
        ("Premier", "AUS", "RegionalOfficial"),
        ("Prince", "SAU", "Royal"),
        ("Prince", "MCO", "HeadOfState"),
        ("President", None, "HeadOfState"),
    ],
)
def test_ranks_of_states(wording: str, state: str | None, rank: str) -> None:
    """A title may have another rank in one state than in others."""
    found = office(wording)

    assert found is not None
    assert found.rank_in(state) == rank


@pytest.mark.parametrize(
    ("wording", "rank"),
    [
        ("President", "Official"),
        ("Secretary-General", "InternationalOfficial"),
        ("Minister", "Minister"),
        ("Chancellor", "Official"),
        ("Chief Executive", "Executive"),
    ],
)
def test_ranks_of_bodies(wording: str, rank: str) -> None:
    """The president of a body is no head of state."""
    found = office(wording)

    assert found is not None
    assert found.rank_in("CHN", body=True) == rank


def test_exceptions_do_not_bind_bodies() -> None:
    """An exception for a state says nothing of offices of its bodies."""
    assert CHANCELLOR.rank_in("CHE") == "Official"
    assert CHANCELLOR.rank_in("CHE", body=True) == "Executive"


@pytest.mark.parametrize(
    ("wording", "modifiers", "former"),
    [
        ("former President", ("former",), True),
        ("then Prime Minister", ("then",), True),
        ("Acting Foreign Minister", ("acting",), False),
        ("newly elected President", ("newly elected",), False),
        ("former First Deputy Minister", ("former", "first deputy"), True),
        ("incumbent President", ("incumbent",), False),
        ("President", (), False),
    ],
)
def test_modifiers(wording: str, modifiers: tuple[str, ...], former: bool) -> None:
    """Words before a title are kept in their order, and tell whether it is held no more."""
    found = office(wording)

    assert found is not None
    assert tuple(word.word for word in found.modifiers) == modifiers
    assert found.is_former is former


def test_former_keeps_the_rank() -> None:
    """A former president was a head of state; a deputy of one is one rank below."""
    former, deputy = office("former president"), office("deputy head of state")

    assert former is not None
    assert deputy is not None
    assert (former.name, former.rank_in("CHN")) == ("president", "HeadOfState")
    assert (deputy.name, deputy.rank_in("CHN")) == ("deputy head of state", "DeputyHeadOfState")


@pytest.mark.parametrize(
    "wording", ["", "former", "deputy", "bystander", "president of the moon", "former bystander"]
)
def test_no_office(wording: str) -> None:
    """Words that name no office give none; a modifier alone is none, but a deputy is a legislator."""
    found = office(wording)

    assert (found.name if found else None) == ("member of parliament" if wording == "deputy" else None)


def test_table_is_rich() -> None:
    """The table covers many political systems."""
    assert len(titles()) >= 240
    assert len(title_names().exact) >= 1500


def test_ranks_are_used() -> None:
    """Ranks are the ontology's, and each is the rank of some title or of a deputy's."""
    used = {title.rank for title in titles()} | {title.body_rank for title in titles()}

    assert set(RANKS) == used
    assert {"HeadOfState", "Minister", "Envoy", "Legislator", "Official"} <= set(RANKS)


def test_wordings_are_unique() -> None:
    """No wording stands for two offices; all are in small letters."""
    shared = [form for form, found in title_names().exact.items() if len(found) > 1]

    assert shared == []
    assert [form for form in title_names().exact if form != form.casefold()] == []


def test_exceptions_name_states() -> None:
    """Exceptions are for states of the registry."""
    keys = {state.key for state in states()}

    assert [title.office for title in titles() if not {key for key, _ in title.states} <= keys] == []


def test_words() -> None:
    """Modifiers, honorifics and military ranks are told apart, each with its effect."""
    assert words_of("modifier")["former"].effect == "former"
    assert words_of("modifier")["vice"].effect == "deputy"
    assert words_of("modifier")["acting"].effect == "acting"
    assert words_of("modifier")["newly elected"].effect == "elect"
    assert {"mr", "h.e.", "his excellency", "dr.", "sheikh", "sir"} <= set(words_of("honorific"))
    assert {"general", "gen.", "admiral", "colonel"} <= set(words_of("military"))
    assert {word.effect for word in title_words()} == set(EFFECTS)


def test_no_pronoun_is_an_honorific() -> None:
    """No word of everyday speech passes for a form of address."""
    assert not {"he", "u", "i", "the", "his", "her", "no"} & set(words_of("honorific"))


def test_broken_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception without a rank is named with its file and line."""
    head = "office\twordings\trank\tbody_rank\tof\tstates\n"
    (tmp_path / "titles.tsv").write_text(f"{head}chancellor\t\tMinister\t\tany\tCHE:Gardener\n")
    monkeypatch.setattr(tables.rows, "__defaults__", (tmp_path,))
    titles.cache_clear()

    with pytest.raises(RegistryError) as caught:
        titles()

    titles.cache_clear()
    assert str(caught.value) == "titles.tsv:2: expected KEY:Rank under 'states', found 'CHE:Gardener'"


@pytest.mark.parametrize("wording", ["President-elect", "Prime Minister-designate"])
def test_chosen_for_an_office(wording: str) -> None:
    """What stands behind a hyphen tells that the office is not held yet, and leaves it what it is."""
    found = office(wording)

    assert found is not None
    assert found.name == wording.rpartition("-")[0].casefold()
    assert [word.effect for word in found.modifiers] == ["elect"]


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("minister of foreign affairs", "fm"),
        ("deputy minister of foreign affairs", "deputy foreign minister"),
        ("president", "president of the republic"),
        ("prime minister", "premier"),
        ("head of state", "chief of state"),
    ],
)
def test_wordings_of_an_office(name: str, among: str) -> None:
    """All ways to write an office are told, its one name first; a deputy's are the office's, lowered."""
    found = wordings(name)

    assert found[0] == name
    assert among in found
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("name", ["wizard", "deputy wizard", ""])
def test_wordings_of_what_no_table_has(name: str) -> None:
    """What the table lacks goes by its own words alone."""
    assert wordings(name)[0] == name
    assert len(wordings(name)) == 1
