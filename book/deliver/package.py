"""SHA256SUMS, and one archive whose bytes repeat: fixed order, the edition's date, nothing of the machine."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import BinaryIO

SUMS = "SHA256SUMS"
_CHUNK = 1 << 20
_MODE = 0o100644 << 16
"""An ordinary file that all may read."""
_STORED = (".pdf", ".zip", ".png", ".jpg")
"""Deflated within already."""


def digests_of(file: BinaryIO) -> tuple[int, str, str]:
    """Size, SHA-256 and MD5 (which XJDF asks for) of a file, read piece by piece."""
    size, sha256, md5 = 0, hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    while piece := file.read(_CHUNK):
        size += len(piece)
        sha256.update(piece)
        md5.update(piece)
    return size, sha256.hexdigest(), md5.hexdigest()


def sums(digests: Mapping[str, str]) -> bytes:
    """As `sha256sum -c` reads them: name -> digest in hexadecimal, in the order of the names."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def archive(
    target: BinaryIO, folder: str, names: Iterable[str], date: tuple[int, int, int],
    opened: Callable[[str], AbstractContextManager[BinaryIO]],
) -> None:  # fmt: skip
    """Writes the files of one folder as a zip; nothing large is held. Zip knows no date before 1980."""
    with zipfile.ZipFile(target, "w") as out:
        for name in sorted(names):
            info = zipfile.ZipInfo(f"{folder}/{name}", (max(date[0], 1980), date[1], date[2], 0, 0, 0))
            info.external_attr = _MODE
            info.create_system = 3
            info.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            with opened(name) as source, out.open(info, "w", force_zip64=True) as into:
                while piece := source.read(_CHUNK):
                    into.write(piece)
