"""What the file says of itself: document information, XMP, output intent; PDF/X as the edition asks for it.

PDF/X-4 is ISO 15930-7, PDF/X-1a:2003 ISO 15930-4. Nothing here comes from a clock: dates are the edition's, ids are of
the content.
"""

from __future__ import annotations

from html import escape

import msgspec

from book.assemble.writer import PdfWriter, name, text
from book.conditions import PressCondition
from book.printed import Intent

PRODUCER = "The white book's press"
X4 = "X-4"
X1A = "X-1a:2003"
VERSIONS = {X4: "1.6", X1A: "1.4"}
"""PDF/X version -> that of PDF which it is built on."""


class About(msgspec.Struct, frozen=True):
    """`title` in `language`, `subject` says which edition of it; `date` is a PDF date; `pdfx` empty where none is kept
    to."""

    title: str
    language: str
    date: str
    subject: str = ""
    pdfx: str = ""

    @property
    def version(self) -> str:
        """Of the PDF."""
        return VERSIONS.get(self.pdfx, "1.7")

    @property
    def info(self) -> dict[str, str]:
        """The document information; nothing is trapped."""
        found = {"Title": self.title, "Subject": self.subject, "Producer": PRODUCER, "Creator": PRODUCER}
        found |= {"CreationDate": self.date, "ModDate": self.date, "Trapped": "False"}
        if self.pdfx == X1A:
            found["GTS_PDFXVersion"] = f"PDF/{X1A}"
        return {key: value for key, value in found.items() if value}

    def xmp(self, digest: str) -> dict[str, str]:
        """The metadata by qualified name; the ids are made from `digest`, 32 hexadecimal digits of the content."""
        day = f"{self.date[2:6]}-{self.date[6:8]}-{self.date[8:10]}T00:00:00Z"
        identifier = f"uuid:{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
        found = {
            "dc:format": "application/pdf", "dc:title": self.title, "dc:description": self.subject,
            "dc:language": self.language,
            "xmp:CreateDate": day, "xmp:ModifyDate": day, "xmp:MetadataDate": day, "xmp:CreatorTool": PRODUCER,
            "pdf:Producer": PRODUCER, "pdf:Trapped": "False",
            "xmpMM:DocumentID": identifier, "xmpMM:InstanceID": identifier, "xmpMM:RenditionClass": "default",
            "xmpMM:VersionID": "1",
        }  # fmt: skip
        if self.pdfx == X4:
            found["pdfxid:GTS_PDFXVersion"] = f"PDF/{X4}"
        elif self.pdfx == X1A:
            found["pdfx:GTS_PDFXVersion"] = f"PDF/{X1A}"
        return {key: value for key, value in found.items() if value}


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
}
_ALTERNATIVES = {"dc:title", "dc:description"}
_BAGS = {"dc:language"}


def packet(values: dict[str, str], language: str) -> bytes:
    """The XMP packet of these values (ISO 16684-1)."""
    used = {key.partition(":")[0] for key in values}
    spaces = "".join(f'\n xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if prefix in used)
    lines = "\n".join(f"<{key}>{_value(key, value, language)}</{key}>" for key, value in values.items())
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""{spaces}>
{lines}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _value(key: str, value: str, language: str) -> str:
    words = escape(value)
    if key in _ALTERNATIVES:
        own = f'<rdf:li xml:lang="{escape(language)}">{words}</rdf:li>'
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li>{own}</rdf:Alt>'
    return f"<rdf:Bag><rdf:li>{words}</rdf:li></rdf:Bag>" if key in _BAGS else words


def info_dictionary(about: About) -> str:
    """The document information as PDF text; Trapped is a name."""
    entries = (f"/{key} {name(value) if key == 'Trapped' else text(value)}" for key, value in about.info.items())
    return f"<<{' '.join(entries)}>>"


def intents(condition: PressCondition, profile: bytes) -> tuple[Intent, ...]:
    """The output intent as the checks see it."""
    if not profile:
        return ()
    kind, space = profile[12:16].decode("latin-1").strip(), profile[16:20].decode("latin-1").strip()
    return (Intent("GTS_PDFX", condition.condition, condition.registry, condition.info, kind, space, 4),)


def output_intent(writer: PdfWriter, condition: PressCondition, profile: bytes) -> str:
    """The condition for which the colours were made, with its profile: an entry of the catalog."""
    stream = writer.deflated("/N 4", profile)
    return (
        f" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFX "
        f"/OutputConditionIdentifier {text(condition.condition)} /OutputCondition {text(condition.info)} "
        f"/RegistryName {text(condition.registry)} /Info {text(condition.info)} /DestOutputProfile {stream} 0 R>>]"
    )
