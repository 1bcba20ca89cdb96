"""Every letter, particle and compound that names are read by: the one file to correct them in.

Sources. Arabic letters and the words of compounds: common knowledge of Arabic names, checked on
the CC0 pairs of Wikidata labels named in docs/data.md. Sounds of Latin digraphs: ALA-LC and DMG
romanisation, French usage of the Maghreb, Turkish (Law 1353 of 1928) and Hawar Kurdish alphabets,
the digits of Arabic chat. Cyrillic: GOST 7.79 with the letters of Kazakh, Tajik and Uzbek.
No name of a person stands here: only letters, particles and words that begin many names.

Consonant classes: B T J H K D R Z S X (sh) F L M N G. A letter gives its usual class first, then
the classes that other people write it as.
"""

import re

CLASSES = "BTJHKDRZSXFLMNG"

# --- marks that are no letters -----------------------------------------------------------------

APOSTROPHES = "'’‘`´ʿʾʼʻˈ′ʹ՚＇"
HYPHENS = "-‐‑‒–—―−ـ_"

# --- Arabic script -----------------------------------------------------------------------------

# Forms of one letter: hamza carriers, Persian, Urdu and Sorani letters that are another letter's.
ARABIC_FORMS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ء": "",
    "ک": "ك", "ڪ": "ك", "ی": "ي", "ې": "ي", "ێ": "ي", "ے": "ي", "ۍ": "ي", "ۓ": "ي",
    "ە": "ه", "ہ": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ه", "ۆ": "و", "ۇ": "و", "ۋ": "و",
    "ۈ": "و", "ۉ": "و", "ۅ": "و",
    "ڵ": "ل", "ڕ": "ر", "ڑ": "ر", "ٹ": "ت", "ڈ": "د", "ں": "ن", "ݣ": "گ", "ڭ": "گ", "ڨ": "گ",
    "ڥ": "ڤ", "ڢ": "ف", "ڧ": "ق", "ګ": "گ", "ݢ": "گ", "ټ": "ت", "ٺ": "ت", "ډ": "د", "ړ": "ر",
    "ښ": "ش", "ڜ": "ش", "ڼ": "ن", "ځ": "ز", "څ": "س", "ږ": "ژ", "ٻ": "ب", "ڀ": "ب", "ڙ": "ر",
}  # fmt: skip

# Sorani and Uyghur write every vowel: this letter for one that Arabic leaves out, and a hamza
# before a word that begins with a vowel (the Kurdish Academy's alphabet; Uyghur's of 1983). Older
# Kurdish texts write the former as an h that joins nothing.
SHORT_VOWEL, NOT_JOINED, VOWEL_FIRST = "ە", "ه\u200c", "ئ"
SPELT_OUT = "ەێۆۇۈڵڕې"
# One name written with and without the alef that the Quran leaves out, or with one letter for two.
WRITTEN_ONE_WAY = {
    "رحمان": "رحمن",
    "اسمعيل": "اسماعيل",
    "ابرهيم": "ابراهيم",
    "اسحق": "اسحاق",
    "هرون": "هارون",
    "سليمن": "سليمان",
    "عثمن": "عثمان",
    "لقمن": "لقمان",
    "داوود": "داود",
    "روف": "رووف",
    "معويه": "معاويه",
    "اسرايل": "اسراييل",
}
ARABIC_CONSONANTS = {
    "ب": ("B",), "پ": ("B",), "ت": ("T",), "ث": ("S", "T"), "ج": ("J", "G", "X"), "چ": ("X", "J"),
    "ح": ("H",), "خ": ("K", "H"), "د": ("D",), "ذ": ("D", "Z", "T"), "ر": ("R",), "ز": ("Z",),
    "ژ": ("J", "Z"), "س": ("S",), "ش": ("X",), "ص": ("S",), "ض": ("D", "Z"), "ط": ("T",),
    "ظ": ("Z", "D", "T"), "غ": ("G",), "ف": ("F",), "ڤ": ("F", ""), "ق": ("K", "G"),
    "ك": ("K", "G"), "گ": ("G", "K"), "ل": ("L",), "ھ": ("", "H"), "م": ("M",), "ن": ("N",),
    "ه": ("H",),
}  # fmt: skip
ARABIC_VOWELS = "اويع"
# Two letters for one foreign sound; words that are not spoken as they are written.
ARABIC_PAIRS = {"تش": ("X", "TX")}
# Fathi, Adham: whoever reads th and dh as one sound does not hear the h.
BREATHED, BREATHS = "تطدضسصكز", "هح"
FIRST_YA = ("", "J")  # Jusuf, as the north of Europe and Bosnia write ya
PERSIAN_OF = "هاي"  # Khamenei, of Khameneh: the h is not spoken
SPOKEN_AS = {
    "عمرو": "عمر", "عمروا": "عمر", "طه": "طاها",
    "ajsha": "aysha", "jahja": "yahya", "patimat": "fatimat", "patima": "fatima",
    "patime": "fatima",
    **dict.fromkeys(("hatice", "hatije", "hatidzha", "hatidza", "hatidze", "hatixhe"), "khadija"),
}  # fmt: skip

