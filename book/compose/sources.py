"""Where facts were read, as it is printed: addresses without what a reader needn't type, %-codes as letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from markupsafe import Markup, escape

from book.compose.rich import Rich
from book.model import Source

_ADDRESS = re.compile(r"https?://\S+")


def printed(source: Source) -> str:
    """https://www.who.int/x/ -> who.int/x. Words stay as they are."""
    return _ADDRESS.sub(lambda match: _short(match[0]), source.text)


def _short(address: str) -> str:
    text = unquote(address, errors="replace")
    if "\ufffd" in text or any(not character.isprintable() for character in text):
        text = address
    return re.sub(r"^https?://(?:www\.)?", "", text).rstrip("/")


def source_items(sources: Iterable[Source], rich: Rich) -> list[Markup]:
    """As lines of a list: links where the edition has them."""
    items = []
    for source in sources:
        words = escape(printed(source))
        if rich.shared.edition.links and _ADDRESS.fullmatch(source.text):
            words = Markup('<a href="{}">{}</a>').format(source.text, words)
        items.append(words)
    return items
