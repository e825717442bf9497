"""The engine that sets units: here, or in a process that was forked ahead and has loaded the libraries meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from book.ahead import Ahead
from book.model import Struct, Unit
from book.sheets import Drawing, LayoutFacts, Sheets
from book.store import Store
from book.typeset.hyphens import Hyphens

if TYPE_CHECKING:
    from book.typeset.engine import Engine

Read = Callable[[str], bytes]
Sizes = Mapping[str, tuple[int, int]]
_Set = tuple[Sheets, LayoutFacts, dict[str, Drawing]]


class Look(Struct, frozen=True):
    """All that an engine is made from, but for drawings and the sizes of pictures."""

    fonts: str
    styles: dict[str, str]
    hyphenation: dict[str, Hyphens]
    """By language."""
    cmyk: bool
    tags: bool


def remember(store: Store, target: str, look: Look) -> None:
    """Keeps the look of a target for the next build, which most often has the same."""
    kept = {_LOOK: msgspec.msgpack.encode(look, enc_hook=str)}
    if store.load_pack(f"{target}.look") != kept:
        store.save_pack(f"{target}.look", kept)


def remembered(store: Store, target: str) -> Look | None:
    """The look that a target had last, as far as is known."""
    kept = store.load_pack(f"{target}.look").get(_LOOK)
    try:
        return msgspec.msgpack.decode(kept, type=Look, dec_hook=lambda kind, value: kind(value)) if kept else None
    except (msgspec.MsgspecError, TypeError):
        return None  # of another version of the press


_LOOK = "look"


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

    engine = Engine(fonts, look.styles, read, sizes, look.hyphenation, look.cmyk, look.tags)
    # A page leaves thousands of objects in circles: not looked for in time, they make a process half as large again.
    # What is there by now is no garbage.
    gc.freeze()
    gc.set_threshold(20_000, 5, 2)
    return engine


class FarEngine:
    """An engine in the process ahead. Where that gives no answer, one is made here. `meanwhile` is done here while it
    sets a unit."""

    def __init__(self, ahead: Ahead, look: Look, read: Read, sizes: Sizes, meanwhile: Callable[[], None]) -> None:
        self._ahead = ahead
        self._meanwhile = meanwhile
        self._look = look
        self._read = read
        self._sizes = sizes
        self._near: Engine | None = None
        ahead.tell(look)

    def set(self, unit: Unit) -> _Set:
        paths = set(unit.assets.values())
        sizes = {path: self._sizes[path] for path in paths if path in self._sizes}
        drawings = {path: self._drawing(path) for path in sorted(paths - sizes.keys())}
        if self._near is None:
            request = _Request(self._look, unit, drawings, sizes)
            answer: _Set | None = self._ahead.ask(request, self._meanwhile)
            if answer is not None:
                return answer
        return self._here().set(unit)

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


def serving(fonts: Path, look: Look | None) -> Callable[[Any], Any]:
    """What the process ahead prepares: the libraries, and an engine of the look that will most likely be asked for. It
    answers with engines of its own, one for each look."""
    from book.typeset.libraries import prepare

    prepare(fonts)
    import book.typeset.engine  # noqa: F401

    answer = _Serving()
    if look is not None:
        answer(look)
    return answer


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
            if self._take(request):
                self._engine.warm()
            return None
        self._take(request.look)
        self._drawings.update(request.drawings)
        self._sizes.update(request.sizes)
        return self._engine.set(request.unit)

    def _take(self, look: Look) -> bool:
        """Whether there was no engine for it yet."""
        if look == self._look:
            return False
        self._drawings, self._sizes = {}, {}
        self._engine = near_engine(look, self._drawing, self._sizes)
        self._look = look
        return True

    def _drawing(self, path: str) -> bytes:
        found = self._drawings[path]
        if isinstance(found, OSError):
            raise found
        return found
