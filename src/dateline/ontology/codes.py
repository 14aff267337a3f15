"""PLOVER's codes for actors: sectors of society, and what stands in the country's place without a country."""

_FREQUENT = frozenset(("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"))
# PRE are breakaway territories, coded under the sovereign.
_RARE = frozenset(
    ("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC")
)
SECTORS = _FREQUENT | _RARE
# Organisations of states, the United Nations, the European Union, private ones, movements, armed groups and
# companies that no one country is home to.
WORLD = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))

_OTHERWISE = {"XKX": "KOS"}  # countries to which PLOVER gives another code than ISO 3166


def plover_country(code: str | None) -> str | None:
    """The code that PLOVER's country field has for an ISO 3166-1 alpha-3 code, or a code of its own."""
    return None if code is None else _OTHERWISE.get(code, code)
