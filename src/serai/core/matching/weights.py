"""Every weight of the comparison, in bits: the one table, held to benches/names.py.

A bit is a factor of two in the odds that two records are one human being. Word frequencies come
from the registry that is searched; what letters and vowels say stands in sounds.py.
"""

# --- one word ----------------------------------------------------------------------------------
WORD_MAX = 13.0  # no single word says more
SOUND_MAX, SOUND_MIN = 2.5, -6.0
# Written the same says no less than the best spelling in the other script: a clerk who reads one
# name twice must not see less certainty than beside its transliteration.
SAME = {"arabic": SOUND_MAX, "latin": SOUND_MAX, "other": 0.0}
SPELT_ARABIC = (0.0, -4.5, -6.0)  # by written vowels that differ
SPELT_FULL, SPELT_MAQSURA = -1.0, -2.0  # a short u that is written; an alef written as ya
LETTER_UNUSUAL = -2.0  # of what it costs to hear another letter: جاسم is not قاسم
SPELT_LATIN = 1.3  # at most, for another spelling of one sound
SOUND_TRUST, SOUND_TRUST_AGAINST = 0.65, 0.9
SOUND_OTHER = -2.7  # from here on two words of one skeleton are other words: Hasan and Hussein
SPELT_FROM = 0.3  # what says less is called close, not the same: Mahmoud and Mohammed
SOUND_UNEVEN = -1.0
PART_OF_WORD = -1.5  # Salah for Salah al-Din
LETTER_UNKNOWN, SLOT_UNKNOWN = -2.0, -2.5
LETTERS_LEAST = -2.5  # all consonants of a word: who writes Turkish writes h for kh and t for d
NEAR_SHARE, NEAR_LESS = 0.5, 1.0  # one letter apart: half the bits, less one
BEGUN_SHARE, BEGUN_LEAST = 0.5, 0.5  # a word that is not yet typed to its end
WORD_COUNTS_FROM = 0.3  # what says less than this does not hold two chains together

# --- the chain of names ------------------------------------------------------------------------
GIVEN_DIFFERS = -7.0
GIVEN_SHIFTED = -4.0  # the one's given name is the other's father: father and son
GIVEN_NOT_TOLD = -0.3
SWAPPED = -2.5
LONE_AMID = -2.0  # beside a kunya the own or the family's name is told, seldom the father's
# That word is the family's as a rule, which a name of two or three words may lack: by their number.
LONE_ABSENT = (-1.5, -1.0, -2.2, -4.5)
GIVEN_IN_PLACE = 4.0  # in a first look
PART_MISSING = -0.7
PART_DIFFERS = -3.0
KUNYA_MORE = 1.0  # fewer people are called after a son of this name than bear it
KUNYA_DIFFERS = -3.0
KUNYA_NOT_TOLD = -0.5
KUNYA_OF_FAMILY = 2.0  # less where Abu X stands at the end of a name, where families do
KUNYA_UNKNOWN = -3.0  # of somebody called by it alone, beside a person without a known son

# --- what else is told -------------------------------------------------------------------------
YEARS_OF_PEOPLE = 40.0  # over how many years of birth most people spread
AGE_MAX, AGE_MIN = 3.3, -7.0
# Two tellings of one person's year of birth are mostly less than so many years apart; the share of
# those that are further off.
AGE_MOSTLY, AGE_SELDOM, AGE_SELDOM_SHARE = 4, 9, 0.15
AGE_OF_KIN = 1.3  # brothers and sisters are of like age
SEX_SAME, SEX_DIFFERS = 0.9, -5.0
PLACE_MAX, PLACE_TRUST, PLACE_DIFFERS = 10.0, 0.45, -2.2
MOTHER_TRUST, MOTHER_DIFFERS = 0.8, -3.0

FAMILY_LIFT = 4.0  # another of the family is found in the same household
MEMBER_FITS = 3.5  # against a brother or sister, from which another counts as found

# --- the rivals --------------------------------------------------------------------------------
STRANGER_LESS = 5.0  # so that at most 5 in 100 new people are taken for one of a million
KIN_LESS = 0.6  # 2.6 bits of brothers and sisters, and 2 that a rival must gain
KIN_IN_ORDER = 0.25  # of what speaks for kin, where those found are put in order

# --- bands -------------------------------------------------------------------------------------
VERY_LIKELY, POSSIBLE, WEAK = 4.0, 0.0, -4.0
