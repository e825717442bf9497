"""Every code of a finding as Markdown tables: what scripts/codes prints. Read from the registry, kept nowhere else."""

from __future__ import annotations

from itertools import groupby

from book.checks import Entry, catalogue

SUBJECTS = {
    "S": "Sources",
    "C": "Catalogs",
    "L": "Layout",
    "P": "PDF",
    "B": "The book as a whole",
}


def main() -> None:
    for letter, entries in groupby(sorted(catalogue(), key=_order), key=lambda entry: entry.code[0]):
        print(f"\n## {SUBJECTS[letter]}\n\n| code | severity | why | what to do |\n|---|---|---|---|")
        for entry in entries:
            print(f"| {entry.code} | {entry.severity.value} | {_cell(entry.why)} | {_cell(entry.hint)} |")


def _order(entry: Entry) -> tuple[int, str]:
    return list(SUBJECTS).index(entry.code[0]), entry.code


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    main()
