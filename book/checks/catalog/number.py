"""Numbers and years that a translation has lost, changed or added.

Each is brought to one form first: "10 000", "10,000" and "10 000" are 10000; "37,3" and "37.3" are 37.3; a month in
figures may be a word in the other language; "XVIII век" is "18th century". Repetitions do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from book.checks.catalog.facts import CatalogFacts, Message
from book.findings import Finding, Severity
from book.language.number_words import number_stems
from book.language.tongue import tongue

CODE = "C103"
SEVERITY = Severity.WARNING
WHY = "a book of facts must have the same facts in every language"
HINT = "compare the numbers with the source"

_SPACES = " \u00a0\u2009\u202f"
_ROMAN = re.compile(r"(?<![\w.])([IVXLІХ]{1,8})(?![\w.])")
_ROMAN_FORM = re.compile(r"(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
_DATE = re.compile(r"(?<![\d.])(?:\d{1,2}\.)?(?:0\d|1[0-2])\.(\d{4})(?![\d.])")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}
_SCALES = (1_000, 1_000_000, 1_000_000_000)
_IN_WORDS = 1_000
"""Numbers up to this one are often written in words."""
_LONGEST = 30
_MOST = 2_500
"""Digits of two numbers, and pairs of numbers, that are compared for what they mean."""
_FEW = 10
"""So small a number may become "both", "twice", "a pair"."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        lost, added = compare(message, facts.source_language, facts.language)
        if lost and added:
            what = f"the source has {', '.join(lost)}, the translation {', '.join(added)}"
        elif lost:
            what = f"the translation lacks {', '.join(lost)}"
        elif added:
            what = f"the translation has {', '.join(added)}, the source has not"
        else:
            continue
        yield message.finding(CODE, facts.path, what, HINT)


def compare(message: Message, source: str, target: str) -> tuple[list[str], list[str]]:
    """(numbers that only the source has, numbers that only the translation has), as they are typed."""
    there, here = _numbers(message.said, source), _numbers(message.says, target)
    lost = {value: typed for value, typed in there.items() if value not in here}
    added = {value: typed for value, typed in here.items() if value not in there}
    old, new = _romans(message.said), _romans(message.says)
    if not (lost or added or old.keys() != new.keys()):
        return [], []
    old, new = {k: v for k, v in old.items() if k not in new}, {k: v for k, v in new.items() if k not in old}
    _pair(lost, new, same=True)
    _pair(added, old, same=True)
    _pair(lost, added)
    _drop_words(lost, message.says_words, target)
    _drop_words(added, message.said_words, source)
    # A Roman numeral that nothing stands against may be a century in words, a single letter a pronoun.
    against_old, against_new = bool(new or added), bool(old or lost)
    lost |= {value: typed for value, typed in old.items() if against_old and len(typed) > 1}
    added |= {value: typed for value, typed in new.items() if against_new and len(typed) > 1}
    if not (lost and added) and all(map(_is_small, (*lost, *added))):
        return [], []
    return list(lost.values()), list(added.values())


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """A number with the groups of a language: 10 000 everywhere, 10,000 where the comma does not begin decimals."""
    numbers = tongue(lang).rules.numbers
    group = numbers.group if numbers.group in ",.’'" else ""
    spaces = re.escape(_SPACES + group)
    return re.compile(
        rf"(?P<sign>(?<![^\s(])[-−–])?(?P<whole>(?<!\d)\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d)|\d+)(?:[.,](?P<part>\d+))?"
    )


def _numbers(text: str, lang: str) -> dict[str, str]:
    """Each number in its plain form -> as it is typed."""
    if not any(map(str.isdecimal, text)):
        return {}
    text = _DATE.sub(_without_month, text)
    found: dict[str, str] = {}
    for match in _pattern(lang).finditer(text):
        whole = _digits(match["whole"]).lstrip("0") or "0"
        part = _digits(match["part"] or "").rstrip("0")
        value = f"{'-' if match['sign'] else ''}{whole}{'.' if part else ''}{part}"
        found.setdefault(value, match[0].strip())
    return found


def _digits(typed: str) -> str:
    """The digits in it, of any script, as 0 to 9."""
    return "".join(str(unicodedata.decimal(one)) for one in typed if one.isdecimal())


def _without_month(match: re.Match[str]) -> str:
    """21.01.1932 -> 21 1932: in the other language the month may be a word."""
    day = match[0].split(".")[0] if match[0].count(".") == 2 else ""
    return f"{day} & {match[1]}"


def _romans(text: str) -> dict[str, str]:
    """Each Roman numeral up to 89 as a plain number -> as it is typed; Cyrillic letters may stand for the Latin."""
    found: dict[str, str] = {}
    for match in _ROMAN.finditer(text):
        letters = match[1].translate(_CYRILLIC_ROMAN)
        if not _ROMAN_FORM.fullmatch(letters) or letters == "L":
            continue
        values = [_LETTERS[letter] for letter in letters]
        total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        found.setdefault(str(total), match[1])
    return found


def _pair(lost: dict[str, str], added: dict[str, str], same: bool = False) -> None:
    """Takes away what means the same on both sides. `same`: only equal values."""
    if len(lost) * len(added) > _MOST:
        return
    for one in list(lost):
        for other in list(added):
            related = _related(one, other, lost[one]) or _related(other, one, added[other])
            if one == other or (not same and related):
                del lost[one], added[other]
                break


def _related(short: str, long: str, typed: str) -> bool:
    """16 (thousand) and 16000; 5.6 (million) and 5600000; 20 or 90 (1919–20, the 90s) and 1920, 1990."""
    if len(short) == 2 and len(long) == 4 and (short + long).isdigit():
        return long.endswith(short)
    if len(short) + len(long) > _LONGEST or re.search(r"[.,]\d{3}", typed):  # 1,800 is no 1.8 thousand
        return False
    try:
        return "." not in long and any(round(float(short) * scale, 6) == int(long) for scale in _SCALES)
    except ValueError:
        return False


def _is_small(value: str) -> bool:
    return value.isdigit() and len(value) < _LONGEST and int(value) <= _FEW


def _drop_words(numbers: dict[str, str], words: tuple[str, ...], lang: str) -> None:
    """Takes away numbers that the other side writes in words."""
    for value in list(numbers):
        if value.isdigit() and len(value) < _LONGEST and int(value) <= _IN_WORDS:
            stems = tuple(stem.replace("ё", "е") for stem in number_stems(int(value), lang))
            if any(
                word == stem or (len(stem) > 2 and word.startswith(stem))
                for word in map(str.lower, words)
                for stem in stems
            ):
                del numbers[value]
