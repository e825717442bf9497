"""The only door to files: reads below the book folder and the press's own house, writes atomically, confines paths.

Paths inside the press are relative to the book folder, with forward slashes. `house:` paths are the press's own
styles and fonts, used where the book has none of its own; `code:` paths its program. Imported by the quick path of
`make-book`: standard library only.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import glob
import hashlib
import os
import stat
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from book.errors import BookError, ExitCode

HOUSE = "house:"
CODE = "code:"
SOURCES = "chapters"
STATE = ".book"
_SOURCE_ENDINGS = {".md", ".yaml", ".yml", ".po", ".pot", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}


_PACKAGE = Path(__file__).resolve().parent


def house_folder() -> Path:
    """The folder that holds the press's own styles/ and fonts/: inside the installed package, else the checkout."""
    inside = _PACKAGE / "_house"
    return inside if inside.is_dir() else _PACKAGE.parent


def find_book(start: Path) -> Path:
    """The book folder for `start`: the folder that holds chapters/book.yaml; `start` may be that folder, its chapters
    folder, or any folder below. Raises BookError (exit 2) where there is none."""
    folder = start.resolve()
    if not folder.is_dir():
        raise BookError(
            f"there is no folder {start}", "Give the book's folder with -C.", exit_code=ExitCode.WRONG_COMMAND
        )
    for candidate in (folder, *folder.parents):
        if (candidate / SOURCES / "book.yaml").is_file():
            return candidate
    raise BookError(
        f"no book in {start}: it has no {SOURCES}/book.yaml",
        "Go to the book's folder, give it with -C BOOK, or begin a new book with `make-book init DIR`.",
        exit_code=ExitCode.WRONG_COMMAND,
    )


def _confined(root: Path, relative: str) -> Path:
    """The absolute path of `relative` below `root`, symbolic links followed; raises PermissionError when it leaves."""
    path = _written(root, relative)
    if os.path.islink(path):
        found = _resolved(Path(path))
        if found is None or not found.is_relative_to(root):
            raise PermissionError(relative)
        return found
    return Path(path)


def _written(root: Path, relative: str) -> str:
    """The same with the links of its folders followed alone, not one that the file itself may be."""
    if relative.startswith("/") or ".." in relative.split("/") or "\\" in relative or "\0" in relative:
        raise PermissionError(relative)
    above, _, name = relative.rpartition("/")
    folder = _folder(root, above)
    if folder is None:
        raise PermissionError(relative)
    return f"{folder}/{name}"


@functools.lru_cache(maxsize=4096)
def _folder(root: Path, relative: str) -> str | None:
    """The folder with symbolic links followed, once for all its files; None where it leaves `root`."""
    found = _resolved(root / relative)
    return str(found) if found is not None and found.is_relative_to(root) else None


