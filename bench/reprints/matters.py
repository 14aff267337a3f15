"""What the made reports tell: paragraphs in which `[a|b]` leaves the wording open and `{name}` a fact.

Two reporters who tell one event fill the gaps of the same paragraphs each in their own way: they share the
names, the numbers, the quotations and the drift of the story, and not its words. That is harder to keep
apart than real reports are. All of it is our own.
"""

SHELLING = (
    "[Shells|Mortar rounds|Rockets|Artillery fire] [hit|struck|fell on|landed in] [a|the] [covered|crowded|small] "
    "market in {town} [early|late] on {day}, [killing|leaving] {dead} [people|residents|shoppers]"
    "[ dead and many hurt|, among them children|, most of them women|], [doctors|medics|nurses] "
    "[said|reported|told us].",
    "[The|A] [bombardment|barrage|attack] [began|started|opened] [before dawn|at first light|while stalls were "
    "being set up|as people queued for bread] and [went on|lasted|continued] for [nearly|some|about] {hours} hours, "
    "[witnesses|traders|shopkeepers|neighbours] [recalled|said|recounted], [with|and] [smoke|dust|flames] "
    "[rising|hanging|visible] over [the river|the roofs|the whole quarter].",
    "“{quote},” [said|cried|recalled] {witness}, [who|a woman who] [sells|has sold|used to sell] [onions|cloth|lamps|"
    "spices] [there|nearby|by the gate].",
    "[Nobody|No group|No one] [claimed|took] responsibility[, though|; but] {leader}, [who commands|commander of|"
    "the head of] the {group}, [had warned|warned last week|threatened on the radio] that [supply lines|depots|"
    "army posts] [in the city|near the station|along the canal] would be [targets|fired upon|attacked].",
    "[The army|The general staff|A military spokesman] [blamed|accused|pointed at] the {group} and [said|added|"
    "maintained] that its [own guns|batteries|artillery] had been [silent|cold|out of reach] [all week|since "
    "the truce|that day].",
    "[At the|In the] [district|general|old] hospital, [beds|mattresses|stretchers] [lined|filled|stood in] the "
    "[corridors|yard|chapel] and [a surgeon|one doctor|the matron] [asked|appealed|pleaded] for [blood|generators|"
    "bandages|clean water] [before nightfall|without delay|over the local radio].",
    "[Some|About|An estimated] {fled} [families|households|people] [left|fled|abandoned] [the quarter|their homes|"
    "the streets nearby] [on foot|by cart|in lorries] [towards|for|in the direction of] {other}, [the mayor|an aid "
    "worker|the Red Crescent] [estimated|said|reckoned].",
    "[The fighting|This war|The conflict] [has|had] [driven|pushed|forced] [more than|over|upwards of] {many} people "
    "[from their homes|across the border|into camps] since [the spring|last winter|the coup], [by the count of|"
    "according to|say] [relief agencies|two charities|the United Nations].",
    "[A ceasefire|The truce|A pause] [agreed|brokered|signed] in {other} [last month|in the summer|before the "
    "harvest] [was to|should|had been meant to] [keep|spare|protect] [markets and schools|the towns|civilians] "
    "[from|out of] [the war|such attacks|the fighting].",
)
TALKS = (
    "[Envoys|Negotiators|Delegates] of the government and the {group} [met|sat down|gathered] in {other} on {day} "
    "[for|to hold] [the first|a third round of|long-delayed] talks [on|about|over] [a ceasefire|prisoners|the "
    "future of {town}], [hosts|diplomats|officials] [announced|said|confirmed].",
    "{leader}, [who leads|leader of|at the head of] the {group}, [arrived|came|drove up] [with|accompanied by] "
    "{hours} [aides|advisers|men] and [refused|declined|was unwilling] to [shake hands|speak to reporters|pose "
    "for pictures] [at the gate|on the stairs|before the opening].",
    "“{quote},” [said|declared|promised] {witness}, [a mediator|one of the mediators|who chairs the talks].",
    "[The agenda|A paper|A draft] [seen by|shown to|passed to] [journalists|this reporter|diplomats] [lists|names|"
    "proposes] the [exchange|release|return] of {dead} [prisoners|captives|detainees], [the opening|reopening] of "
    "[the road|the railway|the airport] and [a buffer|a zone|a strip] [without|free of] [heavy guns|troops|arms].",
    "[Both|The two] [sides|parties|camps] [accuse|have accused|blame] [each other|one another] of [breaking|"
    "violating|using] [earlier|previous|two former] [truces|agreements|accords] to [bring up|move|dig in] "
    "[fresh troops|weapons|reserves].",
    "[Residents|People|Shopkeepers] of {town} [follow|watch|await] the [talks|meeting|news] with [little hope|"
    "doubt|weary patience]: [the bakeries|schools|pumps] [have stood|are] [idle|shut|dark] for [weeks|months], and "
    "[bread|water|fuel] [comes|arrives] [by night|only by boat|on donkeys].",
    "[Before|Until] the war {town} [had|counted|was home to] {many} [inhabitants|people|souls]; [perhaps|at most|"
    "some] {fled} [remain|are left|have stayed], [a charity|a priest|the last doctor] [there|of the town] "
    "[estimates|believes|says].",
    "[Analysts|Observers|Diplomats] [doubt|question|wonder] whether {leader} [can|will|is able to] [bind|speak for|"
    "restrain] [the younger commanders|all his men|units in the hills], [some|many] of whom [reject|have denounced|"
    "mock] [any deal|the talks|the mediators].",
    "[A second|Another|The next] [session|round|meeting] is [planned|set|expected] for [next week|the end of the "
    "month|after the holiday], [unless|provided|if] [the shelling|the siege|the blockade] [goes on|stops|is lifted].",
)
PROTEST = (
    "[Thousands|Crowds|Large numbers] of [people|students|workers] [marched|walked|streamed] through [the centre|"
    "the old quarter|the main avenue] of {town} on {day} [demanding|calling for|to demand] the [resignation|"
    "departure|trial] of Governor {leader}, [whom|a man whom] they [blame|hold responsible|accuse] for the [deaths|"
    "killing] of {dead} [miners|prisoners|strikers].",
    "[Police|Riot police|Mounted police] [fired|used|answered with] [tear gas|water cannon|rubber bullets] [when|"
    "after|as] [some|young men|part of the crowd] [tried|began] to [climb|tear down|push over] the [fence|gates|"
    "barriers] of the [governor's office|labour ministry|courthouse].",
    "“{quote},” [said|shouted|told us] {witness}, [who had come|a teacher who came|who travelled] from {other} "
    "[by bus|with two sisters|on foot].",
    "[At least|No fewer than|About] {hours} [marchers|demonstrators|people] were [detained|arrested|taken away], "
    "[a lawyer|a defence lawyer|the students' union] [said|counted|reported], [and|while] [several|two|a few] "
    "[journalists|cameramen|photographers] were [beaten|robbed of their cameras|held for an hour].",
    "[The governor|Mr {leader}|His office] [said|replied|let it be known] that [agitators|the {group}|foreign "
    "money] [stood|was|were] behind the [unrest|march|riot] and that [order|calm|quiet] [would be|was being] "
    "[restored|kept] [by all means|before the week ends|without weakness].",
    "[The {group}|Leaders of the {group}|A spokesman for the {group}] [called|appealed] for a [general strike|"
    "shutdown|stoppage] [from|starting on|beginning] [next Monday|the first of the month|the day of the "
    "funeral] and [promised|vowed] to [feed|shelter|defend] [the strikers|all who join|families without wages].",
    "[The mine|The pit|The shaft] [collapsed|caved in|was flooded] [three weeks ago|last month|in the night of the "
    "storm], [and|but] [its owners|the company|the operator] [waited|took] [a day|two days|until noon] before "
    "[calling|sending for|letting in] [rescuers|engineers|help], [survivors|widows|inspectors] [say|charge].",
    "[Some|More than|Nearly] {many} [people|families] [live|depend] on [the mines|coal|copper] in the [district|"
    "valley|province], [where|in which] [wages|pensions] have [not been paid|been owed] since [the winter|the "
    "spring|the change of government].",
    "[By|Towards] [evening|nightfall|dusk] {fled} [people|of them|marchers] were [still|yet] [sitting|camped|"
    "singing] [on the square|before the courthouse|under the arcades], [guarded|watched] by [as many|rows of|"
    "silent] [policemen|soldiers|officers].",
)
MATTERS = (SHELLING, TALKS, PROTEST)

