"""Babel's way to our messages: the extractor `book` of pyproject.toml, for `pybabel extract` and others that use Babel.

It gives what `make-book catalogs update` puts into the catalogs: the same texts, contexts and comments.

A mapping file names the sources; the option `source` takes those of one language alone:

    [book: chapters/**.md]
    source = ru
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO

from book.build.reading import BOOK, is_document, is_vocabulary, read_book_file
from book.findings import Finding
from book.model import Book, Document, Vocabulary
from book.read import read_document, read_vocabulary
from book.translate.messages import messages
from book.world import World, find_book

Extracted = tuple[int, str | None, tuple[str, ...], list[str]]
"""(line, "pgettext" or None, (context, text) or (text,), comments): the form that Babel wants."""


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Extracted]:
    """The messages of one source: a document, a vocabulary or book.yaml; nothing of any other file. What cannot be read
    is a warning. The languages of the book are those of its book.yaml, which is looked for above the file."""
    name = Path(os.path.abspath(fileobj.name))
    root = find_book(name.parent)
    book, found = _book(root)
    value: Document | Vocabulary | Book | None = None
    path = name.relative_to(root).as_posix()
    if book is not None:
        value, found = _read(path, fileobj.read(), book, found)
    for finding in found:
        if finding.is_error:
            place = f"{finding.span.path}:{finding.span.line}"
            warnings.warn(f"{place}: {finding.code}: {finding.message}", stacklevel=2)
    for message in messages(value) if value is not None else ():
        if options.get("source", message.lang) == message.lang:
            comments = message.comment.split("\n")
            if message.context:
                yield message.span.line, "pgettext", (message.context, message.source), comments
            else:
                yield message.span.line, None, (message.source,), comments


@lru_cache(maxsize=4)
def _book(root: Path) -> tuple[Book | None, tuple[Finding, ...]]:
    return read_book_file(World(root))


def _read(
    path: str, data: bytes, book: Book, found: tuple[Finding, ...]
) -> tuple[Document | Vocabulary | Book | None, tuple[Finding, ...]]:
    if path == BOOK:
        return book, found
    if is_vocabulary(path):
        return read_vocabulary(path, data, book)
    return read_document(path, data, book) if is_document(path) else (None, ())
