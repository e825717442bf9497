"""C109: words that differ by a Kazakh letter from a more frequent one."""

from __future__ import annotations

import pytest

from book.checks.catalog.facts import Words
from tests.checks.catalog.catalogs import facts, found

FREQUENT = """және қаржы дәрігер дәрігерлік қазақ әскери үшін емханаларында қосылған көлдері кітабын болатын таңдаңыз
    буманы оның халқының клиника"""
OFTEN = {word: 40 for word in FREQUENT.split()}


def told(word: str, right: frozenset[str] = frozenset(), right_stems: tuple[str, ...] = ()) -> list[str]:
    words = Words({**OFTEN, word.lower(): OFTEN.get(word.lower(), 0) + 1}, right, right_stems)
    findings = found(facts(("", f"Бұл — {word} сөзі"), words=words))
    assert all(finding.code == "C109" for finding in findings)
    return [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("жане", "және"),
        ("каржы", "қаржы"),
        ("дарігер", "дәрігер"),
        ("Дәрігерлик", "Дәрігерлік"),
        ("ушін", "үшін"),
        ("тандаңыз", "таңдаңыз"),
        ("халқынын", "халқының"),
        ("дарігерлердің", "дәріг…"),
        ("қлиника", "клиника"),
    ],
)
def test_a_slip(word: str, other: str) -> None:
    assert told(word) == [f"{word} stands once in the book, {other} much more often"]


@pytest.mark.parametrize(
    "word",
    [
        "дәрігер",  # right
        "әскері",  # "his army"
        "кітабың",  # "your book"
        "қол",  # too short to say
        "көлде",  # seldom, but like nothing else
        "бумаңызды",  # "your folder"
        "каркас",
    ],
)
def test_other_words(word: str) -> None:
    assert told(word) == []


def test_names_vocabularies_and_the_glossary_are_right() -> None:
    assert told("казак") == ["казак stands once in the book, қазақ much more often"]
    assert told("казак", right=frozenset(["казак"])) == []
    assert told("казактар", right_stems=("казак",)) == []


def test_only_kazakh_is_asked() -> None:
    words = Words({"қаржы": 40, "каржы": 1})
    assert found(facts(("", "каржы"), target="ru", words=words)) == []
