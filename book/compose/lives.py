"""What a profile shows and where: facts beside the first page or in a table after the text, one page or more.

Judged by measures before anything is set (metrics.py); heights are points.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from markupsafe import Markup, escape

from book.compose.metrics import MM, lines, set_lines, width
from book.compose.rich import Rich, plain
from book.compose.shared import Shared
from book.model import DateRange, Fact, Key, Life, Paragraph, PartialDate, Person, Quotation, Text

PAGE, LINE, SIDE_LINE = 532.0, 14.0, 10.5
SIDE = 25 * MM
TEXT = 111 * MM
BESIDE = 82 * MM
"""Measure of a short life's text beside the portrait."""
TITLE = 81 * MM
SIDE_ROOM = 303.0
"""Twenty-nine lines of facts fit beside a first page that has no notes at its foot."""
FEW_YEARS = 3
LISTS = ("Education", "Posts", "Institutions", "Honours", "Bears the name")
"""Facts that may stand in a table after the text."""

Form = Literal["short", "one", "tight", "long"]
"""short: on one page, the text beside the portrait; one: on one page; tight: longer, its sources in a paragraph instead
of a list; long."""


class Group(NamedTuple):
    """Facts under one small heading; `key` is the message of the heading."""

    key: str
    items: tuple[Markup, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The same without markup, to be measured."""
        return tuple(map(_bare, self.items))


def _bare(markup: Markup) -> str:
    """Without tags; no-break spaces stay what they are."""
    return html.unescape(re.sub(r"<[^>]*>", "", str(markup)))


class Year(NamedTuple):
    """A dated line of the table after the text."""

    when: str
    words: Markup


# --- facts ------------------------------------------------------------------------------------------------------------


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
        names = [", ".join(names)] if names else []
    return Group(key, tuple(escape(rich.set(name)) for name in names))


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


# --- heights ----------------------------------------------------------------------------------------------------------


def side_height(groups: Sequence[Group]) -> float:
    total = 0.0
    for group in groups:
        total += 7 + SIDE_LINE + 3.5 * (len(group.words) - 1)
        total += SIDE_LINE * sum(lines(words, "sans", 7.6, SIDE * 0.985) for words in group.words)
    return total - 7


def body_lines(person: Person) -> float:
    """Lines of the text at its full measure."""
    total = 0.0
    for at, block in enumerate(person.body.blocks):
        if isinstance(block, Paragraph):
            total += set_lines(plain(block.text), "serif", 9.6, TEXT, 14 if at else 0)
        else:
            total += 12  # anything else makes a life long anyway
    return total


def quotation_height(quotation: Quotation | None) -> float:
    if quotation is None:
        return 0.0
    words = lines(plain(quotation.text), "display", 17, TEXT - 12 * MM) * 21.0
    return 56 + words + (21 if quotation.by else 0)


def notes_height(person: Person) -> float:
    notes = [lines(plain(note.text), "serif", 7.8, TEXT - 12) for note in person.body.footnotes]
    return 14.0 + SIDE_LINE * sum(notes) if notes else 0.0


def sources_height(sources: Sequence[str], run_in: bool) -> float:
    if not sources:
        return 0.0
    if run_in:
        return 14 + SIDE_LINE * lines("          " + " · ".join(sources), "sans", 7.5, TEXT)
    return 28 + 14 + SIDE_LINE * sum(lines(one, "sans", 7.5, TEXT, hang=8) for one in sources)


def name_height(person: Person) -> float:
    """The head of a short life: surname, given name, rule, dates, role."""
    role = lines(plain(person.role), "serif-italic", 9.6, TITLE) if person.role else 0
    given = f"{plain(person.name.given)} {plain(person.name.patronymic)}".strip()
    size = 17 if given_step(given) else 20
    names = 42.0 * (1 if name_step(plain(person.name.surname)) != "s4" else 1.5)
    return names + 28 * lines(given, "display", size, TITLE) + (14 if died(person) else 0) + 14 + 14.0 * role + 14


def form_of(person: Person, sources: Sequence[str], table: float) -> tuple[Form, float]:
    """How a profile is laid out whose table after the text is `table` points high, and what its last page has left."""
    notes = notes_height(person)
    text = body_lines(person) * LINE + quotation_height(person.quotation)
    used = 224 + text + table + notes
    most, least = used + sources_height(sources, False), used + sources_height(sources, True)
    if most <= PAGE:
        return "one", PAGE - most
    head = name_height(person)
    beside = max(0.0, (196 - head) // LINE) * LINE
    narrow = beside * (1 - BESIDE / TEXT)
    if head + narrow + text + table + notes + sources_height(sources, True) <= PAGE - LINE:
        return "short", 0.0
    if least // PAGE < most // PAGE:
        return "tight", PAGE - least % PAGE  # else the sources would stand alone on a last page
    return "long", PAGE - most % PAGE


class Arranged(NamedTuple):
    """Facts beside the first page, facts in the table after the text, the form, and what the last page has left."""

    groups: list[Group]
    years: list[Year]
    more: list[Group]
    form: Form
    rest: float


def arrange(person: Person, sources: Sequence[str], rich: Rich) -> Arranged:
    """Everything beside the text where there is room and the life fits a page; else what has dates stands in a table
    after the text, and of the rest what is longest, until the others have room. A single page is tried first."""
    rows = years(person, rich)
    ways = [(fact_groups(person, rich, dated=True), list[Year]())]
    if len(rows) >= FEW_YEARS:
        ways.append((fact_groups(person, rich, dated=False), rows))
    room = SIDE_ROOM - notes_height(person)  # notes at the foot make the page shorter for what stands beside the text
    for facts, dates in ways:
        groups, more = _fitted(facts, room)
        form, rest = form_of(person, sources, table_height(dates, more))
        if form in ("one", "short"):
            return Arranged(groups, dates, more, form, rest)
    facts, dates = ways[-1]
    groups, more = _fitted(facts, SIDE_ROOM)  # a longer life has its notes after the text
    form, rest = form_of(person, sources, table_height(dates, more))
    return Arranged(groups, dates, more, "tight" if form == "tight" else "long", rest)


def _fitted(groups: list[Group], room: float) -> tuple[list[Group], list[Group]]:
    """What fits beside the text, and what must go: those lists that take the fewest lines of a table and make room
    enough; where all of them are too few, the longest of the rest as well."""
    if side_height(groups) <= room:
        return list(groups), []
    lists = [group for group in groups if group.key in LISTS]
    heights = {group.key: side_height([group]) + 7 for group in groups}
    lines_of = {group.key: table_height([], [group]) for group in lists}
    excess = side_height(groups) - room
    choices = (some for count in range(1, len(lists) + 1) for some in combinations([one.key for one in lists], count))
    fitting = [some for some in choices if sum(heights[key] for key in some) >= excess]
    gone = set(min(fitting, key=lambda some: sum(lines_of[key] for key in some), default=tuple(lines_of)))
    while (kept := [group for group in groups if group.key not in gone]) and side_height(kept) > room:
        gone.add(max(kept, key=lambda group: heights[group.key]).key)
    return kept, [group for group in groups if group.key in gone]


def died(person: Person) -> bool:
    return person.died is not None and bool((person.died.date and person.died.date.year) or person.died.place)


def table_height(rows: Sequence[Year], more: Sequence[Group]) -> float:
    """Of the dated lines with their heading, and of the groups that found no room beside the text."""
    measure = TEXT - 29 * MM
    total = 56.0 if rows else 28.0 if more else 0.0
    total += 14.0 if rows and more else 0.0
    total += LINE * sum(lines(_bare(row.words), "sans", 8.6, measure) for row in rows)
    return total + LINE * sum(lines(words, "sans", 8.6, measure) for group in more for words in group.words)


def name_step(surname: str) -> str:
    """A long surname is set smaller: "", s1 … s4 (person.css)."""
    for step, size in (("", 37.0), ("s1", 33.0), ("s2", 29.0), ("s3", 25.0)):
        if width(surname, "display", size, -0.005) <= TITLE:
            return step
    return "s4"


def given_step(given: str) -> str:
    """A given name and patronymic on one line, a little smaller if need be: "" or g1; else on two lines."""
    if width(given, "display", 20) <= TITLE or width(given, "display", 17) > TITLE:
        return ""
    return "g1"


def monogram(person: Person, shared: Shared) -> str:
    return shared.tongue.initials(plain(person.name.given), plain(person.name.surname))
