"""How much ink a page may have at most, from its objects alone: for machines without Ghostscript."""

from __future__ import annotations

from book.printed import Box, Colour, Coverage, PrintedPage


def bound(page: PrintedPage) -> Coverage | None:
    """No window of the page has more ink than this: the most of any one object, and the black that may overprint it.
    None where that cannot be said: a picture whose densest part nobody has measured, a pattern or a shading."""
    most, where = 0.0, (0.0, 0.0, 0.0, 0.0)
    above = 0.0
    things: list[tuple[float | None, Box, bool]] = []
    things += [(_percent(path.colour), path.box, path.overprint) for path in page.paths]
    things += [(_percent(text.fill), text.box, text.overprint) for text in page.texts if text.fill is not None]
    for picture in page.pictures:
        grey = picture.colour.space == "DeviceGray" or picture.mask == "stencil"
        things.append((picture.ink or (100.0 if grey else None), picture.box, False))
    for percent, box, overprint in things:
        if percent is None:
            return None
        if overprint:
            above = max(above, percent)
        elif percent > most:
            most, where = percent, box
    return Coverage(round(most + above, 1), where, "bound")


def _percent(colour: Colour | None) -> float | None:
    """The ink of a colour in per cent; registration is on every plate."""
    if colour is None or "All" in colour.inks:
        return 0.0
    return 100 * sum(colour.amounts().values()) if colour.amounts() else None
