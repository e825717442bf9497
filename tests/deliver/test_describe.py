from __future__ import annotations

import pytest

from book.compose.words import default_words, say
from book.deliver.describe import describe
from book.language import tongue
from tests.deliver.tickets import COVER, INTERIOR, SOFT, ticket


def lines(lang: str, **more: object) -> dict[str, str]:
    words = default_words(lang)
    groups = describe(ticket(**more), lambda message, **values: say(words, message, **values), tongue(lang))  # type: ignore[arg-type]
    return {what: much for _, rows in groups for what, much in rows}


def test_all_that_a_printer_must_know() -> None:
    told = lines("en", blanks=2, copies=3000, publisher="A house", endpapers=INTERIOR)
    assert told["Pages"] == "80, of which 2 blank at the end"
    assert told["Trimmed size"] == "170 × 240 mm" and told["Cover, flat"] == "393.1 × 280 mm"
    assert told["Spine"].replace("\u00a0", " ") == "9.1 mm"
    assert told["Paper"] == "coated matt, 115 g/m²"
    assert told["Colours"] == "cyan, black and Gold"
    assert told["Spot ink Gold"] == "CMYK build 20 / 36 / 76 / 14, for a proof alone"
    assert told["Copies"].replace(",", "") == "3000" and told["interior.pdf"].startswith("1.2 MB · SHA-256 abab")


def test_nothing_unknown_is_said() -> None:
    told = lines("en", condition=SOFT, cover=None, isbn="", spine=0.0, spots={})
    assert not {"Spine", "Cover, flat", "ISBN", "Copies", "Publisher", "Endpapers", "Thickness of a leaf"} & set(told)
    assert told["Paper"] == "offset" and told["Binding"] == "soft cover" and told["Flaps"].endswith("mm")


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_is_in_the_printers_language(lang: str) -> None:
    told = lines(lang, blanks=2, copies=3000, publisher="П", endpapers=COVER)
    english = lines("en", blanks=2, copies=3000, publisher="П", endpapers=COVER)
    same = set(told) & set(english)
    assert same == {"ISBN", "interior.pdf", "cover.pdf"}
    assert told[{"kk": "Кесілген өлшемі", "ru": "Обрезной формат"}[lang]] == "170 × 240 мм"
    assert told[{"kk": "Түбінің ені", "ru": "Ширина корешка"}[lang]].replace("\u00a0", " ") == "9,1 мм"
