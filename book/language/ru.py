"""Russian. Sources: the orthography of 1956/2006 for dashes and quotes; CLDR 47 for names of months."""

from __future__ import annotations

from book.language.rules import DateForms, LifeForms, NumberForms, Rules, TypographyForms

_MONTHS = {
    "month": (
        "январь", "февраль", "март", "апрель", "май", "июнь",
        "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    "of": (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
}  # fmt: skip

RULES = Rules(
    lang="ru",
    native_name="Русский",
    quotes=("«", "»", "„", "“"),
    months=_MONTHS,
    long_dates=DateForms(
        single={
            "": ("{year}", "{month} {year} г.", "{day} {of} {year} г."),
            "about": ("около {year}", "около {of} {year} г.", "около {day} {of} {year} г."),
            "before": ("до {year}", "до {of} {year} г.", "до {day} {of} {year} г."),
            "after": ("после {year}", "после {of} {year} г.", "после {day} {of} {year} г."),
            "since": ("с {year} г.", "с {of} {year} г.", "с {day} {of} {year} г."),
            "until": ("до {year} г.", "до {of} {year} г.", "до {day} {of} {year} г."),
            "about-since": ("примерно с {year} г.", "примерно с {of} {year} г.", "примерно с {day} {of} {year} г."),
            "about-until": ("примерно до {year} г.", "примерно до {of} {year} г.", "примерно до {day} {of} {year} г."),
        },
        months="{month}–{month2} {year} г.",
        days="{day}–{day2} {of} {year} г.",
        across="{day} {of} — {day2} {of2} {year} г.",
    ),
    short_dates=DateForms(
        single={
            "": ("{year}", "{mm}.{year}", "{dd}.{mm}.{year}"),
            "about": ("ок. {year}", "ок. {mm}.{year}", "ок. {dd}.{mm}.{year}"),
            "before": ("до {year}", "до {mm}.{year}", "до {dd}.{mm}.{year}"),
            "after": ("после {year}", "после {mm}.{year}", "после {dd}.{mm}.{year}"),
            "since": ("с {year}", "с {mm}.{year}", "с {dd}.{mm}.{year}"),
            "until": ("до {year}", "до {mm}.{year}", "до {dd}.{mm}.{year}"),
            "about-since": ("ок. с {year}", "ок. с {mm}.{year}", "ок. с {dd}.{mm}.{year}"),
            "about-until": ("ок. до {year}", "ок. до {mm}.{year}", "ок. до {dd}.{mm}.{year}"),
        },
        months="{mm}–{mm2}.{year}",
        days="{dd}–{dd2}.{mm}.{year}",
        across="{dd}.{mm} – {dd2}.{mm2}.{year}",
    ),
    life=LifeForms(
        born={
            "": "род. в {year} г.",
            "about": "род. около {year} г.",
            "before": "род. до {year} г.",
            "after": "род. после {year} г.",
        },
        died={
            "": "ум. в {year} г.",
            "about": "ум. около {year} г.",
            "before": "ум. до {year} г.",
            "after": "ум. после {year} г.",
        },
    ),
    lists=("{0} и {1}", "{0}, {1}", "{0} и {1}"),
    numbers=NumberForms(
        decimal=",",
        group="\u00a0",
        group_from=5,
        ordinals=(("", "-й"),),
        century=("{roman}\u00a0век", "{roman}\u00a0в."),
    ),
    typography=TypographyForms(
        before_next="в во без до из к ко на по о об от при с со у за над под для и а но не ни",
        after_previous="же бы ли ж б",
        abbreviations_before_next="г ул пл пр д кв с пос им проф акад доц стр рис табл гл т ок",
        runs=("т е", "т д", "т п", "т к", "н э", "к м н", "д м н", "к б н", "д б н", "и о"),
        after_number="г гг в вв",
        after_year="год",
        units="км м см мм кг г мг л мл га °C °С % ₸ тг тенге руб млн млрд тыс чел коек койки койка",
        months=_MONTHS["of"],
    ),
    alphabet=tuple("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    other_alphabets=("en",),
    name_order="{given} {patronymic} {surname}",
    range_dash=" — ",
)
