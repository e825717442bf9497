"""Two small files beside the vocabularies: where the book's own words break, and how they are written in Latin letters.

hyphenation.yaml    kk: [ден-сау-лық, 'қазақстан*']      a hyphen wherever a line may end; * for every ending
latin.yaml          kk-Latn: {Цой: Tsoi, 'медицин*': medisin}
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

import msgspec

from book.findings import Finding, Span
from book.language import tongue
from book.model import Book, Struct
from book.read.convert import scalar, wrong_type
from book.read.decode import decode
from book.read.nodes import Mapping, Node, Scalar, Sequence, parse_yaml
from book.read.reader import Reader

FILES = ("hyphenation", "latin")


class Spelling(Struct, frozen=True):
    """By language: words with their hyphens; by language in another script: word -> spelling."""

    breaks: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    spellings: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)


def is_spelling(path: str) -> bool:
    """Whether a file of chapters/vocabulary/ is one of these two."""
    return posixpath.splitext(posixpath.basename(path))[0] in FILES


def read_spelling(path: str, data: bytes, book: Book) -> tuple[Spelling, tuple[Finding, ...]]:
    """What can be used of the file, and everything that is wrong with it."""
    reader = Reader(path, book.languages, book.source_language, scripts=book.tags[len(book.languages) :])
    text = decode(data, reader)
    node = parse_yaml(text, reader) if text is not None else None
    if "hyphenation" in path:
        breaks = {tag: tuple(_breaks(value, tag, reader)) for tag, value in _languages(node, book.tags, reader)}
        return Spelling(breaks={tag: words for tag, words in breaks.items() if words}), reader.findings()
    spellings = {tag: dict(_spellings(value, tag, reader)) for tag, value in _languages(node, reader.scripts, reader)}
    return Spelling(spellings={tag: words for tag, words in spellings.items() if words}), reader.findings()


def _languages(node: Node | None, known: tuple[str, ...], reader: Reader) -> Iterator[tuple[str, Node]]:
    if node is None:
        return  # nothing but comments; what cannot be read has been reported
    if not isinstance(node, Mapping):
        wrong_type(node, reader, "a map of languages", "write a language, a colon, and its words below it")
        return
    for key, value in node.pairs:
        if key.value in known:
            yield key.value, value
        else:
            hint = f"known are {', '.join(known)}" if known else "see scripts in book.yaml"
            reader.report("S038", key.span, f'the book has no language "{key.value[:20]}" here', hint)


def _breaks(node: Node, tag: str, reader: Reader) -> Iterator[str]:
    if not isinstance(node, Sequence):
        wrong_type(node, reader, "a list of words", "begin each word with a dash and a space")
        return
    seen: dict[str, Span] = {}
    for item in node.items:
        typed = scalar(item, reader, "a word")
        if typed is None or (isinstance(item, Scalar) and item.told):
            continue
        word = unicodedata.normalize("NFC", typed)
        bare = word.replace("-", "").lower()
        if fault := _fault(word, tag):
            reader.report("S090", item.span, *fault)
        elif bare in seen:
            what = f'the word "{word[:40].replace("-", "")}" is here again, first in line {seen[bare].line}'
            reader.report("S047", item.span, what, "delete one")
        else:
            seen[bare] = item.span
            yield word


def _fault(word: str, tag: str) -> tuple[str, str] | None:
    """What is wrong with a word and its hyphens, and what to do."""
    open_ended = word.endswith("*")
    parts = word.rstrip("*").split("-")
    if not word.strip("*-"):
        return "an entry has no word", "write a word, with a hyphen wherever a line may end"
    if wrong := _strangers("".join(parts), tag):
        return f'"{word[:40]}" has the letter or sign "{wrong}", which is none of {tag}', "type the word again"
    if not all(parts):
        return f'"{word[:40]}" has a hyphen with no letters beside it', "leave one hyphen at each place"
    if len(parts) > 1 and (len(parts[0]) == 1 or (len(parts[-1]) == 1 and not open_ended)):
        return f'"{word[:40]}" would leave a single letter in a line', "take out the first or the last hyphen"
    return None


def _strangers(word: str, tag: str) -> str:
    """The first character that is no letter of the language's script; "" if there is none."""
    script = unicodedata.name(tongue(tag).alphabet[0], "").split(" ")[0]
    return next((c for c in word if not c.isalpha() or not unicodedata.name(c, "").startswith(script)), "")


_SPELLED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _spellings(node: Node, tag: str, reader: Reader) -> Iterator[tuple[str, str]]:
    if not isinstance(node, Mapping):
        wrong_type(node, reader, "a map of words", "write a word, a colon, and how it is spelt")
        return
    own = tag.partition("-")[0]
    for key, value in node.pairs:
        word = unicodedata.normalize("NFC", key.value)
        typed = scalar(value, reader, "a word")
        if typed is None or (isinstance(value, Scalar) and value.told):
            continue
        spelt = unicodedata.normalize("NFC", typed)
        if not word.rstrip("*") or (wrong := _strangers(word.removesuffix("*"), own)):
            sign = f' has the letter or sign "{wrong}", which' if word.rstrip("*") else ""
            reader.report("S091", key.span, f'"{word[:40]}"{sign} is no word of {own}', "write one word of the text")
        elif not _SPELLED.fullmatch(spelt) or _strangers(re.sub("['’-]", "", spelt), tag):
            hint = f"write it in the letters of {tag}"
            reader.report("S091", value.span, f'"{spelt[:40]}" cannot be the spelling of "{word[:40]}"', hint)
        else:
            yield word, spelt
