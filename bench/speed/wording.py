"""The sentences of made reports, and the words that go into their gaps.

All words for one gap have as many letters, so that putting in others moves nothing; and no four words of
weight stand together without a gap, so that two reports share a sentence only when one is made a reprint
of the other.
"""

OPENINGS = (
    "{town} — Fighters of the {group} Front entered {town} on {day}, {people} fleeing from {third} said.",
    "{town} — The {group} Front and {fourth} agreed on {day} to meet near the {site} of {other}.",
    "{town} — Commander {leader} of the {group} Front was in {third} on {day}, two {people} told reporters.",
    "{town} — Shells hit the {site} of {third} on {day}, and {rival} blamed the {group} Front.",
    "{town} — A convoy with {goods} reached {third} on {day} after {leader} had opened the {land}.",
)
SENTENCES = (
    "{leader}, who leads the {group} Front, said no {people} would leave {third}.",
    "“We want {fourth} and the {land} opened before {season},” {leader} told a {people} radio.",
    "The army of {rival} denied that it had shelled the {site} of {town}.",
    "According to a {official}, {count} fighters of the {group} Front were killed near {other}.",
    "Governor {rival} demanded that the {group} Front release {more} {people} held since {season}.",
    "A nurse in {town} said that {count} wounded {people} had reached the {site} by {day}.",
    "{rival} accused {leader} of breaking the {season} truce, which the {group} Front called a lie.",
    "The {group} Front is believed to have {more} armed men in the {land} above {town}.",
    "Aid for {third} hopes that the {site} at {other} can be repaired this {season}.",
    "{leader} offered {more} {people} as prisoners if the army withdrew from {town}.",
    "A {official} who met {rival} in {other} said that he had promised not to attack {third}.",
    "{more} families fled {town} for {other} after the {site} burnt, the mayor said.",
    "The {group} Front, an ally of the {people} of {fourth}, controls the {land} around {town}.",
    "“Nobody asked us,” said {rival}, who was {official} of {third} for nine {season} terms.",
    "It was not clear who had fired on {fourth} first, and no {official} answered on {day}.",
    "In {third} the price of {goods} doubled within a {season}, {people} complained.",
    "The {official} of {fourth} refused to open the {land} to the {people} of {other}.",
    "On {day} {leader} threatened to close the {site} of {third} unless {goods} came.",
    "{fourth} sent {goods} and {more} {people} to {town}, where {rival} thanked them.",
    "Police in {other} arrested {count} {people} on {day}, among them a {official} from {fourth}.",
    "{rival} and {leader} talked about the {land} in {fourth} for the second time since {season}.",
    "A {official} said {goods} for {third} had been stolen at the {site} on {day}.",
    "Protesters gathered at the {site} of {other}, calling on {rival} to resign before {season}.",
    "Two {people} were abducted in the {land} near {third}, and {leader} denied any part in it.",
    "The {group} Front freed {more} {people} in {fourth} on {day}, a {official} announced.",
    "{leader} fears that {fourth} will join {rival} and take the {land} by {season}.",
)
GAPS = {
    gap: tuple(words.split())
    for gap, words in {
        "day": "Monday Friday Sunday",
        "season": "winter summer spring autumn",
        "site": "market bridge school clinic mosque church castle temple museum prison",
        "land": "valley forest canyon meadow desert lagoon",
        "people": "traders farmers drivers doctors weavers porters hunters tailors sailors",
        "official": "minister governor diplomat lawmaker merchant",
        "goods": "grain sugar flour water bread seeds maize",
    }.items()
}
GIVEN_NAMES = ("Omar", "Amal", "Juma", "Nora", "Rami", "Lina", "Zaki", "Yara", "Musa", "Hana")
OUTLETS = (
    "Valley Courier",
    "Harbour Herald",
    "Northern Wire",
    "Plains Observer",
    "Delta Post",
    "Hill Gazette",
)
