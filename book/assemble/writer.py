"""Writes a PDF file front to back, holding no stream in memory.

pikepdf (qpdf) wants every new stream in memory until it saves: 5,000 portraits are 700 MB. A book is only ever written
in order, so this small writer does it: streams go straight to the file, other objects into compressed object streams
(ISO 32000-1, 7.5.7), offsets into a cross-reference stream (7.5.8). A file of PDF 1.4 has neither: its objects stand
one by one, and it ends with a table (7.5.4). What it wrote is read back by other programs in the tests: qpdf, pypdf,
pikepdf, Poppler.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

from book.assemble.materials import Copied

_PER_STREAM = 100
_LEVEL = 4
"""Half the time of 6, a hundredth more bytes: the profile and the objects of 2,000 pages are deflated each time."""


class PdfWriter:
    """Objects are numbered by reserve(); every reserved number is then put() or given a stream exactly once."""

    def __init__(self, file: BinaryIO, version: str) -> None:
        self._file = file
        self._packed = version >= "1.5"
        self._position = 0
        self._hash = hashlib.blake2b(digest_size=16)
        self._offsets: list[tuple[int, int, int]] = [(0, 0, 0xFFFF)]
        self._batch: list[tuple[int, bytes]] = []
        self._write(b"%PDF-" + version.encode() + b"\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._offsets.append((0, 0, 0))
        return len(self._offsets) - 1

    def put(self, body: str | bytes, number: int = 0) -> int:
        """Adds an object that is no stream; returns its number."""
        number = number or self.reserve()
        data = body if isinstance(body, bytes) else body.encode("latin-1")
        if not self._packed:
            self._offsets[number] = (1, self._position, 0)
            self._write(b"%d 0 obj\n%b\nendobj\n" % (number, data))
            return number
        self._batch.append((number, data))
        if len(self._batch) == _PER_STREAM:
            self._flush()
        return number

    def stream(self, entries: str, data: bytes, number: int = 0) -> int:
        """Adds a stream whose dictionary has these entries and a Length; returns its number."""
        number = self._begin(entries, len(data), number)
        self._write(data)
        self._write(b"\nendstream\nendobj\n")
        return number

    def deflated(self, entries: str, data: bytes, number: int = 0) -> int:
        """Adds a stream, deflating its data."""
        return self.stream(f"{entries} /Filter /FlateDecode", zlib.compress(data, _LEVEL), number)

    def copied(self, entries: str, source: Copied, number: int = 0) -> int:
        """Adds a stream with the bytes of `source`, which are not read here: its digest stands for them."""
        number = self._begin(entries, source.length, number)
        self._hash.update(source.digest)
        self._position += source.length
        source.copy(self._file)
        self._write(b"\nendstream\nendobj\n")
        return number

    def finish(self, root: int, info: int) -> str:
        """Writes what is left and the cross-references; returns the file's identifier, the digest of its content."""
        self._flush()
        start = self._position
        identifier = self._hash.hexdigest()
        trailer = f"/Root {root} 0 R /Info {info} 0 R /ID [<{identifier}> <{identifier}>]"
        if self._packed:
            self._write(self._stream_of_offsets(trailer))
        else:
            self._write(self._table_of_offsets(trailer))
        self._write(f"startxref\n{start}\n%%EOF\n".encode())
        return identifier

    def _table_of_offsets(self, trailer: str) -> bytes:
        """Cross-references as lines of 20 bytes, and the trailer."""
        lines = b"".join(b"%010d 00000 n \n" % offset for _, offset, _ in self._offsets[1:])
        head = f"xref\n0 {len(self._offsets)}\n".encode() + b"0000000000 65535 f \n"
        return head + lines + f"trailer\n<</Size {len(self._offsets)} {trailer}>>\n".encode()

    def _stream_of_offsets(self, trailer: str) -> bytes:
        """Cross-references as a stream, which is the trailer as well."""
        number = self.reserve()
        self._offsets[number] = (1, self._position, 0)
        table = b"".join(
            kind.to_bytes(1, "big") + first.to_bytes(5, "big") + second.to_bytes(2, "big")
            for kind, first, second in self._offsets
        )
        data = zlib.compress(table, _LEVEL)
        entries = f"/Type /XRef /W [1 5 2] /Size {len(self._offsets)} {trailer} /Filter /FlateDecode"
        head = f"{number} 0 obj\n<<{entries} /Length {len(data)}>>\nstream\n".encode()
        return head + data + b"\nendstream\nendobj\n"

    @property
    def digest(self) -> str:
        """Names all that was written so far, in hexadecimal: what was copied by its own digest."""
        return self._hash.hexdigest()

    def _begin(self, entries: str, length: int, number: int) -> int:
        number = number or self.reserve()
        self._offsets[number] = (1, self._position, 0)
        self._write(f"{number} 0 obj\n<<{entries} /Length {length}>>\nstream\n".encode("latin-1"))
        return number

    def _flush(self) -> None:
        """Writes the waiting objects as one object stream."""
        if not self._batch:
            return
        holder = self.reserve()
        index = []
        offset = 0
        for place, (number, body) in enumerate(self._batch):
            self._offsets[number] = (2, holder, place)
            index.append(f"{number} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode() + b"\n"
        data = zlib.compress(head + b"\n".join(body for _, body in self._batch), _LEVEL)
        entries = f"/Type /ObjStm /N {len(self._batch)} /First {len(head)} /Filter /FlateDecode"
        self._batch.clear()
        self.stream(entries, data, holder)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._position += len(data)


def text(string: str) -> str:
    """A PDF text string: ASCII as it is, the rest in UTF-16BE with its mark (ISO 32000-1, 7.9.2.2)."""
    if string.isascii() and string.isprintable():
        escaped = string.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{string.encode('utf-16-be', 'replace').hex().upper()}>"


def name(words: str) -> str:
    """A PDF name: what is no letter or digit is escaped (ISO 32000-1, 7.3.5)."""
    escaped = (chr(byte) if chr(byte).isascii() and chr(byte).isalnum() else f"#{byte:02X}" for byte in words.encode())
    return "/" + "".join(escaped)


def number(value: float) -> str:
    """A number as short as can be, to a thousandth."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return short if short != "-0" else "0"
