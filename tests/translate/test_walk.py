"""The fields that lead to texts, found from the types."""

from __future__ import annotations

from book.findings import Span
from book.model import Body, Book, Chart, Key, Manuscript, Person, Series, Summary, Table, Text
from book.translate.walk import text_fields


def test_fields_that_hold_texts_directly_in_tuples_unions_and_dicts() -> None:
    assert text_fields(Table) == ("head", "rows", "caption")
    assert text_fields(Body) == ("blocks", "footnotes")
    assert text_fields(Series) == ("label",)
    assert text_fields(Chart) == ("title", "series", "unit", "source", "categories")
    assert text_fields(Summary) == ("texts", "variants", "headings")
    assert text_fields(Manuscript) == ("book", "vocabularies", "documents")
    assert "parts" in text_fields(Book) and "editions" not in text_fields(Book)
    assert {"name", "born", "posts", "portrait", "body"} <= set(text_fields(Person))
    assert not {"see", "sources", "specialties", "span"} & set(text_fields(Person))


def test_nothing_for_values_without_texts() -> None:
    assert text_fields(Span) == text_fields(Key) == text_fields(str) == text_fields(Text) == ()
