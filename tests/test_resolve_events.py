"""Which event is told twice, within an article and across articles."""

import pytest
from corpus import BASE, Telling, path, resolved

from kg.model import Decision, Node
from kg.resolve import ledger
from kg.vocab import DIP

MET = "meeting/2025-04-02-ilham-aliyev-liu-jianchao"


def cast(telling: Telling) -> dict[str, Node]:
    """Return the actors of an article."""
    azerbaijan, china = telling.state("AZE", "Azerbaijan"), telling.state("CHN", "China")
    return {
        "azerbaijan": azerbaijan,
        "china": china,
        "aliyev": telling.person("Ilham Aliyev", of=azerbaijan),
        "asadov": telling.person("Ali Asadov", of=azerbaijan),
        "gafarova": telling.person("Sahiba Gafarova", of=azerbaijan),
        "liu": telling.person("Liu Jianchao", of=china),
        "beijing": telling.actor(DIP.Place, "Beijing", of=china),
        "shanghai": telling.actor(DIP.Place, "Shanghai", of=china),
        "officials": telling.actor(DIP.Group, "officials", of=azerbaijan),
    }


def two() -> tuple[Telling, dict[str, Node], Telling, dict[str, Node]]:
    """Return two articles with the same actors."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    return a, cast(a), b, cast(b)


def test_mentions_of_one_meeting() -> None:
    """Several mentions in one article with the same people and no other date are one meeting."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    mentions = [
        a.event(DIP.Meeting, "On Wednesday Aliyev met Liu.", who["aliyev"], who["liu"], when="2025-04-02"),
        a.event(DIP.Meeting, "Their talks were long.", who["liu"], who["aliyev"]),
        a.event(DIP.Meeting, "His meeting with Liu went well.", who["liu"]),
    ]
    found = resolved(a)

    assert {path(found, m) for m in mentions} == {MET}
    assert found.labels[BASE + MET] == "Meeting of Ilham Aliyev and Liu Jianchao, 2 April 2025"


def test_the_last_time_is_another_meeting() -> None:
    """What was long over at publication is not what the article tells without a day."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    one = a.event(DIP.Meeting, "Aliyev met Liu.", who["aliyev"], who["liu"])
    other = a.event(DIP.Meeting, "They met before.", who["aliyev"], who["liu"], when="2024-10-01")
    found = resolved(a)

    assert path(found, one) != path(found, other)


def test_stops_of_one_tour() -> None:
    """Stops in several states that an article dates alike are one visit; other days are another."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    baku = a.actor(DIP.Place, "Baku", of=who["azerbaijan"])
    days = ["2025-04-01/2025-04-03", "2025-04-01/2025-04-03", "2024-01-05"]
    spots = [who["beijing"], baku, baku]
    one, same, other = (
        a.event(DIP.Visit, "Liu was in town.", who["liu"], when=when, place=spot)
        for when, spot in zip(days, spots, strict=True)
    )
    found = resolved(a)

    assert path(found, one) == path(found, same)
    assert path(found, one) != path(found, other)


def test_separate_meetings_of_one_day() -> None:
    """Meetings of one day that differ in who was there are two."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    words = "Liu met Asadov and Gafarova one by one."
    one = a.event(DIP.Meeting, words, who["liu"], who["asadov"], when="2025-04-02")
    other = a.event(DIP.Meeting, words, who["liu"], who["gafarova"], when="2025-04-02")
    found = resolved(a)

    assert path(found, one) == "meeting/2025-04-02-ali-asadov-liu-jianchao"
    assert path(found, other) == "meeting/2025-04-02-liu-jianchao-sahiba-gafarova"


def test_mention_that_may_mean_either() -> None:
    """A mention that fits two meetings equally well joins neither."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    a.event(DIP.Meeting, "Liu met Asadov.", who["liu"], who["asadov"], when="2025-04-02")
    a.event(DIP.Meeting, "Liu met Gafarova.", who["liu"], who["gafarova"], when="2025-04-02")
    either = a.event(DIP.Meeting, "Liu was content with the meeting.", who["liu"])

    assert path(resolved(a), either) == "meeting/liu-jianchao"


