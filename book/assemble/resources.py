"""Resource dictionaries: each picture, drawing and font of the book once, however many pages show it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from book.assemble.materials import Materials
from book.assemble.plates import PlateWriter
from book.assemble.writer import PdfWriter, number
from book.sheets import Form, Placed, Resources

NOTHING: Mapping[str, Mapping[str, int]] = {}
_FILTER = re.compile(r"/(\w+Decode)\b")
_FORM = re.compile(r"\{form:(\w+)\}")


class ResourceWriter:
    """Writes what pages name and remembers what is already in the file."""

    def __init__(self, writer: PdfWriter, fonts: int, materials: Materials, plates: PlateWriter) -> None:
        self._writer = writer
        self._plates = plates
        self._fonts = fonts
        self._materials = materials
        self._pictures: dict[Placed, int] = {}
        self._drawings: dict[str, int] = {}
        self._states: dict[str, int] = {}
        self.filters = {"FlateDecode"}

    def write(self, resources: Resources, more: Mapping[str, Mapping[str, int]] = NOTHING) -> str:
        """The resource dictionary of a page or a form, as PDF text; what it refers to is written. `more` are entries
        that are in the file: kind -> name -> number."""
        forms = {name: self._form(form) for name, form in resources.forms.items()}
        entries = {
            "XObject": {
                **{name: self._picture(placed) for name, placed in resources.pictures.items()},
                **{name: self._drawing(key) for name, key in resources.drawings.items()},
                **forms,
            },
            "ExtGState": {name: self._state(state, forms) for name, state in resources.states.items()},
            "Pattern": {name: self._form(pattern) for name, pattern in resources.patterns.items()},
            "Shading": {name: self._writer.put(shading) for name, shading in resources.shadings.items()},
            "ColorSpace": {name: self._plates.space(ink) for name, ink in resources.spots.items()},
        }
        for kind, named in more.items():
            entries[kind] = {**entries[kind], **named}
        text = f"<</Font {self._fonts} 0 R"
        for kind, named in entries.items():
            if named:
                text += f" /{kind} <<{' '.join(f'/{name} {at} 0 R' for name, at in sorted(named.items()))}>>"
        return text + ">>"

    def _state(self, state: str, forms: dict[str, int]) -> int:
        text = _FORM.sub(lambda match: f"{forms[match[1]]} 0 R", state)
        if text not in self._states:
            self._states[text] = self._writer.put(text)
        return self._states[text]

    def _form(self, form: Form) -> int:
        resources = self.write(form.resources)
        return self._writer.stream(f"{form.entries} /Resources {resources} /Filter /FlateDecode", form.content)

    def _drawing(self, key: str) -> int:
        if key not in self._drawings:
            drawing = self._materials.drawing(key)
            entries = (
                f"/Type /XObject /Subtype /Form /BBox [0 0 {number(drawing.width)} {number(drawing.height)}] "
                f"/Resources {self.write(drawing.resources)} /Filter /FlateDecode"
            )
            self._drawings[key] = self._writer.stream(entries, drawing.content)
        return self._drawings[key]

    def _picture(self, placed: Placed) -> int:
        # Where it stands does not matter for what it is: the same picture at the same size is one object.
        same = Placed(placed.path, placed.width, placed.height)
        if same not in self._pictures:
            plate, data = self._materials.plate(same)
            self.filters.update(_FILTER.findall(plate.dictionary))
            with data as source:
                self._pictures[same] = self._writer.copied(plate.dictionary, source)
        return self._pictures[same]
