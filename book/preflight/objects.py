"""pypdf's objects as plain values: tolerant, bounded, without an exception for what is not as it should be."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from typing import Any

from pypdf import apply_configuration
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, IndirectObject, NameObject, NullObject, StreamObject

from book.preflight import bounds

Dictionary = dict[Any, Any]
Key = tuple[int, int]
_PICTURES = {"DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"}
_LONG_NAMES = {"Fl": "FlateDecode", "LZW": "LZWDecode", "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode",
               "RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode"}  # fmt: skip


class TooMuch(Exception):
    """A stream that inflates to more than it may."""


def of(value: Any) -> Any:
    """What a reference stands for; None for null and for what can't be read."""
    for _ in range(8):
        if not isinstance(value, IndirectObject):
            return None if isinstance(value, NullObject) else value
        try:
            value = value.get_object()
        except MemoryError:
            raise
        except Exception:  # pypdf raises all kinds of them on damaged files
            return None
    return None


def get(holder: Any, key: str) -> Any:
    """An entry of a dictionary, resolved; None where there is none."""
    return of(dict.get(holder, key)) if isinstance(holder, dict) else None


def raw(holder: Any, key: str) -> Any:
    """An entry as it stands: a reference stays one."""
    return dict.get(holder, key) if isinstance(holder, dict) else None


def dictionary(holder: Any, key: str) -> Dictionary:
    found = get(holder, key)
    return found if isinstance(found, dict) else {}


def array(holder: Any, key: str) -> list[Any]:
    found = get(holder, key)
    return found if isinstance(found, ArrayObject) else []


def name(value: Any) -> str:
    """A name without its slash; "" for anything else."""
    value = of(value)
    return str(value).removeprefix("/") if isinstance(value, NameObject) else ""


def text(value: Any) -> str:
    """A string of the file, as far as it is one."""
    value = of(value)
    if isinstance(value, NameObject):
        return str(value).removeprefix("/")
    if isinstance(value, str):
        return str(value)
    return value.decode("latin-1") if isinstance(value, bytes) else ""


def number(value: Any) -> float | None:
    """A finite number of ordinary size."""
    value = of(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) and abs(found) <= bounds.LARGEST else None


def whole(value: Any, otherwise: int = 0) -> int:
    found = number(value)
    return otherwise if found is None else int(found)


def numbers(value: Any) -> tuple[float, ...]:
    """An array of numbers; what is none of them is 0."""
    value = of(value)
    return tuple(number(one) or 0.0 for one in value[:4096]) if isinstance(value, list) else ()


def key(reference: Any) -> Key | None:
    """What tells an object from another of the file."""
    if not isinstance(reference, IndirectObject):
        reference = getattr(reference, "indirect_reference", None)
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else None


def filters(stream: Any) -> tuple[str, ...]:
    found = get(stream, "/Filter")
    names = [name(one) for one in found[:20]] if isinstance(found, ArrayObject) else [name(found)]
    return tuple(_LONG_NAMES.get(one, one) for one in names if one)


def decoded(stream: Any, most: int = bounds.CONTENT) -> bytes:
    """The data of a stream, of at most `most` bytes: TooMuch beyond it. Data cut short or broken gives what there is;
    a picture's filter gives nothing."""
    if not isinstance(stream, StreamObject):
        return b""
    # pypdf has no public way to the encoded bytes; get_data() would keep what it decodes in memory.
    data: bytes = stream._data
    how = filters(stream)
    if not how:
        return _limited(data, most)
    if set(how) & _PICTURES:
        return b""
    if how == ("FlateDecode",) and not _predictor(stream):
        return _inflated(data, most)
    with apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=min(most, 8_000_000),
        run_length_maximum_output_length=most,
        stream_decoding_work_maximum_length=2 * most + len(data),
        jbig2dec_binary=None,
    ):
        try:
            return _limited(decode_stream_data(stream), most)
        except (MemoryError, TooMuch):
            raise
        except Exception as error:
            if "aximum" in str(error) or "imit" in str(error):
                raise TooMuch(str(error)) from None
            return b""


def _predictor(stream: Any) -> bool:
    found = get(stream, "/DecodeParms")
    first = of(found[0]) if isinstance(found, ArrayObject) and found else found
    return whole(get(first, "/Predictor"), 1) > 1


def _limited(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooMuch(f"more than {most} bytes")
    return data


def _inflated(data: bytes, most: int) -> bytes:
    inflating = zlib.decompressobj()
    try:
        found = inflating.decompress(data, most + 1)
    except zlib.error:
        return _salvaged(data, most)
    return _limited(found, most)


def _salvaged(data: bytes, most: int) -> bytes:
    """What comes before the damage."""
    inflating = zlib.decompressobj()
    found = bytearray()
    for at in range(0, len(data), 256):
        try:
            found += inflating.decompress(data[at : at + 256], most + 1 - len(found))
        except zlib.error:
            break
        if len(found) > most:
            raise TooMuch(f"more than {most} bytes")
    return bytes(found)


def tree(root: Any, leaf: str, most: int = bounds.NAMES) -> Iterator[tuple[Any, Any]]:
    """(key, value) of a name tree or a number tree (`leaf` is "/Names" or "/Nums"), each node once."""
    pending: list[Any] = [root]
    seen: set[Key] = set()
    count = 0
    while pending and count < most:
        node = pending.pop()
        mark = key(node)
        if mark is not None and mark in seen:
            continue
        if mark is not None:
            seen.add(mark)
        node = of(node)
        pairs = array(node, leaf)
        for at in range(0, len(pairs) - 1, 2):
            count += 1
            if count > most:
                return
            yield of(pairs[at]), pairs[at + 1]
        pending.extend(reversed(array(node, "/Kids")[:most]))
        count += 1


