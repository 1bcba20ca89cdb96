"""What is written in Latin letters for what is written in Arabic ones: bits for one sound.

Counted by tools/write_sounds.py on words aligned by their skeleton, in Wikidata labels (CC0) and
the DziriNames corpora (CC0, MIT) as docs/data.md names them; no name stands here. Above zero, the
two are written for one sound more often than by chance among words of one skeleton.
"""

import re

_ROW = re.compile(r"^(?P<key>[^:=\n]+) : (?P<cells>(?:\S+=\S+\s*)+)", re.M)


def _read(table: str) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for row in _ROW.finditer(table):
        key = tuple(part.strip("_") for part in row["key"].split())
        for cell in row["cells"].split():
            latin, _, bits = cell.partition("=")
            found[(*key, latin.strip("_"))] = float(bits)
    return found


# Consonants.
LETTERS = _read(
    """
ض : dh=3.1 z=-0.5 d=-0.5
ق : q=1.7 gh=-0.3 k=-0.4 g=-0.5 c=-0.8 ck=-1.5
ر : r=0.0
ن : n=0.0
ب : b=0.1 p=-2.7
د : d=0.0 dh=-4.8
ل : l=-0.0
ص : s=0.0 sh=-0.2
غ : gh=1.2 g=-1.1 q=-5.4
م : m=0.0
ط : t=0.1 th=-2.6
ف : f=0.0 ph=0.0 v=-0.0
ش : sh=0.1 sch=0.1 ch=-0.2
ح : sh1=1.0 h=0.3 th1=-0.2
خ : kh=3.1 ch=0.8 x=0.0 c=-3.1 k=-4.5 h=-6.7
ز : z=0.1 zh=-1.1
س : x1=0.4 sh=0.2 s=0.0
ت : t=0.1 th=-1.3
ك : ck=1.1 c=1.0 k=0.9 x=0.8 ch=0.4 g=-2.1 q=-4.9 kh=-5.7
ث : th=4.1 s=-1.0 t=-2.4
ظ : dh=2.5 th=1.2 zh=0.3 z=-0.2 d=-1.2
ج : dj=0.1 dzh=0.1 j=0.0 c=-0.0 g=-0.6 gh=-4.7
گ : g=2.5 gh=-4.0 k=-5.2
پ : p=3.4
ه : zh1=1.4 th1=1.3 h=0.3 t=-0.9
ذ : th=3.9 dh=2.9 z=-0.4 d=-1.7
ژ : zh=3.8 j=-0.3 g=-2.0
چ : ch=1.6 tch=1.4 j=-0.3
"""
)

