"""Loads the system libraries that WeasyPrint needs, before its first import; says what is missing in plain words.

Kept mapped with ctypes: otherwise cffi unloads Pango before the last objects are freed and the process ends with
SIGSEGV after all its work (measured: exit 139 in every run without these lines, none with them).
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.resources
import os
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from book.errors import BookError

_LIBRARIES = {
    "gobject-2.0": "libgobject-2.0.so.0",
    "pango-1.0": "libpango-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0",
    "fontconfig": "libfontconfig.so.1",
    "pangoft2-1.0": "libpangoft2-1.0.so.0",
}
_INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1"
_SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")
"""What WeasyPrint loads to put fonts into a PDF, which assembly does here: a third of its time to load."""
_kept: list[Any] = []


def load() -> None:
    """Maps the libraries, once. Raises BookError where one is missing. Elsewhere than on Linux they have other names,
    and WeasyPrint looks for them itself."""
    if _kept or sys.platform != "linux":
        return
    missing = []
    for name in _LIBRARIES.values():
        try:
            _kept.append(ctypes.CDLL(name))
        except OSError:
            missing.append(name)
    if missing:
        _kept.clear()
        raise BookError(f"the machine lacks {', '.join(missing)}", f"Install them, on Debian and Ubuntu: {_INSTALL}")


class _Later(ModuleType):
    """Stands for a module until something of it is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*args: Any, **named: Any) -> Any:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(importlib.import_module(self.__name__), name)(*args, **named)

        return call


class _Counters:
    """WeasyPrint's own style sheets as it reads them when it is loaded: of them units need the counter styles alone,
    and have the rest in a smaller one (engine.py). To parse all would take a sixth of its time to load."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __truediv__(self, name: str) -> _Counters:
        return _Counters(self._file / name)

    def read_text(self, encoding: str) -> str:
        return "\n".join(_COUNTER_STYLE.findall(self._file.read_text(encoding)))


_COUNTER_STYLE = re.compile(r"@counter-style\s[^{}]*\{[^{}]*\}")


def prepare(fonts: Path) -> None:
    """Imports WeasyPrint with only the fonts of `fonts`/fonts.conf in sight."""
    load()
    os.environ["FONTCONFIG_FILE"] = str(fonts / "fonts.conf")
    # WeasyPrint asks for each library under several names; every name that fails would run a compiler, 0.2 s in all.
    found = ctypes.util.find_library
    if _kept:
        ctypes.util.find_library = _LIBRARIES.get  # type: ignore[assignment]
    for name in _SELDOM:
        sys.modules.setdefault(name, _Later(name))
    resources: Any = importlib.resources.files

    def files(package: Any) -> Any:
        whole = resources(package)
        return _Counters(whole) if getattr(package, "__name__", "") == "weasyprint.css" else whole

    importlib.resources.files = files
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        raise BookError(f"WeasyPrint can't find its libraries: {error}", "Install Pango and its companions") from error
    finally:
        ctypes.util.find_library = found
        importlib.resources.files = resources


def native_versions() -> dict[str, str]:
    """Versions of the loaded libraries that decide how text is set."""
    load()
    if not _kept:
        return {}
    pango, harfbuzz, fontconfig = (ctypes.CDLL(_LIBRARIES[name]) for name in ("pango-1.0", "harfbuzz", "fontconfig"))
    for function in (pango.pango_version_string, harfbuzz.hb_version_string):
        function.restype = ctypes.c_char_p
    return {
        "pango": pango.pango_version_string().decode(),
        "harfbuzz": harfbuzz.hb_version_string().decode(),
        "fontconfig": str(fontconfig.FcGetVersion()),
    }
