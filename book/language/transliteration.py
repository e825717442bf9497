"""Proposals for names in Latin letters. Nothing here decides: a person's own spelling stands in the sources."""

from __future__ import annotations

import difflib
import re
import unicodedata

from book.language.scripts import Rewriter

PROPOSED = ("kk", "ru")
"""Languages from whose names Latin ones are proposed."""


def romanized(lang: str, name: str) -> str:
    """A Cyrillic name of a language in plain Latin letters, as English texts write it."""
    if lang == "ru":
        import iuliia

        return str(iuliia.WIKIPEDIA.translate(name))
    return Rewriter("kk-Latn", "kk-en", {}).text(name)


_ALIKE = (
    ("shch", "sh"), ("kh", "h"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("gh", "g"), ("ph", "f"), ("ts", "s"),
    ("tz", "s"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "u"), ("y", "i"), ("ii", "i"), ("ie", "e"),
    ("ia", "a"), ("iu", "u"), ("io", "o"), ("ei", "e"),
)  # fmt: skip
"""What standards and habits write for one sound; in this order."""


def likeness(one: str, other: str) -> float:
    """How alike two Latin spellings sound, 0 to 1: 1 for Doszhanova and Dosjanova."""
    return difflib.SequenceMatcher(None, _sounds(one), _sounds(other), autojunk=False).ratio()


def _sounds(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isascii() and c.isalpha())
    for typed, sound in _ALIKE:
        plain = plain.replace(typed, sound)
    return re.sub(r"(.)\1", r"\1", plain)


def scripts_of(word: str) -> set[str]:
    """The alphabets of a word's letters: {"LATIN", "CYRILLIC"}."""
    return {unicodedata.name(c, "?").split(" ")[0] for c in word if c.isalpha()}
