"""The editor's desk: a small book to begin with, skeletons of new sources, and who is in the book.

    init      starter.files -> a whole book as paths and bytes
    new       skeleton.skeleton -> the text of a new source, from the tables by which it will be read
    list      roster.people, roster.resorts -> entries; absence.Absence -> which of them lack a field

Pure functions: nothing is written or printed here. Import the modules, not the package.
"""
