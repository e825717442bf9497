"""The job ticket for people: its lines in the printer's language, as they stand on the sheet in the parcel."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from book.deliver.ticket import File, Ticket
from book.language import Tongue

Say = Callable[..., str]
"""English message and its {places} -> the words of the printer's language."""

Group = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and lines of what and how much."""

_PLATES = {"Cyan": "cyan", "Magenta": "magenta", "Yellow": "yellow", "Black": "black"}
_MEGABYTE = 1_000_000


def describe(ticket: Ticket, say: Say, tongue: Tongue) -> tuple[Group, ...]:
    """All that a printer must know to make the book."""
    return (
        (say("The book"), tuple(_book(ticket, say, tongue))),
        (say("The pages"), tuple(_interior(ticket, say, tongue))),
        (say("The binding"), tuple(_binding(ticket, say, tongue))),
        (say("The press"), tuple(_press(ticket, say, tongue))),
        (say("The files"), tuple(_files(ticket, say, tongue))),
    )


def _book(ticket: Ticket, say: Say, tongue: Tongue) -> Iterator[tuple[str, str]]:
    yield say("Title"), ticket.title
    if ticket.publisher:
        yield say("Publisher"), ticket.publisher
    if ticket.isbn:
        yield "ISBN", ticket.isbn
    yield say("Language of the book"), ticket.language_name
    if ticket.copies:
        yield say("Copies"), tongue.number(ticket.copies)


def _length(value: float, tongue: Tongue) -> str:
    digits = next((digits for digits in (0, 1, 2) if abs(value - round(value, digits)) < 0.001), 2)
    return tongue.number(value, digits)


def _mm(value: float, say: Say, tongue: Tongue) -> str:
    return say("{length} mm", length=_length(value, tongue)).replace(" ", "\u00a0")


def _size(size: tuple[float, float], say: Say, tongue: Tongue) -> str:
    return say("{width} × {height} mm", width=_length(size[0], tongue), height=_length(size[1], tongue))


def _interior(ticket: Ticket, say: Say, tongue: Tongue) -> Iterator[tuple[str, str]]:
    pages = tongue.number(ticket.interior.pages)
    if ticket.blanks:
        blanks = tongue.number(ticket.blanks)
        pages = say("{pages}, of which {blanks} blank at the end", pages=pages, blanks=blanks)
    yield say("Pages"), pages
    yield say("Trimmed size"), _size(ticket.interior.trim, say, tongue)
    yield say("Bleed"), _mm(ticket.bleed, say, tongue)
    condition = ticket.condition
    if condition.paper:
        grams = say(", {weight} g/m²", weight=tongue.number(condition.weight)) if condition.weight else ""
        yield say("Paper"), f"{say(condition.paper)}{grams}"
    if condition.caliper:
        yield say("Thickness of a leaf"), _mm(condition.caliper, say, tongue)
    yield say("Colours"), _plates(ticket.interior, say, tongue)


def _plates(file: File, say: Say, tongue: Tongue) -> str:
    return tongue.list_of([say(_PLATES[ink]) if ink in _PLATES else ink for ink in file.plates])


def _binding(ticket: Ticket, say: Say, tongue: Tongue) -> Iterator[tuple[str, str]]:
    cover = ticket.condition.cover
    yield say("Binding"), say("case bound") if cover.kind == "case" else say("soft cover")
    if ticket.spine:
        yield say("Spine"), _mm(ticket.spine, say, tongue)
    if ticket.cover is not None:
        yield say("Cover, flat"), _size(ticket.cover.trim, say, tongue)
        yield say("Colours of the cover"), _plates(ticket.cover, say, tongue)
    if cover.kind == "soft" and cover.flap:
        yield say("Flaps"), _mm(cover.flap, say, tongue)
    if ticket.endpapers is not None:
        yield say("Endpapers"), say("printed, {pages} pages", pages=tongue.number(ticket.endpapers.pages))
    signature = ticket.condition.signature
    yield say("Signatures"), say("of {pages} pages", pages=tongue.number(signature.pages))


def _press(ticket: Ticket, say: Say, tongue: Tongue) -> Iterator[tuple[str, str]]:
    condition = ticket.condition
    yield say("Output condition"), condition.info or condition.condition
    yield say("Ink limit"), f"{tongue.number(condition.limits.ink)}\u00a0%"
    yield say("Format of the files"), f"PDF/{ticket.pdfx}"
    for name, build in sorted(ticket.spots.items()):
        cmyk = " / ".join(tongue.number(value) for value in build)
        yield say("Spot ink {name}", name=name), say("CMYK build {build}, for a proof alone", build=cmyk)


def _files(ticket: Ticket, say: Say, tongue: Tongue) -> Iterator[tuple[str, str]]:
    for file in (ticket.interior, ticket.cover, ticket.endpapers):
        if file is not None:
            size = say("{size} MB", size=tongue.number(file.size / _MEGABYTE, 1))
            yield file.name, f"{size} · SHA-256 {file.sha256[:16]}…"


def heading(ticket: Ticket, say: Say) -> tuple[str, str]:
    """Title and subtitle of the sheet."""
    return say("Job ticket"), f"{ticket.title} · {ticket.language_name} · {ticket.date}"
