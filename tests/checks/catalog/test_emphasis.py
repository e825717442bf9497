"""C101: emphasis."""

from __future__ import annotations

import pytest

from book.findings import Severity
from tests.checks.catalog.catalogs import codes, facts, found


@pytest.mark.parametrize(
    ("source", "translation", "severity"),
    [
        ("Орнамент *қошқар мүйіз* нарисован.", "Қошқар мүйіз өрнегі салынды.", Severity.ERROR),
        ("**Важно**: воду не пьют.", "*Маңызды*: суды ішпейді.", Severity.ERROR),
        ("Орнамент нарисован.", "*Өрнек* салынды.", Severity.WARNING),
    ],
)
def test_other_emphasis(source: str, translation: str, severity: Severity) -> None:
    findings = found(facts((source, translation)))
    assert {finding.code for finding in findings} == {"C101"}
    assert severity in {finding.severity for finding in findings}


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("*Первая* больница и *вторая*.", "*Бірінші* және *екінші* аурухана."),
        ("Звёздочка \\* здесь простая.", "Мұндағы жұлдызша \\* — жай белгі."),
        ("***Оба*** рода", "***Екеуі*** де"),
        ("2 * 3 = 6", "2 * 3 = 6"),
    ],
)
def test_the_same_emphasis(source: str, translation: str) -> None:
    assert codes(source, translation) == []
