"""Text -> Manuscript. Every value keeps its file, line and column; nothing raises for a bad source, all is told."""

from __future__ import annotations

from book.inline import parse_inline
from book.read.books import read_book, read_glossary, read_vocabulary
from book.read.documents import read_document
from book.read.inks import check_ink_use, read_ink_file
from book.read.press import check_editions, read_press
from book.read.schema import json_schema
from book.read.summary import summarize

__all__ = [
    "check_editions", "check_ink_use", "json_schema", "parse_inline", "read_book", "read_document", "read_glossary",
    "read_ink_file", "read_press", "read_vocabulary", "summarize",
]  # fmt: skip
