"""The translate room: the manuscript's texts to message catalogs, and their translations back into the manuscript.

Build:      pofile.read_catalog -> apply.translations -> apply.localize (and apply.untranslated for the findings)
Translators: extract.groups -> update.update (merge.merge per catalog) -> bytes; status.status

Pure functions over bytes and frozen data: no file is opened here. Import the modules, not the package: a build needs
neither Babel nor rapidfuzz.
"""
