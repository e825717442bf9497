"""Finished pages -> printer's sheets: signatures for the press and the editor's dummy, and the flat plan.

Works on a finished PDF (ours or another), so that what is imposed is what was proofed. pikepdf writes: pages become
form XObjects, copied as they are, inks and all.
"""
