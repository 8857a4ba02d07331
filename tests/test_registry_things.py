"""Organisations, outlets, places and topics: their forms, their states, and the order of the tables."""

import re
from collections.abc import Callable, Iterable

import pytest

from kg.registry import organisations, outlets, places, topics
from kg.registry.organisations import organisation_keys, organisation_names
from kg.registry.outlets import outlet_keys, outlet_names
from kg.registry.places import place_keys, place_names
from kg.registry.states import states
from kg.registry.tables import preface
from kg.registry.topics import topic_keys, topic_names

STATES = {each.key for each in states()}
FILES = [organisations.FILE, outlets.FILE, places.FILE, topics.FILE]
# Names of places that several have; `get` gives none of them.
SHARED_PLACES = {
    "Barcelona": {"barcelona", "barcelona-ven"},
    "George Town": {"george-town", "penang"},
    "Hyderabad": {"hyderabad", "hyderabad-pak"},
    "San Jose": {"san-jose", "san-jose-usa"},
    "Tripoli": {"tripoli", "tripoli-lbn"},
    "Valencia": {"valencia", "valencia-ven"},
}


@pytest.mark.parametrize(
    ("form", "key", "state"),
    [
        ("UN", "united-nations", None),
        ("the United Nations", "united-nations", None),
        ("UN Security Council", "un-security-council", None),
        ("EU", "european-union", None),
        ("NATO", "nato", None),
        ("OSCE", "organization-for-security-and-co-operation-in-europe", None),
        ("SCO", "shanghai-cooperation-organisation", None),
        ("GCC", "gulf-cooperation-council", None),
        ("Arab League", "arab-league", None),
        ("Kremlin", "kremlin", "RUS"),
        ("White House", "white-house", "USA"),
        ("State Department", "us-state-department", "USA"),
        ("Pentagon", "us-department-of-defense", "USA"),
        ("Downing Street", "downing-street", "GBR"),
        ("Federal Council", "swiss-federal-council", "CHE"),
        ("Knesset", "knesset", "ISR"),
        ("Milli Majlis", "milli-majlis", "AZE"),
        ("CPC", "chinese-communist-party", "CHN"),
        ("CCP", "chinese-communist-party", "CHN"),
        ("Communist Party of China", "chinese-communist-party", "CHN"),
        ("Hamas", "hamas", "PSE"),
    ],
)
def test_organisations(form: str, key: str, state: str | None) -> None:
    """A body is found by each of its names, and leads to its state where it has one."""
    found = organisation_names().get(form)

    assert found is not None
    assert (found.key, found.state) == (key, state)


@pytest.mark.parametrize(
    ("form", "key", "state"),
    [
        ("Reuters", "reuters", "GBR"),
        ("AFP", "afp", "FRA"),
        ("the Associated Press", "associated-press", "USA"),
        ("TASS", "tass", "RUS"),
        ("Sputnik", "sputnik", "RUS"),
        ("Xinhua News Agency", "xinhua", "CHN"),
        ("APA", "apa", "AZE"),
        ("Trend", "trend", "AZE"),
        ("Anadolu", "anadolu-agency", "TUR"),
        ("IRNA", "irna", "IRN"),
        ("Yonhap", "yonhap", "KOR"),
        ("BBC", "bbc", "GBR"),
        ("Inforpress", "inforpress", "CPV"),
        ("Al Jarida", "al-jarida", "KWT"),
        ("Seychelles News Agency", "seychelles-news-agency", "SYC"),
        ("Samoa Observer", "samoa-observer", "WSM"),
        ("Al Jazeera", "al-jazeera", "QAT"),
        ("the New York Times", "new-york-times", "USA"),
        ("The New York Times", "new-york-times", "USA"),
        ("the Guardian", "the-guardian", "GBR"),
    ],
)
def test_outlets(form: str, key: str, state: str) -> None:
    """An outlet is found by each of its names, and leads to the state where it is seated."""
    found = outlet_names().get(form)

    assert found is not None
    assert (found.key, found.state) == (key, state)


@pytest.mark.parametrize(
    ("form", "key", "state"),
    [
        ("Geneva", "geneva", "CHE"),
        ("Beijing", "beijing", "CHN"),
        ("Kiev", "kyiv", "UKR"),
        ("New York City", "new-york", "USA"),
        ("Sharm El Sheikh", "sharm-el-sheikh", "EGY"),
        ("Nakhchivan", "nakhchivan", "AZE"),
        ("Davos", "davos", "CHE"),
        ("Pristina", "pristina", "XKX"),
        ("Taipei", "taipei", "TWN"),
        ("Camp David", "camp-david", "USA"),
        ("Southeast Asia", "southeast-asia", None),
        ("the Caucasus", "caucasus", None),
        ("the Gulf", "gulf", None),
        ("Jerusalem", "jerusalem", None),
        ("Kashmir", "kashmir", None),
        ("South China Sea", "south-china-sea", None),
    ],
)
def test_places(form: str, key: str, state: str | None) -> None:
    """A place is found by its names; what lies in several states or is disputed leads to none."""
    found = place_names().get(form)

    assert found is not None
    assert (found.key, found.state) == (key, state)


