"""The registry of checks. A subject (source, catalog, layout, pdf) is a package below; each of its modules is a check:

    CODE = "S201"                       # stable; used once in the whole book
    SEVERITY = Severity.WARNING         # an error where it is not said
    WHY = "why it matters"
    HINT = "what to do"
    SCOPE = "language"                  # only where it is run for more than one subject at a time
    def check(facts) -> Iterator[Finding]

A module named facts defines what the checks of the subject are given. Nothing is listed by hand: a new file is a new
check, an import error propagates, a code used twice raises. The codes of findings that are made elsewhere are declared
in a module `codes` of their room: CODES, code -> (severity, why, hint).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from book.findings import Finding, Severity

SUBJECTS = ("source", "catalog", "layout", "pdf")


class Entry(NamedTuple):
    """One code, for the documentation and for waivers."""

    code: str
    severity: Severity
    why: str
    hint: str


class Check(NamedTuple):
    code: str
    severity: Severity
    why: str
    hint: str
    scope: str
    check: Callable[[Any], Iterable[Finding]]


@cache
def checks(subject_name: str) -> tuple[Check, ...]:
    """The checks of a subject, in the order of their codes."""
    package = importlib.import_module(f"{__name__}.{subject_name}")
    found: list[Check] = []
    for info in pkgutil.iter_modules(package.__path__):
        if info.name != "facts" and not info.ispkg:
            module = importlib.import_module(f"{package.__name__}.{info.name}")
            severity, scope = getattr(module, "SEVERITY", Severity.ERROR), getattr(module, "SCOPE", "")
            found.append(Check(module.CODE, severity, module.WHY, module.HINT, scope, module.check))
    _only_once(check.code for check in found)
    return tuple(sorted(found, key=lambda check: check.code))


def run(subject_name: str, facts: Any, scope: str = "") -> tuple[Finding, ...]:
    """Everything that the checks of a subject find, in the order of the sources. `scope`: those that say it alone."""
    findings: list[Finding] = []
    for check in checks(subject_name):
        if check.scope != scope:
            continue
        for finding in check.check(facts):
            if finding.code != check.code:
                raise ValueError(f"the check {check.code} made a finding {finding.code}")
            findings.append(finding)
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


def catalogue() -> list[Entry]:
    """Every code of the book, in order: of the checks, and of the rooms' own tables."""
    import book

    entries: list[Entry] = []
    for info in pkgutil.iter_modules(__path__):
        if info.ispkg:
            entries += [Entry(check.code, check.severity, check.why, check.hint) for check in checks(info.name)]
    for info in pkgutil.iter_modules(book.__path__):
        if info.ispkg and _has_codes(f"{book.__name__}.{info.name}"):
            table = importlib.import_module(f"{book.__name__}.{info.name}.codes").CODES
            entries += [Entry(code, *rest) for code, rest in table.items()]
    _only_once(entry.code for entry in entries)
    return sorted(entries)


def _has_codes(package_name: str) -> bool:
    """Whether a room has a module `codes`; the room itself is not imported for that."""
    import os

    import book

    folder = os.path.join(os.path.dirname(book.__file__ or ""), package_name.rpartition(".")[2])
    return os.path.exists(os.path.join(folder, "codes.py"))


def _only_once(codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise ValueError(f"the code {code} is used twice")
        seen.add(code)
