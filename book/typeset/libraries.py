"""Loads the system libraries that WeasyPrint needs, before its first import; says what is missing in plain words.

Kept mapped with ctypes: otherwise cffi unloads Pango before the last objects are freed and the process ends with
SIGSEGV after all its work (measured: exit 139 in every run without these lines, none with them).
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from pathlib import Path
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
_kept: list[Any] = []


def load(fonts: Path) -> None:
    """Loads the libraries and imports WeasyPrint with only the fonts of `fonts`/fonts.conf in sight.

    Raises BookError where a library is missing.
    """
    os.environ["FONTCONFIG_FILE"] = str(fonts / "fonts.conf")
    if _kept:
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
    # WeasyPrint asks for each library under several names, and every failing question runs a compiler: 0.2 s.
    found = ctypes.util.find_library
    ctypes.util.find_library = lambda name: _LIBRARIES.get(name) or found(name)
    try:
        import weasyprint  # noqa: F401
    finally:
        ctypes.util.find_library = found


def native_versions() -> dict[str, str]:
    """Versions of the loaded libraries that decide how text is set."""
    pango, harfbuzz, fontconfig = (ctypes.CDLL(_LIBRARIES[name]) for name in ("pango-1.0", "harfbuzz", "fontconfig"))
    for function in (pango.pango_version_string, harfbuzz.hb_version_string):
        function.restype = ctypes.c_char_p
    return {
        "pango": pango.pango_version_string().decode(),
        "harfbuzz": harfbuzz.hb_version_string().decode(),
        "fontconfig": str(fontconfig.FcGetVersion()),
    }
