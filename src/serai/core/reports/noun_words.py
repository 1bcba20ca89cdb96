"""The nouns a figure can count, by unit and sort, and the words that stand in their way."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

PERSON = {
    "people": "people kids kid ppl pax pers persons person individuals individual civilians civilian residents resident inhabitants villagers "
    "men man women woman children child boys girls boy girl infants babies minors youths toddlers adults elderly citizens citizen nationals "
    "population souls others lives farmers workers worker students pupils teachers nurses doctors medics patients patient journalists journalist "
    "volunteers staff members member protesters worshippers passengers foreigners foreigner mothers fathers parents "
    "widows orphans survivors victims beneficiaries locals townspeople herders pastoralists traders shoppers mourners "
    "pilgrims employees experts deminers sappers engineers diplomats aides officials activists lawyers judges politicians councillors mayors deputies envoys monitors observers contractors interpreters translators clerics imams nuns pastors shepherds bystanders motorists commuters labourers laborers builders scientists sailors pilots athletes musicians countrymen compatriots tribesmen clansmen businessmen cameramen guests attendees those youngsters schoolchildren schoolgirls relatives followers family-members monks priests "
    "personnel humanitarians paramedics responders rescuers firefighters miners fishermen tourists "
    "grandchildren sons daughters brothers sisters siblings cousins nephews nieces uncles aunts neighbours neighbors colleagues friends kin "
    "dependents dependants wives husbands spouses entrepreneurs caregivers drivers guards crew participants comrades comrade newborns newborn preemies surgeons midwives midwife cooks peasants elders sheikhs bishops rabbis clergy teens adolescents pensioners invalids brides slaves nomads tenants recipients clients respondents correspondents reporters dissidents opponents agents collaborators informants smugglers traffickers looters orderlies twins triplets folk folks fisherfolk mates classmates wards fans faithful devotees castaways stowaways exiles expatriates expats settlers occupants passers-by females males tots teenagers seniors believers ones nurse teacher doctor surgeon medic fisherman farmer herder shepherd motorist paramedic firefighter driver villager guard cleric imam policewoman mourner deminer engineer",
    "displaced": "idps idp displaced refugees refugee evacuees evacuee asylum-seekers seekers migrants migrant homeless "
    "deportees expellees stateless",
    "returned": "returnees returnee",
    "fighters": "fighters fighter militants militant soldiers soldier troops insurgents rebels rebel gunmen gunman "
    "jihadists jihadist terrorists terrorist combatants combatant militiamen commanders commander recruits extremists "
    "forces peacekeepers policemen policeman police officers officer servicemen conscripts marines bombers mercenaries "
    "paramilitaries commandos troopers gendarmes cadets guardsmen airmen defenders attackers assailants bandits raiders draftees guerrillas peshmerga mujahideen partisans gunners riflemen infantrymen paratroopers janjaweed loyalists separatists deserters defectors sentries extremist warriors reservists reinforcements snipers operatives cadres",
    "held": "prisoners prisoner detainees detainee hostages hostage captives captive inmates abductees pows suspects arrests detentions abductions kidnappings",
    "killed": "dead deaths death killed fatalities fatality bodies body corpses corpse martyrs killings homicides homicide murders executions assassinations lynchings slain "
    "drownings skeletons skeleton skulls",
    "injured": "injuries injury wounded injured hurt amputees",
    "missing": "missing disappeared",
    "arrived": "arrivals arrival newcomers newcomer",
    "departed": "departures departure",
}
DEMONYMS = (
    "iraqis syrians afghans turks kurds yazidis yezidis rohingya palestinians ukrainians russians sudanese yemenis "
    "somalis ethiopians eritreans tigrayans amharas oromos congolese rwandans burundians ugandans kenyans nigerians malians "
    "libyans lebanese jordanians egyptians tunisians moroccans algerians iranians pakistanis indians bangladeshis "
    "burmese venezuelans colombians haitians hondurans salvadorans guatemalans mexicans chadians cameroonians "
    "armenians azerbaijanis georgians israelis americans britons germans french europeans westerners arabs turkmen "
    "buddhists hindus sikhs jews christians muslims sunnis shiites shia alawites druze masalit dinka nuer hazaras uzbeks tajiks chechens bosnians "
    "serbs croats kosovars albanians tamils mozambicans burkinabe nigeriens guineans liberians ivorians gazans "
    "filipinos indonesians nepalis tibetans uighurs belarusians poles moldovans"
)
THINGS = {
    "family": "families family hhs hh households household",
    "vehicle": "trucks truck lorries lorry buses bus vehicles vehicle cars car convoys ambulances ambulance minibuses minibus suvs suv pickups pick-ups "
    "boats boat dinghies tankers trailers motorcycles tractors planes helicopters flights flight trains train ships ship vans barges barge coaches coach ferries canoes rafts minivans jeeps minibusses tanks tank bulldozers taxis taxi rickshaws bicycles bikes carts speedboats trawlers skiffs pirogues humvees busloads",
    "item!ordnance": "mines mine landmines landmine ieds ied bombs bomb shells rockets missiles missile explosives explosive grenades caches "
    "cache drones drone munitions rounds submunitions warheads mortars firearms guns pistols weapons rifles uxo devices uxos projectiles bomblets charges detonators tripwires booby-traps traps objects remnants vests belts launchers rpgs",
    "item!facilities": "kitchens hangars schools school hospitals hospital clinics clinic houses homes home shelters shelter tents tent latrines buildings "
    "villages towns camps sites site centres centers facilities facility wells boreholes bakeries mosques churches classrooms "
    "toilets showers markets shops warehouses communities settlements neighborhoods neighbourhoods posts localities "
    "districts locations places areas bridges roads checkpoints dwellings apartments points mosque prisons structures huts rooms wards units",
    "item!supplies": "kits kit blankets mattresses parcels baskets rations meals packages jerrycans tarpaulins doses vaccines "
    "stoves mats sheets nets vouchers tablets loaves bottles items sacks bags boxes pallets cartons",
    "t!supplies": "tons tonnes ton tonne mt metric-tons",
    "l!supplies": "litres liters litre liter",
    "m3!supplies": "cubic",
    "kg!supplies": "kg kilograms kilogrammes kilos",
    "km!distance": "kilometers kilometres kilometer kilometre km kms",
    "mile!distance": "miles mile",
    "km2!area": "sq-km km2 km²",
    "ha!area": "hectares hectare ha",
    "acre!area": "acres acre",
    "m!distance": "meters metres meter metre",
    "day!duration": "days day", "week!duration": "weeks week", "month!duration": "months month",
    "year!duration": "years year", "hour!duration": "hours hour", "minute!duration": "minutes minute",
    "item!other": "organisations organizations agencies ngos companies groups charities firms countries nations factions embassies graves grave loaves bullets casualties casualty attacks attack incidents incident strikes airstrikes raids violations cases case operations consultations surgeries visits "
    "calls livestock animals cattle sheep goats cows camels chickens poultry dogs donkeys horses births pregnancies reports applications requests claims events clashes explosions beds bed rallies",
}  # fmt: skip
# Nouns that often only describe the noun behind them: camp residents, civilian deaths.
ADJECTIVAL = frozenset(["civilian", "refugee", "police", "family", "school", "camp", "child", "migrant", "militant", "rebel", "army", "truck", "lorry", "boat", "train", "ship", "vehicle", "minibus", "tractor", "helicopter", "household", "idp", "home", "population", "village", "individual", "prisoner", "displaced", "injured", "wounded", "missing", "homeless", "elderly", "foreigner", "woman", "detainee", "hostage", "staff", "worker", "body", "weapons", "mine", "car", "bus", "explosive", "mortar", "missile", "rocket", "bomb", "landmine", "ied", "shell", "returnee", "fighter", "citizen", "student", "soldier", "resident", "hospital", "medics", "patient", "journalist", "crew", "terrorist", "jihadist", "ambulance", "shelter", "tent", "building", "community", "forces", "combatant", "dead", "killed", "flight", "cubic", "extremist", "man", "boy", "girl", "minor", "adult", "food", "death", "injury", "town", "site"])  # fmt: skip
# Words no noun phrase runs across.
BARRIERS = frozenset(["lost", "gave", "took", "made", "got", "kept", "put", "ran", "met", "sat", "lay", "stood", "slept", "spoke", "saw", "broke", "sought", "shared", "share", "received", "benefited", "sought", "began", "joined", "spent", "were", "was", "have", "had", "has", "are", "is", "be", "been", "being", "fled", "fleeing", "flee", "died", "arrived", "left", "in", "from", "at", "on", "by", "for", "with", "to", "into", "near", "inside", "across", "since", "during", "within", "after", "before", "who", "which", "that", "as", "when", "while", "but", "said", "says", "told", "according", "because", "under", "per", "out", "remain", "remained", "still", "returned", "reached", "crossed", "live", "living", "staying", "hiding", "do", "did", "will", "would", "could", "may", "might", "can", "including", "include", "includes", "and", "or", "nor", "if", "than", "then", "so", "there", "here", "now", "yet", "again", "daily", "came", "come", "went", "gone", "not", "through", "around", "about", "over", "behind", "outside", "along", "via", "against", "between", "among", "amid", "despite", "until", "sheltering", "trapped", "stranded", "reportedly", "alone", "each", "every"])  # fmt: skip
# Plurals that name people by what they do or where they are from, and those that only look so.
AGENTIVE = re.compile(
    r"[a-z][a-z-]{2,}(?:ers|ors|ists|ants|ees|ians|men|women|folk|mates|boys|girls|goers|children)|[A-Z][a-z]{3,}(?:ans|ites|ese|is)|[A-Z][a-z]{2,}[a-rt-z]s"
)
NO_AGENTS = frozenset(["Kalashnikovs", "Grads", "Scuds", "Katyushas", "Patriots", "Toyotas", "Humvees", "Apaches", "Shaheds", "Iskanders", "Qassams", "Antonovs", "Chinooks", "Tomahawks", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "containers", "trailers", "tankers", "tractors", "generators", "ventilators", "incubators", "transformers", "shelters", "centers", "quarters", "papers", "posters", "letters", "numbers", "orders", "borders", "rivers", "corridors", "sectors", "factors", "reactors", "doors", "floors", "powers", "covers", "layers", "meters", "liters", "kilometers", "carriers", "destroyers", "helicopters", "choppers", "scooters", "cutters", "boosters", "sensors", "motors", "routers", "servers", "computers", "printers", "loudspeakers", "heaters", "cookers", "burners", "coolers", "filters", "razors", "trousers", "sweaters", "diapers", "flyers", "banners", "stickers", "folders", "ledgers", "registers", "chapters", "clusters", "disasters", "towers", "showers", "flowers", "boulders", "ladders", "hammers", "timbers", "chambers", "embers", "timers", "errors", "mirrors", "terrors", "horrors", "tremors", "harbors", "harbours", "colours", "favours", "honours", "rumours", "tumours", "conveyors", "elevators", "escalators", "radiators", "indicators", "projectors", "detectors", "processors", "vectors", "plants", "elephants", "restaurants", "grants", "variants", "implants", "warrants", "pants", "trees", "committees", "degrees", "fees", "bees", "knees", "guarantees", "marquees", "levees", "lists", "checklists", "fists", "mists", "twists", "wrists", "specimens", "regimens", "hectares", "others", "matters", "offers", "answers", "dinners", "suppers", "winters", "summers", "headquarters", "newspapers", "barriers", "computers", "lockers", "drawers", "counters", "fires", "shutters", "rafters", "gutters", "dangers", "tigers", "fingers", "shoulders", "monitors", "stretchers", "blisters", "cancers", "ulcers", "dollars", "cellars", "pillars", "counters", "crackers", "silos", "floaters", "acres", "bunkers", "trenchers", "craters", "theaters", "meters", "encounters", "hangers", "parameters", "perimeters", "diameters", "feeders", "headers", "wafers", "burgers", "buffers", "encounters", "pointers", "remainders", "reminders", "tenders", "binders", "cylinders", "fenders", "lenders", "blenders"])  # fmt: skip
