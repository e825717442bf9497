"""Small units on a page whose measures are round numbers, set by an engine of their own."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache

from book.model import Unit
from book.sheets import LayoutFacts, Sheet, Sheets, TextFact
from book.typeset.libraries import prepare
from tests.books import ROOT

FONTS = ROOT / "fonts"
prepare(FONTS)

from book.typeset.engine import Engine  # noqa: E402  # only after WeasyPrint has its fonts
from book.typeset.hyphens import Hyphens  # noqa: E402

PAGE = """
:root { --size: 10pt }
@page { size: 100mm 150mm; margin: 10mm 15mm 20mm 5mm; bleed: 0 }
html { font: var(--size)/14pt "Source Serif 4"; hyphens: auto }
.fn { float: footnote }
"""

FILES: dict[str, bytes] = {
    "house:leaf.svg": b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
<rect width="40" height="20"/></svg>""",
}
SIZES = {"chapters/pictures/a.jpg": (600, 300), "chapters/pictures/b.jpg": (300, 300)}


def engine(
    style: str = PAGE, more: Mapping[str, str] | None = None, cmyk: bool = False, tags: bool = False,
    hyphenation: Mapping[str, Hyphens] | None = None,
) -> Engine:  # fmt: skip
    return Engine(FONTS, {"page.css": style, **(more or {})}, read, SIZES, hyphenation or {}, cmyk, tags)


def read(path: str) -> bytes:
    if path not in FILES:
        raise FileNotFoundError(2, "No such file", f"/somewhere/{path}")
    return FILES[path]


@cache
def shared() -> Engine:
    """One warm engine for all tests that need nothing special, as a worker has it."""
    return engine()


def unit(
    body: str, lang: str = "ru", head: str = "", sheets: tuple[str, ...] = (), assets: Mapping[str, str] | None = None
) -> Unit:
    html = f'<!doctype html><html lang="{lang}"><head><title>x</title>{head}</head><body>{body}</body></html>'
    return Unit("u", html, "recto", ("page.css", *sheets), dict(assets or {}))


def facts(body: str, **options: str) -> LayoutFacts:
    return shared().set(unit(body, **options))[1]


def sheets(body: str) -> Sheets:
    return shared().set(unit(body))[0]


def texts(found: LayoutFacts) -> list[TextFact]:
    return [text for page in found.pages for text in page.texts]


def operators(sheet: Sheet) -> str:
    return zlib.decompress(sheet.content).decode("latin-1")
