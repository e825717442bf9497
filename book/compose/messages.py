"""A translator's proof: beside each block the number of its message, linked to its catalog; what waits is marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from markupsafe import Markup, escape

from book.model import Struct, Unit

STYLE = "messages.css"
State = Literal["done", "fuzzy", "missing"]
_SAID: dict[State, str] = {"done": "", "fuzzy": "?", "missing": "!"}
"""What stands before the number, for those who print in black."""


class Message(Struct, frozen=True):
    """One message of a catalog: its number among the live ones from 1, its line in the file, how far it is."""

    catalog: str
    number: int
    line: int
    state: State


_BLOCK = re.compile(r'<(?!html|body|tr|table|ul|ol|dl|svg|img)[a-z][a-z0-9]*\b[^<>]*?\bdata-src="([^"]+)"[^<>]*(?<!/)>')


def numbered(unit: Unit, messages: Mapping[str, Sequence[Message]]) -> Unit:
    """The unit with numbers beside its blocks. `messages` by the place that the blocks name ("path:line"); a list of
    words on one line of a source has several, told at the first block of that line."""
    told: set[str] = set()

    def put(match: re.Match[str]) -> str:
        place = match[1]
        if place in told or place not in messages:
            return match[0]
        told.add(place)
        return f"{match[0]}{_number(messages[place])}"

    html = _BLOCK.sub(put, unit.html)
    return msgspec.structs.replace(unit, html=html, stylesheets=(*unit.stylesheets, STYLE))


def _number(messages: Sequence[Message]) -> Markup:
    worst = max(messages, key=lambda message: ("done", "fuzzy", "missing").index(message.state))
    numbers = sorted({message.number for message in messages})
    words = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    target = escape(f"file:{worst.catalog}#{worst.line}")
    return Markup('<a class="message message-{}" href="{}">{}{}</a>').format(
        worst.state, target, _SAID[worst.state], words
    )
