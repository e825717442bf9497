"""JSON Schemas (2020-12) of the sources, from the tables by which they are read: so that programs complete."""

from __future__ import annotations

from typing import Any

from book.read.book_tables import BOOK, VOCABULARY
from book.read.convert import Record
from book.read.documents import RECORDS

SCHEMAS: dict[str, Record] = {**RECORDS, "book": BOOK, "vocabulary": VOCABULARY}
"""Kind of a source -> its table."""


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of the front matter of a person, resort or chapter, of book.yaml ("book") or of a "vocabulary"."""
    record = SCHEMAS[kind]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind}
    return {**head, **record.schema()}
