"""Small gold rows of our own, one set for each task, with helpers to point at their words."""

from bench.data import Json


def at(text: str, phrase: str, occurrence: int = 0) -> list[int]:
    """[start, end] of the n-th occurrence of a phrase."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(phrase, start + 1)
    return [start, start + len(phrase)]


def where(text: str, phrase: str, occurrence: int = 0) -> Json:
    """The same as {"start", "end"}."""
    start, end = at(text, phrase, occurrence)
    return {"start": start, "end": end}


def attribution_row() -> Json:
    text = (
        "The governor of Marib said the road was open. “Nobody fired at the convoy,” a driver insisted. "
        "Villagers feared that shelling would resume. According to the ministry, “two bridges” were lost."
    )
    return {
        "id": "attribution-1",
        "text": text,
        "attributions": [
            {
                "source": [at(text, "The governor of Marib")],
                "cue": [at(text, "said")],
                "content": [at(text, "the road was open")],
            },
            {
                "source": [at(text, "a driver")],
                "cue": [at(text, "insisted")],
                "content": [at(text, "“Nobody fired at the convoy,”")],
            },
            {
                "source": [at(text, "Villagers")],
                "cue": [at(text, "feared")],
                "content": [at(text, "that shelling would resume")],
            },
            {
                "source": [at(text, "the ministry")],
                "cue": [at(text, "According to")],
                "content": [at(text, "“two bridges” were lost")],
            },
        ],
    }


def re3d_row() -> Json:
    text = "On Friday General Amadou Keita, who leads the Northern Front (NF), attacked the army near Gao."
    entities = [
        ("On Friday", "Temporal"),
        ("General Amadou Keita", "Person"),
        ("the Northern Front", "Organisation"),
        ("NF", "Organisation"),
        ("the army", "Organisation"),
        ("Gao", "Location"),
    ]

    def link(name: str, subject: str, target: str) -> Json:
        return {"type": name, "subject": at(text, subject), "object": at(text, target), "cue": ""}

    return {
        "id": "re3d-1",
        "text": text,
        "entities": [{**where(text, phrase), "type": name} for phrase, name in entities],
        "relations": [
            link("InChargeOf", "General Amadou Keita", "the Northern Front"),
            link("IsSynonymOf", "the Northern Front", "NF"),
            link("FightingAgainst", "the Northern Front", "the army"),
            link("CoLocated", "the army", "Gao"),
        ],
    }


def times_row() -> Json:
    text = "Shelling began on 3 May 2014 and went on for two weeks, until last Monday. It was dated before."
    return {
        "id": "times-1",
        "text": text,
        "published": "2014-05-20",
        "times": [
            {**where(text, "3 May 2014"), "type": "DATE", "value": "2014-05-03"},
            {**where(text, "two weeks"), "type": "DURATION", "value": "P2W"},
            {**where(text, "last Monday"), "type": "DATE", "value": "2014-05-19"},
            {**where(text, "before"), "type": "DATE", "value": None},
        ],
    }


def places_row() -> Json:
    text = "Rebels left Goma for Bukavu, said Congolese officials in Kinshasa."
    points = {"Goma": (-1.67, 29.22), "Bukavu": (-2.5, 28.86), "Congolese": None, "Kinshasa": (-4.32, 15.31)}
    return {
        "id": "places-1",
        "text": text,
        "toponyms": [
            {
                **where(text, name),
                "text": name,
                "lat": point[0] if point else None,
                "lon": point[1] if point else None,
                "literal": name != "Congolese",
            }
            for name, point in points.items()
        ],
    }


def event_type_rows() -> list[Json]:
    first = "Ruritania accused Freedonia of arming the insurgents."
    second = "Police released forty strikers in the port city."
    return [
        {
            "id": "plv-1",
            "text": first,
            "source": at(first, "Ruritania"),
            "target": at(first, "Freedonia"),
            "root": "ACCUSE",
            "quad": 3,
            "in_manual": True,
        },
        {
            "id": "plv-2",
            "text": second,
            "source": at(second, "Police"),
            "target": at(second, "forty strikers"),
            "root": "YIELD",
            "quad": 2,
            "in_manual": False,
        },
    ]


def actors_row() -> Json:
    text = "Gunmen and militiamen ambushed a customs patrol."
    return {
        "id": "actors-1",
        "text": text,
        "sources": [at(text, "Gunmen"), at(text, "militiamen")],
        "targets": [at(text, "a customs patrol")],
        "related": [],
    }


def snippet_rows() -> list[Json]:
    return [
        {"id": "case-1", "text": "A drone hit the depot.", "type": "AIR_STRIKE"},
        {"id": "case-2", "text": "Teachers marched peacefully.", "type": "PEACE_PROTEST"},
        {"id": "case-3", "text": "The army took back the hill.", "type": "GOV_REGAINS_TERIT"},
    ]


def incidents_row() -> Json:
    text = "GUERRILLAS OF THE RED DAWN KIDNAPPED MAYOR LUIS ORTEGA IN SAN TELMO. A BOMB KILLED THREE GUARDS."
    template = {"stage": "ACCOMPLISHED", "instruments": [], "date_as_written": ""}
    return {
        "id": "muc-1",
        "text": text,
        "templates": [
            {
                **template,
                "type": ["KIDNAPPING"],
                "date": ["1989-11-02"],
                "location": [["PERU", "SAN TELMO (TOWN)"]],
                "perp_individuals": [{"names": ["GUERRILLAS"]}],
                "perp_orgs": [{"names": ["RED DAWN"], "optional": True}],
                "targets": [],
                "victims": [{"names": ["LUIS ORTEGA", "MAYOR LUIS ORTEGA"]}],
                "human_target_numbers": [],
                "effects": [],
            },
            {
                **template,
                "type": ["BOMBING"],
                "date": [],
                "location": [],
                "perp_individuals": [],
                "perp_orgs": [],
                "targets": [],
                "victims": [{"names": ["THREE GUARDS", "GUARDS"]}],
                "human_target_numbers": [{"victim": 0, "low": 3, "high": 3, "as_written": "3"}],
                "effects": [{"victim": 0, "effect": ["DEATH"]}],
            },
        ],
    }


def arguments_row() -> Json:
    text = "Militants shelled the harbour of Port Amal. The attack wounded the harbour master. Trade fell."
    entities = {
        "e1": ("Militants", "c1"),
        "e2": ("harbour", "c2"),
        "e3": ("Port Amal", "c3"),
        "e4": ("master", "c4"),
    }

    def argument(role: str, identifier: str) -> Json:
        return {"role": role, **where(text, entities[identifier][0]), "entity": identifier}

    return {
        "id": "arguments-1",
        "text": text,
        "entities": [
            {"id": key, **where(text, phrase), "type": "X", "chain": chain}
            for key, (phrase, chain) in entities.items()
        ],
        "events": [
            {
                "type": "Conflict.Attack.Unspecified",
                **where(text, "shelled"),
                "chain": "v1",
                "arguments": [argument("Attacker", "e1"), argument("Target", "e2"), argument("Place", "e3")],
            },
            {
                "type": "Life.Injure.Unspecified",
                **where(text, "wounded"),
                "chain": "v2",
                "arguments": [argument("Victim", "e4")],
            },
            {"type": "Transaction.Trade", **where(text, "fell"), "chain": "v3", "arguments": []},
        ],
    }


def coreference_row() -> Json:
    text = "Amal Haddad met Omar. Haddad said she trusted him."
    chains = {"Amal Haddad": "c1", "Omar": "c2", "she": "c1", "him": "c2"}
    mentions = [
        {**where(text, phrase), "type": "HUMAN_PART_PER", "chain": chain} for phrase, chain in chains.items()
    ]
    mentions.append({**where(text, "Haddad", 1), "type": "HUMAN_PART_PER", "chain": "c1"})
    return {
        "id": "ecb-1",
        "topic": "1",
        "text": text,
        "entities": mentions,
        "events": [{**where(text, "met"), "chain": "v1"}, {**where(text, "said"), "chain": "v2"}],
    }


def five_w_row() -> Json:
    return {
        "id": "w-1",
        "text": "Dockers blocked the port of Vela on Tuesday.",
        "answers": {
            "who": [{"text": "Dockers", "coders": 3}],
            "what": [{"text": "blocked the port", "coders": 2}],
            "when": [{"text": "Tuesday", "coders": 3}, {"parsed": "2020-01-07", "coders": 1}],
            "where": [{"text": "Vela", "coders": 3}],
        },
    }


ROWS: dict[str, list[Json]] = {
    "attribution": [attribution_row()],
    "entities": [re3d_row()],
    "aliases": [re3d_row()],
    "relations": [re3d_row()],
    "coreference": [coreference_row()],
    "times": [times_row()],
    "places": [places_row()],
    "event_types": event_type_rows(),
    "actors": [actors_row()],
    "snippets": snippet_rows(),
    "incidents": [incidents_row()],
    "arguments": [arguments_row()],
    "five_w": [five_w_row()],
}
