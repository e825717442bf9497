"""What the rest of the book may know of a document without reading it."""

from __future__ import annotations

from book.findings import Span
from book.mentions import mentions
from book.model import (
    Chapter,
    Document,
    Figure,
    Heading,
    Key,
    PartialDate,
    Person,
    Reference,
    Resort,
    Summary,
    Text,
    message_key,
    texts,
)

NO_DATE = PartialDate()


def summarize(document: Document) -> Summary:
    """The summary of a document: names, keys, references, messages, pictures, headings, weight."""
    pieces = tuple(texts(document))
    marks: list[Key] = []
    refs: list[Reference] = list(document.see) if not isinstance(document, Chapter) else []
    for text in pieces:
        more_marks, more_refs = mentions(text)
        marks += more_marks
        refs += more_refs
    facts = _facts(document)
    pictures = _pictures(document)
    return Summary(
        id=document.id,
        kind="person" if isinstance(document, Person) else "resort" if isinstance(document, Resort) else "chapter",
        path=document.path,
        lang=document.lang,
        span=document.span,
        texts=_names(document),
        variants=_variants(document),
        dates=_dates(document),
        keys=(*facts, *(mark for mark in marks if mark.vocabulary != "people")),
        marks=tuple(marks),
        treats=document.treats if isinstance(document, Resort) else (),
        region=_region(document),
        refs=tuple(refs),
        messages=tuple(dict.fromkeys(message_key(t.context, t.source) for t in pieces if t.translatable)),
        pictures=tuple(path for path, _ in pictures),
        picture_spans=tuple(span for _, span in pictures),
        chapter_kind=document.kind if isinstance(document, Chapter) else "",
        headings=tuple(block for block in document.body.blocks if isinstance(block, Heading)),
        weight=sum(len(t.source) if not t.forms else max(map(len, t.forms.values())) for t in pieces),
    )


def _names(document: Document) -> dict[str, Text]:
    named: dict[str, Text | None]
    if isinstance(document, Person):
        name = document.name
        named = {
            "surname": name.surname,
            "given": name.given,
            "patronymic": name.patronymic,
            "role": document.role,
        }
    elif isinstance(document, Resort):
        named = {"name": document.name, "place": document.place}
    else:
        named = {"title": document.title, "subtitle": document.subtitle}
    return {role: text for role, text in named.items() if text is not None}


def _variants(document: Document) -> tuple[Text, ...]:
    if isinstance(document, Person):
        return document.name.variants
    return document.variants if isinstance(document, Resort) else ()


def _dates(document: Document) -> tuple[PartialDate, ...]:
    if not isinstance(document, Person):
        return ()
    lives = (document.born, document.died)
    return tuple((life.date if life else None) or NO_DATE for life in lives)


def _facts(document: Document) -> tuple[Key, ...]:
    """The vocabulary keys of the front matter, in the order of the model's fields."""
    keys: list[Key | None] = []
    if isinstance(document, Person):
        keys += [life.at for life in (document.born, document.died) if life]
        keys += [*document.specialties, *document.regions, *document.institutions, *document.places]
        keys += [fact.institution for fact in (*document.education, *document.posts)]
        keys += document.honours
    elif isinstance(document, Resort):
        keys += [document.region, document.at, *document.types, document.category]
        keys += [*document.treats, *document.equipment]
    return tuple(key for key in keys if key is not None and key.key)


def _region(document: Document) -> str:
    if isinstance(document, Resort):
        return document.region.key
    return document.regions[0].key if isinstance(document, Person) and document.regions else ""


def _pictures(document: Document) -> list[tuple[str, Span]]:
    pictures = [(block.picture, block.span) for block in document.body.blocks if isinstance(block, Figure)]
    if isinstance(document, Person) and document.portrait:
        pictures.insert(0, (document.portrait.picture, document.portrait.span))
    return pictures
