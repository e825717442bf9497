"""What is proposed for a new text, and what never is."""

from __future__ import annotations

import pytest

from book.translate.catalog import Entry, Previous
from book.translate.proposals import facts, lower_words, propose
from tests.translate.samples import message

COMMON = lower_words(["после учёбы он и она в городе был"])


def proposed(new: str, old: str, context: str = "paragraph") -> bool:
    entry = Entry(old, ("аударма",), context)
    return bool(propose([message(new)], [entry], COMMON))


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("После учёбы он был врачом в городе", "После учёбы она была врачом в городе"),
        ("Учился в Томске.", "Учился в Томске"),
        ("главный врач больницы", "главный врач клиники"),
        ("хирурк", "хирург"),
        ("Он был в городе Томске с 1920 года и лечил людей", "Был он в городе Томске с 1920 года и лечил людей"),
    ],
)
def test_nearly_the_same_text_is_proposed(new: str, old: str) -> None:
    assert proposed(new, old)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Родился в 1961 году в Алматы.", "Родился в 1951 году в Алматы."),
        ("Родился в 1951 году в Астане.", "Родился в 1951 году в Алматы."),
        ("Выжило 20,5 % больных", "Выжило 20,6 % больных"),
        ("Родился 5 мая", "Родился"),
        ("Доссаева лечила детей в городе", "Доскеева лечила детей в городе"),
        ("После Жанны и Анны был он", "После Анны и Розы был он"),
        ("Вместе с {name:seitov} он лечил", "Вместе с {name:dossaeva} он лечил"),
        ("ҚазҰМУ ректоры", "ҚазҰУ ректоры"),
        ("совсем другие слова о погоде", "главный врач больницы"),
    ],
)
def test_other_facts_or_other_words_are_not(new: str, old: str) -> None:
    assert not proposed(new, old)


def test_a_name_at_the_head_of_a_sentence_is_a_name_even_if_it_is_a_word_too() -> None:
    common = lower_words(["вера и надежда"])
    entry = Entry("Вера Ивановна лечила детей", ("а",), "paragraph")
    assert not propose([message("Надежда Ивановна лечила детей")], [entry], common)


def test_a_key_in_braces_is_no_word() -> None:
    """{place:torgai} must not make "Torgai" an ordinary word."""
    common = lower_words(["he went to Torgai{place:torgai}", "to [Omsk](#omsk)", "and back"])
    assert common == {"he", "went", "to", "and", "back"}
    assert facts("Torgai{place:torgai} is a town[^1918]", common) == ((), ("Torgai",))


def test_never_across_contexts() -> None:
    assert proposed("главный врач", "главный врач,")
    assert not proposed("главный врач", "главный врач,", context="role")


def test_each_vanished_text_once_and_the_nearest_first() -> None:
    old = [Entry("он был врачом в городе", ("а",), "paragraph"), Entry("он был врачом в селе", ("б",), "paragraph")]
    new = [message("он был врачом и в городе"), message("он был врачом в городе."), message("он был врачом в селе!")]
    found = propose(new, old, COMMON)
    assert {index: entry.strings[0] for index, entry in found.items()} == {1: "а", 2: "б"}


def test_the_text_that_a_fuzzy_translation_was_made_for_counts_too() -> None:
    before = Previous("Родился в 1951 году в городе")
    entry = Entry("Родился в 1961 году в городе", ("а",), "paragraph", flags=("fuzzy",), previous=before)
    assert not propose([message("Родился в 1961 году в городе.")], [entry], COMMON)


def test_facts() -> None:
    common = lower_words(["родился он"])
    text = "Родился 5.05.1951 в Алма-Ате. Он — врач. Сеитов учил: «Родился»"
    assert facts(text, common) == (("5.05.1951",), ("Алма-Ате", "Сеитов"))
