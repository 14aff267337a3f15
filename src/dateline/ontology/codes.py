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
