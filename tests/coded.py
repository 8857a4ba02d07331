"""Lines as other data sets of events have them, column for column, of the few cells that a test tells."""

GDELT = 61  # columns of GDELT 2.0
ICEWS = (
    """
Event ID;Event Date;Source Name;Source Sectors;Source Country;Event Text;CAMEO Code;Intensity
Target Name;Target Sectors;Target Country;Story ID;Sentence Number;Publisher
City;District;Province;Country;Latitude;Longitude
""".strip()
    .replace("\n", ";")
    .split(";")
)
POLECAT = (
    """
Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts
Actor Name;Actor Country;Actor COW;Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw
Wikipedia Actor ID
Recipient Name;Recipient Country;Recipient COW;Primary Recipient Sector;Recipient Sectors
Recipient Title;Recipient Name Raw;Wikipedia Recipient ID
Placename;City;District;Province;Country;Latitude;Longitude;GeoNames ID;Raw Placename;Feature Type
Source;Publication Date;Story People;Story Organizations;Story Locations;Language;Version
""".strip()
    .replace("\n", ";")
    .split(";")
)


def gdelt(number: int, day: str, sides: str, code: str, url: str = "https://post.example/a") -> str:
    """Return a line of GDELT 2.0; the codes of its sides have a hyphen between ("CHN-AZE")."""
    one, _, other = sides.partition("-")
    place = ("4", "Baku, Baki, Azerbaijan", "AJ", "AJ09", "18018", "40.3953", "49.8822", "-2705195")
    cells = [
        *(str(number), day, day[:6], day[:4], f"{day[:4]}.3014"),
        *(*_actor(one), *_actor(other)),
        *("1", code, code[:3], code[:2], "1", "1.0", "6", "1", "6", "2.5"),
        *place * 3,
        *(f"{day}120000", url),
    ]
    assert len(cells) == GDELT
    return "\t".join(cells)


def icews(number: int, day: str, sides: str, code: str, **cells: str) -> str:
    """Return a line of ICEWS; the names of its states have a hyphen between."""
    one, _, other = sides.partition("-")
    told = {"Event ID": str(number), "Event Date": day, "CAMEO Code": code, "Event Text": "Host a visit"}
    told |= {"Source Name": f"Government ({one})", "Source Country": one, "Intensity": "2.8"}
    told |= {"Target Name": f"Citizen ({other})", "Target Country": other, "Publisher": "Xinhua"}
    return "\t".join((told | cells).get(column, "") for column in ICEWS)


def polecat(name: str, day: str, sides: str, kind: str, **cells: str) -> str:
    """Return a line of POLECAT; the codes of its sides have a hyphen between."""
    one, _, other = sides.partition("-")
    told = {"Event ID": name, "Event Date": day, "Event Type": kind, "Version": "NGEC_coder-Vers001"}
    told |= {"Actor Country": one, "Actor Name": "Li Qiang", "Language": "en"}
    told |= {"Recipient Country": other, "Recipient Name": "Ali Asadov"}
    return "\t".join((told | cells).get(column, "None") for column in POLECAT)


def _actor(country: str) -> tuple[str, ...]:
    sector = "GOV" if country else ""
    return (f"{country}{sector}", "PRESIDENT", country, "", "", "", "", sector, "", "")
