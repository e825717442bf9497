"""The kinds of single values: words, choices, numbers, dates, keys, references."""

from __future__ import annotations

import re
from collections.abc import Callable

from book.findings import Span
from book.inline import ID
from book.model import DateRange, Key, PartialDate, Reference, Source
from book.nearest import meant
from book.read.convert import Kind, Schema, scalar
from book.read.dates import DATE_PATTERN, DateFault, parse_date, parse_date_or_range
from book.read.nodes import Node
from book.read.reader import Reader

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,9})?")


class Words(Kind):
    """Words that are no text for readers: a phone number, an address. `form` is what they must look like, if anything;
    `example` is told when they don't."""

    def __init__(self, longest: int = 2000, form: str = "", example: str = "") -> None:
        self.longest = longest
        self.form = form
        self.example = example
        self._form = re.compile(form) if form else None

    def read(self, node: Node, reader: Reader) -> str | None:
        words = scalar(node, reader, "a text")
        if words is None:
            return None
        words = " ".join(words.split("\n"))
        if len(words) > self.longest:
            reader.report("S035", node.span, f"{len(words)} characters are too many, at most {self.longest} fit here")
            return None
        if self._form and not self._form.fullmatch(words):
            reader.report("S041", node.span, f'"{words[:40]}" cannot be used here', self.example)
            return None
        return words

    def schema(self) -> Schema:
        if self.form:
            return {"type": "string", "pattern": f"^(?:{self.form})$"}
        return {"type": ["string", "number"], "minLength": 1}  # 1991 is a number to an editor's program


def name() -> Words:
    """An id, a key, the name of an edition or an ink."""
    return Words(64, ID.pattern, "write small Latin letters, digits, - and _, beginning with a letter")


class SourceLine(Words):
    """Where a fact was read, as it stands."""

    def read(self, node: Node, reader: Reader) -> Source | None:  # type: ignore[override]
        words = super().read(node, reader)
        return Source(words, node.span) if words else None


class To(Words):
    """A reference to a document by its id."""

    def read(self, node: Node, reader: Reader) -> Reference | None:  # type: ignore[override]
        words = super().read(node, reader)
        return Reference(words, node.span) if words else None


class KeyOf(Words):
    """A key of a vocabulary; whether it is there is a check's business."""

    def __init__(self, vocabulary: str) -> None:
        super().__init__(64, ID.pattern, f"write a key of chapters/vocabulary/{vocabulary}.yaml")
        self.vocabulary = vocabulary

    def read(self, node: Node, reader: Reader) -> Key | None:  # type: ignore[override]
        words = super().read(node, reader)
        return Key(self.vocabulary, words, node.span) if words else None


def to() -> To:
    return To(64, ID.pattern, "write the id of a document: its file's name without .md")


class Choice(Kind):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, reader: Reader) -> str | None:
        word = scalar(node, reader, "one of " + ", ".join(self.words))
        if word is None or word in self.words:
            return word
        hint = meant(word, self.words, f"write one of {', '.join(self.words)}")
        reader.report("S033", node.span, f'"{word[:40]}" is not one of {", ".join(self.words)}', hint)
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class Flag(Kind):
    def read(self, node: Node, reader: Reader) -> bool | None:
        word = scalar(node, reader, "true or false")
        if word is not None and word not in ("true", "false"):
            reader.report("S033", node.span, f'"{word[:40]}" is not true or false', "write true or false")
            return None
        return None if word is None else word == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Number(Kind):
    def __init__(self, lowest: float, highest: float, whole: bool = False) -> None:
        self.lowest, self.highest, self.whole = lowest, highest, whole

    def read(self, node: Node, reader: Reader) -> float | int | None:
        words = scalar(node, reader, "a number")
        if words is None:
            return None
        if not _NUMBER.fullmatch(words) or (self.whole and "." in words):
            comma = re.fullmatch(r"-?[0-9]+,[0-9]+", words) and not self.whole
            hint = f"write {words.replace(',', '.')}" if comma else "write digits alone, with no spaces between them"
            kind = "a whole number" if self.whole else "a number"
            reader.report("S032", node.span, f'"{words[:40]}" stands where {kind} is wanted', hint)
            return None
        number = int(words) if self.whole else float(words)
        if not self.lowest <= number <= self.highest:
            what = f"{words} is outside {self.lowest:g} to {self.highest:g}"
            reader.report("S039", node.span, what)
            return None
        return number

    def schema(self) -> Schema:
        return {"type": "integer" if self.whole else "number", "minimum": self.lowest, "maximum": self.highest}


class Date(Kind):
    """A date; with `ranges` also from-to."""

    def __init__(self, ranges: bool = False) -> None:
        self.ranges = ranges
        self._parse: Callable[[str, Span], PartialDate | DateRange] = parse_date_or_range if ranges else parse_date

    def read(self, node: Node, reader: Reader) -> PartialDate | DateRange | None:
        words = scalar(node, reader, "a date")
        if words is None:
            return None
        try:
            return self._parse(words, node.span)
        except DateFault as fault:
            reader.report(fault.code, node.span, str(fault), fault.hint)
            return None

    def schema(self) -> Schema:
        one = f"(?:unknown|{DATE_PATTERN})"
        pair = f"|{DATE_PATTERN}/(?:{DATE_PATTERN})?|/{DATE_PATTERN}" if self.ranges else ""
        # A bare year is a number to an editor's program, and must not be underlined.
        return {"anyOf": [{"type": "string", "pattern": f"^(?:{one}{pair})$"}, {"type": "integer", "minimum": 1000}]}