QUOTATIONS = (
    "We have buried our neighbours with our own hands, and now they tell us that nothing at all has happened here",
    "I will believe in this peace when my brother walks through that door with his shoes on his feet",
    "Nobody in the capital has ever asked what it is like to sleep with your children under a table",
    "They promised us doctors and sent us a colonel, and the colonel asked us for bread",
    "If the river could speak it would tell you who came across it in the night and what they carried",
    "You can rebuild a bridge in a summer, but you cannot rebuild the trust of those who crossed it",
)
# Each fact with the spellings in which papers give it.
TOWNS = (
    "Kharivka|Kharovka",
    "Al-Qadra|El Kadra",
    "Mohasen|Muhassan",
    "Zelenyi Yar|Zeleny Yar",
    "Tell Hizran|Tal Hezran",
)
OTHERS = ("Port Amal", "Lowmere", "Sidi Bahr|Sidi Bahir", "Oskarvik", "Wadi Nour|Wadi Noor")
LEADERS = (
    "Yusuf Qadir|Yousef Kadir",
    "Mohammed Sayeed|Muhammad Saeed",
    "Oleksiy Horak|Oleksii Horak",
    "Idriss Obi|Idris Obi",
)
GROUPS = ("Hill Front", "Free Lake Army", "Northern Guard", "Union of Harbour Committees")
WITNESSES = (
    "Layla Haddad|Leila Hadad",
    "Marta Venn",
    "Abdul Karimi|Abdel Kareemi",
    "Dmytro Bilak|Dmitro Bilak",
)

