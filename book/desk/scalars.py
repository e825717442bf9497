"""Changes single values of a map in YAML and leaves every other character of the file as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from book.findings import Span

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .’'()/№-])*")
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


class CannotChange(Exception):
    """The map is not there, or a value of it is written in a way that only a person should change."""


class _Pair(NamedTuple):
    key: str
    start: int
    end: int
    style: str


class _Map(NamedTuple):
    """A map of plain values: offsets in the text. `indent` of its keys where they stand in lines of their own."""

    pairs: dict[str, _Pair]
    flow: bool
    indent: int
    last: int


def changed(text: str, skipped: int, maps: Mapping[Span, Mapping[str, str]]) -> str:
    """`text` (YAML that begins after `skipped` lines of its file) with new values in the maps that begin at the given
    places; a key that a map lacks is added at its end. Raises CannotChange."""
    places = {(span.line - skipped - 1, span.column - 1): values for span, values in maps.items()}
    found = dict(_maps(text, set(places)))
    if len(found) < len(places):
        raise CannotChange("a map is not where it was")
    edits: list[tuple[int, int, str]] = []
    for place, values in places.items():
        edits += _edits(text, found[place], values)
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _maps(text: str, places: set[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], _Map]]:
    events = iter(yaml.parse(text, Loader=_Loader))
    for event in events:
        mark: Any = event.start_mark
        if isinstance(event, yaml.MappingStartEvent) and (mark.line, mark.column) in places:
            yield (mark.line, mark.column), _map(event, events)


def _map(event: yaml.MappingStartEvent, events: Iterator[yaml.Event]) -> _Map:
    pairs: dict[str, _Pair] = {}
    start: Any = event.start_mark
    last = start.index
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        value = next(events)
        if not isinstance(key, yaml.ScalarEvent) or not isinstance(value, yaml.ScalarEvent):
            raise CannotChange("a map of languages holds plain words alone")
        begin: Any = value.start_mark
        end: Any = value.end_mark
        style = value.style or ""
        if (style in "|>" and style) or begin.line != end.line:
            raise CannotChange(f'the value of "{key.value}" goes over several lines')
        pairs[key.value] = _Pair(key.value, begin.index, end.index, style)
        last = end.index
    return _Map(pairs, bool(event.flow_style), start.column, last)


def _edits(text: str, found: _Map, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    added = ""
    for key, value in values.items():
        pair = found.pairs.get(key)
        if pair is not None:
            yield pair.start, pair.end, written(value, pair.style)
        else:
            before = ", " if found.flow else "\n" + " " * found.indent
            added += f"{before}{key}: {written(value)}"
    if added:
        yield found.last, found.last, added


def written(value: str, style: str = "") -> str:
    """A value as YAML: in the quotes that stood there, plain where that is safe, else in single quotes."""
    if style == '"':
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plain = _PLAIN.fullmatch(value) and not value.endswith(" ") and " #" not in value
    if not style and plain and value.lower() not in _RESERVED:
        return value
    return "'" + value.replace("'", "''") + "'"
