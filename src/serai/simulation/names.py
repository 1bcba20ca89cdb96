"""Invented names: common parts, drawn at random, in Arabic or Latin script.

No name here is a real person's: every part is shared by very many people, and the parts of one
name are drawn independently of one another.
"""

from random import Random

import msgspec

from serai.core.people import Names

ARABIC_SHARE = 0.68
BOTH_SCRIPTS_SHARE = 0.22
KUNYA_SHARE = 0.07
NO_GRANDFATHER_SHARE = 0.24
NO_FAMILY_SHARE = 0.06
MOTHER_SHARE = 0.3

Part = tuple[str, tuple[str, ...]]


class Pool(msgspec.Struct, frozen=True):
    """Name parts of one region."""

    men: tuple[Part, ...]
    women: tuple[Part, ...]
    families: tuple[Part, ...]


class Lineage(msgspec.Struct, frozen=True):
    """The parts of one person's name, in both scripts."""

    own: Part
    father: Part
    grandfather: Part | None
    family: Part | None
    kunya: Part | None = None
    mother: Part | None = None


def _parts(table: str) -> tuple[Part, ...]:
    rows = (row.strip().split("|") for row in table.strip().split(";"))
    return tuple((arabic.strip(), tuple(latin.strip().split(","))) for arabic, latin in rows)


ARAB = Pool(
    men=_parts(
        "محمد|Mohammed,Muhammad,Mohamad;أحمد|Ahmad,Ahmed;علي|Ali;حسن|Hasan,Hassan;"
        "حسين|Hussein,Husain;خالد|Khaled,Khalid;عمر|Omar,Umar;إبراهيم|Ibrahim,Ebrahim;"
        "يوسف|Yousef,Yusuf;محمود|Mahmoud,Mahmud;مصطفى|Mustafa,Moustafa;عبدالله|Abdullah,Abdallah;"
        "عبدالرحمن|Abdulrahman,Abdel Rahman;جاسم|Jasim,Jassem;كريم|Karim,Kareem;سعيد|Said,Saeed;"
        "صالح|Saleh,Salih;حمد|Hamad;حميد|Hamid,Hameed;ماجد|Majed,Majid;وليد|Walid,Waleed;"
        "طارق|Tariq,Tareq;زياد|Ziad,Ziyad;فهد|Fahd,Fahad;فيصل|Faisal,Faysal;نايف|Nayef,Naif;"
        "سليمان|Suleiman,Sulayman;داود|Dawud,Daoud;عيسى|Issa,Isa;موسى|Musa,Moussa;هاني|Hani;"
        "رامي|Rami;سامر|Samer,Samir;ياسر|Yasser,Yasir;أنس|Anas;بلال|Bilal;حمزة|Hamza;أيمن|Ayman;"
        "عماد|Imad,Emad;جمال|Jamal,Gamal;رائد|Raed;سعد|Saad;عباس|Abbas;قاسم|Qasim,Kassem;"
        "مازن|Mazen,Mazin;ناصر|Nasser,Nasir;هشام|Hisham;غانم|Ghanem,Ghanim"
    ),
    women=_parts(
        "فاطمة|Fatima,Fatma;عائشة|Aisha,Aysha;مريم|Maryam,Mariam;زينب|Zainab,Zaynab;"
        "خديجة|Khadija,Khadijah;آمنة|Amina,Amna;سارة|Sara,Sarah;ليلى|Layla,Leila;نور|Nour,Nur;"
        "هدى|Huda,Hoda;سلمى|Salma;أسماء|Asma,Asmaa;حليمة|Halima;رقية|Ruqaya,Rukaya;سمية|Sumaya;"
        "صفية|Safiya;هبة|Hiba,Heba;إيمان|Iman,Eman;رحمة|Rahma;شيماء|Shaima,Shaymaa;نجلاء|Najla;"
        "وفاء|Wafa,Wafaa;أمل|Amal;رنا|Rana;دعاء|Duaa,Doaa;سعاد|Suad,Souad;نادية|Nadia;سناء|Sana;"
        "ابتسام|Ibtisam;إسراء|Israa,Esraa;بشرى|Bushra;جميلة|Jamila;حنان|Hanan;رغد|Raghad;"
        "سميرة|Samira;شهد|Shahd;ضحى|Duha;غادة|Ghada;كوثر|Kawthar,Kawther;منى|Mona,Muna;"
        "ميساء|Maysa;نهى|Noha,Nuha;هناء|Hana,Hanaa;ياسمين|Yasmin,Yasmeen"
    ),
    families=_parts(
        "الحسن|Al-Hasan,Al Hassan;العلي|Al-Ali;المحمد|Al-Mohammed,Al Muhammad;الخلف|Al-Khalaf;"
        "الحسين|Al-Hussein;الأحمد|Al-Ahmad,Al Ahmed;العبدالله|Al-Abdullah;الصالح|Al-Saleh,Al Salih;"
        "الإبراهيم|Al-Ibrahim;الجاسم|Al-Jasim,Al Jassem;الحمد|Al-Hamad;السالم|Al-Salem;"
        "الياسين|Al-Yasin;الناصر|Al-Nasser;العيسى|Al-Issa;الموسى|Al-Musa;الداود|Al-Dawud;"
        "الفارس|Al-Fares,Al Faris;النجار|Al-Najjar;الحداد|Al-Haddad,Haddad;الخطيب|Al-Khatib;"
        "الشيخ|Al-Sheikh;الراعي|Al-Rai;الصياد|Al-Sayyad;الخباز|Al-Khabbaz;البناء|Al-Banna;"
        "الحلبي|Al-Halabi;الديري|Al-Deiri,Al Dayri;الفراتي|Al-Furati;الكيال|Al-Kayyal;"
        "الموصلي|Al-Mosuli,Al Mawsili;العاني|Al-Ani;الراوي|Al-Rawi;الحديثي|Al-Hadithi;"
        "العراقي|Al-Iraqi;الشامي|Al-Shami;الجبلي|Al-Jabali;الصالحي|Al-Salihi;الكبيسي|Al-Kubaisi;"
        "الطائي|Al-Tai,Al Taie;الخالدي|Al-Khalidi;السعدي|Al-Saadi;العزاوي|Al-Azzawi;"
        "النعيمي|Al-Nuaimi,Al Naimi;الزبيدي|Al-Zubaidi;الربيعي|Al-Rubaie"
    ),
)
NORTH = Pool(
    men=_parts(
        "تيمور|Timur,Temur;روستم|Rustam,Roustam;مراد|Murad,Murat;أصلان|Aslan;إسكندر|Iskander;"
        "أمير|Amir,Emir;كمال|Kemal,Kamal;يونس|Yunus;عثمان|Osman,Usman;رمضان|Ramazan,Ramadan;"
        "سليم|Selim,Salim;داود|Davud,Davut;إلياس|Ilyas;شامل|Shamil,Chamil;بيكتاش|Bektash"
    ),
    women=_parts(
        "زليخة|Zulaikha,Zuleyha;مدينة|Madina;إلميرا|Elmira;غولنار|Gulnara,Gulnar;عليا|Aliya;"
        "ديلارا|Dilara,Dilyara;سابينا|Sabina;زهرة|Zahra,Zehra;ألفية|Alfiya;لاله|Lale,Lala;"
        "نرجس|Nargiza,Nergis;رشيدة|Rashida;سلطانة|Sultana;إلينا|Elena,Yelena"
    ),
    families=_parts(
        "علييف|Aliyev,Aliev;رحيموف|Rahimov,Rakhimov;كريموف|Karimov;يوسفوف|Yusupov;"
        "إبراهيموف|Ibragimov,Ibrahimov;حسنوف|Hasanov,Gasanov;سلطانوف|Sultanov;يلماز|Yilmaz;"
        "دمير|Demir;كايا|Kaya;أرسلان|Arslan,Aslan;أحمدوف|Akhmedov,Ahmedov;موسايف|Musaev"
    ),
)
_UMM: Part = ("أم", ("Umm", "Um", "Oum"))
_ABU: Part = ("أبو", ("Abu", "Abou"))


