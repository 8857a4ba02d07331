"""Actions of diplomacy in the wordings of the genre: verbs, participles, nouns, passives, promises."""

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node, Record
from kg.vocab import DIP, local

ROLES = ("host", "initiator", "visitor", "headOfDelegation", "participant", "place")


def records(words: str) -> tuple[Record, ...]:
    """Return the events of an article of a few words."""
    return events.records(text.read(Article("a.txt", words)))


def told(words: str) -> list[str]:
    """Return the events of a text: class, those who begin it, ">", the others, status if not past."""
    return [_shown(r) for r in records(words)]


def _shown(record: Record) -> str:
    by, others = (_names(record, *terms) for terms in (ROLES[:4], ROLES[4:]))
    status = next(
        local(c.object) for c in record.claims if c.predicate == DIP.status and not isinstance(c.object, Node)
    )
    return f"{local(record.node.kind)}: {by} > {others}" + ("" if status == "Occurred" else f" {status}")


def _names(record: Record, *roles: str) -> str:
    found = (c.object for role in roles for c in record.claims if c.predicate == DIP[role])
    return ", ".join(n.registry or n.key.partition(":")[2] for n in found if isinstance(n, Node))


NOR_KEN = "NOR > KEN"
SANCTION, AID = f"Sanction: {NOR_KEN}", f"Aid: {NOR_KEN}"
HOLM = "Appointment:  > lena holm"
OUT = "Expulsion: NOR > kenyan diplomats"
MEDIATION = "Mediation: QAT > KEN, NOR"
TIES = "RelationsEstablished:  > KEN, NOR"
CUT = "RelationsSevered:  > KEN, NOR"
FOUND = {
    "Norway slapped sanctions on Kenya.": SANCTION,
    "Norway adopted a new package of sanctions against Kenya.": SANCTION,
    "Sanctions imposed by Norway on Kenya hurt the economy.": SANCTION,
    "Norwegian sanctions on Kenya hurt the economy.": SANCTION,
    "Kenya is under Norwegian sanctions.": SANCTION,
    "Norway banned imports from Kenya.": SANCTION,
    "Norway has barred two Kenyan officials from entering the country.": "Sanction: NOR > kenyan officials",
    "Norway froze the assets of President Maria Silva.": "Sanction: NOR > maria silva",
    "Norway placed three Kenyan companies on its sanctions list.": "Sanction: NOR > kenyan companies",
    "Minister Jonas Berg was put on the sanctions list by Norway.": "Sanction: NOR > jonas berg",
    "Norway ordered three Kenyan diplomats to leave the country.": OUT,
    "Norway gave three Kenyan diplomats 48 hours to leave.": OUT,
    "Norway kicked out three Kenyan diplomats.": OUT,
    "Three Kenyan diplomats were declared persona non grata by Norway.": OUT,
    "Kenya called in the Norwegian charge d'affaires.": "Summons: KEN > norwegian charge d'affaires",
    "Norwegian Ambassador Lena Holm was called in by Kenya.": "Summons: KEN > lena holm",
    "Kenya called home its ambassador to Norway.": "Recall: KEN > ambassador to norway",
    "Kenya withdrew its ambassador from Oslo.": "Recall: KEN > NOR, ambassador",
    "Norway extended diplomatic recognition to Kosovo.": "Recognition: NOR > XKX",
    "Norway became the first country to recognise Kosovo.": "Recognition: NOR > XKX",
    "Norway recognised a Palestinian state.": "Recognition: NOR > PSE",
    "Norway recognised Jonas Berg as interim president.": "Recognition: NOR > jonas berg",
    "Kenya called on Norway to recognise Kosovo.": "Recognition: NOR > XKX Proposed",
    "Ambassador Lena Holm presented her credentials to Jonas Berg.": "Credentials: lena holm > jonas berg",
    "President Maria Silva has named Lena Holm ambassador to Norway.": "Appointment: maria silva > lena holm",
    "Lena Holm was sworn in as Minister of Foreign Affairs.": HOLM,
    "Lena Holm assumed her duties as ambassador to Norway.": HOLM,
    "Lena Holm is expected to be appointed ambassador.": f"{HOLM} Planned",
    "President Maria Silva issued a decree appointing Lena Holm.": "Appointment: maria silva > lena holm",
    "Norway adopted a law imposing tariffs on Kenya.": SANCTION,
    "Norway nominated Lena Holm.": "Appointment: NOR > lena holm Proposed",
    "Lena Holm, of Virginia, to be Ambassador of the United States of America to Kenya.": f"{HOLM} Proposed",
    "Qatar is ready to act as a mediator between Kenya and Norway.": f"{MEDIATION} Proposed",
    "Qatar offered to mediate between Kenya and Norway.": f"{MEDIATION} Proposed",
    "Kenya and Norway are mediating.": "Mediation: KEN, NOR > ",
    "Qatar offered its good offices.": "Mediation: QAT >  Proposed",
    "Kenya thanked Qatar for its mediation.": "Mediation: QAT > KEN",
    "Under Qatari mediation, Kenya and Norway signed a deal.": MEDIATION,
    "Qatar brokered a truce between Kenya and Norway.": MEDIATION,
    "Norway pledged $5 million in aid to Kenya.": f"{AID} Planned",
    "Norway offered assistance to Kenya.": f"{AID} Proposed",
    "Norway has provided Kenya with 20 tonnes of food.": AID,
    "Kenya received 500,000 doses of vaccine from Norway.": AID,
    "A shipment of aid from Norway arrived in Kenya.": AID,
    "Norwegian humanitarian aid arrived in Kenya.": AID,
    "The aid provided by Norway to Kenya was praised.": AID,
    "President Maria Silva thanked Norway for the aid provided to Kenya.": AID,
    "Norway approved 10 million dollars in humanitarian assistance for Kenya.": AID,
    "Norway donated computers to a school in Nairobi.": AID,
    "Norway distributed food parcels in Kenya.": AID,
    "A Norwegian aid plane arrived in Kenya.": AID,
    "Norway cancelled the debt of Kenya.": AID,
    "Norway sent a plane carrying 50 tons of food to Kenya.": AID,
    "Norway dispatched 12 trucks carrying tents to Kenya on Sunday.": AID,
    "Kenya appreciated the assistance provided by Norway.": AID,
    "Kenya secured a $2 billion bailout from Norway.": AID,
    "Norway donated generators worth $2 million for schools in Kenya.": AID,
    "Norway pledged $5 million to support farmers in Kenya.": "Aid: NOR > farmers, KEN Planned",
    "Norway has earmarked 2.3 billion kroner for a new package for Kenya.": f"{AID} Planned",
    "Norway handed over to Kenya another batch of patrol vessels.": AID,
    "Norway deposited $2 billion in Kenya.": AID,
    "Norway has sent a search and rescue team to Kenya.": AID,
    "Norway handed over an ambulance to the Nairobi hospital.": AID,
    "Norway distributed food baskets in the city of Nairobi.": AID,
    "Kenyan President Maria Silva thanked Norway for its new aid package.": AID,
    "A Norwegian cargo plane carrying 40 tonnes of humanitarian aid landed in Kenya.": AID,
    "Kenya and Norway marked the 60th anniversary of the establishment of diplomatic ties.": TIES,
    "Relations between Kenya and Norway began 53 years ago.": TIES,
    "Kenya and Norway have had diplomatic relations since 1963.": TIES,
    "The EU and Norway praised the relations between Kenya and Norway that began in 1963.": TIES,
    "Kenya broke off diplomatic relations with Norway.": CUT,
    "Diplomatic relations between Kenya and Norway were severed.": CUT,
    "Kenya set up an embassy in Oslo.": "EmbassyOpened: KEN > NOR",
    "Kenya's embassy in Oslo was opened in 1971.": "EmbassyOpened: KEN > NOR",
    "Kenya closed its embassy in Oslo.": "EmbassyClosed: KEN > NOR",
    "The Kenyan embassy in Oslo reopened.": "EmbassyOpened: KEN > NOR",
    "Kenya has suspended operations at its embassy in Oslo.": "EmbassyClosed: KEN > NOR",
    "Norway revoked the visas of three Kenyan officials.": "Sanction: NOR > kenyan officials",
    "Norway declared Ambassador Lena Holm persona non grata on Monday.": "Expulsion: NOR > lena holm",
    "Norway declared three Kenyan diplomats personae non gratae.": OUT,
    "Norway has expelled a total of three Kenyan diplomats.": OUT,
    "Norway announced the expulsion of three Kenyan diplomats.": OUT,
    "Norway announced the appointment of Lena Holm as ambassador.": "Appointment: NOR > lena holm",
    "Norway added three Kenyan companies to its entity list.": "Sanction: NOR > kenyan companies",
    "Norway adopted its new package of sanctions against Russia.": "Sanction: NOR > RUS",
    "Kenya and Norway reached a Qatari-brokered deal.": MEDIATION,
    "A Qatar-mediated truce between Kenya and Norway has ended.": MEDIATION,
    "Qatar has conducted shuttle diplomacy between Kenya and Norway.": MEDIATION,
}
NOT_FOUND = (
    "Norway lifted sanctions on Kenya.",
    "Norway suspended aid to Kenya.",
    "Norway cancelled a credit facility for Kenya.",
    "Norway threatened to expel three Kenyan diplomats.",
    "Norway asked Kenya to explain the vote.",
    "Norway named the ship after the river.",
    "Norway sent a letter to Kenya.",
    "The ministry gave financial assistance to poor artists.",
    "Kenya and Norway have had no diplomatic relations since 1978.",
    "Norway opened an exhibition at the embassy in Nairobi.",
    "A group of ambassadors accredited in Bern sang.",
    "Norway announced a grant in Nairobi.",
    "The mission opened fire on the convoy.",
)


