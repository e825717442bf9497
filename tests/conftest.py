"""What many tests need: a small book, built once for each process that runs tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import codes, make, write_book


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small book with every edition in Russian and the screen edition in Kazakh; not to be changed."""
    folder = write_book(tmp_path_factory.mktemp("small") / "book")
    assert codes(make(folder)) == ["P802", "P801"]  # thin, and without an ISBN
    assert make(folder, "screen", languages=("kk",)).findings == ()
    return folder
