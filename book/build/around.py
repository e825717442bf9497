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

_ENDINGS = 6
"""Letters that an ending may add to a surname: Сызғановтардың."""
SHORTEST = 4
"""Letters of a surname without its ending; of Цой nothing would be left that is no other word."""
_ENDING = re.compile(r"[аеёийоуыьэюяaeiouy]{1,2}$")


class Around:
    """What the book knows around the catalogs from one language to another; made when it is asked for."""

    def __init__(self, reading: Reading, source: str, target: str) -> None:
        self.source = source
        self.target = target
        self._persons = [summary for summary in reading.summaries if summary.kind == "person"]
        self._terms = _terms(reading)
        self.digest = key_of(source, target, msgspec.msgpack.encode(self._terms))
        names = [[one.id, *(text.forms for text in _named_by(one))] for one in self._persons]
        self.names = key_of(msgspec.msgpack.encode(names))

    @cached_property
    def people(self) -> Lexicon:
        return Lexicon((_person(one, self.source, self.target) for one in self._persons), _ENDINGS)

    def named(self, heads: tuple[str, ...]) -> str:
        """A digest of the people whom `heads` can name."""
        known = (self.people.known[key] for key in sorted(self.people.in_source(heads)))
        return key_of(*(name for one in known for name in (one.key, *one.source_forms, *one.forms)))

    @cached_property
    def terms(self) -> Lexicon:
        there, here = self.source, self.target
        both = (term for term in self._terms if there in term.forms and here in term.forms)
        return Lexicon(Known(one.key, one.forms[here][0], one.forms[there], one.forms[here]) for one in both)


def _named_by(person: Summary) -> tuple[Text, ...]:
    """The surname, and the variants ("Surname Given")."""
    surname = person.texts.get("surname")
    return (surname, *person.variants) if surname else person.variants


def _person(person: Summary, source: str, target: str) -> Known:
    there, here = ([_in(text, lang).partition(" ")[0] for text in _named_by(person)] for lang in (source, target))
    return Known(person.id, next(iter(here), ""), _stems(there), _stems(here))


def _stems(surnames: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_stem, surnames))))


def _stem(surname: str) -> str:
    """The part of a surname that no case changes: Досжанова -> Досжанов; "" where too little is left of it."""
    word = max(words_of(surname), key=len, default="")
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= SHORTEST else ""


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
