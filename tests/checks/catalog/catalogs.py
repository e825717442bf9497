"""One message, or a few, as CatalogFacts."""

from __future__ import annotations

from collections.abc import Iterable

from book.checks import run
from book.checks.catalog.facts import CatalogFacts, Known, Lexicon, Message, Words
from book.findings import Finding

PATH = "chapters/locale/kk/ru/profiles.po"

PEOPLE = Lexicon(
    [
        Known("syzganov", "Сызғанов", ("Сызганов",), ("Сызғанов",)),
        Known("asfendiarov_s", "Асфендияров", ("Асфендиаров",), ("Асфендияров",)),
        Known("asfendiyarova_g", "Асфендиярова", ("Асфендиаров", "Асфендияров"), ("Асфендияров", "Асфендиаров")),
        Known("dosmukhamedov", "Досмұхамедұлы", ("Досмухамед",), ("Досмұхамедұл", "Досмұхамедов")),
    ],
    longest=8,
)
PLACES = Lexicon([Known("karaganda", "Қарағанды", ("Караганд",), ("Қарағанд",))], longest=8)
TERMS = Lexicon(
    [
        Known("who", "ДДСҰ", ("ВОЗ", "Всемирн организаци здравоохранени"), ("ДДСҰ", "Дүниежүзілік денсаулық сақтау")),
        Known("tuberculosis", "туберкулез", ("туберкулёз",), ("туберкулез",)),
    ]
)


def facts(
    *pairs: tuple[str, str],
    source: str = "ru",
    target: str = "kk",
    notes: tuple[str, ...] = (),
    words: Words | None = None,
) -> CatalogFacts:
    """Messages in lines 10, 20, 30 … of a catalog."""
    messages = tuple(
        Message(there, here, "paragraph", 10 * number, notes, "seitov") for number, (there, here) in enumerate(pairs, 1)
    )
    return CatalogFacts(PATH, target, source, messages, PEOPLE, PLACES, TERMS, words or Words())


def found(given: CatalogFacts) -> list[Finding]:
    """What all the checks find."""
    return [*run("catalog", given), *run("catalog", given, "language")]


def codes(source: str, translation: str, languages: str = "ru kk", notes: Iterable[str] = ()) -> list[str]:
    """The codes of everything that is found in one message; `languages`: those of source and translation."""
    there, here = languages.split()
    return [one.code for one in found(facts((source, translation), source=there, target=here, notes=tuple(notes)))]
