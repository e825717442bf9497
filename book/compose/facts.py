"""The facts of a profile: groups under small heads, and dated lines for the table after the text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from book.compose.rich import Rich
from book.model import DateRange, Fact, Key, Life, PartialDate, Person, Text


class Group(NamedTuple):
    """Facts under one small heading; `key` is the message of the heading."""

    key: str
    items: tuple[Markup, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The same without markup, to be measured."""
        return tuple(map(bare, self.items))


def bare(markup: Markup) -> str:
    """Without tags; no-break spaces stay what they are."""
    return html.unescape(re.sub(r"<[^>]*>", "", str(markup)))


class Year(NamedTuple):
    """A dated line of the table after the text."""

    when: str
    words: Markup


def fact_groups(person: Person, rich: Rich, dated: bool) -> list[Group]:
    """The facts in their order. `dated`: with the education and posts that have dates; else these are in the table."""
    groups = [
        _life("Born", person.born, rich),
        _life("Died", person.died, rich),
        _terms("Specialty", person.specialties, rich),
        _terms("Region", person.regions, rich),
        _facts("Education", person.education, rich, dated),
        _facts("Posts", person.posts, rich, dated),
        _terms("Institutions", _other_institutions(person), rich),
        _honours(person, rich),
        _texts("Bears the name", person.memory, rich),
        _see(person, rich),
    ]
    return [group for group in groups if group.items]


def _life(key: str, life: Life | None, rich: Rich) -> Group:
    """A day or a place; a year alone stands under the name already."""
    if life is None or (life.place is None and not (life.date and life.date.month)):
        return Group(key, ())
    date = rich.shared.tongue.date(life.date)
    place = rich.block(life.place)
    return Group(key, (Markup(", ").join(part for part in (escape(date), place) if part),))


def _terms(key: str, keys: Sequence[Key], rich: Rich) -> Group:
    """Terms in one line where they are words of a kind, each on its own where they are names."""
    names = [rich.shared.term(one.vocabulary, one.key).name for one in keys]
    if key in ("Specialty", "Region"):
        return Group(key, (rich.terms(keys, ", ".join(names)),) if names else ())
    return Group(key, tuple(rich.terms([one], name) for one, name in zip(keys, names, strict=True)))


def _other_institutions(person: Person) -> tuple[Key, ...]:
    """Institutions that no line of education or posts names already."""
    told = {fact.institution.key for fact in (*person.education, *person.posts) if fact.institution}
    return tuple(key for key in person.institutions if key.key not in told)


def _facts(key: str, facts: Sequence[Fact], rich: Rich, dated: bool) -> Group:
    items = []
    for fact in facts:
        when = rich.shared.tongue.when(fact.date, "long") if fact.date else ""
        if when and not dated:
            continue
        text = rich.block(fact.text)
        items.append(text + (f", {when}" if when else ""))
    return Group(key, tuple(items))


def _texts(key: str, texts: Sequence[Text], rich: Rich) -> Group:
    return Group(key, tuple(rich.block(text) for text in texts))


def _honours(person: Person, rich: Rich) -> Group:
    terms, awards = _terms("Honours", person.honours, rich), _texts("Honours", person.awards, rich)
    return Group("Honours", terms.items + awards.items)


def _see(person: Person, rich: Rich) -> Group:
    return Group("See also", tuple(rich.see(reference.id) for reference in person.see))


def years(person: Person, rich: Rich) -> list[Year]:
    """Dated education and posts by their beginning; "0" dates are left out."""
    found = []
    for at, fact in enumerate((*person.education, *person.posts)):
        when = rich.shared.tongue.when(fact.date, "short") if fact.date else ""
        if when and fact.date:
            found.append((_begin(fact.date), at, Year(when, rich.block(fact.text))))
    return [year for _, _, year in sorted(found, key=lambda one: one[:2])]


def _begin(date: PartialDate | DateRange) -> tuple[int, int, int]:
    if isinstance(date, DateRange):
        end = date.end or PartialDate()
        date = date.start or end
    return (date.year, date.month, date.day)
