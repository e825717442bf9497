"""Content streams as operators with their operands (ISO 32000-1, 7.8.2).

Streams of ours come from pydyf, an operator a line: such a stream is told by one regular expression and cut at its
lines. Any other goes through a tokenizer, which is right for strings, inline images and comments, and slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Instruction = tuple[list[bytes], bytes]
"""The operands and the operator as the last of a list, and all of it as it is to be written."""

_NAME = rb"/[^\s()<>\[\]{}/%]++"
_NUMBERS = rb"(?:[-+.\d]++ )*+"
_LINES = (
    _NUMBERS + rb"(?!BI|EI)[A-Za-z*]++",
    rb"\[[-+.\d <>0-9A-Fa-f]*+\] (?:TJ|[-+.\d]+ d)",
    rb"<[0-9A-Fa-f]*+> Tj",
    _NAME + rb" [A-Za-z]++",
    _NAME + rb" [-+.\d]++ Tf",
    _NUMBERS + _NAME + rb" (?:scn|SCN)",
    _NAME + rb" <</MCID \d++>> BDC",
)
_OWN = re.compile(rb"(?:(?:" + b"|".join(_LINES) + rb")(?:\n|\Z))*+\Z")
"""A stream as pydyf writes it."""
_LINE_OF_ARRAY = re.compile(rb"(\[.*\]|<.*>) (?:([-+.\d]+) )?(\w+)\Z")


def instructions(data: bytes) -> Iterator[Instruction]:
    """Every operator of a content stream with its operands before it, in order."""
    if not _OWN.match(data):
        yield from _tokenized(data)
        return
    for line in data.split(b"\n"):
        if line[:1] in (b"[", b"<"):
            found = _LINE_OF_ARRAY.match(line)
            assert found is not None
            yield [part for part in found.groups() if part is not None], line
        elif line:
            yield line.split(), line


_TOKEN = re.compile(
    rb"(?P<space>[\x00\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<begin>\[|<<)|(?P<end>\]|>>)"
    rb"|(?P<string>\()|(?P<hex><[^>]*>?)"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<number>[-+]*(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z))"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)"
    rb"|(?P<odd>.)",
    re.DOTALL,
)  # fmt: skip
_STRING = re.compile(rb"[^()\\]+|\\.|[()]", re.DOTALL)
_VALUES = (b"true", b"false", b"null")
_STRING = re.compile(rb"[^()\\]+|\\.|[()]", re.DOTALL)
_IMAGE_DATA = re.compile(rb"[\x00\t\n\f\r >\]/]ID[\x00\t\n\f\r ]")
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|\Z)")
_DEEPEST = 40


def _tokenized(data: bytes) -> Iterator[Instruction]:
    operands: list[bytes] = []
    at = 0
    while at < len(data):
        token, kind, at = _token(data, at)
        if kind == "word" and token == b"BI":
            end = _image_end(data, at)
            yield [b"EI"], data[at - 2 : end]
            at, operands = end, []
        elif kind == "word" and token not in _VALUES:
            operands.append(token)
            yield operands, b" ".join(operands)
            operands = []
        elif kind not in ("space", "end", "odd"):
            operands.append(token)


def _token(data: bytes, at: int, depth: int = 0) -> tuple[bytes, str, int]:
    """One token from `at`, a string, an array or a dictionary whole; what it is; where it ends."""
    found = _TOKEN.match(data, at)
    assert found is not None and found.lastgroup is not None
    kind = found.lastgroup
    if kind == "string":
        end = _string_end(data, at)
        return data[at:end], kind, end
    if kind != "begin" or depth > _DEEPEST:
        return found[0], kind, found.end()
    at = found.end()
    parts = []
    while at < len(data):
        token, inner, at = _token(data, at, depth + 1)
        if inner == "end":
            break
        if inner != "space":
            parts.append(token)
    return found[0] + b" ".join(parts) + (b"]" if found[0] == b"[" else b">>"), "array", at


def _string_end(data: bytes, at: int) -> int:
    """Where a string in parentheses ends, which may hold others in pairs."""
    depth = 0
    for found in _STRING.finditer(data, at):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth:
            return found.end()
    return len(data)


def _image_end(data: bytes, at: int) -> int:
    """Where an inline image ends whose dictionary begins at `at`."""
    begin = _IMAGE_DATA.search(data, at)
    end = _IMAGE_END.search(data, begin.end() - 1) if begin else None
    return end.end() if end else len(data)
