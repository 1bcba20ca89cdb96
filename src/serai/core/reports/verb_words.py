"""What verbs tell of people, one list for each kind and side; every form is made from the base.

`DONE_BY` people themselves do: 40 rolled in. `DONE_TO` is done to them: gunned down 40, 40 were
gunned down. `BEFALLEN` tells of them only when they suffer it: 40 were struck by shrapnel.
A bar parts the words that can stand in one place; an underscore stands for a space within one.
"""

# ruff: noqa: E501 - a row of words reads best on one line

DONE_BY: dict[str, str] = {
    "arrived": "roll in|into, check in|into, show up, turn up, stagger in|into|across, drift in|into|across, descend on|upon, converge on, "
    "make landfall, come ashore, gain entry|entrance|admission, file in|into|across, pile in|into, crowd across, get into|through|across, "
    "pour in, flow in, flood in, stream in, surge in, sweep in, straggle in, trail in, limp in, filter in|into|through, trickle in, "
    "seek refuge|asylum|shelter|sanctuary|protection|safety, find refuge|asylum|shelter|sanctuary|safety|haven, take refuge|shelter|sanctuary, cross over|into|in|through, "
    "make the crossing|journey|trip, step ashore, alight, touch down, fly in|into, sail in|into, drive in|into, walk in|into|across, wade across|ashore, "
    "set foot in|on, reach there|here, run in|into, come in|into|through|across|over, jump the fence, scale the fence, apply for asylum",
    "fled": "bolt, scatter, stampede, decamp, run away|off|for|to_the, make off, slip away|out, steal away, sneak away|out, break out|free|away, "
    "hide in the bush|forest|hills|mountains|woods, take flight, take to the road|roads|hills|mountains|bush|forest|sea, "
    "abandon their|the, desert their homes|villages|houses, vacate their|the, clear out of, evacuate their|the, "
    "dash for, rush out|for, abscond, leave everything, leave their homes|villages|houses|farms|land",
    "departed": "quit the|their, check out, ship out, sail away|off|out, set off|out|sail, "
    "embark, drive off|out|away, walk out|away|off, march out|off, head out|off, file out, clear out, take ship, "
    "board buses|minibuses|trains|planes|boats|trucks|lorries|vans|ferries|flights|ships|the_bus|the_train|the_boat, climb aboard|onto, get aboard, go away|abroad, stream away, trickle out",
    "returned": "move back|home, head back|home, get back|home, cross back, travel back|home, drift back, trickle back|home, stream back|home, pour back, flow back, journey home|back, "
    "find their way back|home, resume living|their_lives, reoccupy their, resettle in their, reach home, turn around, fly back|home, sail home, drive home",
    "remaining": "linger, stay behind|put|on|inside, hang on, hold out, sit tight, refuse to leave|go|move|evacuate|budge, decline to leave, hunker down, "
    "shelter in place, languish, remain behind|there|inside|here, dig in, hole up, cling on, tough it out, brave the",
    "occupancy": "dwell in, lodge in|with|at, reside in|at, bed down, bunk down, huddle in|under|around|on|together, cram into, squeeze into, "
    "crowd into|in|around|onto, jam into, squat in, camp in|out|on|by|at|under|outside, bivouac, gather in|at|around|outside|on, mass in|at|outside, congregate at|in|outside, "
    "assemble at|in|outside, sleep in|on|out|under|rough|outside|outdoors, lie on|in|along, sit in|on|by|along|among, queue at|for|outside, line up at|for|outside, populate the",
    "surrendered": "surrender, give up(?!_(?:hope|on\\b|their|the)), give themselves up, capitulate, disarm, defect, "
    "lay down their|arms|weapons, put down their arms|weapons|guns, throw down their, lay aside their, hand in their|weapons|arms, hand over their weapons|guns|arms, "
    "hand themselves in|over, turn themselves in|over, turn in their, raise a|the white flag, raise white flags, raise their hands, wave white flags, wave a white flag, "
    "demobili[sz]e, switch sides, change sides, settle their status",
    "missing": "go missing, vanish, never arrive, never come back, never return, fail to return|arrive|come_back|report",
    "died": "drown, starve, freeze(?=[.,;]|$), suffocate, asphyxiate, expire, pass away, bleed out, bleed to death, freeze to death, starve to death, choke to death, burn to death",
    "killed": "lose their lives|life, meet their deaths|death|end, fall victim to, fall to snipers|bullets|shells|gunfire, fall in battle|combat|action|fighting, get killed|shot_dead",
    "injured": "suffer burns|injuries|wounds|fractures|concussion|trauma|cuts, sustain injuries|wounds|burns|fractures|shrapnel, "
    "receive injuries|wounds|burns, bear wounds|injuries|scars, lose a|an|one|both|their leg|limb|arm|eye|foot|hand|legs|sight|arms|eyes|feet, lose limbs|legs|arms|fingers, undergo amputation|amputations, have amputations|limbs_amputated",
    "assisted": "attend school|classes|sessions|lessons|workshops|training|awareness, draw water, take part in sessions|training|classes|workshops, benefit from",
    "need": "go to bed hungry, face starvation|famine|hunger|eviction|winter|another_winter|shortages|acute|severe|crisis|emergency|catastrophic, "
    "run short of, survive on, do without, risk starvation|famine|death|hunger, await aid|help|assistance|tents|food|treatment|surgery, skip meals",
}
DONE_TO: dict[str, str] = {
    "killed": "slay, murder, massacre, slaughter, butcher, behead, decapitate, lynch, assassinate, gun down, mow down, cut down, shoot dead, "
    "strangle, immolate, liquidate, exterminate, wipe out, pick off, blow up, blow apart, blow to pieces, tear apart, burn alive, bury alive, put to death, crucify, "
    "stone to death, beat to death, hack to death, stab to death, club to death, knife to death, bludgeon to death, trample to death, crush to death, torture to death, "
    "run over, finish off, fell, poison, electrocute, incinerate",
    "injured": "maim, disfigure, scald, mutilate, cripple, paralyse, paralyze, concuss, lacerate, beat up, burn(?!_(?:to|alive|down|out))",
    "held": "recapture, rearrest, re-arrest, abduct, kidnap, apprehend, imprison, jail, incarcerate, intern, lock up|away, round up, take prisoner|captive|hostage|alive, take into custody|captivity, "
    "haul off|away|in, drag off|away, march off|away, lead away|off, cart off|away, bundle into, confine, snatch, nab, grab, remand, enslave, "
    "seize, capture, interrogate, keep in custody|detention|captivity, place under arrest, place in custody|detention, put under arrest, put in prison|jail, put behind bars, herd into",
    "freed": "free, release, liberate, rescue, save, bail, acquit, pardon, amnesty, swap, ransom, extricate, extract, set free, let go, set at liberty, dig out alive, bring out alive, pull out alive, pull alive, pull to safety, "
    "pluck from, pluck out of, pluck to safety, recover alive, haul to safety, spring from",
    "displaced": "send away, drive off|away, uproot, dislodge, evict, dispossess, oust, make homeless, render homeless, leave homeless, drive from|out_of|away_from, force from|out_of|out, push from|out_of, "
    "chase from|out_of|away|out, hound out|from, expel from their, burn out_of, bomb out_of, wash out_of, turf out_of, clear from their, turn out_of their",
    "moved": "evacuate, transfer, relocate, transport, bus out, truck out, airlift, ferry, shuttle, escort, convey, winch, medevac, load onto|into|aboard, put on buses|trains|planes|a_plane|a_bus|a_train|board, "
    "take to hospital|hospitals|safety, rush to, fly out|abroad, lead to safety, guide to safety, get to safety, collect by|from|at|on, pick up by|from|at|off|in, bring to safety, haul out, lift out|to_safety, send to hospital|hospitals, remove from, move by|out|onward",
    "returned": "repatriate, deport, escort back|home, see home, send back|home, fly home|back, bring home|back, take back|home, push back, readmit, bus home|back, ship home|back, drive back, carry home, throw back",
    "registered": "register, enrol, enroll, screen, verify, profile, identify, process, vet, fingerprint, assess, enumerate, log, put on its|the lists|list, put on lists, debrief",
    "assisted": "help, assist, aid, treat, support, vaccinate, immunise, immunize, inoculate, jab, counsel, equip, clothe, nourish, educate, examine, cure, nurse, bandage, operate on, "
    "cater for, cook for, care for, look after, sponsor, cover, feed, pay, tend to, attend to, provide for, supply with, provide with, reach with, hospitalise, hospitalize, rehouse",
    "occupancy": "host, house, accommodate, quarter, billet, put up",
    "arrived": "admit, usher in|into|across, wave in|through|across, let in|into|through|across, take in, welcome, allow in|into|through|across, set ashore, put ashore",
    "missing": "trace, look for, search for, hunt for",
    "need": "affect, threaten, endanger, imperil, put at risk, leave without, cut off from, deprive of, strand without",
    "remaining": "trap, strand, besiege, maroon, encircle, pin down, hem in, leave behind",
    "strength": "deploy, mobili[sz]e, station, muster, conscript, draft, recruit, redeploy, call up",
}
BEFALLEN: dict[str, str] = {
    "injured": "hit by, struck by, caught by shrapnel, peppered with, left with injuries, left wounded, left with burns, left injured, burned(?= ?[.,;]|$), bitten, treated for wounds",
    "held": "carried off, taken(?= ?[.,;]|$), held, pulled off, kept in, charged with, convicted of, sentenced to, taken from their, sold as, sold into, shackled, stopped for questioning, in chains",
    "killed": "hit and killed, found dead, left dead, fatally \\w+, mortally \\w+, torn to pieces",
    "need": "hit by (?:the )?(?:flood\\w*|drought|quake|earthquake|storm|cyclone|crisis|cuts), left without, deprived of, short of, out of school, out of work, in distress, dependent on, reliant on, underfed, undernourished, underweight, cut off from",
    "remaining": "left behind, caught in, unable to leave, yet to leave|yet to be, kept from leaving, barred from leaving",
    "freed": "granted (?:amnesty|bail|a pardon|release), brought out alive, found alive, recovered alive",
    "returned": "back home, back in their, home again",
    "occupancy": "packed into, crowded into, crammed into, wedged into, squeezed into, put up in",
}
# What a noun names that was done: the execution of 11.
DEEDS: dict[str, str] = {
    "killed": "execution killing murder massacre beheading slaughter assassination death loss slaying lynching martyrdom shooting",
    "died": "drowning starvation",
    "injured": "wounding maiming",
    "held": "arrest detention abduction kidnapping capture seizure imprisonment incarceration jailing internment",
    "missing": "disappearance",
    "freed": "release rescue liberation freeing acquittal ransom",
    "moved": "evacuation transfer relocation removal airlift resettlement medevac",
    "displaced": "displacement eviction uprooting expulsion",
    "returned": "return repatriation deportation pushback",
    "arrived": "arrival entry influx inflow",
    "departed": "departure withdrawal exit",
    "fled": "flight exodus escape",
    "surrendered": "surrender defection desertion",
    "registered": "registration screening profiling enrolment",
    "assisted": "treatment vaccination feeding training",
    "strength": "deployment dispatch mobilisation mobilization",
    "need": "plight hunger",
}
