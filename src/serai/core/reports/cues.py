"""The words that say what happened to the people a figure counts, each with its side.

`S` words follow the figure (people fled), `O` words precede it (killing 12), `B` words do both,
`L` words name a figure that follows in a list or a total (deaths: 12).
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.motion_words import COUNT, MOTION, WHOM
from serai.core.reports.verb_forms import told_before_people, told_by_people, told_of_people
from serai.core.reports.verb_words import BEFALLEN, DEEDS, DONE_BY, DONE_TO
from serai.core.reports.word_index import WordIndex

CUES: tuple[tuple[str, str, str], ...] = (
    # passive or active participles: 12 were killed, the blast killed 12
    ("killed", "B", r"killed|slain|shot dead|massacred|executed|beheaded|assassinated|buried alive|murdered|martyred|gunned down|burned to death|lynched|eliminated|neutrali[sz]ed"),
    ("killed", "O", r"shoot(?:s|ing)?(?: dead)?|lost(?= (?:about |some |at least |more than |over |up to )?[\w,]+ (?:of (?:its|their|his|her|our|the) )?(?:[a-z]+ ){0,2}(?:men|soldiers|troops|fighters|militants|servicemen|personnel|deminers|colleagues|members|staff|volunteers|comrades|crew|peacekeepers|policemen|officers|guards|workers|employees|medics|nurses|doctors|paramedics|rescuers|marines|conscripts)\b)|lost(?= [\d,]+(?: (?:people|patients))? ?[.,;])|kill|kills|killing|executing|massacring|claimed the lives of|claim(?:s|ing) the lives of|left(?= (?:at least |about |some |more than |over |around )?[\w,]+ (?:[a-z]+ )?dead)|leaving(?= (?:at least |about |some |more than |over |around )?[\w,]+ (?:[a-z]+ )?dead)|shot(?! at\b)"),
    ("killed", "L", r"deaths?(?: toll)?|death toll|toll|fatalities|killings?(?: of)?|dead(?=:| at| ?\|| rose| reached)|buried|bodies of|the dead"),
    ("injured", "S", r"among the (?:wounded|injured)"),
    ("killed", "S", r"among the (?:dead|victims|fatalities|killed)|(?:fell|fallen)(?! (?:to|by|from|in|into|ill|on|under|sick|behind|short|off|back|below|apart|silent))|dead\b(?! (?:end|line))|lost their lives|lost his life|were buried|perished in the (?:attack|blast|bombing|strike|shelling|raid)"),
    ("died", "S", r"did not (?:survive|(?:make it|live)(?! (?:in|to|at|with|near)\b))|died|dies|die|have died|perished|(?:starv|burn|chok|bled?|fro[zs]e?n?)(?:ed)? to death|drowned|succumbed|dying|starved|passed away|suffocated"),
    ("died", "L", r"deaths? from|deaths? due to|cholera deaths?|measles deaths?|deaths? among|drowning"),
    ("injured", "B", r"injured|wounded|hurt|maimed|amputated"),
    ("injured", "O", r"injure|injures|injuring|wound|wounds|wounding|hurting|maiming"),
    ("injured", "S", r"(?:with|had|have|suffered|bore) (?:severe |serious |\w+ )?(?:burns|fractures|(?:gunshot|shrapnel|bullet|blast|head|leg|knife|war) (?:wounds?|injur\w+))"),
    ("injured", "L", r"injuries|injury|wounded|injured"),
    ("missing", "B", r"(?:went |gone |go |are |were |remain(?:ed|s)? |still |is |reported |reported as )?missing|unaccounted for|disappeared|feared (?:lost|drowned)|not been found"),
    ("held", "B", r"picked out|taken (?:aside|for questioning)|led away|singled out|(?<=were )separated from (?:their|the)|(?:being |still |been |are |were |is )?(?:detained|arrested|captured|imprisoned|jailed|abducted|kidnapped|seized by|taken (?:prisoner|captive|hostage|into custody|away)|rounded up|held (?:captive|hostage|prisoner|in (?:prison|detention|custody|jail)s?|by|without)|in (?:detention|custody|captivity|prison|jail)|apprehended|incarcerated|taken hostage|interned)|(?:are|were|was|being|still|been) held"),
    ("held", "O", r"(?:took|taken|taking)(?= (?:about |some |at least |more than |up to )?[\w,]+ (?:[a-z]+ ){0,2}(?:prisoners?|captives?|hostages?)\b)|detain|detaining|arresting|capturing|kidnapping|abducting|holding(?! out)|captur(?:e|es)|arrests?(?: of)?|held|holds(?= (?:an estimated |about |some |more than |over |around |at least |up to )?[\d,]+ (?:[a-z]+ )?(?:prisoner|detainee|hostage|suspect|inmate|captive))"),
    ("held", "L", r"detainees|prisoners|hostages|arrests"),
    ("freed", "B", r"plucked (?:out|from|to)|walk(?:ed|ing)? free|went free|let go|allowed to go(?! to)|(?<=been )pulled (?:out|from)(?! (?:of )?(?:their |the )?(?:cars?|vehicles?|homes?|houses?|bus(?:es)?|beds?)\b)|(?<=were )pulled (?:out|from)(?! (?:of )?(?:their |the )?(?:cars?|vehicles?|homes?|houses?|bus(?:es)?|beds?)\b)|(?<=was )pulled (?:out|from)(?! (?:of )?(?:their |the )?(?:cars?|vehicles?|homes?|houses?|bus(?:es)?|beds?)\b)|found|freed|released|liberated|rescued|set free|pulled alive|pulled (?:alive )?from (?:the |under )*(?:rubble|sea|water|wreckage)|exchanged|swapped|amnestied"),
    ("freed", "O", r"freeing|releasing|pull(?:ed|ing)(?= [^.;]{0,50}(?:alive|rubble|sea|water|wreckage|debris))|rescuing|liberating|free|release of|rescue of"),
    ("surrendered", "S", r"hand(?:ing)? themselves over|surrender(?:ed|ing|s)?|gave (?:themselves|himself) up|turned themselves in|laid down (?:their )?(?:arms|weapons)|given themselves up|handed themselves over|hand(?:ed)? over their weapons|defected|defecting|deserted"),
    ("surrendered", "L", r"surrender of|defections? of"),
    ("fled", "S", r"broke out of|slipped (?:out|away)|sneaked out|g[eo]t away|fled|flee|flees|fleeing|escaped|escaping|escape|ran for their lives|running for their lives|(?:have |had )?run away|got out|took flight|sought safety|seeking safety|abandoned their (?:homes|villages)|left their (?:homes|villages|houses)|leave their (?:homes|villages|houses)|leaving their homes|stream(?:ed|ing|s)? out(?: of)?|pour(?:ed|ing|s)? out(?: of)?|spill(?:ed|ing) out(?: of)?|made it out|hobble out|(?:streamed|poured|trekked|trudged|walked|travelled|headed)(?: on foot)? (?:south|north|east|west|southwards?|northwards?|eastwards?|westwards?)\b|us(?:ed|ing) the (?:\w+ )?(?:corridor|crossing|passage|route)\b|fled\b"),
    ("fled", "L", r"exodus(?: of)?|flight of|prompt(?:ed|ing)(?= [^.;]{0,60}(?:flee|fleeing|leave))|forced(?= (?:about |some |at least |an estimated |more than |over |around |nearly |almost |up to )?[\w,]+ (?:[a-z]+ ){0,2}to (?:flee|leave|run))|forcing(?= (?:about |some |at least |an estimated |more than |over |around |nearly |almost |up to )?[\w,]+ (?:[a-z]+ ){0,2}to (?:flee|leave|run))|sent(?= [^.;]{0,60}\b(?:flee|fleeing|running|out of|into|across)\b)"),
    ("displaced", "B", r"(?:forcibly )?evicted|(?:newly |internally |forcibly |been |have been |were |are |remain |still )*displaced|uprooted|driven (?:out|from their homes)|forced (?:out of|from) their (?:homes|houses|villages)|made homeless|rendered homeless|left homeless|lost their (?:homes|houses|shelters|dwellings)|homeless"),
    ("displaced", "O", r"forc(?:ed|ing)(?= [^.;]{0,60}\b(?:from|out of) their (?:homes|houses|villages|land))|displace|displaces|displacing|uprooting|dr(?:iv(?:ing|en|es?)|ove)(?= (?:about |some |at least |an estimated |more than |over |around |nearly |almost )?[\w,]+ (?:[a-z]+ ){0,2}(?:from|out of) (?:their|the|[A-Z]))|evict(?:ed|ing)"),
    ("displaced", "L", r"displacements?(?: of)?|idps?|internally displaced persons|displaced"),
    ("moved", "B", r"sent to (?:the |a )?\"?(?:\w+ )?(?:hospitals?|camps?|clinics?|shelters?|cent(?:re|er)s?|sites?)|(?<=been )taken(?! (?:over|care|place|aback|ill|hostage|prisoner|captive|into custody|away|aside|for questioning))|referred|evacuated|transferred|transported|relocated|bus+ed|trucked|airlifted|ferried|taken (?:to|by)(?! the (?:roads?|streets|hills|mountains|forests?|sea|bush)\b)|driven to|brought (?:to(?! (?:an estimated |about |at least |more than |over |nearly )?[\d])|out|in|from|down)|shuttled|moved|escorted|resettled|shifted|flown (?:to|out)|medically evacuated|carried (?:away|to|out(?= (?:on|of|in|by|to|from|through|under)\b))|taken out"),
    ("moved", "O", r"sen[dt](?= [\w, ]{1,30}? (?:on )?to (?:the |a |other )?(?:\w+ )?(?:hospitals?|camps?|cent(?:re|er)s?|clinics?|shelters?))|fl[ey]w(?: out)?|flying out|lift(?:ed|ing) out|hand(?:ed|ing) over(?= (?:about |some |another |at least |more than )?[\w,]+ (?:[\w-]+ ){1,4}to (?:an? |the |its |their )?[A-Z])|(?:convoys?|flights?|planes?|trains?|ferr(?:y|ies)|buses|ships?)\b[^.;]{0,40}?\b(?:with|carrying)|evacuating|transferring|transporting|relocating|bussing|busing|trucking|airlifting|ferrying|carrying|taking(?! (?:to|(?:the|its|their|this|that|[\w']+'s) (?:[\w']+ ){0,2}?(?:toll|total|number|death|overall|figure|count|tally)\b))|brought(?! to (?:[a-z ]{0,16})?\d)|took|moving|transports?(?: of)?|evacuations?(?: of)?|relocations?(?: of)?|transfers?(?: of)?|medevacs?(?: of)?|carried(?! out| on)|resettling|to bring(?: out| back)?(?= [^.;,]{0,30}\d)|evacuate|relocate|bringing(?! (?:to (?:[a-z ]{0,16})?\d|(?:the|its|their|[\w']+'s) (?:[\w']+ ){0,2}?(?:total|number|overall|toll|tally|figure|count)\b))"),
    ("returned", "B", r"(?:voluntarily |spontaneously )?(?:returned|repatriated|deported|sent back|sent home|brought home|pushed back|expelled)"),
    ("returned", "S", r"return(?:s|ing)?(?! of)|went back|c(?:ame|oming) (?:back|home)|gone (?:back|home)|(?:go|going) (?:back|home)|come back|resettled in their"),
    ("returned", "O", r"repatriating|deporting|repatriations? of|expelling|returns? of|deportations? of|deports?"),
    ("returned", "L", r"returns|returnees|repatriations|deportations"),
    ("arrived", "S", r"(?:pass(?:ed|ing)|c[ao]me|coming) through|arriv(?:ed|es|e|ing)|crossed|cross(?:es|ing)?(?: into)?|entered|entering|enter|reach(?:ed|es|ing)?(?= (?:the |this |that |our |safety|a )?[A-Za-z])(?! (?:with|by|an? (?:deal|agreement)|out|through|about|around|nearly|almost|more|over|up|some|at))|sought (?:refuge|asylum|shelter|protection|sanctuary)|seeking (?:refuge|asylum|shelter|protection|sanctuary)|taken (?:refuge|shelter)|took (?:refuge|shelter)|(?:have |has |had )?come(?! (?:from|out|back|home|down|under)\b)|came(?! (?:out|back|home)\b)|pour(?:ed|ing) into|stream(?:ed|ing) into|flock(?:ed|ing) to|trickl\w+ (?:in|into)|landed|made it to|turned up|showed up|disembarked|docked|found refuge|flooded into"),
    ("arrived", "O", r"(?:arriv(?:ed|ing)|came|coming|pulled in|docked)(?:\s+(?:on|at|in|late|early|overnight)(?: [\w']+){0,3}?)?\s+with(?= (?!her|his)(?:about |some |nearly |over |more than |another )?[\w,]+ (?:[a-z]+ )?(?:people|men|women|children|wounded|[a-z]{3,}s)\b)|arriv\w+ (?:\w+ ){0,3}?at (?:a|the) rate of|(?:let|lets|letting|allow(?:ed|ing|s)?)(?= [^.;]{0,40}\b(?:pass|cross|through|in|enter|to cross|to pass|to enter)\b)|(?:gets?|getting|sees?|seeing)(?! [\w, ]{0,24}(?:patients|wounded|injured|casualties|consultations))(?= [^.;]{0,40}(?:a|per|every) day)|received(?! (?:the |a )?(?:names?|reports?|lists?|calls?|word|news)\b)|receiv(?:e|es|ing)|took in|taken in|taking in|welcom(?:ed|ing|es?)|saw(?= (?:about |some |at least |an estimated |more than |over |around |nearly |almost |another )?[\w,]+ (?:new )?(?:arrivals|people arrive))|crossings? (?:of|by)|has received(?! (?:the |a )?(?:names?|reports?|lists?|calls?|word|news)\b)|absorbed"),
    ("arrived", "L", r"(?:new )?arrivals?(?: of)?|influx of|inflow of|newcomers"),
    ("departed", "S", r"(?:walk|limp|drive|drove|trickle|trickl|file|fil|trek|stagger)(?:s|d|ed|ing|ked|king)? out(?! (?:on|with)\b)|c[oa]me out|coming out|departed|depart(?:s|ing)?|set (?:out|off)|exited|exiting|left(?! (?:dead|homeless|without|behind|injured|in need|stranded))|leav(?:e|es|ing)(?! (?:at least|behind))|moved out|pulled out|withdrew|withdrawn|headed (?:to|for|towards?)|heading (?:to|for|towards?)|emigrated|gone abroad|moved on"),
    ("departed", "L", r"departures?(?: of)?|withdrawal of"),
    ("remaining", "S", r"still be (?:in(?:side)?|there|here)|inside(?=\s*(?:[.,;]|$|acc\b|say|said|by\b))|awaiting|waiting(?= (?:until|since))|remain(?:s|ed|ing)?(?! (?:missing|displaced|in need|homeless|in detention|unaccounted|at large|without|food|in custody))|(?:are |is |were |was |be )?still (?:in(?:side)?(?! (?:captivity|detention|custody|prison|jail|hospital|need))|there|trapped|present|living in|stuck|besieged|holding out|holed|hiding)|(?:are |were |is |be |been |remain )?(?:trapped|stranded|besieged|stuck|holed up|cut off|under siege|encircled|surrounded|caught between|hemmed in|marooned|pinned down)|left (?:in(?:side)?|behind)(?= [A-Zt])|wait(?:ed|s)?(?= (?:for|to|in|at|their)\b)|waiting(?= (?:for|to|in|at|near|outside|along|on|by|until|there|behind|here)|[.,;])|living under siege|stayed behind|unable to leave|staying behind|hiding in"),
    ("remaining", "O", r"trapp(?:ed|ing)|strand(?:ed|ing)|besieging|leaving behind|there (?:are|were|may be|could be|might be) still"),
    ("remaining", "L", r"besieged|remaining(?=:)"),
    ("registered", "B", r"identified|(?:biometrically |newly |formally |officially |been )*(?:registered|enrolled|screened|verified|profiled|logged|fingerprinted)"),
    ("registered", "O", r"to (?:screen|verify|profile|enrol)|(?<!'s )(?<!the )(?<! a )(?<!its )(?<!their )register(?:s)?|registering|enrolling|registrations?(?: of)?|screening(?! (?:site|cent|point|area))"),
    ("registered", "L", r"registered|registrations"),
    ("assisted", "B", r"reunited|(?<=been )(?:already )?given(?! (?:until|hours|minutes|days|time|notice|orders|permission|two|three|\d))|(?<=were )given(?! (?:until|hours|minutes|days|time|notice|orders|permission|two|three|\d))|assisted|fed|served(?! (?:life|time|sentences|years|in|with|as|\d+ (?:years|months)))|vaccinated|immuni[sz]ed|treated|supported|helped|sheltered by|trained|counsell?ed|provided (?:with|for)|supplied with|given(?= (?:[a-z]+ ){0,2}?(?:food|aid|assistance|relief|water|cash|kits?|parcels?|support|services?|care|treatment|items|vaccin\w+|rations?|help|nfis?|hygiene|shelter|tents?|medical|medicines?|protection|psychosocial|education|blankets?|meals?|legal|sheeting|roofing|materials|grants|tarpaulins?|mattress\w*|stoves?|vouchers?|bread|milk|cloth\w+|fuel|seeds?|baskets?|packages?|counsell?ing|surger\w+))|targeted(?= (?:with|for|by))|hospitali[sz]ed|operated on|distributed to"),
    ("assisted", "S", r"benefit(?:t?ed|ing)?(?=\s*(?:[.,;]|this|last|in|since|$))|(?:have |had |has |has been |were |been |be |are )?(?:received|receiv(?:e|es|ing)|got|getting|benefit(?:t?ed|ing|s)?|collected|accessed|gained access)(?= (?:\w+ )*?(?:food|aid|assistance|relief|water|cash|kits?|parcels?|support|services?|care|treatment|items|vaccin\w+|rations?|help|nfis?|from|hygiene|shelter|tents?|medical|medicines?|protection|psychosocial|education|blankets?|meals?|legal|tarpaulins?|mattress\w*|stoves?|vouchers?|bread|milk|cloth\w+|fuel|seeds?|baskets?|packages?|counsell?ing|surger\w+))|(?:were|been|being|are) reached|reached with|benefit(?:t?ed|ing)? from"),
    ("assisted", "O", r"(?<!latrine )(?<!toilet )(?<!doctor )(?<!borehole )(?<!nurse )(?<! tap )(?<! well )serves?(?= (?:about |some |over |more than |around |nearly |up to )?[\d,]+ (?:million )?(?:people|persons|families|households|children|refugees|patients))|(?:provid|supply|suppli|equipp)(?:ed|ing|es)(?= [\w, ]{1,40}? with\b)|s(?:aw|een|ees?|eeing)(?= (?:about |some |over |around |nearly |almost |up to |at least |more than )?[\w,]+ (?:[a-z]+ )?(?:patients|wounded|injured|casualties))|(?:tents|shelters?) for(?= (?:only |about |some )?[\d,]+ (?:famil|people|house|pers))|reach(?:es|ed|ing)?(?= (?:about |some |only |just |nearly |almost |more than |over |around |roughly |up to |at least |an estimated |another |a further |an additional )?[\d,.]+ (?:million )?(?:[a-z]+ ){0,2}?(?:those|people|persons|families|households|children|individuals|women|residents|patients|farmers|pupils|students))|reaching(?= (?:about |some |nearly |almost |more than |over |around |roughly |up to |at least |an estimated |another |a further |an additional )?[\d,.]+(?: million)?(?=[.,;]|$| in| since| so| this))|attend(?:ed|ing) to|car(?:ed|ing|es) for|cook(?:s|ed|ing)? for|look(?:ed|ing) after|assisting|feeding|serving|vaccinating|treating|treats?|supporting|helping|reach(?:ed|ing)?(?= [^.;]{0,60}(?:with|through))|benefit(?:ed|t?ing|s)?|provided (?:\w+ ){1,8}?(?:to|for)|provid(?:es|ing) (?:\w+ ){1,8}?(?:to|for)|distribut(?:ed|ing|es) (?:[\w,-]+ ){1,9}?(?:to|for|among)|deliver(?:ed|ing|s) (?:[\w,-]+ ){1,9}?(?:to|for)|suppl(?:ied|ying) (?:\w+ ){0,6}?(?:to|for)|(?:distributions?|assistance|aid|food|relief|water|support|care|services|cash|treatment) (?:for|to|reached)|assist|vaccinate|(?:plans?|aims?|hopes?|intends?|needs?|planning|aiming|hoping|target(?:s|ing)?) to (?:reach|assist|support|help|feed)|targeting|enough for|(?:given|gave|giving|help|helps)(?= (?:about |some |more than |over |nearly |almost |up to |around |only |at least |another )?[\d,.]+ (?:million )?(?:people|families|households|children|women|persons|refugees|individuals))|handed out (?:\w+ ){1,8}?to|g(?:ave|ives|iving) (?:[\w-]+ ){1,5}?to|(?:kits?|parcels?|rations?|meals?|blankets?|baskets?|packages?|items|supplies|vouchers) (?:for|to|reached)(?![^.;]{0,60}\b(?:run(?:ning)? (?:out|short|low)|dwindl\w+|exhausted))"),
    ("need", "B", r"liv(?:e|es|ed|ing) in (?:\w+ )?(?:famine|hunger|poverty|crisis|emergency|catastroph\w+)|on the (?:brink|verge|edge)|in (?:urgent |dire |desperate |acute |critical |immediate |severe )?need(?: of)?|food[- ]insecure|at (?:imminent |serious |high |grave )?risk|(?:are |were |is )?(?:going )?hungry|starving|malnourished|in (?:crisis|emergency|catastroph\w+)|need(?:s|ed|ing)?|require[sd]?|requiring|lack(?:s|ed|ing)?|without (?:access|food|water|shelter|electricity|power|clean|adequate|safe|sufficient|medical|tents?|medicines?|help|aid|heating|fuel|a roof|care|bread|income)|fac(?:e|es|ed|ing) (?:\w+ ){0,4}?(?:hunger|starvation|famine|food|crisis|shortages?|emergency|catastroph\w+)|suffer(?:s|ed|ing)? from (?:\w+ ){0,2}?(?:hunger|malnutrition)|on the (?:brink|verge) of (?:famine|starvation)|dependent on (?:\w+ )?(?:aid|assistance)|depend(?:s)? on (?:\w+ )?(?:aid|assistance)|affected|exposed to (?:the )?(?:flood\w*|cold|disease|cholera|violence|hunger|\w+ weather)"),
    ("need", "O", r"(?:food|supplies|stocks|rations|medicines?|water) (?:for|of)(?=[^.;]{0,60}\b(?:run(?:ning)? (?:out|short|low)|dwindl\w+|exhausted))|(?:power|electricity|water|gas|heating|supplies) (?:was |were |has been |have been |is |are )?cut (?:off )?(?:to|for)|affect(?:s|ing|ed)?|threaten(?:s|ing|ed)?|needs of|people in need"),
    ("occupancy", "S", r"share[sd]?(?= (?:an? |one |two |three |four |five |six |seven |eight |nine |ten |twelve |twenty |\d+ |the ))|(?:slept|sleep|sleeping|spent|spend|spends|spending)(?= (?:the |a |another |last |\w+ ){0,2}(?:rough|outdoors|outside|nights?))|(?:there|here)(?= ?[.,;]|$)|(?:now |currently |are |were |is |was |have been |still )*(?:living|live|lives|lived|staying|stay|stays|sat|jammed|squeezed|sitting|huddled|huddling|slept|sleep|sleeps|queu(?:ed|ing)|squat(?:ted|ting)|massed|sheltering|sheltered|shelter|residing|reside|accommodated|housed|hosted|camped|camping|crammed|packed|crowded|gathered|camp|encamped|settled|lodged|squatting|sleeping)(?= (?:out )?(?:in|into|at|on|with|under|inside|across|there|here|near|along|by|within|around|among|rough)\b)|(?:are|were|is) (?:already |now |currently |here|present |right )*(?:here|there|in|at|inside)(?! (?:need|dire|urgent|desperate|crisis|detention|custody|prison|hospital|risk|critical|the hospital|least|stable|serious)\b)"),
    ("occupancy", "O", r"hosts?|hosting|hosted|housed|housing|houses?(?= (?:about |some |nearly |almost |more than |over |around |roughly |up to |at least |an estimated |another |a further |between |only |just )?(?:[\d,]+|tens|dozens|hundreds|thousands|a |one |two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty))|shelters?(?= (?:about |some |nearly |almost |more than |over |around |roughly |up to |at least |an estimated |another |a further |between |only |just )?(?:[\d,]+|tens|dozens|hundreds|thousands|a |one |two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty))|shelter(?:ing|ed)|accommodat(?:es|ed|ing|e)|home to|holds|hold(?= (?:about |some |more than |over |nearly |almost |up to |around |only |at least |another )?[\d,]+)|(?<!we )(?<!he )(?<!they )(?<!i )ha[sd](?= (?:now )?(?:about |some |more than |over |nearly |almost |up to |around |only |at least |another )?[\d,]+ (?:people|families|households|refugees|displaced|idps|persons|residents|inhabitants|patients|inmates|prisoners|detainees|orphans)\b)|we (?:are|were|number)(?= (?:[a-z]+ ){0,2}[\d,]+ (?:people|persons|families|households|souls))|populations?(?! movements?) (?:of|has|stands|is|was|now|rose|at|grew|swelled|reached)[\w ]{0,25}|population(?! movements?)|there (?:are|were|is|was)(?: now| currently)?|there (?:may|might|could|must|would) (?:have been|be)(?! (?:more|another|no|any)\b)|(?:make|makes|made|making) room for|contain(?:s|ed|ing)|occupied by|inhabited by|(?:crowded|full|filled|packed|crammed|overflowing) (?:with|of)|sheltered|capacity.{0,40}now"),
    ("capacity", "O", r"capacity(?:,? (?:of|for|to \w+|is|was)|(?=:? [\d]))|(?:laid out|planned|sized|set up) for|designed (?:for|to (?:hold|host|house|shelter|accommodate))|built (?:for|to (?:hold|host|house|shelter|accommodate))|(?:can|could) (?:hold|host|house|shelter|accommodate)|meant (?:for|to (?:hold|house))|(?<!make )(?<!made )(?<!making )(?<!makes )room for|(?:space|intended) for|maximum capacity"),
    ("population", "O", r"(?:city|town|village|district|area|community|neighbourhood|neighborhood|enclave|country|province) of"),
    ("change", "O", r"(?:increase|decrease|rise|drop|decline) of|(?:rose|increased|grew|fell|dropped|decreased|rise|up|down) by"),
    ("occupancy", "L", r"numbers? of (?:\w+ ){0,3}?(?:in|at|inside|living in|sheltering in|staying in|hosted in)(?= (?:the |this |its |all |collective |reception |transit |\w+ )*?(?:camps?|shelters?|sites?|cent(?:re|er)s?|schools|settlements?))|(?:current |total |camp )*(?:population|occupancy|residents|headcount)"),
    ("strength", "B", r"deployed|mobili[sz]ed|recruited|stationed|massed|mustered|under arms|enlisted|conscripted"),
    ("strength", "O", r"deploy(?:s|ing)?|command(?:s|ed|ing)?|recruiting|a force of|an army of|field(?:ed|s)?|sen(?:t|d|ding)|(?:has|have|had|(?<!along )(?<!together )with)(?= (?:about |some |around |more than |over |at least |up to |nearly |between )?[\d,]+ )"),
    ("strength", "S", r"on the ground|(?:are|were) (?:fighting|operating|active|defending|believed)|fight(?:ing|s)? (?:in|for|alongside)|joined|active in|took part"),
    ("ordnance", "B", r"defused|cleared|neutrali[sz]ed|seized|fired|launched|dropped|detonated|destroyed|found|discovered|removed|disposed of|recovered|confiscated|unearthed|landed|fell|intercepted|shot down|planted"),
    ("facilities", "B", r"damaged|destroyed|burned|burnt|torched|hit|closed|shut|razed|looted|occupied|functioning|functional|opened|built|rehabilitated|set up|demolished|flattened"),
    ("held", "S", r"(?:prisoner|captive|hostage)(?=[ ,.;]|$)"),
    ("missing", "O", r"(?:fate|whereabouts) of|(?:cannot|can not|could not|can't|unable to) account for|lost (?:track of|contact with)"),
    ("missing", "S", r"(?:still |be |are |is |were |remain(?:ed)? |buried |feared )*(?:under|beneath) (?:the )?(?:rubble|debris|ruins|wreckage|mud)"),
    ("departed", "O", r"(?:let|lets|letting|allow(?:ed|ing|s)?)(?= [^.;]{0,40}\b(?:leave|out|go to|depart)\b)"),
    ("arrived", "B", r"admitted"),
    ("moved", "S", r"transited"),
    ("moved", "L", r"referrals?(?: to [\w ]{0,30})?"),
)  # fmt: skip


LAND = re.compile(
    r"(?:side|areas?|territory|towns?|city|land|part|pocket|districts?|villages?|banks?|zone|regions?)\s$|-$"
)


MET = re.compile(
    r"\b(?:funerals?|ceremon(?:y|ies)|meetings?|vigils?|talks|prayers?|services?|rall(?:y|ies)|elections?|votes?|conferences?|summit|protests?|burials?|trials?|hearings?) (?:was |were |is |be |being )?$"
)


class Cue(msgspec.Struct, frozen=True):
    """A word of happening in a sentence."""

    start: int
    end: int
    kind: str
    side: str
    words: str
    passive: bool = False  # a participle, which is no passive where an object follows


BE = r"(?:were|was|been|being|are|is|get|got|getting)(?: still| now| already| also| later| all| [a-z]+ly)*"
# Before a count, wherever a construction asks for one.
HEDGES = re.compile(
    r"\(\?:(?:(?:about|some|around|nearly|almost|more than|over|roughly|up to|at least|an estimated|another|a further|an additional|only|just|between) ?\|?)+\)\?"
)
ANY_HEDGE = r"(?:(?:about|some|around|nearly|almost|more than|over|roughly|approximately|up to|as many as|at least|no fewer than|an estimated|another|a further|an additional|a total of|only|just|between|well over) )*"
VERBS: tuple[tuple[str, str, str], ...] = (
    *((kind, "S", told_by_people(words)) for kind, words in DONE_BY.items()),
    *((kind, "P", told_of_people(words)) for kind, words in DONE_TO.items()),
    *((kind, "O", told_before_people(words, COUNT, WHOM)) for kind, words in DONE_TO.items()),
    *((kind, "L", f"(?:{words.replace(' ', '|')})s? of") for kind, words in DEEDS.items()),
    *((kind, "S", f"{BE} (?:{'|'.join(words.split(', '))})") for kind, words in BEFALLEN.items()),
)
_every = (*MOTION, *CUES, *VERBS)  # of two that begin alike, the longer construction says more
_index = WordIndex([HEDGES.sub(ANY_HEDGE, words) for _, _, words in _every], ending=r"(?!\w)")


def _of_land(text: str, found: re.Match[str]) -> bool:
    """The side held by Kyiv, a funeral was held: not people."""
    words, before = found.group().casefold(), text[max(0, found.start() - 24) : found.start()]
    if words.startswith(("was held", "were held", "being held", "be held", "held")) and MET.search(
        before
    ):
        return True
    return words.startswith("held") and bool(LAND.search(before[-14:]))


def _cue(found: re.Match[str], kind: str, side: str) -> Cue:
    passive = side in "PB"
    words = found.group().casefold()
    return Cue(found.start(), found.end(), kind, "S" if side == "P" else side, words, passive)


def cues_in(text: str) -> list[Cue]:
    """All words of happening in an evened sentence, in order; one span may have several readings."""
    return sorted(
        (
            _cue(found, *_every[number][:2])
            for number, found in _index.found(text)
            if not _of_land(text, found)
        ),
        key=lambda cue: (cue.start, -cue.end),
    )
