"""Fonts: what the checks ask of them, and how wide their characters are (ISO 32000-1, 9.6 to 9.10)."""

from __future__ import annotations

import re
from typing import Any

from book.preflight import bounds
from book.preflight.objects import (
    Dictionary,
    TooMuch,
    array,
    decoded,
    dictionary,
    get,
    name,
    number,
    numbers,
    of,
    whole,
)
from book.printed import Font

_KINDS = {"Type1": "Type1", "MMType1": "Type1", "TrueType": "TrueType", "CIDFontType0": "CFF",
          "CIDFontType2": "TrueType", "Type3": "Type3"}  # fmt: skip
_PROGRAMS = {"Type1C": "CFF", "CIDFontType0C": "CFF", "OpenType": "OpenType"}
_SUBSET = re.compile(r"^[A-Z]{6}\+")


class Face:
    """A font as a content stream uses it. `facts` has no pages yet; `procs` are the drawings of a Type3 font."""

    def __init__(self, font: Dictionary) -> None:
        kind = name(get(font, "/Subtype"))
        self.composite = kind == "Type0"
        descendants = array(font, "/DescendantFonts")
        inner: Dictionary = of(descendants[0]) if self.composite and descendants else font
        inner = inner if isinstance(inner, dict) else {}
        descriptor = dictionary(inner, "/FontDescriptor")
        self.facts = _facts(font, inner, descriptor)
        self.matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
        self.procs: dict[int, Any] = {}
        self.resources: Any = None
        if kind == "Type3":
            self._type3(font)
        self._widths, self._default = _wide(inner) if self.composite else _simple(font, descriptor)
        self._letters = _unicode(get(font, "/ToUnicode"))

    def _type3(self, font: Dictionary) -> None:
        matrix = numbers(get(font, "/FontMatrix"))
        if len(matrix) == 6:
            self.matrix = (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5])
        self.resources = get(font, "/Resources")
        procs = dictionary(font, "/CharProcs")
        code = 0
        for entry in array(dictionary(font, "/Encoding"), "/Differences")[:512]:
            found = number(entry)
            if found is not None:
                code = int(found)
                continue
            self.procs[code] = get(procs, "/" + name(entry))
            code += 1

    def codes(self, string: bytes) -> list[int]:
        """The character codes of a string."""
        if self.composite:
            return [string[at] << 8 | string[at + 1] for at in range(0, len(string) - 1, 2)]
        return list(string)

    def width(self, code: int) -> float:
        """Of a character, in text space for a size of 1."""
        return self._widths.get(code, self._default) * (self.matrix[0] if self.facts.kind == "Type3" else 0.001)

    def letters(self, codes: list[int]) -> str:
        """What the characters mean, as far as it is said."""
        if self._letters:
            return "".join(self._letters.get(code, "") for code in codes)
        if self.composite:
            return ""
        return bytes(code for code in codes if code < 256).decode("cp1252", "ignore")


def _facts(font: Dictionary, inner: Dictionary, descriptor: Dictionary) -> Font:
    base = name(get(font, "/BaseFont")) or name(get(inner, "/BaseFont"))
    kind = _KINDS.get(name(get(inner, "/Subtype")), "Type1")
    program = get(descriptor, "/FontFile3")
    if isinstance(program, dict):
        kind = _PROGRAMS.get(name(get(program, "/Subtype")), "CFF")
    embedded = kind == "Type3" or any(
        isinstance(get(descriptor, key), dict) for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )
    subset = bool(_SUBSET.match(base))
    return Font(base[7:] if subset else base, kind, embedded, subset, isinstance(get(font, "/ToUnicode"), dict))


def _simple(font: Dictionary, descriptor: Dictionary) -> tuple[dict[int, float], float]:
    first = whole(get(font, "/FirstChar"))
    default = number(get(descriptor, "/MissingWidth"))
    widths = array(font, "/Widths")[:256]
    # One of the standard fonts need not say its widths: half an em is near enough to say where a text stands.
    fallback = 0.0 if widths else 500.0
    return {first + at: number(width) or 0.0 for at, width in enumerate(widths)}, default or fallback


def _wide(inner: Dictionary) -> tuple[dict[int, float], float]:
    """Widths of a composite font: `c [w1 w2 …]` and `c_first c_last w`."""
    found: dict[int, float] = {}
    entries = array(inner, "/W")[:200_000]
    at = 0
    while at + 1 < len(entries) and len(found) < 70_000:
        first, second = whole(entries[at]), of(entries[at + 1])
        if isinstance(second, list):
            found.update((first + step, number(width) or 0.0) for step, width in enumerate(second[:70_000]))
            at += 2
        elif at + 2 < len(entries):
            last, width = min(whole(second), first + 70_000), number(entries[at + 2]) or 0.0
            found.update((code, width) for code in range(first, last + 1))
            at += 3
        else:
            break
    default = number(get(inner, "/DW"))
    return found, 1000.0 if default is None else default


_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<\s*([0-9A-Fa-f]{1,8})\s*>\s*<\s*([0-9A-Fa-f ]{1,64})\s*>")
_RANGE = re.compile(
    rb"<\s*([0-9A-Fa-f]{1,8})\s*>\s*<\s*([0-9A-Fa-f]{1,8})\s*>\s*(?:<\s*([0-9A-Fa-f ]{1,64})\s*>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<\s*([0-9A-Fa-f ]{1,64})\s*>")


def _unicode(stream: Any) -> dict[int, str]:
    """Character code -> text, of a ToUnicode map."""
    try:
        data = decoded(stream, bounds.CMAP)
    except TooMuch:
        return {}
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(data):
        if kind == b"bfchar":
            found.update((int(code, 16), _utf16(letters)) for code, letters in _CHAR.findall(block))
            continue
        for low, high, start, each in _RANGE.findall(block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65_535)
            if each:
                words = _HEX.findall(each)
                found.update((first + at, _utf16(word)) for at, word in enumerate(words[: last - first + 1]))
            else:
                text = _utf16(start)
                if text:
                    rest, begin = text[:-1], ord(text[-1])
                    span = range(first, min(last, first + 0x10FFFF - begin) + 1)
                    found.update((code, rest + chr(begin + code - first)) for code in span)
        if len(found) > 200_000:
            break
    return found


def _utf16(digits: bytes) -> str:
    digits = digits.replace(b" ", b"")
    data = bytes.fromhex(digits.decode() if len(digits) % 2 == 0 else "0" + digits.decode())
    return data.decode("utf-16-be", "ignore") if len(data) > 1 else data.decode("latin-1")
