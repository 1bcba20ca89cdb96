"""Specific needs of a person, as UNHCR codes them: what to arrange, and who may read it.

Codes are group and code ("SC-UC"), from UNHCR's list (IOM/030-FOM/030/2009) as its systems use
it. Codes whose label we could not read in a public source are kept without one, so that a list
handed over by another agency can be taken in; they are shown by their code and group.
"""

import msgspec

from serai.core.lookup import beginning_with

# Group, English, Arabic, whether every code of the group is restricted.
GROUPS: tuple[tuple[str, str, str, bool], ...] = (
    ("CR", "Child at risk", "طفل معرض للخطر", False),
    ("SC", "Unaccompanied or separated child", "طفل غير مصحوب أو منفصل", False),
    ("DS", "Disability", "إعاقة", False),
    ("SM", "Serious medical condition", "حالة طبية خطيرة", False),
    ("ER", "Older person at risk", "مسن معرض للخطر", False),
    ("WR", "Woman at risk", "امرأة معرضة للخطر", False),
    ("SP", "Single parent or carer", "معيل وحيد", False),
    ("FU", "Family unity", "وحدة الأسرة", False),
    ("LP", "Legal and physical protection", "حماية قانونية وجسدية", False),
    ("TR", "Torture", "تعذيب", True),
    ("SV", "Sexual or gender-based violence", "عنف جنسي أو قائم على النوع", True),
    ("PG", "Pregnant or lactating", "حامل أو مرضع", False),
)
_LABELLED: tuple[tuple[str, str, str], ...] = (
    ("CR-CP", "Child parent", "طفل والد"),
    ("CR-CS", "Child spouse", "طفل متزوج"),
    ("CR-CC", "Child carer", "طفل يرعى غيره"),
    ("CR-TP", "Teenage pregnancy", "حمل في سن المراهقة"),
    ("CR-LW", "Worst forms of child labour", "أسوأ أشكال عمل الأطفال"),
    ("CR-LO", "Other child labour", "عمل أطفال آخر"),
    ("CR-NE", "Not in school", "خارج المدرسة"),
    ("CR-SE", "Special educational needs", "احتياجات تعليمية خاصة"),
    ("CR-AF", "Associated with armed forces or groups", "ارتبط بقوات أو جماعات مسلحة"),
    ("CR-CL", "In conflict with the law", "في نزاع مع القانون"),
    ("SC-SC", "Separated child", "طفل منفصل عن ذويه"),
    ("SC-UC", "Unaccompanied child", "طفل غير مصحوب"),
    ("SC-CH", "Child-headed household", "أسرة يعيلها طفل"),
    ("SC-IC", "In institutional care", "في رعاية مؤسسة"),
    ("SC-FC", "In foster care", "في أسرة كافلة"),
    ("DS-BD", "Visual impairment", "إعاقة بصرية"),
    ("DS-DF", "Hearing impairment", "إعاقة سمعية"),
    ("DS-PM", "Physical disability", "إعاقة جسدية"),
    ("DS-MM", "Mental or intellectual disability", "إعاقة ذهنية أو نفسية"),
    ("SM-MI", "Mental illness", "مرض نفسي"),
    ("SM-MN", "Malnutrition", "سوء تغذية"),
    ("SM-CI", "Chronic illness", "مرض مزمن"),
    ("SM-CC", "Critical condition", "حالة حرجة"),
    ("SM-AD", "Addiction", "إدمان"),
    ("SM-OT", "Other medical condition", "حالة طبية أخرى"),
    ("FU-TR", "Tracing required", "بحاجة إلى البحث عن ذويه"),
    ("FU-FR", "Reunification required", "بحاجة إلى لم الشمل"),
    ("LP-ND", "No legal papers", "بلا وثائق قانونية"),
    ("LP-BN", "Unmet basic needs", "احتياجات أساسية غير ملباة"),
    ("LP-AN", "Violence, abuse or neglect", "عنف أو إساءة أو إهمال"),
    ("LP-MS", "Marginalised", "مهمش"),
    ("LP-TR", "At risk of refoulement", "معرض للإعادة القسرية"),
    ("LP-TD", "At risk of removal", "معرض للإبعاد"),
    ("PG-HR", "High-risk pregnancy", "حمل شديد الخطورة"),
    ("PG-LC", "Lactating", "مرضع"),
    ("LP-VA", "Exposed to sexual or gender-based violence", "معرض لعنف جنسي"),
)
# The codes without a label, by group.
_BARE: dict[str, str] = {
    "CR": "CH MS",
    "SC": "NC UF UM",
    "DS": "PS MS SD",
    "SM": "DP",
    "ER": "FR MC NF OC SC UR",
    "WR": "GM HR LC PY SF UW WF WR",
    "SP": "CG GP PT",
    "LP": "MD RR AF AP CR DA DN DO DP DT ES FR IH LS MM NA PV RD RP ST TA TC TO UP VF VO VP WP",
    "TR": "PI HO WV",
    "SV": "VA FM GM HK HP SS VF VO",
}
# Of the other groups: violence, abuse, refoulement, detention, armed groups.
_RESTRICTED: dict[str, str] = {
    "CR": "AF CL",
    "LP": "AF AN DA DT PV TD TO TR VA VF VO VP",
}
_GROUPS = {code: (name, name_ar, restricted) for code, name, name_ar, restricted in GROUPS}


class Need(msgspec.Struct, frozen=True):
    """One specific need. `restricted` ones are read only by protection, care and tracing."""

    code: str  # group-code
    group: str
    name: str  # empty when no public source gave one
    name_ar: str
    restricted: bool

    def named(self, language: str) -> str:
        """What to print: the label, or the group's name and the bare code.

        >>> need("SC-UC").named("en"), need("ER-FR").named("en")
        ('Unaccompanied child', 'Older person at risk (FR)')
        """
        arabic = language.startswith("ar")
        label = self.name_ar if arabic else self.name
        group = _GROUPS[self.group]
        return label or f"{group[1] if arabic else group[0]} ({self.code.partition('-')[2]})"


def _need(code: str, name: str = "", name_ar: str = "") -> Need:
    group = code.partition("-")[0]
    restricted = _GROUPS[group][2] or code[3:] in _RESTRICTED.get(group, "").split()
    return Need(code, group, name, name_ar, restricted)


_UNLABELLED = [f"{group}-{code}" for group, codes in _BARE.items() for code in codes.split()]
NEEDS: tuple[Need, ...] = tuple(
    sorted(
        [*(_need(*row) for row in _LABELLED), *(_need(code) for code in _UNLABELLED)],
        key=lambda one: ([group[0] for group in GROUPS].index(one.group), not one.name, one.code),
    )
)
_BY_CODE = {one.code: one for one in NEEDS}


def need(code: str) -> Need | None:
    """The need of a code; None when there is none such.

    >>> need("SV-VA").restricted, need("DS-BD").restricted
    (True, False)
    """
    return _BY_CODE.get(code.strip().upper())


def open_needs() -> list[Need]:
    """The needs every desk may read and write: those that are not restricted."""
    return [one for one in NEEDS if not one.restricted]


def find_needs(text: str) -> list[Need]:
    """Needs whose code is the text, or whose words in either language begin like it.

    >>> [one.code for one in find_needs("unacc")]
    ['SC-UC']
    """
    exact = need(text)
    labelled = [one for one in NEEDS if one.name]
    named = beginning_with(text, labelled, lambda one: (one.name, one.name_ar))
    return named if exact is None else [exact, *(one for one in named if one != exact)]
