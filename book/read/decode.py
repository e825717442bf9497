"""Bytes -> text in which every character can be printed, lines end with one newline, and positions can be told."""

from __future__ import annotations

import re
import unicodedata

from book.findings import Span
from book.read.reader import Reader

LARGEST = 2 * 1024 * 1024
"""Bytes of one source. The longest chapter of a real book has 100 KB."""

# C0 and C1 controls but tab and newline; the line and paragraph separators, which only some programs take for the end
# of a line; the byte order mark; what Unicode says is no character; lone surrogates can't be in UTF-8.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decode(data: bytes, reader: Reader) -> str | None:
    """The text of a file, or None when it is not a text; every character that had to go leaves U+FFFD in its place."""
    if len(data) > LARGEST:
        reader.report("S002", Span(reader.path), f"the file has {len(data) // 1024} KB, more than {LARGEST // 1024}")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        what = f"the file is not UTF-8: byte {data[error.start]:02X} is not part of a letter"
        reader.report("S001", _position(before, len(before), reader.path), what)
        return None
    if text.startswith("\ufeff"):
        reader.report("S003", Span(reader.path, 1, 1), "the file begins with a byte order mark")
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _INVISIBLE.search(text)
    if found:
        count = len(_INVISIBLE.findall(text))
        what = f"an invisible character U+{ord(found[0]):04X}" + (f" ({count} such in the file)" if count > 1 else "")
        reader.report("S004", _position(text, found.start(), reader.path), what)
        text = _INVISIBLE.sub("\ufffd", text)
    if not unicodedata.is_normalized("NFC", text):
        _report_pieces(text, reader)
    return text


def _report_pieces(text: str, reader: Reader) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            whole = unicodedata.normalize("NFC", line)
            at = next((i for i, (a, b) in enumerate(zip(line, whole, strict=False)) if a != b), 0)
            word = whole[at : at + 1]
            reader.report("S005", Span(reader.path, number, at + 1), f'the letter "{word}" is typed in two pieces')
            return


def _position(text: str, offset: int, path: str) -> Span:
    start = text.rfind("\n", 0, offset) + 1
    return Span(path, text.count("\n", 0, offset) + 1, offset - start + 1)
