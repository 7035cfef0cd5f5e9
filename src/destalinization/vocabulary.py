"""
The controlled vocabularies: the terms as types for checkers, and the definition of each.

Place kinds carry the GeoNames feature class that they correspond to
(A administrative, H water, L area, P settlement, R road or railway, S building or works, T relief).
"""

from __future__ import annotations

from typing import Final, Literal

PlaceKind = Literal[
    "city", "town", "urban-settlement", "village", "settlement", "neighbourhood", "district", "region",
    "republic", "country", "geographic-region", "street", "square", "park", "bridge", "mountain", "river",
    "canal", "reservoir", "cape", "island", "dam", "power-station", "factory", "mine", "university",
    "institute", "school", "theatre", "library", "museum", "stadium", "metro-station", "railway-station",
    "building", "monument", "cemetery", "fortress", "farm", "camp",
]  # fmt: skip
InstitutionKind = Literal[
    "party", "government-body", "ministry", "security-agency", "court", "military-unit", "prize", "university",
    "research-institute", "theatre", "company", "publisher", "railway", "metro", "ship", "vehicle-type",
    "youth-organisation", "international-organisation", "website",
]  # fmt: skip
TopicKind = Literal["office", "concept", "ideology", "policy", "title", "work", "document", "people"]
EventKind = Literal[
    "congress", "speech", "publication", "appointment", "dismissal", "death", "repression", "release", "monument",
    "reorganisation", "conflict", "period",
]  # fmt: skip
ActKind = Literal["law", "decree", "resolution", "decision", "order", "treaty"]
SourceKind = Literal["law", "gazette", "scholarship", "reference", "press", "web", "wiki", "gazetteer"]
RelationType = Literal[
    "held-office", "member-of", "part-of", "located-in", "located-on", "capital-of", "buried-in", "exiled-to",
    "author-of", "about", "formed-from", "split-from", "merged-into", "moved-to", "succeeded", "led", "holds-title",
    "adopted-at", "successor-of", "recognised-by",
]  # fmt: skip
Succession = Literal["direct", "gap", "uncertain"]
HonourCertainty = Literal["certain", "probable", "doubtful"]
NameUse = Literal["unofficial", "ceremonial", "planned", "de-facto", "other-community"]
EndingHow = Literal["abolished", "merged", "split", "demolished", "scrapped", "dissolved"]
CoordinateBasis = Literal["object", "containing-settlement", "approximate"]
DisputeStanding = Literal["open", "refuted"]
ClaimStatus = Literal["confirmed", "imprecise", "contradicted", "unverified"]

PLACE_KINDS: Final[dict[str, str]] = {
    "city": "A large or chief settlement with the rights of a city.",
    "town": "A smaller settlement with the rights of a town.",
    "urban-settlement": "A settlement of urban type, neither town nor village in its law.",
    "village": "A rural settlement.",
    "settlement": "A settlement whose rank is not known.",
    "neighbourhood": "A part of a settlement without an administration of its own.",
    "district": "A second-level division: a raion, county or city district.",
    "region": "A first-level division: an oblast, krai, okrug, province or voivodeship.",
    "republic": "A union republic, autonomous republic or autonomous oblast.",
    "country": "A state, past or present, recognised or not.",
    "geographic-region": "An area without an administration: a continent, a belt, a group of states.",
    "street": "A street, avenue or boulevard.",
    "square": "A square.",
    "park": "A park or garden.",
    "bridge": "A bridge.",
    "mountain": "A mountain, peak or range.",
    "river": "A river.",
    "canal": "A canal.",
    "reservoir": "A reservoir or artificial lake.",
    "cape": "A cape or headland.",
    "island": "An island or archipelago.",
    "dam": "A dam.",
    "power-station": "A power station, with its dam if it has one.",
    "factory": "A works, factory or plant.",
    "mine": "A mine or pit.",
    "university": "A university as a site.",
    "institute": "A research or teaching institute as a site.",
    "school": "A school.",
    "theatre": "A theatre as a building.",
    "library": "A library.",
    "museum": "A museum.",
    "stadium": "A stadium.",
    "metro-station": "A station of a metro.",
    "railway-station": "A railway station.",
    "building": "Another building.",
    "monument": "A monument, statue or mausoleum.",
    "cemetery": "A cemetery or necropolis.",
    "fortress": "A fortress or kremlin.",
    "farm": "A collective or state farm.",
    "camp": "A camp or prison.",
}

