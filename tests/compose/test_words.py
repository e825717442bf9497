from __future__ import annotations

import re

import pytest
import yaml
from jinja2 import Environment

from book.compose.words import default_words, read_words, say
from tests.compose.samples import HOUSE

ROOM = HOUSE / "book/compose"


def used() -> set[str]:
    """Every message id in the templates and in the room's modules."""
    found: set[str] = set()
    for template in (ROOM / "templates").glob("*.html"):
        source = template.read_text(encoding="utf-8")
        Environment(autoescape=True).parse(source)
        found |= set(re.findall(r'\bword\("([^"]+)"', source))
    for module in ROOM.glob("*.py"):
        source = module.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:\bword\(|_say\(|\bsay\([^"()]*, )"([^"]+)"', source))
        if module.name == "directory.py":
            found |= set(re.findall(r'yield "([^"]+)"', source))
        if module.name == "facts.py":
            found |= set(re.findall(r'_\w+\("([A-Z][^"]+)", ', source))
        if module.name == "indexes.py":
            found |= set(re.findall(r'"[a-z]+": "([A-Z][a-z]+)"', source))
    return found | papers()


def papers() -> set[str]:
    """Words of the sheets and papers that other rooms print."""
    found: set[str] = set()
    rooms = [path for room in ("impose", "deliver") for path in sorted((ROOM.parent / room).glob("*.py"))]
    for module in (*rooms, ROOM.parent / "build/waiting.py"):
        source = module.read_text(encoding="utf-8")
        found |= set(re.findall(r'\b(?:say|filled|word)\((?:[\w.]+, )?"([^"]+)"', source))
        if module.name == "flatplan.py":
            found |= set(re.findall(r'"(\w+)"', re.search(r"self.plan.say\(word\) for word in (.*)", source)[1]))  # type: ignore[index]
            found |= set(re.findall(r'"(\w+)"', re.search(r"for side, spots in zip\((.*?\))", source)[1]))  # type: ignore[index]
        if module.name == "describe.py":
            found |= set(re.findall(r'"[A-Z]\w+": "(\w+)"', source))
    conditions = yaml.safe_load((HOUSE / "styles/press.yaml").read_bytes())
    return found | {one["paper"] for one in conditions.values() if "paper" in one}


def test_the_messages_are_found() -> None:
    assert {"Contents", "Specialty", "Treats", "Places", "p. {page}", "see", "Chapter {number}", "Years"} <= used()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_of_the_templates_is_translated(lang: str) -> None:
    catalog = default_words(lang)
    assert used() - set(catalog) == set()
    assert set(catalog) - used() == set()
    for message, words in catalog.items():
        assert sorted(re.findall(r"\{\w+\}", message)) == sorted(re.findall(r"\{\w+\}", words))


def test_no_words_of_a_language_in_templates_or_modules() -> None:
    for path in [*(ROOM / "templates").glob("*.html"), *ROOM.glob("*.py")]:
        source = path.read_text(encoding="utf-8")
        code = re.sub(r'""".*?"""|#[^\n]*', "", source, flags=re.DOTALL)
        assert not re.search(r"[а-яёәғқңөұүһі]{2}", code, re.IGNORECASE), path.name


def test_other_languages_have_the_english_words() -> None:
    assert default_words("en") == {} and default_words("xx") == {} and default_words("../kk") == {}
    assert say({}, "p. {page}", page="5") == "p. 5"


def test_a_translation_reaches_into_nothing() -> None:
    assert say({"x": "{page.__class__} {other} {page}"}, "x", page="{other}") == "{page.__class__} {other} {other}"


def test_fuzzy_and_empty_messages_are_not_used() -> None:
    words = read_words(
        'msgid "a"\nmsgstr "1"\n\n#, fuzzy\nmsgid "b"\nmsgstr "2"\n\nmsgid ""\n"c"\nmsgstr ""\n"3"\n"4"\n'
    )
    assert words == {"a": "1", "c": "34"}
