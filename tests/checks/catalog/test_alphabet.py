"""C108: letters of another alphabet."""

from __future__ import annotations

import re

import pytest

from tests.checks.catalog.catalogs import codes, facts, found

LATIN_A, LATIN_C, LATIN_O, LATIN_T = "acoT"  # Latin, to be seen in the tests


@pytest.mark.parametrize(
    ("target", "translation", "said"),
    [
        ("kk", f"Қ{LATIN_A}з{LATIN_A}қ дәрігері", f"the a in Қ{LATIN_A}з{LATIN_A}қ is Latin"),
        ("kk", "Бекiтiлген тәртіп", "the i in Бекiтiлген is Latin"),
        ("kk", "дəрігер", "the ə in дəрігер is Latin"),
        ("ru", f"Он жил {LATIN_C} братом", "the word c is a Latin letter among Cyrillic words"),
        ("ru", f"К{LATIN_O}вид", "the o in Кoвид is Latin"),
        ("ru", "ХIХ век", "the I in ХIХ is Latin"),
        ("en", "a doсtor of Almaty", "the с in doсtor is Cyrillic"),
        ("en", "Аstana", "the А in Аstana is Cyrillic"),
        ("kk", "ҡалалық аурухана", "ҡ (U+04A1) in ҡалалық is no letter of this language"),
    ],
)  # fmt: skip
def test_a_letter_of_another_alphabet(target: str, translation: str, said: str) -> None:
    findings = found(facts(("", translation), source="en", target=target))
    assert [(finding.code, finding.message) for finding in findings] == [("C108", said)]


@pytest.mark.parametrize(
    ("target", "translation"),
    [
        ("kk", "COVID-19-дың салдары, ДДСҰ мен QazVac-тың үлесі"),
        ("ru", f"на К{LATIN_T} и МРТ; ВОЗ; pH-метр; SMSки; витамин C"),
        ("kk", "44 °C-қа дейін, 0,6 г/л, 259 м³, WeasyPrint бағдарламасымен"),
        ("ru", "Орнамент «қошқар мүйіз» и газета «Қазақ»"),
        ("en", "the ram's horn (қошқар мүйіз), Łódź"),
        ("ru", "А и Б, а также с ним"),
        ("kk", "I, II және XVIII ғасырлар"),
    ],
)
def test_letters_that_are_right(target: str, translation: str) -> None:
    figures = " ".join(re.findall(r"[\d,]+", translation))
    assert codes(figures and f"{figures}: twenty letters of all kinds, or so", translation, f"en {target}") == []
