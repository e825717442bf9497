"""The indexes and the finder: who and what stands where, from summaries alone.

For facts of a profile the place is the profile (d.<id>), for index marks the words themselves (x.…): the summaries list
the marks, so the anchors are known before a page is set. Page numbers are put in last (`numbers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from book.compose.columns import Item, Locator
from book.compose.rich import plain
from book.compose.shared import Shared, TermName, begin_upper
from book.model import Summary

NAMES = {"names": "Names", "specialties": "Specialties", "institutions": "Institutions", "places": "Places"}
"""Index -> its title, one of the templates' words."""

_VOCABULARIES = {
    "names": ("persons",),
    "specialties": ("specialties",),
    "institutions": ("institutions",),
    "places": ("regions", "places"),
}


class _Entries:
    """Collects entries by their printed words."""

    def __init__(self) -> None:
        self.locators: dict[str, dict[Locator, None]] = {}
        self.subs: dict[str, dict[str, dict[Locator, None]]] = {}
        self.sees: dict[tuple[str, str], None] = {}

    def add(self, text: str, *locators: Locator, under: str = "") -> None:
        """Pages of an entry, or of a sub-entry `under` another, which then stands there with or without own pages."""
        if under:
            self.add(under)
            self.subs.setdefault(under, {}).setdefault(text, {}).update(dict.fromkeys(locators))
        elif text:
            self.locators.setdefault(text, {}).update(dict.fromkeys(locators))

    def see(self, variants: Iterable[str], text: str) -> None:
        for variant in variants:
            if variant and variant != text:
                self.sees[variant, text] = None

    def items(self) -> list[Item]:
        found = [Item("entry", text, tuple(locators)) for text, locators in self.locators.items()]
        return found + [Item("entry", variant, see=text) for variant, text in self.sees if text in self.locators]


def index_items(name: str, summaries: Sequence[Summary], shared: Shared) -> tuple[Item, ...]:
    """The entries of one index, sorted, with a head before each letter."""
    entries = _Entries()
    vocabularies = _VOCABULARIES[name]
    for summary in summaries:
        if name == "names":
            _person(entries, summary, shared)
        if name == "places" and summary.kind == "resort":
            _resort(entries, summary, shared)
        _keys(entries, summary, vocabularies, shared)
    return _lettered(entries, shared)


def _person(entries: _Entries, summary: Summary, shared: Shared) -> None:
    label = shared.labels[summary.id]
    if summary.kind == "person":
        entries.add(label.index, Locator(f"d.{summary.id}", f"e.{summary.id}", bold=True))
        entries.see((_inverted(plain(variant)) for variant in summary.variants), label.index)
    for key, anchors in _marks(summary, ("people",)).items():
        if key[1] in shared.labels:
            entries.add(shared.labels[key[1]].index, *map(Locator, anchors))


def _inverted(variant: str) -> str:
    """ "Surname Given" as an index prints it; one word, or one that has its comma, stays as it is."""
    surname, space, given = variant.partition(" ")
    return f"{surname}, {given}" if space and "," not in variant else variant


def _resort(entries: _Entries, summary: Summary, shared: Shared) -> None:
    name = shared.labels[summary.id].index
    entries.add(name, Locator(f"d.{summary.id}", bold=True))
    entries.see((plain(variant) for variant in summary.variants), name)
    region = begin_upper(shared.term("regions", summary.region).name, shared)
    entries.add(region, Locator(f"r.{summary.region}", f"re.{summary.region}"))


def _marks(summary: Summary, vocabularies: tuple[str, ...]) -> dict[tuple[str, str], list[str]]:
    """(vocabulary, key) -> anchors of its marks in this document."""
    found: dict[tuple[str, str], list[str]] = {}
    for mark in summary.marks:
        if mark.vocabulary not in vocabularies:
            continue
        anchors = found.setdefault((mark.vocabulary, mark.key), [])
        anchors.append(f"x.{mark.vocabulary}.{mark.key}.{summary.id}.{len(anchors)}")
    return found


