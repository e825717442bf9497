"""Keys of stored results: everything that a result depends on, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from book.digests import Digests
from book.model import Book, Summary, UnitPlan
from book.store import key_of
from book.world import World

_READ = (
    "read", "language", "inline.py", "mentions.py", "model.py", "conditions.py", "inks.py", "findings.py", "nearest.py",
)  # fmt: skip
_CATALOG = ("translate", "language", "inline.py", "model.py")
_CHECKS = ("checks/__init__.py", "checks/catalog", "language", "inline.py", "model.py", "findings.py")
_COMPOSE = (
    "compose", "language", "inks.py", "binding.py", "conditions.py", "translate/apply.py", "translate/walk.py",
    "inline.py", "model.py",
)  # fmt: skip
_PLATES = ("press/pictures.py", "press/ink.py", "model.py", "findings.py", "sheets.py")
_SET = (
    "typeset", "press", "sheets.py", "inks.py", "conditions.py", "printed.py", "checks/layout", "checks/pdf",
    "build/engines.py", "build/setting.py", "build/pressing.py",
)  # fmt: skip


class Keys:
    """Makes keys for one build. `engine` names the versions of the typesetting libraries."""

    def __init__(self, world: World, digests: Digests, engine: str) -> None:
        def code(*rooms: str) -> str:
            return key_of(*(f"{path} {digests.of(path)}" for path in world.code(*rooms)))

        self._read = code(*_READ)
        self._catalog = code(*_CATALOG)
        self._checks = key_of(self._catalog, code(*_CHECKS), code("build/checking.py", "build/around.py"))
        self._plates = code(*_PLATES)
        self._compose = code(*_COMPOSE)
        self._assemble = code("assemble", "paginate.py", "checks/pdf", "build/covering.py")
        self._set = key_of(code(*_SET), engine)

    def document(self, path: str, digest: str, book: Book) -> str:
        """A document as it was read: its bytes, and what reading takes from book.yaml."""
        return key_of("document", self._read, path, digest, book.source_language, *book.tags)

    def vocabulary(self, path: str, digest: str, book: Book) -> str:
        return key_of("vocabulary", self._read, path, digest, book.source_language, *book.tags)

    def picture(self, digest: str) -> str:
        return key_of("picture", self._plates, digest)

    def catalog(self, path: str, digest: str) -> str:
        return key_of("catalog", self._catalog, path, digest)

    def checked(self, path: str) -> str:
        """What the checks found in a catalog; the value says which state of it that was (build/checking.py)."""
        return key_of("checked", self._checks, path)

    def spelling(self, language: str, sources: Sequence[str]) -> str:
        """What the checks found in a whole language."""
        return key_of("spelling", self._checks, language, *sources)

    def unit(self, plan: UnitPlan, side: str, surroundings: str, parts: Sequence[str]) -> str:
        """The compose key: its plan, its side, its documents with their words and what they name (`parts`), and what
        holds for the whole book (`surroundings`)."""
        return key_of("unit", self._compose, self._set, surroundings, plan_key(plan), side, *parts)

    def numbers(self, unit: str, pages: Mapping[str, str]) -> str:
        """A unit's key with the page numbers that it prints."""
        return key_of("numbers", unit, *(f"{anchor} {label}" for anchor, label in sorted(pages.items())))

    def sheets(self, html: str, side: str, surroundings: str, assets: Sequence[str]) -> str:
        """The typeset key: what the page is made from, however it was composed."""
        return key_of("sheets", self._set, surroundings, side, html, *assets)

    def file(self, plan: UnitPlan, *parts: str) -> str:
        """A file of one unit: how it is put together, and what it is made from."""
        return key_of("file", self._assemble, plan_key(plan), *parts)

    def plate(self, digest: str, size: tuple[int, int], inks: str) -> str:
        return key_of("plate", self._plates, digest, f"{size}", inks)


def plan_key(plan: UnitPlan) -> str:
    import msgspec

    return key_of(msgspec.json.encode(plan))


def words_key(summary: Summary, words: Mapping[str, str]) -> str:
    """What the catalogs say for one document's own messages."""
    return key_of(*(words.get(message, "\0") for message in summary.messages))
