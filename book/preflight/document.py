"""What holds for a file as a whole: metadata, output intents, ids, actions, attachments, layers."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from book.preflight import bounds, xmp
from book.preflight.objects import (
    Dictionary,
    Key,
    TooMuch,
    array,
    decoded,
    dictionary,
    filters,
    get,
    key,
    name,
    of,
    raw,
    text,
    tree,
    whole,
)
from book.printed import Document, Intent

_ENTRIES = 60


def document(
    trailer: Any, catalog: Dictionary, version: str, pages: int, encrypted: bool, damage: list[str]
) -> Document:
    """The facts of the file, but for those that its pages tell: fonts, spots, sizes."""
    used: dict[str, None] = {}
    damage = list(damage)
    return Document(
        version, pages, _info(trailer), _xmp(catalog, used, damage), _ids(trailer), _intents(catalog, used, damage),
        encrypted=encrypted, actions=_actions(catalog), forms=_forms(catalog), embedded=_embedded(catalog),
        layers=_layers(catalog), filters=tuple(used), damage=tuple(dict.fromkeys(damage)),
    )  # fmt: skip


def _info(trailer: Any) -> dict[str, str]:
    found = dictionary(trailer, "/Info")
    return {str(word).removeprefix("/")[:80]: text(dict.get(found, word))[:500] for word in list(found)[:_ENTRIES]}


def _ids(trailer: Any) -> tuple[str, ...]:
    found = []
    for one in array(trailer, "/ID")[:2]:
        value = of(one)
        data = getattr(value, "original_bytes", value)
        found.append(data.hex() if isinstance(data, bytes) else str(data).encode("utf-8", "replace").hex())
    return tuple(found)


def _xmp(catalog: Dictionary, used: dict[str, None], damage: list[str]) -> dict[str, str]:
    stream = get(catalog, "/Metadata")
    if stream is None:
        return {}
    used.update(dict.fromkeys(filters(stream)))
    try:
        return xmp.properties(decoded(stream, bounds.XMP))
    except TooMuch:
        damage.append("its XMP metadata is beyond all measure")
    except (xmp.Refused, expat.ExpatError, ValueError, LookupError) as error:
        damage.append(f"its XMP metadata cannot be read ({error})")
    return {}


def _intents(catalog: Dictionary, used: dict[str, None], damage: list[str]) -> tuple[Intent, ...]:
    found = []
    for entry in array(catalog, "/OutputIntents")[:_ENTRIES]:
        intent = of(entry)
        if not isinstance(intent, dict):
            continue
        profile = get(intent, "/DestOutputProfile")
        used.update(dict.fromkeys(filters(profile)))
        try:
            header = decoded(profile, bounds.PROFILE)[:128]
        except TooMuch:
            header = b""
            damage.append("the profile of its output intent is beyond all measure")
        # ICC.1:2010, 7.2: the profile's class, the space of its data, and its signature.
        whole_header = len(header) == 128 and header[36:40] == b"acsp"
        found.append(Intent(
            name(get(intent, "/S")), text(get(intent, "/OutputConditionIdentifier")),
            text(get(intent, "/RegistryName")), text(get(intent, "/Info")),
            header[12:16].decode("latin-1").strip() if whole_header else "",
            header[16:20].decode("latin-1").strip() if whole_header else "", whole(get(profile, "/N")),
        ))  # fmt: skip
    return tuple(found)


def _actions(catalog: Dictionary) -> tuple[str, ...]:
    found: dict[str, None] = {}
    opening = get(catalog, "/OpenAction")
    if isinstance(opening, dict):
        found[f"when it is opened: {name(get(opening, '/S')) or 'unknown'}"] = None
    if dictionary(catalog, "/AA"):
        found["when it is printed, saved or closed"] = None
    if any(True for _ in tree(raw(dictionary(catalog, "/Names"), "/JavaScript"), "/Names")):
        found["JavaScript of the document"] = None
    for kind in _outline_actions(catalog):
        found[f"in the outline: {kind}"] = None
    return tuple(found)


def _outline_actions(catalog: Dictionary) -> list[str]:
    pending = [raw(dictionary(catalog, "/Outlines"), "/First")]
    seen: set[Key | None] = set()
    found: dict[str, None] = {}
    while pending and len(seen) < bounds.NAMES:
        reference = pending.pop()
        mark = key(reference)
        item = of(reference)
        if not isinstance(item, dict) or mark in seen:
            continue
        seen.add(mark if mark is not None else (-1, len(seen)))
        action = get(item, "/A")
        if isinstance(action, dict):
            found[name(get(action, "/S")) or "unknown"] = None
        pending += [raw(item, "/Next"), raw(item, "/First")]
    return list(found)


def _forms(catalog: Dictionary) -> bool:
    form = dictionary(catalog, "/AcroForm")
    return bool(array(form, "/Fields")) or get(form, "/XFA") is not None


def _embedded(catalog: Dictionary) -> tuple[str, ...]:
    found = [text(word)[:80] for word, _ in tree(raw(dictionary(catalog, "/Names"), "/EmbeddedFiles"), "/Names", 100)]
    for entry in array(catalog, "/AF")[:100]:
        specification = of(entry)
        found.append(text(get(specification, "/UF") or get(specification, "/F"))[:80] or "a file")
    return tuple(dict.fromkeys(found))


def _layers(catalog: Dictionary) -> bool:
    return bool(array(dictionary(catalog, "/OCProperties"), "/OCGs"))
