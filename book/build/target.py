"""One book to make: a language in an edition; where it goes, and what the last build of it left behind.

Part of the quick path: standard library only.
"""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any, NamedTuple

from book import __version__
from book.digests import Digests
from book.installed import installed
from book.world import SOURCES, STATE, World, digest

PDF = "interior.pdf"
COVER = "cover.pdf"
ENDPAPERS = "endpapers.pdf"
BOUND = (COVER, ENDPAPERS)
"""What a print edition is bound in."""
REPORT = "report.json"
MANIFEST = "manifest.json"
PLACES = "places.json"
"""Of a print edition: what stands on which page."""


class Target(NamedTuple):
    """A language in an edition."""

    language: str
    edition: str

    @property
    def name(self) -> str:
        return f"{self.language}-{self.edition}"

    def folder(self, out: Path) -> Path:
        return out / self.language / self.edition

    def asked(self, languages: tuple[str, ...], editions: tuple[str, ...]) -> bool:
        """Belongs to an order; empty means all."""
        return (not languages or self.language in languages) and (not editions or self.edition in editions)


class Inputs(NamedTuple):
    """Everything a target is made from: digests by path, and one digest of the press itself."""

    files: dict[str, str]
    press: str

    @property
    def digest(self) -> str:
        return digest(json.dumps([self.files, self.press], sort_keys=True).encode())


def press_digest(world: World, digests: Digests) -> str:
    """One digest of the press: its code, its own styles and fonts, Python and the installed packages' versions."""
    paths = [*world.code(), *(path for path in world.furniture() if path.startswith("house:"))]
    parts = [f"{path} {digests.of(path)}" for path in paths]
    return digest("\n".join([*parts, *_versions()]).encode())


def _versions() -> list[str]:
    found = {"python": platform.python_version(), "book": __version__, **installed()}
    return [f"{name} {version}" for name, version in sorted(found.items())]


def inputs_of(target: Target, world: World, digests: Digests, sources: list[str], press: str) -> Inputs:
    """What `target` is made from: every source but the catalogs of other languages, and the book's own furniture. A
    book in another script (kk-Latn) is made from the catalogs of its language."""
    locale = f"{SOURCES}/locale/"
    own = (f"{locale}{target.language}/", f"{locale}{target.language.partition('-')[0]}/")
    paths = [path for path in sources if not path.startswith(locale) or path.startswith(own)]
    paths += [path for path in world.furniture() if not path.startswith("house:")]
    return Inputs({path: digests.of(path) for path in paths}, press)


# --- what the last build left ----------------------------------------------------------------------------------------


def _state_file(target: Target) -> str:
    return f"{STATE}/state/{target.name}.json"


def load_state(world: World, target: Target) -> dict[str, Any]:
    """What save_state() kept; empty where there is nothing to go by."""
    try:
        state = json.loads(world.read(_state_file(target)))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def save_state(world: World, target: Target, state: dict[str, Any]) -> None:
    world.write(_state_file(target), json.dumps(state, ensure_ascii=False).encode(), durable=False)


class Known(NamedTuple):
    """All targets of the book. `settled`: every finding of the last run is kept with a target, so that an unchanged
    book is told from what was kept; a waiver that waives nothing is not."""

    targets: list[Target]
    settled: bool


_TARGETS = f"{STATE}/state/targets.json"


def load_targets(world: World) -> Known | None:
    try:
        known = json.loads(world.read(_TARGETS))
        return Known([Target(*map(str, name)) for name in known["targets"]], bool(known["settled"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save_targets(world: World, known: Known) -> None:
    world.write(_TARGETS, json.dumps(known._asdict()).encode(), durable=False)


def mark(path: Path) -> list[int]:
    """What tells that an output is still the file that was written."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def unchanged(state: dict[str, Any], inputs: Inputs, folder: Path) -> bool:
    """Nothing that went into the last build has changed, and what it wrote is still there."""
    if state.get("inputs") != inputs.digest or state.get("folder") != str(folder):
        return False
    try:
        return all(mark(folder / name) == known for name, known in state["outputs"].items())
    except (OSError, KeyError, AttributeError):
        return False
