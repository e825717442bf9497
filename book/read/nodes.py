"""YAML text -> a tree of nodes with their places. Types are not YAML's business: every scalar stays a string.

libyaml's events are walked with bounds, because its own composer crashes on deep input and follows aliases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from book.findings import Span
from book.read.reader import Reader
from book.read.wording import explain

DEEPEST = 40
MOST_NODES = 100_000

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """`raw` is the text of the file from which the value was read, quotes and indentation and all, where the value
    alone does not tell; `told`: nothing can be read here, and that has been reported."""

    value: str
    span: Span
    plain: bool = True
    raw: str = ""
    told: bool = False

    @property
    def empty(self) -> bool:
        return not self.value.strip() or (self.plain and self.value in ("~", "null"))


@dataclass(slots=True)
class Sequence:
    span: Span
    items: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(slots=True)
class Mapping:
    span: Span
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False

    def get(self, key: str) -> Node | None:
        return next((node for name, node in self.pairs if name.value == key), None)


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    """The rest of the text is not read; what is wrong has been reported."""


def parse_yaml(text: str, reader: Reader, skipped_lines: int = 0) -> Node | None:
    """The root node of `text`, which begins after `skipped_lines` lines of the file; None when there is none or when
    the text can't be read, which is then reported."""
    walk = _Walk(text, reader, skipped_lines)
    try:
        return walk.root()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        message, hint, mark = explain(error, text)
        span = walk.span(mark) if mark is not None else Span(reader.path, skipped_lines + 1, 1)
        tab = mark is not None and text[mark.index : mark.index + 1] == "\t"
        reader.report("S011" if tab or "tab" in str(error.problem) else "S010", span, message, hint)
    except yaml.YAMLError:
        reader.report("S010", Span(reader.path, skipped_lines + 1, 1), "the YAML cannot be read")
    return None


class _Walk:
    def __init__(self, text: str, reader: Reader, skipped_lines: int) -> None:
        self.text = text
        self.reader = reader
        self.skipped = skipped_lines + 1
        self.count = 0
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)

    def span(self, mark: Any) -> Span:
        return Span(self.reader.path, self.skipped + mark.line, mark.column + 1)

    def root(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.reader.report("S016", self.span(event.start_mark), "a second YAML document begins here")
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        span = self.span(event.start_mark)
        self.count += 1
        if depth > DEEPEST:
            self.reader.report("S014", span, f"values are nested more than {DEEPEST} deep")
            raise _Stop
        if self.count > MOST_NODES:
            self.reader.report("S014", span, f"the file has more than {MOST_NODES} values")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self.reader.report("S013", span, f"*{event.anchor} is an alias of YAML")
            return Scalar("", span, told=True)
        self._no_extras(event, span)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style
            first: Any = event.start_mark
            last: Any = event.end_mark
            simple = plain and first.line == last.line
            raw = "" if simple else self.text[first.index : last.index]
            return Scalar(event.value, span, plain, raw)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(Sequence(span, flow=bool(event.flow_style)), depth)
        return self._mapping(Mapping(span, flow=bool(getattr(event, "flow_style", False))), depth)

    def _no_extras(self, event: yaml.Event, span: Span) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self.reader.report("S013", span, f"&{anchor} is an anchor of YAML")
        if tag is not None:
            self.reader.report("S012", span, f"the tag {_short(tag.replace(_YAML, '!!'))} is not used here")

    def _sequence(self, sequence: Sequence, depth: int) -> Sequence:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            sequence.items.append(self.node(event, depth + 1))
        return sequence

    def _mapping(self, mapping: Mapping, depth: int) -> Mapping:
        seen: dict[str, Span] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.reader.report("S032", key.span, "a key must be a word, not a list or a map", _BRACES)
            elif key.value in seen:
                what = f'the key "{_short(key.value)}" is here again, first in line {seen[key.value].line}'
                self.reader.report("S015", key.span, what)
            else:
                seen[key.value] = key.span
                mapping.pairs.append((key, value))
        return mapping


_YAML = "tag:yaml.org,2002:"
_BRACES = "put quotes around text beginning with { or ["


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
