"""What is loaded before WeasyPrint, and what is not loaded with it."""

from __future__ import annotations

import subprocess
import sys

from tests.books import ROOT


def python(program: str) -> str:
    """What a program prints in a process of its own."""
    head = "from pathlib import Path\nfrom book.typeset.libraries import prepare\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{head}prepare(Path('fonts'))\n{program}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_what_puts_fonts_into_a_pdf_is_loaded_when_it_is_called() -> None:
    program = """
import sys, weasyprint
print("fontTools.ttLib.tables.otTables" in sys.modules, end=" ")
page = weasyprint.HTML(string="<p>A").write_pdf(full_fonts=False)
print(b"/FontFile2" in page or len(page) > 2000, end=" ")
from fontTools import subset
print(subset.Options().hinting, "fontTools.ttLib.tables.otTables" in sys.modules)
"""
    assert python(program) == "False True True True"


def test_of_weasyprints_own_style_sheets_the_counter_styles_are_left() -> None:
    program = """
import importlib.resources, weasyprint.css, weasyprint.html as html
from weasyprint.css.counters import CounterStyle
sheet = (importlib.resources.files(weasyprint.css) / "html5_ua.css").read_text("utf-8")
whole = CounterStyle()
weasyprint.CSS(string=sheet, counter_style=whole)
print(len(html.UA_STYLESHEET.matcher.lower_local_name_selectors), html.UA_COUNTER_STYLE == whole, len(whole) > 40)
"""
    assert python(program) == "0 True True"
