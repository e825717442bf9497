"""A letter of another alphabet that looks like the right one: a Latin a in a Cyrillic word, a Cyrillic с in a Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.language.tongue import tongue

CODE = "C108"
SEVERITY = Severity.WARNING
WHY = "nobody sees it, but such a word is found by no search, sorts wrongly and is not hyphenated"
HINT = "type the word anew, with one keyboard layout"

_LATIN = "A-Za-z\u00c0-\u02af\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_TO_CYRILLIC = dict(zip("aceopxyhikABCEHIKMOPTXYëËəƏɵƟ", "асеорхуһікАВСЕНІКМОРТХУёЁәӘөӨ", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}

_BOTH = re.compile(f"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_WORD = re.compile(f"[{_LATIN}{_CYRILLIC}]+")
_ALONE = re.compile(
    f"(?<=[{_CYRILLIC}][ \u00a0])[aceoyki](?=[ \u00a0][{_CYRILLIC}])"
    f"|(?<=[{_LATIN}][ \u00a0])[аоі](?=[ \u00a0][{_LATIN}])"
)
_ABBREVIATION = 2
"""Capitals; so short a mix (КT) is left alone."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    others = _other_letters(facts.language)
    for message in facts.asked(CODE):
        text = message.says
        if text.isascii():
            continue
        mixed = [word for word in _WORD.findall(text) if _BOTH.search(word)] if _BOTH.search(text) else []
        for what in dict.fromkeys(map(_wrong, (*mixed, *_ALONE.findall(text)))):
            if what:
                yield message.finding(CODE, facts.path, what, HINT)
        odd = others.search(text) if others else None
        if odd:
            word = next(word for word in _WORD.findall(text) if odd[0] in word)
            what = f"{odd[0]} (U+{ord(odd[0]):04X}) in {word} is no letter of this language"
            yield message.finding(CODE, facts.path, what, HINT)


def _wrong(word: str) -> str:
    """What is wrong with a word of two alphabets; "" where the mix is meant: SMSтер has letters of both."""
    if len(word) == _ABBREVIATION and word.isupper():
        return ""
    cyrillic = [letter for letter in word if "\u0400" <= letter <= "\u052f"]
    latin = [letter for letter in word if not "\u0400" <= letter <= "\u052f"]
    if len(word) == 1:
        name, right = ("Latin", "Cyrillic") if latin else ("Cyrillic", "Latin")
        return f"the word {word} is a {name} letter among {right} words"
    if all(letter in _TO_CYRILLIC for letter in latin) and (len(latin) <= len(cyrillic) or _only(cyrillic)):
        return f"the {_letters(latin)} in {word} {_are(latin)} Latin"
    if all(letter in _TO_LATIN for letter in cyrillic):
        return f"the {_letters(cyrillic)} in {word} {_are(cyrillic)} Cyrillic"
    return ""


def _only(cyrillic: list[str]) -> bool:
    """Some of the letters are Cyrillic without doubt."""
    return any(letter not in _TO_LATIN for letter in cyrillic)


def _letters(letters: list[str]) -> str:
    return ", ".join(dict.fromkeys(letters))


def _are(letters: list[str]) -> str:
    return "are" if len(set(letters)) > 1 else "is"


def _other_letters(language: str) -> re.Pattern[str] | None:
    """Cyrillic letters that Kazakh has not (ҡ for қ); Russian is not asked, for it quotes Kazakh words."""
    alphabet = "".join(tongue(language).rules.alphabet)
    if "Қ" not in alphabet:
        return None
    own = alphabet + alphabet.lower()
    return re.compile(f"(?![{own}])[{_CYRILLIC}]")
