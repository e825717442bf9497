"""What a profile shows and where: facts beside the first page or in a table after the text, one page or more.

Judged by measures before anything is set (metrics.py); heights are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from book.compose.facts import Group, Year, bare, fact_groups, years
from book.compose.metrics import MM, lines, set_lines, width
from book.compose.rich import Rich, full, plain
from book.compose.shared import Shared
from book.model import Paragraph, Person, Quotation

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
            total += set_lines(full(block.text), "serif", 9.6, TEXT, 14 if at else 0)
        else:
            total += 12  # anything else makes a life long anyway
    return total


def ends_briefly(person: Person) -> bool:
    """Has the last paragraph so few lines that it must not stand alone on a page?"""
    last = person.body.blocks[-1] if person.body.blocks else None
    return isinstance(last, Paragraph) and set_lines(full(last.text), "serif", 9.6, TEXT, 14) < 3


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
    total += LINE * sum(lines(bare(row.words), "sans", 8.6, measure) for row in rows)
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
