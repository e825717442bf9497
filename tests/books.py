"""Small whole books for tests: sources, pictures and catalogs written to a folder, and builds of them.

A book has Russian and Kazakh, three editions, two chapters, four people, a resort and the indexes: about 25 pages,
set in a second or two.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from book.build import Order, Outcome, build
from book.world import World

ROOT = Path(__file__).parent.parent

BOOK = """\
id: small
title: {ru: Малая книга, kk: Кіші кітап}
languages: [ru, kk]
source_language: ru
date: 2021-12-16
parts:
- {id: front, matter: front, content: chapters, chapters: [foreword]}
- id: years
  title: {ru: Годы, kk: Жылдар}
  lead: {ru: О больницах долины, kk: Алқап ауруханалары туралы}
  content: chapters
  chapters: [beginning]
- id: doctors
  title: {ru: Врачи, kk: Дәрігерлер}
  content: people
- id: resorts
  title: {ru: Курорты, kk: Шипажайлар}
  content: resorts
- {id: back, matter: back, title: {ru: Указатели, kk: Көрсеткіштер}, content: indexes, indexes: [names, places]}
editions:
  proof: {purpose: proof}
  print: {purpose: print, colour: cmyk, bleed: 3, strict: true, picture_ppi: 350, letters_open: recto}
  screen: {purpose: screen, links: true, outline: true, tags: true, picture_ppi: 200}
"""

FOREWORD = """\
---
title: {ru: Предисловие, kk: Алғы сөз}
kind: plain
---
Об Айгуль Бековой {see:bekova} рассказано подробно. О начале {see:beginning}, о таблице: с. {page:numbers}.
"""

BEGINNING = """\
---
title: {ru: Начало, kk: Бастауы}
---
Первая больница{place:almaty} открылась весной[^hospital]. Врач {name:bekova} пришла в неё в 1931 году, {see:bekova}.
Слово "больница" стоит в кавычках.

[^hospital]: Сначала в ней было двадцать коек.

## Числа {#numbers}

| Год  | Врачей |
|------|-------:|
| 1931 | 4      |
| 1940 | 27     |

Table: Врачи больницы

- операционная
- лаборатория

> Лечить надо не болезнь, а больного.
> — Из записей

```figure
picture: pictures/valley.png
caption: Долина весной
credit: Рисунок редакции
alt: Зелёная долина под небом
```

```timeline
- date: 1931
  text: Открыта больница
- date: 1940-05
  text: Построена лаборатория
```

