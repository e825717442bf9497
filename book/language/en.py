"""English, British style: day before month, no serial comma, a spaced en dash."""

from __future__ import annotations

from book.language.rules import DateForms, LifeForms, NumberForms, Rules, TypographyForms

_MONTHS = {
    "month": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "abbr": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}  # fmt: skip


def _with(prefix: str, month: str) -> tuple[str, str, str]:
    return (f"{prefix}{{year}}", f"{prefix}{month} {{year}}", f"{prefix}{{day}}\u00a0{month} {{year}}")


def _single(month: str, about: str) -> dict[str, tuple[str, str, str]]:
    prefixes = {
        "": "",
        "about": about,
        "before": "before ",
        "after": "after ",
        "since": "since ",
        "until": "until ",
        "about-since": f"from {about}",
        "about-until": f"until {about}",
    }
    return {modifier: _with(prefix, month) for modifier, prefix in prefixes.items()}


RULES = Rules(
    lang="en",
    native_name="English",
    quotes=("“", "”", "‘", "’"),
    months=_MONTHS,
    long_dates=DateForms(
        single=_single("{month}", "about "),
        months="{month}–{month2} {year}",
        days="{day}–{day2} {month} {year}",
        across="{day} {month} – {day2} {month2} {year}",
    ),
    short_dates=DateForms(
        single=_single("{abbr}", "c. "),
        months="{abbr}–{abbr2} {year}",
        days="{day}–{day2}\u00a0{abbr} {year}",
        across="{day}\u00a0{abbr} – {day2}\u00a0{abbr2} {year}",
    ),
    life=LifeForms(
        born={
            "": "born {year}",
            "about": "born about {year}",
            "before": "born before {year}",
            "after": "born after {year}",
        },
        died={
            "": "died {year}",
            "about": "died about {year}",
            "before": "died before {year}",
            "after": "died after {year}",
        },
    ),
    lists=("{0} and {1}", "{0}, {1}", "{0} and {1}"),
    numbers=NumberForms(
        decimal=".",
        group=",",
        group_from=4,
        ordinals=(("1[123]", "th"), ("1", "st"), ("2", "nd"), ("3", "rd"), ("", "th")),
        century=("{ordinal} century", "{ordinal} c."),
    ),
    typography=TypographyForms(
        dash="–",
        tight_dash=True,
        glue_initials=False,
        single_quotes=True,
        group_digits=False,
        abbreviations_before_next="No Nos Vol p pp Fig Dr Prof Mr Mrs Ms St c",
        units="km m cm mm kg g mg l ml ha °C % beds",
        months=_MONTHS["month"],
        month_first=True,
    ),
    alphabet=tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    other_alphabets=("kk",),
    name_order="{given} {surname}",
    range_dash=" – ",
)
