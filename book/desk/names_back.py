"""A table of names as it comes back from a spreadsheet -> what changed, and what cannot be taken over."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence

import msgspec

from book.desk.codes import CODES
from book.desk.names import NameRow, columns
from book.findings import Finding, Span
from book.language.transliteration import scripts_of
from book.model import Book, Language
from book.nearest import meant

MOST_BYTES = 20_000_000
LONGEST = 200
_KEYS = ("kind", "id", "field")
_FORBIDDEN = re.compile(r"[*\[\]{}<>\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd]")
_OURS = re.compile(r"remarks|\S+ from \S+|")


class Changes(msgspec.Struct, frozen=True):
    """New words by language for each row that changed, in the order of the table."""

    rows: tuple[tuple[NameRow, dict[Language, str]], ...] = ()
    findings: tuple[Finding, ...] = ()


def changes(name: str, data: bytes, known: Sequence[NameRow], book: Book) -> Changes:
    """`name` is what findings call the table; their lines are its rows, the head being the first."""
    reader = _Table(name, book, {row.key: row for row in known})
    return Changes(tuple(reader.read(data)), tuple(reader.findings))


class _Table:
    def __init__(self, name: str, book: Book, known: Mapping[tuple[str, ...], NameRow]) -> None:
        self.name = name
        self.book = book
        self.known = known
        self.findings: list[Finding] = []

    def _report(self, code: str, message: str, row: int = 0, column: int = 1, hint: str = "") -> None:
        severity, _, general = CODES[code]
        span = Span(self.name, row, column) if row else Span(self.name)
        self.findings.append(Finding(code, severity, message, hint or general, span))

    def read(self, data: bytes) -> list[tuple[NameRow, dict[Language, str]]]:
        text = self._text(data)
        lines = self._lines(text) if text is not None else []
        if not lines:
            if not self.findings:
                self._report("B030", "the table is empty")
            return []
        heads = [head.strip().lstrip("'") for head in lines[0]]
        if not self._heads(heads):
            return []
        made = []
        seen: dict[tuple[str, ...], int] = {}
        for number, cells in enumerate(lines[1:], 2):
            if any(cell.strip() for cell in cells):
                found = self._row(number, heads, cells, seen)
                if found and found[1]:
                    made.append(found)
        return made

    def _text(self, data: bytes) -> str | None:
        """UTF-8 with or without its mark, or UTF-16 with one, as spreadsheets write them."""
        if len(data) > MOST_BYTES:
            self._report("B030", f"the table has more than {MOST_BYTES // 1_000_000} MB")
            return None
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            row = data[: error.start].count(b"\n") + 1
            self._report("B030", "the table is not UTF-8", row, hint='save it as "CSV UTF-8"')
            return None

    def _lines(self, text: str) -> list[list[str]]:
        """The cells of every row; the sign between them is that of the first line."""
        first, _, rest = text.partition("\n")
        if re.fullmatch(r"\s*sep=(.)\s*", first):  # Excel says so above the head
            text = rest
            first = text.partition("\n")[0]
        sign = max(",;\t", key=first.count)
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
        except csv.Error as error:
            self._report("B030", f"the table cannot be read: {error}")
            return []

    def _heads(self, heads: Sequence[str]) -> bool:
        good = True
        for key in _KEYS:
            if key not in heads:
                self._report("B030", f'the table has no column "{key}"', 1, hint="leave the first row as it was")
                good = False
        for at, head in enumerate(heads, 1):
            known = (*_KEYS, *columns(self.book))
            if head not in known and not _OURS.fullmatch(head):
                self._report("B030", f'nothing is known of the column "{head[:40]}"', 1, at, meant(head, known))
                good = False
            elif head and heads.index(head) != at - 1:
                self._report("B030", f'a second column "{head[:40]}"', 1, at, "delete one")
                good = False
        return good

    def _row(
        self, number: int, heads: Sequence[str], cells: Sequence[str], seen: dict[tuple[str, ...], int]
    ) -> tuple[NameRow, dict[Language, str]] | None:
        if len(cells) > len(heads):
            self._report("B030", f"the row has {len(cells)} cells, the first row {len(heads)}", number)
            return None
        values = dict(zip(heads, (_bare(cell) for cell in cells), strict=False))
        key = tuple(values.get(name, "") for name in _KEYS)
        row = self.known.get(key)
        if row is None:
            self._report("B031", f'the book has no name "{" ".join(key)[:80]}"', number)
            return None
        if key in seen:
            self._report("B031", f"this name is in row {seen[key]} already", number, hint="delete one of the rows")
            return None
        seen[key] = number
        new: dict[Language, str] = {}
        for at, head in enumerate(heads, 1):
            if head in columns(self.book) and head in values and values[head] != row.forms.get(head, ""):
                fault = self._fault(head, values[head])
                if fault:
                    self._report("B032", fault, number, at)
                else:
                    new[head] = values[head]
        return row, new

    def _fault(self, tag: Language, value: str) -> str:
        if not value:
            return f"the name in {tag} is empty"
        if len(value) > LONGEST:
            return f"the name in {tag} has {len(value)} characters, at most {LONGEST} fit"
        if wrong := _FORBIDDEN.search(value):
            return f'the name in {tag} has the sign U+{ord(wrong[0]):04X} in it, which no name has'
        mixed = [word for word in re.findall(r"[^\W\d_]+", value) if len(scripts_of(word)) > 1]
        return f'"{mixed[0][:40]}" has letters of two alphabets' if mixed else ""


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    if cell[:1] == "'" and cell[1:2] in tuple("=+-@"):
        cell = cell[1:]
    return unicodedata.normalize("NFC", " ".join(cell.split(" "))).strip()
