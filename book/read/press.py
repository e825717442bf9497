"""styles/press.yaml -> press conditions, and what is wrong with the file and with the profiles that it names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from book.conditions import PressCondition
from book.findings import Finding
from book.model import Book, Edition, Reference
from book.nearest import meant
from book.read.books import root_of
from book.read.convert import Pair
from book.read.press_tables import PRESS
from book.read.reader import Reader

_HEADER = 128
_TAG = 12
_MOST_TAGS = 1000
"""Lengths in bytes and the number of tags that an ICC profile may have (ICC.1:2010, 7.2 and 7.3)."""


def read_press(
    path: str, data: bytes, known: Mapping[str, PressCondition], plates: Collection[str],
    profile: Callable[[str], bytes | None],
) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:  # fmt: skip
    """The conditions of one file in its order. `known` are those of the house, `plates` the spot inks that inks.yaml
    has, `profile` gives the bytes of a file below styles/, None where there is none."""
    reader = Reader(path)
    node = root_of(data, reader)
    conditions: dict[str, PressCondition] = {}
    for pair in (PRESS.read(node, reader) if node is not None else None) or ():
        base = _base(pair, {**known, **conditions}, reader)
        _check_profile(pair.value.get("profile"), profile, reader)
        _check_foil(pair.value.get("cover", {}).get("foil"), plates, reader)
        conditions[pair.name] = msgspec.structs.replace(_over(base, pair.value), name=pair.name)
    return conditions, reader.findings()


def _base(pair: Pair, known: Mapping[str, PressCondition], reader: Reader) -> PressCondition:
    """The condition with whose values another one begins."""
    like: Reference | None = pair.value.pop("like", None)
    if like is None:
        return PressCondition(pair.name)
    if like.id not in known:
        hint = meant(like.id, known, f"known above it are {', '.join(known)}")
        reader.report("P701", like.span, f'there is no press condition "{like.id}"', hint)
    return known.get(like.id, PressCondition(pair.name))


def _over(base: Any, values: Mapping[str, Any]) -> Any:
    """A struct with the values that the file gives, inner structs alike."""
    changes = {}
    for name, value in values.items():
        inner = _over(getattr(base, name), value) if isinstance(value, dict) else value
        changes[name] = inner.id if isinstance(inner, Reference) else inner
    return msgspec.structs.replace(base, **changes)


def _check_foil(foil: Reference | None, plates: Collection[str], reader: Reader) -> None:
    if foil is not None and foil.id not in plates:
        reader.report("P706", foil.span, *_no_plate(foil.id, plates))


def _no_plate(name: str, plates: Collection[str]) -> tuple[str, str]:
    """What is wrong with the name of a spot ink, and what to do."""
    return f'styles/inks.yaml has no spot ink "{name[:40]}"', meant(name, plates)


# --- profiles ---


def _check_profile(named: Reference | None, profile: Callable[[str], bytes | None], reader: Reader) -> None:
    if named is None:
        return
    data = profile(named.id)
    if data is None:
        reader.report("P702", named.span, f'there is no profile "{named.id[:60]}" below styles/')
    elif fault := profile_fault(data):
        code, what = fault
        reader.report(code, named.span, f'the profile "{named.id[:60]}" {what}')


def profile_fault(data: bytes) -> tuple[str, str] | None:
    """What keeps a file from being the profile of a printing condition: a code and words that go on after its name."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") > len(data):
        return "P703", "is no ICC profile, or cut short"
    if data[16:20] != b"CMYK":
        return "P704", f"is of the colour space {_signature(data[16:20])}"
    if data[12:16] != b"prtr":
        return "P705", f"is of the class {_signature(data[12:16])}"
    tags = _tags(data)
    if not {"A2B0", "B2A0"} <= tags:
        return "P703", "has no tables to convert colours with"
    return None


def _signature(data: bytes) -> str:
    words = data.decode("ascii", "replace").strip()
    return f'"{words}"' if words.isprintable() else "of no name"


def _tags(data: bytes) -> set[str]:
    """The tags whose data is within the file."""
    found = set()
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), _MOST_TAGS)
    for at in range(_HEADER + 4, _HEADER + 4 + _TAG * count, _TAG):
        offset, size = (int.from_bytes(data[at + step : at + step + 4], "big") for step in (4, 8))
        if 0 < size <= len(data) - offset:
            found.add(data[at : at + 4].decode("ascii", "replace"))
    return found


# --- what book.yaml asks of the press ---


def check_editions(
    path: str, book: Book, conditions: Collection[str], plates: Collection[str]
) -> tuple[Finding, ...]:
    """Names in book.yaml that the conditions and the inks do not have."""
    reader = Reader(path)
    if book.press and book.press not in conditions:
        hint = meant(book.press, conditions, f"known are {', '.join(conditions)}")
        reader.report("P701", book.press_span, f'there is no press condition "{book.press[:40]}"', hint)
    for edition in book.editions:
        for spot in edition.spots:
            if spot not in plates:
                what, hint = _no_plate(spot, plates)
                reader.report("P706", edition.span, f"the edition {edition.name}: {what}", hint)
        _check_purpose(edition, reader)
    return reader.findings()


def _check_purpose(edition: Edition, reader: Reader) -> None:
    asked = {"marks": edition.marks, "pdfx": edition.pdfx, "spots": edition.spots}
    for key, value in asked.items():
        if value and (edition.purpose != "print" or edition.colour != "cmyk"):
            what = f"the edition {edition.name} is not for the press: {key} means nothing in it"
            reader.report("P707", edition.span, what)
    if edition.links and edition.purpose == "print":
        what = f"the edition {edition.name} is for the press: its file has no links"
        reader.report("P707", edition.span, what, "take links out: PDF/X forbids them")
