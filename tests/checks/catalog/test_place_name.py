"""C114: names of places."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes, facts, found


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("Он умер в Караганде.", "Ол Карагандада қайтыс болды.", "Қарағанды is spelt Карагандада"),
        ("Карагандинский институт", "Облыстық институт", "Қарағанды (Карагандинский in the source) is not"),
    ],
)
def test_a_place_that_is_lost_or_misspelt(source: str, translation: str, said: str) -> None:
    (finding,) = found(facts((source, translation)))
    assert finding.code == "C114"
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Он умер в Караганде{place:karaganda}.", "Ол Қарағандыда{place:karaganda} қайтыс болды."),
        ("Карагандинский областной отдел", "Қарағанды облыстық бөлімі"),
        ("караганник — это куст", "қараған — бұта"),
    ],
)
def test_places_in_their_own_spelling(source: str, translation: str) -> None:
    assert codes(source, translation) == []