@pytest.mark.parametrize(
    ("form", "key", "broader"),
    [
        ("One Belt, One Road", "belt-and-road", "transport"),
        ("Belt and Road Initiative", "belt-and-road", "transport"),
        ("BRI", "belt-and-road", "transport"),
        ("One China principle", "one-china", "law"),
        ("One-China Policy", "one-china", "law"),
        ("visa-free regime", "visas", "migration"),
        ("climate change", "climate-change", "environment"),
        ("Climate Change", "climate-change", "environment"),
        ("Zangezur corridor", "zangezur-corridor", "transport"),
        ("human rights", "rights", None),
        ("energy", "energy", None),
    ],
)
def test_topics(form: str, key: str, broader: str | None) -> None:
    """An issue is found by each of its names and stands under a wider one."""
    found = topic_names().get(form)

    assert found is not None
    assert (found.key, found.broader) == (key, broader)


@pytest.mark.parametrize(
    ("get", "form"),
    [
        (organisation_names().get, "congress"),
        (organisation_names().get, "labour"),
        (organisation_names().get, "Labour"),
        (outlet_names().get, "Time"),
        (outlet_names().get, "Report"),
        (outlet_names().get, "trend"),
        (outlet_names().get, "Foreign Affairs"),
        (place_names().get, "split"),
        (place_names().get, "Austin"),
        (place_names().get, "Tripoli"),
        (topic_names().get, "bri"),
    ],
)
def test_not_found(get: Callable[[str], object], form: str) -> None:
    """A word of its own, a person's name and a name of several give nothing."""
    assert get(form) is None


def _shared(forms: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    claimed: dict[str, set[str]] = {}
    for form, keys in forms:
        claimed.setdefault(form, set()).update(keys)
    return {form: keys for form, keys in claimed.items() if len(keys) > 1}


def test_no_form_is_claimed_twice() -> None:
    """No form stands for two rows of a table but the place names that are listed."""
    bodies = _shared((form, [r.key for r in found]) for form, found in organisation_names().exact.items())
    media = _shared((form, [r.key for r in found]) for form, found in outlet_names().exact.items())
    issues = _shared((form, [r.key for r in found]) for form, found in topic_names().exact.items())
    where = _shared((form, [r.key for r in found]) for form, found in place_names().exact.items())

    assert (bodies, media, issues, where) == ({}, {}, {}, SHARED_PLACES)


def test_bodies_and_outlets_share_no_form() -> None:
    """No form stands both for a body and for an outlet."""
    assert set(organisation_names().exact) & set(outlet_names().exact) == set()
    assert set(organisation_keys()) & set(outlet_keys()) == set()


def test_states_are_known() -> None:
    """Every state that a row leads to is in the table of states."""
    told = [
        *((each.key, each.state) for each in organisations.organisations()),
        *((each.key, each.state) for each in outlets.outlets()),
        *((each.key, each.state) for each in places.places()),
        *((each.key, user) for each in topics.topics() for user in each.used_by),
    ]

    assert [(key, state) for key, state in told if state is not None and state not in STATES] == []


def test_wider_things_are_known() -> None:
    """What a row stands within or under is in its table, and nothing stands within itself."""
    inside = {each.key: each.within for each in places.places() if each.within}
    under = {each.key: each.broader for each in topics.topics() if each.broader}

    assert {wider for wider in inside.values() if wider not in place_keys()} == set()
    assert {wider for wider in under.values() if wider not in topic_keys()} == set()
    assert [key for key in inside if key in _upward(inside, key)] == []
    assert [key for key in under if key in _upward(under, key)] == []


def _upward(wider: dict[str, str], key: str) -> list[str]:
    found: list[str] = []
    while (key := wider.get(key, "")) and key not in found:
        found.append(key)
    return found


def test_tables_are_broad() -> None:
    """Each table covers the world: sizes, states with an outlet, and states with a city."""
    seats = {each.state for each in outlets.outlets()}
    cities = {each.state for each in places.places() if each.kind == "city"}
    capitals = {each.key for each in states() if each.status == "present" and each.capitals}

    assert len(organisations.organisations()) >= 600
    assert len(outlets.outlets()) >= 900
    assert len([each for each in places.places() if each.kind == "city"]) >= 1000
    assert len(topics.topics()) >= 150
    assert len([each for each in topics.topics() if each.broader is None]) == 15
    assert len(seats) >= 140
    assert capitals - cities == set()


def test_keys_are_slugs() -> None:
    """Keys are small letters, digits and hyphens, so that they last in addresses."""
    keys = [*organisation_keys(), *outlet_keys(), *place_keys(), *topic_keys()]

    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_identifiers() -> None:
    """Identifiers have the form of their data set, and no two rows of a table share one."""
    items = [each.wikidata for each in organisations.organisations() if each.wikidata]
    numbers = [each.geonames for each in places.places() if each.geonames]

    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert all(re.fullmatch(r"[1-9]\d*", number) for number in numbers)
    assert len(items) == len(set(items))
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("file", FILES)
def test_heads(file: str) -> None:
    """The head of each table has its day and its licence."""
    head = " ".join(preface(file))

    assert "2026-11-22" in head
    assert "CC0 1.0" in head


def test_geonames_is_credited() -> None:
    """The table of places names GeoNames with its licence, as that licence asks."""
    assert "GeoNames, CC BY 4.0" in " ".join(preface(places.FILE))


def test_contested_names_tell_their_users() -> None:
    """A name that one side uses says whose it is, and its label does not judge it."""
    route = topic_keys()["zangezur-corridor"]

    assert "AZE" in route.used_by
    assert "so-called" not in " ".join((route.label, *route.names))
