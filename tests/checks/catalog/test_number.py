"""C103: numbers and years."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes, facts, found


@pytest.mark.parametrize(
    ("languages", "source", "translation", "said"),
    [
        ("ru kk", "Он родился в 1896 году.", "Ол 1869 жылы туған.", "the source has 1896, the translation 1869"),
        ("ru kk", "Он окончил школу в 1922 году.", "Ол мектепті бітірген соң кетті.", "the translation lacks 1922"),
        ("ru en", "Он работал там всю жизнь.", "He worked there for 42 years.", "the translation has 42, the source"),
        ("ru en", "На 5,6 миллиона жителей.", "For 5.8 million people.", "the source has 5,6, the translation 5.8"),
        ("ru en", "1800 коек в области", "1,600 beds in a region", "the source has 1800, the translation 1,600"),
        ("en kk", "1,800 beds", "1,800 төсек", "the source has 1,800, the translation 1,800"),
        ("ru kk", "январь −14 °C", "қаңтарда 14 °C", "the source has −14, the translation 14"),
        ("ru kk", "с XVIII века", "XIX ғасырдан бері", "the source has XVIII, the translation XIX"),
        ("ru en", "с XVIII века", "since the 19th century", "the source has XVIII, the translation 19"),
        ("ru kk", "в 1919–1920 годах", "1919–1921 жылдары", "the source has 1920, the translation 1921"),
        ("ru en", "в 5 больницах", "in 6 hospitals here", "the source has 5, the translation 6"),
        ("ru kk", "Ему было 82 года тогда.", "Ол сонда егде тартқан еді.", "the translation lacks 82"),
        ("ru en", "21.01.1932", "22 January 1932", "the source has 21, the translation 22"),
    ],
)  # fmt: skip
def test_other_numbers(languages: str, source: str, translation: str, said: str) -> None:
    there, here = languages.split()
    (finding,) = found(facts((source, translation), source=there, target=here))
    assert finding.code == "C103"
    assert finding.message.startswith(said)
    assert (finding.span.line, finding.span.column, finding.subject) == (10, 1, "seitov")


@pytest.mark.parametrize(
    ("languages", "source", "translation"),
    [
        ("ru en", "На 10 000 жителей: 37,3 врача.", "Per 10,000 inhabitants: 37.3 doctors."),
        ("ru en", "379\u202f555 человек, 25,0 на 1000", "379,555 people, 25 per 1,000"),
        ("en kk", "It fell to 25.0 per 1,000.", "1000 балаға шаққанда 25,0-ге дейін төмендеді."),
        ("ru kk", "В 2010-м — 2000, в 2000 году — 4200.", "2000 жылы 4200, 2010 жылы 2000 болды."),
        ("ru en", "1990-е годы", "1990s"),
        ("ru kk", "до начала 2000-х годов", "2000-жылдардың басына дейін"),
        ("ru en", "в 90-е годы", "in the 1990s"),
        ("ru en", "в 1919–20 годах", "in 1919–1920"),
        ("en kk", "from 1891 to 1899", "1891–1899 жылдары"),
        ("ru en", "с конца XVIII века", "since the end of the 18th century"),
        ("ru kk", "в ХХ веке", "XX ғасырда"),
        ("ru kk", "орден II степени", "II дәрежелі орден"),
        ("ru en", "орден II степени", "order, 2nd class"),
        ("en ru", "K. I. Satpayev Prize (1999)", "премия имени К. И. Сатпаева (1999)"),
        ("ru en", "5-го Туркестанского полка", "of the 5th Turkestan Regiment"),
        ("ru kk", "аул № 5 и аул № 3", "5-ауыл және 3-ауыл"),
        ("en kk", "under five", "5 жасқа дейін"),
        ("ru en", "32 года он руководил институтом", "for thirty-two years he headed the institute"),
        ("ru kk", "к 70-летию хирурга", "хирургтің жетпіс жасқа толуына орай"),
        ("ru kk", "Два брата и 2 сестры", "Екі аға мен екі әпке"),
        ("ru en", "оба: 2 человека", "both men"),
        ("ru en", "около 16 тысяч операций", "about 16,000 operations"),
        ("ru en", "5,6 миллиона жителей", "5,600,000 inhabitants"),
        ("ru en", "21.01.1932", "21 January 1932"),
        ("ru kk", "06.2016", "2016 жылғы маусым"),
        ("ru kk", "Указ № 193-IV и CC BY 4.0", "№ 193-IV Жарлық және CC BY 4.0"),
        ("ru en", "1800–1850 м; январь −4 °C", "1800–1850 m; January −4 °C"),
        ("ru kk", "январь −4 °C", "қаңтарда -4 °C"),
        ("ru kk", "259 м³ в сутки, ISBN 978-3-16-148410-0", "тәулігіне 259 м³, ISBN 978-3-16-148410-0"),
        ("ru kk", "Санаторий{place:p9}, см. [сайт](https://example.org/2020).", "Шипажай, [сайт](https://example.org/2020)."),
    ],
)  # fmt: skip
def test_the_same_numbers(languages: str, source: str, translation: str) -> None:
    assert codes(source, translation, languages) == []