# --- Latin script ------------------------------------------------------------------------------

# Letters with marks whose sound is not that of the bare letter.
LATIN_FORMS = {
    "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "cz", "č": "ch", "ć": "ch", "ž": "zh",
    "ż": "zh", "ğ": "gh", "ġ": "gh", "ǧ": "j", "ǰ": "j", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh",
    "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "dh", "þ": "th",
    "ł": "l", "ŋ": "ng", "ə": "a", "ṯ": "th", "ḏ": "dh",
}  # fmt: skip
FRENCH_OR_TURKISH = "cz"  # how the letter ç is folded: an s or a ch
# Letters that stand for another sound in one language only are folded to digraphs that no
# language writes, so that both sounds may be heard: Cyrillic writes every h with one letter and
# once wrote it as g; the Somali alphabet of 1972 writes the deep h as x and ayn as c.
CYRILLIC_H, CYRILLIC_G, SOMALI_H, SOMALI_AYN = "xq", "gx", "hx", "qc"
OF_NO_ONE_LETTER = frozenset((CYRILLIC_H, CYRILLIC_G, SOMALI_H, SOMALI_AYN, "sy", "dz", "xh"))
SHOWN_AS = {FRENCH_OR_TURKISH: "ç", CYRILLIC_H: "kh", CYRILLIC_G: "g", SOMALI_H: "x",
            SOMALI_AYN: "c"}  # fmt: skip
SILENT = {"j": "y", SOMALI_AYN: "", "ح": ""}  # where no consonant is heard
# Arabic chat writes the letters that Latin lacks as digits of their shape.
CHAT_DIGITS = {"2": "'", "3": "'", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "q"}

LATIN_CONSONANTS = {
    "tsch": ("X",), "dsch": ("J",), "tch": ("X", "TX"), "dzh": ("J",), "dsh": ("J",), "ckh": ("K",),
    "cz": ("X", "S", "J"), CYRILLIC_H: ("H", "K"),
    CYRILLIC_G: ("G", "H", "K"), SOMALI_H: ("H", "KS", "K"), SOMALI_AYN: ("", "K"), "xh": ("J",),
    "sy": ("S", "X"), "ts": ("TS", "S"), "dz": ("J", "Z", "D"), "dj": ("J",),
    "kh": ("K", "H", "KH"), "sh": ("X", "SH"),
    "ch": ("X", "K", "J"),  # Iraq writes the sound of Chalabi as jim
    "gh": ("G", "K"),
    "jh": ("J", "JH"), "bh": ("B", "BH"),
    "th": ("T", "S", "D", "TH"), "dh": ("D", "Z", "DH"), "ph": ("F",), "zh": ("J", "Z", "ZH"),
    "ck": ("K",), "cq": ("K",), "kq": ("K",), "sch": ("X",),
    "b": ("B",), "c": ("K", "J", "S"), "d": ("D",), "f": ("F",), "g": ("G", "J", "K"), "h": ("H",),
    "j": ("J",), "k": ("K",), "l": ("L",), "m": ("M",), "n": ("N",), "p": ("B",), "q": ("K", "G"),
    "r": ("R",), "s": ("S",), "t": ("T",), "v": ("F", ""), "x": ("KS", "K"), "z": ("Z",),
}  # fmt: skip
# Where these are one sound; elsewhere, as in Homsy and Dowlatshahi, they are two letters.
ONE_SOUND = {"sy": "(?=[aeiou])", "ts": "(?!h)"}
AMID = {"dz": ("DZ", "J", "Z")}  # not at the beginning: Ahmadzai
SOFT_BEFORE = "eiy"
HARD_AFTER = "gn"  # a g after an n is hard: Cengiz
LATIN_SOFT = {"c": ("S", "J"), "g": ("J", "G", "K")}
LATIN_VOWELS = "aeiouyw"
# Turkish speaks and writes t for a d at the end of a word (final devoicing: Göksel and Kerslake,
# Turkish: A Comprehensive Grammar, 2005): Halit, Ahmet. A t after a may be a ta marbuta besides:
# Izzat. Its p for b and k for g are of one class here anyway.
LAST_T = ("T", "D")
LAST_AT = ("T", "", "D")
# An n before b is spoken, and by many written, as m: Jumblatt, Sumbul.
LATIN_BEFORE = {("m", "b"): ("M", "N")}
# An h between one of these vowels and a consonant may stand for length or ayn: Nehme, John.
LENGTHENED = "eou"

# --- Cyrillic script, written in Latin ---------------------------------------------------------

