"""The same pages as one HTML document through WeasyPrint alone: what the press is measured against."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def prepare(folder: Path) -> None:
    """Composes every unit of the book in `folder` and writes them as one document, with its style sheets."""
    from book.build.condition import press_of
    from book.build.keys import Keys
    from book.build.produce_target import shared_of
    from book.build.producing import Producer
    from book.build.reading import Shelf, read_all, read_book_file
    from book.build.rendering import rendering
    from book.build.setting import Setting
    from book.digests import Digests
    from book.store import Store
    from book.world import STATE, World

    world = World(folder)
    digests = Digests(world)
    shelf = Shelf(Store(folder / STATE / "store"))
    keys = Keys(world, digests, "")
    book, _ = read_book_file(world)
    assert book is not None
    pressed = press_of(world, book)
    book = pressed.book
    reading = read_all(world, digests, shelf, keys, book, world.sources(), 1, lambda *_: None)
    edition = next(edition for edition in book.editions if edition.name == "print")
    into = rendering(reading, "ru", edition)
    shared = shared_of(world, reading, pressed.inks, into, edition)
    setting = Setting(world, digests, shelf, keys, reading, shared, into, pressed.condition, pressed.inks, b"")
    producer = Producer(setting, {}, 1, lambda *_: None)
    parts, names, assets = [], {}, {}
    for plan in producer.plans:
        unit = setting.compose(plan, "recto", {})
        body = re.search(r"<body[^>]*>(.*)</body>", unit.html, re.DOTALL)
        assert body is not None
        parts.append(f'<div style="break-before: page">{body[1]}</div>')
        names.update(dict.fromkeys(unit.stylesheets))
        assets.update(unit.assets)
    out = folder / "plain"
    out.mkdir(exist_ok=True)
    (out / "book.html").write_text(
        f'<html lang="ru" class="recto"><head><title>x</title></head><body>{"".join(parts)}</body></html>',
        encoding="utf-8",
    )
    (out / "book.css").write_text("\n".join(setting._styles[name] for name in names), encoding="utf-8")
    (out / "assets.json").write_text(json.dumps(assets), encoding="utf-8")
    for path in set(assets.values()):
        if path.endswith(".svg"):
            (out / Path(path).name).write_bytes(setting.drawing(path))


def typeset(folder: Path) -> None:
    """HTML(…).write_pdf(…), nothing else."""
    from book.typeset.libraries import prepare

    prepare(ROOT / "fonts")
    import weasyprint
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    out = folder / "plain"
    assets = json.loads((out / "assets.json").read_text(encoding="utf-8"))

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:
            path = assets.get(url, "")
            file = out / os.path.basename(path) if path.endswith(".svg") else folder / path
            kind = "image/svg+xml" if path.endswith(".svg") else "image/jpeg"
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})

    html = weasyprint.HTML(filename=out / "book.html", base_url="unit:", url_fetcher=Fetcher())
    html.write_pdf(out / "book.pdf", stylesheets=[weasyprint.CSS(filename=out / "book.css")])


if __name__ == "__main__":
    {"prepare": prepare, "set": typeset}[sys.argv[2]](Path(sys.argv[1]))