@pytest.mark.parametrize(("words", "expected"), FOUND.items(), ids=FOUND)
def test_found(words: str, expected: str) -> None:
    """An action is found with those who act, those acted on and its status, be it by one word or by two."""
    assert set(told(words)) == {expected}


@pytest.mark.parametrize("words", NOT_FOUND)
def test_not_found(words: str) -> None:
    """Undoing, threats, requests and other uses of the same words are no actions."""
    assert told(words) == []


def test_state_of_a_city() -> None:
    """The state that a city stands for rests on the city's row in the registry too."""
    [record] = records("Kenya opened an embassy in Oslo.")
    bases = {c.object.registry: c.basis for c in record.claims if isinstance(c.object, Node)}

    assert bases == {"KEN": None, "NOR": "registry: oslo"}


def test_entries_below_a_heading() -> None:
    """A heading in capitals tells what becomes of the nominations that are listed below it."""
    entries = (
        "Lena Holm, of Virginia, to be Ambassador to Kenya.",
        "Jonas Berg, of Ohio, to be Ambassador to Norway.",
    )
    words = (
        f"NOMINATIONS SENT TO THE SENATE:\n\n{entries[0]}\n\nWITHDRAWALS SENT TO THE SENATE:\n\n{entries[1]}"
    )

    assert told(words) == [f"{HOLM} Proposed", "Appointment:  > jonas berg Cancelled"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Norwegian Embassy in Nairobi was closed in 2012.", ["EmbassyClosed: NOR > KEN"]),
        ("The Norwegian embassy in Nairobi was opened in 2012.", ["EmbassyOpened: NOR > KEN"]),
    ],
    ids=["closed", "opened"],
)
def test_mission_stands_for_its_state(words: str, expected: list[str]) -> None:
    """Of an embassy that is opened or closed the state acts that sends it."""
    assert told(words) == expected