def lineage_of_man(rng: Random, pool: Pool) -> Lineage:
    """A man's name: own, father's, grandfather's, family."""
    men = pool.men
    return Lineage(
        _one(rng, men), _one(rng, men), _sometimes(rng, men, 1 - NO_GRANDFATHER_SHARE),
        _sometimes(rng, pool.families, 1 - NO_FAMILY_SHARE),
        _sometimes(rng, men, KUNYA_SHARE),
    )  # fmt: skip


def lineage_of_woman(rng: Random, pool: Pool) -> Lineage:
    """A woman's name: her own, and those of her father's family."""
    men = pool.men
    return Lineage(
        _one(rng, pool.women), _one(rng, men), _sometimes(rng, men, 1 - NO_GRANDFATHER_SHARE),
        _sometimes(rng, pool.families, 1 - NO_FAMILY_SHARE),
        _sometimes(rng, men, KUNYA_SHARE),
    )  # fmt: skip


def lineage_of_child(
    rng: Random,
    pool: Pool,
    father: Lineage,
    mother: Part | None,
    female: bool,
    given: set[Part],
) -> Lineage:
    """A child's name: its own, which nobody of those `given` bears, then the father's."""
    grandfather = father.father if rng.random() > NO_GRANDFATHER_SHARE else None
    told = mother if rng.random() < MOTHER_SHARE else None
    own = _ungiven(rng, pool.women if female else pool.men, given)
    return Lineage(own, father.own, grandfather, father.family, None, told)


def written(rng: Random, one: Lineage, arabic: bool, female: bool) -> Names:
    """The name as a clerk writes it; in Latin script any of the usual spellings."""
    kunya = ""
    if one.kunya:
        kunya = f"{_spelt(rng, _UMM if female else _ABU, arabic)} {_spelt(rng, one.kunya, arabic)}"
    return Names(
        own=_spelt(rng, one.own, arabic),
        father=_spelt(rng, one.father, arabic),
        grandfather=_spelt(rng, one.grandfather, arabic),
        family=_spelt(rng, one.family, arabic),
        kunya=kunya,
        mother=_spelt(rng, one.mother, arabic),
    )


def _one(rng: Random, parts: tuple[Part, ...]) -> Part:
    return parts[int(rng.random() * len(parts))]


def _ungiven(rng: Random, parts: tuple[Part, ...], given: set[Part]) -> Part:
    """The part that was drawn, or the first after it that nobody bears; one draw, come what may."""
    at = int(rng.random() * len(parts))
    own = next((one for one in (*parts[at:], *parts[:at]) if one not in given), parts[at])
    given.add(own)
    return own


def _sometimes(rng: Random, parts: tuple[Part, ...], share: float) -> Part | None:
    return _one(rng, parts) if rng.random() < share else None


def _spelt(rng: Random, part: Part | None, arabic: bool) -> str:
    if part is None:
        return ""
    if arabic:
        return part[0]
    spellings = part[1]
    return spellings[0] if len(spellings) == 1 else spellings[int(rng.random() * len(spellings))]
