"""Checks of typeset units: one file per check, over LayoutFacts. `Finding.page` is the unit's own page index; the build
turns it into the printed page label."""
