"""A language in another script: Kazakh in Latin letters, made from its Cyrillic by a table (tables/*.yaml).

`Rewriter` turns a text of the one into a text of the other; its markup, addresses, references and everything that is
written in Latin letters already (Roman numerals, chemical signs, ISBN) stay as they are.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from book.language.passage import ADDRESS

T = TypeVar("T")

_IN_PLACE = frozenset("abcdefghjklmnopqrstuvwxyz")

TABLES: Mapping[str, tuple[str, ...]] = {"kk-Latn": ("kk-2021", "kk-turkic")}
"""Tag of a language in another script -> its tables; the first is meant where none is named."""


class Table(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """A file of tables/. `letters`: small letter -> letters of the other script."""

    letters: Mapping[str, str]
    capitals: Mapping[str, str] = {}
    together: Mapping[str, str] = {}
    units: Mapping[str, str] = {}
    order: str = ""
    vowels: str = ""
    glides: str = ""

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The letters in the order of sorting, as they head an index."""
        return tuple(dict.fromkeys(self.upper(letter[0]) + letter[1:] for letter in self.order.split()))

    @property
    def collation(self) -> str:
        """The order as ICU's rules for what differs from the common one: a to z, but for i, stand in their places."""
        letters = self.order.split()
        rules = []
        placed: set[str] = set()  # two letters may share a capital: it stands with the first
        for before, letter in pairwise(letters):
            if letter in _IN_PLACE:
                continue
            both = dict.fromkeys((self.upper(letter[0]) + letter[1:], self.upper(letter)))
            capitals = [capital for capital in both if capital not in placed]
            placed.update(capitals)
            rules.append(f"&{before}<{letter}" + "".join(f"<<<{capital}" for capital in capitals))
        return "".join(rules)

    def upper(self, text: str) -> str:
        for letter, capital in self.capitals.items():
            text = text.replace(letter, capital)
        return text.upper()

    def word(self, word: str) -> str:
        """One word, capitals kept: all of a letter's letters are capitals where the letters beside it are."""
        out, at = [], 0
        while at < len(word):
            size = 2 if word[at : at + 2].lower() in self.together else 1
            typed = word[at : at + size]
            new = self.together[typed.lower()] if size == 2 else self.letters.get(typed.lower(), typed)
            if typed != typed.lower():
                beside = (word[at - 1 : at] if at else "") + word[at + size : at + size + 1]
                loud = beside.isupper() or (size == 2 and typed.isupper())
                new = self.upper(new) if loud else self.upper(new[:1]) + new[1:]
            out.append(new)
            at += size
        return "".join(out)


@functools.cache
def table(name: str) -> Table:
    """The table of that name, which is in TABLES, or one for names (kk-en)."""
    import yaml

    text = resources.files("book.language").joinpath("tables", f"{name}.yaml").read_text(encoding="utf-8")
    data: Any = yaml.safe_load(text)
    return msgspec.convert(data, Table)


_WORD = "[\u0400-\u052f][\u0400-\u052f\u0300-\u036f]*"
_KEPT = rf"""\[\^[^\s\[\]]{{1,40}}\] | \]\((?:[^()\s\\]|\\.|\([^()\s]*\))*\)
             | \{{[^{{}}:\n]{{0,40}}:[^{{}}\n]{{0,100}}\}} | {ADDRESS.pattern}"""
"""What of a text is no words: calls of footnotes, addresses, references and index marks."""


class Rewriter:
    """Puts texts into another script. `tag` is the language's in that script, `spellings` the book's own: a word, or
    with * at its end the beginning of words -> as it is to be written."""

    def __init__(self, tag: str, name: str, spellings: Mapping[str, str]) -> None:
        self.tag = tag
        self.name = name
        self.table = table(name)
        self.spellings = dict(spellings)
        self._words = {word.lower(): new for word, new in spellings.items() if not word.endswith("*")}
        stems = {word[:-1].lower(): new for word, new in spellings.items() if word.endswith("*")}
        self._stems = dict(sorted(stems.items(), key=lambda stem: -len(stem[0])))
        units = "|".join(sorted(map(re.escape, self.table.units), key=len, reverse=True)) or r"(?!)"
        self._pattern = re.compile(
            rf"(?P<kept>{_KEPT}) | (?<=\d[ \u00a0])(?P<unit>{units})(?!\w) | (?P<word>{_WORD})", re.VERBOSE
        )

    def text(self, source: str) -> str:
        """A text with inline markup."""
        return self._pattern.sub(self._replaced, source)

    def _replaced(self, match: re.Match[str]) -> str:
        if match["unit"]:
            return self.table.units[match["unit"]]
        return self._word(unicodedata.normalize("NFC", match["word"])) if match["word"] else match[0]

    def _word(self, word: str) -> str:
        small = word.lower()
        if small in self._words:
            return self._like(word, self._words[small])
        for stem, new in self._stems.items():
            if small.startswith(stem):
                return self._like(word[: len(stem)], new) + self.table.word(word[len(stem) :])
        return self.table.word(word)

    def _like(self, word: str, new: str) -> str:
        """A spelling with the capitals of the word for which it stands."""
        if len(word) > 1 and word.isupper():
            return self.table.upper(new)
        return self.table.upper(new[:1]) + new[1:] if word[:1].isupper() else new

    def data(self, value: T) -> T:
        """Every string in frozen data (a language's rules) rewritten; keys of maps are names and stay."""
        return self._data(value)  # type: ignore[no-any-return]

    def _data(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._data(item) for item in value)
        if isinstance(value, Mapping):
            return {key: self._data(item) for key, item in value.items()}
        if isinstance(value, msgspec.Struct):
            fields = value.__struct_fields__
            return msgspec.structs.replace(value, **{name: self._data(getattr(value, name)) for name in fields})
        return value
