"""A book of N invented people, the same for the same N: names, lives and portraits from a counter, no chance.

Every tenth profile is written in Kazakh and translated by a catalog. The words are the trade's filler: nobody is meant.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from PIL import Image, ImageFilter

_SURNAMES = [
    "Абаев",
    "Бекова",
    "Васильев",
    "Галиев",
    "Досов",
    "Ермеков",
    "Жумин",
    "Закирова",
    "Ибраев",
    "Кенжин",
    "Лапин",
    "Мусин",
    "Нурланов",
    "Омаров",
    "Попова",
    "Рахимов",
    "Сапаров",
    "Титова",
    "Уалиев",
    "Фролова",
    "Хасенов",
    "Цой",
    "Шарипов",
    "Юсупова",
    "Яковлев",
]
_GIVEN = [
    "Айгуль",
    "Берик",
    "Вера",
    "Гульнара",
    "Данияр",
    "Елена",
    "Жанна",
    "Зауре",
    "Иван",
    "Карина",
    "Лаура",
    "Марат",
    "Нина",
    "Олжас",
    "Павел",
    "Раушан",
    "Сергей",
    "Тимур",
    "Фатима",
    "Шолпан",
]
_TEXT = [
    "После института вернулась в районную больницу и проработала в ней всю жизнь",
    "Хирургическое отделение тогда занимало один этаж, операции шли по вторникам и пятницам",
    "В первые годы врачу приходилось быть и терапевтом, и акушером, и организатором: зимой дороги закрывались",
    "Позже открылись лаборатория и кабинет функциональной диагностики, приехали молодые специалисты",
    "Коллеги вспоминают спокойный голос, точную руку и привычку записывать всё в толстую тетрадь",
    "Учебное пособие для фельдшеров выдержало несколько изданий и служит до сих пор",
    "Среди учеников есть заведующие отделениями, главные врачи и преподаватели университета",
    "",
]
_KAZAKH = [
    "Институттан кейін аудандық ауруханаға оралып, өмір бойы сонда еңбек етті",
    "Хирургия бөлімшесі ол кезде бір қабатта болатын, ота сейсенбі мен жұма күндері жасалатын",
    "Алғашқы жылдары дәрігер терапевт те, акушер де, ұйымдастырушы да болуға мәжбүр еді",
    "Кейін зертхана мен диагностика кабинеті ашылып, жас мамандар келді",
    "Әріптестері оның сабырлы даусын, дәл қимылын және бәрін қалың дәптерге жазып жүретін әдетін еске алады",
    "Шәкірттерінің арасында бөлімше меңгерушілері, бас дәрігерлер және университет оқытушылары бар",
    "",
]

PORTRAIT = (600, 744)


def write_book(folder: Path, people: int) -> None:
    """The whole book below `folder`."""
    chapters = folder / "chapters"
    for name in ("profiles", "portraits", "vocabulary", "locale/ru/kk"):
        (chapters / name).mkdir(parents=True, exist_ok=True)
    (chapters / "book.yaml").write_text(_BOOK, encoding="utf-8")
    (chapters / "vocabulary" / "specialties.yaml").write_text(_SPECIALTIES, encoding="utf-8")
    (chapters / "vocabulary" / "regions.yaml").write_text(_REGIONS, encoding="utf-8")
    messages: dict[str, str] = {}
    for number in range(people):
        write_person(chapters, number, messages)
    catalog = [_HEAD] + [
        f'msgctxt "paragraph"\nmsgid "{source}"\nmsgstr "{words}"\n' for source, words in messages.items()
    ]
    (chapters / "locale/ru/kk/profiles.po").write_text("\n".join(catalog), encoding="utf-8")


def person_id(number: int) -> str:
    return f"p{number:05}"


def write_person(chapters: Path, number: int, messages: dict[str, str], more: int = 0) -> None:
    """One profile of about 200 words, `more` paragraphs longer, and its portrait."""
    kazakh = number % 10 == 9
    id = person_id(number)
    mark = hashlib.blake2b(id.encode(), digest_size=8).digest()
    surname = f"{_SURNAMES[mark[0] % len(_SURNAMES)]}"
    given = _GIVEN[mark[1] % len(_GIVEN)]
    born = 1900 + mark[2] % 60
    body = _body(_KAZAKH if kazakh else _TEXT, mark, number, 3 + more)
    if kazakh:
        messages.update(zip(body, _body(_TEXT, mark, number, 3 + more), strict=True))
    role = "" if kazakh else "role: Хирург, организатор здравоохранения\n"
    text = (
        f"---\nlang: {'kk' if kazakh else 'ru'}\n"
        f"name:\n  surname: {_map(surname)}\n  given: {_map(f'{given} {_GIVEN[mark[3] % len(_GIVEN)]}')}\n"
        f"{role}born: {{date: {born}-{1 + mark[4] % 12:02}, place: {_map('Алматы')}}}\n"
        f"died: {{date: {born + 50 + mark[5] % 35}}}\n"
        f"specialties: [s{mark[6] % 20}]\nregions: [r{mark[7] % 17}]\n"
        f"awards:\n- {_map(f'Отличник здравоохранения, {born + 30}')}\n- {_map(f'Заслуженный врач, {born + 40}')}\n"
        f"portrait: {{picture: portraits/{id}.jpg, alt: {_map('Портрет')}}}\n"
        f"sources: [архив редакции]\n---\n"
    )
    (chapters / "profiles" / f"{id}.md").write_text(text + "\n\n".join(body) + "\n", encoding="utf-8")
    portrait = chapters / "portraits" / f"{id}.jpg"
    if not portrait.exists():
        portrait.write_bytes(_portrait(mark))


def _map(words: str) -> str:
    """The same words in both languages of the book."""
    return f'{{ru: "{words}", kk: "{words}"}}'


def _body(sentences: list[str], mark: bytes, number: int, paragraphs: int) -> list[str]:
    """Paragraphs of about 65 words; each begins with a sentence of its own, so that no two people share a message."""
    out = []
    for at in range(paragraphs):
        order = [sentences[(mark[(at + i) % 8] + i) % (len(sentences) - 1)].strip(". ") for i in range(6)]
        out.append(f"{number + 1}.{at + 1}. " + ". ".join(order) + ".")
    return out


def _portrait(mark: bytes) -> bytes:
    """A soft picture with grain, as large as a scanned photograph; about 60 KB."""
    seed = int.from_bytes(mark, "big")
    small = bytes((seed >> (i % 56) & 0xFF) ^ (i * 37 & 0xFF) for i in range(12 * 15 * 3))
    soft = Image.frombytes("RGB", (12, 15), small).resize(PORTRAIT, Image.Resampling.BICUBIC)
    grain_bytes = hashlib.shake_256(mark).digest(150 * 186)
    grain = Image.frombytes("L", (150, 186), grain_bytes).resize(PORTRAIT, Image.Resampling.BILINEAR)
    picture = Image.blend(soft, Image.merge("RGB", (grain, grain, grain)), 0.08).filter(ImageFilter.GaussianBlur(1))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


_BOOK = """\
id: bench
title: {ru: Замеры, kk: Өлшем}
languages: [ru, kk]
source_language: ru
date: 2021-12-16
parts:
- {id: people, title: {ru: Врачи, kk: Дәрігерлер}, content: people}
- {id: back, matter: back, title: {ru: Указатели, kk: Көрсеткіштер}, content: indexes,
   indexes: [names, specialties, places]}
editions:
  print: {purpose: print, colour: cmyk, bleed: 3, strict: true, picture_ppi: 350, letters_open: recto}
"""
_SPECIALTIES = "terms:\n" + "".join(
    f"  s{at}: {{ru: Специальность {at + 1}, kk: Мамандық {at + 1}}}\n" for at in range(20)
)
_REGIONS = "terms:\n" + "".join(f"  r{at}: {{ru: Область {at + 1}, kk: Облыс {at + 1}}}\n" for at in range(17))
_HEAD = """msgid ""
msgstr ""
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"X-Source-Language: kk\\n"
"""
