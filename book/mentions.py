"""What a text mentions: index marks and references, each with its place. Shared by the summaries and the checks."""

from __future__ import annotations

from book.inline import MARKS, Link, Mark, Ref, parse_inline, walk
from book.model import Key, Reference, Text


def mentions(text: Text) -> tuple[list[Key], list[Reference]]:
    """(index marks, references) of one text, in order; {name:id} is also a mark, of the vocabulary "people".

    Of a map of languages, whose forms say the same, the marks of the first form and the references of all are given.
    """
    marks: list[Key] = []
    references: list[Reference] = []
    for number, source in enumerate(text.forms.values() if text.forms else (text.source,)):
        if "{" not in source and "](" not in source:
            continue
        for node in walk(parse_inline(source).nodes):
            if not isinstance(node, (Mark, Ref, Link)):
                continue
            span = text.span if text.forms else text.at(node.at)
            if isinstance(node, Ref):
                references.append(Reference(node.id, span, node.kind))  # type: ignore[arg-type]
            elif isinstance(node, Link) and node.href.startswith("#"):
                references.append(Reference(node.href[1:], span, "link"))
            if number:
                continue
            if isinstance(node, Mark):
                marks.append(Key(MARKS[node.kind], node.key, span))
            elif isinstance(node, Ref) and node.kind == "name":
                marks.append(Key("people", node.id, span))
    return marks, references
