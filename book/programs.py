"""The only door to other people's programs: found on the machine, run in a folder of their own, with bounds."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_MEMORY = 3 << 30
_LARGEST_FILE = 1 << 30
_SAID = 20_000


class Ran(NamedTuple):
    """How a program ended: `well`, and the last of what it said."""

    well: bool
    said: str


def program(name: str) -> str | None:
    """The path of a program; None where the machine has none of that name."""
    return shutil.which(name)


class Folder:
    """A private temporary folder, in which a program leaves files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> list[str]:
        return sorted(os.listdir(self.path))

    def take(self, name: str, most: int) -> bytes:
        """The bytes of a file, which is removed then; b"" for one of more than `most` bytes."""
        path = self.path / name
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= most else b""
        path.unlink()
        return data


@contextlib.contextmanager
def private_folder() -> Iterator[Folder]:
    """A folder that nobody else sees, which vanishes with the block."""
    with tempfile.TemporaryDirectory(prefix="make-book-") as name:
        yield Folder(Path(name))


def run(arguments: Sequence[str], folder: Folder, seconds: float) -> Ran:
    """Runs a program with its working, home and temporary folder in `folder`, nothing of our environment but PATH, and
    nothing to read from. It is ended after `seconds`."""
    place = str(folder.path)
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": place, "TMPDIR": place, "LC_ALL": "C.UTF-8"}
    try:
        started = subprocess.Popen(
            list(arguments), cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        return Ran(False, str(error))
    with started:
        _bound(started.pid)
        try:
            said, _ = started.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return Ran(False, f"it did not end within {seconds:.0f} seconds")
        finally:
            # Its children, too: it leads a group of its own.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
    return Ran(started.returncode == 0, said[-_SAID:].decode("utf-8", "replace").strip())


def _bound(process: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
        resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
        resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))
