"""C113: terms of the glossary."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes, facts, found


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("По данным ВОЗ.", "Бір ұйымның дерегі бойынша.", "the term who (ВОЗ in the source)"),
        ("Лечили туберкулёз лёгких.", "Өкпе ауруы емделген.", "the term tuberculosis (туберкулез in the source)"),
        ("Во Всемирной организации здравоохранения", "Бір халықаралық ұйымда еңбек етті", "the term who (Всемирной"),
    ],
)
def test_a_term_that_is_not_there(source: str, translation: str, said: str) -> None:
    (finding,) = found(facts((source, translation)))
    assert finding.code == "C113"
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("По данным ВОЗ.", "ДДСҰ-ның дерегі бойынша."),
        (
            "Критерии ВОЗ приняты и в нашей стране, и у соседей.",
            "Дүниежүзілік денсаулық сақтау ұйымының өлшемшарттары қабылданды.",
        ),
        ("Противотуберкулёзный диспансер", "Өкпе диспансері"),
        ("Туберкулезом болели дети.", "Балалар туберкулезбен ауырды."),
        ("Возраст его неизвестен.", "Жасы белгісіз."),
        ("возможно", "мүмкін"),
    ],
)
def test_terms_in_one_of_their_forms(source: str, translation: str) -> None:
    assert codes(source, translation) == []
