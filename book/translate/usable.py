"""May a translation stand in for its source? A lost reference, an unknown one or raw HTML would break the book, so such
a translation counts as missing until it is mended.

Codes: C012 references, index marks or footnotes differ from the source's; C013 inline markup that can't be read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from book import inline

_MARKUP = re.compile(r"[\\*\[\]{<]")


class Fault(NamedTuple):
    """What is wrong with a translation: a finding without its place."""

    code: str
    message: str
    hint: str


def fault(source: str, translation: str) -> Fault | None:
    """What keeps `translation` out of the book; None where nothing does."""
    if _MARKUP.search(translation) is None and _MARKUP.search(source) is None:
        return None
    there, here = inline.parse_inline(source), inline.parse_inline(translation)
    if here.faults and not there.faults:  # where the source is at fault, its own finding tells it
        first = here.faults[0]
        return Fault("C013", f"the translation cannot be used: {first.message}", first.hint)
    return _references(there.nodes, here.nodes) or _notes(there.nodes, here.nodes)


def _references(source: tuple[inline.Node, ...], translation: tuple[inline.Node, ...]) -> Fault | None:
    """The same places, people and index keys are named, in any order and number: a sentence may be cut in two."""
    there, here = _named(source), _named(translation)
    if there == here:
        return None
    return _difference("reference", [name for name in there if name not in here], [n for n in here if n not in there])


def _notes(source: tuple[inline.Node, ...], translation: tuple[inline.Node, ...]) -> Fault | None:
    """Each footnote is called as often as in the source: a note that is called twice would be printed twice."""
    there = Counter(f"[^{note.label}]" for note in inline.notes(source))
    here = Counter(f"[^{note.label}]" for note in inline.notes(translation))
    if there == here:
        return None
    return _difference("footnote", list(there - here), list(here - there))


def _named(nodes: tuple[inline.Node, ...]) -> dict[str, None]:
    """What is named in a text, as it is typed, in order."""
    refs = (f"(#{ref.id})" if ref.kind == "link" else f"{{{ref.kind}:{ref.id}}}" for ref in inline.references(nodes))
    marks = (f"{{{mark.kind}:{mark.key}}}" for mark in inline.marks(nodes))
    return dict.fromkeys((*refs, *marks))


def _difference(what: str, lost: list[str], added: list[str]) -> Fault:
    if lost:
        words = f"the translation has lost the {what} {', '.join(lost)}"
        return Fault("C012", words, f"Put {lost[0]} where the translated words need it, as it stands in the source.")
    words = f"the translation has a {what} that is not in its source: {', '.join(added)}"
    return Fault("C012", words, f"Take out {added[0]}.")