# Vowels at the beginning, inside and at the end of a word.
FINE = _read(
    """
first عاي : ai=4.4 aye=4.3
last _ : _=1.0 ue=0.6 e=0.6 a=-5.8
first _ : _=0.3 e=-3.0 a=-5.7
inner _ : _=0.9 e=0.6 eu=0.4 ue=0.2 o=0.2 u=0.0 a=-0.1 i=-1.1 ou=-2.3 ua=-2.3 y=-2.6 aa=-4.4
    ee=-5.1 ai=-6.1
last ي : y=1.9 i=1.9 ui=1.5 ee=1.4 ey=1.1 ie=1.0 ay=0.6 ai=-0.3 e=-1.3 a=-1.9 eh=-4.4
first ع : o=3.1 a=2.7 u=2.5 e=1.6 aa=1.4 i=1.1 ou=0.7
inner ا : a=1.4 aa=0.1 e=-1.7 u=-1.8 o=-2.2 i=-5.8 _=-6.4
last ه : eh=3.4 ah=3.2 a=2.6 e=0.1 o=-1.6
inner ي : ee=3.0 ei=2.9 ey=2.8 ii=2.7 ay=2.7 y=2.7 i=2.6 ai=2.5 ui=2.3 ayye=2.2 ie=2.1 aie=2.1
    ayyi=2.1 ye=1.8 aye=1.5 ea=1.0 ya=0.1 e=-0.2 ia=-1.5 a=-5.8 _=-5.9
inner اي : aye=4.8 ae=4.4 ai=4.3 ay=3.9 aya=3.9 ayi=3.7 aie=3.6 y=1.0 i=-2.4
inner وا : wa=5.1 awa=5.0 oua=4.9 ava=4.5 aoua=4.0 va=3.7 ova=3.7 awwa=3.6 ua=3.6 uwa=3.5
    oue=3.5 oa=3.5 o=-0.3 a=-4.4
inner و : oo=3.4 ou=3.3 aw=3.0 va=2.7 ow=2.5 au=2.4 u=2.1 o=2.0 oue=1.8 eva=1.8 aou=1.8 ve=1.6
    wa=1.5 ova=1.5 we=1.3 eo=1.3 uwa=1.1 ava=1.0 oa=0.7 eu=0.6 awa=0.6 oua=0.5 ua=-0.0 e=-5.9
    i=-6.5 a=-7.9
first ا : e=2.8 i=2.7 a=2.6 aa=1.9 u=1.8 ou=1.3 o=1.2 _=-3.9
last يا : ia=5.0 ya=4.1 iya=4.0 aya=3.8 iaa=3.7
inner يع : ia=2.5
inner يا : ia=5.5 ya=4.9 aya=4.5 iya=4.5 ayya=4.3 eya=3.8 ie=3.5 aia=3.5 ea=3.3
first عا : aa=3.4 a=2.9
last يه : ia=4.8 ieh=4.4 iya=4.3 eya=3.9 iyya=3.9 iyeh=3.8 iyah=3.7 ya=3.7 iah=3.7 aya=3.7
    ie=3.5 eeh=1.0
first يا : ya=5.4
last و : o=5.5 ou=5.5 u=5.4 oo=5.3 ow=2.6 oe=1.6 _=-5.2
last ا : aa=3.3 a=3.2 ae=0.9 ah=0.7 e=-1.5
first اع : aa=3.1 e=2.8 a=2.2
last اوي : aoui=5.3 awi=5.1 awy=4.4 avi=3.6
inner اوو : aou=3.7 avou=3.7
first عو : awa=4.6 aou=4.6 aw=4.5 ou=3.2
first عيا : aya=4.7 ayya=4.3
inner ع : aa=4.8 oa=2.9 ea=1.7 oe=1.4 ae=1.3 ua=1.0 oua=0.6 a=0.4 o=-0.4 e=-0.8 ai=-1.2 u=-1.2
    ou=-2.0
inner ايو : ayou=3.6 ayu=3.6
last ايي : aei=5.1 ai=4.4 aee=4.2 aie=3.9 ayi=3.9
inner عي : ai=3.8 aee=3.3 aei=2.9 oei=2.6 uai=2.5 oi=2.4 oee=2.3
first عي : ai=4.8 ei=4.5 i=3.3 e=1.3
last وي : avi=4.7 vi=4.3 oui=4.2 awi=4.1 wa=3.9 oua=3.8 wi=3.7 awy=3.7 aoui=3.4
last عي : ai=2.9 ei=2.7
last يعي : iei=3.8 iee=1.7 ii=1.5
first ي : ya=5.2 ye=4.7 yo=4.3 yu=4.3 you=4.3
last يي : ai=3.9 ya=3.8 ia=3.6
inner عو : aou=3.4 oo=3.1 ou=2.7 au=2.0 ao=1.9
inner اعي : aei=3.8 ai=3.6
first و : wa=5.5 oua=4.7 va=4.6 wi=4.6 oue=4.5 we=4.5
inner وي : oui=4.8 vi=4.0 uwai=4.0 wai=4.0 wi=3.8 avi=3.8 awi=3.8 oi=3.7 owai=3.6 uway=3.6
    wei=3.6 we=3.6 ouei=3.5 ue=3.5
last اعي : ai=4.4 aei=3.7
inner وو : aou=3.6
inner يو : iou=4.0 io=4.0 iva=3.9 iu=3.7 ayyu=3.7 you=3.7 ayou=3.7 yu=3.6
inner اع : aa=3.2 ae=2.4 a=-0.6
inner عا : aa=4.5 ua=1.4 a=-0.3
last اع : aa=3.8 a=2.3
first وا : wa=4.9 oua=4.4 va=4.4
last عه : aa=3.9 a=2.0
first يو : you=5.2 yu=4.6 yo=4.4
first عوا : awa=4.5 aoua=4.4
last يوي : ioui=4.1
last ع : aa=2.6 ea=1.7 a=1.1 eh=1.1 e=1.0
inner وع : oua=3.6 ua=3.3
inner او : ava=4.3 aou=4.0 awa=3.8 au=3.7 aw=3.7
last اي : ay=4.2 ai=3.9 aye=3.8
first يع : ya=4.8 yaa=4.4
last ايا : aya=3.9
last ايه : aya=3.8
last وه : wa=4.1 oua=3.9
first او : au=4.4 aou=4.3 aw=4.3 ou=4.0 o=3.5 u=3.0
first ايا : aya=4.4
last واه : ah=2.6
last اه : ah=3.2
first ايو : ayou=4.3
last يو : io=4.0
last ويي : ouei=3.8
last يعه : ia=3.7
first اي : ay=4.5 i=4.3 ai=4.3 ei=4.3 e=3.2 a=-2.0
inner يي : ie=3.9
inner ايي : ae=3.7 ai=3.7 aei=3.6
last يع : ie=1.9
inner اوي : avi=3.7
last وا : awa=3.9
first وي : wi=4.4
first اوا : ava=4.3
last اويه : aouia=3.8
inner ايا : aya=3.8
inner اعو : aou=3.6
last ويا : oya=3.8
"""
)

