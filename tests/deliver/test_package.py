from __future__ import annotations

import contextlib
import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from book.deliver.package import SUMS, archive, sums

FILES = {"interior.pdf": b"%PDF" + bytes(3_000_000), "preflight.html": b"<p>" * 1000, "ticket.xjdf": b"<XJDF/>"}


@contextlib.contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    yield io.BytesIO(FILES[name])


def test_the_archive_has_all_and_repeats() -> None:
    made = []
    for names in (FILES, reversed(FILES)):
        file = io.BytesIO()
        archive(file, "white-book-kk", names, (2021, 12, 16), opened)
        made.append(file.getvalue())
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as read:
        assert read.testzip() is None
        assert {info.filename: read.read(info) for info in read.infolist()} == {
            f"white-book-kk/{name}": data for name, data in FILES.items()
        }
        assert {info.date_time for info in read.infolist()} == {(2021, 12, 16, 0, 0, 0)}
        assert read.getinfo("white-book-kk/preflight.html").compress_size < 1000


def test_an_old_date_is_the_oldest_that_zip_knows() -> None:
    file = io.BytesIO()
    archive(file, "b", ["ticket.xjdf"], (1932, 1, 2), opened)
    with zipfile.ZipFile(file) as read:
        assert read.infolist()[0].date_time == (1980, 1, 2, 0, 0, 0)


def test_sha256sum_agrees(tmp_path: Path) -> None:
    import hashlib

    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / SUMS).write_bytes(sums({name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}))
    told = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == [f"{name}: OK" for name in sorted(FILES)]
