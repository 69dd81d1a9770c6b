"""Several files as one archive, no two of one name."""

from io import BytesIO
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZipFile


def archive(files: list[tuple[str, bytes]]) -> bytes:
    """A ZIP of ``(name, content)``; a second file of a name gets a number.

    >>> ZipFile(BytesIO(archive([("Акт.pdf", b"1"), ("Акт.pdf", b"2")]))).namelist()
    ['Акт.pdf', 'Акт (2).pdf']
    """
    result, taken = BytesIO(), set()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name, content in files:
            free = _free_name(name, taken)
            taken.add(free.lower())
            target.writestr(free, content)
    return result.getvalue()


def _free_name(name: str, taken: set[str]) -> str:
    path, number, free = PurePath(name), 1, name
    while free.lower() in taken:
        number += 1
        free = f"{path.stem} ({number}){path.suffix}"
    return free
