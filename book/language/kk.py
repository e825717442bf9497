"""Kazakh in Cyrillic. No Kazakh editor has read this yet: every line is meant to be corrected.

CLDR 47 gives the months; its order of words ("1991 ж. 16 желтоқсан") and its lists (without «және») are not used.
The endings of the dative (дейін "until") and the ablative (кейін "after", бастап "since") follow the last syllable of
the month, so they are listed with the months.
"""

from __future__ import annotations

from book.language.rules import DateForms, LifeForms, NumberForms, Rules, TypographyForms

_MONTHS = {
    "month": (
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
    "to": (
        "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға",
        "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға",
    ),
    "from": (
        "қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан",
        "шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан",
    ),
}  # fmt: skip

_UNTIL = ("{year} жылға дейін", "{year} жылғы {to} дейін", "{year} жылғы {day} {to} дейін")
_AFTER = ("{year} жылдан кейін", "{year} жылғы {from} кейін", "{year} жылғы {day} {from} кейін")
_SINCE = ("{year} жылдан бастап", "{year} жылғы {from} бастап", "{year} жылғы {day} {from} бастап")
_ABOUT_SINCE = (
    "шамамен {year} жылдан бастап",
    "шамамен {year} жылғы {from} бастап",
    "шамамен {year} жылғы {day} {from} бастап",
)
_ABOUT_UNTIL = (
    "шамамен {year} жылға дейін",
    "шамамен {year} жылғы {to} дейін",
    "шамамен {year} жылғы {day} {to} дейін",
)

RULES = Rules(
    lang="kk",
    native_name="Қазақша",
    quotes=("«", "»", "“", "”"),
    months=_MONTHS,
    long_dates=DateForms(
        single={
            "": ("{year}", "{year} жылғы {month}", "{year} жылғы {day} {month}"),
            "about": ("шамамен {year}", "шамамен {year} жылғы {month}", "шамамен {year} жылғы {day} {month}"),
            "before": _UNTIL,
            "after": _AFTER,
            "since": _SINCE,
            "until": _UNTIL,
            "about-since": _ABOUT_SINCE,
            "about-until": _ABOUT_UNTIL,
        },
        months="{year} жылғы {month}–{month2}",
        days="{year} жылғы {day}–{day2} {month}",
        across="{year} жылғы {day} {month} — {day2} {month2}",
    ),
    short_dates=DateForms(
        single={
            "": ("{year}", "{mm}.{year}", "{dd}.{mm}.{year}"),
            "about": ("шам. {year}", "шам. {mm}.{year}", "шам. {dd}.{mm}.{year}"),
            "before": _UNTIL,
            "after": _AFTER,
            "since": _SINCE,
            "until": _UNTIL,
            "about-since": _ABOUT_SINCE,
            "about-until": _ABOUT_UNTIL,
        },
        months="{mm}–{mm2}.{year}",
        days="{dd}–{dd2}.{mm}.{year}",
        across="{dd}.{mm} – {dd2}.{mm2}.{year}",
    ),
    life=LifeForms(
        born={
            "": "{year} жылы туған",
            "about": "шамамен {year} жылы туған",
            "before": "{year} жылға дейін туған",
            "after": "{year} жылдан кейін туған",
        },
        died={
            "": "{year} жылы қайтыс болған",
            "about": "шамамен {year} жылы қайтыс болған",
            "before": "{year} жылға дейін қайтыс болған",
            "after": "{year} жылдан кейін қайтыс болған",
        },
    ),
    lists=("{0} және {1}", "{0}, {1}", "{0} және {1}"),
    numbers=NumberForms(
        decimal=",",
        group="\u00a0",
        group_from=5,
        # -шы after a back vowel: алты, тоғыз, он, жиырма, отыз, қырық, алпыс, тоқсан, мың, миллион; else -ші
        ordinals=(("000", "-шы"), ("00", "-ші"), ("[123469]0", "-шы"), ("[69]", "-шы"), ("", "-ші")),
        century=("{roman}\u00a0ғасыр", "{roman}\u00a0ғ."),
    ),
    typography=TypographyForms(
        after_previous="да де та те ма ме ба бе па пе ғой қой",
        abbreviations_before_next="проф акад доц сур кест бет т шам",
        abbreviations_after_previous="қ обл ауд көш",
        runs=("т б", "т с с", "т т", "т і", "м ғ д", "м ғ к", "б ғ д", "б ғ к", "б з б", "б з д"),
        after_number="ж жж ғ ғғ",
        after_year="жыл",
        units="км м см мм кг г мг л мл га °C °С % ₸ тг теңге млн млрд мың адам орын төсек бет",
        months=_MONTHS["month"],
    ),
    alphabet=tuple("АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"),
    other_alphabets=("en",),
    name_order="{given} {patronymic} {surname}",
    range_dash=" — ",
)
