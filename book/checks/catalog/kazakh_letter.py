"""Kazakh words that differ from a more frequent word only by a letter for which a Russian keyboard has another:
қаржы and каржы, және and жане. It found real slips in catalogs that were in use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from book.checks.catalog.facts import CatalogFacts, Words
from book.findings import Finding, Severity
from book.language.tongue import tongue

CODE = "C109"
SEVERITY = Severity.WARNING
SCOPE = "language"
WHY = "such slips are read over, and a search finds only one of the two spellings"
HINT = "correct it; or, if it is another word, say so in the comment “ok C109: why”"

_KAZAKH, _RUSSIAN = "қғңөүұіә", "кгноууиа"
_PLAIN = str.maketrans(_KAZAKH, _RUSSIAN)

_SHORTEST = 4
_LONG = 5
_STEM = 5
"""Letters by which longer words are compared, so that a slip is found in a form that stands once."""

_TIMES = {False: 20, True: 3}
_STEM_TIMES = 6
"""How much more frequent the other word must be: short, long; the other stem. Measured: of the slips that were put into
the specimen, one in each text, these tell half, and in it and in 6,000 messages of programs none that is no slip."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    if not set("ҚҒҢ") <= set(tongue(facts.language).rules.alphabet):
        return
    for message in facts.asked(CODE):
        for word in dict.fromkeys(message.says_words):
            low = word.lower()
            other = _other(low, facts.words)
            if other:
                other = other.capitalize() if word[0].isupper() else other
                what = f"{word} stands {_times(facts.words.counts[low])} in the book, {other} much more often"
                yield message.finding(CODE, facts.path, what, HINT)


def _times(count: int) -> str:
    return "once" if count <= 1 else f"{count} times"


def _other(word: str, words: Words) -> str:
    """The more frequent word (or beginning of words, with …) that was probably meant; "" where there is none."""
    if len(word) < _SHORTEST or word in words.right or word.startswith(words.right_stems):
        return ""
    known = _index(words)
    for other in known.same.get(word.translate(_PLAIN), ()):
        count = words.counts[word]
        often = other != word and words.counts[other] >= max(1, count) * _TIMES[len(word) >= _LONG]
        if often and _is_slip(word, other):
            return other
    stem = word[:_STEM]
    if len(word) < _LONG or stem in known.right_stems:
        return ""
    for other in known.same_stem.get(stem.translate(_PLAIN), ()):
        often = other != stem and known.stems[other] >= max(1, known.stems[stem]) * _STEM_TIMES
        if often and not _in_ending(stem, other):
            return f"{other}…"
    return ""


def _is_slip(word: str, other: str) -> bool:
    """Whether one word can be a misspelling of the other, and not another form of it."""
    differ = [at for at, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
    if differ == [len(word) - 1]:
        pair = {word[-1], other[-1]}
        if pair == {"и", "і"}:  # әскери "military", әскері "his army"
            return False
        if pair == {"н", "ң"} and word[-3] not in "ндт":  # кітабын "his book", кітабың "your book"; but -ның, -дың
            return False
    if len(word) < _LONG:  # көл "lake", қол "hand"
        return all(word[at] in _RUSSIAN and other[at] in _KAZAKH for at in differ)
    return True


def _in_ending(stem: str, other: str) -> bool:
    """Whether two stems differ by an ending alone: бумаңызды "your folder" and буманы, әскери and әскері."""
    differ = [at for at, (one, two) in enumerate(zip(stem, other, strict=True)) if one != two]
    return all(at >= _STEM - 2 and {stem[at], other[at]} in ({"н", "ң"}, {"и", "і"}) for at in differ)


class _Index:
    """The words of a language by what is left of them on a Russian keyboard."""

    def __init__(self, words: Words) -> None:
        self.same: dict[str, list[str]] = defaultdict(list)
        self.stems: Counter[str] = Counter()
        self.same_stem: dict[str, list[str]] = defaultdict(list)
        self.right_stems = {word[:_STEM] for word in words.right}
        for word, count in sorted(words.counts.items()):
            if len(word) >= _SHORTEST:
                self.same[word.translate(_PLAIN)].append(word)
            if len(word) >= _LONG:
                self.stems[word[:_STEM]] += count
        for stem in self.stems:
            self.same_stem[stem.translate(_PLAIN)].append(stem)
        _alone(self.same)
        _alone(self.same_stem)


def _alone(groups: dict[str, list[str]]) -> None:
    """Forgets the words that nothing resembles: nearly all."""
    for key in [key for key, members in groups.items() if len(members) < 2]:
        del groups[key]


@lru_cache(maxsize=2)
def _index(words: Words) -> _Index:
    return _Index(words)
