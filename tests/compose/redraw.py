"""Writes styles/ornaments and book/compose/metrics.json afresh: python -m tests.compose.redraw"""

from __future__ import annotations

import json
from pathlib import Path

from book.compose.ornament import drawings
from tests.compose.measured import measured

HOUSE = Path(__file__).parents[2]

if __name__ == "__main__":
    for name, svg in drawings().items():
        (HOUSE / "styles/ornaments" / name).write_text(svg, encoding="utf-8")
    text = json.dumps(measured(HOUSE / "fonts/ttf"), ensure_ascii=False, indent=0, sort_keys=True)
    (HOUSE / "book/compose/metrics.json").write_text(text + "\n", encoding="utf-8")