# British and American, as an editor changes them.
SPELLINGS = {
    "neighbours": "neighbors", "labour": "labor", "harbour": "harbor", "centre": "center", "defence": "defense",
    "organised": "organized", "recognised": "recognized", "programme": "program", "travelled": "traveled",
    "ceasefire": "cease-fire", "Harbour": "Harbor", "shopkeepers": "shop-keepers", "lorries": "trucks",
    "towards": "toward", "grey": "gray",
}  # fmt: skip
EDITS = {
    " told us": " told reporters", " about ": " around ", " some ": " roughly ", "said.": "said on Monday.",
    " nearly ": " almost ", " had been ": " has been ",
}  # fmt: skip
BOILERPLATE = (
    "This story was published from an agency feed without changes to the text.",
    "Our standards: see the page on corrections. Send tips to the news desk.",
    "Sign up for the morning briefing, and never miss what matters.",
    "The newspaper could not verify all accounts from the area, to which reporters have no access.",
)
ADDED = (
    "[Readers|Subscribers|Listeners] of this [paper|station] [may|will] [remember|recall] the [flood|harvest|strike] of "
    "[last year|two years ago], when [our town|this county] [took in|housed|fed] [many|hundreds] of those who "
    "[fled|came], and when [the church|the school|the fire brigade] [gave|opened] its [hall|kitchens|beds].",
    "[Members|The board] of the [local|regional] [society|association] of [emigrants|exiles] [met|gathered] at the "
    "[library|town hall] to [collect|send] [clothes|medicine|money], [its chairman|the treasurer] [told|said to] "
    "[us|this paper], and [plan|announced] a [concert|bazaar|vigil] [for|on] [Sunday|the weekend].",
    "[Our|The county's] [member of parliament|deputy|senator] [asked|urged] the [foreign minister|cabinet] to "
    "[raise|bring up] the [matter|killings|case] [in|at] the [next|coming] [council|summit], and to [open|keep "
    "open] the [embassy|consulate], [where|in which] [visas|papers] [are|have been] [waited for|delayed].",
)
