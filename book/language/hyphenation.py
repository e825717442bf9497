"""Which words may be broken at all, and where the patterns of a language are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_ADDRESS = re.compile(
    r"(?<!\w)(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
_WORD = re.compile(r"[^\W_]+(?:[\u00ad\u0300-\u036f]+[^\W_]+)*")
SHORTEST = 4
"""Letters: a shorter word is never broken by any of our patterns, so it needs no protection."""


def protected(word: str) -> bool:
    """Abbreviations and other words with two capitals (ҚазҰМУ, COVID), and words with digits: never broken.

    Pyphen lower-cases what it looks up, so that it cannot know by itself. The parts of a word with hyphens are words
    of their own: "Умми-Гульсум" may be broken, "АҚШ-тан" only after its hyphen.
    """
    return any(_whole(part) for part in _WORD.findall(word))


def _whole(part: str) -> bool:
    if part.isalpha() and part[1:].islower():  # so it is of most words
        return False
    capitals = sum(1 for char in part if char.isupper())
    return capitals >= 2 or (capitals > 0 and any(char.isdigit() for char in part))


def whole_words(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every word of a text that must not be broken and that a program might break.

    Addresses are left out: where they may be broken is not a matter of language.
    """
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start < SHORTEST or any(a <= start < b for a, b in addresses):
            continue
        if _whole(match.group()):
            yield start, end


def exception_patterns(words: Iterable[str]) -> tuple[str, ...]:
    """Patterns by which words break where their hyphens are and nowhere else ("ден-сау-лық"); with * at its end
    ("ден-сау-лық*") a word stands for all that begin with it, which may break as usual after it.

    The figures are the greatest of Liang's, so that they outweigh every other pattern.
    """
    return tuple(_exception(word.lower()) for word in words)


def _exception(word: str) -> str:
    open_ended = word.endswith("*")
    parts = word.rstrip("*").split("-")
    return "." + "9".join("8".join(part) for part in parts) + ("" if open_ended else ".")


def hyphenation_file(lang: str) -> Path | None:
    """Patterns of our own; None: Pyphen's, if it has any."""
    if not re.fullmatch(r"[a-z]{2,3}", lang):
        return None
    path = Path(__file__).with_name(f"hyph_{lang}.dic")
    return path if path.is_file() else None