def test_election_is_no_appointment() -> None:
    """Who is elected is not appointed by anybody."""
    assert told("Lena Holm has been elected president of Kenya.") == []


def test_helped_again() -> None:
    """Further givers help whom the help told last went to, where they tell of nobody."""
    words = (
        "Norway sent tents to Kenya. Peru dispatched a plane with food. Chile announced a package worth "
        "$3 million. Japan's aid package is big."
    )

    assert told(words) == [AID, "Aid: PER > KEN", "Aid: CHL > KEN Planned", "Aid: JPN > KEN"]


def test_helped_elsewhere() -> None:
    """Who sends help to another place does not help whom others helped before."""
    assert told("Norway sent tents to Kenya. Peru flew blankets into Chile.")[:1] == [AID]
    assert "Aid: PER > KEN" not in told("Norway sent tents to Kenya. Peru flew blankets into Chile.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Qatar brokered peace between Kenya and Norway, and Peru and Chile.", ["KEN, NOR", "PER, CHL"]),
        ("Qatar brokered peace between Kenya, Norway and Peru.", ["KEN, NOR, PER"]),
    ],
    ids=["pairs", "list"],
)
def test_pairs(words: str, expected: list[str]) -> None:
    """Who mediates between pairs has mediated once for each; a list is one mediation."""
    assert [t.partition("> ")[2] for t in told(words)] == expected
