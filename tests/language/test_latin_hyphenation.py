"""Kazakh in Latin letters breaks where it breaks in Cyrillic, but for the words listed here.

The words are those held out for Cyrillic, put into Latin letters with their breaks.
"""

from __future__ import annotations

import io
from itertools import pairwise

import pyphen
import pytest

from book.language import tongue
from book.language.latin_hyphenation import patterns
from book.language.scripts import TABLES, table
from tests.language.test_kazakh_hyphenation import WORDS

ELSEWHERE = {
    "obekt", "su-bekt", "po-dezd", "adiunkt",  # ъ is not written
    "ty-iu", "ide-ia",  # ю and я are two letters
    "bru-sel-li-oz", "uli-a-nov", "ili-as", "as-fen-di-a-rov", "al-di-a-rov",  # ё and я after a consonant
}  # fmt: skip
"""Words of which Latin letters tell less."""


class _Made:
    """A dictionary that was never a file, as Pyphen reads one."""

    def __init__(self, name: str) -> None:
        self.text = "\n".join(("UTF-8", *patterns(table(name)), ""))

    def open(self, mode: str) -> io.BytesIO:
        return io.BytesIO(b"UTF-8")

    def read_text(self, encoding: str) -> str:
        return self.text


def inserted(made: pyphen.HyphDict, word: str) -> str:
    at = [0, *(int(p) for p in made.positions(word) if 2 <= p <= len(word) - 2), len(word)]
    return "-".join(word[a:b] for a, b in pairwise(at))


@pytest.mark.parametrize("name", TABLES["kk-Latn"])
def test_latin_words_break_as_cyrillic_ones(name: str) -> None:
    made = pyphen.HyphDict(_Made(name))
    letters = table(name)
    others = set()
    count = 0
    for word in " ".join(WORDS.values()).lower().split():
        count += 1
        expected = "-".join(map(letters.word, word.split("-")))
        found = inserted(made, letters.word(word.replace("-", "")))
        if found != expected:
            others.add(found)
    if name == "kk-2021":
        assert others == ELSEWHERE
    assert len(others) / count < (0.05 if name == "kk-2021" else 0.12), "y and a of я are two letters: ar-mï-ya"


def test_digraphs_are_one_letter() -> None:
    made = pyphen.HyphDict(_Made("kk-2021"))
    assert [inserted(made, word) for word in ("machina", "pochta", "chehov")] == ["ma-chi-na", "poch-ta", "che-hov"]


def test_the_patterns_and_the_book_s_exceptions_come_together() -> None:
    found = tongue("kk-Latn").hyphenation_patterns(["İns-ti-tut*", "Ob-ekt"])
    assert found[-2:] == (".i8n8s9t8i9t8u8t", ".o8b9e8k8t.")
    assert tongue("kk").hyphenation_patterns() == ()
    assert tongue("ru").hyphenation_patterns(["про-верка"]) == (".п8р8о9в8е8р8к8а.",)
