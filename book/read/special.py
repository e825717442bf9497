"""Kinds of values with rules of their own: paths of pictures, languages of the book, ISBN."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from book.findings import Span
from book.nearest import meant
from book.read.convert import Kind, Schema, scalar
from book.read.kinds import Words
from book.read.nodes import Node
from book.read.reader import Reader


class PictureAt(NamedTuple):
    """A picture's path relative to the book folder, and where it is named."""

    path: str
    span: Span


PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")


class Picture(Words):
    """A path relative to chapters/; it never leaves that folder."""

    def read(self, node: Node, reader: Reader) -> PictureAt | None:  # type: ignore[override]
        words = super().read(node, reader)
        if not words:
            return None
        path = posixpath.normpath(posixpath.join("chapters", words))
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", words)
        if scheme or "\\" in words or words.startswith(("/", "~")) or not path.startswith("chapters/"):
            reader.report("S042", node.span, f'the path "{words[:60]}" leaves the book')
            return None
        if not path.lower().endswith(PICTURES):
            kinds = ", ".join(kind[1:] for kind in PICTURES)
            reader.report("S043", node.span, f'"{words[:60]}" is not a picture of the kinds {kinds}')
            return None
        return PictureAt(path, node.span)

    def schema(self) -> Schema:
        endings = "|".join("".join(f"[{c.upper()}{c}]" for c in kind[1:]) for kind in PICTURES)
        return {"type": "string", "pattern": rf"^[^\\:]+\.(?:{endings})$"}


class LanguageOf(Kind):
    """A language of the book; with `written` also the source language, in which a book need not be printed; with
    `scripts` also a language in another script."""

    def __init__(self, written: bool = False, scripts: bool = False) -> None:
        self.written = written
        self.scripts = scripts

    def read(self, node: Node, reader: Reader) -> str | None:
        tag = scalar(node, reader, "a language")
        if tag is None or tag in reader.languages or (self.written and tag == reader.lang):
            return tag
        if self.scripts and tag in reader.scripts:
            return tag
        hint = meant(tag, reader.languages, f"the languages of the book are {', '.join(reader.languages)}")
        reader.report("S038", node.span, f'the book has no language "{tag[:20]}"', hint)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{LANGUAGE_TAG}$"}


LANGUAGE_TAG = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"


class Isbn(Words):
    """Thirteen digits, hyphens as the agency set them. The last digit is computed and compared, never corrected."""

    def read(self, node: Node, reader: Reader) -> str | None:
        words = super().read(node, reader)
        if words is None:
            return None
        digits = [int(c) for c in words if c.isdigit()]
        expected = -sum(d * (1, 3)[i % 2] for i, d in enumerate(digits[:12])) % 10
        if len(digits) != 13 or not words.startswith(("978", "979")):
            reader.report("S044", node.span, f'"{words}" is not an ISBN of 13 digits beginning with 978 or 979')
        elif digits[12] != expected:
            what = f'the last digit of the ISBN "{words}" is {digits[12]}, but the others give {expected}'
            reader.report("S044", node.span, what)
        return words

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "pattern": "^97[89][0-9-]{10,14}$"}