# The same by kind, for what is written seldom.
COARSE = _read(
    """
first * : *=4.1 i=2.8 u=2.6 o=2.0 e=1.7 a=-3.1
last - : -=1.0 e=0.0 a=-4.7 *=-4.8 u=-5.0 i=-10.0
first - : -=0.2 o=-0.4 a=-0.9 u=-1.2 e=-1.5 i=-2.4 *=-7.1
inner - : -=0.9 e=0.6 o=0.1 a=-0.0 u=-1.0 i=-1.3 *=-3.9
last ي : i=1.8 *=-1.3 e=-1.8 a=-2.2 o=-4.6
inner ا : a=1.3 e=-1.7 o=-2.2 u=-3.0 *=-3.6 i=-5.7 -=-6.2
last ا : a=2.8 e=1.6 o=-1.4 u=-2.7 *=-3.3 i=-7.7 -=-8.2
inner ي : i=2.6 *=1.4 e=-0.2 a=-5.8 -=-5.8 u=-6.8 o=-7.0
inner * : *=3.3 o=-2.4 i=-3.6 u=-4.0 a=-5.1 e=-6.1 -=-6.4
inner و : u=2.9 o=1.9 *=0.3 e=-5.6 i=-6.3 a=-7.7 -=-7.9
first ا : e=2.6 a=2.6 i=2.5 u=1.4 o=1.1 *=-4.0 -=-4.1
last * : *=3.5 u=-1.1 a=-2.0 o=-2.3 e=-3.1 i=-4.0
last و : u=5.2 o=5.1 *=-0.1 e=-3.1 a=-4.2 -=-4.9
first و : *=4.3 u=2.7 o=0.4
first ي : *=4.2 i=2.3 e=0.5 a=-3.6 -=-6.3
"""
)

# Two spellings of one vowel, both in Latin letters.
LATIN = _read(
    """
first - : -=0.3 e=-2.6 a=-4.3 u=-4.5 i=-4.5 o=-6.2 *=-9.5
first a : a=2.7 o=2.5 e=2.3 i=2.1 u=1.9 *=-3.5 -=-4.3
first e : i=3.0 e=2.6 a=2.3 o=1.7 u=1.4 *=-0.1 -=-2.6
first i : i=3.6 e=3.0 a=2.1 o=1.4 *=1.3 u=1.3 -=-4.5
first o : u=3.5 o=3.4 a=2.5 e=1.7 i=1.4 *=0.5 -=-6.2
first u : u=4.1 o=3.5 *=2.2 a=1.9 e=1.4 i=1.3 -=-4.5
first * : *=4.5 u=2.2 i=1.3 o=0.5 e=-0.1 a=-3.5 -=-9.5
inner - : -=0.9 e=0.6 o=0.1 a=-0.1 u=-1.0 i=-1.2 *=-4.3
inner a : a=0.8 -=-0.1 e=-0.1 o=-0.5 u=-1.6 i=-2.1 *=-3.3
inner e : -=0.6 e=0.5 i=0.0 a=-0.1 o=-0.1 u=-1.2 *=-1.7
inner i : i=2.3 *=0.9 e=0.0 -=-1.2 o=-2.0 a=-2.1 u=-3.0
inner o : u=1.6 o=1.0 -=0.1 e=-0.1 a=-0.5 *=-1.0 i=-2.0
inner u : u=2.5 o=1.6 *=-0.3 -=-1.0 e=-1.2 a=-1.6 i=-3.0
inner * : *=2.7 i=0.9 u=-0.3 o=-1.0 e=-1.7 a=-3.3 -=-4.3
last - : -=1.0 e=0.0 u=-4.4 o=-5.1 *=-5.4 a=-5.8 i=-13.3
last a : a=2.7 e=1.4 o=-1.6 i=-2.2 u=-2.9 *=-3.0 -=-5.8
last e : a=1.4 e=1.2 -=0.0 i=-1.8 o=-2.0 u=-2.7 *=-2.9
last i : i=1.9 *=-1.6 e=-1.8 a=-2.2 o=-5.7 u=-8.1 -=-13.3
last o : u=5.4 o=5.4 *=-0.3 a=-1.6 e=-2.0 -=-5.1 i=-5.7
last u : u=5.4 o=5.4 *=0.2 e=-2.7 a=-2.9 -=-4.4 i=-8.1
last * : *=3.4 u=0.2 o=-0.3 i=-1.6 e=-2.9 a=-3.0 -=-5.4
"""
)
