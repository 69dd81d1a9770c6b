"""Fonts that papers name and fonts that a server has."""

import re
from zipfile import ZipFile

# Letters of these take as much room, so that pages break where they should.
SAME_WIDTH = {
    "Times New Roman": ("Liberation Serif", "Tinos"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Courier New": ("Liberation Mono", "Cousine"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
}
FAMILY = re.compile(r'svg:font-family="([^"]+)"')


def fonts_of(odt):
    """Families that a document names."""
    with ZipFile(odt) as package:
        names = {"content.xml", "styles.xml"} & set(package.namelist())
        text = "".join(package.read(name).decode() for name in names)
    found = (name.replace("&apos;", "").strip("'") for name in FAMILY.findall(text))
    return {name for name in found if name}


def families(listing):
    """Names in what ``fc-list : family`` prints: a line may give several.

    >>> sorted(families("Liberation Serif\\nDejaVu Sans,DejaVu Sans Light\\n"))
    ['DejaVu Sans', 'DejaVu Sans Light', 'Liberation Serif']
    """
    names = listing.replace("\n", ",").split(",")
    return {name.strip().replace("\\", "") for name in names if name.strip()}


def stand_in(font, installed):
    """The font itself or one as wide as it, if the server has any.

    >>> stand_in("Times New Roman", {"Liberation Serif", "DejaVu Sans"})
    'Liberation Serif'
    >>> stand_in("Times New Roman", {"DejaVu Sans"})
    """
    wanted = (font, *SAME_WIDTH.get(font, ()))
    return next((name for name in wanted if name in installed), None)