CYRILLIC = {
    "дж": "j", "а": "a", "б": "b", "в": "v", "г": CYRILLIC_G, "д": "d", "е": "e", "ё": "yo",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": CYRILLIC_H, "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "қ": "q", "ғ": "gh", "ҳ": "h", "һ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ә": "a", "ө": "o",
    "ү": "u", "ұ": "u", "ң": "ng", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "җ": "j", "ҡ": "q", "ҝ": "g", "ҫ": "s", "ҙ": "z", "ҥ": "ng", "ӷ": "gh", "ҕ": "gh",
    "хь": "h", "х\u04cf": "h", "г\u04cf": "gh", "кх": "q", "къ": "q", "гъ": "gh", "хъ": "kh",
}  # fmt: skip

# Russia's passports write the old g for h in Latin letters too; German and old Indonesian spelling
# write ch for h in these names.
HARD_H = {
    "g": (
        CYRILLIC_H,
        r"(?<=^ma)g(?=omed)|(?<=^ibra)g(?=im)|^g(?=adzhi|amzat|asan|use[iy]n|amid)",
    ),
    "ch": (
        CYRILLIC_H,
        r"(?<=^m[aou])ch(?=[ao]?m+[aeou])|(?<=^a)ch(?=m[ae]d)|(?<=ra)ch(?=ma[nt])",
    ),
}

# --- particles and compounds -------------------------------------------------------------------


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set(
    "al el ul il ol od ud ur ال as ash es esh ad ed an en ar er at et az ez ath ech adh"
)
ARABIC_ARTICLE = "ال"
SUN_LETTERS = frozenset("تثدذرزسشصضطظلن")
# Begin like the article and are not: Ilyas, Ilham, Ulfat, Albert, Alexander, Alma …
NO_ARTICLE = _set(
    "الياس الهام الهامي الفت البير البرت الكسندر الكسندرا اليسا اليسار اليزابيث الفريد الما الين"
    " الينا الان الاء التان الماس اللي اليان الدا النا الوند البان الب الچي الچين الفا السا الفه"
)
SONS = _set(
    "bin ibn ben bn bint bent binti bte oglu oghlu بن ابن بنت ولد ould ouled wuld wald"
    " de du des da di von van der"
)
# The last one is a slip of the pen, and no name.
FATHERS = _set(
    "abu abou abo abi aba aboul abul abol abouel abuel aboel ابو ابي ابا bu bo ebu ebul eba ebi"
    " بو اوب"
)
MOTHERS = _set("um umm oum om omm oumm ummu umul ummul omol ommol umol oumoul ام")
SERVANTS = _set(
    "abd abdul abdel abdal abdoul abdol abdil abdu abde abdur abder abdus abdes abdun abdud ebd"
    " ebdul ebdil ebdel evd evdul evdil عبد"
)
FATHER_OF_MAGHREB = "bou"  # begins a name of its own there: Bou Alem is Boualem
HOLDERS = _set("ذو ذي zul dhul thul dzul")  # of al-Faqar: the first half of one word
FAITHS = re.compile(r"(?:[aeiu]l|[aeiu])?d{1,2}(?:in|ine|een|yn)|الدين|دين")
GODS = _set("allah alla ullah ulla ellah ella illah ollah olla llah lah الله")
# The article at the end of the word before, as South Asia joins it: Anwarul Haq, Ziaur Rahman.
JOINED_ARTICLE = re.compile(r"(?P<first>[a-z]{4,})u(?:l|r|d|s|n|z|t)")
TITLES = _set(
    "dr mr mrs ms prof eng sheikh shaikh sheik shaykh sheykh cheikh chaikh hajj haj haji hajji"
    " hajja hadj hadji haci hag hagg elhadj alhaj alhaji sayyid syed sayed seyed seyyed seyid"
    " seyyid sayid saiyid sayyed seyedeh seyyedeh sayyida sid sidi moulay mulay maulana mawlana"
    " mullah mulla molla mollah imam ustad mirza ayatollah الشيخ شيخ الشيخه الحاج حاج حاجي"
    " الحاجه السيد سيد سيده سيدي دكتور الدكتور الدكتوره المهندس ملا الملا مولاي مولانا ميرزا"
)
NOT_A_NAME = _set(
    "unknown unnamed none null nil nan na tbd noname nobody anonymous inconnu inconnue bilinmeyen"
    " مجهول مجهوله غيرمعروف"
)
# What stands in a form for want of a name: one letter again and again.
ONE_LETTER = re.compile(r"(?P<one>\w)(?P=one){2,}|(?P<two>[b-df-hj-np-tv-z])(?P=two)")
NOT_A_NAME_PAIRS = frozenset(
    tuple(pair.split()) for pair in ("غير معروف", "غير معروفه", "not known", "no name", "n a",
                                     "بدون اسم", "بلا اسم", "not given", "لا يوجد")
)  # fmt: skip
# What these are depends on the word beside them.
IN_COMPANY = (
    ARTICLES
    | SONS
    | FATHERS
    | MOTHERS
    | SERVANTS
    | HOLDERS
    | frozenset((FATHER_OF_MAGHREB,))
    | GODS
    | TITLES
    | NOT_A_NAME
    | frozenset(one for pair in NOT_A_NAME_PAIRS for one in pair)
)
