"""A header that would mislead translators' programs, and those that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from book.translate.header import plural_rule
from book.translate.pofile import read_catalog
from tests.translate.samples import HEADER, gettext

KK = "chapters/locale/kk/ru/x.po"
RU = "chapters/locale/ru/kk/x.po"
MESSAGE = '\nmsgid "a"\nmsgstr "b"\n'
PLURAL = '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "b"\nmsgstr[1] "c"\n'
CROWDIN = (
    "nplurals=4; plural=((n%10==1 && n%100!=11) ? 0 : ((n%10 >= 2 && n%10 <=4 && (n%100 < 12 || n%100 > 14)) ? 1 : "
    "((n%10 == 0 || (n%10 >= 5 && n%10 <=9)) || (n%100 >= 11 && n%100 <= 14)) ? 2 : 3));"
)


def found(header: str, path: str = KK, body: str = MESSAGE) -> list[tuple[str, int]]:
    data = f'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"{header}\\n"\n{body}'.encode()
    return [(finding.code, finding.span.line) for finding in read_catalog(path, data)[1]]


@pytest.mark.parametrize(
    "header",
    [
        "Plural-Forms: nplurals=2; plural=(n != 1);",
        "Plural-Forms: nplurals=2; plural=n>1",
        "plural-forms: nplurals=2; plural=n != 1;",
        "Plural-Forms: ",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "Language: kk_KZ",
        "Language: kk@Cyrl",
        "Language: Kazakh",
        "Language: ",
        "X-Source-Language: ru",
        "Content-Type: text/plain; charset=utf8",
    ],
)
def test_right_headers(header: str) -> None:
    assert found(header) == []


@pytest.mark.parametrize("rule", [CROWDIN, plural_rule("ru")[1].join(["nplurals=3; plural=", ";"])])
def test_the_plural_forms_of_russian_and_those_of_crowdin(rule: str) -> None:
    assert found(f"Plural-Forms: {rule}", RU) == []


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Plural-Forms: nplurals=1; plural=0;", "C007"),
        ("Plural-Forms: nplurals=3; plural=(n != 1);", "C007"),
        ("Plural-Forms: nplurals=2; plural=n;", "C007"),
        ("Plural-Forms: nplurals=2; plural=(n != 1;", "C007"),
        ("Plural-Forms: nplurals=2; plural=__import__('os');", "C007"),
        ("Plural-Forms: nplurals=2; plural=1/n;", "C007"),
        ("Plural-Forms: nplurals=2; plural=" + "(" * 400 + "n" + ")" * 400 + ";", "C007"),
        ("Plural-Forms: two", "C007"),
        ("Language: ru", "C008"),
        ("Language: en_GB", "C008"),
        ("X-Source-Language: en", "C008"),
        ("Content-Type: text/plain; charset=windows-1251", "C002"),
    ],
)
def test_a_wrong_header_is_told_at_its_line(header: str, code: str) -> None:
    assert found(header) == [(code, 4)]


def test_a_message_has_as_many_forms_as_the_header_says(tmp_path: Path) -> None:
    three = PLURAL + 'msgstr[2] "d"\n'
    assert found("Plural-Forms: nplurals=2; plural=(n != 1);", body=PLURAL) == []
    assert found("Plural-Forms: nplurals=2; plural=(n != 1);", body=three) == [("C007", 6)]
    assert gettext("msgfmt", "-c", "-o", str(tmp_path / "x.mo"), data=(HEADER + three).encode()).returncode


def test_outside_of_the_locale_folder_no_language_is_expected() -> None:
    assert found("Language: ru", "x.po") == found("Plural-Forms: nplurals=1; plural=0;", "x.po") == []
