"""Checks of finished pages: by the facts that `press` states of a unit, and `preflight` of any PDF."""
