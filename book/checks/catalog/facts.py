"""What the checks of translations are given: the messages of one catalog, and what the book knows around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from book.findings import Finding, Severity, Span
from book.inline import parse_inline, plain
from book.nearest import nearest

_LONGEST = 300
"""Characters of what a finding says: it quotes the words at fault."""
_WORD = re.compile(r"[^\W_]+")
_ACCEPTED = re.compile(r"\s*ok\s+(C\d{3}(?:\s*,\s*C\d{3})*)\s*(:\s*\S)?", re.IGNORECASE)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: runs of letters and digits, ё as е (Russian is set with and without it)."""
    return tuple(_WORD.findall(text.replace("ё", "е").replace("Ё", "Е")))


@dataclass(frozen=True)
class Message:
    """A text and its translation, confirmed by a translator. `notes` are the translator's comments, `line` that of the
    msgid, `subject` the id of the document where the text stands in one alone."""

    source: str
    translation: str
    context: str = ""
    line: int = 0
    notes: tuple[str, ...] = ()
    subject: str = ""

    @cached_property
    def said(self) -> str:
        """The words of the source, without markup, references and addresses."""
        return plain(parse_inline(self.source).nodes)

    @cached_property
    def says(self) -> str:
        """The words of the translation."""
        return plain(parse_inline(self.translation).nodes)

    @cached_property
    def said_words(self) -> tuple[str, ...]:
        return words_of(self.said)

    @cached_property
    def says_words(self) -> tuple[str, ...]:
        return words_of(self.says)

    @cached_property
    def _accepted(self) -> dict[str, bool]:
        """Code -> whether a reason is given, of the notes `# ok C103: why`."""
        found: dict[str, bool] = {}
        for note in self.notes:
            match = _ACCEPTED.match(note)
            for code in re.findall(r"C\d{3}", match[1].upper()) if match else ():
                found[code] = found.get(code, False) or bool(match and match[2])
        return found

    def accepts(self, code: str) -> bool:
        """The translator has looked at what `code` finds here, and says why it is right."""
        return self._accepted.get(code, False)

    def finding(self, code: str, path: str, what: str, hint: str, severity: Severity = Severity.WARNING) -> Finding:
        if code in self._accepted:
            hint = f"{hint}. The comment “ok {code}” wants a reason after a colon"
        what = what if len(what) <= _LONGEST else f"{what[:_LONGEST]}…"
        return Finding(code, severity, what, hint, Span(path, self.line, 1), subject=self.subject)


class Stems:
    """Finds forms in the words of a text. A form is one or more stems in a row; each stands for every word that begins
    with it, at most `longest` letters longer; one with a capital letter only for words that are written so."""

    def __init__(self, forms: Iterable[tuple[str, str]], longest: int = 99) -> None:
        self.longest = longest
        self._first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for key, form in forms:
            stems = words_of(form)
            if stems:
                self._first.setdefault(stems[0], []).append((key, stems))
        self._lengths = tuple(sorted({len(stem) for stem in self._first}))

    def find(self, words: tuple[str, ...]) -> dict[str, str]:
        """Key of each form that stands in `words` -> the words that show it, in the order of the text."""
        found: dict[str, str] = {}
        if not self._lengths:
            return found
        for at, word in enumerate(words):
            low = word.lower()
            for length in self._lengths:
                if length > len(word):
                    break
                for start in dict.fromkeys((word[:length], low[:length])):
                    for key, stems in self._first.get(start, ()):
                        if key not in found and self._match(words[at : at + len(stems)], stems):
                            found[key] = " ".join(words[at : at + len(stems)])
        return found

    def _match(self, words: tuple[str, ...], stems: tuple[str, ...]) -> bool:
        return len(words) == len(stems) and all(map(self._begins, words, stems))

    def _begins(self, word: str, stem: str) -> bool:
        if len(word) > len(stem) + self.longest:
            return False
        return (word.lower() if stem.islower() else word).startswith(stem)


@dataclass(frozen=True)
class Known:
    """Something that has a name of its own in each language: a person, a term. `forms` are those that are right in the
    language of the translation (stems), `name` the one to write."""

    key: str
    name: str
    source_forms: tuple[str, ...]
    forms: tuple[str, ...]


class Lexicon:
    """Known things, found in sources by the forms of the one language and in translations by those of the other."""

    def __init__(self, known: Iterable[Known], longest: int = 99) -> None:
        self.known = {one.key: one for one in known if one.source_forms and one.forms}
        self._source = Stems(((one.key, form) for one in self.known.values() for form in one.source_forms), longest)
        self._target = Stems(((one.key, form) for one in self.known.values() for form in one.forms), longest)

    def in_source(self, words: tuple[str, ...]) -> dict[str, str]:
        """Key -> the words of the source that name it."""
        return self._source.find(words)

    def lost(self, message: Message) -> dict[str, str]:
        """Words of the source -> the key of what they name, where the translation does not name it. Where one word may
        mean two (Асфендиаров and Асфендиарова), either will do, and the first is told."""
        named = self._source.find(message.said_words)
        if not named:
            return {}
        found = {named[key] for key in self._target.find(message.says_words) if key in named}
        return {words: key for key, words in reversed(named.items()) if words not in found}


def without_name(name: str, words: str, message: Message) -> str:
    """What is wrong where the source names somebody or something with `words`, and the translation has no `name`."""
    capitals = {word[: len(name)]: word for word in message.says_words if word[0].isupper()}
    near = nearest(name, capitals)
    if near:
        return f"{name} is spelt {capitals[near]}"
    return f"{name} ({words} in the source) is not in the translation"


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a language, in lower case. `counts`: how often each stands in all its catalogs and in the sources
    written in it; `right` are those of names and vocabularies: data, and never misspelt."""

    counts: Mapping[str, int] = field(default_factory=dict)
    right: frozenset[str] = frozenset()
    right_stems: tuple[str, ...] = ()
    """Beginnings of words that the glossary knows."""


@dataclass(frozen=True)
class CatalogFacts:
    """The messages of one catalog to be checked, all confirmed and fit for print.

    `words` is empty where one book is built: what only the whole language shows is told by `make-book check`.
    """

    path: str
    language: str
    source_language: str
    messages: tuple[Message, ...]
    people: Lexicon = field(default_factory=lambda: Lexicon(()))
    places: Lexicon = field(default_factory=lambda: Lexicon(()))
    terms: Lexicon = field(default_factory=lambda: Lexicon(()))
    words: Words = field(default_factory=Words)

    def asked(self, code: str) -> Iterator[Message]:
        """The messages whose translator has not accepted what `code` finds."""
        return (message for message in self.messages if not message.accepts(code))