@pytest.mark.parametrize(
    ("first", "second"),
    [("2025-04-02", "2025-04-03"), ("2024-01-01/2024-12-31", "2025-04-02")],
    ids=["days", "years"],
)
def test_dates_that_differ(first: str, second: str) -> None:
    """The same people on other days met twice, in one article or in two."""
    a, who, b, others = two()
    nodes = [
        a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when=first),
        a.event(DIP.Meeting, "They met again.", who["liu"], who["aliyev"], when=second),
        b.event(DIP.Meeting, "They met.", others["liu"], others["aliyev"], when=second),
    ]
    found = resolved(a, b)

    assert len({path(found, n) for n in nodes}) == 2
    assert path(found, nodes[1]) == path(found, nodes[2])


def test_meeting_in_two_articles() -> None:
    """The same people on the same day are one meeting in two articles, and the reason is kept."""
    a, who, b, others = two()
    one = a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when="2025-04-02")
    other = b.event(DIP.Meeting, "They met on 2 April.", others["aliyev"], others["liu"], when="2025-04-02")
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == MET
    assert (other, BASE + MET, "2 of 2 participants shared, the same day") in found.merges


def test_merge_is_parted_by_the_path_it_tells() -> None:
    """The reason names the address that the event would have alone; a row with it parts the two."""
    a, who, b, others = two()
    one = a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when="2025-04-02")
    crowd = (others["aliyev"], others["liu"], others["asadov"])
    other = b.event(DIP.Meeting, "All met.", *crowd, when="2025-04-02")
    merges = {node: reason for node, _, reason in resolved(a, b).merges}
    alone = "meeting/2025-04-02-ali-asadov-ilham-aliyev-liu-jianchao"
    parted = resolved(a, b, ledger=ledger.of((Decision(MET, "not", alone, by="Jane Doe"),)))

    assert merges[other] == f"2 of 3 participants shared, the same dates; alone {alone}"
    assert (path(parted, one), path(parted, other)) == (MET, alone)


def test_more_participants_in_the_other_article() -> None:
    """An article that names more of those present tells the same meeting; its others join."""
    a, who, b, others = two()
    one = a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when="2025-04-02")
    crowd = (others["aliyev"], others["liu"], others["asadov"], others["officials"])
    other = b.event(DIP.Meeting, "All met.", *crowd, when="2025-04-02")
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == MET


def test_one_in_common_is_another_meeting() -> None:
    """One person in common on one day does not make two meetings one."""
    a, who, b, others = two()
    one = a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when="2025-04-02")
    other = b.event(DIP.Meeting, "They met.", others["liu"], others["asadov"], when="2025-04-02")
    found = resolved(a, b)

    assert path(found, one) != path(found, other)


@pytest.mark.parametrize("second", ["", "2025-01-01/2025-12-31"], ids=["no date", "a year"])
def test_too_little_is_told_of_when(second: str) -> None:
    """Across articles a meeting without a date, or some time in a year, may be any."""
    a, who, b, others = two()
    one = a.event(DIP.Meeting, "They met.", who["liu"], who["aliyev"], when="2025-04-02")
    other = b.event(DIP.Meeting, "They met this year.", others["liu"], others["aliyev"], when=second)
    found = resolved(a, b)

    assert path(found, one) != path(found, other)


def test_other_cities() -> None:
    """Meetings of one day in two cities are two; a city and its state contradict nothing."""
    a, who, b, others = two()
    c = Telling("c.txt", "2025-04-25")
    third = cast(c)
    pair = ("liu", "aliyev")
    one = a.event(DIP.Meeting, "They met.", *map(who.get, pair), when="2025-04-02", place=who["beijing"])
    other = b.event(
        DIP.Meeting, "They met.", *map(others.get, pair), when="2025-04-02", place=others["shanghai"]
    )
    again = c.event(DIP.Meeting, "They met.", *map(third.get, pair), when="2025-04-02", place=third["china"])
    found = resolved(a, b, c)

    assert path(found, one) == path(found, again) == f"{MET}-beijing"
    assert path(found, other) == f"{MET}-shanghai"


