"""Who holds which office where several titles, verbs, posts or bodies stand with a name."""

import pytest
from reads import offices, read

HELD = {
    "second title behind the name": (
        "Ada Weber, the Prime Minister of Italy and leader of the Reform Party, left.",
        [("Ada Weber", "Prime Minister", "ITA"), ("Ada Weber", "leader", "reform party")],
    ),
    "honours between name and title": (
        "Ada Weber, MBE, Minister of Trade of Italy, left.",
        [("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "bare title of a state before the name": (
        "The Italian ambassador came. Ambassador Ada Weber left.",
        [("Ada Weber", "Ambassador", "ITA")],
    ),
    "title before one that another state has": (
        "Prime Minister Ada Weber met Italian Foreign Minister John Smith.",
        [("Ada Weber", "Prime Minister", None), ("John Smith", "Foreign Minister", "ITA")],
    ),
    "title behind one of the same state": (
        "Italian Prime Minister Ada Weber met Minister of Trade John Smith.",
        [("Ada Weber", "Prime Minister", "ITA"), ("John Smith", "Minister of Trade", "ITA")],
    ),
    "membership and office": (
        "Ada Weber, a member of the Trade Committee and foreign minister of Italy, left.",
        [("Ada Weber", "member", "trade committee"), ("Ada Weber", "foreign minister", "ITA")],
    ),
    "prince behind an office": (
        "Italian Foreign Minister Prince Ada Weber left.",
        [("Ada Weber", "Foreign Minister", "ITA"), ("Ada Weber", "Prince", "ITA")],
    ),
    "titles with a dash before the name": (
        "Italian Deputy Prime Minister – Minister of Trade Ada Weber left.",
        [("Ada Weber", "Deputy Prime Minister", "ITA"), ("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "mandate between name and title": (
        "Ada Weber MP, Minister of Trade of Italy, left.",
        [("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "peer of a place": (
        "Lord John Smith of Lewes, Minister of Trade of Italy, left.",
        [("John Smith", "Minister of Trade", "ITA")],
    ),
    "rank behind a body of the title": (
        "Italy's Chairman of the Joint Chiefs of Staff Committee General Ada Weber left.",
        [("Ada Weber", "Chairman of the Joint Chiefs of Staff Committee", "ITA")],
    ),
    "portfolios in brackets in a list": (
        "Ada Weber, Joint Secretary (East) of Italy; and John Smith, Director (Trade) of Cuba, left.",
        [("Ada Weber", "Joint Secretary (East)", "ITA"), ("John Smith", "Director (Trade)", "CUB")],
    ),
    "second title behind a comma": (
        "Ada Weber, Prime Minister of Italy, leader of the Reform Party, left.",
        [("Ada Weber", "Prime Minister", "ITA"), ("Ada Weber", "leader", "reform party")],
    ),
    "three titles before the name": (
        "Italian Minister of Trade and Minister of Health and Vice President Ada Weber left.",
        [
            ("Ada Weber", "Minister of Trade", "ITA"),
            ("Ada Weber", "Minister of Health", "ITA"),
            ("Ada Weber", "Vice President", "ITA"),
        ],
    ),
    "titles with a stroke": (
        "Deputy Prime Minister/Foreign Minister Ada Weber of Italy left.",
        [("Ada Weber", "Deputy Prime Minister", "ITA"), ("Ada Weber", "Foreign Minister", "ITA")],
    ),
    "title and address by another": (
        "The Italian Minister of Trade, Prince Ada Weber, left.",
        [("Ada Weber", "Minister of Trade", "ITA"), ("Ada Weber", "Prince", "ITA")],
    ),
    "two titles in one body": (
        "Ada Weber, Chairman and CEO of Orbis Bank, left.",
        [("Ada Weber", "Chairman and CEO", "orbis bank")],
    ),
    "company before two titles": (
        "Orbis International CEO and Founder Ada Weber left.",
        [("Ada Weber", "CEO and Founder", "orbis international")],
    ),
    "name behind, after one of another office": (
        "NATO Director Ada Weber, the head of the Trade Division, John Smith, and others left.",
        [("Ada Weber", "Director", "nato"), ("John Smith", "head", "trade division")],
    ),
    "title before a title": (
        "The OSCE Chairman-in-Office, Minister of Trade of Italy Ada Weber left.",
        [
            ("Ada Weber", "Chairman-in-Office", "organization-for-security-and-co-operation-in-europe"),
            ("Ada Weber", "Minister of Trade", "ITA"),
        ],
    ),
    "closed apposition": (
        "Ada Weber, the Prime Minister of Italy and the head of the Reform Party, left.",
        [("Ada Weber", "Prime Minister", "ITA"), ("Ada Weber", "head", "reform party")],
    ),
    "name before a preposition": (
        "The Prime Minister of Italy, Dr. Ada Weber with two others left.",
        [("Ada Weber", "Prime Minister", "ITA")],
    ),
    "becoming": (
        "Ada Weber will become the Prime Minister of Italy.",
        [("Ada Weber", "Prime Minister", "ITA")],
    ),
    "serving as": (
        "Ada Weber served as Minister of Trade of Italy.",
        [("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "appointed": (
        "Ada Weber was appointed as Ambassador of Italy to Cuba.",
        [("Ada Weber", "Ambassador to Cuba", "ITA")],
    ),
    "appointing": (
        "They appointed Ada Weber as Minister of Trade of Italy.",
        [("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "title before a modifier with a capital": (
        "H.E. Ada Weber Former Italian Ambassador to Cuba left.",
        [("Ada Weber", "Former Ambassador to Cuba", "ITA")],
    ),
    "post": (
        "Italian Consul General in Lyon Ada Weber left.",
        [("Ada Weber", "Consul General in Lyon", "ITA")],
    ),
    "body with from": (
        "Ada Weber, First Secretary from the Embassy of Peru, left.",
        [("Ada Weber", "First Secretary", "embassy of peru")],
    ),
    "heads of two things": (
        "Ada Weber, head of mission in Lyon, will become head of the Trade Division.",
        [("Ada Weber", "head of mission in Lyon", None), ("Ada Weber", "head", "trade division")],
    ),
    "charge": (
        "Adviser in charge of Trade and Energy and Minister of Italy, Ada Weber, left.",
        [("Ada Weber", "Adviser in charge of Trade and Energy", None), ("Ada Weber", "Minister", "ITA")],
    ),
    "in charge": (
        "The Minister of Health in charge Ada Weber left Italy.",
        [("Ada Weber", "Minister of Health in charge", "ITA")],
    ),
    "task": (
        "U.S. Special Envoy to Prevent and Combat Piracy, Ambassador Ada Weber, left.",
        [
            ("Ada Weber", "Special Envoy to Prevent and Combat Piracy", "USA"),
            ("Ada Weber", "Ambassador", "USA"),
        ],
    ),
    "country told before": (
        "In Italy they met the State Secretary of the Ministry of Trade of this country Ada Weber.",
        [("Ada Weber", "State Secretary", "ministry of trade")],
    ),
    "bureau of a secretary": (
        "U.S. Assistant Secretary for the Bureau of Energy Resources Ada Weber left.",
        [("Ada Weber", "Assistant Secretary for the Bureau of Energy Resources", "USA")],
    ),
    "two styles of a king": (
        "The Custodian of the Two Holy Mosques King Ada Weber left Saudi Arabia.",
        [("Ada Weber", "Custodian of the Two Holy Mosques", "SAU"), ("Ada Weber", "King", "SAU")],
    ),
    "name that the model does not know": (
        "Abolfazl Amouweh, the spokesman for the Trade Committee, left.",
        [("Abolfazl Amouweh", "spokesman", "trade committee")],
    ),
    "envoy of one state to another": (
        "Ada Weber, Ambassador of Peru to the United Republic of Tanzania, left.",
        [("Ada Weber", "Ambassador to the United Republic of Tanzania", "PER")],
    ),
    "envoy to a body": (
        "U.S. Ambassador to the United Nations Ada Weber left.",
        [("Ada Weber", "Ambassador to the United Nations", "USA")],
    ),
    "envoy of a state to a body": (
        "The Permanent Representative of Ghana to the United Nations, Ada Weber, left.",
        [("Ada Weber", "Permanent Representative to the United Nations", "GHA")],
    ),
    "secretary to a ministry": (
        "Ada Weber, Secretary to the Ministry of Trade, left.",
        [("Ada Weber", "Secretary", "ministry of trade")],
    ),
    "field behind a ministry": (
        "Ada Weber, Undersecretary of the Foreign Ministry for Financial Affairs, left.",
        [("Ada Weber", "Undersecretary for Financial Affairs", "foreign ministry")],
    ),
    "ministry for a field": (
        "Ada Weber, Undersecretary of the Federal Ministry for Trade, left.",
        [("Ada Weber", "Undersecretary", "federal ministry for trade")],
    ),
    "body for a field": (
        "Ada Weber, head of the Agency for Development and Cooperation, left.",
        [("Ada Weber", "head", "agency for development and cooperation")],
    ),
    "age between": ("Ada Weber, 61, President of Italy, left.", [("Ada Weber", "President", "ITA")]),
    "home between": (
        "Ada Weber, of New York, a Senator of Italy, left.",
        [("Ada Weber", "Senator", "ITA")],
    ),
    "title right behind the name": (
        "They met H.E. Ada Weber Ambassador of Italy to Cuba.",
        [("Ada Weber", "Ambassador to Cuba", "ITA")],
    ),
    "elect": ("President-elect Ada Weber of Italy left.", [("Ada Weber", "President-elect", "ITA")]),
    "retired": (
        "Italian Minister of Trade Maj. Gen. (Retd) Ada Weber left.",
        [("Ada Weber", "Minister of Trade", "ITA")],
    ),
    "title that is a given name": (
        "The CEO of Orbis Ventures, Dr. Sultan Al Weber, left.",
        [("Sultan Al Weber", "CEO", "orbis ventures")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HELD.values(), ids=HELD.keys())
def test_offices_are_held(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Each title that stands with a name is the person's, with the state or body that the article tells."""
    actual = offices(read(text))

    assert actual == expected
