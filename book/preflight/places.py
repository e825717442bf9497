"""places.json beside a PDF of ours: whose page it is, from which source it comes, which pages are meant to be empty."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from book.findings import Span
from book.printed import PrintedPage, PrintedPicture

NAME = "places.json"
MANIFEST = "manifest.json"
MOST = 200_000_000
_NEAR = 1.0
"""mm by which the place of a picture in the file may differ from that in the list."""

PicturePlace = tuple[float, float, float, float, str, int, int, str]
"""x0, top, x1, bottom; source, line, column; the picture's own file."""


class Place(msgspec.Struct):
    label: str = ""
    unit: str = ""
    subject: str = ""
    title: str = ""
    source: tuple[str, int, int] = ("", 0, 0)
    blank: bool = False
    pictures: list[PicturePlace] = []


class Places(msgspec.Struct):
    """`pdf` is the digest of the file of which it tells."""

    pdf: str = ""
    pages: list[Place] = []


class Made(msgspec.Struct):
    file: str = ""
    blake2b: str = ""


class Manifest(msgspec.Struct):
    """What of manifest.json says whose the file is."""

    language: str = ""
    edition: str = ""
    pdf: Made | None = None


def read_places(data: bytes, digest: str) -> Places | None:
    """The list, where it is one and tells of the file with this digest."""
    try:
        found = msgspec.json.decode(data, type=Places)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError):
        return None
    return found if found.pdf == digest else None


def read_manifest(data: bytes) -> Manifest | None:
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError):
        return None


def placed(pages: Sequence[PrintedPage], places: Places) -> tuple[PrintedPage, ...]:
    """The pages with what the list knows of them."""
    return tuple(
        _with(page, places.pages[page.index]) if page.index < len(places.pages) else page for page in pages
    )


def _with(page: PrintedPage, place: Place) -> PrintedPage:
    return replace(
        page, label=place.label or page.label, unit=place.unit, subject=place.subject, title=place.title,
        source=Span(*place.source), blank=place.blank,
        pictures=tuple(_traced(picture, place.pictures) for picture in page.pictures),
    )  # fmt: skip


def _traced(picture: PrintedPicture, places: Sequence[PicturePlace]) -> PrintedPicture:
    """The picture with the source that asks for it: that of the nearest place."""
    best = min(places, key=lambda place: _distance(picture, place), default=None)
    if best is None or _distance(picture, best) > _NEAR:
        return picture
    return replace(picture, span=Span(*best[4:7]), name=best[7] or picture.name)


def _distance(picture: PrintedPicture, place: PicturePlace) -> float:
    return max(abs(one - other) for one, other in zip(picture.box, place[:4], strict=True))
