"""The engine in the process ahead: what it remembers of the last build, and what it does while the parent waits."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from book.ahead import Ahead
from book.build.engines import FarEngine, Look, near_engine, remember, remembered, serving
from book.model import Unit
from book.store import Store
from book.typeset.hyphens import Hyphens
from tests.books import ROOT
from tests.typeset.units import FONTS, PAGE

LOOK = Look(
    str(FONTS), {"page.css": PAGE},
    {"ru": Hyphens(), "kk": Hyphens(ROOT / "book/language/hyph_kk.dic", (".а8б.",), {"İ": "i"})}, False, False,
)  # fmt: skip
UNIT = Unit("u", "<html lang='kk'><head/><body><p>Ауыл</p></body></html>", "recto", ("page.css",))


def test_a_look_is_remembered_whole(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert remembered(store, "kk-print") is None
    remember(store, "kk-print", LOOK)
    assert remembered(store, "kk-print") == LOOK
    assert remembered(store, "ru-print") is None


@pytest.mark.parametrize("kept", [b"", b"\xc1", msgspec.msgpack.encode({"fonts": 3}), msgspec.msgpack.encode([1])])
def test_what_cannot_be_read_is_no_look(tmp_path: Path, kept: bytes) -> None:
    store = Store(tmp_path / "store")
    store.save_pack("kk-print.look", {"look": kept})
    assert remembered(store, "kk-print") is None


@pytest.mark.parametrize("known", [LOOK, None])
def test_the_process_ahead_sets_what_an_engine_here_sets(known: Look | None) -> None:
    near = near_engine(LOOK, lambda path: b"", {})
    here = near.set(UNIT)
    waited: list[str] = []
    ahead = Ahead(lambda: serving(FONTS, known), 1)
    try:
        engine = FarEngine(ahead, LOOK, lambda path: b"", {}, lambda: waited.append("loaded"))
        assert engine.set(UNIT) == here
        assert engine.set(UNIT) == here  # also when it is no longer the first
        file = next(iter(here[0].fonts.values())).file
        assert engine.widths(file) == near.widths(file)
    finally:
        ahead.close()
    assert waited == ["loaded", "loaded"]
    assert engine.set(UNIT) == here  # it has ended: set here
