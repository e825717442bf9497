"""JSON Schemas (2020-12) of the sources, from the tables by which they are read: so that programs complete."""

from __future__ import annotations

from typing import Any

from book.read.book_tables import BOOK, GLOSSARY, VOCABULARY
from book.read.convert import Kind
from book.read.documents import RECORDS
from book.read.inks import INKS
from book.read.press_tables import PRESS

SCHEMAS: dict[str, Kind] = {
    **RECORDS, "book": BOOK, "vocabulary": VOCABULARY, "glossary": GLOSSARY, "press": PRESS, "inks": INKS,
}  # fmt: skip
"""Kind of a source -> its table."""


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of the front matter of a person, resort or chapter, of book.yaml ("book"), of a "vocabulary", of the
    "glossary", of styles/press.yaml ("press") or of styles/inks.yaml ("inks")."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind}
    return {**head, **SCHEMAS[kind].schema()}
