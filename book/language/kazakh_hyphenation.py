"""Where a Kazakh word (Cyrillic) may be broken: the rules, and the patterns for Pyphen that follow from them.

    python -m book.language.kazakh_hyphenation > book/language/hyph_kk.dic

The rules are those of the section on breaking words in the rules of Kazakh orthography, as schoolbooks restate them:

1. One vowel, one syllable; a break falls between two vowels and nowhere else (төрт, пункт: none).
2. The last consonant before the second vowel opens the next line: қа-лам, мек-теп, құ-мырс-қа, жаң-ғырт-ты.
3. й and у between two vowels are consonants and open a line: да-йын, да-уыс. So is у after й: кей-уана.
4. у and и that stand for ұу/үу and ый/ій are vowels, and a line may open after them: су-ық, ту-ын-ды, қи-ын.
   у is a vowel after a consonant, a consonant after a vowel and at the beginning before a vowel (уа-қыт).
5. Other vowels side by side part, too: про-ект, по-эма; so do е, ё, ю, я after a vowel, й within them: ро-яль, ою-лы.
6. ь and ъ stay with their consonant; after ъ a line opens: пре-мьер, паль-то, объ-ект.
7. No single letter stays behind or goes over: ала-қан, ар-мия, әке-лік; ақыл, эмаль: none.
8. Foreign names are broken in the same way, and so are the stems of compounds, as nothing here knows a stem.

House rule, where sources are silent: the seam of the lands in -стан (Қазақстан) is not broken at all. By rule 2 it
would be Қазақс-тан, while many readers expect Қазақ-стан.
"""

from __future__ import annotations

import sys
from itertools import pairwise

VOWELS = "аәеёиоөұүыіэюя"
"""Without у, which is a vowel or a consonant by what stands around it (rule 4)."""
CONSONANTS = "бвгғджзйкқлмнңпрстфхһцчшщ"
"""Without у."""
LEFT = RIGHT = 2
LONG_ONSETS = ("вздр", "взгл", "вскр", "вспл", "вспр", "встр", "мстр")
"""Four consonants at the beginning of a (borrowed) word."""
SEAMS = ("зстан", "кстан", "қстан")


def _kinds(word: str) -> str:
    """V a vowel, C a consonant, ь, ъ, or ? (anything else), for each letter."""
    kinds = ""
    for at, char in enumerate(word):
        if char == "у":
            before, following = kinds[-1:], word[at + 1 : at + 2]
            opens = (at == 0 or word[at - 1] == "й") and following != "" and following in VOWELS + "у"
            kinds += "C" if before == "V" or opens else "V"
        else:
            kinds += "V" if char in VOWELS else "C" if char in CONSONANTS else char if char in "ьъ" else "?"
    return kinds


def breaks(word: str) -> tuple[int, ...]:
    """Offsets at which a word in small letters may be broken: the rules above, without the house rule's words."""
    kinds = _kinds(word)
    vowels = [at for at, kind in enumerate(kinds) if kind == "V"]
    found = []
    for first, second in pairwise(vowels):
        between = kinds[first + 1 : second]
        if "?" in between:
            continue
        at = second
        if "C" in between and not between.endswith("ъ"):
            at = first + 1 + between.rindex("C")
        if LEFT <= at <= len(word) - RIGHT:
            found.append(at)
    return tuple(at for at in found if not any(word[at - 2 : at + 3] == seam for seam in SEAMS))


def patterns() -> tuple[str, ...]:
    """Liang's patterns: an odd number allows a break, a greater even one forbids it."""
    following = VOWELS + "у"
    out = [f"1{c}{sign}{v}" for c in CONSONANTS for sign in ("", "ь") for v in following]  # 2, 6
    out += [f"ъ1{v}" for v in following]  # 6
    out += [f"{a}1{b}" for a in VOWELS for b in VOWELS]  # 5
    out += [f"{c}{sign}у1{v}" for c in CONSONANTS for sign in ("", "ь") for v in VOWELS]  # 4: су-ық
    out += [f"ъу1{v}" for v in VOWELS]
    out += [f"{a}1у2{b}" for a in following for b in following]  # 3: да-уыс
    out += [f".у2{v}" for v in following]  # 4: уа-қыт
    out += [f"2й3у4{v}" for v in following]  # 3: кей-уана
    # 1: no vowel before, no break: the beginning of the word up to the first vowel is whole
    out += [f".{a}{b}2" for a in CONSONANTS for b in CONSONANTS + "ьъ"]
    out += [f".{onset}2" for onset in LONG_ONSETS] + [f".{onset[:3]}2" for onset in LONG_ONSETS] + [".взъ2"]
    out += [f"{seam[:2]}6{seam[2:]}" for seam in SEAMS]
    return tuple(dict.fromkeys(out))


def dictionary() -> str:
    """The whole file, as Pyphen and hunspell's hyphenator read it."""
    head = (
        "UTF-8",
        f"LEFTHYPHENMIN {LEFT}",
        f"RIGHTHYPHENMIN {RIGHT}",
        "% Kazakh (Cyrillic). Made by book/language/kazakh_hyphenation.py: correct the rules there, not this file.",
    )
    return "\n".join((*head, *patterns())) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(dictionary())
