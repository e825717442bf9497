"""Where a Kazakh word in Latin letters may be broken: the rules of kazakh_hyphenation.py as Liang's patterns.

A table says which letters stand for vowels, for consonants, and for those that are either (й, и and у: i and u in the
table of 2021). Such a letter is a vowel after a consonant (qi-yn, bu-yn), a consonant between vowels (da-iyn, ta-uar)
and before a vowel at the beginning (ua-qyt). Two of them between vowels part before a wide vowel (kei-uana), and stay
together before y and ı, where they are ю (qo-iuy). What Cyrillic tells and Latin does not (объ-ект: obekt) is left to a
book's own exceptions.
"""

from __future__ import annotations

from book.language.kazakh_hyphenation import CONSONANTS, LONG_ONSETS, SEAMS
from book.language.scripts import Table

_FOREIGN = ("c", "w", "x")


def patterns(table: Table) -> tuple[str, ...]:
    """An odd number allows a break, a greater even one forbids it."""
    glides = _images(table, table.glides)
    vowels = _images(table, table.vowels)
    either = (*vowels, *glides)
    own = _images(table, "".join(c for c in CONSONANTS if c not in table.glides))
    consonants = tuple(dict.fromkeys(c for c in (*own, *_FOREIGN) if c not in either))
    out = [f"1{c}{v}" for c in consonants for v in either]  # the last consonant opens the next line
    out += [f"{a}1{b}" for a in vowels for b in vowels]
    out += [f"{c}{g}1{v}" for c in consonants for g in glides for v in vowels]  # qi-yn
    out += [f"{a}1{g}2{b}" for a in vowels for g in glides for b in either]  # da-iyn
    out += [f"2{g}3{h}4{v}" for g in glides for h in glides if g != h for v in _images(table, "аәеоөэ")]  # kei-ua-na
    out += [f"2{table.letters['й']}3{g}4{v}" for g in glides for v in vowels if "й" not in table.glides]  # key-wana
    out += [f".{g}2{v}" for g in glides for v in either]  # ua-qyt
    out += [f".{a}{b}2" for a in consonants for b in consonants]  # no vowel before, no break
    for onset in LONG_ONSETS:
        out += [f".{table.word(onset)}2", f".{table.word(onset[:3])}2"]
    out += [f"{table.word(seam[:2])}6{table.word(seam[2:])}" for seam in SEAMS]
    out += [f"{c[:-1]}6{c[-1]}" for c in consonants if len(c) > 1]  # ch is one
    return tuple(dict.fromkeys(out))


def _images(table: Table, letters: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(table.letters[letter] for letter in letters if table.letters[letter]))
