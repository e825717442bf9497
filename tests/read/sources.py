"""Small sources for the tests of the reading room."""

from __future__ import annotations

from book.findings import Finding
from book.model import Book, Document
from book.read import read_book, read_document

BOOK_YAML = """\
id: small
title: {kk: Кітап, ru: Книга, en: Book}
languages: [kk, ru, en]
source_language: ru
date: 2021-12-16
"""


def small_book() -> Book:
    book, findings = read_book("chapters/book.yaml", BOOK_YAML.encode())
    assert book is not None
    assert findings == ()
    return book


BOOK = small_book()

PERSON = """\
---
name:
  surname: {kk: А, ru: Б, en: B}
  given: {kk: В, ru: Г, en: D}
"""
"""Four lines; a test adds its own and the closing ---."""

RESORT = """\
---
name: {kk: А, ru: Б, en: B}
region: north
"""
"""Three lines."""


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    """(code, line, column) of each finding."""
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def chapter(body: str = "", front: str = "") -> tuple[Document | None, tuple[Finding, ...]]:
    """A chapter: line 1 is ---, line 2 its title, then `front`, ---, `body` (without `front` from line 4)."""
    return read_document("chapters/a.md", f"---\ntitle: T\n{front}---\n{body}".encode(), BOOK)


def person(front: str) -> tuple[Document | None, tuple[Finding, ...]]:
    """A person; `front` begins in line 5."""
    return read_document("chapters/profiles/a.md", f"{PERSON}{front}---\n".encode(), BOOK)


def resort(front: str) -> tuple[Document | None, tuple[Finding, ...]]:
    """A resort; `front` begins in line 4."""
    return read_document("chapters/resorts/a.md", f"{RESORT}{front}---\n".encode(), BOOK)