def _resolved(path: Path) -> Path | None:
    """Symbolic links followed; None for links in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return None


class World:
    """Files of one book. `root` is the book folder, absolute."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.house = house_folder().resolve()

    def path(self, relative: str) -> Path:
        """Absolute path of a book path or a `house:` path; PermissionError where it would leave its folder."""
        if relative.startswith(HOUSE):
            return _confined(self.house, relative.removeprefix(HOUSE))
        if relative.startswith(CODE):
            return _confined(_PACKAGE, relative.removeprefix(CODE))
        return _confined(self.root, relative)

    def status(self, relative: str) -> os.stat_result:
        """What path() leads to, without a Path made for it: an unchanged book asks for thousands. OSError where there
        is nothing, PermissionError where it leaves its folder."""
        root = self.root
        for prefix, other in ((HOUSE, self.house), (CODE, _PACKAGE)):
            if relative.startswith(prefix):
                root, relative = other, relative.removeprefix(prefix)
                break
        found = os.lstat(_written(root, relative))
        return os.stat(_confined(root, relative)) if stat.S_ISLNK(found.st_mode) else found

    def read(self, relative: str, most: int = -1) -> bytes:
        """The bytes of a file, `most` at most; OSError where it cannot be read, PermissionError where it leaves the
        book."""
        with open(self.path(relative), "rb") as file:
            return file.read(most)

    def is_file(self, relative: str) -> bool:
        try:
            return self.path(relative).is_file()
        except OSError:
            return False

    def sources(self) -> list[str]:
        """Every source file below chapters/ in the order of their paths; hidden files and links that leave are left
        out."""
        return sorted(_walk(self.root, SOURCES, _SOURCE_ENDINGS))

    def furniture(self) -> list[str]:
        """Styles and fonts that a build may use, the book's own before the house's (`house:styles/page.css`)."""
        found = []
        for folder in ("styles", "fonts"):
            if (self.root / folder).is_dir() and self.root != self.house:
                found += _walk(self.root, folder, None)
            found += [HOUSE + path for path in _walk(self.house, folder, None)]
        return sorted(found)

    @staticmethod
    def code(*rooms: str) -> list[str]:
        """The press's own program files of these rooms (folders or modules of the package; none: all of it)."""
        found = []
        for room in rooms or tuple(sorted(entry.name for entry in os.scandir(_PACKAGE) if entry.name[0] not in "._")):
            if (_PACKAGE / room).is_dir():
                found += _walk(_PACKAGE, room, None)
            else:
                found.append(room)
        return [CODE + path for path in sorted(found)]

    def style(self, name: str) -> str:
        """The path of styles/<name>: the book's own where it has one, else the house's."""
        own = f"styles/{name}"
        return own if self.root != self.house and self.is_file(own) else HOUSE + own

    def fonts_folder(self) -> Path:
        own = self.root / "fonts"
        return own if (own / "fonts.conf").is_file() else self.house / "fonts"

    def fonts(self) -> dict[str, bytes]:
        """The font files that the book may use, by name."""
        return {path.name: path.read_bytes() for path in sorted((self.fonts_folder() / "ttf").glob("*.ttf"))}

    def write(self, relative: str, data: bytes, durable: bool = True) -> None:
        """Writes a file below the book folder under its name only when whole."""
        with self.writing(self.path(relative), durable) as file:
            file.write(data)

    @staticmethod
    @contextlib.contextmanager
    def writing(target: Path, durable: bool = True) -> Iterator[BinaryIO]:
        """A file that takes the name `target` when the block ends well, and vanishes otherwise. What is not `durable`
        can be made again: nobody waits until the disk has it, and a build knows by size and times what the machine
        lost with its power."""
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
            left.unlink(missing_ok=True)  # of a killed run
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        try:
            with open(handle, "wb") as file:
                yield file
                if durable:
                    file.flush()
                    os.fsync(handle)
            os.chmod(name, 0o644)
            with _let_go(target):
                if not durable:  # to take the place of another file would wait until most of this one is on the disk
                    target.unlink(missing_ok=True)
                os.replace(name, target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
            raise

    @staticmethod
    @contextlib.contextmanager
    def reading(output: Path) -> Iterator[BinaryIO]:
        """A finished output, to be read; OSError where there is none."""
        with open(output, "rb") as file:
            yield file

    @staticmethod
    @contextlib.contextmanager
    def replacing(folder: Path) -> Iterator[Path]:
        """A draft that takes the place of `folder`, with all that is in it, when the block ends well."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as name:
            draft, old = Path(name) / "new", Path(name) / "old"
            draft.mkdir()
            yield draft
            if folder.exists():
                folder.rename(old)
            draft.rename(folder)

    @staticmethod
    def remove(target: Path) -> None:
        """Removes an output of an earlier build, and makes room for its folder."""
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)

    def discard(self, relative: str) -> None:
        """Removes a file below the book folder, and the folders above it that are empty then."""
        path = self.path(relative)
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.root or not folder.is_relative_to(self.root) or os.listdir(folder):
                break
            folder.rmdir()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the book's kernel lock, so that two builds of one book do not meet; BookError where another has it.

        A record lock: it is this process's alone. One made by flock() would live on in the workers of a killed build.
        """
        folder = self.root / STATE
        folder.mkdir(exist_ok=True)
        with open(folder / "lock", "a") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise BookError(
                    "another make-book is working on this book", "Wait until it has ended, then try again."
                ) from None
            yield


@contextlib.contextmanager
def _let_go(old: Path) -> Iterator[None]:
    """The space of a file whose name is taken away within the block is freed beside other work: of a large book that
    takes as long as setting a page."""
    try:
        held = os.open(old, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        threading.Thread(target=os.close, args=(held,)).start()


def opened(path: Path) -> BinaryIO:
    """Any file of the machine that the user names, to be read; BookError (exit 2) where it is none."""
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "is no file" if path.exists() else "is not there"
        raise BookError(f"{path} {what}", "Give the path of a PDF.", ExitCode.WRONG_COMMAND)
    try:
        return open(path, "rb")
    except OSError as error:
        raise BookError(f"{path} cannot be read: {error.strerror}", exit_code=ExitCode.WRONG_COMMAND) from None


def beside(path: Path, name: str, most: int) -> bytes:
    """The bytes of the file `name` in the folder of `path`; b"" where there is none, or it is of more than `most`."""
    neighbour = path.parent / name
    try:
        if neighbour.is_file() and neighbour.stat().st_size <= most:
            return neighbour.read_bytes()
    except OSError:
        pass
    return b""


def digest_of(file: BinaryIO) -> tuple[str, int]:
    """(content digest, length) of a file, read piece by piece."""
    found, length = hashlib.blake2b(digest_size=16), 0
    while piece := file.read(1 << 20):
        found.update(piece)
        length += len(piece)
    return found.hexdigest(), length


def new_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Makes the folder `target` with `files` (relative path -> bytes), whole or not at all. BookError (exit 2) where it
    is there and holds anything but the .git of a fresh repository."""
    target = Path(os.path.abspath(target))
    there = os.path.lexists(target)
    if there and (not target.is_dir() or os.listdir(target) not in ([], [".git"])):
        what = "is not empty" if target.is_dir() else "is a file"
        raise BookError(f"{target} {what}", "Give a folder that is empty or not there yet.", ExitCode.WRONG_COMMAND)
    parent = target if there else target.parent
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".make-book-", dir=parent, ignore_cleanup_errors=True) as name:
        draft = Path(name) / "book"
        draft.mkdir()
        for relative, data in files.items():
            path = draft / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if not there:
            draft.rename(target)
            return
        _move(draft, target)


def _move(draft: Path, target: Path) -> None:
    """Moves everything in `draft` to the folder `target`, what makes it a book last; puts all back where one fails."""
    moved = []
    try:
        for entry in sorted(os.listdir(draft), key=lambda entry: (entry == SOURCES, entry)):
            (draft / entry).rename(target / entry)
            moved.append(entry)
    except BaseException:
        for entry in moved:
            (target / entry).rename(draft / entry)
        raise


def _walk(root: Path, folder: str, endings: set[str] | None) -> list[str]:
    """Files below root/folder as relative paths; hidden names and links that leave `root` are passed over.

    Linked folders come last, and each folder once, whatever circle the links make.
    """
    found: list[str] = []
    pending, linked = [folder], list[str]()
    seen: set[str] = set()
    while pending or linked:
        here = pending.pop() if pending else linked.pop()
        real = os.path.realpath(root / here)
        if real in seen:
            continue
        seen.add(real)
        try:
            entries = sorted(os.scandir(root / here), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            relative = f"{here}/{entry.name}"
            if entry.is_symlink():
                real_path = _resolved(Path(entry.path))
                if real_path is None or not real_path.is_relative_to(root):
                    continue
            if entry.is_dir():
                (linked if entry.is_symlink() else pending).append(relative)
            elif endings is None or os.path.splitext(entry.name)[1].lower() in endings:
                found.append(relative)
    return found


def digest(data: bytes) -> str:
    """The content digest used for every key: blake2b, 128 bits, hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
