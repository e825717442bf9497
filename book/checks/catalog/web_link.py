"""Addresses on the web that a translation has lost or added. Links to places in the book are references: C012."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.inline import Link, parse_inline, walk

CODE = "C102"
WHY = "a reader of every language is led to the same page"
HINT = "put [words](address) around the translated words, with the address as in the source"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        if "](" not in message.source and "](" not in message.translation:
            continue
        before, after = _addresses(message.source), _addresses(message.translation)
        if lost := list((before - after).elements()):
            what = f"the translation has lost the address {', '.join(lost)}"
            yield message.finding(CODE, facts.path, what, HINT, Severity.ERROR)
        elif added := list((after - before).elements()):
            what = f"the translation has an address that is not in its source: {', '.join(added)}"
            yield message.finding(CODE, facts.path, what, "take it out, or have it put into the source")


def _addresses(text: str) -> Counter[str]:
    links = (node for node in walk(parse_inline(text).nodes) if isinstance(node, Link))
    return Counter(link.href for link in links if not link.href.startswith("#"))
