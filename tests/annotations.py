"""One small article for each thing that scoring has to decide, and what is to come of it.

Figures are written as right, told by gold, found; layers that are not named are empty.
"""

from annotated import Example, Row, actor, agreement, event, gold, saying

MET, FLEW = "Ann Lee met Bo Ray in Oslo on Monday.", "Cy Fox flew to Rome."
LEE, RAY, FOX = (actor(n.split()[1].lower(), "Person", n) for n in ("Ann Lee", "Bo Ray", "Cy Fox"))
POST, RADIO = actor("post", "Organization", "The Daily Post"), actor("radio", "Organization", "Radio")
MONDAY = {"earliest": "2025-04-07", "latest": "2025-04-07"}
ON_MONDAY = [f"{bound} {day}" for bound, day in MONDAY.items()]
YEAR = {"earliest": "2025-01-01", "latest": "2025-12-31"}
PEOPLE = {
    "person/lee": ("Person", "Ann Lee"),
    "person/ray": ("Person", "Bo Ray"),
    "person/fox": ("Person", "Cy Fox"),
}


def claims(subject: str, words: str, *values: str) -> tuple[Row, ...]:
    """Return claims on one sentence: "property value" for each."""
    pairs = (value.split(" ", 1) for value in values)
    return tuple((subject, name, value, words) for name, value in pairs)


def pair(subject: str, words: str, *more: str) -> tuple[Row, ...]:
    """Return claims of an encounter of two."""
    return claims(subject, words, "participant person/lee", "participant person/ray", *more)


Expected = dict[str, tuple[int, int, int]]
CASES: dict[str, tuple[Example, Expected]] = {}

