"""The structure tree of a tagged PDF: reading order and alternative texts (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from book.assemble.writer import PdfWriter, text
from book.sheets import Sheet


class Structure:
    """Gathers elements as their pages are written. Elements stand flat below one Document, as they are read."""

    def __init__(self, writer: PdfWriter, pages: Sequence[int]) -> None:
        self._writer = writer
        self._pages = pages
        self._root = writer.reserve()
        self._document = writer.reserve()
        self._elements: list[int] = []
        self._parents: list[str] = []

    def page(self, position: int, sheet: Sheet) -> str:
        """Writes the elements of a page; returns what its dictionary needs."""
        page = self._pages[position]
        owner: dict[int, int] = {}
        for tagged in sheet.tags:
            kids = " ".join(map(str, tagged.contents))
            alt = f" /Alt {text(tagged.alt)}" if tagged.alt else ""
            element = self._writer.put(
                f"<</Type /StructElem /S /{tagged.tag} /P {self._document} 0 R /Pg {page} 0 R /K [{kids}]{alt}>>"
            )
            self._elements.append(element)
            owner.update(dict.fromkeys(tagged.contents, element))
        references = " ".join(f"{owner[mark]} 0 R" if mark in owner else "null" for mark in range(max(owner) + 1))
        key = len(self._parents)
        self._parents.append(f"{key} [{references}]")
        return f" /StructParents {key} /Tabs /S"

    def finish(self) -> int:
        """Writes the tree; returns the root's number."""
        kids = " ".join(f"{element} 0 R" for element in self._elements)
        self._writer.put(f"<</Type /StructElem /S /Document /P {self._root} 0 R /K [{kids}]>>", self._document)
        parents = self._writer.put(f"<</Nums [{' '.join(self._parents)}]>>")
        self._writer.put(
            f"<</Type /StructTreeRoot /K [{self._document} 0 R] /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {len(self._parents)}>>",
            self._root,
        )
        return self._root
