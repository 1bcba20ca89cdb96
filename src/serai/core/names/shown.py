"""A folded word of a name as a reader expects to see it: with its hamza, its ta marbuta, its ç.

Folding takes away what writers disagree about; whoever reads a reason wants it back. Only names of
which there is one common spelling stand here; a word that may be two is left as it was folded.
"""

from serai.core.names.tables import ARABIC_ARTICLE, SHOWN_AS

TA_MARBUTA, FOLDED_TA_MARBUTA = "ة", "ه"
OF_OTHER_TONGUES = "پچژگڤ"  # Persian and Kurdish end on an h
_NO_TA_MARBUTA = "الله اله الاله طه عبده نبيه وجيه نزيه فقيه شبيه شاه ماه سيبويه جاه بديه"
_SPELT = """
احمد أحمد ابراهيم إبراهيم اسماعيل إسماعيل اسامه أسامة انس أنس اياد إياد ايمن أيمن امين أمين
امينه أمينة امنه آمنة امال آمال امل أمل انور أنور اسعد أسعد اشرف أشرف ادهم أدهم ادم آدم اكرم أكرم
امجد أمجد امير أمير اميره أميرة ايوب أيوب الياس إلياس ادريس إدريس اسحاق إسحاق ايمان إيمان
اسرا إسراء اسلام إسلام اخلاص إخلاص اروي أروى اريج أريج اسما أسماء احلام أحلام ابو أبو ام أم
اوس أوس انيس أنيس اديب أديب اسيا آسيا ازاد آزاد ارام آرام اصيل أصيل الاله الإله
مصطفي مصطفى موسي موسى عيسي عيسى يحيي يحيى ليلي ليلى سلمي سلمى هدي هدى مني منى ندي ندى نهي نهى
سهي سهى بشري بشرى مرتضي مرتضى نجوي نجوى سلوي سلوى لبني لبنى ضحي ضحى ذكري ذكرى رضوي رضوى
مثني مثنى سجي سجى ضيا ضياء بها بهاء سنا سناء هنا هناء وفا وفاء صفا صفاء رجا رجاء دعا دعاء
شيما شيماء لميا لمياء نجلا نجلاء زهرا زهراء حورا حوراء هيفا هيفاء غيدا غيداء عذرا عذراء
لقا لقاء ثنا ثناء عطا عطاء ولا ولاء فواد فؤاد مويد مؤيد مامون مأمون رافت رأفت رايد رائد
وايل وائل نايل نائل عايشه عائشة طايي طائي ثاير ثائر رووف رؤوف مومن مؤمن لوي لؤي جزايري جزائري
"""
_words = _SPELT.split()
_ON_AN_H = frozenset(_NO_TA_MARBUTA.split())
_AS_SPELT = dict(zip(_words[::2], _words[1::2], strict=True))


def shown(word: str) -> str:
    """A folded word as a reader expects it.

    >>> shown("abd al-rahman"), shown("احمد"), shown("الفاطمه"), shown("czetin"), shown("گلاله")
    ('Abd al-Rahman', 'أحمد', 'الفاطمة', 'Çetin', 'گلاله')
    >>> shown("ابو بكر"), shown("ام مصطفي"), shown("عبد الله")
    ('أبو بكر', 'أم مصطفى', 'عبد الله')
    """
    return " ".join(map(_part, word.split(" ")))


def _part(part: str) -> str:
    if not part.isascii():
        return _arabic(part)
    for folded, written in SHOWN_AS.items():
        part = part.replace(folded, written)
    return "al-" + part[3:].capitalize() if part.startswith("al-") else part.capitalize()


def _arabic(part: str) -> str:
    rest = part.removeprefix(ARABIC_ARTICLE)
    if part in _AS_SPELT or rest == part:
        return _AS_SPELT.get(part) or _with_ta_marbuta(part)
    return ARABIC_ARTICLE + (_AS_SPELT.get(rest) or _with_ta_marbuta(rest))


def _with_ta_marbuta(part: str) -> str:
    if not part.endswith(FOLDED_TA_MARBUTA) or part in _ON_AN_H:
        return part
    if len(part) < 3 or any(letter in OF_OTHER_TONGUES for letter in part):
        return part
    return part[:-1] + TA_MARBUTA
