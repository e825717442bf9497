"""XMP metadata as qualified names and values. No entity is ever expanded: a packet that declares one is not read."""

from __future__ import annotations

from xml.parsers import expat

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PREFIXES = {
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
_DEEP, _MOST, _LONG = 40, 20_000, 2_000


class Refused(Exception):
    """A packet with a document type, or one of absurd size."""


class _Reader:
    """Collects the properties of all rdf:Description; of a list its first entry, of alternatives that of x-default."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._path: list[str] = []
        self._text = ""
        self._count = 0
        self._default = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST or len(self._path) > _DEEP:
            raise Refused("it has too many elements")
        self._path.append(name)
        self._text = ""
        if name == f"{_RDF} Description":
            for key, value in attributes.items():
                self._keep(key, value)
        self._default = attributes.get("http://www.w3.org/XML/1998/namespace lang") == "x-default"

    def data(self, text: str) -> None:
        if len(self._text) < _LONG:
            self._text += text[:_LONG]

    def end(self, name: str) -> None:
        self._path.pop()
        if name == f"{_RDF} li":
            holder = next((one for one in reversed(self._path) if not one.startswith(_RDF)), "")
            self._keep(holder, self._text, self._default)
        elif not name.startswith(_RDF) and self._path and self._path[-1] == f"{_RDF} Description":
            self._keep(name, self._text)
        self._text = ""

    def _keep(self, name: str, value: str, instead: bool = False) -> None:
        namespace, _, local = name.rpartition(" ")
        prefix = _PREFIXES.get(namespace)
        if prefix is not None and (value.strip() or instead):
            qualified = f"{prefix}:{local}"
            if instead or qualified not in self.found:
                self.found[qualified] = value.strip()


def _refuse(*_: object) -> None:
    raise Refused("it declares a document type")


def properties(data: bytes) -> dict[str, str]:
    """Qualified name -> value; Refused or expat.ExpatError where it is no XMP."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.Parse(data.strip(b"\x00 \t\r\n"), True)
    return reader.found
