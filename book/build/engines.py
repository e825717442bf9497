"""The engine that sets units: here, or in a process that was forked ahead and has loaded the libraries meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from book.ahead import Ahead
from book.model import Struct, Unit
from book.sheets import Drawing, LayoutFacts, Sheets

if TYPE_CHECKING:
    from book.typeset.engine import Engine

Read = Callable[[str], bytes]
Sizes = Mapping[str, tuple[int, int]]


class Look(Struct, frozen=True):
    """All that an engine is made from, but for drawings and the sizes of pictures."""

    fonts: str
    styles: dict[str, str]
    hyphenation: dict[str, Any]
    """Hyphens by language."""
    cmyk: bool
    tags: bool


class _Request(Struct, frozen=True):
    """A unit to set, with its drawings (or why one can't be read) and the sizes of its pictures."""

    look: Look
    unit: Unit
    drawings: dict[str, bytes | OSError]
    sizes: dict[str, tuple[int, int]]


def near_engine(look: Look, read: Read, sizes: Sizes) -> Engine:
    """An engine in this process."""
    fonts = Path(look.fonts)
    from book.typeset.libraries import prepare

    prepare(fonts)
    from book.typeset.engine import Engine

    return Engine(fonts, look.styles, read, sizes, look.hyphenation, look.cmyk, look.tags)


class FarEngine:
    """An engine in the process ahead. Where that gives no answer, one is made here."""

    def __init__(self, ahead: Ahead, look: Look, read: Read, sizes: Sizes) -> None:
        self._ahead = ahead
        self._look = look
        self._read = read
        self._sizes = sizes
        self._near: Engine | None = None
        ahead.tell(look)

    def set(self, unit: Unit) -> tuple[Sheets, LayoutFacts, dict[str, Drawing]]:
        paths = set(unit.assets.values())
        sizes = {path: self._sizes[path] for path in paths if path in self._sizes}
        drawings = {path: self._drawing(path) for path in sorted(paths - sizes.keys())}
        answer = None if self._near else self._ahead.ask(_Request(self._look, unit, drawings, sizes))
        return answer or self._here().set(unit)

    def widths(self, file: str) -> Mapping[int, int]:
        """Advance widths by glyph of a font file that was used, in 1/1000 em."""
        return (None if self._near else self._ahead.ask(file)) or self._here().widths(file)

    def _here(self) -> Engine:
        if self._near is None:
            self._near = near_engine(self._look, self._read, self._sizes)
        return self._near

    def _drawing(self, path: str) -> bytes | OSError:
        try:
            return self._read(path)
        except OSError as error:
            return error


def serving(fonts: Path) -> Callable[[Any], Any]:
    """What the process ahead prepares: the libraries; it answers with engines of its own, one for each look."""
    from book.typeset.libraries import prepare

    prepare(fonts)
    import book.typeset.engine  # noqa: F401

    return _Serving()


class _Serving:
    def __init__(self) -> None:
        self._look: Look | None = None
        self._engine: Any = None
        self._drawings: dict[str, bytes | OSError] = {}
        self._sizes: dict[str, tuple[int, int]] = {}

    def __call__(self, request: Look | _Request | str) -> Any:
        if isinstance(request, str):
            return self._engine.widths(request)
        if isinstance(request, Look):
            self._take(request)
            return self._engine.warm()
        self._take(request.look)
        self._drawings.update(request.drawings)
        self._sizes.update(request.sizes)
        return self._engine.set(request.unit)

    def _take(self, look: Look) -> None:
        if look != self._look:
            self._drawings, self._sizes = {}, {}
            self._engine = near_engine(look, self._drawing, self._sizes)
            self._look = look

    def _drawing(self, path: str) -> bytes:
        found = self._drawings[path]
        if isinstance(found, OSError):
            raise found
        return found
