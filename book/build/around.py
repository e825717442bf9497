"""What the checks of translations know around a catalog: the names of people, the glossary, the words of a language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

import msgspec

from book.build.reading import Reading
from book.checks.catalog.facts import Known, Lexicon, Message, Words, words_of
from book.model import Document, GlossaryTerm, Summary, Text, Vocabulary, texts
from book.store import key_of

_ENDINGS = 8
"""Letters that an ending may add to a name: Сызғановтардың, Атырауского."""
SHORTEST = 4
"""Letters of a name without its ending; of Цой nothing would be left that is no other word."""
_ENDING = re.compile(r"[аеёийоуыьэюяaeiouy]{1,2}$")


class Around:
    """What the book knows around the catalogs from one language to another; made when it is asked for."""

    def __init__(self, reading: Reading, source: str, target: str) -> None:
        self.source = source
        self.target = target
        self._terms = _terms(reading)
        self._people = [(one.id, _named_by(one)) for one in reading.summaries if one.kind == "person"]
        self._people += _vocabulary(reading, "persons")
        self._places = _vocabulary(reading, "places")
        self.digest = key_of(source, target, msgspec.msgpack.encode(self._terms))
        names = [[key, *(text.forms for text in named)] for key, named in (*self._people, *self._places)]
        self.names = key_of(msgspec.msgpack.encode(names))

    @cached_property
    def people(self) -> Lexicon:
        return Lexicon((self._person(*one) for one in self._people), _ENDINGS)

    @cached_property
    def places(self) -> Lexicon:
        """Those of one word, with the forms that the glossary has under the same key."""
        return Lexicon((self._place(*one) for one in self._places), _ENDINGS)

    @cached_property
    def terms(self) -> Lexicon:
        """The glossary, but for its forms of places."""
        places = {key for key, _ in self._places}
        terms = (term for term in self._terms if term.key not in places)
        known = ((term.key, term.forms.get(self.source, ()), term.forms.get(self.target, ())) for term in terms)
        return Lexicon(Known(key, next(iter(here), ""), there, here) for key, there, here in known)

    def named(self, heads: tuple[str, ...]) -> str:
        """A digest of the people and places that `heads` can name."""
        both = ((lexicon, key) for lexicon in (self.people, self.places) for key in sorted(lexicon.in_source(heads)))
        known = (lexicon.known[key] for lexicon, key in both)
        return key_of(*(name for one in known for name in (one.key, *one.source_forms, *one.forms)))

    def _person(self, key: str, named: tuple[Text, ...]) -> Known:
        there, here = ([_first(_in(text, lang)) for text in named] for lang in (self.source, self.target))
        return Known(key, next(iter(here), ""), _stems(there), _stems(here))

    def _place(self, key: str, named: tuple[Text, ...]) -> Known:
        also = next((term.forms for term in self._terms if term.key == key), {})

        def forms(lang: str) -> tuple[str, ...]:
            names = (_in(text, lang) for text in named)
            return (*_stems([name for name in names if " " not in name]), *also.get(lang, ()))

        return Known(key, _in(named[0], self.target), forms(self.source), forms(self.target))


def _named_by(person: Summary) -> tuple[Text, ...]:
    """The surname, and the variants ("Surname Given")."""
    surname = person.texts.get("surname")
    return (surname, *person.variants) if surname else person.variants


def _vocabulary(reading: Reading, name: str) -> list[tuple[str, tuple[Text, ...]]]:
    """(key, names) of a vocabulary of people ("Surname, Given") or places."""
    vocabulary = reading.vocabularies.get(name)
    return [(term.key, (term.name, *term.see)) for term in vocabulary.terms] if vocabulary else []


def _first(name: str) -> str:
    return name.partition(",")[0].partition(" ")[0]


def _stems(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_stem, names))))


def _stem(name: str) -> str:
    """The part of a name that no case changes: Досжанова -> Досжанов; "" where too little is left of it."""
    word = max(words_of(name), key=len, default="")
    ending = _ENDING.search(word)
    cut = min(len(ending[0]) if ending else 0, max(0, len(word) - SHORTEST))
    return word[: len(word) - cut] if len(word) - cut >= SHORTEST else ""


def words_of_language(
    catalogs: Iterable[list[Message]], reading: Reading, documents: Iterable[Document], language: str
) -> Words:
    """The words of a language in its catalogs, in the documents written in it, and in what is data in all languages."""
    counts: Counter[str] = Counter()
    for messages in catalogs:
        for message in messages:
            counts.update(word.lower() for word in message.says_words)
    right: set[str] = set()
    for value in (*documents, *reading.vocabularies.values()):
        for text in texts(value):
            words = [word.lower() for word in words_of(_in(text, language))]
            counts.update(words)
            if isinstance(value, Vocabulary) or text.forms is not None:
                right.update(words)
    stems = {form.lower() for term in _terms(reading) for form in term.forms.get(language, ())}
    return Words(counts, frozenset(right), tuple(sorted(stems)))


def _terms(reading: Reading) -> tuple[GlossaryTerm, ...]:
    return reading.glossary.terms if reading.glossary else ()


def _in(text: Text, language: str) -> str:
    if text.forms is not None:
        return text.forms.get(language, "")
    return text.source if text.lang == language else ""
