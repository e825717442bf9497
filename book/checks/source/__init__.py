"""Checks of the sources against one another: one file per check, over SourceFacts."""
