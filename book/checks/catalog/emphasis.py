"""Emphasis that a translation has lost or added."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.inline import Em, Node, Strong, parse_inline, plain, walk

CODE = "C101"
WHY = "what the author set off is set off in every language"
HINT = "put the stars around the same words as in the source: *emphasis*, **strong**"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        if "*" not in message.source and "*" not in message.translation:
            continue
        there, here = parse_inline(message.source).nodes, parse_inline(message.translation).nodes
        for kind, stars in ((Em, "*"), (Strong, "**")):
            before, after = _marked(there, kind), _marked(here, kind)
            if len(after) < len(before):
                what = f"the source sets off {_all(before, stars)}, the translation {_all(after, stars)}"
                yield message.finding(CODE, facts.path, what, HINT, Severity.ERROR)
            elif len(after) > len(before):
                what = f"the translation sets off {_all(after, stars)}, the source {_all(before, stars)}"
                yield message.finding(CODE, facts.path, what, HINT)


def _marked(nodes: tuple[Node, ...], kind: type[Em] | type[Strong]) -> list[str]:
    return [plain(node.children) for node in walk(nodes) if isinstance(node, kind)]


def _all(words: list[str], stars: str) -> str:
    return ", ".join(f"{stars}{one}{stars}" for one in words) or "nothing"