def _keys(entries: _Entries, summary: Summary, vocabularies: tuple[str, ...], shared: Shared) -> None:
    counted: dict[tuple[str, str], int] = {}
    for one in summary.keys:
        if one.vocabulary in vocabularies:
            counted[one.vocabulary, one.key] = counted.get((one.vocabulary, one.key), 0) + 1
    marks = _marks(summary, vocabularies)
    counted.update(dict.fromkeys(set(marks) - set(counted), 0))
    for (vocabulary, key), count in sorted(counted.items()):
        term = shared.term(vocabulary, key)
        name = begin_upper(term.name, shared) if vocabulary == "regions" else term.name
        anchors = marks.get((vocabulary, key), [])
        under = _parent(vocabulary, term, name, shared)
        own = _without(under, name)
        if count > len(anchors) and not (summary.kind == "resort" and vocabulary == "regions"):
            entries.add(own, Locator(f"d.{summary.id}"), under=under)
        entries.add(own, *map(Locator, anchors), under=under)
        entries.see((own,) * bool(under), under)
        entries.see(term.see, under or name)


def _parent(vocabulary: str, term: TermName, name: str, shared: Shared) -> str:
    """The entry under which a term stands: that of its group, where this is an entry of the first rank."""
    group = shared.terms.get(f"{vocabulary}/{term.group}") if term.group else None
    return group.name if group and not group.group and group.name != name else ""


def _without(parent: str, name: str) -> str:
    """A sub-entry does not say again in brackets under which it stands."""
    return name.removesuffix(f"({parent})").rstrip() or name if parent else name


def _lettered(entries: _Entries, shared: Shared) -> tuple[Item, ...]:
    speech = shared.tongue
    items = entries.items()
    out: list[Item] = []
    letter = ""
    for item in sorted(items, key=lambda item: (speech.sort_key(bare(item.text)), item.see)):
        own = speech.letter(bare(item.text))
        if own != letter:
            letter = own
            out.append(Item("head", letter))
        out.append(item)
        if not item.see:
            subs = entries.subs.get(item.text, {})
            for text in sorted(subs, key=lambda text: speech.sort_key(bare(text))):
                out.append(Item("sub", text, tuple(subs[text])))
    return tuple(out)


def bare(text: str) -> str:
    """Without what stands before the first letter or figure («Нефтяник» is found under Н)."""
    return re.sub(r"^\W+", "", text) or text


def finder_items(summaries: Sequence[Summary], shared: Shared) -> tuple[Item, ...]:
    """Which resort for which illness: a head per treatment, under its group's where the vocabulary has groups."""
    speech = shared.tongue
    treated: dict[str, list[Summary]] = {}
    for summary in summaries:
        for treatment in summary.treats if summary.kind == "resort" else ():
            treated.setdefault(treatment.key, []).append(summary)
    by_group: dict[str, list[str]] = {}
    for key in treated:
        by_group.setdefault(shared.term("treatments", key).group, []).append(key)
    out: list[Item] = []
    named = {group: shared.term("treatments", group).name if group else "" for group in by_group}
    for group in sorted(by_group, key=lambda group: speech.sort_key(named[group])):
        if group:
            out.append(Item("group", named[group]))
        for key in sorted(by_group[group], key=lambda key: speech.sort_key(shared.term("treatments", key).name)):
            out.append(Item("head", shared.term("treatments", key).name))
            out += _places(treated[key], shared)
    return tuple(out)


def _places(resorts: list[Summary], shared: Shared) -> list[Item]:
    speech = shared.tongue
    labels = sorted((speech.sort_key(bare(shared.labels[one.id].name)), one.id) for one in resorts)
    return [
        Item(
            "entry",
            shared.labels[id].name,
            (Locator(f"d.{id}"),),
            more=shared.term("regions", shared.labels[id].region).name,
        )
        for _, id in labels
    ]
