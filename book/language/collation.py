"""Sorting and letter heads by ICU. Only this module and number_words import icu, which carries no types.

Words are compared word by word, as in a telephone book: a space comes before any letter ("Ким, Юлия" before
"Кимов, А"), and a surname with its comma comes before the same surname with a second word. Quotes, full stops,
brackets and apostrophes count for nothing; numbers compare as numbers ("№ 2" before "№ 10").
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Any, NamedTuple

_FIELD = "\ufffe"
"""CLDR gives U+FFFE the least weight on every level: it parts fields that are sorted one after the other."""
OTHER = "#"
"""The head of what does not begin with a letter."""


class Heads(NamedTuple):
    """What the letter heads of a language depend on: the alphabets of other languages after its own; `order` and
    `own`, ICU's rules and the letters, where CLDR does not know the language in its script."""

    lang: str
    others: tuple[str, ...] = ()
    order: str = ""
    own: tuple[str, ...] = ()


@functools.cache
def _collator(lang: str, order: str) -> Any:
    import icu

    if order:
        collator = icu.RuleBasedCollator(order)
    else:
        collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(_tag(lang)))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator


@functools.cache
def _index(heads: Heads) -> tuple[Any, tuple[str, ...]]:
    """ICU's index and the label of each of its buckets; "" for a bucket without a letter of its own."""
    import icu

    if heads.order:
        index = icu.AlphabeticIndex(_collator(heads.lang, heads.order))
        labels = icu.UnicodeSet()
        for letter in heads.own:
            labels.add(letter)
        index.addLabels(labels)
    else:
        index = icu.AlphabeticIndex(icu.Locale.forLanguageTag(_tag(heads.lang)))
    for other in heads.others:
        index.addLabels(icu.Locale.forLanguageTag(_tag(other)))
    return index, tuple(str(label) if kind == 0 else "" for label, kind in index)


def _tag(lang: str) -> str:
    return lang if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang) else "und"


class _Counted(dict[int, str]):
    """What of a character counts: itself, a space, or nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category in ("Pd", "Pc") or char in ",/" or char.isspace():
            counted = " "
        elif category in ("Pi", "Pf", "Ps", "Pe", "Po", "Cf", "Cc", "Cs") or char in "`´ʼʹ":
            counted = ""
        else:
            counted = char
        self[code] = counted
        return counted


_COUNTED = _Counted()


@functools.lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """What of a text counts in sorting."""
    text = unicodedata.normalize("NFC", text).replace(_FIELD, "").replace("\x00", "")
    text = re.sub(r",\s+", _FIELD, text, count=1)
    return " ".join(word for word in text.translate(_COUNTED).split(" ") if word).strip(_FIELD)


@functools.lru_cache(maxsize=8192)
def sort_key(lang: str, order: str, text: str) -> bytes:
    """A key that compares as the language sorts; texts that sort alike are ordered by their characters."""
    key: bytes = _collator(lang, order).getSortKey(plain(text))
    return key + b"\x00" + text.encode("utf-8", "surrogatepass")


@functools.lru_cache(maxsize=8192)
def letter(heads: Heads, text: str) -> str:
    """The head under which a text stands. Texts sorted by `sort_key` come in the order of their heads."""
    counted = plain(text)
    if not counted or not counted[0].isalpha():
        return OTHER
    index, labels = _index(heads)
    return labels[index.getBucketIndex(counted)] or _first_letter(counted)


def _first_letter(text: str) -> str:
    """A letter of a script for which the index has no heads: itself, without its accents."""
    base = unicodedata.normalize("NFD", text[0])[0].upper()
    return base[0]


@functools.cache
def alphabet(lang: str) -> tuple[str, ...]:
    """The letter heads of a language's own script, in order."""
    return tuple(label for label in _index(Heads(lang))[1] if label)


def upper(lang: str, text: str) -> str:
    """Capitals by the language's rules, for those whose rules are not Unicode's (i of Turkish)."""
    import icu

    return str(icu.UnicodeString(text).toUpper(icu.Locale.forLanguageTag(_tag(lang))))
