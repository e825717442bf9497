"""Which fields of a struct lead to a Text: found once per type from the types themselves, so that nothing has to be
listed by hand when the model grows."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import msgspec

from book.model import Text


@cache
def text_fields(kind: type) -> tuple[str, ...]:
    """The fields of struct type `kind`, in their order, at or below which a Text may stand; () for any other type."""
    if kind is Text or not issubclass(kind, msgspec.Struct):
        return ()
    fields = msgspec.structs.fields(kind)
    return tuple(field.name for field in fields if _leads_to_text(field.type, frozenset({kind})))


def _leads_to_text(annotation: Any, above: frozenset[type]) -> bool:
    if annotation is Text:
        return True
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        if annotation in above:  # a struct that holds its own kind: its other fields have the answer
            return False
        below = above | {annotation}
        return any(_leads_to_text(field.type, below) for field in msgspec.structs.fields(annotation))
    return any(_leads_to_text(argument, above) for argument in get_args(annotation))