def test_announced_and_carried_out() -> None:
    """A visit that was announced and one that took place in that time are one visit, which has occurred."""
    a, who, b, others = two()
    planned = a.event(
        DIP.Visit,
        "Aliyev would visit China later in April.",
        who["aliyev"],
        when="2025-04-03/2025-04-30",
        status=DIP.Planned,
        place=who["china"],
    )
    made = b.event(
        DIP.Visit,
        "Aliyev arrived in Beijing.",
        others["aliyev"],
        when="2025-04-22/2025-04-23",
        place=others["beijing"],
    )
    found = resolved(a, b)
    iri = found.iris[made]

    assert path(found, planned) == path(found, made) == "visit/2025-04-ilham-aliyev-china"
    assert found.settled[(iri, DIP.status)] == DIP.Occurred
    assert found.labels[iri] == "Visit of Ilham Aliyev to China, 22–23 April 2025"
    assert {c.object for c in found.claims if c.predicate == DIP.status} == {DIP.Planned, DIP.Occurred}


def test_visits_to_other_states() -> None:
    """A visitor who went to another state made another visit."""
    a, who, b, others = two()
    one = a.event(DIP.Visit, "To China.", who["aliyev"], when="2025-04-22", place=who["china"])
    other = b.event(DIP.Visit, "To Baku.", others["aliyev"], when="2025-04-22", place=others["azerbaijan"])
    found = resolved(a, b)

    assert path(found, one) == "visit/2025-04-22-ilham-aliyev-china"
    assert path(found, other) == "visit/2025-04-22-ilham-aliyev-azerbaijan"


def test_planned_and_past_without_dates() -> None:
    """In one article a meeting to come and one that was, both undated, are two."""
    a = Telling("a.txt", "2025-04-03")
    who = cast(a)
    one = a.event(DIP.Meeting, "They had met before.", who["liu"], who["aliyev"])
    other = a.event(DIP.Meeting, "They will meet again.", who["liu"], who["aliyev"], status=DIP.Planned)
    found = resolved(a)

    assert path(found, one) != path(found, other)


def test_meeting_within_a_visit() -> None:
    """A meeting during a visit is a record of its own."""
    a = Telling("a.txt", "2025-04-24")
    who = cast(a)
    visit = a.event(
        DIP.Visit, "Liu visited Azerbaijan.", who["liu"], when="2025-04-02", place=who["azerbaijan"]
    )
    meeting = a.event(DIP.Meeting, "Liu met Aliyev.", who["liu"], who["aliyev"], when="2025-04-02")
    found = resolved(a)

    assert (path(found, visit), path(found, meeting)) == (
        "visit/2025-04-02-liu-jianchao-azerbaijan",
        MET,
    )


def test_action() -> None:
    """An action is told by who began it, then by whom it met."""
    a, who, b, others = two()
    one = a.event(DIP.Summons, "Summoned.", who["liu"], when="2025-04-02", initiator=who["china"])
    other = b.event(DIP.Summons, "Summoned.", others["liu"], when="2025-04-02", initiator=others["china"])
    found = resolved(a, b)

    assert path(found, one) == path(found, other) == "summons/2025-04-02-china-liu-jianchao"
    assert found.labels[found.iris[one]] == "Summons: China, Liu Jianchao, 2 April 2025"


def test_nobody_named() -> None:
    """An event of nobody is told by the words of its sentence."""
    a = Telling("a.txt", "2025-04-03")
    node = a.event(DIP.Meeting, "A summit on water was held.", when="2025-04-01/2025-04-30")

    assert path(resolved(a), node) == "meeting/2025-04-a-summit-on-water-was-held"


def test_mentions_of_one_visit() -> None:
    """Mentions of a visit with its city, its state, its days or one of them are one visit of all its days."""
    a = Telling("a.txt", "2025-04-24")
    who = cast(a)
    capital = a.actor(DIP.Place, "Peking", registry="CHN")  # known by the row of its state
    mentions = [
        a.event(DIP.Visit, "His visit to the capital began.", who["aliyev"], place=capital),
        a.event(DIP.Visit, "He came.", who["aliyev"], when="2025-04-22/2025-04-23", place=who["china"]),
        a.event(DIP.Visit, "On the second day they signed.", who["aliyev"], when="2025-04-23"),
    ]
    found = resolved(a)
    iri = found.iris[mentions[0]]

    assert {found.iris[m] for m in mentions} == {iri}
    assert iri == f"{BASE}visit/2025-04-22-ilham-aliyev-china-peking"
    assert found.labels[iri] == "Visit of Ilham Aliyev to China, 22–23 April 2025"
