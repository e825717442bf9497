"""One Markdown file -> one document. A document is built whenever its front matter is a map, so that all that is wrong
with it can be told in one run; what is missing is reported, and its place is taken by the document's id."""

from __future__ import annotations

import posixpath
from typing import Any

from book.findings import Finding, Span
from book.inline import ID
from book.model import Book, Chapter, Document, Key, Name, Person, Resort, Text
from book.read.body import read_body
from book.read.convert import Record, wrong_type
from book.read.decode import decode
from book.read.markdown import split
from book.read.nodes import Mapping, Scalar, parse_yaml
from book.read.reader import Reader
from book.read.tables import CHAPTER, PERSON, RESORT

RECORDS: dict[str, Record] = {"person": PERSON, "resort": RESORT, "chapter": CHAPTER}


def kind_of(path: str) -> str:
    """person, resort or chapter: the folder says it."""
    folder = posixpath.basename(posixpath.dirname(path))
    return {"profiles": "person", "resorts": "resort"}.get(folder, "chapter")


def read_document(path: str, data: bytes, book: Book) -> tuple[Document | None, tuple[Finding, ...]]:
    """A profile, an entry of the directory, or a chapter, and everything that is wrong with it."""
    stem = posixpath.basename(path).removesuffix(".md")
    reader = Reader(path, book.languages, book.source_language, stem, book.tags[len(book.languages) :])
    if not ID.fullmatch(stem):
        reader.report("S006", Span(path), f'the file name "{stem[:40]}" cannot be an id')
    text = decode(data, reader)
    if text is None:
        return None, reader.findings()
    front, rest, skipped = split(text, reader)
    kind = kind_of(path)
    values = _front_matter(front, kind, reader) if front is not None else None
    body = read_body(rest, skipped, reader)
    if values is None:
        return None, reader.findings()
    values.update(id=stem, path=path, lang=reader.lang, span=Span(path, 1, 1), body=body)
    return _build(kind, values, reader), reader.findings()


def _front_matter(front: str, kind: str, reader: Reader) -> dict[str, Any] | None:
    record = RECORDS[kind]
    before = reader.count
    node = parse_yaml(front, reader, 1)
    if node is None:
        if reader.count > before:
            return None
        node = Mapping(Span(reader.path, 2, 1))
    if not isinstance(node, Mapping):
        wrong_type(node, reader, "front matter", "write keys with values, like title: Foreword")
        return None
    lang = node.get("lang")
    if isinstance(lang, Scalar) and lang.value in reader.languages:
        reader.lang = lang.value
    return record.values(node, reader)


def _build(kind: str, values: dict[str, Any], reader: Reader) -> Document:
    stand_in = Text(values["span"], "", reader.lang, forms=dict.fromkeys(reader.languages, values["id"]))
    if kind == "person":
        values.setdefault("name", Name(stand_in, stand_in))
        return Person(**values)
    if kind == "resort":
        values.setdefault("name", stand_in)
        values.setdefault("region", Key("regions", "", values["span"]))
        return Resort(**values)
    values.setdefault("title", stand_in)
    return Chapter(**values)
