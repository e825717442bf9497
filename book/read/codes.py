"""Every code of the findings made while reading: code -> (severity, why it matters, what to do).

The one place where they are declared. A finding's own hint, where it has one, takes the place of the hint here.
"""

from __future__ import annotations

from book.findings import Severity

E = Severity.ERROR
W = Severity.WARNING

CODES: dict[str, tuple[Severity, str, str]] = {
    # the file
    "S001": (E, "a file in another encoding loses its letters", "save the file as UTF-8"),
    "S002": (E, "a file of this size is not a text of the book", "split it, or take out what is not text"),
    "S003": (W, "a byte order mark is invisible and disturbs other programs", "save the file as UTF-8 without BOM"),
    "S004": (
        E,
        "control characters are invisible and cannot be printed",
        "delete the character and type the text again",
    ),
    "S005": (W, "letters typed in two pieces look wrong and are not found by a search", "normalize the file to NFC"),
    "S006": (
        E,
        "a file's name is the id by which the book refers to it",
        "rename it: small Latin letters, digits, - and _",
    ),
    "S007": (E, "the book asks for its vocabularies by their names", "rename the file"),
    "S009": (E, "a file with so many errors is probably not what it should be", "mend the first ones and check again"),
    # YAML
    "S010": (E, "values that cannot be read are lost", "put quotes around the text, or check the indentation above"),
    "S011": (E, "YAML does not allow tabs before a value", "use spaces"),
    "S012": (E, "types come from the field, never from a tag", "delete the tag, the word beginning with !"),
    "S013": (
        E,
        "anchors and aliases hide what a value is",
        "write the value out; put quotes around text beginning with & or *",
    ),
    "S014": (E, "so deep or so large a structure is no source of a book", "make it smaller"),
    "S015": (E, "of two values for one key only one could be printed", "delete one, or join them"),
    "S016": (E, "only the first of several YAML documents would be read", "delete the line --- between them"),
    # front matter
    "S020": (
        E,
        "a document says what it is in its front matter",
        "begin the file with a line --- , the keys, and a line ---",
    ),
    "S021": (
        E,
        "the body begins after the line --- that closes the front matter",
        "add the line --- after the last key",
    ),
    # values
    "S030": (E, "a key that nobody reads loses its value", "delete it, or see the fields of this kind of document"),
    "S031": (E, "the book cannot be made without it", "add it"),
    "S032": (E, "a value of another type cannot be used", "write it as the fields of this kind of document say"),
    "S033": (E, "only the named words have a meaning here", "use one of them"),
    "S034": (W, "an empty value is probably forgotten", "write the value, or delete the key if it is unknown"),
    "S035": (E, "so long a value does not fit its place", "shorten it, or move it to the body"),
    "S036": (E, "a map of languages is complete: it never goes to the translators", "add the missing language"),
    "S037": (
        W,
        "words in a language that the book does not have are never printed",
        "correct the tag, or delete the line",
    ),
    "S038": (
        E,
        "the languages of the book are those in book.yaml",
        "use one of them, or add it to languages in book.yaml",
    ),
    "S039": (E, "a number outside its range is a slip of the hand", "correct it"),
    "S040": (E, "names are sorted and indexed as plain words", "write the name without markup"),
    "S041": (E, "a value of another form cannot be used", "correct it"),
    "S042": (
        E,
        "a book reads only its own files, below chapters/",
        "put the picture in the book and name it from chapters/",
    ),
    "S043": (E, "only these kinds of pictures can be printed", "save it as png, jpg, tif or webp"),
    "S044": (E, "a wrong ISBN sells another book", "compare it with the agency's letter; it is never corrected here"),
    "S045": (W, "a text of one field is set as one paragraph", "join the paragraphs, or move the text to the body"),
    "S046": (E, "a chart is drawn from its numbers alone", "correct the data of the chart"),
    "S047": (E, "a name used twice means two things", "rename or delete one"),
    "S048": (E, "nothing can stand after the last page", "move the part before it, or take out last"),
    # dates
    "S050": (
        E,
        "dates are sorted and written out in every language",
        "write 1893, 1978-09, 1880-11-12, about 1880 or unknown",
    ),
    "S051": (E, "there is no such day", "correct the day or the month"),
    "S052": (E, "time runs forward", "exchange or correct the two dates"),
    # Markdown
    "S060": (E, "a block that nobody understands loses its content", "use figure, timeline, chart or quote"),
    "S061": (
        E,
        "a book of doctors prints no code",
        "write it as a paragraph, without ``` and without four spaces before it",
    ),
    "S062": (E, "an open block swallows the rest of the file", "close it with the same ``` on a line of its own"),
    "S063": (E, "the design has no rule between paragraphs", "delete the line, or write a heading"),
    "S064": (E, "the title is level 1, and a page has three levels below it", "use ##, ### or ####"),
    "S065": (E, "without its space or its id a heading is only a paragraph", "write ## Heading {#id}"),
    "S066": (E, "lists and quotations hold plain paragraphs", "move it out of the list or the quotation"),
    "S067": (
        E,
        "a year or a number at the start of a paragraph makes it a list",
        "begin a list with 1. or write 1893\\. for the year",
    ),
    "S068": (E, "cells without a column are lost", "give the row as many cells as the head has"),
    "S069": (E, "an item or a quotation is one paragraph", "join the paragraphs, or end the list or the quotation"),
    "S070": (E, "a call without its footnote leads nowhere", "add a line [^label]: text"),
    "S071": (W, "a footnote that nobody calls is never printed", "call it with [^label], or delete it"),
    "S072": (E, "of two footnotes with one label only one could be printed", "rename one"),
    "S073": (E, "a footnote stands at the foot of one page", "write a second footnote"),
    "S074": (E, "a footnote cannot call a footnote", "write it in the same footnote"),
    # inline
    "S080": (E, "HTML is never printed", "write the words without it"),
    "S081": (E, "braces that nobody understands would be printed", "correct it, or write \\{ for a plain brace"),
    "S082": (E, "what is opened and not closed is printed as it was typed", "close it, or write a backslash before it"),
    "S083": (
        E,
        "a link leads to a page, a letter or a place in the book",
        "write [words](https://address) or [words](#id)",
    ),
    "S084": (E, "a link cannot hold a link", "end one before the other begins"),
    "S085": (E, "pictures stand between paragraphs", "use a ```figure block"),
    "S086": (E, "an id that cannot exist leads nowhere", "use small Latin letters, digits, - and _"),
    # how words break and are spelt
    "S090": (E, "an exception that matches no word mends nothing", "write the word with its hyphens"),
    "S091": (E, "a spelling in other letters would be printed as it is", "write one word, and how it is spelt"),
    # styles/press.yaml and what book.yaml takes from it
    "P701": (E, "pages are made for one press condition", "use one of styles/press.yaml, or add it there"),
    "P702": (
        E,
        "colours are converted by the profile of the press",
        "put the file below styles/ of the book, and write its path from there",
    ),
    "P703": (E, "colours are converted by the profile of the press", "ask the printer for the file again"),
    "P704": (E, "a book is printed in cyan, magenta, yellow and black", "use the printer's CMYK profile"),
    "P705": (
        E,
        "a profile of another class than prtr does not describe a press (ISO 15930-7)",
        "use the printer's output profile",
    ),
    "P706": (
        E,
        "a spot ink is a plate of its own, with a build that stands in for it elsewhere",
        "add an ink with this name as its spot to styles/inks.yaml",
    ),
    "P707": (W, "only a printer has plates, marks and PDF/X", "take it out, or make the edition one for print in cmyk"),
    # styles/inks.yaml, and where inks are named
    "P711": (E, "a colour that nobody declared is printed as anything", "declare it in styles/inks.yaml"),
    "P712": (E, "charts, ornaments and proofs are drawn with it", "add it, as the house's styles/inks.yaml has it"),
    "P713": (E, "the name means one of the process inks, or all plates", "call the plate by the name of its ink"),
    "P714": (E, "other editions and screens show the plate by one build of process inks", "give one ink tint: 100"),
    "P715": (W, "the same colour on a screen is another one on paper", "give one of them another build"),
    "P716": (
        E,
        "the typesetting engine mixes red, green and blue alone",
        "write the colours of a gradient as #rrggbb: the press brings them to the inks; draw shadows as areas",
    ),
}

FAULTS = {
    "html": "S080",
    "braces": "S081",
    "unclosed": "S082",
    "address": "S083",
    "nested": "S084",
    "image": "S085",
    "key": "S086",
}
"""Kind of a fault of book.inline -> its code."""