CASES["found"] = (
    Example(
        MET,
        gold(
            actors=[LEE, RAY],
            events=[
                event(
                    "e", "Meeting", "lee ray", MET, place=["Oslo"], earliest="2025-04-07", latest="2025-04-07"
                )
            ],
        ),
        {**PEOPLE, "place/oslo": ("Place", "Oslo"), "meeting/m": ("Meeting", "M")},
        pair(
            "meeting/m",
            MET,
            "place place/oslo",
            "earliest 2025-04-07",
            "latest 2025-04-07",
            "status Occurred",
        ),
    ),
    {
        "actors": (2, 2, 2),
        "events": (1, 1, 1),
        "participants": (2, 2, 2),
        "dates": (1, 1, 1),
        "places": (1, 1, 1),
        "status": (1, 1, 1),
    },
)
CASES["unmatched"] = (
    Example(
        f"{MET} {FLEW}",
        gold(actors=[LEE, RAY], events=[event("e", "Meeting", "lee ray", MET)]),
        {**PEOPLE, "visit/v": ("Visit", "V")},
        claims("visit/v", FLEW, "participant person/fox", "status Occurred"),
    ),
    {"actors": (0, 2, 1), "events": (0, 1, 1)},
)
CASES["another-kind"] = (
    Example(
        MET,
        gold(actors=[LEE, RAY], events=[event("e", "Call", "lee ray", MET)]),
        {**PEOPLE, "meeting/m": ("Meeting", "M")},
        pair("meeting/m", MET, "status Occurred"),
    ),
    {"actors": (2, 2, 2), "events": (0, 1, 1)},
)
CASES["one-of-two"] = (
    Example(
        MET,
        gold(actors=[LEE, RAY], events=[event("e", "Meeting", "lee ray", MET)]),
        {**PEOPLE, "meeting/m": ("Meeting", "M")},
        claims("meeting/m", MET, "participant person/lee", "participant person/fox", "status Occurred"),
    ),
    {"actors": (1, 2, 2), "events": (0, 1, 1)},
)
CASES["optional"] = (
    Example(
        f"{MET} {FLEW}",
        gold(
            actors=[LEE, RAY, FOX | {"optional": True}],
            events=[
                event("e", "Meeting", "lee ray", MET),
                event("f", "Visit", "fox", FLEW, optional=True),
            ],
        ),
        {**PEOPLE, "meeting/m": ("Meeting", "M"), "visit/v": ("Visit", "V")},
        (
            *pair("meeting/m", MET, "status Occurred"),
            *claims("visit/v", FLEW, "participant person/fox", "status Planned"),
        ),
    ),
    {"actors": (2, 2, 2), "events": (1, 1, 1), "participants": (2, 2, 2), "status": (1, 1, 1)},
)
CASES["unknown-dates"] = (
    Example(
        f"{MET} {FLEW}",
        gold(
            actors=[LEE, RAY, FOX],
            events=[
                event("e", "Meeting", "lee ray", MET),
                event(
                    "f", "Visit", "fox", FLEW, earliest="2025-01-01", latest="2025-12-31", status="Planned"
                ),
            ],
        ),
        {**PEOPLE, "meeting/m": ("Meeting", "M"), "visit/v": ("Visit", "V")},
        (
            *pair("meeting/m", MET, *ON_MONDAY, "status Planned"),
            *claims("visit/v", FLEW, "participant person/fox", "status Planned"),
        ),
    ),
    {
        "actors": (3, 3, 3),
        "events": (2, 2, 2),
        "participants": (3, 3, 3),
        "dates": (0, 1, 1),
        "status": (1, 2, 2),
        "status other than Occurred": (1, 1, 2),
    },
)
TOLD = "The Daily Post reported that Ann Lee, on Radio, said the talks would end."
CASES["chains"] = (
    Example(
        f"{TOLD} {FLEW}",
        gold(
            actors=[
                LEE,
                actor("post", "Organization", "The Daily Post"),
                actor("radio", "Organization", "Radio"),
            ],
            statements=[saying("s", "lee", TOLD, reporter=[["post"], ["radio", "post"]])],
        ),
        {
            **PEOPLE,
            "organization/post": ("Organization", "Daily Post"),
            "statement/s": ("Statement", "S"),
            "statement/r": ("Statement", "R"),
        },
        (
            *claims("statement/s", TOLD, "speaker person/lee", "text the talks would end"),
            *claims("statement/r", TOLD, "speaker organization/post", "reports statement/s"),
        ),
    ),
    {"actors": (2, 3, 2), "statements": (1, 1, 1), "attribution": (1, 2, 1)},
)
DENIED = "Bo Ray denied the report by Ann Lee."
AGAIN = "Cy Fox denied it too."
CASES["denials"] = (
    Example(
        f"{TOLD} {DENIED} {AGAIN}",
        gold(
            actors=[LEE, RAY, FOX],
            statements=[
                saying("s", "lee", TOLD),
                saying("d", "ray", DENIED, kind="Denial", denies=["s"]),
                saying("x", "fox", AGAIN, kind="Denial"),
            ],
        ),
        {
            **PEOPLE,
            "statement/s": ("Statement", "S"),
            "denial/d": ("Denial Statement", "D"),
            "statement/t": ("Statement", "T"),
        },
        (
            *claims("statement/s", TOLD, "speaker person/lee", "text T"),
            *claims("denial/d", DENIED, "speaker person/ray", "denies statement/s"),
            *claims("statement/t", DENIED, "speaker person/fox", "text U"),
        ),
    ),
    {"actors": (3, 3, 3), "statements": (2, 3, 3), "denials": (1, 2, 1)},
)
SIGNED = "Arland and Borland signed a treaty, agreed to open a port, and will train pilots."
CASES["agreements"] = (
    Example(
        SIGNED,
        gold(
            actors=[actor("a", "State", "Arland"), actor("b", "State", "Borland")],
            agreements=[
                agreement("g", "a b", SIGNED, provisions=["open a port", "train pilots"], status="Planned")
            ],
        ),
        {
            "state/a": ("State", "Arland"),
            "state/b": ("State", "Borland"),
            "agreement/g": ("Agreement", "G"),
            "provision/p": ("Provision", "P"),
        },
        (
            *claims("agreement/g", SIGNED, "party state/a", "party state/b", "status Occurred"),
            *claims("agreement/g", SIGNED, "provision provision/p"),
            ("provision/p", "text", "agreed to open a port", "agreed to open a port"),
        ),
    ),
    {
        "actors": (2, 2, 2),
        "agreements": (1, 1, 1),
        "provisions": (1, 2, 1),
        "status": (0, 1, 1),
        "status other than Occurred": (0, 1, 0),
    },
)
SPOKE = "Ann Lee said the road is open. It will stay so. The bridge is shut. It is old."
CASES["finer"] = (
    Example(
        SPOKE,
        gold(actors=[LEE], statements=[saying("s", "lee", SPOKE)]),
        {**PEOPLE, "statement/s": ("Statement", "S"), "statement/t": ("Statement", "T")},
        (
            *claims(
                "statement/s",
                "Ann Lee said the road is open. It will stay so.",
                "speaker person/lee",
                "text T",
            ),
            *claims("statement/t", "The bridge is shut.", "speaker person/lee", "text U"),
        ),
    ),
    {"actors": (1, 1, 1), "statements": (1, 1, 1)},
)
CASES["roles"] = (
    Example(
        "Ann Lee, Foreign Minister of Arland and President of the Board, and envoys of Arland met.",
        gold(
            actors=[
                LEE
                | {
                    "roles": [
                        {"title": "Minister of Foreign Affairs", "of": "Arland"},
                        {"title": "President", "of": "Board"},
                    ]
                },
                actor("envoys", "Group", "envoys of Arland"),
            ]
        ),
        {
            **PEOPLE,
            "state/a": ("State", "Arland"),
            "group/g": ("Group", "Arland envoys"),
            "tenure/t": ("Tenure", "T"),
            "tenure/u": ("Tenure", "U"),
            "meeting/m": ("Meeting", "M"),
        },
        (
            *claims("tenure/t", "Ann Lee", "holder person/lee", "title Foreign Minister", "of state/a"),
            *claims("tenure/u", "Ann Lee", "holder person/lee", "title Chair", "of state/a"),
            *claims("meeting/m", "met", "participant group/g"),
        ),
    ),
    {"actors": (2, 2, 2), "roles": (1, 2, 2), "events": (0, 0, 1)},
)
TWICE = "Ann Lee said that Radio and The Daily Post were wrong, and said that both were late."
CASES["ties"] = (
    Example(
        TWICE,
        gold(
            actors=[
                LEE,
                actor("post", "Organization", "The Daily Post"),
                actor("radio", "Organization", "Radio"),
            ],
            statements=[
                saying("s", "lee", TWICE, reporter=[["post"]]),
                saying("t", "lee", TWICE, reporter=[["radio"]]),
            ],
        ),
        {
            **PEOPLE,
            "organization/post": ("Organization", "Daily Post"),
            "organization/radio": ("Organization", "Radio"),
            **{f"statement/{name}": ("Statement", name) for name in ("r", "s", "t", "u")},
        },
        (
            *claims("statement/s", TWICE, "speaker person/lee", "text T"),
            *claims("statement/t", TWICE, "speaker person/lee", "text U"),
            *claims("statement/r", TWICE, "speaker organization/radio", "reports statement/t"),
            *claims("statement/u", TWICE, "speaker organization/post", "reports statement/s"),
        ),
    ),
    {"actors": (3, 3, 3), "statements": (2, 2, 2), "attribution": (2, 2, 2)},
)
