"""The page of a preflight as a whole: a PDF goes in, and a real browser opens what comes out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from book.build.preflight_page import page_of, pictures
from book.build.preflighting import Wish, preflight
from book.preflight.report_facts import PreflightReport
from book.report.preflight_choice import Choice
from tests.books import quiet
from tests.pdfs import TEXT, deflated, pdf

PICTURE = {
    "content": TEXT + "q 72 0 0 72 80 200 cm /P Do Q 0 0 0 1 K .1 w 30 30 m 100 30 l S",
    "resources": "/XObject<</P @picture>>",
    "objects": {
        "picture": ("/Subtype/Image/Width 142/Height 150/BitsPerComponent 8/ColorSpace/DeviceGray", b"\x80" * 21300)
    },
}
HOSTILE = "/Title(<script>document.title=1</script><img src=http://127.0.0.1:9/a>)"

QUIET = (
    "--disable-background-networking", "--disable-component-update", "--disable-features=NetworkTimeServiceQuerying",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
"""What the browser asks for by itself (updates, its time) does not go out."""


def judged(folder: Path, data: bytes, plates: bool = False) -> tuple[Path, PreflightReport]:
    file = folder / "a <b>&amp;.pdf"
    file.write_bytes(data)
    return file, preflight(file, None, Wish(plates=plates), quiet)


def test_a_browser_opens_it_without_asking_for_anything(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    assert browser is not None, "scripts/test installs it"
    file, report = judged(tmp_path, pdf(**PICTURE, pages=4, info=HOSTILE), plates=True)  # type: ignore[arg-type]
    page, net = tmp_path / "page.html", tmp_path / "net.json"
    page.write_text(page_of(file, report, quiet), encoding="utf-8")
    ran = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", f"--log-net-log={net}",
         f"--user-data-dir={tmp_path / 'profile'}", *QUIET, "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "CONSOLE" not in ran.stderr, ran.stderr
    for one in ("summary", "findings", "sheets", "ink", "fonts", "pictures", "boxes", "plan"):
        assert f'id="{one}"' in ran.stdout
    assert "<title>Preflight: a &lt;b&gt;&amp;amp;.pdf</title>" in ran.stdout
    assert "<script" not in ran.stdout and "127.0.0.1" not in net.read_text(encoding="utf-8")
    events = json.loads(net.read_text(encoding="utf-8"))["events"]
    asked = {event["params"]["url"] for event in events if "url" in event.get("params", {})}
    text = page.read_text(encoding="utf-8")
    assert not {url for url in asked if url.startswith("http") and url in text}


def test_it_has_pictures_and_ink_maps_and_repeats(tmp_path: Path) -> None:
    file, report = judged(tmp_path, pdf(**PICTURE, pages=4), plates=True)  # type: ignore[arg-type]
    assert report.plates and not any(one.ink for one in report.plates)
    text = page_of(file, report, quiet)
    assert text == page_of(file, report, quiet)
    assert text.count('<image id="p') == 4 and text.count("data:image/png") == 4
    assert 'class="mark error"' in text and "/usr/" not in text and str(tmp_path) not in text


def test_a_page_on_which_the_drawing_stops_is_lost_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from book.preflight import pictures as drawing

    real = drawing._page

    def page(file: object, wanted: drawing.Wanted) -> drawing.Drawn:
        if wanted.index == 1:
            os._exit(139)
        return real(file, wanted)

    monkeypatch.setattr(drawing, "_page", page)
    file, report = judged(tmp_path, pdf(pages=4))
    assert report.facts is not None
    shown = pictures(file, report.facts, Choice((0, 1, 2), (3,), ()), quiet)
    assert (set(shown.large), set(shown.small), set(shown.lost)) == ({0, 2}, {3}, {1})


def test_a_page_that_is_too_much_is_not_drawn(tmp_path: Path) -> None:
    bomb = pdf(objects={"content": deflated(bytes(70_000_000))})
    file, report = judged(tmp_path, bomb)
    assert report.facts is not None and report.facts.pages[0].damage
    shown = pictures(file, report.facts, Choice((0,), (0,), ()), quiet)
    assert not shown.large and not shown.small and shown.lost == {0: "it is too much"}


def test_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    file, report = judged(tmp_path, b"none")
    assert "this is no PDF" in page_of(file, report, quiet)
