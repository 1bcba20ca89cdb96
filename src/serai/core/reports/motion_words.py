"""Verbs of the road and of care, built from what moves and where to, as more words of happening.

A verb of motion says little by itself: into and across make it an arrival, out and away a
departure, back and home a return.
"""

# ruff: noqa: E501 - a row of words reads best on one line

_some = r"(?:(?:about|some|around|only|just|nearly|almost|over|roughly|approximately|another|more than|at least|up to|an estimated|a further|an additional|a total of|tens of|hundreds of|the|all|its|their|these|those|other|an extra|as many as|no fewer than|no more than|fewer than|less than|not more than|between|well over|close to|upwards of|as few as) )*"
_count = (
    _some
    + r"(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)(?:(?: (?:and|to|or) |-)[\d,.]+)?(?: (?:million|thousand|hundred|of))*"
)
WHOM = rf"{_count}(?: [\w'-]+){{0,4}}?"
COUNT = (
    _some
    + r"(?:\d|(?:tens of|hundreds|thousands|dozens|scores|half a|a (?:dozen|hundred|thousand|million|further|total)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
GO = (
    r"(?:spill|pour|stream|flow|flood|trek|trekk|walk|march|crawl|sail|row|limp|travel|travell|head|flock|surg|rush|troop|swarm|pass|slip|slipp|mov|wad|trudg|stumbl|trickl|fil|hurri|ventur|wander|stagger|struggl|paddl|push|press)(?:ed|ing|e|es|s)?"
    r"|c[ao]me|comes|coming|go|goes|going|gone|went|dr[io]ve|driven|driving|r[io]de|ridden|riding|sw[aiu]m|swimming|ran|run|running|hurry"
    r"|(?:made|make|makes|making) (?:it|their way|the (?:journey|crossing|trip|trek))"
)  # fmt: skip
_how = r"(?: (?:on foot|by (?:boat|road|sea|truck|bus|car|train|air)|[a-z]+ly|safely|north|south|east|west|northwards?|southwards?))?"
_over = r"(?:the |a )?(?:[\w-]+ )?(?:border|frontier|river|bridge|line|strait|sea|lake|desert|mountains?|gulf)"
GIVEN = r"(?:handed|distributed|given|delivered|issued|went|provided|allocated|offered|shipped|dispatched|brought|going)(?: out| over)?"
HARM = r"(?:wounds?|injur\w+|threats?|orders?|sentences?|burns|warnings?|notices?|calls?|messages?|no\b|little\b|nothing|only a|less)"
TAKE = r"(?:lift|fly|pull|tak|bring|lead|driv|get|carry|carri|mov|ship|whisk|spirit|ferri|ferry|bus|buss|airlift)(?:ed|ing|s|e|es)?|flew|flown|took|taken|brought|led|drove|got|getting"
_help = r"(?:help|allow|assist|enabl|permit)(?:ed|ing|s|e|es)?"
PRISON = r"(?:[\w'-]+ ){0,3}?(?:prisons?|jails?|cells?|dungeons?|detention|custody|captivity)"
LIVE = r"bed(?:ded|ding)? down|b(?:unk|ivouack?)(?:ed|ing)?|(?:are|were|is|was|been|being) (?:put up|billeted|quartered|boarded|crowded)"

MOTION: tuple[tuple[str, str, str], ...] = (
    ("freed", "O", rf"(?:got|get|getting|t[ao]ken?|took|brought|bring|pulled|let|led)(?= {WHOM} out of (?:the )?(?:[\w'-]+ ){{0,2}}?(?:prisons?|jails?|cells?|captivity|custody|detention)\b)"),
    ("moved", "O", rf"{_help}(?= {WHOM}(?: [\w-]+){{0,3}}? (?:to )?(?:leave|flee|escape|evacuate|get out|depart|board)\b)"),
    ("returned", "O", rf"{_help}(?= {WHOM}(?: [\w-]+){{0,3}}? (?:to )?(?:return|go (?:back|home)|get home|come home)\b)"),
    ("arrived", "O", rf"{_help}(?= {WHOM}(?: [\w-]+){{0,3}}? (?:to )?(?:cross|enter|reach|get (?:in|across|into))\b)"),
    ("held", "O", rf"(?:hand|turn|deliver)(?:ed|ing|s)?(?: over)?(?= {WHOM} (?:over )?to (?:the |its |a )?(?:[\w-]+ ){{0,2}}?(?:police|army|military|security|intelligence|prosecutors?|courts?|gendarm\w+|prison|interrogat\w+)\b)"),
    ("moved", "O", rf"hand(?:ed|ing|s)(?: over| back)?(?= {WHOM} (?:over |back )?to (?:an? |the |its |their )?(?:\w+ )?(?:delegation|officials|authorities|embass\w+|relatives|famil\w+|government|country|countries|[A-Z]))"),
    ("freed", "O", rf"(?:pull|dug|dig|bring|brought|haul)(?:ed|ing|s|ging)?(?= {WHOM} (?:out )?alive\b)|acquit(?:ted|ting|s)?(?= {COUNT})|(?:turned|handed|handing|turning|gave|given) over(?= {WHOM} to\b)"),
    ("arrived", "O", rf"open(?:ed|s|ing)? (?:its|their|the) (?:gates?|doors?|borders?) to|(?:waved|ushered|guided|led|helped)(?= {WHOM} (?:across|over|through)\b)|saw(?= {WHOM} (?:pass|cross|enter|arrive|come (?:in|through|over))\b)"),
    ("arrived", "S", rf"(?:{GO}){_how} (?:into(?! (?:hiding|trouble|debt|exile|fighting|hunger|poverty|famine|crisis|destitution))|across(?! the (?:country|region|province|territory|city|state)\b)|over(?= {_over})|ashore|to safety)|wash(?:ed|es)? (?:up|ashore)|(?:made|make|making|found|find) their way (?:to|in)|pass(?:ed|es|ing)?(?= (?:through|over|by|the [^.;]{{0,40}}(?:border|crossing|checkpoint|gate|point|post|barrier|bridge|line|frontier|roadblock)\b))|(?:{GO}){_how} through(?=\s*(?:[.,;]|$)|\s{{3,}}| (?:on|in|at|by|over|between|since|yesterday|today|during)\b| (?:the|this|that) (?:[\w-]+ ){{0,2}}(?:border|crossing|checkpoint|gate|point|post|barrier|terminal|corridor)\b)|(?:walked|trekked|travelled|traveled|swam|rowed|sailed|trudged|hiked){_how} to(?= (?:the |a )?[A-Z])|found (?:safety|shelter|sanctuary)|reached (?:safety|shore|dry land)|(?:were|was|been|are) (?:let|allowed|waved|admitted) (?:in|through|across|into)"),
    ("departed", "S", rf"(?:gone|went|got) out(?= (?:through|by|on|via|from|over)\b)|(?:had|have|has) (?:now |all |already )?gone(?=\s*(?:[.,;]|$))|(?:have |had |has )?quit(?= (?:the|their|its|[A-Z]))|(?:are|were|is|was) (?:now |all |already |long )?gone(?=\s*(?:[.,;]|$))|(?<!be )(?<!been )(?<!were )(?<!was )(?<!being )(?:{GO}){_how} (?:out of|away from)"),
    ("returned", "S", rf"(?:{GO}){_how} (?:back|home)(?! (?:and forth|to back)\b)|(?:made|make|making) (?:the|their) (?:journey|trip|way) (?:back|home)|(?:were|been|are|was) (?:thrown|kicked|forced|turned|shipped) back"),
    ("returned", "O", r"(?:kick|forc|throw|push|turn|ship|send)(?:ed|ing|s)? (?:back|out)|(?:sent|threw|thrown) (?:back|out)|(?:take|taken|took|taking|got|get|getting|brought|bring|bringing) (?:back|home)"),
    ("fled", "S", r"(?:slip(?:ped|s|ping)?|sneak(?:ed|s|ing)?|creep|crept|stole|steal) (?:out|away|through)|(?:took|taken|taking|takes?) to (?:the )?(?:roads?|hills|mountains|forests?|bush|sea|water|boats|their heels)|(?:abandon|desert|forsak)(?:ed|ing|en)? their (?:homes?|villages?|houses?|farms?|towns?)|(?:forced|compelled|driven) to (?:flee|leave|run)|escaping|on the run|on the move"),
    ("displaced", "O", rf"(?:dr(?:ive|iven|iving|ives|ove)|forc(?:e|es|ed|ing)|push(?:es|ed|ing)?|chas(?:es|ed|ing))(?= {WHOM} out\b(?! of))"),
    ("fled", "O", rf"put(?:ting)?(?= {WHOM} to flight)|sen(?:t|ding|ds)(?= {WHOM} (?:running|fleeing|packing|scrambling))|drov?e? out(?= {WHOM})"),
    ("killed", "S", r"(?:listed|reported|declared|confirmed|presumed|counted|named) (?:as )?(?:dead|killed)|(?:pulled|dragged|taken|hauled) (?:from|out of|off) [\w ]{1,30}? and (?:shot|executed|killed|beheaded|murdered)|(?:were|was|been) found (?:dead|murdered|hanged|buried|shot|beheaded)|(?:were|was|been|being) shot(?! at\b| down\b| (?:and|but) (?:wounded|injured|hurt|survived))"),
    ("killed", "O", r"(?:took|taking|cost|costing|takes|snuffed out|ended) the li(?:ves|fe) of|cost(?:ing)?(?= [\w,]+ lives)"),
    ("freed", "O", rf"let(?:ting|s)?(?= {WHOM} (?:go|walk)\b(?! (?:to|home|back)\b))"),
    ("freed", "B", r"saved"),
    ("freed", "O", r"hand(?:ed|ing|s)? over(?= [\w,]+ (?:[\w-]+ ){0,3}?(?:prisoners?|captives?|hostages?|detainees|pows|servicemen|soldiers)\b)"),
    ("freed", "O", r"sav(?:es|ing)|to (?:release|free|rescue|liberate)"),
    ("held", "O", rf"(?:pull|drag|dragg|haul|tak|march|order)(?:ed|ing|s|es)?(?= {WHOM} (?:off|from|out of) (?:the |a |their |its |our )?(?:bus(?:es)?|queue|line|cars?|trucks?|vehicles?|homes?|houses?|crowd|column|mosque|minibus|train|taxi)\b)|(?:took|taken)(?= {WHOM} (?:off|from|out of) (?:the |a |their |our )?(?:bus(?:es)?|queue|line|cars?|trucks?|vehicles?|homes?|houses?|crowd|column|mosque|minibus|train|taxi)\b)|to (?:arrest|detain|jail)"),
    ("departed", "O", rf"(?:left|departed|set (?:off|out)|sailed|took off),?(?:\s+[\w'-]+){{0,9}}?\s+(?:with|carrying)(?: a total of)?(?= {_count} (?:[a-z-]+ ){{0,2}}?(?:people|persons|passengers|men|women|children|civilians|patients|wounded|evacuees|refugees|residents|families|migrants|fighters)\b)"),
    ("moved", "O", r"to (?:evacuate|transfer|relocate|airlift|transport|resettle|move)"),
    ("returned", "O", r"to (?:repatriate|deport|expel)"),
    ("freed", "S", r"(?:were|was|been) found(?= (?:alive|safe|hiding|hidden|unharmed|in|on|inside|among)\b(?! need))|walk(?:ed|ing)? (?:out|away)(?= (?:alive|free|unharmed))|(?:were|was|been) (?:bailed|acquitted|discharged|handed back)|regained (?:their )?freedom"),
    ("held", "O", r"the (?:detained|arrested|prisoners|captured) includ(?:e[sd]?|ing)"),
    ("injured", "B", r"beaten(?: up)?"),
    ("held", "O", rf"intercept(?:ed|ing)(?= {_count} (?:[a-z]+ )?(?:people|persons|migrants|refugees|men|fighters|asylum))"),
    ("injured", "O", r"the (?:wounded|injured) includ(?:e[sd]?|ing)"),
    ("killed", "O", r"the (?:dead|victims|killed) (?:also )?includ(?:e[sd]?|ing)"),
    ("died", "O", r"the drowned includ(?:e[sd]?|ing)"),
    ("killed", "L", r"losses(?= at)"),
    ("held", "S", rf"(?:were|was|been) stopped (?:for questioning|by (?:the )?(?:gunmen|soldiers|police|armed|militia\w*))|(?:were|was|been) taken (?:at|off|by (?:the )?(?:soldiers|gunmen|police|armed|militia\w*|troops|masked|security))|languish(?:ed|ing|es)?(?= in)|(?:are|were|is|was|been|still|being|sit|sitting) (?:kept )?(?:in|inside) {PRISON}|(?:are |were |is |was |still |now |put )*behind bars|(?:are|were|is|was|remain|still) in the hands of"),
    ("surrendered", "S", r"(?:lay|laid|laying|put|putting|hand(?:ed|ing)?|gave|giv(?:en|ing)|turn(?:ed|ing)?) (?:down|in|over|up) (?:their |its )?(?:arms|weapons|guns|rifles)|chang(?:ed|ing) sides|switched sides"),
    ("remaining", "S", r"await(?:s|ed)?|(?:are|were|is|was|been|still) (?:still )?(?:struggling|trying|hoping|waiting|desperate|seeking|attempting|queu(?:e)?ing) to (?:leave|get out|flee|escape|board|go)|(?:would|will|may|might) not (?:make it|get out|be (?:evacuated|flown out))|(?:still )?(?:hang|h[ua]ng|hanging|cling|clung|clinging|holding|held|hold)(?:s)? (?:on|out)\b|(?:refus|declin|wish|fail|unwill)\w* (?:not )?to (?:leave|go|move|flee|evacuate|cross|board|return)|(?:cannot|can not|could not|can't|couldn't|did not|do not|not yet|unable to|not able to|not allowed to|too \w+ to) (?:leave|get out|go anywhere|escape|move out|flee|be evacuated)|chose(?:n)? to stay|(?:decided|determined|want(?:ed)?) to stay|stay(?:ed|s|ing)? (?:put|on\b)|(?:have |had |has )?stay(?:ed|s)(?=\s*(?:[.,;]|$))|(?:are|were|is|was|be|been|get|got) (?:still )?(?:left|caught) (?:inside|there|here|in (?:the )?(?:crossfire|city|town|enclave|pocket))"),
    ("occupancy", "S", rf"(?:{LIVE})(?= (?:in|at|on|with|under|inside|across|there|here|along|by|among)\b)|(?:are|were|is|was|living|live|sleep|sleeping) under (?:canvas|trees|plastic|tarpaulins?|bridges)|(?:are|were) in(?: the)? (?:open|tents?)|(?:lin(?:e|es|ed|ing) up|queu(?:e|ed|ing)|stood|standing|stand)(?= (?:in line|at the|in the|outside|before|behind|from|in queues?)\b)"),
    ("occupancy", "S", r"lives?(?=\s*(?:[.,;]|$))|(?:are|were|was|is|been) (?:still |now )?(?:living|staying|sheltering)(?=\s*(?:[.,;]|until|since|before|when|$)|\s{3,})"),
    ("occupancy", "O", r"we (?:are|were)(?= (?:now |only |about |still |over )?(?:[\d,]+|[a-z]+(?:-[a-z]+)?) (?:of us|people|persons|families|souls|women|men|children)\b)|there are(?= [\w-]+ of us)|(?:i|we|they) ha(?:ve|d)(?= (?:now |about |some |still |only )?(?:[\d,]+|[a-z]+(?:-[a-z]+)?) (?:(?:[a-z]+ )?(?:patients|wounded|orphans)|(?:people|families|children|women|guests|relatives) (?:here|in(?! (?:our|my|the) (?:group|family|convoy))|under|at|sleeping|staying|with us))\b)"),
    ("need", "O", rf"(?:cut|cutting|cuts)(?= {WHOM} off)|(?:leav(?:e|es|ing)|left)(?= {WHOM} (?:without|in need|short of|hungry))"),
    ("need", "O", r"(?:rations|aid|assistance|food|cash|support) (?:was|were|(?:has|have|had) been) (?:cut|halved|reduced|suspended|stopped) (?:for|to)"),
    ("need", "S", r"(?:pushed|plunged|driven|thrown|fell|fallen|slid) (?:deeper )?into (?:acute |extreme )?(?:hunger|poverty|famine|crisis|destitution|debt)|(?:do not|don't|did not|does not) have (?:enough|any|access)|ha(?:ve|s|d) (?:no|too little|hardly any|little|almost no|nothing) (?:food|water|shelter|roof|access|clean|safe|drinking|medic\w+|electricity|power|heating|income|bread|to eat)|(?:are|were|is|was|running|run|go|went|going|goes) (?:short of|low on|out of food|out of water|without)|(?:struggl\w+|unable|cannot afford) to (?:find|get|afford|buy|feed)|(?:are|were) (?:left )?(?:hungry|destitute|at risk|penniless)|(?:are|were) severely"),
    ("assisted", "O", r"to (?:feed|treat|help|support|assist|serve|vaccinate|protect|train)(?= )"),
    ("assisted", "O", rf"(?:medicines?|flour|fuel|rice|bread|wheat|clothing|seeds|tents|blankets|material|equipment) for(?= {_count} (?:[a-z]+ )?(?:people|persons|famil|households|children|refugees|patients))"),
    ("assisted", "O", rf"(?:giv(?:en|ing|es?)|gave)(?= {_some}[\w,]+ of (?:them|those|these|us|whom))|(?:find|found|finding|secured|arranged|set up|prepared) (?:[a-z]+ )?(?:beds?|rooms?|shelter|homes?|places?|tents?|accommodation|housing) for|{GIVEN} to(?= {_count} (?:[a-z-]+ ){{0,3}}?(?:famil|household|people|person|child|women|patient|returnee|refugee|resident|individual|mother|farmer|pupil|student|idp|displaced|civilian))|(?:consultations?|operations?|surger(?:y|ies)|vaccinations?|check-ups|sessions?|training|counsell?ing) (?:for|on|to)(?= {_count} )|(?:gave|give|gives|giving|offer(?:ed|ing|s)?)(?= {_count} (?:[a-z-]+ ){{0,2}}?(?:famil|household|people|person|child|women|patient|returnee|refugee|resident|individual|mother|farmer|pupil|student|idp|civilian)[a-z]* (?:an? |some |with |their )?(?:[a-z-]+ ){{0,2}}?(?:food|aid|cash|shelter|water|kits?|blankets?|mats|grants?|vouchers?|meals?|treatment|care|clothes|seeds?|tents?|support|medic\w+))"),
    ("assisted", "B", r"examined|consulted|reunified|(?:were|been|are|was) paid"),
    ("assisted", "L", r"(?:people|persons|families|households|children|beneficiaries) (?:reached|targeted|assisted|served|covered)(?=\s?[:=])"),
    ("need", "L", r"(?:people|persons|population|families|households) (?:in need|affected)(?=\s?[:=])"),
    ("occupancy", "L", r"present(?=:? \d)"),
    ("assisted", "O", r"(?:clinics?|hospitals?|doctors?|nurses?|medics?|surgeons?|teams?|wards?|cent(?:re|er)s?) (?:there |here |alone |has |have )?(?:saw|sees?|seen)(?= (?:about |some |only |over |more than |nearly |around )?\d)"),
    ("assisted", "S", rf"(?:are|were|is|was|been) (?:being |now )?(?:reunified|cared for|looked after|attended to)|(?:(?<!was )(?<!were )(?<!been )received|receiv(?:e|es|ing)|been getting|g[eo]t(?= (?:an? |their |the |some |\w+ly )?(?:[a-z-]+ ){{0,2}}?(?:jabs?|doses?|shots?|vaccin\w+|checks?|cash|food|rations?|aid|help|care|treatment|kits?|grants?|tents?|vouchers?|lessons|blankets?|meals?|bread|water|parcels?)))(?! {_count} (?:[a-z-]+ ){{0,2}}?(?:people|persons|famil|household|refugee|child|women|wounded|patient|in |from |on |so |since|by ))(?! (?:[a-z]+ ){{0,2}}?{HARM})(?! (?:on average|an average)| {_some}(?:\d|tens of|hundreds of|thousands of|dozens))(?= [a-z])|receiv(?:ed|e|es|ing)(?= (?:about |some |up to )?(?:[$€£]|US[$D]|[\d,.]+ (?:[a-z]+n )?(?:afghanis|dollars|USD|pounds|dinars|kg|kilos|lit\w+|birr|shillings|euros)\b))"),
    ("moved", "S", r"(?:were|being|been|was) led (?:to|out|from|through|across|into)"),
    ("moved", "O", rf"(?:{TAKE})(?= {WHOM} (?:out(?: of| by| on| in| to)?|away from|to (?:safety|hospitals?|(?:the |a )?[a-z -]*(?:hospitals?|camps?|shelters?|cent(?:re|er)s?|sites?)))\b)"),
    ("registered", "O", r"(?:enrol(?:l)?ments?|screening|profiling|verification|biometric registration) of"),
    ("registered", "B", r"(?:were|been|being|was) (?:assessed|surveyed|listed(?! as))"),
    ("registered", "O", r"(?:have|has|had) counted(?= (?:about |some |over |more than |nearly |around |at least )?[\d,]+(?: (?:people|persons|famil\w+|households|refugees|returnees|new)|[.,;]| in| at| since| so))"),
    ("registered", "S", r"sign(?:ed|ing)? up|put down their names|(?:have |had )?appl(?:ied|y) (?:for|to)"),
    ("missing", "O", r"no (?:word|news|trace|sign) (?:has been |had been |was |been )?(?:\w+ )?(?:of|from|about)"),
    ("missing", "S", r"of whom (?:nothing|no word|no news|no trace)|(?:vanished|went missing|never (?:came|been seen|returned|arrived))|have not been (?:heard (?:of|from)|seen|found|located|traced)"),
    ("held", "P", r"held (?:at|without|under|incommunicado|in(?! (?:the |a |an )?(?:[a-z]+ )?(?:tents?|camps?|stadium|schools?|shelters?)\b))"),
    ("moved", "O", rf"(?:count|carr|track)(?:ed|ied|ying|ing)(?= {WHOM} (?:on board|aboard)\b)"),
    ("moved", "L", r"(?:on board|aboard)(?=:)"),
    ("moved", "O", rf"pick(?:ed|s|ing) up(?= {COUNT})|(?:dump|deposit|unload|drop)(?:ped|ed|ing|ping|s)?(?: off)?(?= {COUNT})|sail(?:ed|s)? with(?= {COUNT})"),
    ("arrived", "S", r"off the (?:ambulances?|buses|trucks|boats?|trains?|planes?|lorries)"),
    ("arrived", "L", r"(?:the |an? |this )?(?:influx|inflow)"),
    ("fled", "L", r"(?:the |an? |this )?exodus"),
    ("arrived", "O", rf"(?:came|walked|poured|stumbled|trooped|limped)(?= {COUNT})"),
    ("occupancy", "S", r"(?:lying|crouching|crouched|squatting|standing)(?= (?:down|on|in|along|under|there)\b)|lying down"),
    ("occupancy", "O", rf"(?:sat|lay|stood|slept|huddled|crouched|lie|sit|sleep|waited|wait)(?= {COUNT})"),
    ("killed", "O", rf"lost(?= {COUNT}(?:[\w,.-]* )?(?:of (?:them|us|our own)|people|men|patients|more|comrades|friends|colleagues|neighbours|neighbors)?(?: ?[.,;]| (?:on|in|to|last|this|yesterday|since|that|at)\b|\s{{3,}}))"),
    ("killed", "O", rf"(?:claim(?:ed|s|ing)?|cost(?:ing|s)?|took|take[ns]?|taking)(?= {COUNT} ?(?:[\w,.-]+ ){{0,4}}?lives\b)|fatal (?:for|to)"),
    ("killed", "S", r"(?:fell|fallen|fall) victim"),
    ("assisted", "O", rf"(?:suppl(?:y|ies|ied)|covers?|covered|benefits?|serves?)(?= {COUNT}[\d,.]* ?(?:million )?(?:[a-z]+ )?(?:people|persons|residents|famil(?:y|ies)|households|children|patients|inhabitants|users|mothers|women))(?<!latrine serves)(?<!toilet serves)(?<!borehole serves)"),
    ("need", "O", rf"(?:hit|strikes?|struck|ravaged)(?= {COUNT}[\d,.]* ?(?:million )?(?:[a-z]+ )?(?:people|residents|famil(?:y|ies)|households)\b)|running (?:out|short|low) for"),
    ("need", "S", r"rel(?:y|ies|ied) (?:up)?on|depend(?:s|ed)? (?:up)?on|(?:cannot|can not|could not|can't|unable to|no longer) (?:get|reach|find|afford|access|buy|receive)"),
    ("strength", "O", r"(?:militia|force|army|brigade|battalion|garrison|contingent|regiment|faction|corps|column|movement|front|group)(?:,? [a-z]+){0,3}?,? (?:number(?:s|ed|ing)?|consist(?:s|ed|ing)? of|counts?)"),
    ("freed", "S", r"regain(?:ed|ing)? (?:their )?liberty|(?:were|was|been) let out(?= of)|let out(?= of (?:[\w'-]+ ){0,3}?(?:jails?|prisons?|custody|detention))"),
    ("held", "O", rf"(?:took|taken|taking|takes?)(?= {WHOM} (?:into custody|prisoner|captive|hostage|alive)\b)"),
    ("held", "S", rf"in {PRISON}|(?:were|was|been) picked up (?:by (?:the )?(?:police|security|intelligence|soldiers|army|militia\w*|gunmen)|in (?:an? )?(?:[a-z]+ )?(?:raids?|sweeps?|swoops?))"),
    ("registered", "O", r"(?:record|writ|t[ao]k|not|collect|gave|giv|list|submitt)(?:ed|ing|ten|en|s|es|e)? (?:down |in )?the names of(?![^.;]{0,50} who\b)"),
    ("registered", "S", r"put their names down|wrote their names"),
    ("displaced", "S", r"(?:live|lives|lived|living|are|were) in displacement"),
    ("displaced", "S", r"(?:were|was|been|being|are) (?:forced|pushed|driven|chased|thrown) out(?! of (?:prison|jail|school|work)\b)"),
    ("killed", "L", r"(?:loss|losses|deaths?|killings?|martyrdom|murders?) of"),
    ("moved", "O", rf"(?:must|will|can|could|should|would|may) (?:now |still )?move(?= {COUNT})"),
    ("occupancy", "O", rf"(?:camps?|sites?|settlements?|it|which|shelters?|school|stadium|cent(?:re|er)|and|but) (?:now |still |currently |already |once )?(?:has|had|counts|counted|numbers)(?= {COUNT}[\d,.]*(?: (?:people|souls|inmates|residents|persons|refugees|patients|occupants))?(?: ?[.,;]|$| (?:on|in|at|by|when|last|this|now)\b|\s{{3,}}))"),
    ("occupancy", "S", r"shar(?:e|es|ed|ing)(?= (?:its|their|his|her|our|two|a)\b)"),
    ("registered", "S", r"on (?:[a-z]+ ){1,2}lists?"),
    ("assisted", "O", rf"(?:serv|dol|ladl|hand|pass)(?:ed|es|e|ing|s)?(?: out)? (?:[a-z]+ ){{1,4}}?to(?= {COUNT})"),
    ("injured", "S", r"(?:was|were|been) cut by"),
    ("departed", "S", r"out(?= (?:in one|so far|by|yesterday|today|overnight)\b| ?$)"),
    ("remaining", "S", r"(?:are|is|were|was) (?:still )?(?:thought|believed|feared|reported|estimated|known|said|understood) to (?:still )?be (?:still )?(?:in|inside|there|hiding|trapped|left|at|on)"),
    ("returned", "S", r"(?:are|is|were|was) (?:now |already |back |safely |finally )*home(?= ?[.,;]|$| (?:in|after|again|at last)\b)|(?:are|is|were) back (?:in|at)(?= (?:the |their |its )?(?:[A-Z]|town|villages?|homes?|city|area|district|place))"),
    ("strength", "O", r"strength"),
    ("injured", "S", r"(?:are|is|were|was|remain) (?:still |now )?in (?:an? )?(?:critical|serious|grave|stable) (?:state|condition)|(?:are|were|is|was|remain|remained) (?:still |now )?in (?:the )?hospitals?(?! (?:beds|staff))|(?:pulled|carried|brought|dragged) out (?:hurt|wounded|injured|with (?:broken|burns|wounds))"),
    ("held", "O", rf"ma(?:de|ke|king) off with|guarding|stop(?:ped|ping|s)?(?= {COUNT}(?:[\d,.]+ )?(?:[a-z]+ )?(?:people|men|migrants|boys|suspects))|carried off(?= {COUNT})"),
    ("freed", "S", r"(?:were|been|was) let out|(?:are|is|were) (?:now |finally )?free(?= ?[.,;]|$)"),
    ("surrendered", "S", r"c[ao]me out with (?:their )?hands|gave in(?= ?[.,;]|$| to)"),
    ("missing", "O", r"(?:not |nothing (?:has been |was )?)heard from|digging for"),
    ("missing", "S", r"(?:have|has|are) yet to be (?:found|traced|recovered|located)|(?:(?:that|whom) )?(?:we|they|he|she|nobody|no one) (?:still )?(?:cannot|can not|could not|can't|couldn't) (?:account for|trace|find|locate)|whose (?:fate|whereabouts)"),
    ("departed", "S", r"t[ao]ke?n? (?:buses|boats|trains|the bus|the train|a bus|taxis)|took (?:buses|boats|trains|the bus|the train|a bus|taxis)|(?:have|has|had) (?:since |already |now )?gone to(?= [A-Z]| the [a-z]+ (?:bank|side))|(?:were|was|been) allowed (?:out|to leave)"),
    ("arrived", "S", r"(?:are|were) expected(?= (?:by|on|in|at|to arrive|tomorrow|today|this|next)\b)"),
    ("arrived", "O", rf"disembark(?:ed|ing|s)?(?= {COUNT})"),
    ("remaining", "S", r"(?:have|has|had) not (?:yet )?(?:left|gone|fled|moved|departed)|would not (?:go|leave|move|budge)"),
    ("need", "S", r"one step (?:away )?from|out of reach(?: of)?|run out of (?:food|water)"),
    ("killed", "O", rf"burying(?= {COUNT})"),
    ("killed", "S", r"shot(?=\s*(?:[.,;]|$))"),
    ("need", "O", rf"(?:hits|cut off|cuts off|cutting off|isolat(?:es|ed|ing))(?= {COUNT})"),
    ("killed", "S", r"(?:are|were|is|was|lie|lies|lay|lying|remain) (?:still )?(?:in|at) (?:[\w']+ ){0,3}?(?:morgues?|mortuar(?:y|ies))"),
    ("arrived", "S", r"among (?:the |those )?(?:new |newly |latest |recent )?(?:arrived|arrivals|arriving|newcomers|entrants)"),
    ("returned", "S", r"among (?:the |those )?(?:returnees|returning|who (?:had |have )?returned)"),
    ("displaced", "S", r"among (?:the |those )?(?:newly )?(?:displaced|idps)"),
    ("arrived", "O", rf"(?:days?|nights?|weeks?|months?|mornings?|weekend|year) (?:has |have |had )?(?:brings?|brought|saw|sees|bringing)(?= {COUNT})"),
    ("moved", "L", r"(?:movements?|journeys?)(?: in| out)? of"),
    ("moved", "O", rf"with(?= {COUNT}[\d,.]*(?: [a-z]+)? (?:aboard|on board)\b)"),
    ("occupancy", "O", rf"(?:camps?|sites?|settlements?|shelters?|cent(?:re|er))(?: (?:is|was) (?:already |now |over)?(?:full|crowded|overcrowded|packed))?,? with(?= {COUNT}[\d,.]*(?: (?:people|families|persons))? ?[,.;])"),
    ("fled", "S", r"(?:had|have|having|has) to (?:leave|run|get out|abandon|evacuate|go)(?! (?:to|on|for|without|back|home)\b)"),
    ("killed", "L", r"losses(?= [^.;]{0,60}\b(?:at|as|to) )"),
    ("occupancy", "O", rf"(?:camps?|sites?|settlements?|shelters?|school|prison|stadium|cent(?:re|er)|it|they|hospital|numbers)(?: (?:in|at|of) (?:the )?[\w-]+)?,?(?: [a-z]+,?){{0,2}}? (?:swollen|swelled|grown|grew|shrunk|shrank|ballooned|risen|filled|expanded|down|up|is|was|stands?|stood)(?: now| down| up| again| by half| by a third| further)* (?:to|at|with)(?= {COUNT}[\d,.]*(?: (?:million|thousand))?(?: (?:people|residents|persons|families|refugees|inhabitants|souls|inmates|women|men|displaced)| ?[.,;]| ?$| \())"),
    ("arrived", "O", rf"we (?:got|had)(?= {COUNT}[\d,.]*(?: more| people| families)?(?: ?[.,;]|$| (?:today|yesterday|in a|on|last|from)\b|\s{{3,}}))"),
    ("fled", "S", r"(?:sought|found|taken|took|seeking|taking) (?:refuge|shelter|safety) in (?:the )?(?:[a-z]+ )?(?:bush|forests?|hills|mountains|fields|swamps?|marshes|woods)"),
    ("strength", "O", r"(?:fighters|troops|soldiers|militants|rebels|gunmen|forces|men),? (?:who |that |which )?(?:now )?(?:number|numbering|numbered|totall?ing|total)"),
    ("strength", "O", r"(?:force|contingent|mission|garrison|unit|battalion|militia) of"),
    ("occupancy", "O", rf"counted(?= {COUNT}[\d,.]*(?: [a-z]+)? (?:at|in|inside|on|sheltering|living|staying|sleeping|lying)\b)"),
    ("killed", "O", r"funerals? (?:was |were |is |are )?(?:held )?(?:in (?:[A-Z]\w+|the [a-z]+) )?(?:for|of)"),
)  # fmt: skip
