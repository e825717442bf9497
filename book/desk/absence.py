"""Which documents lack a field. Fields are named as in the sources, inner ones with a dot: inspection.date."""

from __future__ import annotations

from collections.abc import Iterator

from book.model import Body, DateRange, Document, PartialDate, Struct
from book.read.convert import Kind, ListOf, Record
from book.read.documents import RECORDS
from book.read.special import LanguageOf

BODY = "body"
"""The text below the front matter, which is no field of a table."""


def optional_fields(kind: str) -> dict[str, tuple[str, ...]]:
    """Every field of a kind that may be left out: its name with dots -> the attributes that lead to its value."""
    return {**dict(_fields(RECORDS[kind], (), ())), BODY: (BODY,)}


def _fields(
    record: Record, names: tuple[str, ...], attributes: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in record.fields.values():
        if isinstance(field.kind, LanguageOf):
            continue  # a document that does not say its language has that of the book
        name, attribute = (*names, field.key), (*attributes, field.attribute or field.key)
        if not field.required:
            yield ".".join(name), attribute
        inner: Kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        if isinstance(inner, Record):
            yield from _fields(inner, name, attribute)


def lacks(document: Document, attributes: tuple[str, ...]) -> bool:
    """Whether the value is missing, empty or unknown. Of a list: whether there is none, or one entry lacks it."""
    return _lacks(document, attributes)


def _lacks(value: object, attributes: tuple[str, ...]) -> bool:
    if not attributes or empty(value):
        return empty(value)
    if isinstance(value, tuple):
        return any(_lacks(item, attributes) for item in value)
    return _lacks(getattr(value, attributes[0]), attributes[1:])


def empty(value: object) -> bool:
    """Nothing that could be printed: no words, no entries, an unknown date, a struct of nothing but these."""
    if isinstance(value, PartialDate):
        return not value.year
    if isinstance(value, DateRange):
        return empty(value.start) and empty(value.end)
    if isinstance(value, Body):
        return not value.blocks
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if name not in ("span", "context", "lang", "pending")]
        return all(empty(getattr(value, name)) for name in names)
    return not value
