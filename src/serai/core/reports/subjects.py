"""Says by who acts what was done to people, where the verb is unknown: nurses stitched up 14.

Whatever a clinic does to people helps them, what gunmen do to them is seldom for their good, a
camp holds whom it has, and a bus takes them somewhere.
"""

# ruff: noqa: E501 - a row of words reads best on one line

import re

from serai.core.reports.directions import FORM
from serai.core.reports.spots import Spot

AID = r"UNICEF|UNHCR|WFP|IOM|MSF|IRC|ICRC|NRC|UNRWA|UNFPA|WHO|Oxfam|Caritas|Mercy Corps|CARE|Red Cross|Red Crescent|World Vision|charit(?:y|ies)|NGOs?|agenc(?:y|ies)|clinics?|hospitals?|doctors|medics|paramedics|nurses|surgeons|midwives|psychologists|counsellors|wards?|teams?|volunteers|partners|programmes?|programs?|projects?|schemes?|kitchens?|baker(?:y|ies)|aid workers|health workers|mission"
ARMED = r"gunmen|militants|rebels|soldiers|troops|police(?:men)?|fighters|jihadists|insurgents|kidnappers|pirates|bandits|armed men|attackers|militiamen|paramilitaries|ISIS|ISIL|Daesh|Taliban|Boko Haram|al-Shabaab|the army|security forces|patrols?|officers|militia|commandos|coast ?guards?|border guards?"
WEAPON = r"shrapnel|bullets?|gunfire|snipers?|blasts?|explosions?|bombs?|bombings?|shells?|shelling|rockets?|missiles?|drones?|air ?strikes?|strikes?|mines?|mortars?|grenades?|car bomb|attacks?"
CARRIER = r"bus(?:es)?|trucks?|lorr(?:y|ies)|boats?|ships?|ferr(?:y|ies)|barges?|planes?|flights?|helicopters?|trains?|convoys?|ambulances?|minibuses|vans?"
SITE = r"camps?|sites?|settlements?|shelters?|hangars?|gyms?|stadiums?|dormitor(?:y|ies)|hostels?|monaster(?:y|ies)|convents?|church(?:es)?|mosques?|barracks|tents?|cellars?|basements?|schools?"
RECORDER = r"census|lists?|clerks|cluster|registry|registrars?|enumerators"
KINDS = (("assisted", AID), ("held", ARMED), ("moved", CARRIER), ("occupancy", SITE), ("registered", RECORDER))  # fmt: skip
ACTS = tuple(
    (
        kind,
        re.compile(
            rf"\b(?:{words})(?: (?:in|at|of|from|near|on) (?:the )?[\w'-]+(?: [A-Z][\w-]+)?)?(?: (?:run|managed|supported) by (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?(?:,[^,;.]{{2,40}},)? (?:(?:have|has|had|also|now|already|then|since|alone|there|[a-z]+ly) )*(?P<verb>[a-z]+)(?: (?:up|in|on|off|out|down|over|with))?\s$",
            re.IGNORECASE,
        ),
    )
    for kind, words in KINDS
)
HITTING = re.compile(rf"\b(?:{WEAPON})\b[^.;,]{{0,30}}\s$", re.IGNORECASE)
SAYS = frozenset(["separated", "separates", "said", "says", "told", "counted", "counts", "estimated", "estimates", "reported", "reports", "put", "puts", "has", "have", "had", "including", "was", "were", "is", "are", "did", "does", "asked", "added", "believes", "believed", "recorded", "records", "listed", "lists", "fears", "feared", "expects", "expected", "needs", "needed", "wants", "wanted", "lost", "lacks", "includes", "included", "killed", "numbers", "employed"])  # fmt: skip
# Teams recorded 4,960 households: counted, whatever became of them.
RECORDED = re.compile(
    r"\b(?:recorded|logged|tallied|tracked|noted|listed|counted|enumerated)\s(?:[a-z]+ ){0,2}$"
)
WAS_RECORDED = re.compile(
    r"\s(?:were|was|have been|has been|had been) (?:[a-z]+ly )?(?:recorded|logged|tallied|tracked|noted|listed|counted|enumerated|observed)\b"
)
REACH = 110  # letters before a figure in which its subject stands


def by_subject(text: str, spot: Spot) -> tuple[str, str] | None:
    """The kind who acts says, and the rule; None where nobody known does anything."""
    before = text[max(0, spot.start - REACH) : spot.start]
    for kind, acts in ACTS:
        found = acts.search(before)
        if (
            found
            and found["verb"] not in SAYS
            and (
                FORM.search(found["verb"]) or found["verb"].endswith("s") or found["verb"] == "saw"
            )
        ):
            return kind, f"by:{found['verb']}"
    return None


def only_counted(text: str, spot: Spot) -> tuple[str, str] | None:
    """Teams recorded 4,960 households: somebody counted them, and no more is told."""
    before = text[max(0, spot.start - REACH) : spot.start]
    counted = RECORDED.search(before) or WAS_RECORDED.match(text, spot.noun.end)
    if spot.noun.sort not in ("people", "family") or not counted:
        return None
    return "registered", "by:recorded"


def is_hit(before: str) -> bool:
    """Whether what hit them was a weapon: gunfire hit five."""
    return bool(HITTING.search(before))
