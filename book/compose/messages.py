"""A translator's proof: at each text the number of its message, linked to its catalog; what waits is marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from itertools import groupby
from typing import Literal

import msgspec
from markupsafe import Markup, escape

from book.findings import Span
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


_PLACE = re.compile(r'<i data-message="([^"]+)"></i>')
_BETWEEN = "\n"
"""Between the places of one mark; in no path of a book."""


def place(span: Span) -> str:
    """The name of a text's place in the sources."""
    return f"{span.path}:{span.line}:{span.column}"


def place_of(spans: Iterable[Span]) -> Markup:
    """The mark of the place where the numbers of these texts are put."""
    return Markup('<i data-message="{}"></i>').format(_BETWEEN.join(map(place, spans)))


def numbered(unit: Unit, messages: Mapping[str, Message]) -> Unit:
    """The unit with numbers at its texts. `messages` by the text's place; each is told where it stands first. What has
    none (a map of languages, a text in the book's own language) has no number."""
    told: set[str] = set()

    def put(match: re.Match[str]) -> str:
        places = [one for one in unescape(match[1]).split(_BETWEEN) if one in messages and one not in told]
        told.update(places)
        return _number([messages[one] for one in places]) if places else ""

    html = _PLACE.sub(put, unit.html)
    return msgspec.structs.replace(unit, html=html, stylesheets=(*unit.stylesheets, STYLE))


def _number(messages: Sequence[Message]) -> Markup:
    worst = max(messages, key=lambda message: ("done", "fuzzy", "missing").index(message.state))
    numbers = sorted({message.number for message in messages})
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0])]
    words = ", ".join(str(run[0][1]) if len(run) == 1 else f"{run[0][1]}–{run[-1][1]}" for run in runs)
    target = escape(f"file:{worst.catalog}#{worst.line}")
    return Markup('<a class="message message-{}" href="{}">{}{}</a>').format(
        worst.state, target, _SAID[worst.state], words
    )