FEATURE_CLASSES: Final[dict[str, str]] = {
    **dict.fromkeys(("city", "town", "urban-settlement", "village", "settlement", "neighbourhood"), "P"),
    **dict.fromkeys(("district", "region", "republic", "country"), "A"),
    **dict.fromkeys(("geographic-region", "park"), "L"),
    **dict.fromkeys(("river", "canal", "reservoir"), "H"),
    **dict.fromkeys(("mountain", "cape", "island"), "T"),
    "street": "R",
    **dict.fromkeys(
        (
            "square", "bridge", "dam", "power-station", "factory", "mine", "university", "institute", "school",
            "theatre", "library", "museum", "stadium", "metro-station", "railway-station", "building", "monument",
            "cemetery", "fortress", "farm", "camp",
        ),
        "S",
    ),
}  # fmt: skip

INSTITUTION_KINDS: Final[dict[str, str]] = {
    "party": "A political party.",
    "government-body": "A parliament, presidium, council or other body of government.",
    "ministry": "A ministry or people's commissariat.",
    "security-agency": "A police, security or camp administration.",
    "court": "A court or an extrajudicial tribunal.",
    "military-unit": "A unit of armed forces.",
    "prize": "A prize, order or scholarship.",
    "university": "A university or other place of higher learning as a body.",
    "research-institute": "A research institute as a body.",
    "theatre": "A theatre as a company.",
    "company": "An enterprise.",
    "publisher": "A newspaper, journal or publishing house.",
    "railway": "A railway as a network.",
    "metro": "A metro as a network.",
    "ship": "A ship.",
    "vehicle-type": "A type of vehicle, such as a locomotive or tank.",
    "youth-organisation": "A youth organisation.",
    "international-organisation": "An organisation of states or parties.",
    "website": "A website.",
}

TOPIC_KINDS: Final[dict[str, str]] = {
    "office": "An office that persons hold.",
    "concept": "A concept.",
    "ideology": "A system of political ideas, or a current that follows one.",
    "policy": "A policy or process.",
    "title": "An honorary title.",
    "work": "A book, list, film or other work.",
    "document": "A speech, letter or report as a text.",
    "people": "A people.",
}

EVENT_KINDS: Final[dict[str, str]] = {
    "congress": "A congress, plenum, conference or session, or talks between governments.",
    "speech": "A speech, report or statement is made.",
    "publication": "Something is published, performed or shown.",
    "appointment": "Somebody takes up an office, or offices are divided.",
    "dismissal": "Somebody loses an office or a membership.",
    "death": "Somebody dies or is buried.",
    "repression": "Arrest, trial, execution, exile or deportation.",
    "release": "Amnesty, rehabilitation, return.",
    "monument": "A monument or remains are unveiled, moved or removed.",
    "reorganisation": "A state, body or institution is founded, merged, reorganised or dissolved.",
    "conflict": "Protest, uprising, intervention or war.",
    "period": "A stretch of time with a name of its own.",
}

ACT_KINDS: Final[dict[str, str]] = {
    "law": "A law or constitution.",
    "decree": "A decree or ukase of a head of state, presidium or government.",
    "resolution": "A resolution of a congress, committee or council.",
    "decision": "A decision of a local body.",
    "order": "An order of a ministry, commander or agency.",
    "treaty": "A treaty or agreement.",
}

