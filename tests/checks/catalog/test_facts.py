"""CatalogFacts: what a translator accepts, and how forms are found."""

from __future__ import annotations

import pytest

from book.checks.catalog.facts import Stems, words_of
from tests.checks.catalog.catalogs import PATH, codes, facts, found

BAD = ("Врач с 1934 года.", "1943 жылдан дәрігер")  # C103 and C106


def test_where_a_finding_is() -> None:
    findings = found(facts(("а", "а"), BAD))
    assert [(finding.code, finding.span.path, finding.span.line) for finding in findings] == [
        ("C103", PATH, 20),
        ("C106", PATH, 20),
    ]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("ok C103: the source has a misprint", ["C106"]),
        ("OK c103, C106: both are right", []),
        ("see C103: no", ["C103", "C106"]),
        ("ok C103", ["C103", "C106"]),
        ("ok C103:", ["C103", "C106"]),
    ],
)
def test_a_translator_accepts_a_finding(note: str, left: list[str]) -> None:
    assert codes(*BAD, notes=["another note", note]) == left


def test_without_a_reason_it_is_not_accepted() -> None:
    first, second = found(facts(BAD, notes=("ok C103",)))
    assert "reason" in first.hint
    assert "reason" not in second.hint


def test_stems() -> None:
    forms = [("who", "ВОЗ"), ("red", "Красн Крест"), ("name", "Сызганов"), ("goitre", "зоб"), ("tb", "туберкулёз")]
    stems = Stems(forms, longest=6)
    found = stems.find(words_of("Красного Креста, Сызгановыми; Зобный; возраст ВОЗа. Красный крест; туберкулеза"))
    assert found == {
        "red": "Красного Креста",
        "name": "Сызгановыми",
        "goitre": "Зобный",
        "who": "ВОЗа",
        "tb": "туберкулеза",
    }
    assert stems.find(words_of("Сызгановоградский")) == {}
    assert Stems(()).find(("а",)) == {}
