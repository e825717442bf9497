"""C102: addresses on the web."""

from __future__ import annotations

import pytest

from book.findings import Severity
from tests.checks.catalog.catalogs import codes, facts, found

SOURCE = "Подробнее на [странице музея](https://example.org/museum)."


@pytest.mark.parametrize(
    ("source", "translation", "severity"),
    [
        (SOURCE, "Толығырақ мұражай бетінде.", Severity.ERROR),
        (SOURCE, "Толығырақ [мұражай бетінде](https://example.org/muzeum).", Severity.ERROR),
        ("Подробнее в музее.", "Толығырақ [мұражайда](https://example.org).", Severity.WARNING),
    ],
)
def test_other_addresses(source: str, translation: str, severity: Severity) -> None:
    (finding,) = found(facts((source, translation)))
    assert (finding.code, finding.severity) == ("C102", severity)


@pytest.mark.parametrize(
    "translation",
    [
        "Толығырақ [мұражай бетінде](https://example.org/museum).",
        "[Мұражай беті](https://example.org/museum) толық айтады.",
    ],
)
def test_the_same_address(translation: str) -> None:
    assert codes(SOURCE, translation) == []


def test_a_link_into_the_book_is_a_reference() -> None:
    """Lost, it is C012 already: a translation without it is never printed."""
    assert codes("О нём рассказала [Досжанова](#doszhanova).", "Ол туралы Досжанова айтты.") == []
