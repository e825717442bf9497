"""Who is in the book: an entry for each person or resort, in the order of the language, for a table, CSV or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from book.language.tongue import tongue
from book.model import Document, Key, Person, Resort, Text, Vocabulary, texts
from book.read.dates import format_date


class Named(msgspec.Struct, frozen=True):
    """An entry of a vocabulary: its key, and its name in the language of the list."""

    key: str
    name: str


class PersonEntry(msgspec.Struct, frozen=True):
    """Dates as the sources write them; `portrait` is the picture's path, "" where there is none; `words` below the
    front matter; `language` in which the profile was written."""

    id: str
    name: str
    born: str
    died: str
    role: str
    specialties: tuple[Named, ...]
    regions: tuple[Named, ...]
    portrait: str
    words: int
    language: str
    file: str


class ResortEntry(msgspec.Struct, frozen=True):
    """`beds` 0 where the number is not known; `sources` how many are named."""

    id: str
    name: str
    region: Named
    types: tuple[Named, ...]
    beds: int
    inspected: str
    inspection: str
    contact: str
    sources: int
    language: str
    file: str


Entry = PersonEntry | ResortEntry

SPARE = {
    "person": ("file", "regions", "role", "specialties", "language"),
    "resort": ("file", "contact", "inspection", "types", "language", "region"),
}
"""The columns that a narrow table leaves out, in this order."""


def of_kind(kind: str, documents: Iterable[Document]) -> list[Person] | list[Resort]:
    """The people or the resorts among `documents`."""
    if kind == "person":
        return [one for one in documents if isinstance(one, Person)]
    return [one for one in documents if isinstance(one, Resort)]


def entries(documents: Iterable[Person | Resort], vocabularies: Mapping[str, Vocabulary], lang: str) -> list[Entry]:
    """An entry for each of `documents`, whose texts (and the vocabularies') are in `lang` already, sorted."""
    names = {
        (vocabulary.name, term.key): _words(term.name, lang)
        for vocabulary in vocabularies.values()
        for term in vocabulary.terms
    }

    def named(keys: Iterable[Key]) -> tuple[Named, ...]:
        return tuple(Named(key.key, names.get((key.vocabulary, key.key), key.key)) for key in keys)

    found: list[Entry] = []
    for document in documents:
        if isinstance(document, Person):
            found.append(_person(document, named(document.specialties), named(document.regions), lang))
        else:
            found.append(_resort(document, named([document.region])[0], named(document.types), lang))
    sort_key = tongue(lang).sort_key
    return sorted(found, key=lambda entry: (sort_key(entry.name), entry.id))


def _person(person: Person, specialties: tuple[Named, ...], regions: tuple[Named, ...], lang: str) -> PersonEntry:
    name = person.name
    parts = [_words(part, lang) for part in (name.surname, name.given, name.patronymic)]
    return PersonEntry(
        id=person.id,
        name=tongue(lang).index_name(*parts),
        born=format_date(person.born.date) if person.born else "",
        died=format_date(person.died.date) if person.died else "",
        role=_words(person.role, lang),
        specialties=specialties,
        regions=regions,
        portrait=person.portrait.picture if person.portrait else "",
        words=_count(person, lang),
        language=person.lang,
        file=person.path,
    )


def _resort(resort: Resort, region: Named, types: tuple[Named, ...], lang: str) -> ResortEntry:
    seen, contact = resort.inspection, resort.contact
    ways = (contact.phone, contact.email, contact.web, _words(contact.address, lang)) if contact else ()
    return ResortEntry(
        id=resort.id,
        name=_words(resort.name, lang),
        region=region,
        types=types,
        beds=resort.beds,
        inspected=format_date(seen.date) if seen else "",
        inspection=_words(seen.result, lang) if seen else "",
        contact="; ".join(way for way in ways if way),
        sources=len(resort.sources),
        language=resort.lang,
        file=resort.path,
    )


def _words(text: Text | None, lang: str) -> str:
    if text is None:
        return ""
    return text.source if text.forms is None else text.forms.get(lang, "")


def _count(document: Document, lang: str) -> int:
    return sum(len(_words(text, lang).split()) for text in texts(document.body))


def rows(entries: Sequence[Entry], kind: str, located: Mapping[str, str]) -> tuple[list[str], list[list[object]]]:
    """(heads, cells) for a table or CSV. `located`: path in the book -> path as the user would open it."""
    of = {"person": PersonEntry, "resort": ResortEntry}[kind]
    names = list(of.__struct_fields__)
    return names, [[_cell(entry, name, located) for name in names] for entry in entries]


def _cell(entry: Entry, name: str, located: Mapping[str, str]) -> object:
    value = getattr(entry, name)
    if name == "portrait":
        return "yes" if value else "no"
    if name == "file":
        return located.get(value, value)
    if isinstance(value, Named):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(item.name for item in value)
    return "" if name == "beds" and not value else value