SOURCE_KINDS: Final[dict[str, str]] = {
    "law": "The text of a law, decree or decision.",
    "gazette": "An official gazette or official announcement.",
    "scholarship": "A scholarly book, article or edition.",
    "reference": "An encyclopedia, handbook or dictionary with editors.",
    "press": "A newspaper, news agency or magazine.",
    "web": "A site of an institution, society or person.",
    "wiki": "A wiki.",
    "gazetteer": "A gazetteer or database of places.",
}

RELATION_TYPES: Final[dict[str, str]] = {
    "held-office": "The person held the office.",
    "member-of": "The person or body belonged to the body.",
    "part-of": "It is a part of the other.",
    "located-in": "It lies in the place.",
    "located-on": "It lies on the river, street or square.",
    "capital-of": "It is the chief town of the place.",
    "buried-in": "The person's remains lie in the place.",
    "exiled-to": "The person was exiled to the place.",
    "author-of": "The person wrote the work or document.",
    "about": "The work, document or concept is about it.",
    "formed-from": "It was made out of the other.",
    "split-from": "It was taken out of the other, which went on.",
    "merged-into": "It went up in the other.",
    "moved-to": "It moved to the place.",
    "succeeded": "The person followed the other in office.",
    "led": "The person headed the body.",
    "holds-title": "It bears the honorary title.",
    "adopted-at": "It was adopted at the event.",
    "successor-of": "It took over the function of the other, without being the same.",
    "recognised-by": "It is recognised as a state by the other.",
}

SUCCESSIONS: Final[dict[str, str]] = {
    "direct": "The name follows the one before it without a gap.",
    "gap": "In between the bearer had no name or did not exist.",
    "uncertain": "Names may be missing in between.",
}

HONOUR_CERTAINTIES: Final[dict[str, str]] = {
    "certain": "Sources agree that the name honours the target.",
    "probable": "It most likely does.",
    "doubtful": "It may not; the note says why.",
}

NAME_USES: Final[dict[str, str]] = {
    "unofficial": "Used by people, never official.",
    "ceremonial": "Used on certain days or occasions.",
    "planned": "Decided or proposed, but never in force.",
    "de-facto": "Used by those in control, without recognised right.",
    "other-community": "Used by another community or state beside the official name.",
}

ENDINGS: Final[dict[str, str]] = {
    "abolished": "It was abolished; its area or tasks went to others.",
    "merged": "It went up in another.",
    "split": "It was divided among several.",
    "demolished": "It was pulled down or destroyed.",
    "scrapped": "It was taken out of service and broken up.",
    "dissolved": "It was closed down.",
}

COORDINATE_BASES: Final[dict[str, str]] = {
    "object": "The position of the object itself.",
    "containing-settlement": "The position of the settlement in which the object lies.",
    "approximate": "A position near the object.",
}

DISPUTE_STANDINGS: Final[dict[str, str]] = {
    "open": "It may be right, and keeps what it disputes from being certain.",
    "refuted": "A document or later research shows that it is wrong; it is kept, since readers will meet it.",
}

CLAIM_STATUSES: Final[dict[str, str]] = {
    "confirmed": "Sources bear it out.",
    "imprecise": "Right in part, or coarser than what is known.",
    "contradicted": "Sources say otherwise.",
    "unverified": "No source was found for or against it.",
}

VOCABULARIES: Final[dict[str, dict[str, str]]] = {
    "PlaceKind": PLACE_KINDS,
    "InstitutionKind": INSTITUTION_KINDS,
    "TopicKind": TOPIC_KINDS,
    "EventKind": EVENT_KINDS,
    "ActKind": ACT_KINDS,
    "SourceKind": SOURCE_KINDS,
    "RelationType": RELATION_TYPES,
    "Succession": SUCCESSIONS,
    "HonourCertainty": HONOUR_CERTAINTIES,
    "NameUse": NAME_USES,
    "EndingHow": ENDINGS,
    "CoordinateBasis": COORDINATE_BASES,
    "DisputeStanding": DISPUTE_STANDINGS,
    "ClaimStatus": CLAIM_STATUSES,
}
