"""Fuzzy proposals: for a text that is new, the translation of a text that has vanished and was nearly the same.

Never across contexts, and never where numbers, years or names differ: a translator who confirms in haste would print
the old facts under the new ones. Nearness is rapidfuzz's ratio (Indel) of at least 70 %.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest

from rapidfuzz import fuzz

from book.translate.catalog import Entry
from book.translate.messages import Message

NEAR = 70.0
"""Per cent. Two words of ten replaced leave about 85; below 70 a translator is quicker without the old text."""

_COMPARED = 6  # vanished texts that are measured for a new one: those that share its rarest words
_RARE = 16  # words (or letters, in a short text) by which a vanished text is found
_SHORT = 40  # characters; shorter texts are found by their groups of three letters

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME_REFERENCE = re.compile(r"\{name:[^{}]*\}")
_CODES = re.compile(r"\{[^{}]*\}|\]\([^()]*\)|\[\^[^\[\]]*\]")  # ids, keys, addresses and labels are no words
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENING = " \t\n\u00a0\"'«»“”„*([—–-"  # what may stand between the end of a sentence and the next one's first word

Facts = tuple[tuple[str, ...], tuple[str, ...]]
"""The numbers and the names of a text, sorted."""


def lower_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands somewhere in lower case: such a word at the head of a sentence is no name."""
    plain = (_CODES.sub("", text) for text in texts)
    return frozenset(word for text in plain for word in _WORD.findall(text) if word[0].islower())


def facts(text: str, common: frozenset[str]) -> Facts:
    """What must be equal in two texts before one's translation is proposed for the other: numbers, and every word with
    a capital that can be a name. The first word of a sentence is taken for one too, unless it is in `common` and no
    other capital follows it ("Вера Ивановна")."""
    names = _NAME_REFERENCE.findall(text)
    text = _CODES.sub("", text)
    found = list(_WORD.finditer(text))
    for number, word in enumerate(found):
        if not word[0][0].isupper():
            continue
        follower = found[number + 1][0] if number + 1 < len(found) else ""
        ordinary = word[0].lower() in common and not follower[:1].isupper()
        if not (ordinary and _begins_sentence(text, word.start())):
            names.append(word[0])
    return tuple(sorted(_NUMBER.findall(text))), tuple(sorted(names))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(_OPENING)
    return not before or before[-1] in ".!?…:"


def propose(fresh: Sequence[Message], vanished: Sequence[Entry], common: frozenset[str]) -> dict[int, Entry]:
    """Index in `fresh` -> the vanished entry whose translation is proposed; each entry at most once, nearest first."""
    groups: dict[tuple[str, Facts], list[int]] = defaultdict(list)
    for number, entry in enumerate(vanished):
        said = {facts(text, common) for text in _told(entry)}
        if len(said) == 1:
            groups[entry.context or "", said.pop()].append(number)
    finders = {key: _finder([vanished[number].source for number in members]) for key, members in groups.items()}
    pairs: list[tuple[float, int, int]] = []
    for index, message in enumerate(fresh):
        key = message.context, facts(message.source, common)
        for place in finders[key](message.source) if key in finders else ():
            number = groups[key][place]
            score = min(fuzz.ratio(message.source, text, score_cutoff=NEAR) for text in _told(vanished[number]))
            if score >= NEAR:
                pairs.append((-score, index, number))
    chosen: dict[int, Entry] = {}
    used: set[int] = set()
    for _, index, number in sorted(pairs):
        if index not in chosen and number not in used:
            chosen[index] = vanished[number]
            used.add(number)
    return chosen


def _told(entry: Entry) -> tuple[str, ...]:
    """The text of an entry, and the older one that its words were made for, if they were never confirmed since."""
    return (entry.source, entry.previous.source) if entry.fuzzy and entry.previous else (entry.source,)


def _features(text: str) -> set[str]:
    lowered = text.lower()
    words = set(_WORD.findall(lowered))
    return words if len(text) > _SHORT else words | {lowered[i : i + 3] for i in range(len(lowered) - 2)}


def _finder(texts: Sequence[str]) -> Callable[[str], list[int]]:
    """A function from a text to the places in `texts` of those that share most with it, rare words counting more."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for feature in _features(text):
            index[feature].append(place)

    def find(text: str) -> list[int]:
        shared = sorted((len(index[feature]), feature) for feature in _features(text) if feature in index)
        weights: Counter[int] = Counter()
        for count, feature in shared[:_RARE]:
            for place in index[feature]:
                weights[place] += 1 / count  # type: ignore[assignment]
        return nlargest(_COMPARED, weights, key=lambda place: (weights[place], -place))

    return find