Подробнее на [странице музея](https://example.org/museum).
"""

PERSON = """\
---
lang: {lang}
name:
  surname: {surname}
  given: {given}
{more}---
{body}
"""

SENTENCE = {
    "ru": "Зимой дороги закрывались, и врач оставалась одна со всеми болезнями долины",
    "kk": "Қыста жолдар жабылып, дәрігер алқаптың барлық ауруымен жалғыз қалатын еді",
}


def pair(ru: str, kk: str = "") -> str:
    """A map of both languages as YAML."""
    return json.dumps({"ru": ru, "kk": kk or ru}, ensure_ascii=False)


def person(surname: str, given: str, body: str = "", more: str = "", lang: str = "ru") -> str:
    return PERSON.format(surname=pair(surname), given=pair(given), body=body, more=more, lang=lang)


def paragraphs(lang: str, mark: str, count: int) -> str:
    """Paragraphs of about 55 words that nobody else has."""
    return "\n\n".join(". ".join([f"{mark} {at + 1}", *[SENTENCE[lang]] * 5]) + "." for at in range(count))


RESORT = """\
---
name: {ru: Родник, kk: Бұлақ}
region: almaty_region
at: almaty
types: [climatic]
treats: [asthma]
beds: 120
---
Санаторий стоит у подножия гор.
"""

VOCABULARY = {
    "regions": "terms:\n  almaty_region: {ru: Алматинская область, kk: Алматы облысы}\n",
    "places": "terms:\n  almaty: {ru: Алматы, kk: Алматы}\n",
    "specialties": "terms:\n  surgery: {ru: хирургия, kk: хирургия}\n",
    "resort_types": "terms:\n  climatic: {name: {ru: климатический, kk: климаттық}, symbol: climatic}\n",
    "treatments": "terms:\n  asthma: {ru: астма, kk: демікпе}\n",
}

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@cache
def portrait(size: tuple[int, int] = (480, 600)) -> bytes:
    """A soft picture in colour, the same every time."""
    image = Image.radial_gradient("L").resize(size)
    out = BytesIO()
    Image.merge("RGB", (image, image.rotate(90, expand=False), image.point(lambda value: 255 - value))).save(
        out, "JPEG", quality=85
    )
    return out.getvalue()


@cache
def drawing() -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((1020, 680)).convert("RGB").save(out, "PNG")
    return out.getvalue()


def files() -> dict[str, bytes | str]:
    """The book's files by their paths below chapters/."""
    looks = "portrait: {picture: portraits/bekova.jpg, alt: " + pair("Портрет врача", "Дәрігердің портреті") + "}\n"
    return {
        "book.yaml": BOOK,
        "foreword.md": FOREWORD,
        "beginning.md": BEGINNING,
        "profiles/bekova.md": person(
            "Бекова",
            "Айгуль",
            "Родилась в горах. О начале {see:beginning}.\n\n" + paragraphs("ru", "Год", 7),
            "born: {date: 1900-02-03}\nspecialties: [surgery]\nregions: [almaty_region]\n" + looks,
        ),
        "profiles/abishev.md": person(
            "Әбішев",
            "Ғани",
            "Әліпби: әғқңөұүһі ӘҒҚҢӨҰҮҺІ.\n\n" + paragraphs("kk", "Жыл", 2),
            "born: {date: about 1890}\nsee: [bekova]\n",
            lang="kk",
        ),
        "profiles/petrov.md": person("Петров", "Иван", paragraphs("ru", "Пётр", 1), looks),
        "profiles/pushkov.md": person("Пушков", "Олег", "Учился у {name:petrov}{place:almaty}."),
        "resorts/rodnik.md": RESORT,
        "portraits/bekova.jpg": portrait(),
        "pictures/valley.png": drawing(),
        **{f"vocabulary/{name}.yaml": text for name, text in VOCABULARY.items()},
    }


TINY = """\
id: tiny
title: {ru: Книжка, kk: Кітапша}
languages: [ru, kk]
source_language: ru
date: 2021
parts:
- {id: front, matter: front, content: chapters, chapters: [foreword]}
- {id: doctors, title: {ru: Врачи, kk: Дәрігерлер}, content: people}
- {id: back, matter: back, title: {ru: Указатели, kk: Көрсеткіштер}, content: indexes, indexes: [names]}
editions:
  proof: {purpose: proof}
  print: {purpose: print, colour: cmyk, bleed: 3, strict: true, letters_open: recto}
"""


def tiny_files() -> dict[str, bytes | str]:
    """A book of seven units, for tests that build it again and again."""
    return {
        "book.yaml": TINY,
        "foreword.md": "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\n---\nО Бековой {see:bekova}.\n",
        "profiles/bekova.md": person(
            "Бекова", "Айгуль", "Врач. Училась у {name:petrov}, {see:petrov}.",
            "specialties: [surgery]\nportrait: {picture: portraits/bekova.jpg}\n",
        ),
        "profiles/petrov.md": person("Петров", "Иван", paragraphs("ru", "Год", 1)),
        "vocabulary/specialties.yaml": VOCABULARY["specialties"],
        "portraits/bekova.jpg": portrait(),
    }  # fmt: skip


def write_tiny(folder: Path, changed: Mapping[str, bytes | str | None] | None = None) -> Path:
    """The tiny book in `folder`, with files added, replaced or (None) left out; nothing translated."""
    for name, data in {**tiny_files(), **(changed or {})}.items():
        if data is not None:
            put(folder, name, data)
    return folder


def write_book(folder: Path, changed: Mapping[str, bytes | str | None] | None = None, translated: bool = True) -> Path:
    """The small book in `folder`, with files added, replaced or (None) left out; its catalogs filled."""
    for name, data in {**files(), **(changed or {})}.items():
        if data is not None:
            put(folder, name, data)
    if translated:
        translate(folder)
    return folder


def put(folder: Path, name: str, data: bytes | str) -> None:
    path = folder / "chapters" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Edits a source."""
    path = folder / "chapters" / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def translate(folder: Path) -> None:
    """Fills every catalog: each text "translated" into words of the other language, with its markup kept."""
    from book.build.catalogs import update_catalogs

    update_catalogs(World(folder), (), 1, quiet)
    for path in sorted((folder / "chapters" / "locale").rglob("*.po")):
        text = path.read_text(encoding="utf-8")
        words = "Қазақша" if "/kk/ru/" in path.as_posix() else "По-русски"
        filled = re.sub(
            r'^(msgid ("[^"].*"\n))msgstr ""\n', rf'\1msgstr "{words} "\n\2', text, flags=re.MULTILINE
        )
        path.write_text(filled, encoding="utf-8")


def quiet(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


def make(
    folder: Path, *editions: str, languages: tuple[str, ...] = ("ru",), out: Path | None = None, jobs: int = 1
) -> Outcome:
    """Builds in this process."""
    return build(World(folder), Order(languages, editions, out or folder / "out", jobs), quiet)


def codes(outcome: Outcome) -> list[str]:
    return [str(finding["code"]) for finding in outcome.findings]


def pdf(folder: Path, edition: str, language: str = "ru") -> Path:
    return folder / "out" / language / edition / "interior.pdf"


# --- other programs --------------------------------------------------------------------------------------------------


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
    """`make-book` as a process of its own, at the head of its own process group."""
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "book", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
        preexec_fn=hears_interrupts,
    )  # fmt: skip


def hears_interrupts() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, tests and all."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*arguments: str | Path, **environment: str) -> tuple[int, str, str]:
    """`make-book` to its end: exit code, standard output, standard error."""
    process = start(*arguments, **environment)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@contextlib.contextmanager
def killed_at_the_end(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    """Ends the process's whole group, however the test ends."""
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def page_texts(file: Path, *options: str) -> list[str]:
    """What a reader copies from each page, by Poppler; with "-layout", what stands on a line is on a line."""
    out = subprocess.run(["pdftotext", "-enc", "UTF-8", *options, file, "-"], capture_output=True, check=True).stdout
    return out.decode().split("\f")[:-1]


def page_labels(file: Path) -> list[str]:
    """The label of each page, by pypdf."""
    import pypdf

    return list(pypdf.PdfReader(file).page_labels)
