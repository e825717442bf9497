"""Texts for readers: a string in the document's language, or a map of all languages of the book."""

from __future__ import annotations

import re

from book.inline import Str, parse_inline
from book.model import Text
from book.nearest import meant
from book.read.convert import Kind, Schema, scalar, wrong_type
from book.read.nodes import Mapping, Node, Scalar
from book.read.reader import Reader
from book.read.special import LANGUAGE_TAG

LONGEST = 20_000
LONGEST_NAME = 200

_MARKUP = re.compile(r"[*\[\]{}<>\\]")
_TAG = re.compile(LANGUAGE_TAG)


class TextOf(Kind):
    """A text under the message context `context`: a plain string, or a map of languages.

    `name`: plain words, without markup, no longer than a line; `only_map`: data in every language, as names are.
    """

    def __init__(self, context: str, name: bool = False, only_map: bool = False) -> None:
        self.context = context
        self.name = name
        self.only_map = only_map

    def read(self, node: Node, reader: Reader) -> Text | None:
        if isinstance(node, Mapping) and looks_like_languages(node, reader):
            return self._forms(node, reader)
        if self.only_map:
            languages = ", ".join(f"{language}: …" for language in reader.languages)
            wrong_type(node, reader, "a map of languages", f"write {{{languages}}}")
            if not isinstance(node, Scalar):
                return None
            words = self._words(node, reader)
            return Text(node.span, self.context, reader.lang, forms=dict.fromkeys(reader.languages, words or ""))
        if not isinstance(node, Scalar):
            wrong_type(node, reader, "a text or a map of languages")
            return None
        words = self._words(node, reader)
        if words is None:
            return None
        text = Text(node.span, self.context, reader.lang, words, starts=starts(node, words))
        return text if self.name else reader.check_inline(text)

    def _forms(self, node: Mapping, reader: Reader) -> Text | None:
        """The map of languages. A missing one is reported and stands in from another, so that reading can go on."""
        forms: dict[str, str] = {}
        absent = [tag for tag in reader.languages if node.get(tag) is None]
        for key, value in node.pairs:
            if key.value not in reader.languages and key.value not in reader.scripts:
                only = f'did you mean "{absent[0]}"?' if len(absent) == 1 else ""
                hint = only or meant(key.value, absent)
                reader.report("S037", key.span, f'the book has no language "{key.value[:20]}"', hint)
                continue
            if isinstance(value, Scalar) and value.empty:
                continue
            words = self._words(value, reader)
            if words is not None and isinstance(value, Scalar):
                forms[key.value] = words
                if not self.name:
                    reader.check_inline(Text(value.span, source=words, starts=starts(value, words)))
        missing = [tag for tag in reader.languages if tag not in forms]
        if missing:
            what = f"the map of languages has no words in {', '.join(missing)}"
            reader.report("S036", node.span, what, f"add {missing[0]}: …")
        if not forms:
            return None
        first = next(iter(forms.values()))
        whole = {tag: forms.get(tag, first) for tag in reader.languages}
        whole |= {tag: forms[tag] for tag in reader.scripts if tag in forms}
        return Text(node.span, self.context, reader.lang, forms=whole)

    def _words(self, node: Node, reader: Reader) -> str | None:
        """The words of one scalar as one line."""
        value = scalar(node, reader, "a text")
        if value is None or not isinstance(node, Scalar):
            return None
        if "\n" in value:
            if "\n\n" in value or not node.raw.startswith("|"):
                reader.report("S045", node.span, "the text has several paragraphs")
            value = re.sub(r"[ \t]*\n\s*", " ", value)
        longest = LONGEST_NAME if self.name else LONGEST
        if len(value) > longest:
            reader.report("S035", node.span, f"{len(value)} characters are too many, at most {longest} fit here")
            return None
        markup = _MARKUP.search(value) if self.name else None
        if markup:
            reader.report("S040", node.span, f'the name "{value[:40]}" has the sign {markup[0]} in it')
        return value

    def schema(self) -> Schema:
        longest = LONGEST_NAME if self.name else LONGEST
        words: Schema = {"type": ["string", "number"], "minLength": 1, "maxLength": longest}
        tags = {"pattern": f"^{LANGUAGE_TAG}$"}
        forms: Schema = {"type": "object", "minProperties": 1, "propertyNames": tags, "additionalProperties": words}
        return forms if self.only_map else {"anyOf": [words, forms]}


def looks_like_languages(node: Mapping, reader: Reader) -> bool:
    """Whether a map is one of languages, be it a faulty one: not {see:id} that wants quotes, not a struct."""
    keys = [key.value for key, _ in node.pairs]
    return any(key in reader.languages for key in keys) or (
        bool(keys) and all(_TAG.fullmatch(key) and len(key) != 3 for key in keys)
    )


def starts(node: Scalar, source: str) -> tuple[tuple[int, int, int], ...]:
    """Text.starts of a scalar: where its lines begin in the file; nothing where the span alone says it, or where
    there is no markup whose place anybody could ask for."""
    if not node.raw:
        return ()
    parsed = parse_inline(source)
    if not parsed.faults and all(isinstance(node, Str) for node in parsed.nodes):
        return ()
    found: list[tuple[int, int, int]] = []
    cursor = 0
    for number, line in enumerate(node.raw.split("\n")):
        piece = line.strip()
        if number == 0:
            piece = "" if piece[:1] in ("|", ">") else piece[0 if node.plain else 1 :]
        if number == node.raw.count("\n") and not node.plain and node.raw[:1] in ("'", '"'):
            piece = piece[:-1]
        for part in (piece, *piece.split()[:1]):  # an escape inside the line: its first word will do
            at = source.find(part, cursor) if part else -1
            if at >= 0:
                column = line.index(part) + (node.span.column if number == 0 else 1)
                found.append((at, node.span.line + number, column))
                cursor = at + len(part)
                break
    return tuple(found)
