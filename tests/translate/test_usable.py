"""What keeps a translation out of the book."""

from __future__ import annotations

import pytest

from book.translate.usable import fault


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("врач", "дәрігер"),
        ("Учился в *Томске*.[^a]", "*Томскіде* оқыды.[^a]"),
        ("См. {see:a} и {name:b}.", "{name:b} — {see:a} қараңыз, {name:b}."),
        ("*Курсив*", "Әдеттегі"),
        ("[сайт](https://a.kz)", "[сайт](https://a.kz/kk)"),
        ("5 < 6", "5 < 6"),
        ("битый {see:}", "битый {see:}"),
    ],
)
def test_usable(source: str, translation: str) -> None:
    assert fault(source, translation) is None


@pytest.mark.parametrize(
    ("source", "translation", "code", "named"),
    [
        ("См. {see:a}", "Қараңыз", "C012", "lost the reference {see:a}"),
        ("Текст", "Мәтін {see:b}", "C012", "not in its source: {see:b}"),
        ("В {place:tomsk}Томске", "Томскіде", "C012", "lost the reference {place:tomsk}"),
        ("[дом](#a)", "[үй](#b)", "C012", "(#a)"),
        ("Да.[^a]", "Иә.", "C012", "lost the footnote [^a]"),
        ("Да.[^a]", "Иә.[^a][^a]", "C012", "footnote"),
        ("Да.[^a]", "Иә.[^b]", "C012", "[^a]"),
        ("Да", "<b>Иә</b>", "C013", "HTML"),
        ("Да", "Иә {foo:bar}", "C013", "{foo:bar}"),
        ("*Да*", "*Иә", "C013", "not closed"),
        ("Да", "[Иә](javascript:x)", "C013", "address"),
    ],
)
def test_unusable(source: str, translation: str, code: str, named: str) -> None:
    found = fault(source, translation)
    assert found is not None and found.code == code
    assert named in found.message and found.hint
