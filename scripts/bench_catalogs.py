"""Times the merge of message catalogs: N texts of which some have changed, as after a round of the editors.

Invented texts of 10 to 80 words, the same every time; a changed one has a word more, another word, or the order of two
words changed, as edits do. msgmerge_s is GNU gettext's own program on the same files, where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from book.findings import Span
from book.translate.merge import merge
from book.translate.messages import Message
from book.translate.pofile import read_catalog, write_catalog

_LETTERS = "бавегидожузакилумонепароситафахуцешаынеролат"
_SYLLABLES = [_LETTERS[at : at + 2] for at in range(0, len(_LETTERS), 2)]


def catalogs(texts: int, changed: int, quiet: bool) -> dict[str, float | int]:
    """Processor seconds of one process: reading a translated catalog, merging the changed texts into it, writing it,
    and merging again, which changes nothing."""
    if not quiet:
        print(f"merging {texts} texts, {changed} of them changed ...", file=sys.stderr, flush=True)
    before = [text(number) for number in range(texts)]
    step = texts // changed if changed else texts + 1
    after = [edited(one, at) if at % step == 0 and at // step < changed else one for at, one in enumerate(before)]
    catalog, _ = merge(None, map(message, before), "kk", "ru")
    said = tuple(replace(entry, strings=(f"аударма {entry.source}",)) for entry in catalog.entries)
    old = write_catalog(replace(catalog, entries=said))
    figures: dict[str, float | int] = {"texts": texts, "changed": changed, "bytes": len(old)}

    begin = time.process_time()
    read, wrong = read_catalog("x.po", old)
    assert not wrong
    figures["read_s"] = lap = time.process_time() - begin
    merged, stats = merge(read, [message(one) for one in after], "kk", "ru")
    figures["merge_s"] = time.process_time() - begin - lap
    lap = time.process_time()
    new = write_catalog(merged)
    figures["write_s"] = time.process_time() - lap
    figures["update_s"] = time.process_time() - begin
    figures |= {"kept": stats.kept, "proposed": stats.fuzzy, "without": stats.new}
    again = write_catalog(merge(read_catalog("x.po", new)[0], [message(one) for one in after], "kk", "ru")[0])
    assert again == new, "a second update changes no byte"
    if shutil.which("msgmerge"):
        template = write_catalog(merge(None, map(message, after), "kk", "ru")[0])
        figures["msgmerge_s"] = msgmerge(old, template)
    return figures


def msgmerge(old: bytes, template: bytes) -> float:
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        (folder / "old.po").write_bytes(old)
        (folder / "new.pot").write_bytes(template)
        begin = time.monotonic()
        words = ["msgmerge", "--quiet", "--no-wrap", "-o", "out.po", "old.po", "new.pot"]
        subprocess.run(words, cwd=folder, check=True)
        return time.monotonic() - begin


def word(number: int) -> str:
    """Every number a word, neighbours unlike one another."""
    found = ""
    while number or not found:
        number, part = divmod(number, len(_SYLLABLES))
        found += _SYLLABLES[part]
    return found


def text(number: int) -> str:
    """Text `number`: its words come from a line of remainders, so that texts share words but none is another."""
    length = 10 + number * 37 % 71
    return " ".join(word((number * 7919 + at * at * 104729 + at) % 30011) for at in range(length))


def edited(before: str, number: int) -> str:
    words = before.split()
    place = number % len(words)
    if number % 3 == 0:
        words.insert(place, "жаңа")
    elif number % 3 == 1:
        words[place] = "жаңа"
    else:
        words[place - 1], words[place] = words[place], words[place - 1]
    return " ".join(words)


def message(source: str) -> Message:
    return Message("paragraph", source, Span(), "x, Y: paragraph", "ru", ("chapters/x.md",))
