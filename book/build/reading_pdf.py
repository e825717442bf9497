"""A PDF read in processes of its own: whatever its pages do to the one that reads them, the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from book.findings import Finding
from book.preflight.codes import CODES
from book.preflight.reader import File, Scan, Unreadable
from book.printed import Document
from book.sandbox import Bounds, Ended, Sandbox
from book.world import opened

Progress = Callable[[str, int, int], None]


class Refused(NamedTuple):
    """The file gives nothing to judge: a code and why."""

    code: str
    message: str


Told = tuple[Document, int] | Scan | Refused

_SILENCE = 20.0
_MEMORY = 1 << 30
_AGAIN = 3
"""So many pages may end the process that reads them before the rest is left unread."""


class Read(NamedTuple):
    document: Document | None
    scans: list[Scan]
    findings: tuple[Finding, ...]


def read(path: Path, size: int, jobs: int, progress: Progress) -> Read:
    """All pages, each process reading every so many-th; a page that ends its process is damaged, the rest goes on."""
    # A page's content grows a hundredfold when it is read: what a file may cost goes with its size.
    bounds = Bounds(20 + 10 * (size // 1_000_000), _SILENCE, _MEMORY)
    box: Sandbox[Told] = Sandbox(bounds)
    jobs = max(1, min(jobs, size // 200_000))
    for first in range(jobs):
        box.start((first, jobs), lambda first=first: _scans(path, first, jobs))  # type: ignore[misc]
    document: Document | None = None
    count, again = 0, _AGAIN
    scans: list[Scan] = []
    lost: dict[int, str] = {}
    at = {first: first for first in range(jobs)}
    for name, told in box:
        first = name[0] % jobs  # type: ignore[index]
        if isinstance(told, Refused):
            return Read(None, [], (finding(*told),))
        if isinstance(told, Scan):
            scans.append(told)
            at[first] = told.page.index + jobs
            progress("reading pages", len(scans) + len(lost), count)
        elif isinstance(told, Ended):
            if document is None:
                return Read(None, [], (finding("P905", f"the file could not be read: {_why(told)}"),))
            lost[at[first]] = _why(told)
            at[first] += jobs
            again -= 1
            if again < 0:
                break
            if at[first] < count:
                box.start((at[first], jobs), lambda begin=at[first]: _scans(path, begin, jobs))  # type: ignore[misc]
        else:
            document, count = told
    found = [finding("P905", f"page {index + 1} of the file could not be read: {why}") for index, why in lost.items()]
    left = count - len(scans) - len(lost)
    if left:
        found.append(finding("P905", f"{left} more pages were not read"))
    return Read(document, scans, tuple(found))


def _scans(path: Path, first: int, step: int) -> Iterator[Told]:
    """In a process of its own: the document and the number of pages, then every `step`-th page from `first`."""
    with opened(path) as stream:
        try:
            file = File(stream)
            yield file.document(), file.count
        except Unreadable as error:
            yield Refused(error.code, str(error))
            return
        for index in range(first, file.count, step):
            yield file.page(index)


def _why(ended: Ended) -> str:
    return {"time": "it takes too much time", "memory": "it takes too much memory"}.get(ended.why, ended.why)


def finding(code: str, message: str) -> Finding:
    severity, _, hint = CODES[code]
    return Finding(code, severity, message, hint)
