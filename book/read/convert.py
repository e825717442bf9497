"""Nodes -> values, driven by tables: a `Kind` knows how a value is read and how a JSON Schema describes it.

A `Record` is the table of one struct's fields. Nothing here raises for a bad source: what can't be used is reported and
left out, and reading goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from book.findings import Span
from book.nearest import meant
from book.read.nodes import Mapping, Node, Scalar, Sequence
from book.read.reader import Reader

Schema = dict[str, Any]


class Kind:
    """One type of value. `read` gives None when the value can't be used; that has then been reported."""

    def read(self, node: Node, reader: Reader) -> Any:
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError


class Field(NamedTuple):
    """One key of a map in a source. `attribute` is the struct's name for it where it differs from the key."""

    key: str
    kind: Kind
    about: str
    required: bool = False
    attribute: str = ""


def what_is(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a map" if isinstance(node, Mapping) else "a text"


def wrong_type(node: Node, reader: Reader, wanted: str, hint: str = "") -> None:
    if not hint and isinstance(node, (Mapping, Sequence)) and node.flow:
        hint = "put quotes around text beginning with { or ["
    reader.report("S032", node.span, f"{what_is(node)} stands where {wanted} is wanted", hint)


def scalar(node: Node, reader: Reader, wanted: str) -> str | None:
    """The words of a scalar, without the spaces around them."""
    if isinstance(node, Scalar):
        return node.value.strip()
    wrong_type(node, reader, wanted)
    return None


def without_value(node: Node, reader: Reader, span: Span, what: str, code: str = "S034") -> bool:
    """Whether a value is empty; reported at `span`, unless the reason has been."""
    if not isinstance(node, Scalar) or not node.empty:
        return False
    if not node.told:
        reader.report(code, span, f"{what} has no value")
    return True


class Record(Kind):
    """A map with known keys. `make(values, span)` builds the struct from those that could be read (by attribute)."""

    def __init__(self, about: str, fields: tuple[Field, ...], make: Callable[..., Any], spanned: bool = False) -> None:
        self.about = about
        self.fields = {field.key: field for field in fields}
        self.make = make
        self.spanned = spanned

    def read(self, node: Node, reader: Reader) -> Any:
        if not isinstance(node, Mapping):
            keys = ", ".join(self.fields)
            wrong_type(node, reader, "a map", f"write a map with keys like {keys}" if len(keys) < 60 else "")
            return None
        values = self.values(node, reader)
        if any(field.required and (field.attribute or field.key) not in values for field in self.fields.values()):
            return None
        return self.make(span=node.span, **values) if self.spanned else self.make(**values)

    def values(self, node: Mapping, reader: Reader) -> dict[str, Any]:
        """What could be read, by attribute; unknown keys, empty values and missing ones are reported."""
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key, value in node.pairs:
            field = self.fields.get(key.value)
            if field is None:
                hint = meant(key.value, self.fields, f"known are {', '.join(self.fields)}")
                reader.report("S030", key.span, f'unknown key "{key.value[:40]}"', hint)
                continue
            seen.add(key.value)
            if without_value(value, reader, key.span, f'"{key.value}"', "S031" if field.required else "S034"):
                continue
            read = field.kind.read(value, reader)
            if read is not None:
                values[field.attribute or field.key] = read
        for field in self.fields.values():
            if field.required and field.key not in seen:
                reader.report("S031", node.span, f'"{field.key}" is missing', f"add {field.key}: {field.about}")
        return values

    def schema(self) -> Schema:
        properties = {field.key: {**field.kind.schema(), "description": field.about} for field in self.fields.values()}
        required = [field.key for field in self.fields.values() if field.required]
        schema: Schema = {"type": "object", "description": self.about, "properties": properties}
        if required:
            schema["required"] = required
        return {**schema, "additionalProperties": False}


class ListOf(Kind):
    """A list; the values that can't be used are left out."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        items = node.items if isinstance(node, Sequence) else [node]
        if not isinstance(node, Sequence):
            one = isinstance(node, Scalar) and len(node.value) < 40
            hint = f"write [{node.value}]" if isinstance(node, Scalar) and one else "begin each entry with a dash"
            reader.report("S032", node.span, f"{what_is(node)} stands where a list is wanted", hint)
            if isinstance(node, Mapping) and not isinstance(self.kind, Record):
                return None
        values = []
        for item in items:
            if without_value(item, reader, item.span, "an entry of the list"):
                continue
            value = self.kind.read(item, reader)
            if value is not None:
                values.append(value)
        return tuple(values)

    def schema(self) -> Schema:
        return {"type": "array", "items": self.kind.schema()}


class Either(Kind):
    """A scalar read by one kind, a map or a list by another: `choose(node)` says whether by the first."""

    def __init__(self, choose: Callable[[Node], bool], first: Kind, second: Kind) -> None:
        self.choose = choose
        self.first = first
        self.second = second

    def read(self, node: Node, reader: Reader) -> Any:
        return (self.first if self.choose(node) else self.second).read(node, reader)

    def schema(self) -> Schema:
        return {"anyOf": [self.first.schema(), self.second.schema()]}


class Pair(NamedTuple):
    """An entry of a map whose keys are names that the editor chose."""

    name: str
    span: Span
    value: Any


class MapOf(Kind):
    """A map with keys of the editor's choice, each read by `key`: a tuple of Pairs in the order of the file."""

    def __init__(self, key: Kind, value: Kind) -> None:
        self.key = key
        self.value = value

    def read(self, node: Node, reader: Reader) -> tuple[Pair, ...] | None:
        if not isinstance(node, Mapping):
            wrong_type(node, reader, "a map")
            return None
        pairs = []
        for key, value in node.pairs:
            name = self.key.read(key, reader)
            if without_value(value, reader, key.span, f'"{key.value[:40]}"'):
                continue
            read = self.value.read(value, reader)
            if name is not None and read is not None:
                pairs.append(Pair(name, key.span, read))
        return tuple(pairs)

    def schema(self) -> Schema:
        names = {k: v for k, v in self.key.schema().items() if k != "type"}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.value.schema()}
